"""What an officer's evidence is worth: a claim as far as its file carries it, proved only when a verifier says so."""

from collections.abc import Iterable
from fractions import Fraction

from ppidgen.model.elements.vocabulary import EvidenceState
from ppidgen.model.records.evidence import Attestation
from ppidgen.model.rubrics.check import FileDemand
from ppidgen.model.rubrics.rubric import Criterion, Rubric, Scale, ScaleKind
from ppidgen.model.rubrics.scorecard import ALL, NONE, UNMET, Basis, Ends, Lack, Reason
from ppidgen.model.rubrics.sound_files import carries, is_sound
from ppidgen.scoring.arithmetic import as_claimed, scaled
from ppidgen.scoring.facts import Facts
from ppidgen.scoring.record_questions import is_within


def of_edition(facts: Facts) -> tuple[Attestation, ...]:
    """Give the evidence for the edition that is scored; what lies in the future is none yet."""
    edition = facts.rubric.edition.id
    return tuple(one for one in facts.portal.evidence if one.edition == edition and one.day <= facts.as_of)


def is_verified(one: Attestation, facts: Facts) -> bool:
    """Tell whether a verifier whom the edition names says so, in a letter of its own, not before the evidence.

    The word of whoever attached the evidence is not enough.
    """
    if one.state is not EvidenceState.VERIFIED or not one.letter or one.verified_on is None:
        return False
    named = (one.verified_by or "").casefold()
    known = {name.casefold() for name in facts.rubric.edition.verifiers}
    in_time = one.day <= one.verified_on <= facts.as_of
    apart = one.letter != one.file and named != one.by.casefold()
    return named in known and apart and in_time and is_sound(facts.portal.facts.get(one.letter), FileDemand.PDF)


def worth(one: Attestation, criterion: Criterion, facts: Facts) -> tuple[Basis, Ends, Reason | None]:
    """Give what one piece of evidence is worth for a criterion."""
    where = one
    if one.state is EvidenceState.REJECTED:
        return Basis.REJECTED, UNMET, Reason(Lack.REJECTED, one.id, where)
    kinds = criterion.evidence.kinds if criterion.evidence else ()
    if not carries(one, facts.portal.facts) or (kinds and one.kind not in kinds):
        return Basis.NOTHING, Ends(NONE, NONE, ALL), Reason(Lack.NO_EVIDENCE, one.id, where)
    within = criterion.freshness.within if criterion.freshness else None
    if within and not is_within(one.day, within, facts.as_of):
        return Basis.NOTHING, Ends(NONE, NONE, ALL), Reason(Lack.OLD, one.id, where)
    value = claimed_value(one, criterion.scale)
    if is_verified(one, facts):
        return Basis.VERIFIED, Ends.certain(value), None
    return Basis.CLAIMED, as_claimed(value), Reason(Lack.CLAIM_UNVERIFIED, one.id, where)


def claimed_value(one: Attestation, scale: Scale) -> Fraction:
    """Give what is claimed, brought down to the next step that the scale has."""
    claim = one.claim if one.claim is not None else ALL
    if claim > ALL:
        return NONE
    return claim if scale.kind is ScaleKind.COUNT_BANDS else scaled(scale, claim)


def best(found: Iterable[tuple[Basis, Ends, Reason | None]]) -> tuple[Basis, Ends, tuple[Reason, ...]] | None:
    """Give the best of several pieces of evidence at each end, None when there is none."""
    rows = list(found)
    if not rows:
        return None
    basis, _, _ = max(rows, key=lambda row: row[1])
    ends = Ends(*(max(ends[end] for _, ends, _ in rows) for end in range(3)))
    return basis, ends, tuple(reason for _, _, reason in rows if reason)


def stage_values(rubric: Rubric, facts: Facts) -> dict[str, Ends]:
    """Give the stages whose value is told by evidence: proved when verified, else claimed."""
    given: dict[str, Ends] = {}
    for one in of_edition(facts):
        stage = next((stage for stage in rubric.stages if stage.id == one.stage), None)
        if stage is None or one.value is None or one.value > rubric.scale_total or not carries(one, facts.portal.facts):
            continue
        if one.state is EvidenceState.REJECTED:
            continue
        value = one.value / rubric.scale_total
        ends = Ends.certain(value) if is_verified(one, facts) else as_claimed(value)
        given[stage.id] = max(given.get(stage.id, ends), ends)
    return given
