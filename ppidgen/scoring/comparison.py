"""Two scorecards of one rubric: which points moved, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ppidgen.model.rubrics.scorecard import NONE, Answer, Reason, Scorecard


@dataclass(frozen=True, slots=True)
class Move:
    """One criterion whose recorded or claimed value changed; `points` is the change of the recorded total."""

    id: str
    question: str
    before: Answer | None
    after: Answer | None
    points: Fraction | None

    @property
    def mended(self) -> tuple[Reason, ...]:
        """Give what lacked before and lacks no more."""
        return _beyond(self.before, self.after)

    @property
    def lacking(self) -> tuple[Reason, ...]:
        """Give what lacks now and did not lack before."""
        return _beyond(self.after, self.before)


def _beyond(one: Answer | None, other: Answer | None) -> tuple[Reason, ...]:
    known = {(reason.lack, reason.what) for reason in other.reasons} if other else set()
    return tuple(reason for reason in one.reasons if (reason.lack, reason.what) not in known) if one else ()


def moves(before: Scorecard, after: Scorecard) -> tuple[Move, ...]:
    """Give every criterion that changed, the largest change first."""
    return tuple(sorted(_moves(before, after), key=lambda one: (-abs(one.points or NONE), one.id)))


def _moves(before: Scorecard, after: Scorecard) -> Iterator[Move]:
    old = {one.criterion.id: one for one in before.answers}
    new = {one.criterion.id: one for one in after.answers}
    lost = [{one.answer.criterion.id: one.points for one in card.losses} for card in (before, after)]
    for name in dict.fromkeys((*old, *new)):
        then, now = old.get(name), new.get(name)
        if then and now and then.ends == now.ends:
            continue
        known = (lost[0].get(name, NONE), lost[1].get(name, NONE))
        points = None if None in known else (known[0] or NONE) - (known[1] or NONE)
        one = now or then
        if one is not None and one.criterion.duplicate_of is None:
            yield Move(name, one.criterion.question, then, now, points)
