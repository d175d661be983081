"""Steps on the calendar that the law counts in: months, and the newest year whose report is due."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache


@lru_cache(maxsize=1 << 12)  # thousands of entries were changed on a few hundred days
def add_months(day: date, months: int) -> date:
    """Give the same day `months` later, or the last day of a shorter month; it stops at the ends of the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def newest_year_due(as_of: date, months: int) -> int:
    """Give the newest year whose papers are due: `months` (-24 to 36) after its last day have gone by."""
    year = as_of.year + 2
    while add_months(date(year, 12, 31), months) >= as_of:
        year -= 1
    return year
