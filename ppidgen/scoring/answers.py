"""Each criterion of a rubric answered from the facts and from the evidence that officers attached."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ppidgen.duties.procurement import is_per_package
from ppidgen.model.elements.vocabulary import EvidenceState
from ppidgen.model.records.evidence import Attestation
from ppidgen.model.rubrics.check import Check
from ppidgen.model.rubrics.rubric import (
    Automation,
    Criterion,
    Freshness,
    Inapplicable,
    Indicator,
    Rubric,
)
from ppidgen.model.rubrics.scorecard import (
    MET,
    UNKNOWN,
    UNMET,
    Answer,
    Basis,
    Ends,
    Lack,
    Proof,
    Reason,
    Verdict,
)
from ppidgen.model.rubrics.sound_files import carries
from ppidgen.scoring.arithmetic import Weighed, as_claimed, grouped, parts_ends, ruled, scaled
from ppidgen.scoring.evidence import best, is_verified, of_edition, worth
from ppidgen.scoring.facts import Facts
from ppidgen.scoring.predicates import ask
from ppidgen.scoring.record_questions import is_within


def answers(rubric: Rubric, facts: Facts) -> tuple[Answer, ...]:
    """Answer every criterion, in the order of the rubric, with groups that stand or fall together."""
    attached: defaultdict[str, list[Attestation]] = defaultdict(list)
    for one in of_edition(facts):
        if one.criterion:
            attached[one.criterion].append(one)
    single = [
        _answer(criterion, indicator, attached.get(criterion.id, ()), facts)
        for indicator in rubric.indicators
        for criterion in indicator.all_criteria
    ]
    return grouped(_with_twins(single), rubric.groups)


def _with_twins(single: Sequence[Answer]) -> list[Answer]:
    """Answer what only repeats another criterion as that one is answered; it counts for nothing."""
    known: Mapping[str, Answer] = {one.criterion.id: one for one in single}
    return [
        replace(known[twin], criterion=one.criterion, indicator=one.indicator)
        if (twin := one.criterion.duplicate_of) in known and twin
        else one
        for one in single
    ]


def _answer(criterion: Criterion, indicator: Indicator, attached: Sequence[Attestation], facts: Facts) -> Answer:
    if not _is_asked_of(criterion, facts):
        return Answer(criterion, indicator.id, Basis.COMPUTED, None, duties=duties_of(criterion))
    made = _by_automation(criterion, attached, facts)
    return replace(made, indicator=indicator.id, duties=duties_of(criterion), unit=_owner(made, facts))


def _is_asked_of(criterion: Criterion, facts: Facts) -> bool:
    asked, body = criterion.asked_of, facts.portal.body
    if asked is None:
        return True
    return (not asked.kinds or body.kind in asked.kinds) and (not asked.levels or body.level in asked.levels)


def _by_automation(criterion: Criterion, attached: Sequence[Attestation], facts: Facts) -> Answer:
    match criterion.automation:
        case Automation.OUTSIDE:
            return Answer(criterion, "", Basis.OUTSIDE, UNKNOWN, reasons=(Reason(Lack.OUTSIDE),))
        case Automation.ATTACHED:
            return _attached(criterion, attached, facts)
        case Automation.COMPUTED:
            return _computed(criterion, facts)
        case Automation.DOCUMENT:
            return _either(criterion, _computed(criterion, facts), _attached(criterion, attached, facts))


def _computed(criterion: Criterion, facts: Facts) -> Answer:
    verdict = _aged(_verdict(criterion, facts), criterion.freshness, facts)
    if not verdict.applies:
        ends = UNMET if criterion.inapplicable is Inapplicable.ZERO else None
        return Answer(criterion, "", Basis.COMPUTED, ends, verdict.proofs)
    values = (scaled(criterion.scale, share, count) for share, count in zip(verdict.ends, verdict.counts, strict=True))
    ends = Ends(*values)
    return Answer(criterion, "", Basis.COMPUTED, ends, verdict.proofs, verdict.reasons if ends != MET else ())


def _verdict(criterion: Criterion, facts: Facts) -> Verdict:
    if criterion.check:
        verdict = ask(criterion.check, facts)
        return replace(verdict, ends=ruled(verdict.ends, criterion.parts_rule))
    asked = [(part, verdict) for part in criterion.parts if (verdict := ask(part.check, facts)).applies]
    if not asked:
        return Verdict(MET, applies=not criterion.parts)
    ends = parts_ends([Weighed(part.points, verdict.ends) for part, verdict in asked], criterion.parts_rule)
    return Verdict(
        ends,
        proofs=tuple(proof for _, verdict in asked for proof in verdict.proofs),
        reasons=tuple(reason for _, verdict in asked for reason in verdict.reasons),
    )


def _aged(verdict: Verdict, freshness: Freshness | None, facts: Facts) -> Verdict:
    """Let proof that is older than the criterion allows be worth only what the rubric says."""
    if freshness is None or verdict.ends == UNMET or any(_is_fresh(one, freshness, facts) for one in verdict.proofs):
        return verdict
    newest = max((one.day for one in verdict.proofs if one.day), default=None)
    where = verdict.proofs[0].source if verdict.proofs else None
    reason = Reason(Lack.OLD, newest.isoformat() if newest else "", where)
    return replace(
        verdict, ends=verdict.ends.scaled(freshness.stale_value), counts=(0, 0, 0), reasons=(*verdict.reasons, reason)
    )


def _is_fresh(proof: Proof, freshness: Freshness, facts: Facts) -> bool:
    years = facts.years(freshness.years)
    if years is not None and proof.year not in years:
        return False
    return freshness.within is None or is_within(proof.day, freshness.within, facts.as_of)


def _attached(criterion: Criterion, attached: Sequence[Attestation], facts: Facts) -> Answer:
    found = [
        _statement(one, criterion, facts) if one.inapplicable else worth(one, criterion, facts) for one in attached
    ]
    judged = best(found)
    if judged is None:
        return Answer(criterion, "", Basis.NOTHING, UNKNOWN, reasons=(Reason(Lack.NO_EVIDENCE),))
    basis, ends, reasons = judged
    names = tuple(one.id for one in attached)
    return Answer(criterion, "", basis, ends, reasons=reasons if ends != MET else (), evidence=names)


def _statement(one: Attestation, criterion: Criterion, facts: Facts) -> tuple[Basis, Ends, Reason | None]:
    """Weigh a statement that a thing was not required, where the rubric takes one: never more than the thing itself."""
    if one.state is EvidenceState.REJECTED:
        return Basis.REJECTED, UNMET, Reason(Lack.REJECTED, one.id, one)
    if criterion.inapplicable is not Inapplicable.FULL_BY_STATEMENT or not carries(one, facts.portal.facts):
        return Basis.NOTHING, UNKNOWN, Reason(Lack.NO_EVIDENCE, one.id, one)
    if is_verified(one, facts):
        return Basis.VERIFIED, MET, None
    return Basis.CLAIMED, as_claimed(MET.claimed), Reason(Lack.NIL_UNVERIFIED, one.id, one)


def _either(criterion: Criterion, computed: Answer, attached: Answer) -> Answer:
    """Take what the build proves, and for the rest what is attached."""
    if computed.ends is None:
        return computed if not attached.evidence else attached
    if computed.ends.recorded == 1 or attached.ends is None:
        return computed
    ends = computed.ends.or_better(attached.ends)
    basis = attached.basis if attached.evidence and attached.ends > computed.ends else computed.basis
    reasons = () if ends == MET else (*computed.reasons, *attached.reasons)
    return Answer(criterion, "", basis, ends, computed.proofs, reasons, attached.evidence)


def duties_of(criterion: Criterion) -> tuple[str, ...]:
    """Name the duties of the catalogue that a criterion asks about."""
    checks = (criterion.check, *(part.check for part in criterion.parts))
    return tuple(dict.fromkeys(code for check in checks if check for code in _codes(check)))


def asks_of_packages(criterion: Criterion) -> bool:
    """Tell a criterion whose value is a mean over procurement packages, which one package fewer may raise."""
    checks = (criterion.check, *(part.check for part in criterion.parts))
    return any(map(_has_packages, filter(None, checks))) or any(map(is_per_package, duties_of(criterion)))


def _has_packages(check: Check) -> bool:
    inner = (*check.all_of, *check.any_of, *((check.none_of,) if check.none_of else ()))
    return check.packages is not None or any(map(_has_packages, inner))


def _codes(check: Check) -> Iterator[str]:
    for inner in (*check.all_of, *check.any_of, *((check.none_of,) if check.none_of else ())):
        yield from _codes(inner)
    if check.duties:
        yield from check.duties.codes
    if check.series:
        yield check.series.code
    if check.packages:
        yield from check.packages.codes


def _owner(answer: Answer, facts: Facts) -> str:
    """Name the unit whose task a criterion is: that of its duties, else that of the first proof."""
    coverage = facts.context.standing.coverage
    owners = (owner for code in duties_of(answer.criterion) if code in coverage for owner in coverage[code].owners)
    return next(owners, "") or next((proof.unit for proof in answer.proofs if proof.unit), "")
