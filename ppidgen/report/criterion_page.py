"""What `explain` tells of a rubric or one item of it: what is asked, how it is judged, where that was read."""

from collections.abc import Iterable, Iterator, Mapping

from ppidgen.model.elements.record import Part
from ppidgen.model.language.words import Words
from ppidgen.model.law.whole import Law
from ppidgen.model.rubrics.check import Check
from ppidgen.model.rubrics.rubric import (
    Criterion,
    Edition,
    GroupRule,
    Indicator,
    Rubric,
    Scale,
    ScaleKind,
    Stage,
    StageKind,
)
from ppidgen.scoring.told import decimal, revision, source_lines, status_line, trust

_LABEL = 20


def item_page(rubric: Rubric, name: str, law: Law, words: Words) -> str | None:
    """Write the page of a criterion, an indicator or a stage; None when the rubric has none of that name."""
    if name in rubric.criterion_by_id:
        return criterion_page(rubric, rubric.criterion_by_id[name], law, words)
    headings: tuple[Indicator | Stage, ...] = (*rubric.indicators, *rubric.stages)
    heading = next((one for one in headings if one.id == name), None)
    if heading is None:
        return None
    facts = _indicator(heading, words) if isinstance(heading, Indicator) else _stage(rubric, heading, words)
    weight = words("unknown") if heading.weight is None else decimal(heading.weight).removesuffix(",00")
    return _page(rubric, name, heading.name, [_row(words("weight"), weight), *facts], words)


def names_of(rubric: Rubric) -> tuple[str, ...]:
    """Name everything of a rubric that has a page."""
    headings: tuple[Indicator | Stage, ...] = (*rubric.indicators, *rubric.stages)
    return (*rubric.criterion_by_id, *(one.id for one in headings))


def edition_page(rubric: Rubric, words: Words) -> str:
    """Write what an edition is and every name that can be explained."""
    lines = [f"{words('stage')} {one.id}  {one.name}" for one in rubric.stages]
    for one in rubric.indicators:
        lines += ["", f"{words('indicator')} {one.id}  {one.name}", *_listed(one.all_criteria)]
    return _page(rubric, "", rubric.edition.name, lines, words)


def _listed(criteria: Iterable[Criterion]) -> Iterator[str]:
    return (f"  {one.id}  {one.question}" for one in criteria)


def _page(rubric: Rubric, name: str, title: str, lines: Iterable[str], words: Words) -> str:
    """Put between its title and its sources what is to be told of an item."""
    edition = rubric.edition
    address = f"{edition.id}:{name}" if name else edition.id
    assessor = f"{words('authority')}: {edition.authority.name}"
    ending = ["", assessor, f"{status_line(edition, words)}, {revision(edition, words)}", *_sources(edition, words)]
    note = [" ".join(edition.note.split())] if edition.note else []
    return "\n".join([f"{address}  {title}", words("label"), "", *lines, *ending, *note]) + "\n"


def _sources(edition: Edition, words: Words) -> Iterator[str]:
    """Name each source, with the address at which it can be read again."""
    for source, line in zip(edition.sources, source_lines(edition, words), strict=True):
        yield line
        if source.url:
            yield f"  {source.url}"


def _indicator(one: Indicator, words: Words) -> Iterator[str]:
    if one.confidence:
        yield _row(words("confidence_of"), trust(one.confidence, words))
    yield ""
    yield from _listed(one.all_criteria)


def _stage(rubric: Rubric, one: Stage, words: Words) -> Iterator[str]:
    outside = one.kind is StageKind.OUTSIDE
    yield _row(words("explain_kind"), words(f"automation_{'luar' if outside else 'otomatis'}"))
    if one.note:
        yield _row(words("note"), one.note)
    yield from (f"  {own.id}  {own.name}" for own in rubric.indicators_of(one))


def criterion_page(rubric: Rubric, criterion: Criterion, law: Law, words: Words) -> str:
    """Write the page of a criterion."""
    indicator = next(one for one in rubric.indicators if criterion in one.all_criteria)
    lines = list(_facts(criterion, law, words))
    if criterion.check:
        lines += [words("explain_check"), *check_lines(criterion.check, words, 1)]
    for part in criterion.parts:
        lines += [f"{words('explain_part')} {part.id}", *check_lines(part.check, words, 1)]
    if any(map(_asks_of_years, (criterion.check, *(part.check for part in criterion.parts)))):
        lines.append(words("explain_years"))
    lines += ["", f"{words('indicator')}: {indicator.name}"]
    if sure := criterion.confidence or indicator.confidence:
        lines.append(f"{words('confidence_of')}: {trust(sure, words)}")
    return _page(rubric, criterion.id, criterion.question, lines, words)


