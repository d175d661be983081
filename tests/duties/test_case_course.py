"""A case runs through the states of the statute and through no others."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.duties.case_course import TRANSITIONS, course_of, day_of, events_of, stage_of
from ppidgen.model.elements.vocabulary import Decision, DisputeStage, ObjectionGround
from ppidgen.model.records.cases import DisputeCase, ObjectionCase, RequestCase
from ppidgen.model.standing.case_state import ENDS, CaseState

FIRST = date(2026, 1, 5)


def request(**values: Any) -> RequestCase:
    return RequestCase.model_validate({"id": "p-1", "kind": "permohonan", "received": FIRST, **values})


def day(number: int) -> date:
    return FIRST + timedelta(number)


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, CaseState.RECEIVED),
        ({"complete": day(1)}, CaseState.COMPLETE),
        ({"incomplete": day(1)}, CaseState.INCOMPLETE),
        ({"incomplete": day(1), "complete": day(3)}, CaseState.COMPLETE),
        ({"incomplete": day(1), "dropped": day(7)}, CaseState.DROPPED),
        ({"complete": day(1), "extended": day(9)}, CaseState.EXTENDED),
        ({"notified": day(5), "decision": Decision.GRANTED}, CaseState.GRANTED),
        ({"notified": day(5), "decision": Decision.REFUSED}, CaseState.REFUSED),
        ({"notified": day(5), "given": day(5), "decision": Decision.GRANTED}, CaseState.GIVEN),
        ({"withdrawn": day(2)}, CaseState.WITHDRAWN),
    ],
)
def test_the_dates_of_a_request_tell_its_state(values: dict[str, Any], state: CaseState) -> None:
    course = course_of(request(**values))
    assert (course.state, course.impossible) == (state, ())


@pytest.mark.parametrize(
    ("values", "event", "state"),
    [
        ({"notified": day(5), "given": day(6), "decision": Decision.REFUSED}, "given", CaseState.REFUSED),
        ({"notified": day(5), "extended": day(6), "decision": Decision.GRANTED}, "extended", CaseState.GRANTED),
        ({"incomplete": day(1), "notified": day(5), "decision": Decision.GRANTED}, "notified", CaseState.INCOMPLETE),
        ({"withdrawn": day(1), "given": day(5)}, "given", CaseState.WITHDRAWN),
        ({"complete": day(1), "dropped": day(7)}, "dropped", CaseState.COMPLETE),
    ],
)
def test_a_step_that_cannot_follow_is_told_with_the_state_it_met(
    values: dict[str, Any], event: str, state: CaseState
) -> None:
    (fault,) = course_of(request(**values)).impossible
    assert (fault.event, fault.state) == (event, state)


def test_an_objection_ends_with_its_answer_and_a_dispute_with_its_close() -> None:
    objection = ObjectionCase(id="k", kind="keberatan", received=FIRST, ground=ObjectionGround.LATE, answered=day(3))
    dispute = DisputeCase(id="s", kind="sengketa", received=FIRST, closed=day(90))
    assert course_of(objection).state is CaseState.ANSWERED
    assert course_of(dispute).state is CaseState.CLOSED
    assert course_of(DisputeCase(id="s", kind="sengketa")).state is CaseState.REGISTERED


def test_no_step_leads_out_of_an_end() -> None:
    leaving = [row for rows in TRANSITIONS.values() for row in rows if row.before & ENDS]
    assert leaving == []


@given(st.dictionaries(st.sampled_from(events_of(request())[1:]), st.integers(0, 40)))
def test_whatever_the_dates_every_event_is_either_taken_or_told(days: dict[str, int]) -> None:
    case = request(decision=Decision.GRANTED, **{name: day(number) for name, number in days.items()})
    course = course_of(case)
    taken = {name for name in events_of(case) if day_of(case, name)} - {fault.event for fault in course.impossible}
    assert "received" in taken
    assert (course.state is CaseState.RECEIVED) == (taken == {"received"})


def dispute(**values: Any) -> DisputeCase:
    return DisputeCase.model_validate({"id": "s", "kind": "sengketa", "received": FIRST, **values})


@pytest.mark.parametrize(
    ("days", "state", "stage"),
    [
        (("started",), CaseState.EXAMINED, None),
        (("started", "mediation"), CaseState.MEDIATED, DisputeStage.MEDIATION),
        (("started", "mediation", "agreed"), CaseState.AGREED, DisputeStage.MEDIATION),
        (("mediation", "adjudication"), CaseState.ADJUDICATED, DisputeStage.ADJUDICATION),
        (("adjudication", "awarded"), CaseState.AWARDED, DisputeStage.ADJUDICATION),
        (("adjudication", "awarded", "sued"), CaseState.SUED, DisputeStage.COURT),
        (("adjudication", "awarded", "sued", "judged"), CaseState.JUDGED, DisputeStage.COURT),
        (("adjudication", "awarded", "sued", "judged", "appealed"), CaseState.APPEALED, DisputeStage.CASSATION),
        (("mediation", "withdrawn"), CaseState.WITHDRAWN, DisputeStage.MEDIATION),
    ],
)
def test_the_days_of_a_dispute_tell_how_far_it_has_come(
    days: tuple[str, ...], state: CaseState, stage: DisputeStage | None
) -> None:
    case = dispute(**{name: day(10 * number) for number, name in enumerate(days, start=1)})
    course = course_of(case)
    assert (course.state, course.impossible, stage_of(case)) == (state, (), stage)


@pytest.mark.parametrize(
    ("days", "event"),
    [
        (("awarded",), "awarded"),  # nothing was adjudicated
        (("mediation", "agreed", "adjudication"), "adjudication"),  # an agreement is final (UU 14/2008 Pasal 39)
        (("adjudication", "sued"), "sued"),  # no award to sue against
        (("adjudication", "awarded", "appealed"), "appealed"),  # no court has judged
    ],
)
def test_a_dispute_cannot_skip_what_the_law_puts_before(days: tuple[str, ...], event: str) -> None:
    case = dispute(**{name: day(10 * number) for number, name in enumerate(days, start=1)})
    assert [fault.event for fault in course_of(case).impossible] == [event]


def test_a_stage_without_days_is_taken_as_it_is_written() -> None:
    assert stage_of(dispute(stage=DisputeStage.COURT)) is DisputeStage.COURT
