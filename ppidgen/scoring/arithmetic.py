"""The sums of a rubric, exact: from answers to indicators, stages and a total; rounded once, then classed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor

from ppidgen.model.rubrics.rubric import (
    Aggregation,
    Band,
    FailedGate,
    Gate,
    GroupRule,
    Indicator,
    Rubric,
    Scale,
    ScaleKind,
    Stage,
    StageKind,
    WithoutStage,
)
from ppidgen.model.rubrics.scorecard import ALL, NONE, UNKNOWN, UNMET, Answer, Ends, Lack, Reason, Result, Total

# Weights of stages are percents of the final total.
WHOLE = Fraction(100)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A share with its weight; a weight None is not known."""

    weight: Fraction | None
    ends: Ends


def scaled(scale: Scale, share: Fraction, count: int = 0) -> Fraction:
    """Give the value that a scale has for a share between 0 and 1, or for a count: never more than the share proves."""
    match scale.kind:
        case ScaleKind.BINARY:
            return ALL if share >= 1 else NONE
        case ScaleKind.PARTS:
            return share
        case ScaleKind.GRADED:
            return max((value for value in scale.values if value <= share), default=NONE)
        case ScaleKind.ORDINAL:
            return Fraction(floor(share * scale.steps), scale.steps) if scale.steps else NONE
        case ScaleKind.COUNT_BANDS:
            reached = [band.value for band in scale.bands if band.least <= count]
            return max(reached, default=NONE)


def mean(rows: Sequence[Weighed], whole: Fraction | None = None) -> Ends | None:
    """Give the weighted mean of shares, None when nothing weighs anything.

    Unknown weights share what the known ones leave of `whole`. Whichever way they do, the mean lies between the
    lowest and the highest of their shares: the low ends take the one, the possible end takes the other.
    """
    known = [(row.weight, row.ends) for row in rows if row.weight is not None]
    free = [row.ends for row in rows if row.weight is None]
    mass = sum((weight for weight, _ in known), NONE)
    left = max(NONE, (whole if whole is not None else ALL) - mass) if free else NONE
    if not mass + left:
        return None
    return Ends(*(_mean(known, free, left, end) / (mass + left) for end in range(3)))


def _mean(known: Iterable[tuple[Fraction, Ends]], free: Sequence[Ends], left: Fraction, end: int) -> Fraction:
    fixed = sum((weight * ends[end] for weight, ends in known), NONE)
    if not free:
        return fixed
    choose = max if _is_high(end) else min
    return fixed + left * choose(ends[end] for ends in free)


def grouped(answers: Sequence[Answer], rules: Mapping[str, GroupRule]) -> tuple[Answer, ...]:
    """Let the members of an all-or-nothing group fall together; where the source is silent only the low ends fall."""
    members: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.criterion.group and answer.counts:
            members[answer.criterion.group.id].append(answer)
    return tuple(_in_group(answer, members, rules) for answer in answers)


def _in_group(answer: Answer, members: Mapping[str, Sequence[Answer]], rules: Mapping[str, GroupRule]) -> Answer:
    group = answer.criterion.group
    rule = rules[group.id] if group else GroupRule.INDEPENDENT
    if group is None or answer.ends is None or rule in {GroupRule.INDEPENDENT, GroupRule.PROPORTIONAL}:
        return answer
    whole = Ends(*(min((one.ends[end] for one in members[group.id] if one.ends), default=ALL) for end in range(3)))
    fallen = Ends(*(own if all_of == 1 else NONE for own, all_of in zip(answer.ends, whole, strict=True)))
    if rule is GroupRule.UNSAID:
        fallen = Ends(fallen.recorded, fallen.claimed, answer.ends.possible)
    if fallen == answer.ends:
        return answer
    return replace(answer, ends=fallen, reasons=(*answer.reasons, Reason(Lack.GROUP, group.id)))


def parts_ends(rows: Sequence[Weighed], rule: GroupRule) -> Ends:
    """Join the elements of one criterion by their weights and its rule."""
    return ruled(mean(rows) or UNMET, rule)


def ruled(proportional: Ends, rule: GroupRule) -> Ends:
    """Give what a part of all elements is worth: met by asked, or all or nothing, or both where nobody says which."""
    whole = Ends(*(ALL if end == 1 else NONE for end in proportional))
    if rule is GroupRule.ALL_OR_NOTHING:
        return whole
    if rule is GroupRule.UNSAID:
        return Ends(whole.recorded, whole.claimed, proportional.possible)
    return proportional


def points_of(answers: Iterable[Answer]) -> tuple[Weighed, ...]:
    """Give what the answers of a heading weigh; where points are not known each counts as one item."""
    counted = [answer for answer in answers if answer.counts]
    unknown = any(answer.criterion.points is None for answer in counted)
    return tuple(Weighed(ALL if unknown else answer.criterion.points, answer.ends) for answer in counted if answer.ends)


def indicator_result(rubric: Rubric, indicator: Indicator, answers: Sequence[Answer]) -> Result:
    """Work out one indicator from its answers."""
    rows: list[Weighed] = []
    for weight, own in headings(indicator, answers):
        under = points_of(own)
        share = mean(under)
        if share is not None:
            rows.append(Weighed(weight if weight is not None else sum((r.weight or NONE for r in under), NONE), share))
    applicable = [one for one in answers if one.counts]
    return Result(
        indicator.id,
        indicator.name,
        _weight(rubric, indicator, answers),
        mean(rows),
        answered=sum(1 for one in applicable if one.ends and one.ends.recorded == 1),
        asked=len(applicable),
    )


