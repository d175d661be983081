"""The periods of the law as dates: which day each one ends, what follows from it, and why just that day.

No text says whether the day of the event counts; here it does not, and what reaches an office on a day off counts as
received on the next working day. "Hari" in Perki 1/2021 is a working day (Pasal 1 angka 22).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ppidgen.duties.calendar import add_months
from ppidgen.model.days.working_days import DayOff, WorkingCalendar
from ppidgen.model.law.deadline_rule import DeadlineEvent, DeadlineRule, DeadlineUnit, Direction
from ppidgen.model.law.whole import Law

MONTHS_A_YEAR = 12
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a period. Counting starts after `start`: the event's day, or the working day that stands for it.

    `provisional` names the years it touches whose days off are not decided yet; `conditional` says that the
    period only runs when the one before it ended in the way that `rule.condition` tells.
    """

    rule: DeadlineRule
    event: date
    start: date
    due: date
    provisional: tuple[int, ...] = ()
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One day of a count: its number, or 0 where it does not count and `off` (or being the first) says why."""

    day: date
    number: int
    off: DayOff | None


def deadline(rule: DeadlineRule, event: date, calendar: WorkingCalendar, *, conditional: bool = False) -> Deadline:
    """Work out when the period of a rule ends that an event on this day sets going, in an election by its period."""
    if calendar.in_election(event):
        rule = rule.in_election()
    if rule.counts_all_days:
        return Deadline(rule, event, event, _in_calendar(rule, event), conditional=conditional)
    if rule.direction is Direction.BEFORE:
        start, due = event, calendar.before(event, rule.amount)
    else:
        start = calendar.on_or_after(event) if rule.waits_for_office else event
        due = calendar.after(start, rule.amount)
    return Deadline(rule, event, start, due, calendar.provisional(event, due), conditional)


def chained(rule: DeadlineRule, before: Deadline, calendar: WorkingCalendar, *, conditional: bool = False) -> Deadline:
    """Work out a period that begins where another ends: days off that may yet move that end move this one too."""
    found = deadline(rule, before.due, calendar, conditional=conditional)
    return replace(found, provisional=tuple(sorted({*before.provisional, *found.provisional})))


def following(event: DeadlineEvent, day: date, law: Law, calendar: WorkingCalendar) -> tuple[Deadline, ...]:
    """Give every deadline that follows from an event, in the order of the law; each chain starts at an earlier end."""
    found: dict[str, Deadline] = {}
    for rule in law.deadlines.values():
        if rule.event is event:
            found[rule.code] = deadline(rule, day, calendar)
        elif rule.after in found:
            found[rule.code] = chained(rule, found[rule.after], calendar, conditional=bool(rule.condition))
    return tuple(found.values())


def counted_days(found: Deadline, calendar: WorkingCalendar) -> Iterator[CountedDay]:
    """Tell day by day how a deadline is counted, from the day of the event to the last day; in working days or all."""
    step = -ONE_DAY if found.rule.direction is Direction.BEFORE else ONE_DAY
    day, number = found.event, 0
    yield CountedDay(day, 0, calendar.off(day))
    while day != found.due:
        day += step
        off = None if found.rule.counts_all_days else calendar.off(day)
        counts = off is None and (day > found.start or step < timedelta())
        number += counts
        yield CountedDay(day, number if counts else 0, off)


def _in_calendar(rule: DeadlineRule, event: date) -> date:
    if rule.unit is DeadlineUnit.AT_ONCE:
        return event
    if rule.unit is DeadlineUnit.DAYS:
        return event + rule.amount * (-ONE_DAY if rule.direction is Direction.BEFORE else ONE_DAY)
    months = rule.amount * (MONTHS_A_YEAR if rule.unit is DeadlineUnit.YEARS else 1)
    return add_months(event, -months if rule.direction is Direction.BEFORE else months)
