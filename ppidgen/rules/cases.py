"""Faults in the anonymous register of requests, objections and disputes."""

from collections.abc import Iterator
from datetime import date

from ppidgen.diagnostics import Finding, Related
from ppidgen.duties.case_course import course_of, day_of, events_of, in_order, reversed_days
from ppidgen.duties.case_standing import NOTICE, REPLY, notice_deadline, office_standings
from ppidgen.duties.deadlines import deadline
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import key_of, keys_of
from ppidgen.model.elements.vocabulary import Decision, RefusalReason
from ppidgen.model.records.cases import Case, DisputeCase, ObjectionCase, RequestCase, plain_receipt
from ppidgen.model.standing.case_standing import CaseStanding
from ppidgen.model.standing.case_state import CaseState
from ppidgen.rules.rule import Rule

# What an open case is carried by.
_CARE = ("owner", "next_step", "due")


def days_out_of_order(context: Context) -> Iterator[Finding]:
    """Tell cases in which a later step was taken on an earlier day."""
    for case in context.portal.cases:
        for earlier, later in reversed_days(case):
            yield Finding("PRK001", case.span(later), _days(case, earlier, later))


def _standings(context: Context) -> Iterator[CaseStanding]:
    """Give how each case stands whose days say so."""
    return (standing for standing in office_standings(context) if in_order(standing.case))


def refusal_unreasoned(context: Context) -> Iterator[Finding]:
    """Tell refusals without a reason (UU 14/2008 Pasal 22(7) huruf c)."""
    for case in _requests(context):
        if case.decision is Decision.REFUSED and case.refusal is None:
            yield Finding("PRK002", case.span("decision"), {"key": key_of(RequestCase, "refusal")})


def day_in_the_future(context: Context) -> Iterator[Finding]:
    """Tell days of what has happened that lie after today."""
    today = context.standing.as_of
    for case in context.portal.cases:
        for name in events_of(case):
            day = day_of(case, name)
            if day is not None and day > today:
                data = {"key": key_of(type(case), name), "day": day.isoformat(), "today": today.isoformat()}
                yield Finding("PRK003", case.span(name), data)


def decision_unannounced(context: Context) -> Iterator[Finding]:
    """Tell decisions of which the applicant was not notified (UU 14/2008 Pasal 22(7))."""
    for case in _requests(context):
        if case.decision is not None and case.notified is None:
            yield Finding("PRK004", case.span("decision"), {"key": key_of(RequestCase, "notified")})


def step_impossible(context: Context) -> Iterator[Finding]:
    """Tell steps that cannot follow the state in which the case was."""
    for case in context.portal.cases:
        if in_order(case):
            for fault in course_of(case).impossible:
                data = {
                    "key": key_of(type(case), fault.event),
                    "day": str(day_of(case, fault.event)),
                    "state": fault.state.label,
                }
                yield Finding("PRK005", case.span(fault.event), data)


def extension_too_late(context: Context) -> Iterator[Finding]:
    """Tell extensions of which the applicant heard only after the first period (UU 14/2008 Pasal 22(8))."""
    rule, calendar = context.law.deadlines[NOTICE], context.standing.calendar
    for case in _requests(context):
        last = deadline(rule, case.received, calendar).due
        if case.extended is not None and case.extended > last:
            data = {"day": case.extended.isoformat(), "last": last.isoformat(), "ground": _ground(case, context)}
            yield Finding("PRK006", case.span("extended"), data)


def extension_unreasoned(context: Context) -> Iterator[Finding]:
    """Tell extensions without the written reason (Perki 1/2021 Pasal 36)."""
    for case in _requests(context):
        if case.extended is not None and case.extension_reason is None:
            yield Finding("PRK007", case.span("extended"), {"key": key_of(RequestCase, "extension_reason")})


def answer_late(context: Context) -> Iterator[Finding]:
    """Tell notices and replies to objections that came after the last lawful day."""
    for case in context.portal.cases:
        found = _answer(case)
        last = _last_day(case, context)
        if found and last and found[1] > last and in_order(case):
            days = {"day": found[1].isoformat(), "last": last.isoformat()}
            data = {"key": key_of(type(case), found[0]), **days, "ground": _ground(case, context)}
            yield Finding("PRK008", case.span(found[0]), data)


def case_overdue(context: Context) -> Iterator[Finding]:
    """Tell open cases whose lawful time has passed; a decision that nobody announced has its own code."""
    for standing in _standings(context):
        case, lawful = standing.case, standing.lawful
        is_decided = isinstance(case, RequestCase) and case.decision is not None
        waits_for_us = (
            not isinstance(case, DisputeCase) and standing.state is not CaseState.INCOMPLETE and not is_decided
        )
        if lawful and lawful < context.standing.as_of and waits_for_us:
            data = {"state": standing.state.label, "last": lawful.isoformat(), "ground": _ground(case, context)}
            yield Finding("PRK009", case.span("received"), data)