def _facts(criterion: Criterion, law: Law, words: Words) -> Iterator[str]:
    yield from _rows(_judged(criterion, words), words)
    if criterion.duplicate_of:
        yield words("explain_duplicate", id=criterion.duplicate_of)
    yield from _rows({"basis": _basis(criterion, law), "note": criterion.note}, words)


def _judged(criterion: Criterion, words: Words) -> Mapping[str, str | None]:
    """Say how a criterion is judged, by the label of each fact."""
    rule, group, fresh, proof = criterion.parts_rule, criterion.group, criterion.freshness, criterion.evidence
    return {
        "points": words("unknown") if criterion.points is None else decimal(criterion.points),
        "explain_kind": words(f"automation_{criterion.automation.value}"),
        "explain_scale": _scale(criterion.scale, words),
        "explain_parts_rule": None if rule is GroupRule.PROPORTIONAL else words(f"rule_{rule.value}"),
        "explain_group": f"{group.id}: {words(f'rule_{group.rule.value}')}" if group else None,
        "explain_fresh": _said(fresh.within or fresh.years) if fresh else None,
        "explain_evidence": ", ".join(kind.label for kind in proof.kinds) if proof else None,
    }


def _basis(criterion: Criterion, law: Law) -> str:
    """Cite what a criterion rests on: its own basis, else that of its duties."""
    duties = (law.duties[code] for code in codes_in(criterion) if code in law.duties)
    places = criterion.basis or (place for duty in duties for place in duty.basis)
    return "; ".join(dict.fromkeys(map(law.cite, places)))


def codes_in(criterion: Criterion) -> tuple[str, ...]:
    """Name the duties that the criterion itself asks about."""
    checks = (criterion.check, *(part.check for part in criterion.parts))
    return tuple(code for check in checks if check and check.duties for code in check.duties.codes)


def _asks_of_years(check: Check | None) -> bool:
    """Say whether a check names years by their distance from the year of the assessment."""
    if check is None:
        return False
    inner = (*check.all_of, *check.any_of, *((check.none_of,) if check.none_of else ()))
    return bool(getattr(check.question, "years", None)) or any(map(_asks_of_years, inner))


def check_lines(check: Check, words: Words, depth: int) -> list[str]:
    """Write a check as it stands in the rubric, one question to a line."""
    indent = "  " * depth
    if check.all_of or check.any_of:
        inner = check.all_of or check.any_of
        head = words("all_of") if check.all_of else words("any_of")
        return [indent + head, *(line for one in inner for line in check_lines(one, words, depth + 1))]
    if check.none_of:
        return [indent + words("none_of"), *check_lines(check.none_of, words, depth + 1)]
    question = check.question
    name = Check.model_fields[check.asked[0]].alias or ""
    told = ", ".join(_arguments(question)) if question else ""
    return [f"{indent}{name}: {told}".rstrip(": ")]


def _arguments(question: Part) -> Iterator[str]:
    for name in sorted(question.model_fields_set, key=list(type(question).model_fields).index):
        key = type(question).model_fields[name].alias or name
        yield f"{key} {_said(getattr(question, name))}"


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_said, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_said(one)}" for key, one in value.items()) + "}"
    return str(getattr(value, "text", value))


def _scale(scale: Scale, words: Words) -> str:
    steps = ""
    match scale.kind:
        case ScaleKind.GRADED:
            steps = " / ".join(decimal(value) for value in scale.values)
        case ScaleKind.COUNT_BANDS:
            steps = ", ".join(f"≥ {band.least}: {decimal(band.value)}" for band in scale.bands)
        case ScaleKind.ORDINAL:
            steps = f"1-{scale.steps}"
    return words(f"scale_{scale.kind.value}", steps=steps)


def _row(label: str, text: str) -> str:
    return f"{label:<{_LABEL}}{text}"


def _rows(facts: Mapping[str, str | None], words: Words) -> Iterator[str]:
    return (_row(words(label), text) for label, text in facts.items() if text)
