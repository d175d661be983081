"""A calendar of working days: which days are off and why, and the n-th working day from any day.

Five working days a week from Monday, or six, less national holidays and cuti bersama (Perpres 21/2023).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date
from enum import StrEnum, auto

from ppidgen.model.days.dates import WEEKDAYS

FIVE_DAYS = 5


class OffKind(StrEnum):
    """Why a day is no working day."""

    WEEKEND = auto()
    NATIONAL = auto()
    JOINT_LEAVE = auto()
    LOCAL = auto()


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that is no working day; `source` names the decree where the portal itself records it."""

    name: str
    kind: OffKind
    source: str = ""


@dataclass(frozen=True)
class WorkingCalendar:
    """Days off by day; `decided` are the years whose decree on days off is known, all others are provisional.

    `elections` are the first and last days of the times in which the periods of an election run.
    """

    holidays: Mapping[date, DayOff] = field(default_factory=dict)
    decided: frozenset[int] = frozenset()
    week: int = FIVE_DAYS
    elections: tuple[tuple[date, date], ...] = ()
    _years: dict[int, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)

    def __hash__(self) -> int:
        """Let what is computed from a calendar be looked up by it."""
        return hash((self.week, self.decided, len(self.holidays), self.elections))

    def off(self, day: date) -> DayOff | None:
        """Say why a day is off; None for a working day. A holiday on a Sunday is told as the holiday."""
        found = self.holidays.get(day)
        if found is None and day.weekday() >= self.week:
            return DayOff(WEEKDAYS[day.weekday()], OffKind.WEEKEND)
        return found

    def is_working(self, day: date) -> bool:
        """Say whether a day counts."""
        return self.off(day) is None

    def in_election(self, day: date) -> bool:
        """Say whether what happens on a day falls under the periods of an election."""
        return any(first <= day <= last for first, last in self.elections)

    def on_or_after(self, day: date) -> date:
        """Give the day itself, or the first working day after it."""
        return day if self.is_working(day) else self.after(day, 1)

    def after(self, day: date, amount: int) -> date:
        """Give the `amount`-th working day after a day, which is not counted itself."""
        year = day.year
        days = self._working(year)
        place = bisect_right(days, day.toordinal()) + amount - 1
        while place >= len(days):
            if year == MAXYEAR:
                return date.max
            place, year = place - len(days), year + 1
            days = self._working(year)
        return date.fromordinal(days[place])

    def before(self, day: date, amount: int) -> date:
        """Give the `amount`-th working day before a day, which is not counted itself."""
        year = day.year
        days = self._working(year)
        place = bisect_left(days, day.toordinal()) - amount
        while place < 0:
            if year == MINYEAR:
                return date.min
            year -= 1
            days = self._working(year)
            place += len(days)
        return date.fromordinal(days[place])

    def between(self, first: date, last: date) -> int:
        """Count the working days after `first` up to and with `last`; 0 when `last` is not later."""
        if last <= first:
            return 0
        whole = sum(len(self._working(year)) for year in range(first.year, last.year))
        return whole + self._up_to(last) - self._up_to(first)

    def since_receipt(self, received: date, last: date) -> int:
        """Count the working days up to `last` from receipt, which on a day off is that of the next working day."""
        return self.between(self.on_or_after(received), last)

    def provisional(self, first: date, last: date) -> tuple[int, ...]:
        """Name the years from one day to another whose days off are not decided yet."""
        low, high = sorted((first.year, last.year))
        return tuple(year for year in range(low, high + 1) if year not in self.decided)

    def _up_to(self, day: date) -> int:
        return bisect_right(self._working(day.year), day.toordinal())

    def _working(self, year: int) -> tuple[int, ...]:
        known = self._years.get(year)
        if known is None:
            days = range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)
            known = tuple(day for day in days if self.is_working(date.fromordinal(day)))
            self._years[year] = known
        return known
