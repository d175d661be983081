"""The calendar of working days: the shipped table, what decrees change in it, and its arithmetic."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.duties.working_days import working_calendar
from ppidgen.model.days.working_days import OffKind, WorkingCalendar
from ppidgen.model.elements.vocabulary import BodyKind, Level
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.body import PublicBody, Site
from ppidgen.model.records.holidays import HolidayDecree
from tests.pages.portals import law

SITE = Site(title="PPID Contoh")


def calendar(*decrees: dict[str, Any], **body: Any) -> WorkingCalendar:
    owner = PublicBody(name="Contoh", kind=BodyKind.EXECUTIVE, level=Level.REGENCY, **body)
    read = tuple(HolidayDecree.model_validate({"id": f"{n}", **one}) for n, one in enumerate(decrees))
    return working_calendar(law(), Portal(owner, SITE, holidays=read))


def decree(day: str, values: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"tahun": "2027", "sk": {"nomor": f"SK/{day}", "tanggal": day}, **(values or {})}


def test_a_decree_adds_a_day_off_and_says_which_decree_it_was() -> None:
    added = {"tanggal": "2027-11-24", "nama": "Pemilihan Kepala Daerah", "jenis": "libur-nasional"}
    found = calendar(decree("2027-10-01", {"tambah": [added]})).off(date(2027, 11, 24))
    assert found is not None
    assert (found.name, found.source) == ("Pemilihan Kepala Daerah", "SK/2027-10-01")


def test_a_later_decree_wins_whatever_the_order_of_the_files() -> None:
    added = {"tanggal": "2027-03-16", "nama": "Cuti Bersama", "jenis": "cuti-bersama"}
    gone = {"tanggal": "2027-03-16", "alasan": "Dipindahkan"}
    first, second = decree("2026-10-01", {"tambah": [added]}), decree("2027-01-15", {"hapus": [gone]})
    assert calendar(first).off(date(2027, 3, 16))
    assert calendar(first, second).is_working(date(2027, 3, 16))
    assert calendar(second, first).is_working(date(2027, 3, 16))


def test_a_year_is_provisional_until_a_decree_is_called_complete() -> None:
    span = (date(2026, 12, 20), date(2027, 1, 8))
    assert calendar().provisional(*span) == (2027,)
    assert calendar(decree("2026-10-01")).provisional(*span) == (2027,)
    assert calendar(decree("2026-10-01", {"lengkap": "ya"})).provisional(*span) == ()


def test_a_year_outside_the_table_is_provisional() -> None:
    assert calendar().provisional(date(2040, 1, 1), date(2040, 2, 1)) == (2040,)
    assert calendar().provisional(date(2009, 1, 1), date(2009, 2, 1)) == (2009,)


def test_an_office_of_six_days_works_on_saturday() -> None:
    saturday = date(2026, 3, 7)
    assert not calendar().is_working(saturday)
    assert calendar(working_week="6").is_working(saturday)


def test_an_office_may_work_on_cuti_bersama_but_not_on_holidays() -> None:
    working = calendar(joint_leave_off=False)
    assert working.is_working(date(2026, 3, 18))
    assert not working.is_working(date(2026, 3, 19))


def test_a_holiday_on_a_sunday_is_told_as_the_holiday() -> None:
    found = calendar().off(date(2026, 5, 31))
    assert found is not None
    assert (found.name, found.kind) == ("Hari Raya Waisak", OffKind.NATIONAL)


DAYS = st.dates(date(2010, 1, 1), date(2035, 12, 31))


@given(DAYS, st.integers(1, 300))
def test_back_and_forth_is_the_same_working_day(day: date, amount: int) -> None:
    days = calendar()
    start = days.on_or_after(day)
    assert days.before(days.after(start, amount), amount) == start
    assert days.between(start, days.after(start, amount)) == amount
    assert days.since_receipt(day, days.after(start, amount)) == amount


@given(DAYS, DAYS)
def test_the_days_between_are_those_one_can_count(first: date, last: date) -> None:
    days = calendar()
    if abs((last - first).days) < 400:
        walked = (first + timedelta(n) for n in range(1, (last - first).days + 1))
        assert days.between(first, last) == sum(map(days.is_working, walked))


def test_counting_stops_at_the_ends_of_the_calendar() -> None:
    assert calendar().after(date(9999, 12, 1), 100) == date.max
    assert calendar().before(date(1, 1, 5), 100) == date.min


@pytest.mark.slow
def test_the_shipped_table_is_what_the_library_of_holidays_says() -> None:
    from holidays.countries.indonesia import Indonesia  # noqa: PLC0415 - slow to load, only this test needs it

    for year, known in law().holidays.items():
        for category, table in (("public", known.national), ("government", known.joint_leave)):
            theirs = Indonesia(years=year, categories=(category,), language="id")
            assert table == {day: name for day, name in theirs.items() if day.year == year}, (year, category)


def test_the_table_counts_as_many_days_as_the_decrees_say() -> None:
    known = {year: law().holidays[year] for year in (2025, 2026)}
    counts = {year: (len(one.national), len(one.joint_leave)) for year, one in known.items()}
    assert counts == {2025: (17, 11), 2026: (17, 8)}
