"""The life of an exemption: where it stands on one day, from its record alone (Perki 1/2021 Pasal 49-53)."""

from collections.abc import Iterator, Mapping
from datetime import date

from ppidgen.model.elements.vocabulary import ExemptionStatus
from ppidgen.model.law.legal_grounds import ExemptionGround
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.exemption_terms import ChangeResult, ExemptionState
from ppidgen.model.text.phrases import FOREVER

# The year by which tables say that something never ends.
NEVER = "9999-"


def state_of(item: Exemption, as_of: date, *, list_decided: bool = False) -> ExemptionState:
    """Say where an exemption stands on the day `as_of`.

    `list_decided`: one decree of the body decided the whole list. What has ended is over whatever else the record
    says, since information opens by itself when its term ends (PP 61/2010 Pasal 11(3)).
    """
    if is_opened(item, as_of):
        return ExemptionState.OPENED
    last = last_day(item)
    if last is not None and last < as_of:
        return ExemptionState.EXPIRED
    if item.status is ExemptionStatus.CHANGED or item.replaced_by:
        return ExemptionState.CHANGED
    if item.decree is None and not list_decided:
        return ExemptionState.TESTED if item.test else ExemptionState.IDENTIFIED
    first = first_day(item)
    return ExemptionState.DECIDED if first is not None and first > as_of else ExemptionState.IN_FORCE


def is_superseded(item: Exemption) -> bool:
    """Tell an exemption whose place another entry has taken, or that its last change opened.

    One that is only written as changed binds by its first decree (PP 61/2010 Pasal 10; Perki 1/2021 Pasal 53).
    """
    return bool(item.replaced_by) or opened_by_change(item)


def is_binding(item: Exemption) -> bool:
    """Tell an exemption that binds by what is written, also one changed and exempt all the same."""
    if item.status is ExemptionStatus.CHANGED:
        return not is_superseded(item)
    return item.status is ExemptionStatus.IN_FORCE


def endless_term(item: Exemption, grounds: Mapping[str, ExemptionGround]) -> tuple[tuple[str, ...], str] | None:
    """Give the attribute, and its words, by which an exemption never ends under a letter that must (UU KIP 20(1))."""
    if all(grounds[basis.ground.value].may_be_permanent for basis in item.basis):
        return None
    endless = (row for row in _term_texts(item) if FOREVER.search(row[1]) or row[1].startswith(NEVER))
    return next(endless, None)


def _term_texts(item: Exemption) -> Iterator[tuple[tuple[str, ...], str]]:
    if item.duration:
        yield ("duration",), item.duration
    if item.expires is not None and item.expires.event:
        yield ("expires", "event"), item.expires.event
    if item.expires is not None and item.expires.day:
        yield ("expires", "day"), item.expires.day.isoformat()


def is_opened(item: Exemption, as_of: date) -> bool:
    """Tell whether a decree or the register has opened the information by the day `as_of`."""
    opened = opened_on(item)
    return opened <= as_of if opened else item.status is ExemptionStatus.OPENED


def opened_on(item: Exemption) -> date | None:
    """Give the day from which the information is open by decree, None where no day is written.

    The decree is that of the opening, else the last change if it opens (PP 61/2010 Pasal 10; Perki 1/2021 Pasal 53).
    """
    written = (item.opening.effective or item.opening.day) if item.opening else None
    if written is not None:
        return written
    return item.changes[-1].day if opened_by_change(item) else None


def opened_by_change(item: Exemption) -> bool:
    """Tell an exemption that its last change opened."""
    return bool(item.changes and item.changes[-1].result is ChangeResult.OPENED)


def first_day(item: Exemption) -> date | None:
    """Give the first day of the term: as written, else the day of the decree."""
    return item.starts or (item.decree.day if item.decree else None)


def last_day(item: Exemption) -> date | None:
    """Give the last day of the term, None where an event or nothing ends it."""
    return item.expires.day if item.expires else None
