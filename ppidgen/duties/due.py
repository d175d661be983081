"""Everything that falls due, from registers and law; who adds a kind adds a function to the table `SOURCES`."""

from collections.abc import Callable, Iterator
from datetime import date

from ppidgen.diagnostics import Span
from ppidgen.duties.calendar import add_months, newest_year_due
from ppidgen.duties.case_standing import office_standings
from ppidgen.duties.claims import nil_ends
from ppidgen.duties.deadlines import deadline
from ppidgen.duties.life_cycle import is_superseded, last_day, opened_on
from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import Category
from ppidgen.model.law.deadline_rule import DeadlineRule
from ppidgen.model.portal import registers as reg
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.exemption_terms import ExemptionState
from ppidgen.model.standing.due import Due, DueKind

RENEWAL, LIST_RENEWAL, REPORTING, OPENING, LAPSE = "R01", "R02", "R04", "R15", "R16"

Source = Callable[[Context], Iterator[Due]]


def falling_due(context: Context, until: date) -> tuple[Due, ...]:
    """Give all that is due by the day `until`, the overdue included, in order of days."""
    found = (due for source in SOURCES for due in source(context) if due.day <= until)
    return tuple(sorted(found, key=lambda due: (due.day, due.kind, due.register, due.record)))


def in_unit(context: Context, due: Due, unit: str) -> bool:
    """Tell whether something is a matter of a unit or of one below it."""
    seen: set[str] = set()
    current: str | None = due.unit
    while current and current not in seen:
        if current == unit:
            return True
        seen.add(current)
        known = context.portal.unit_by_id.get(current)
        current = known.parent if known else None
    return False


def of_owner(due: Due, name: str) -> bool:
    """Tell whether somebody answers for something, by a part of the name in any case."""
    return name.casefold() in (due.owner or "").casefold()


def exemption_endings(context: Context) -> Iterator[Due]:
    """Give for each exemption that holds: the decree to open it, its last day, its day of review."""
    opening, lapse = context.law.deadlines[OPENING], context.law.deadlines[LAPSE]
    for item in _holding(context):
        last = last_day(item)
        if last is not None:
            found = deadline(opening, last, context.standing.calendar)
            basis = context.law.cite(opening.basis[0])
            yield _exemption(item, DueKind.OPENING_DECREE, found.due, basis, provisional=bool(found.provisional))
            yield _exemption(item, DueKind.EXEMPTION_ENDS, last, context.law.cite(lapse.basis[0]))
        if item.review is not None:
            yield _exemption(item, DueKind.EXEMPTION_REVIEW, item.review)


def opened_to_list(context: Context) -> Iterator[Due]:
    """Give exemptions that are over and that no entry of the DIP holds yet (Perki 1/2021 Pasal 52(4))."""
    basis = context.law.cite(context.law.deadlines[LAPSE].basis[-1])
    for item in context.portal.exemptions:
        entry = item.opening.entry if item.opening else None
        is_listed = entry is not None and not context.portal.is_withdrawn(entry)
        if context.standing.exemption_states[item.id].is_over and not is_listed:
            day = opened_on(item) or last_day(item) or context.standing.as_of
            yield _exemption(item, DueKind.LISTING, day, basis)


def renewals(context: Context) -> Iterator[Due]:
    """Give the day by which each periodic entry is renewed again."""
    rule = context.law.deadlines[RENEWAL]
    for entry in context.portal.published_information:
        last = entry.updated or entry.published
        if entry.category is Category.PERIODIC and last is not None:
            day = add_months(last, rule.amount)
            owner = entry.responsible or entry.holder or ""
            yield Due(
                day, DueKind.RENEWAL, reg.INFORMATION.name, entry.id, entry.title, entry.span("title"),
                entry.unit or "", owner, context.law.cite(rule.basis[0]),
            )  # fmt: skip


