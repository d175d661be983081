"""Documents that come year by year, half by half or month by month: which are expected, and which lack."""

from datetime import date
from fractions import Fraction

import pytest

from ppidgen.duties.series import slots_expected
from ppidgen.model.days.year_part import Rhythm, YearPart
from ppidgen.model.records.series import Series
from ppidgen.model.standing.coverage import CoverageState as State
from tests.duties.coverages import TEXT, covered, entry


def test_a_year_that_a_series_lacks_is_a_gap_and_no_more_than_that() -> None:
    years = Series(id="neraca", title="Neraca", duties=("B04.b",), first=2022, due_months=6, unit="bpkad")
    held = tuple(entry(f"n{year}", "B04.b", series="neraca", year=year, isi=TEXT) for year in (2022, 2024, 2025))
    found = covered(information=held, series=(years,))["B04.b"]
    assert (found.state, found.share) == (State.PUBLISHED, Fraction(3, 4))
    assert [gap.label for gap in found.gaps] == ["2023"]
    assert not found.is_settled
    assert covered(series=(years,))["B04.b"].owners == ("bpkad",)


@pytest.mark.parametrize(
    ("due_months", "as_of", "newest"),
    [
        (6, date(2026, 6, 30), 2024),
        (6, date(2026, 7, 1), 2025),
        (-12, date(2026, 1, 1), 2026),
        (0, date(2026, 1, 1), 2025),
    ],
)
def test_a_year_is_expected_once_its_day_has_gone_by(due_months: int, as_of: date, newest: int) -> None:
    series = Series(id="a", title="A", first=2020, due_months=due_months)
    assert slots_expected(series, as_of)[-1].year == newest


@pytest.mark.parametrize(
    ("rhythm", "as_of", "labels"),
    [
        (Rhythm.HALF, date(2026, 2, 16), ["Semester I 2025", "Semester II 2025"]),
        (Rhythm.HALF, date(2026, 1, 31), ["Semester I 2025"]),
        (Rhythm.QUARTER, date(2025, 11, 1), ["Triwulan I 2025", "Triwulan II 2025", "Triwulan III 2025"]),
        (Rhythm.MONTH, date(2025, 3, 28), ["Januari 2025"]),
    ],
)
def test_a_half_a_quarter_and_a_month_are_expected_once_their_day_has_gone_by(
    rhythm: Rhythm, as_of: date, labels: list[str]
) -> None:
    series = Series(id="a", title="A", first=2025, due_months=1, rhythm=rhythm)
    assert [slot.label for slot in slots_expected(series, as_of)] == labels


@pytest.mark.parametrize(
    ("rhythm", "held", "gaps"),
    [
        ("semester", ["semester 1"], ["Semester II 2025"]),
        ("triwulan", ["triwulan 1", "triwulan 4"], ["Triwulan II 2025", "Triwulan III 2025"]),
        ("bulan", [one.value for one in YearPart if one.rhythm is Rhythm.MONTH and one is not YearPart.APRIL],
         ["April 2025"]),
        ("semester", ["triwulan 1"], ["Semester I 2025", "Semester II 2025"]),
        ("tahun", ["semester 1"], ["2025"]),
    ],
)  # fmt: skip
def test_a_part_of_a_year_that_a_series_lacks_is_a_gap(rhythm: str, held: list[str], gaps: list[str]) -> None:
    series = Series(id="lra", title="LRA", duties=("B04.a",), first=2025, last=2025, due_months=1, rhythm=rhythm)
    entries = tuple(
        entry(part.replace(" ", "-"), "B04.a", series="lra", year=2025, periode=part, isi=TEXT) for part in held
    )
    found = covered(information=entries, series=(series,))["B04.a"]
    assert [gap.label for gap in found.gaps] == gaps


def test_the_months_of_a_series_stand_in_the_order_of_the_calendar() -> None:
    series = Series(id="a", title="A", duties=("B04.a",), first=2025, last=2025, due_months=0, rhythm=Rhythm.MONTH)
    labels = [gap.label for gap in covered(series=(series,))["B04.a"].gaps]
    assert labels[:4] == ["Januari 2025", "Februari 2025", "Maret 2025", "April 2025"]
