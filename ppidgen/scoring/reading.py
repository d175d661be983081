"""From the text of a rubric file to a `Rubric`, with every fault told at its line and column.

Shipped editions and a file that an auditor names go the same way.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from ppidgen.diagnostics import Checked, Finding, Span
from ppidgen.diagnostics.shown import shown
from ppidgen.diagnostics.tally import Tally
from ppidgen.model.elements.fields import key_of
from ppidgen.model.elements.origin import Origin
from ppidgen.model.law.whole import Law
from ppidgen.model.portal.refusal import refusals
from ppidgen.model.portal.sheet import plain
from ppidgen.model.rubrics.check import Check, DutyTest
from ppidgen.model.rubrics.rubric import (
    Aggregation,
    Automation,
    Criterion,
    Edition,
    Indicator,
    Rubric,
    Scale,
    ScaleKind,
)
from ppidgen.scoring.inheritance import merged
from ppidgen.scoring.places import Path, Places
from ppidgen.scoring.soundness import SUM_FAULT, faults
from ppidgen.source.register_text import text, yaml
from ppidgen.source.register_text.nodes import Node, Scalar, Table

# The text of an edition by its id, as (path, bytes); None when no such edition is at hand.
Library = Callable[[str], tuple[str, bytes] | None]

_DEEPEST = 4
_CRITERIA = key_of(Indicator, "criteria")
_ATTRIBUTES: Mapping[str | int, str] = MappingProxyType(
    {
        key_of(Rubric, "indicators"): "indicators",
        key_of(Indicator, "children"): "children",
        _CRITERIA: "criteria",
    }
)
_ID, _POINTS = key_of(Criterion, "id"), key_of(Criterion, "points")
# What stands in for a key that a criterion must have, so that the rest of it can be read.
_STAND_INS: Mapping[str | int, str] = MappingProxyType(
    {_ID: "?", key_of(Criterion, "question"): "?", key_of(Criterion, "automation"): Automation.OUTSIDE.value}
)
_HEAD, _INHERITS = key_of(Rubric, "edition"), key_of(Edition, "inherits")


@dataclass(frozen=True, slots=True)
class Read:
    """A rubric with the digest of all text it was made from."""

    rubric: Rubric
    digest: str


def read_rubric(path: str, raw: bytes, law: Law, library: Library) -> Checked[Read | None]:
    """Read a rubric; a value is given only when nothing in it is at fault but how a source prints its table."""
    digest = sha256(raw)
    parsed = _parsed(path, raw)
    if not isinstance(parsed.value, Table):
        found = parsed.findings or (Finding("SKM022", Span(path, 1, 1, 1, 2), {"found": "-"}),)
        return Checked(None, found)
    whole = _inherited(path, parsed.value, library, digest.update, frozenset())
    findings = (*parsed.findings, *whole.findings)
    origin = Origin(path, whole.value)
    values = plain(whole.value)
    try:
        rubric = Rubric.model_validate(values, by_alias=True, by_name=False)
    except ValidationError as error:
        rest = _faults_of_the_rest(values, error, law, origin)
        tally = Tally()
        refused = tuple(refusals(error, Rubric, origin, tally))
        return Checked(None, (*findings, *refused, *tally.rest(refused), *rest))
    places = Places(rubric, origin)
    findings = (*findings, *_disguised(rubric, raw, library, places), *faults(rubric, law, places))
    if any(finding.code not in _HARMLESS for finding in findings):
        return Checked(None, findings)
    return Checked(Read(completed(rubric, law), digest.hexdigest()), findings)


def _disguised(rubric: Rubric, raw: bytes, library: Library, places: Places) -> Iterator[Finding]:
    """Tell a rubric that goes by the name of an edition that ships and says something else."""
    own = library(rubric.edition.id)
    if own and own[1] != raw:
        yield Finding("RBK030", places.at(("edition", "id")), {"value": shown(rubric.edition.id)})


def _faults_of_the_rest(values: Any, error: ValidationError, law: Law, origin: Origin) -> Iterator[Finding]:  # noqa: ANN401 - nested tables
    """Tell what makes no sense beside what cannot be read in criteria, so that one run tells everything.

    What cannot be read is left out of its criterion, or something stands in where it must not be left out; of what
    hangs on it no more is said. Nothing is said at all where a fault lies outside the criteria, since then too much
    would hang on it.
    """
    broken: dict[Path, set[str | int]] = {}
    for detail in error.errors(include_url=False):
        found = _broken_key(detail["loc"])
        if found is None:
            return
        place, key = found
        criterion = values
        for step in place:
            criterion = criterion[step]
        criterion.pop(key, None)
        if key in _STAND_INS:
            criterion[key] = f"{_STAND_INS[key]}{len(broken)}" if key == _ID else _STAND_INS[key]
        broken.setdefault(tuple(_ATTRIBUTES.get(step, step) for step in place), set()).add(key)
    try:
        rubric = Rubric.model_validate(values, by_alias=True, by_name=False)
    except ValidationError:
        return
    told = faults(rubric, law, Places(rubric, origin), frozenset(broken))
    # A sum of points says nothing where one of them cannot be read.
    no_sums = rubric.aggregation is Aggregation.POINT_SUM and any(_POINTS in keys for keys in broken.values())
    yield from (one for one in told if not (no_sums and one.code == SUM_FAULT))


def _broken_key(loc: Path) -> tuple[Path, str | int] | None:
    """Give the criterion in which a refused value lies and the key of it under which it lies, None outside of one."""
    if _CRITERIA not in loc:
        return None
    end = loc.index(_CRITERIA) + 2  # the key and the position in the list
    return (loc[:end], loc[end]) if len(loc) > end else None


# A gap in the bands as a source prints them is told, and does no harm: intervals are half open here.
_HARMLESS = frozenset({"RBK008"})


def _parsed(path: str, raw: bytes) -> Checked[Node | None]:
    decoded = text.decode(path, raw)
    if decoded.value is None:
        return Checked(None, decoded.findings)
    parsed = yaml.parse(path, decoded.value)
    return Checked(parsed.value, decoded.findings + parsed.findings)


def _inherited(
    path: str, table: Table, library: Library, remember: Callable[[bytes], None], above: frozenset[str]
) -> Checked[Table]:
    """Write a rubric over the one it names as its parent."""
    head = table.values.get(_HEAD)
    named = head.values.get(_INHERITS) if isinstance(head, Table) else None
    if not isinstance(named, Scalar) or named.is_empty:
        return Checked(table)
    found = library(named.text) if named.text not in above and len(above) < _DEEPEST else None
    if found is None:
        return Checked(table, (Finding("RBK014", named.place.in_file(path), {"value": shown(named.text)}),))
    remember(found[1])
    parsed = _parsed(*found)
    if not isinstance(parsed.value, Table):
        return Checked(table, parsed.findings)
    parent = _inherited(found[0], parsed.value, library, remember, above | {named.text})
    own = Table({k: v for k, v in parent.value.values.items() if k != _HEAD}, parent.value.keys, parent.value.place)
    joined = merged(own, table, named.place)
    return Checked(joined if isinstance(joined, Table) else table, parsed.findings + parent.findings)


def completed(rubric: Rubric, law: Law) -> Rubric:
    """Give each criterion its points, and an indicator that draws on the catalogue a criterion for each leaf."""
    indicators = tuple(
        indicator.model_copy(
            update={
                "criteria": tuple(
                    _pointed(one, rubric) for one in (*indicator.criteria, *_of_the_catalogue(indicator, law))
                ),
                "children": tuple(
                    child.model_copy(update={"criteria": tuple(_pointed(one, rubric) for one in child.criteria)})
                    for child in indicator.children
                ),
            }
        )
        for indicator in rubric.indicators
    )
    return rubric.with_indicators(indicators)


def _pointed(criterion: Criterion, rubric: Rubric) -> Criterion:
    if criterion.points is not None or rubric.default_points is None:
        return criterion
    return criterion.model_copy(update={"points": rubric.default_points})


def _of_the_catalogue(indicator: Indicator, law: Law) -> Iterator[Criterion]:
    chosen = indicator.catalogue
    for duty in law.duties.values() if chosen else ():
        if chosen and duty.is_leaf and duty.family in chosen.families and duty.code not in chosen.left_out:
            yield Criterion(
                id=duty.code,
                question=duty.label,
                points=duty.weight,
                scale=Scale(kind=ScaleKind.PARTS),
                check=Check(duties=DutyTest(codes=(duty.code,))),
                basis=duty.basis,
                automation=Automation.COMPUTED,
            )
