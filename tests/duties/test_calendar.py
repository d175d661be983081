from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ppidgen.duties.calendar import add_months, newest_year_due


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(1)).day == 1


def test_months_stop_at_the_ends_of_the_calendar() -> None:
    assert add_months(date(9999, 12, 1), 6) == date.max
    assert add_months(date(1, 1, 31), -6) == date.min


def test_papers_of_a_year_are_due_once_their_last_day_has_gone_by() -> None:
    assert newest_year_due(date(2026, 3, 31), 3) == 2024
    assert newest_year_due(date(2026, 4, 1), 3) == 2025
    assert newest_year_due(date(2026, 1, 1), 0) == 2025
