"""Faults in days off and times of elections: what would make a lawful deadline fall on the wrong day."""

from collections.abc import Iterator

from ppidgen.diagnostics import Finding, Span
from ppidgen.duties.deadlines import following
from ppidgen.duties.working_days import national_table
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import key_of
from ppidgen.model.law.deadline_rule import DeadlineEvent
from ppidgen.model.portal.registers import CONTENT, HOLIDAYS
from ppidgen.model.records.body import PublicBody
from ppidgen.model.records.holidays import HolidayDecree
from ppidgen.rules.rule import Rule


def day_of_other_year(context: Context) -> Iterator[Finding]:
    """Tell a day that lies outside of the year its file is about."""
    for record in context.portal.holidays:
        for name in ("added", "removed"):
            for place, one in enumerate(getattr(record, name)):
                if one.day.year != record.year:
                    data = {"day": one.day.isoformat(), "year": str(record.year)}
                    yield Finding("LYN015", record.span(name, place, "day"), data)


def removal_of_no_holiday(context: Context) -> Iterator[Finding]:
    """Tell a day that is taken off the table though no table holds it: mistyped, as a rule."""
    known = {one.day for record in context.portal.holidays for one in record.added} | set(national_table(context.law))
    for record in context.portal.holidays:
        for place, one in enumerate(record.removed):
            if one.day not in known:
                yield Finding("LYN016", record.span("removed", place, "day"), {"day": one.day.isoformat()})


def holiday_twice(context: Context) -> Iterator[Finding]:
    """Tell a day that the table already holds."""
    table = national_table(context.law)
    for record in context.portal.holidays:
        for place, one in enumerate(record.added):
            if one.day in table:
                data = {"day": one.day.isoformat(), "name": table[one.day].name}
                yield Finding("LYN017", record.span("added", place, "day"), data)


def year_undecided(context: Context) -> Iterator[Finding]:
    """Tell a year that deadlines reach and whose days off nobody has confirmed yet."""
    calendar, as_of = context.standing.calendar, context.standing.as_of
    spans = {
        one.year: one.span("year") for one in reversed(context.portal.holidays) if one.year not in calendar.decided
    }
    written = {one.year for one in context.portal.holidays}
    for one in following(DeadlineEvent.OBJECTION, as_of, context.law, calendar):
        for year in one.provisional:
            spans.setdefault(year, Span(f"{CONTENT}/{HOLIDAYS.name}"))
    for year, span in sorted(spans.items()):
        file = "" if year in written else f"{CONTENT}/{HOLIDAYS.name}/{year}.yaml"
        yield Finding("LYN018", span, {"year": str(year), "key": key_of(HolidayDecree, "complete"), "file": file})


def election_ends_early(context: Context) -> Iterator[Finding]:
    """Tell a time of election that ends before it starts: no day lies in it."""
    body = context.portal.body
    for place, one in enumerate(body.elections):
        if one.ends < one.starts:
            data = {"first": one.starts.isoformat(), "last": one.ends.isoformat()}
            yield Finding("LYN021", body.span("elections", place, "ends"), data)


def election_unchecked(context: Context) -> Iterator[Finding]:
    """Remind that the periods of an election are on, and that nobody here has read the articles they come from."""
    body = context.portal.body
    changed = "; ".join(
        f"{one.name}: {one.election.amount}" for one in context.law.deadlines.values() if one.election is not None
    )
    for place, _ in enumerate(body.elections):
        data = {"periods": changed, "key": key_of(PublicBody, "elections")}
        yield Finding("LYN022", body.span("elections", place, "starts"), data)


RULES = (
    Rule("LYN015", (), day_of_other_year),
    Rule("LYN016", (HOLIDAYS,), removal_of_no_holiday),
    Rule("LYN017", (), holiday_twice),
    Rule("LYN018", (HOLIDAYS,), year_undecided),
    Rule("LYN021", (), election_ends_early),
    Rule("LYN022", (), election_unchecked),
)