def list_decree(context: Context) -> Iterator[Due]:
    """Give the day by which the DIP is decided again."""
    body, rule = context.portal.body, context.law.deadlines[LIST_RENEWAL]
    if body.list_decree is not None:
        day = add_months(body.list_decree.day, rule.amount)
        title = body.list_decree.about or body.list_decree.number
        yield Due(
            day, DueKind.LIST_DECREE, reg.PUBLIC_BODY.name, body.list_decree.number, title, body.span("list_decree"),
            owner=body.list_decree.signed_by or "", basis=context.law.cite(rule.basis[0]),
        )  # fmt: skip


def nil_statements(context: Context) -> Iterator[Due]:
    """Give the last day of each nil statement."""
    for statement in context.portal.nil:
        day = nil_ends(statement)
        if day is not None:
            yield Due(
                day, DueKind.NIL, reg.NIL.name, statement.id, statement.statement, statement.span("statement"),
                statement.unit or "", statement.signed_by or "",
            )  # fmt: skip


def waivers(context: Context) -> Iterator[Due]:
    """Give the last day of each waiver."""
    for waiver in context.portal.waivers:
        record = f"{waiver.code} {waiver.place}"
        yield Due(waiver.until, DueKind.WAIVER, reg.WAIVERS.name, record, waiver.reason, waiver.span("until"))


def announcements(context: Context) -> Iterator[Due]:
    """Give the last day of each announcement in force."""
    for item in context.standing.active:
        if item.ends is not None:
            yield Due(
                item.ends, DueKind.ARCHIVE, reg.ANNOUNCEMENTS.name, item.id, item.title, item.span("ends"),
                item.unit or "",
            )  # fmt: skip


def service_reports(context: Context) -> Iterator[Due]:
    """Give the day by which the service report of a year is announced, unless it is there.

    The years are the last one and, until its report is due, the one before: overdue at new year, it stays overdue.
    """
    rule, as_of = context.law.deadlines[REPORTING], context.standing.as_of
    there = {report.year for report in context.portal.reports}
    for year in sorted({as_of.year - 1, newest_year_due(as_of, rule.amount)} - there):
        day = add_months(date(year, 12, 31), rule.amount)
        where = Span(f"{reg.CONTENT}/{reg.REPORTS.name}")
        basis = context.law.cite(rule.basis[0])
        yield Due(day, DueKind.REPORT, reg.REPORTS.name, str(year), f"{rule.name} {year}", where, basis=basis)


def cases(context: Context) -> Iterator[Due]:
    """Give the day of the next step of each open case, by law or as its officer set it."""
    for one in office_standings(context):
        if one.due is None:
            continue
        is_lawful = one.due == one.lawful
        case = one.case
        yield Due(
            one.due, DueKind.CASE, reg.CASES.name, case.id, case.next_step or one.state.label, case.span("received"),
            case.unit or "", case.owner or "", _ground(one.rule, context) if is_lawful else "",
            provisional=is_lawful and bool(one.provisional),
        )  # fmt: skip


def _ground(rule: DeadlineRule | None, context: Context) -> str:
    if rule is None:
        return ""
    return context.law.cite(rule.basis[0]) if rule.basis else context.law.grounds(rule)


def _holding(context: Context) -> Iterator[Exemption]:
    for item in context.portal.exemptions:
        state = context.standing.exemption_states[item.id]
        if not (state.is_over or (state is ExemptionState.CHANGED and is_superseded(item))):
            yield item


def _exemption(item: Exemption, kind: DueKind, day: date, basis: str = "", *, provisional: bool = False) -> Due:
    return Due(
        day, kind, reg.EXEMPTIONS.name, item.id, item.title, item.span("title"), item.unit or "", item.holder or "",
        basis, provisional,
    )  # fmt: skip


SOURCES: tuple[Source, ...] = (
    exemption_endings, opened_to_list, renewals, list_decree, nil_statements, service_reports, waivers,
    announcements, cases,
)  # fmt: skip
