"""The cheapest path to a target: the steps whose effort adds up to least, proved wherever the sums are linear.

Effort counts 1 to 4 for each criterion. Where the total is a plain weighted mean, what steps bring adds up, and the
least effort is found exactly (a knapsack over whole numbers). A gate or a weight that is not known makes what one
step brings depend on the others: there the path holds no step that could be spared, and says that it is not proved.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, lcm
from types import MappingProxyType

from ppidgen.model.rubrics.rubric import Automation, GroupRule, Rubric
from ppidgen.model.rubrics.scorecard import MET, NONE, Answer, Lack, Loss
from ppidgen.scoring.answers import answers
from ppidgen.scoring.arithmetic import final_ends, rounded
from ppidgen.scoring.facts import Facts
from ppidgen.scoring.score import Sums, carded, summed

# 1 a few words or a click, 2 some work on what is there, 3 a document that must first be made, 4 others must act.
EFFORT: Mapping[Lack, int] = MappingProxyType(
    {
        Lack.UNCHECKED_LINK: 1,
        Lack.PRIVATE_LINK: 2,
        Lack.EMPTY_FIELD: 1,
        Lack.INCOMPLETE: 1,
        Lack.NIL_UNSIGNED: 1,
        Lack.NIL_EXPIRED: 1,
        Lack.WRONG_YEAR: 1,
        Lack.SAME_FILE: 3,
        Lack.NOT_LISTED: 1,
        Lack.NO_FILE: 2,
        Lack.FOREIGN_DOMAIN: 2,
        Lack.DEAD_LINK: 2,
        Lack.OLD: 2,
        Lack.PROPOSED: 1,
        Lack.TOO_FEW: 2,
        Lack.NO_EVIDENCE: 2,
        Lack.CLAIM_UNVERIFIED: 4,
        Lack.NIL_UNVERIFIED: 4,
        Lack.REJECTED: 4,
        Lack.OUTSIDE: 4,
        Lack.GROUP: 0,  # full in itself: its fellows are the work
    }
)
_NEW_DOCUMENT = 3

Bundle = tuple[Loss, ...]
Reach = Callable[[Iterable[Bundle]], Fraction]


@dataclass(frozen=True, slots=True)
class Step:
    """What to fulfil together, how hard its hardest part is (1 to 4), what it brings, and the total after it."""

    losses: Bundle
    effort: int
    gain: Fraction
    reached: Fraction


@dataclass(frozen=True, slots=True)
class Path:
    """The steps towards a target; `start` is what is recorded now, `cost` the effort of all criteria in the steps.

    `is_proven` says that no other steps reach the target with less effort.
    """

    target: Fraction
    start: Fraction
    steps: tuple[Step, ...]
    cost: int = 0
    is_proven: bool = False

    @property
    def reached(self) -> Fraction:
        """Give the recorded total after the last step."""
        return self.steps[-1].reached if self.steps else self.start

    @property
    def arrives(self) -> bool:
        """Say whether the target is reached."""
        return self.reached >= self.target


def path_to(target: Fraction, rubric: Rubric, facts: Facts) -> Path:
    """Find the cheapest steps to the target, or all that help when it is out of reach; everything else stays."""
    given = answers(rubric, facts)
    sums = summed(rubric, given, facts)

    def reach(bundles: Iterable[Bundle]) -> Fraction:
        ends = final_ends(rubric, summed(rubric, _fulfilled(given, bundles), facts).stages)
        return ends.recorded * rubric.scale_total

    digits = rubric.rounding.digits
    start = reach(())
    bundles = sorted(_bundles(carded(rubric, facts, sums).losses, rubric), key=_best_first)
    goal = min(_least_before_rounding(target, digits), reach(bundles))
    gains = _gains(bundles, reach, start) if _is_linear(rubric, sums) else None
    if gains is not None:
        chosen = _cheapest(bundles, gains, goal - start)
    else:
        chosen = _without_what_can_be_spared(bundles, reach, goal)
    steps = tuple(_steps(chosen, reach, digits))
    return Path(target, rounded(start, digits), steps, sum(map(cost_of, chosen)), is_proven=gains is not None)


def _least_before_rounding(target: Fraction, digits: int) -> Fraction:
    """Give the lowest exact total that rounds, half up, to the target or more."""
    step = 10**digits
    return Fraction(2 * ceil(target * step) - 1, 2 * step)


def _is_linear(rubric: Rubric, sums: Sums) -> bool:
    """Say whether the recorded total is a weighted sum of the answers: no gate, and every weight known."""
    weighed = (one for one in (*sums.stages, *sums.indicators) if one.ends is not None)
    return not rubric.gates and all(one.weight is not None for one in weighed)


def _gains(bundles: Sequence[Bundle], reach: Reach, start: Fraction) -> list[Fraction] | None:
    """Give what each bundle brings; None when together they bring something else, so that sums prove nothing."""
    gains = [reach((one,)) - start for one in bundles]
    return gains if sum(gains, NONE) == reach(bundles) - start else None


def _cheapest(bundles: Sequence[Bundle], gains: Sequence[Fraction], needed: Fraction) -> list[Bundle]:
    """Choose the bundles of least cost that bring what is needed; of equals those that bring most, then the fewest."""
    if needed <= 0:
        return []
    unit = lcm(needed.denominator, *(gain.denominator for gain in gains))
    best: dict[int, tuple[int, int, tuple[int, ...]]] = {0: (0, 0, ())}
    for place, (bundle, gain) in enumerate(zip(bundles, gains, strict=True)):
        cost = cost_of(bundle)
        for spent, (brought, count, chosen) in sorted(best.items(), reverse=True):
            made = (brought + int(gain * unit), count - 1, (*chosen, place))
            if gain > 0 and made[:2] > best.get(spent + cost, (0, 0, ()))[:2]:
                best[spent + cost] = made
    least = min(spent for spent, (brought, _, _) in best.items() if brought >= needed * unit)
    return [bundles[place] for place in best[least][2]]


def _without_what_can_be_spared(bundles: Sequence[Bundle], reach: Reach, goal: Fraction) -> list[Bundle]:
    """Begin with everything and leave out, the most costly first, whatever the goal is reached without."""
    kept = list(bundles)
    for one in sorted(bundles, key=lambda bundle: (-cost_of(bundle), bundle[0].answer.criterion.id)):
        without = [other for other in kept if other is not one]
        if reach(without) >= goal:
            kept = without
    return kept


def _steps(chosen: Sequence[Bundle], reach: Reach, digits: int) -> Iterator[Step]:
    """Take the chosen bundles one after another."""
    now = rounded(reach(()), digits)
    for count, bundle in enumerate(chosen, start=1):
        reached = rounded(reach(chosen[:count]), digits)
        yield Step(bundle, effort_of(bundle), reached - now, reached)
        now = reached


def _bundles(losses: Sequence[Loss], rubric: Rubric) -> Iterator[Bundle]:
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


def _best_first(bundle: Bundle) -> tuple[Fraction, int, str]:
    points = sum((one.points or NONE for one in bundle), NONE)
    return (-points, effort_of(bundle), bundle[0].answer.criterion.id)


def effort_of(bundle: Bundle) -> int:
    """Give the effort of the hardest part of a step."""
    return max(1, *map(_effort, bundle))


def cost_of(bundle: Bundle) -> int:
    """Give the effort of all parts of a step together."""
    return max(1, sum(map(_effort, bundle)))


def _effort(loss: Loss) -> int:
    """Give the effort of one criterion; one that gives no reason needs a new document."""
    lacks = [reason.lack for reason in loss.answer.reasons]
    return max((EFFORT.get(lack, _NEW_DOCUMENT) for lack in lacks), default=_NEW_DOCUMENT)


def _fulfilled(given: Sequence[Answer], bundles: Iterable[Bundle]) -> list[Answer]:
    names = {one.answer.criterion.id for bundle in bundles for one in bundle}
    return [replace(one, ends=MET) if one.criterion.id in names else one for one in given]
