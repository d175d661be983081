"""How each case stands on a day: its state, the last lawful day of its next step, and the light that tells it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from ppidgen.duties.case_course import Course, course_of
from ppidgen.duties.deadlines import Deadline, chained, deadline
from ppidgen.model.context import Context
from ppidgen.model.days.working_days import WorkingCalendar
from ppidgen.model.law.whole import Law
from ppidgen.model.records.cases import Case, DisputeCase, ObjectionCase, RequestCase
from ppidgen.model.standing.case_standing import CaseStanding
from ppidgen.model.standing.case_state import CaseState, Light

# Rules of the deadline table: repair of an incomplete request, the notice, its extension, the reply to an objection.
REPAIR, NOTICE, EXTENSION, REPLY = "R06", "R07", "R08", "R10"
# What the body itself may still do after an award or a judgement: sue, appeal.
SUIT, APPEAL = "R17", "R20"
# So many working days before the last day a case turns yellow.
SOON = 3

_REMEDIES = MappingProxyType({CaseState.AWARDED: SUIT, CaseState.JUDGED: APPEAL})
_BEFORE_EXTENSION = frozenset({CaseState.RECEIVED, CaseState.COMPLETE})


def case_standings(cases: Iterable[Case], law: Law, calendar: WorkingCalendar, as_of: date) -> tuple[CaseStanding, ...]:
    """Work out how every case stands, in the order of their ids."""
    return tuple(case_standing(case, law, calendar, as_of) for case in cases)


def office_standings(context: Context) -> tuple[CaseStanding, ...]:
    """Work out how every case stands with what only the office knows of it: who acts next, and until when."""
    standing = context.standing
    return case_standings(context.portal.cases, context.law, standing.calendar, standing.as_of)


def case_standing(case: Case, law: Law, calendar: WorkingCalendar, as_of: date) -> CaseStanding:
    """Work out how one case stands."""
    course = course_of(case)
    plain = CaseStanding(case, course.state, course.since)
    if not plain.is_open:
        return plain
    lawful = next_deadline(case, course, law, calendar)
    days = [day for day in (lawful.due if lawful else None, case.due) if day is not None]
    if not days:
        return replace(plain, light=Light.GREEN)
    due = min(days)
    left = calendar.between(as_of, due) if due >= as_of else -calendar.between(due, as_of)
    known = replace(plain, due=due, left=left, light=_light(due, left, as_of))
    if lawful is None:
        return known
    return replace(known, rule=lawful.rule, lawful=lawful.due, provisional=lawful.provisional)


def _light(due: date, left: int, as_of: date) -> Light:
    if due < as_of:
        return Light.RED
    return Light.YELLOW if left <= SOON else Light.GREEN


def next_deadline(case: Case, course: Course, law: Law, calendar: WorkingCalendar) -> Deadline | None:
    """Give the lawful end of the step that a case waits for; None where the law sets no time for it."""
    if isinstance(case, RequestCase):
        if course.state in _BEFORE_EXTENSION:
            return deadline(law.deadlines[NOTICE], case.received, calendar)
        if course.state is CaseState.EXTENDED:
            return notice_deadline(case, law, calendar)
        if course.state is CaseState.INCOMPLETE and case.incomplete is not None:
            return deadline(law.deadlines[REPAIR], case.incomplete, calendar)
    if isinstance(case, ObjectionCase) and course.state is CaseState.RECEIVED:
        return deadline(law.deadlines[REPLY], case.received, calendar)
    if isinstance(case, DisputeCase) and course.since is not None and course.state in _REMEDIES:
        return deadline(law.deadlines[_REMEDIES[course.state]], course.since, calendar)
    return None


def notice_deadline(case: RequestCase, law: Law, calendar: WorkingCalendar) -> Deadline:
    """Give the last day of the notice of a request: ten working days, and seven more where it was extended.

    The time is counted from receipt, the stricter of the two beginnings that the law names (UU 14/2008 Pasal 22(7)).
    """
    first = deadline(law.deadlines[NOTICE], case.received, calendar)
    if case.extended is None:
        return first
    return chained(law.deadlines[EXTENSION], first, calendar)
