"""Whether a rubric makes sense: sums, bands, names of registers, fields, duties and laws."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

from ppidgen.diagnostics import Finding
from ppidgen.diagnostics.nearest import nearest
from ppidgen.diagnostics.shown import shown
from ppidgen.model.law.whole import Law
from ppidgen.model.rubrics.rubric import (
    Aggregation,
    Automation,
    Criterion,
    Rubric,
    Scale,
    ScaleKind,
    StageKind,
)
from ppidgen.scoring.places import Path, Places
from ppidgen.scoring.questions import faults_of_check

WHOLE = Fraction(100)
SUM_FAULT = "RBK005"
_PRINTED_STEP = Fraction(1, 100)
_FEWEST_STEPS = 2


def faults(rubric: Rubric, law: Law, places: Places, broken: frozenset[Path] = frozenset()) -> Iterator[Finding]:
    """Tell everything that makes no sense; of criteria at the places of `broken`, only what they ask and cite.

    These lack something, which has been told.
    """
    yield from _sums(rubric, places)
    yield from _bands(rubric, places)
    yield from _names(rubric, places)
    yield from _catalogue(rubric, law, places)
    for path, criterion in criteria_with_places(rubric):
        yield from _asked_and_cited(criterion, path, law, places)
        if path not in broken:
            yield from _criterion(criterion, path, places)


def criteria_with_places(rubric: Rubric) -> Iterator[tuple[Path, Criterion]]:
    """Give every criterion with the keys under which it stands."""
    for number, indicator in enumerate(rubric.indicators):
        for position, one in enumerate(indicator.criteria):
            yield ("indicators", number, "criteria", position), one
        for place, child in enumerate(indicator.children):
            for position, one in enumerate(child.criteria):
                yield ("indicators", number, "children", place, "criteria", position), one


def decimal(value: Fraction) -> str:
    """Write a number as Indonesian reads it: 12,5."""
    text = f"{float(value):.4f}".rstrip("0").rstrip(".")
    return text.replace(".", ",")


def _sums(rubric: Rubric, places: Places) -> Iterator[Finding]:
    stages = [one.weight for one in rubric.stages]
    if None not in stages and sum(filter(None, stages)) != WHOLE:
        yield _sum_fault("RBK006", places, ("stages",), sum(filter(None, stages), Fraction(0)), WHOLE)
    for stage in rubric.stages:
        own = list(rubric.indicators_of(stage))
        weights = [one.weight for one in own]
        if rubric.aggregation is Aggregation.INDICATOR_WEIGHT and own and None not in weights:
            total = sum(filter(None, weights), Fraction(0))
            if total != rubric.scale_total:
                yield _sum_fault(SUM_FAULT, places, ("indicators",), total, rubric.scale_total)
    if rubric.aggregation is Aggregation.POINT_SUM:
        points = [_points(one, rubric) for one in rubric.criteria if one.duplicate_of is None]
        if None not in points and (total := sum(filter(None, points), Fraction(0))) != rubric.scale_total:
            yield _sum_fault(SUM_FAULT, places, ("indicators",), total, rubric.scale_total)


def _points(criterion: Criterion, rubric: Rubric) -> Fraction | None:
    return criterion.points if criterion.points is not None else rubric.default_points


def _sum_fault(code: str, places: Places, path: Path, total: Fraction, wanted: Fraction) -> Finding:
    return Finding(code, places.key(path), {"sum": decimal(total), "wanted": decimal(wanted)})


def _bands(rubric: Rubric, places: Places) -> Iterator[Finding]:
    bands = sorted(enumerate(rubric.bands), key=lambda pair: pair[1].least)
    position, lowest = bands[0]
    if lowest.least != 0:
        data = {"name": shown(lowest.name), "value": decimal(lowest.least)}
        yield Finding("RBK007", places.at(("bands", position, "least")), data | {"fault": "lowest"})
    for (_, lower), (position, upper) in pairwise(bands):
        data = {"name": shown(upper.name), "value": decimal(upper.least), "other": shown(lower.name)}
        if lower.least == upper.least:
            yield Finding("RBK007", places.at(("bands", position, "least")), data | {"fault": "same"})
        elif upper.least > rubric.scale_total:
            yield Finding("RBK007", places.at(("bands", position, "least")), data | {"fault": "beyond"})
        elif lower.printed_top is not None and upper.least - lower.printed_top > _PRINTED_STEP:
            gap = {"top": decimal(lower.printed_top), "bottom": decimal(upper.least)}
            yield Finding("RBK008", places.at(("bands", position)), data | gap)


def _names(rubric: Rubric, places: Places) -> Iterator[Finding]:
    stages = {one.id: one.kind for one in rubric.stages}
    for number, gate in enumerate(rubric.gates):
        for key, value in (("before", gate.before), ("after", gate.after)):
            if value not in stages:
                yield _unknown("RBK015", places, ("gates", number, key), value, stages)
    for number, indicator in enumerate(rubric.indicators):
        computed = {name for name, kind in stages.items() if kind is StageKind.COMPUTED}
        if indicator.stage and indicator.stage not in computed:
            yield _unknown("RBK015", places, ("indicators", number, "stage"), indicator.stage, computed)
    yield from _twice(((("stages", n), one.id) for n, one in enumerate(rubric.stages)), places)
    yield from _twice(((("indicators", n), one.id) for n, one in enumerate(rubric.indicators)), places)
    yield from _twice(((path, one.id) for path, one in criteria_with_places(rubric)), places)
    known = {one.id for one in rubric.criteria}
    for path, one in criteria_with_places(rubric):
        if one.duplicate_of and (one.duplicate_of not in known or one.duplicate_of == one.id):
            yield _unknown("RBK015", places, (*path, "duplicate_of"), one.duplicate_of, known - {one.id})


def _twice(named: Iterable[tuple[Path, str]], places: Places) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            yield Finding("RBK011", places.at((*path, "id")), {"value": shown(name)})
        seen.add(name)


def _unknown(code: str, places: Places, path: Path, value: str, known: Iterable[str]) -> Finding:
    return Finding(code, places.at(path), {"value": shown(value), "guess": nearest(value, known)})


def _catalogue(rubric: Rubric, law: Law, places: Places) -> Iterator[Finding]:
    for number, indicator in enumerate(rubric.indicators):
        chosen = indicator.catalogue
        where: Mapping[str, tuple[str, ...]] = (
            {"families": chosen.families, "left_out": chosen.left_out} if chosen else {}
        )
        for key, values in where.items():
            known = law.families if key == "families" else law.duties
            for position, value in enumerate(values):
                if value not in known:
                    yield _unknown("RBK010", places, ("indicators", number, "catalogue", key, position), value, known)


def _asked_and_cited(criterion: Criterion, path: Path, law: Law, places: Places) -> Iterator[Finding]:
    for position, place in enumerate(criterion.basis):
        if place.instrument not in law.instruments:
            where = (*path, "basis", position, "instrument")
            yield _unknown("RBK009", places, where, place.instrument, law.instruments)
    if criterion.check:
        yield from faults_of_check(criterion.check, (*path, "check"), law, places)
    for position, part in enumerate(criterion.parts):
        yield from faults_of_check(part.check, (*path, "parts", position, "check"), law, places)


def _criterion(criterion: Criterion, path: Path, places: Places) -> Iterator[Finding]:
    if fault := _unknowable(criterion):
        yield Finding("RBK016", places.at(path), {"id": shown(criterion.id), "fault": fault})
    if fault := _broken_scale(criterion.scale):
        yield Finding("RBK017", places.at((*path, "scale")), {"id": shown(criterion.id), "fault": fault})


def _unknowable(criterion: Criterion) -> str:
    """Say how what a criterion asks and who is to know it disagree, "" when they do not."""
    asks = criterion.check is not None or bool(criterion.parts)
    match criterion.automation:
        case Automation.COMPUTED:
            return "" if asks or criterion.duplicate_of else "no_check"
        case Automation.DOCUMENT:
            return "" if criterion.duplicate_of or (asks and criterion.evidence) else "half"
        case Automation.ATTACHED:
            return "check" if asks else "" if criterion.evidence else "no_evidence"
        case Automation.OUTSIDE:
            return "check" if asks else ""


def _broken_scale(scale: Scale) -> str:
    values = (*scale.values, *(band.value for band in scale.bands))
    if any(value > 1 for value in values):
        return "beyond"
    match scale.kind:
        case ScaleKind.GRADED if not scale.values:
            return "no_values"
        case ScaleKind.COUNT_BANDS if not scale.bands:
            return "no_bands"
        case ScaleKind.ORDINAL if scale.steps < _FEWEST_STEPS:
            return "no_steps"
    return ""
