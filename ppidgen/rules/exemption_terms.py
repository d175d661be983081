"""Faults in how long an exemption lasts."""

from collections.abc import Iterator
from datetime import date, timedelta

from ppidgen.diagnostics import Finding
from ppidgen.duties.calendar import add_months
from ppidgen.duties.deadlines import deadline
from ppidgen.duties.life_cycle import endless_term, last_day
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import key_of
from ppidgen.model.elements.vocabulary import Ground
from ppidgen.model.records.exemption import Ending, Exemption
from ppidgen.model.records.exemption_terms import ExemptionState
from ppidgen.model.text.phrases import LENGTH_OF_TIME, YEARS
from ppidgen.rules.in_force import in_force
from ppidgen.rules.rule import Rule

# Time to prepare the decree that opens the information, before the law's own period begins.
PREPARATION = timedelta(days=30)
# No thirty working days and their preparation lie farther apart than this.
FARTHEST = timedelta(days=120)
# What these letters protect is somebody's own, as long as needed (PP 61/2010 Pasal 8).
PERSONAL = frozenset({Ground.G, Ground.H})
# Rule R15 of the deadline table: the decree that opens comes 30 working days before the end.
OPENING_RULE = "R15"


def term_endless(context: Context) -> Iterator[Finding]:
    """Tell exemptions under a letter that cannot last for ever, which are to do so (UU 14/2008 Pasal 20(1))."""
    grounds = context.law.exemption_grounds
    for item in in_force(context):
        if found := endless_term(item, grounds):
            path, text = found
            bound = [basis.ground.value for basis in item.basis if not grounds[basis.ground.value].may_be_permanent]
            yield Finding("DIK004", item.span(*path), {"value": text, "grounds": ", ".join(bound)})


def term_over_maximum(context: Context) -> Iterator[Finding]:
    """Tell exemptions that last longer than the law allows, from their decree on (PP 61/2010 Pasal 5(1))."""
    for item in in_force(context):
        years, start = _most_years(item, context), (item.decree.day if item.decree else None) or _start(item)
        end = item.expires.day if item.expires else None
        if years is None or start is None or end is None:
            continue
        limit = add_months(start, years * 12)
        if end > limit:
            data = {"day": end.isoformat(), "limit": limit.isoformat(), "years": str(years)}
            yield Finding("DIK005", item.span("expires", "day"), data)


def ending_missing(context: Context) -> Iterator[Finding]:
    """Tell exemptions that have neither a last day nor an event that ends them (PP 61/2010 Pasal 4(2) huruf d).

    A length of time in the place of an event never comes about.
    """
    for item in in_force(context):
        if (item.expires is None or not item.expires.day) and not _event(item):
            length = (item.expires and item.expires.event) or ""
            place = ("expires", "event") if length else ("duration" if item.duration else "title",)
            term = length or item.duration or ""
            data = {"title": item.title, "value": term, "fixed": _computed_end(item, term)}
            yield Finding("DIK006", item.span(*place), data | {"key": key_of(Exemption, "expires")})


def latest_day_missing(context: Context) -> Iterator[Finding]:
    """Tell exemptions with a greatest length whose end is an event alone."""
    for item in in_force(context):
        years = _most_years(item, context)
        if years is not None and item.expires is not None and _event(item) and not item.expires.day:
            data = {"years": str(years), "key": key_of(Ending, "day")}
            yield Finding("DIK007", item.span("expires", "event"), data)


def exemption_expired(context: Context) -> Iterator[Finding]:
    """Tell exemptions that have opened by themselves and are still written as being in force."""
    for item in in_force(context):
        last = last_day(item)
        if last is not None and context.standing.exemption_states[item.id] is ExemptionState.EXPIRED:
            personal = ", ".join(basis.ground.value for basis in item.basis if basis.ground in PERSONAL)
            data = {"title": item.title, "day": last.isoformat(), "personal": personal}
            yield Finding("DIK014", item.span("expires", "day"), data)


def exemption_ends_soon(context: Context) -> Iterator[Finding]:
    """Tell exemptions for which the decree that opens them must be prepared now (Perki 1/2021 Pasal 52(1))."""
    rule, today = context.law.deadlines[OPENING_RULE], context.standing.as_of
    for item in in_force(context):
        day = last_day(item)
        if day is None or not today <= day <= today + FARTHEST:
            continue
        due = deadline(rule, day, context.standing.calendar).due
        if due - PREPARATION <= today:
            data = {"title": item.title, "day": day.isoformat(), "working_days": str(rule.amount)}
            data |= {"due": due.isoformat()}
            yield Finding("DIK015", item.span("expires", "day"), data)


def review_day_missing(context: Context) -> Iterator[Finding]:
    """Tell exemptions that end with an event and that nobody is to look at again."""
    for item in in_force(context):
        if item.expires is not None and _event(item) and not item.expires.day and item.review is None:
            data = {"title": item.title, "key": key_of(Exemption, "review")}
            yield Finding("DIK018", item.span("expires", "event"), data)


def review_day_passed(context: Context) -> Iterator[Finding]:
    """Tell exemptions whose day of review has passed."""
    for item in in_force(context):
        if item.review is not None and item.review < context.standing.as_of:
            yield Finding("DIK019", item.span("review"), {"title": item.title, "day": item.review.isoformat()})


def term_ends_before_it_starts(context: Context) -> Iterator[Finding]:
    """Tell exemptions whose last day lies before their first."""
    for item in context.portal.exemptions:
        start, end = item.starts, item.expires.day if item.expires else None
        if start is not None and end is not None and end < start:
            data = {"starts": start.isoformat(), "ends": end.isoformat()}
            yield Finding("DIK020", item.span("expires", "day"), data)


def _most_years(item: Exemption, context: Context) -> int | None:
    limits = (context.law.exemption_grounds[basis.ground.value].max_years for basis in item.basis)
    return min((limit for limit in limits if limit is not None), default=None)


def _start(item: Exemption) -> date | None:
    return item.starts or (item.decree.day if item.decree else None) or (item.test.day if item.test else None)


def _event(item: Exemption) -> str:
    """Give the event that ends an exemption, "" for none."""
    event = (item.expires and item.expires.event) or ""
    return "" if LENGTH_OF_TIME.match(event) else event


def _computed_end(item: Exemption, term: str) -> str:
    start, years = _start(item), YEARS.search(term)
    return add_months(start, int(years[1]) * 12).isoformat() if start and years else ""


RULES = (
    Rule("DIK004", (), term_endless),
    Rule("DIK005", (), term_over_maximum),
    Rule("DIK006", (), ending_missing),
    Rule("DIK007", (), latest_day_missing),
    Rule("DIK014", (), exemption_expired),
    Rule("DIK015", (), exemption_ends_soon),
    Rule("DIK018", (), review_day_missing),
    Rule("DIK019", (), review_day_passed),
    Rule("DIK020", (), term_ends_before_it_starts),
)
