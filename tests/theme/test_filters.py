from datetime import date

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.theme import Theme
from ppidgen.theme.filters import Format, day, fill, number, size


@pytest.fixture(scope="module")
def indonesian(theme: Theme) -> Format:
    return theme.chrome["id"].format


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1 kB"),
        (8200, "8,2 kB"),
        (1_234_567, "1,2 MB"),
        (999_960, "1 MB"),
        (999_949, "999,9 kB"),
        (5_000_000_000, "5 GB"),
        (1_234_000_000_000_000, "1.234 TB"),
        (-5, "0 B"),
    ],
)
def test_a_size_is_said_in_the_largest_fitting_unit(amount: int, words: str, indonesian: Format) -> None:
    assert size(amount, indonesian) == words


def test_a_day_a_month_and_a_year_are_said_in_words(indonesian: Format) -> None:
    assert day("2024-08-17", indonesian) == "17 Agustus 2024"
    assert day("2024-08", indonesian) == "Agustus 2024"
    assert day("2024", indonesian) == "2024"


def test_what_is_no_day_stays_as_it_is(indonesian: Format) -> None:
    assert [day(text, indonesian) for text in ("", "2024-13-01", "2024-01-32", "kemarin")] == [
        "", "2024-13-01", "2024-01-32", "kemarin",
    ]  # fmt: skip


@given(st.dates())
def test_days_are_written_as_the_unicode_consortium_writes_them(when: date) -> None:
    months = tuple(format_date(date(2024, each, 1), "MMMM", locale="id") for each in range(1, 13))
    assert (
        day(when.isoformat(), Format(",", ".", months, ()))
        == f"{format_date(when, 'd MMMM', 'id')} {when.isoformat()[:4]}"
    )


def test_the_months_are_those_of_the_unicode_consortium(theme: Theme) -> None:
    for language, chrome in theme.chrome.items():
        assert list(chrome.format.months) == [
            format_date(date(2024, n, 1), "MMMM", locale=language) for n in range(1, 13)
        ]


@given(st.integers(min_value=-(10**18), max_value=10**18))
def test_numbers_are_grouped_as_the_unicode_consortium_groups_them(value: int) -> None:
    assert number(value, Format(",", ".", (), ())) == format_decimal(value, locale="id")


def test_text_that_is_no_whole_number_is_left_alone(indonesian: Format) -> None:
    assert [number(text, indonesian) for text in ("4 hari", "1.234", "9" * 61, "")] == ["4 hari", "1.234", "9" * 61, ""]


def test_a_gap_is_a_name_and_leads_nowhere() -> None:
    assert fill("{n} dari {jumlah}", {"n": 1, "jumlah": "dua"}) == "1 dari dua"
    for gap in ("{n.__class__}", "{n.__init__.__globals__[sys]}", "{n!r}", "{n:>10}", "{}"):
        assert fill(gap, {"n": test_a_gap_is_a_name_and_leads_nowhere}) == gap
