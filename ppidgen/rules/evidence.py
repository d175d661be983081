"""Faults in the evidence that officers attach: what it is for, whether it is there, who may say that it is verified."""

from collections.abc import Iterator
from fractions import Fraction

from ppidgen.diagnostics import Finding
from ppidgen.diagnostics.nearest import nearest
from ppidgen.diagnostics.shown import shown
from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import EvidenceState
from ppidgen.model.records.evidence import Attestation
from ppidgen.model.rubrics.rubric import Automation, Inapplicable, Rubric, ScaleKind
from ppidgen.model.rubrics.sound_files import carries
from ppidgen.rules.rule import Rule

_ATTESTED = frozenset({Automation.ATTACHED, Automation.DOCUMENT})


def _of_known_editions(context: Context) -> Iterator[tuple[Attestation, Rubric]]:
    for one in context.portal.evidence:
        if one.edition in context.rubrics:
            yield one, context.rubrics[one.edition]


def evidence_for_unknown_edition(context: Context) -> Iterator[Finding]:
    """Tell evidence in a folder that is named after no edition that ships."""
    for one in context.portal.evidence:
        if one.edition not in context.rubrics:
            yield Finding("RBK020", one.origin.start, {"value": shown(one.edition)})


def evidence_for_unknown_criterion(context: Context) -> Iterator[Finding]:
    """Tell evidence for a criterion or stage that its edition does not have, or for neither or both."""
    for one, rubric in _of_known_editions(context):
        if bool(one.criterion) is bool(one.stage):
            yield Finding("RBK028", one.origin.start)
        stages = {stage.id for stage in rubric.stages}
        asked = (("criterion", one.criterion, rubric.criterion_by_id.keys()), ("stage", one.stage, stages))
        for attribute, value, known in asked:
            if value and value not in known:
                guess = nearest(value, known)
                data = {"value": shown(value), "edition": one.edition, "guess": guess}
                yield Finding("RBK021", one.span(attribute), data)


def evidence_from_the_future(context: Context) -> Iterator[Finding]:
    """Tell days that have not been yet."""
    for one in context.portal.evidence:
        for attribute in ("day", "verified_on"):
            day = getattr(one, attribute)
            if day is not None and day > context.standing.as_of:
                yield Finding("RBK022", one.span(attribute), {"day": day.isoformat()})


def evidence_for_computed_criterion(context: Context) -> Iterator[Finding]:
    """Tell evidence for what the build computes or only a visitor can tell: it changes nothing."""
    for one, rubric in _of_known_editions(context):
        criterion = rubric.criterion_by_id.get(one.criterion or "")
        if criterion and criterion.automation not in _ATTESTED:
            data = {"id": criterion.id, "kind": criterion.automation.value}
            yield Finding("RBK023", one.span("criterion"), data)


def statement_not_taken(context: Context) -> Iterator[Finding]:
    """Tell statements that a criterion does not apply, where the rubric takes none: they change nothing."""
    for one, rubric in _of_known_editions(context):
        criterion = rubric.criterion_by_id.get(one.criterion or "")
        if criterion and one.inapplicable and criterion.inapplicable is not Inapplicable.FULL_BY_STATEMENT:
            yield Finding("RBK031", one.span("inapplicable"), {"id": criterion.id, "edition": one.edition})


def evidence_without_its_file(context: Context) -> Iterator[Finding]:
    """Tell evidence whose file is empty, broken or of another kind than it says; a missing file has its own code."""
    for one in context.portal.evidence:
        missing = one.file is not None and one.file not in context.portal.files
        if not missing and not carries(one, context.portal.facts):
            yield Finding("RBK024", one.span("kind"), {"kind": one.kind.label, "value": shown(one.file or "")})


def verification_unfounded(context: Context) -> Iterator[Finding]:
    """Tell evidence that calls itself verified without a verifier of the edition, a day and a letter."""
    for one, rubric in _of_known_editions(context):
        if one.state is not EvidenceState.VERIFIED:
            continue
        known = {name.casefold() for name in rubric.edition.verifiers}
        named = (one.verified_by or "").casefold()
        if named not in known or named == one.by.casefold():
            yield Finding(
                "RBK025", one.span("state"), {"verifiers": ", ".join(rubric.edition.verifiers), "fault": "verifier"}
            )
        elif not one.letter or one.letter == one.file or one.verified_on is None or one.verified_on < one.day:
            yield Finding("RBK025", one.span("state"), {"fault": "letter"})


def evidence_by_a_person(context: Context) -> Iterator[Finding]:
    """Tell names of people where an office is asked."""
    body, units = context.portal.body, context.portal.units
    people = {officer.name for officer in body.officers if officer.name} | {u.head.name for u in units if u.head}
    names = {name.casefold().partition(",")[0] for name in people}
    for one in context.portal.evidence:
        if one.by.casefold().partition(",")[0] in names:
            yield Finding("RBK026", one.span("by"))


def claim_beyond_its_scale(context: Context) -> Iterator[Finding]:
    """Tell claims over 1, and those that are no step of the scale: the next lower step counts."""
    for one, rubric in _of_known_editions(context):
        criterion = rubric.criterion_by_id.get(one.criterion or "")
        if one.claim is None or criterion is None:
            continue
        steps = {*criterion.scale.values, Fraction(0), Fraction(1)}
        graded = criterion.scale.kind in {ScaleKind.GRADED, ScaleKind.BINARY}
        if one.claim > 1 or (graded and one.claim not in steps):
            told = ", ".join(f"{float(step):g}" for step in sorted(steps, reverse=True))
            yield Finding("RBK027", one.span("claim"), {"value": f"{float(one.claim):g}", "steps": told})


RULES: tuple[Rule, ...] = (
    Rule("RBK020", (), evidence_for_unknown_edition),
    Rule("RBK021", (), evidence_for_unknown_criterion),
    Rule("RBK022", (), evidence_from_the_future),
    Rule("RBK023", (), evidence_for_computed_criterion),
    Rule("RBK024", (), evidence_without_its_file),
    Rule("RBK025", (), verification_unfounded),
    Rule("RBK026", (), evidence_by_a_person),
    Rule("RBK027", (), claim_beyond_its_scale),
    Rule("RBK031", (), statement_not_taken),
)
