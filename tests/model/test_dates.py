from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from ppidgen.model.days.dates import MONTHS, Period, long_date, month_number, parse_day, parse_period


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_reads_back_from_its_iso_form(day: date) -> None:
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("written", "fixed"),
    [
        ("31-01-2024", "2024-01-31"),
        ("31/1/2024", "2024-01-31"),
        ("17 Agustus 2024", "2024-08-17"),
        ("1 Nop 2023", "2023-11-01"),
        ("2024/1/31", "2024-01-31"),
        ("Rabu, 31 Januari 2024", "2024-01-31"),
        ("2024-01-31 10:00", "2024-01-31"),
        ("2024-01-31T00:00:00", "2024-01-31"),
    ],
)
def test_a_day_in_another_form_is_refused_with_the_form_to_type(written: str, fixed: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        parse_day(written)
    assert refused.value.type == "day_form"
    assert refused.value.context == {"fixed": fixed}


@pytest.mark.parametrize("written", ["31-02-2024", "2024-02-30", "30 Februari 2024", "2023-02-29"])
def test_a_day_that_does_not_exist_is_refused(written: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        parse_day(written)
    assert refused.value.type == "day_missing"


@pytest.mark.parametrize("written", ["besok", "2024", "Januari 2024", "20240131", "2024-1", ""])
def test_what_names_no_day_is_refused(written: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        parse_day(written)
    assert refused.value.type == "day_unreadable"


@pytest.mark.parametrize(
    ("written", "year", "month", "day", "words"),
    [
        ("2024", 2024, None, None, "2024"),
        ("Tahun 2023", 2023, None, None, "Tahun 2023"),
        ("Januari 2023", 2023, 1, None, "Januari 2023"),
        ("13-02-2022", 2022, 2, 13, "13 Februari 2022"),
        ("2025-03-01", 2025, 3, 1, "1 Maret 2025"),
        ("Setiap tahun", None, None, None, "Setiap tahun"),
    ],
)
def test_a_period_keeps_what_registers_really_hold(
    written: str, year: int | None, month: int | None, day: int | None, words: str
) -> None:
    period = parse_period(written)
    assert period == Period(written, year, month, day)
    assert str(period) == words


@given(st.text(max_size=40))
def test_any_text_is_a_period_or_refused_as_no_such_day(written: str) -> None:
    try:
        kept = parse_period(written).text
    except PydanticCustomError as refused:
        kept = refused.type
    assert kept in {written.strip(), "day_missing"}


def test_month_names_and_their_abbreviations_are_known() -> None:
    assert [month_number(name) for name in MONTHS] == list(range(1, 13))
    assert month_number("Agt") == 8
    assert month_number("Smarch") is None


def test_a_long_date_reads_as_prose() -> None:
    assert long_date(date(2024, 8, 17)) == "17 Agustus 2024"
