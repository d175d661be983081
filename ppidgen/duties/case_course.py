"""The state of a case from its dates: a machine whose transitions are those of the statute; pure.

Requests: UU 14/2008 Pasal 22, Perki 1/2021 Pasal 31-36. Objections: UU 14/2008 Pasal 36. Disputes: Pasal 37-50.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from ppidgen.model.elements.vocabulary import Decision, DisputeStage
from ppidgen.model.records.cases import Case, DisputeCase, ObjectionCase, RequestCase
from ppidgen.model.standing.case_state import CaseState

S = CaseState


@dataclass(frozen=True, slots=True)
class Transition:
    """What the date `event` (an attribute of the case) makes of a case that is in one of the states `before`."""

    event: str
    before: frozenset[CaseState]
    after: CaseState


def _row(event: str, before: Sequence[CaseState], after: CaseState) -> Transition:
    return Transition(event, frozenset(before), after)


_BEFORE_COMMISSION = (S.REGISTERED, S.EXAMINED, S.MEDIATED, S.ADJUDICATED)

# The days of a case in the order in which they can only happen.
_ORDER: Mapping[type[Case], tuple[tuple[str, ...], ...]] = MappingProxyType({
    RequestCase: (
        ("received", "incomplete", "complete", "notified", "given"),
        ("received", "extended"),
        ("received", "dropped"),
        ("received", "withdrawn"),
    ),
    ObjectionCase: (("received", "answered"), ("received", "withdrawn")),
    DisputeCase: (
        ("received", "started", "mediation", "adjudication", "awarded", "sued", "judged", "appealed", "closed"),
        ("mediation", "agreed"),
        ("received", "withdrawn"),
    ),
})  # fmt: skip

# In the order in which events of one day follow each other; the first event of each kind opens the case.
TRANSITIONS: Mapping[type[Case], tuple[Transition, ...]] = MappingProxyType({
    RequestCase: (
        _row("received", (), S.RECEIVED),
        _row("incomplete", (S.RECEIVED,), S.INCOMPLETE),
        _row("complete", (S.RECEIVED, S.INCOMPLETE), S.COMPLETE),
        _row("extended", (S.RECEIVED, S.COMPLETE), S.EXTENDED),
        _row("notified", (S.RECEIVED, S.COMPLETE, S.EXTENDED), S.GRANTED),
        _row("given", (S.RECEIVED, S.COMPLETE, S.EXTENDED, S.GRANTED), S.GIVEN),
        _row("dropped", (S.INCOMPLETE,), S.DROPPED),
        _row("withdrawn", (S.RECEIVED, S.INCOMPLETE, S.COMPLETE, S.EXTENDED, S.GRANTED), S.WITHDRAWN),
    ),
    ObjectionCase: (
        _row("received", (), S.RECEIVED),
        _row("answered", (S.RECEIVED,), S.ANSWERED),
        _row("withdrawn", (S.RECEIVED,), S.WITHDRAWN),
    ),
    DisputeCase: (
        _row("received", (), S.REGISTERED),
        _row("started", (S.REGISTERED,), S.EXAMINED),
        _row("mediation", (S.REGISTERED, S.EXAMINED), S.MEDIATED),
        _row("agreed", (S.MEDIATED,), S.AGREED),
        _row("adjudication", (S.REGISTERED, S.EXAMINED, S.MEDIATED), S.ADJUDICATED),
        _row("awarded", (S.ADJUDICATED,), S.AWARDED),
        _row("sued", (S.AWARDED,), S.SUED),
        _row("judged", (S.SUED,), S.JUDGED),
        _row("appealed", (S.JUDGED,), S.APPEALED),
        _row("withdrawn", _BEFORE_COMMISSION, S.WITHDRAWN),
        _row("closed", (*_BEFORE_COMMISSION, S.AWARDED, S.SUED, S.JUDGED, S.APPEALED), S.CLOSED),
    ),
})  # fmt: skip


# The latest step first: the stage of a dispute follows from the first of these that has a day.
_STAGES = (
    ("appealed", DisputeStage.CASSATION),
    ("sued", DisputeStage.COURT),
    ("adjudication", DisputeStage.ADJUDICATION),
    ("mediation", DisputeStage.MEDIATION),
)


@dataclass(frozen=True, slots=True)
class Impossible:
    """An event that cannot happen to a case in the state it had then."""

    event: str
    state: CaseState


@dataclass(frozen=True, slots=True)
class Course:
    """Where a case stands: its state, the day on which it came to it, and events that could not have happened."""

    state: CaseState
    since: date | None
    impossible: tuple[Impossible, ...] = ()


def events_of(case: Case) -> tuple[str, ...]:
    """Name the dated attributes of a case in their lawful order."""
    return tuple(row.event for row in TRANSITIONS[type(case)])


def day_of(case: Case, event: str) -> date | None:
    """Give the day of an event, None where it has not happened."""
    found: date | None = getattr(case, event)
    return found


def course_of(case: Case) -> Course:
    """Run the dated events of a case through the table, the earliest first."""
    rows = TRANSITIONS[type(case)]
    dated = [(day, place) for place, row in enumerate(rows) if (day := day_of(case, row.event)) is not None]
    state, since = rows[0].after, day_of(case, rows[0].event)
    impossible: list[Impossible] = []
    for day, place in sorted(dated):
        row = rows[place]
        if row.before and state not in row.before:
            impossible.append(Impossible(row.event, state))
        else:
            state, since = _after(case, row), day
    return Course(state, since, tuple(impossible))


def reversed_days(case: Case) -> Iterator[tuple[str, str]]:
    """Give the pairs of steps, earlier and later, whose days stand the other way round."""
    for chain in _ORDER[type(case)]:
        for earlier, later in pairwise(name for name in chain if getattr(case, name)):
            if getattr(case, later) < getattr(case, earlier):
                yield earlier, later


def in_order(case: Case) -> bool:
    """Say whether nothing in a case is told to have happened before what led to it; what is has a code of its own."""
    return not any(reversed_days(case))


def stage_of(case: DisputeCase) -> DisputeStage | None:
    """Give how far a dispute has come: by the latest step with a day, else as the register tells it."""
    return next((stage for event, stage in _STAGES if day_of(case, event)), case.stage)


def _after(case: Case, row: Transition) -> CaseState:
    """Give the state after an event; a notice of refusal ends a request, one of consent does not."""
    is_refused = isinstance(case, RequestCase) and case.decision is Decision.REFUSED
    return CaseState.REFUSED if row.after is CaseState.GRANTED and is_refused else row.after
