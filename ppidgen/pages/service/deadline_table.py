"""Every deadline of every day of three years, computed by the engine, for the calculator and for programs."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache

from ppidgen.duties.deadlines import following
from ppidgen.model.context import Context
from ppidgen.model.days.working_days import WorkingCalendar
from ppidgen.model.law.deadline_rule import DeadlineEvent, DeadlineRule
from ppidgen.model.law.whole import Law
from ppidgen.model.standing.deadline_table import DeadlineTable, TableElection, TableEvent, TableRule
from ppidgen.pages.parts.wording import cited
from ppidgen.pages.service.services import deadline_time

# The longest chain (a dispute: 14 and 100 working days) ends within this many days; its days off are told as well.
REACH = timedelta(300)


def span(context: Context) -> tuple[date, date]:
    """Give the first and the last day of the table: the year of the build, the one before and the one after."""
    year = context.standing.as_of.year
    return date(year - 1, 1, 1), date(year + 1, 12, 31)


def deadline_table(context: Context) -> DeadlineTable:
    """Compute the whole table."""
    first, last = span(context)
    calendar = context.standing.calendar
    events = _events(context.law, calendar, first, last)
    rules, elections = context.law.deadlines, context.portal.body.elections
    used = {code for event in events.values() for code in event.rules}
    years = range(first.year, (last + REACH).year + 1)
    return DeadlineTable(
        first=first,
        last=last,
        week=calendar.week,
        decided=tuple(sorted(calendar.decided & set(years))),
        holidays={day: off.name for day, off in sorted(calendar.holidays.items()) if first <= day <= last + REACH},
        rules={code: _rule(context, rule) for code, rule in rules.items() if code in used},
        elections=tuple(TableElection(starts=one.starts, ends=one.ends) for one in elections),
        special={code: _rule(context, rules[code].in_election()) for code in _special(context)},
        events=events,
    )


@lru_cache(maxsize=2)  # the dearest data file of a small portal, and the same each time `serve` builds it again
def _events(law: Law, calendar: WorkingCalendar, first: date, last: date) -> Mapping[str, TableEvent]:
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    return {event.value: _event(law, calendar, event, days) for event in DeadlineEvent}


def _event(law: Law, calendar: WorkingCalendar, event: DeadlineEvent, days: Iterable[date]) -> TableEvent:
    found = [(day, following(event, day, law, calendar)) for day in days]
    rules = tuple(one.rule.code for one in found[0][1])
    return TableEvent(rules=rules, days=tuple(tuple((one.due - day).days for one in told) for day, told in found))


def _rule(context: Context, rule: DeadlineRule) -> TableRule:
    return TableRule(
        name=rule.name,
        period=deadline_time(context, rule),
        after=rule.after,
        condition=rule.condition,
        basis=cited(context, rule.basis) or context.law.grounds(rule),
        all_days=rule.counts_all_days,
        moved=rule.waits_for_office,
    )


def _special(context: Context) -> tuple[str, ...]:
    if not context.portal.body.elections:
        return ()
    return tuple(code for code, rule in context.law.deadlines.items() if rule.election)


def days_shown(context: Context, back: int, ahead: int) -> Iterator[date]:
    """Give the working days around the day of the build."""
    as_of, calendar = context.standing.as_of, context.standing.calendar
    around = (as_of + timedelta(n) for n in range(-back, ahead + 1))
    return (day for day in around if calendar.is_working(day))