def headings(indicator: Indicator, answers: Sequence[Answer]) -> Iterator[tuple[Fraction | None, list[Answer]]]:
    """Give the answers under each heading of an indicator, with the heading's own weight where it has one."""
    home = {one.id: child.id for child in indicator.children for one in child.criteria}
    yield None, [one for one in answers if one.criterion.id not in home]
    for child in indicator.children:
        yield child.weight, [one for one in answers if home.get(one.criterion.id) == child.id]


def _weight(rubric: Rubric, indicator: Indicator, answers: Sequence[Answer]) -> Fraction | None:
    """Give what an indicator weighs in its stage; points that do not apply stay within their indicator."""
    match rubric.aggregation:
        case Aggregation.INDICATOR_WEIGHT:
            return indicator.weight
        case Aggregation.INDICATOR_MEAN:
            return ALL
        case Aggregation.POINT_RATIO:
            return _points(one for one in answers if one.counts)
        case Aggregation.POINT_SUM:
            return _points(one for one in answers if one.criterion.duplicate_of is None)


def _points(answers: Iterable[Answer]) -> Fraction | None:
    points = [one.criterion.points for one in answers]
    return None if None in points else sum((one for one in points if one is not None), NONE)


def stage_result(rubric: Rubric, stage: Stage, results: Mapping[str, Result], given: Mapping[str, Ends]) -> Result:
    """Work out one stage: from its indicators, from a value that its evidence gives, or not at all."""
    if stage.id in given:
        return Result(stage.id, stage.name, stage.weight, given[stage.id])
    if stage.kind is StageKind.OUTSIDE:
        ends = {WithoutStage.RANGE: UNKNOWN, WithoutStage.ZERO: UNMET, WithoutStage.IGNORE: None}[stage.without]
        return Result(stage.id, stage.name, stage.weight, ends)
    own = [results[one.id] for one in rubric.indicators_of(stage)]
    rows = [Weighed(one.weight, one.ends) for one in own if one.ends is not None]
    return Result(
        stage.id, stage.name, stage.weight, mean(rows, rubric.scale_total),
        sum(one.answered for one in own), sum(one.asked for one in own),
    )  # fmt: skip


def final_ends(rubric: Rubric, stages: Sequence[Result]) -> Ends:
    """Give the total as a share, with every gate that stands between the stages."""
    counted = [one for one in stages if one.ends is not None]
    by_id = {one.id: one.ends for one in counted if one.ends is not None}
    plain = _total(counted, by_id)
    gate = next((one for one in rubric.gates if one.before in by_id), None)
    if gate is None:
        return plain
    return Ends(*(_gated(rubric, gate, counted, by_id, end) for end in range(3)))


def _total(stages: Sequence[Result], ends: Mapping[str, Ends]) -> Ends:
    return mean([Weighed(one.weight, ends[one.id]) for one in stages], WHOLE) or UNMET


def _gated(rubric: Rubric, gate: Gate, stages: Sequence[Result], ends: Mapping[str, Ends], end: int) -> Fraction:
    """Give one end of the total: over every way the gate can still go, the lowest or the highest."""
    least = gate.least / rubric.scale_total
    known = ends[gate.before]
    own = known[end]
    ways = [(_failed if own < least else _passed)(gate, stages, ends, end, own)]
    if known.recorded < least <= known.possible:
        ways.append((_failed if _is_high(end) else _passed)(gate, stages, ends, end, least))
    return max(ways) if _is_high(end) else min(ways)


def _is_high(end: int) -> bool:
    return end == len(Ends._fields) - 1


def _passed(gate: Gate, stages: Sequence[Result], ends: Mapping[str, Ends], end: int, own: Fraction) -> Fraction:
    return _total(stages, {**ends, gate.before: Ends.certain(own)})[end]


def _failed(gate: Gate, stages: Sequence[Result], ends: Mapping[str, Ends], end: int, own: Fraction) -> Fraction:
    weighted = _total(stages, {**ends, gate.before: Ends.certain(own), gate.after: UNMET})[end]
    if gate.failed is FailedGate.FIRST_ONLY or (gate.failed is FailedGate.UNKNOWN and _is_high(end)):
        return own
    return weighted


def rounded(value: Fraction, digits: int) -> Fraction:
    """Round half up: 89.995 becomes 90.00."""
    step = 10**digits
    return Fraction(floor(value * step + Fraction(1, 2)), step)


def band_of(rubric: Rubric, value: Fraction) -> Band:
    """Give the class of a rounded total; intervals are half open, so a printed upper bound never leaves a gap."""
    return next((band for band in rubric.bands_from_top if value >= band.least), rubric.bands_from_top[-1])


def total(rubric: Rubric, share: Fraction) -> Total:
    """Put a share on the rubric's scale, round it and class it."""
    return classed(rubric, rounded(share * rubric.scale_total, rubric.rounding.digits))


def classed(rubric: Rubric, value: Fraction) -> Total:
    """Class a rounded total."""
    return Total(value, band_of(rubric, value))


def as_claimed(value: Fraction) -> Ends:
    """Give a value that is claimed with evidence and that nobody has verified: it proves nothing yet."""
    return Ends(NONE, value, ALL)
