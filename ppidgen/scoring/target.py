"""The cheapest path to a target: what to fulfil next, that which brings most first, the easier of equals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType

from ppidgen.model.rubric import Automation, GroupRule, Rubric
from ppidgen.model.scorecard import MET, NONE, Answer, Lack, Loss
from ppidgen.scoring.answers import answers
from ppidgen.scoring.arithmetic import final_ends, rounded
from ppidgen.scoring.facts import Facts
from ppidgen.scoring.score import carded, summed

# 1 a few words or a click, 2 some work on what is there, 3 a document that must first be made, 4 others must act.
EFFORT: Mapping[Lack, int] = MappingProxyType(
    {
        Lack.UNCHECKED_LINK: 1,
        Lack.EMPTY_FIELD: 1,
        Lack.WRONG_YEAR: 1,
        Lack.NOT_LISTED: 1,
        Lack.NO_FILE: 2,
        Lack.FOREIGN_DOMAIN: 2,
        Lack.DEAD_LINK: 2,
        Lack.OLD: 2,
        Lack.TOO_FEW: 2,
        Lack.NO_EVIDENCE: 2,
        Lack.CLAIM_UNVERIFIED: 4,
        Lack.NIL_UNVERIFIED: 4,
        Lack.REJECTED: 4,
        Lack.OUTSIDE: 4,
    }
)
_NEW_DOCUMENT = 3


@dataclass(frozen=True, slots=True)
class Step:
    """What to fulfil together, how hard it is (1 to 4), what it brings, and the recorded total after it."""

    losses: tuple[Loss, ...]
    effort: int
    gain: Fraction
    reached: Fraction


@dataclass(frozen=True, slots=True)
class Path:
    """The steps towards a target, and whether they get there; `start` is what is recorded now."""

    target: Fraction
    start: Fraction
    steps: tuple[Step, ...]

    @property
    def reached(self) -> Fraction:
        """Give the recorded total after the last step."""
        return self.steps[-1].reached if self.steps else self.start

    @property
    def arrives(self) -> bool:
        """Say whether the target is reached."""
        return self.reached >= self.target


def path_to(target: Fraction, rubric: Rubric, facts: Facts) -> Path:
    """Find steps until the recorded total reaches the target; each is taken in full and everything else stays."""
    given = list(answers(rubric, facts))
    card = carded(rubric, facts, summed(rubric, given, facts))
    start = card.recorded.value
    bundles = sorted(_bundles(card.losses, rubric), key=_best_first)
    steps: list[Step] = []
    now = start
    for bundle in bundles:
        if now >= target:
            break
        given = _fulfilled(given, bundle)
        ends = final_ends(rubric, summed(rubric, given, facts).stages)
        reached = rounded(ends.recorded * rubric.scale_total, rubric.rounding.digits)
        if reached > now:
            steps.append(Step(bundle, effort_of(bundle), reached - now, reached))
            now = reached
    return Path(target, start, tuple(steps))


def _bundles(losses: Sequence[Loss], rubric: Rubric) -> Iterator[tuple[Loss, ...]]:
    """Join what must be fulfilled together; what only a visitor can tell is no step."""
    known = [one for one in losses if one.answer.criterion.automation is not Automation.OUTSIDE]
    groups: dict[str, list[Loss]] = {}
    for loss in known:
        group = loss.answer.criterion.group
        if group and rubric.groups[group.id] in {GroupRule.ALL_OR_NOTHING, GroupRule.UNSAID}:
            groups.setdefault(group.id, []).append(loss)
        else:
            yield (loss,)
    yield from (tuple(members) for members in groups.values())


def _best_first(bundle: tuple[Loss, ...]) -> tuple[Fraction, int, str]:
    points = sum((one.points or NONE for one in bundle), NONE)
    return (-points / len(bundle), effort_of(bundle), bundle[0].answer.criterion.id)


def effort_of(bundle: Sequence[Loss]) -> int:
    """Give the effort of the hardest part of a step."""
    lacks = [reason.lack for one in bundle for reason in one.answer.reasons]
    return max((EFFORT.get(lack, _NEW_DOCUMENT) for lack in lacks), default=_NEW_DOCUMENT)


def _fulfilled(given: Sequence[Answer], bundle: Sequence[Loss]) -> list[Answer]:
    names = {one.answer.criterion.id for one in bundle}
    return [replace(one, ends=MET) if one.criterion.id in names else one for one in given]
