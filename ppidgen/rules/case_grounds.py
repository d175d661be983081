"""Faults in what a case rests on: an exemption not in force or of a part, an objection or a dispute that came late."""

from collections.abc import Iterator
from datetime import date

from ppidgen.diagnostics import Finding, Related
from ppidgen.duties.case_course import in_order, stage_of
from ppidgen.duties.case_standing import REPLY, notice_deadline
from ppidgen.duties.deadlines import deadline
from ppidgen.duties.life_cycle import first_day, last_day, opened_on
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import key_of
from ppidgen.model.elements.vocabulary import Decision, Extent, RefusalReason
from ppidgen.model.portal.registers import CASES, EXEMPTIONS
from ppidgen.model.records.cases import DisputeCase, ObjectionCase, RequestCase
from ppidgen.model.records.exemption import Exemption
from ppidgen.rules.rule import Rule

# Rules of the deadline table: filing an objection, filing a dispute.
OBJECT, DISPUTE = "R09", "R11"


def exemption_not_in_force(context: Context) -> Iterator[Finding]:
    """Tell refusals that rest on an exemption which did not bind on their day (Perki 1/2021 Pasal 34(2))."""
    for case in context.portal.cases:
        answered = _refused_on(case) if not isinstance(case, DisputeCase) else None
        item = context.portal.exemption_by_id.get(getattr(case, "exemption", None) or "")
        fault = _out_of_force(item, answered, context) if item and answered else None
        if item and answered and fault:
            word, day = fault
            data = {"id": item.id, "answered": answered.isoformat(), "fault": word, "day": day.isoformat()}
            yield Finding("PRK016", case.span("exemption"), data, (Related(item.span("title"), "exemption"),))


def refused_for_a_part(context: Context) -> Iterator[Finding]:
    """Tell requests refused as a whole for an exemption of a part (Perki 1/2021 Pasal 50(3))."""
    for case in context.portal.cases:
        if isinstance(case, RequestCase) and case.decision is Decision.REFUSED:
            item = context.portal.exemption_by_id.get(case.exemption or "")
            if item is not None and item.extent is Extent.PART:
                related = (Related(item.span("extent"), "exemption"),)
                yield Finding("PRK020", case.span("decision"), {"id": item.id}, related)


def _refused_on(case: RequestCase | ObjectionCase) -> date | None:
    if isinstance(case, ObjectionCase):
        return case.answered
    is_exempt = case.decision is not Decision.REFUSED or case.refusal is RefusalReason.EXEMPT
    return case.notified if is_exempt else None


def _out_of_force(item: Exemption, answered: date, context: Context) -> tuple[str, date] | None:
    """Say why an exemption did not bind on a day, and since or until when; a rulebook's word and the day."""
    list_decree = context.portal.body.exemption_decree
    first = first_day(item) or (list_decree.day if list_decree else None)
    if first is not None and answered < first:
        return "not-yet", first
    opened, last = opened_on(item), last_day(item)
    if opened is not None and opened <= answered:
        return "opened", opened
    return ("over", last) if last is not None and last < answered else None


def objection_late(context: Context) -> Iterator[Finding]:
    """Tell objections filed after their thirty working days (UU 14/2008 Pasal 36(1))."""
    rule, calendar = context.law.deadlines[OBJECT], context.standing.calendar
    requests = {case.id: case for case in context.portal.cases if isinstance(case, RequestCase)}
    for case in context.portal.cases:
        request = requests.get(case.request or "") if isinstance(case, ObjectionCase) else None
        if request is None or case.received is None or not in_order(request):
            continue
        last = deadline(rule, _ground_found(request, case.received, context), calendar).due
        if case.received > last:
            yield Finding("PRK017", case.span("received"), _late(case.received, last), _cause(request))


def _ground_found(request: RequestCase, before: date, context: Context) -> date:
    """Give the latest day on which the ground can have been found, so that nobody is called late who may not be."""
    silent = notice_deadline(request, context.law, context.standing.calendar).due
    days = [day for day in (request.notified, request.given) if day is not None and day <= before]
    return max(days, default=silent)


def dispute_late(context: Context) -> Iterator[Finding]:
    """Tell disputes filed after their fourteen working days (UU 14/2008 Pasal 37(2); Perki 1/2013 Pasal 13)."""
    law, calendar = context.law, context.standing.calendar
    objections = {case.id: case for case in context.portal.cases if isinstance(case, ObjectionCase)}
    for case in context.portal.cases:
        objection = objections.get(case.objection or "") if isinstance(case, DisputeCase) else None
        if objection is None or case.received is None or not in_order(objection):
            continue
        start = objection.answered or deadline(law.deadlines[REPLY], objection.received, calendar).due
        last = deadline(law.deadlines[DISPUTE], start, calendar).due
        if case.received > last:
            yield Finding("PRK018", case.span("received"), _late(case.received, last), _cause(objection))


def stage_against_the_days(context: Context) -> Iterator[Finding]:
    """Tell disputes whose written stage is not the one that their days give."""
    for case in context.portal.cases:
        if isinstance(case, DisputeCase) and case.stage is not None:
            told = stage_of(case)
            if told is not None and told is not case.stage:
                data = {"value": case.stage.label, "told": told.label, "key": key_of(DisputeCase, "stage")}
                yield Finding("PRK019", case.span("stage"), data)


def _late(day: date, last: date) -> dict[str, str]:
    return {"day": day.isoformat(), "last": last.isoformat()}


def _cause(case: RequestCase | ObjectionCase) -> tuple[Related, ...]:
    return (Related(case.span("received"), "first"),)


RULES = (
    Rule("PRK016", (EXEMPTIONS,), exemption_not_in_force),
    Rule("PRK020", (EXEMPTIONS,), refused_for_a_part),
    Rule("PRK017", (CASES,), objection_late),
    Rule("PRK018", (CASES,), dispute_late),
    Rule("PRK019", (), stage_against_the_days),
)