def case_uncared_for(context: Context) -> Iterator[Finding]:
    """Tell open cases of which nobody says who does what until when."""
    for standing in _standings(context):
        case = standing.case
        missing = [name for name in _CARE if not getattr(case, name)]
        if standing.is_open and missing:
            data = {"state": standing.state.label, "keys": keys_of(type(case), missing)}
            yield Finding("PRK010", case.span("received"), data)


def own_day_too_late(context: Context) -> Iterator[Finding]:
    """Tell days that officers set themselves and that lie beyond the law's."""
    for standing in _standings(context):
        case, lawful = standing.case, standing.lawful
        if lawful and case.due and case.due > lawful:
            data = {"day": case.due.isoformat(), "last": lawful.isoformat(), "ground": _ground(case, context)}
            if standing.rule is not None and standing.rule.code == NOTICE:
                data["extension"] = key_of(RequestCase, "extended")
            yield Finding("PRK011", case.span("due"), data)


def case_before_its_cause(context: Context) -> Iterator[Finding]:
    """Tell objections that precede their request, and disputes that precede their objection."""
    known = {case.id: case for case in context.portal.cases}
    for case in context.portal.cases:
        attribute = _cause(case)
        cause = known.get(getattr(case, attribute) or "") if attribute else None
        if attribute and cause and cause.received and case.received and case.received < cause.received:
            data = {
                "day": case.received.isoformat(),
                "other": cause.id,
                "other_day": cause.received.isoformat(),
            }
            yield Finding("PRK012", case.span("received"), data, (Related(cause.span("received"), "first"),))


def refusal_without_exemption(context: Context) -> Iterator[Finding]:
    """Tell refusals by exemption that name no exemption: its decree goes with the notice (Perki 1/2021 Pasal 34(2))."""
    for case in _requests(context):
        if case.decision is Decision.REFUSED and case.refusal is RefusalReason.EXEMPT and case.exemption is None:
            yield Finding("PRK013", case.span("refusal"), {"key": key_of(RequestCase, "exemption")})


def proposal_unchecked(context: Context) -> Iterator[Finding]:
    """Tell what an import only proposed and nobody has looked at."""
    for case in _requests(context):
        if case.to_check:
            yield Finding("PRK014", case.span("to_check"), {"keys": ", ".join(case.to_check)})


def receipt_twice(context: Context) -> Iterator[Finding]:
    """Tell receipt codes that two cases share: whoever holds one would see the other."""
    first: dict[str, Case] = {}
    for case in context.portal.cases:
        code = "" if isinstance(case, DisputeCase) else plain_receipt(case.receipt or "")
        if code and code in first:
            related = (Related(first[code].span("receipt"), "first"),)
            yield Finding("PRK015", case.span("receipt"), {"other": first[code].id}, related)
        elif code:
            first[code] = case


def _requests(context: Context) -> Iterator[RequestCase]:
    return (case for case in context.portal.cases if isinstance(case, RequestCase))


def _answer(case: Case) -> tuple[str, date] | None:
    name = {RequestCase: "notified", ObjectionCase: "answered"}.get(type(case))
    day = day_of(case, name) if name else None
    return (name, day) if name and day else None


def _last_day(case: Case, context: Context) -> date | None:
    if isinstance(case, RequestCase):
        return notice_deadline(case, context.law, context.standing.calendar).due
    if isinstance(case, ObjectionCase):
        return deadline(context.law.deadlines[REPLY], case.received, context.standing.calendar).due
    return None


def _ground(case: Case, context: Context) -> str:
    """Say what the last day of a case rests on: the law, or what the body applies in an election."""
    in_election = isinstance(case, RequestCase) and context.standing.calendar.in_election(case.received)
    return "election" if in_election else "law"


def _cause(case: Case) -> str:
    if isinstance(case, RequestCase):
        return ""
    return "request" if isinstance(case, ObjectionCase) else "objection"


def _days(case: Case, earlier: str, later: str) -> dict[str, str]:
    return {
        "key": key_of(type(case), later),
        "value": getattr(case, later).isoformat(),
        "other": key_of(type(case), earlier),
        "other_value": getattr(case, earlier).isoformat(),
    }


RULES = (
    Rule("PRK001", (), days_out_of_order),
    Rule("PRK002", (), refusal_unreasoned),
    Rule("PRK003", (), day_in_the_future),
    Rule("PRK004", (), decision_unannounced),
    Rule("PRK005", (), step_impossible),
    Rule("PRK006", (), extension_too_late),
    Rule("PRK007", (), extension_unreasoned),
    Rule("PRK008", (), answer_late),
    Rule("PRK009", (), case_overdue),
    Rule("PRK010", (), case_uncared_for),
    Rule("PRK011", (), own_day_too_late),
    Rule("PRK012", (), case_before_its_cause),
    Rule("PRK013", (), refusal_without_exemption),
    Rule("PRK014", (), proposal_unchecked),
    Rule("PRK015", (), receipt_twice),
)
