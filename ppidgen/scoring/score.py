"""One rubric upon one portal: answers, totals at both ends, and the points that each criterion does not bring."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ppidgen.model.rubrics.rubric import Aggregation, Automation, Indicator, Rubric, StageKind
from ppidgen.model.rubrics.scorecard import ALL, NONE, Answer, Loss, Note, Result, Scorecard, Shares
from ppidgen.scoring.answers import answers, asks_of_packages
from ppidgen.scoring.arithmetic import WHOLE, final_ends, headings, indicator_result, points_of, stage_result, total
from ppidgen.scoring.evidence import stage_values
from ppidgen.scoring.facts import Facts


@dataclass(frozen=True, slots=True)
class Sums:
    """Answers with everything that is summed up from them."""

    answers: tuple[Answer, ...]
    indicators: tuple[Result, ...]
    stages: tuple[Result, ...]


def score(rubric: Rubric, facts: Facts, digest: str = "") -> Scorecard:
    """Score the portal by one edition."""
    return carded(rubric, facts, summed(rubric, answers(rubric, facts), facts), digest)


def summed(rubric: Rubric, given: Sequence[Answer], facts: Facts) -> Sums:
    """Sum answers up to indicators and stages."""
    results = tuple(
        indicator_result(rubric, one, [answer for answer in given if answer.indicator == one.id])
        for one in rubric.indicators
    )
    by_id = {one.id: one for one in results}
    values = stage_values(rubric, facts)
    return Sums(tuple(given), results, tuple(stage_result(rubric, one, by_id, values) for one in rubric.stages))


def carded(rubric: Rubric, facts: Facts, sums: Sums, digest: str = "") -> Scorecard:
    """Write the scorecard of sums."""
    ends = final_ends(rubric, sums.stages)
    levers = leverage(rubric, sums)
    context = facts.context
    return Scorecard(
        rubric=rubric,
        as_of=facts.as_of,
        year=rubric.year_on(facts.as_of),
        recorded=total(rubric, ends.recorded),
        claimed=total(rubric, ends.claimed),
        possible=total(rubric, ends.possible),
        stages=sums.stages,
        indicators=sums.indicators,
        answers=sums.answers,
        losses=tuple(sorted(_losses(sums, levers, facts), key=_gravest)),
        shares=shares(rubric, sums, levers),
        body=context.portal.body.name,
        notes=tuple(_notes(rubric, sums, facts)),
        digest=digest,
        catalogue=f"{context.law.edition.version} ({context.law.edition.day.isoformat()})",
        checked_against=context.law.edition.checked_against,
        base_url=context.base_url,
    )


def leverage(rubric: Rubric, sums: Sums) -> Mapping[str, Fraction | None]:
    """Give how many points of the total each criterion that counts can bring; None where a weight is not known."""
    stages = [one for one in sums.stages if one.ends is not None]
    whole = sum((one.weight or NONE for one in stages), NONE)
    results = {one.id: one for one in sums.indicators}
    levers: dict[str, Fraction | None] = {}
    for stage in rubric.stages:
        if stage.kind is StageKind.OUTSIDE:
            continue
        own = [one for one in rubric.indicators_of(stage) if results[one.id].ends is not None]
        weights = [results[one.id].weight for one in own]
        mass = sum((weight or NONE for weight in weights), NONE)
        is_known = None not in weights and stage.weight is not None and bool(mass and whole)
        for one, weight in zip(own, weights, strict=True):
            points = (weight or NONE) * (stage.weight or NONE) * rubric.scale_total
            part = points / mass / whole if is_known else None
            levers |= _within(one, sums.answers, part)
    return levers


def _within(indicator: Indicator, given: Sequence[Answer], part: Fraction | None) -> dict[str, Fraction | None]:
    own = [one for one in given if one.indicator == indicator.id and one.counts]
    rows = []
    for weight, under in headings(indicator, own):
        points = points_of(under)
        mass = sum((row.weight or NONE for row in points), NONE)
        rows.append((weight if weight is not None else mass, mass, under, points))
    total_weight = sum((weight for weight, mass, _, _ in rows if mass), NONE)
    return {
        answer.criterion.id: part * weight / total_weight * (row.weight or NONE) / mass if part is not None else None
        for weight, mass, under, points in rows
        if mass and total_weight
        for answer, row in zip(under, points, strict=True)
    }


def _losses(sums: Sums, levers: Mapping[str, Fraction | None], facts: Facts) -> Iterator[Loss]:
    for answer in sums.answers:
        if answer.counts and answer.ends and answer.ends.recorded < 1:
            lever = levers.get(answer.criterion.id)
            if lever == 0:
                continue
            points = None if lever is None else lever * (ALL - answer.ends.recorded)
            yield Loss(answer, points, _citations(answer, facts), facts.portal.unit_name(answer.unit))


def _citations(answer: Answer, facts: Facts) -> tuple[str, ...]:
    """Cite what a criterion cites, else what the duties that it asks about rest on."""
    law = facts.context.law
    provisions = answer.criterion.basis or [
        place for code in answer.duties if code in law.duties for place in law.duties[code].basis
    ]
    return tuple(dict.fromkeys(law.cite(place) for place in provisions))


def _gravest(loss: Loss) -> tuple[Fraction, str]:
    return (-(loss.points or NONE), loss.answer.criterion.id)


def shares(rubric: Rubric, sums: Sums, levers: Mapping[str, Fraction | None]) -> Shares:
    """Give which part of the points is computed, attested and outside; by number of items where weights are unknown."""
    found: defaultdict[Automation, Fraction] = defaultdict(Fraction)
    counted = [one for one in sums.answers if one.counts]
    unknown = any(levers.get(one.criterion.id) is None for one in counted)
    for one in counted:
        found[one.criterion.automation] += ALL if unknown else levers[one.criterion.id] or NONE
    outside = sum((one.weight or NONE for one in rubric.stages if one.kind is StageKind.OUTSIDE), NONE)
    inside = sum(found.values(), NONE)
    if outside:
        inside = inside * WHOLE / (WHOLE - outside) if outside < WHOLE and inside else ALL
        found[Automation.OUTSIDE] += inside * outside / WHOLE
    whole = sum(found.values(), NONE)
    return Shares({kind: found[kind] / whole if whole else NONE for kind in Automation})


def _notes(rubric: Rubric, sums: Sums, facts: Facts) -> Iterator[Note]:
    if any(one.weight is None for one in (*sums.indicators, *sums.stages)):
        yield Note.WEIGHTS_UNKNOWN
    counted = [one.criterion for one in sums.answers if one.counts]
    if rubric.aggregation is not Aggregation.INDICATOR_MEAN and any(one.points is None for one in counted):
        yield Note.POINTS_UNKNOWN
    if any(one.kind is StageKind.OUTSIDE for one in rubric.stages):
        yield Note.OUTSIDE_STAGE
    if not facts.links:
        yield Note.LINKS_UNCHECKED
    if any(one.criterion.duplicate_of for one in sums.answers):
        yield Note.DUPLICATES
    if any(map(asks_of_packages, counted)):
        yield Note.PACKAGES
