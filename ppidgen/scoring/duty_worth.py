"""What the evidence for a duty is worth: by its state, by the address it rests on, package by package."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from ppidgen.duties.reachable import reach
from ppidgen.model.elements.keys import key_of
from ppidgen.model.elements.record import Part, Record
from ppidgen.model.portal import registers as reg
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.publication import Article
from ppidgen.model.records.unit import Unit
from ppidgen.model.rubrics.scorecard import ALL, MET, NONE, UNCHECKED, UNMET, Ends, Lack, Reason
from ppidgen.model.standing import coverage
from ppidgen.model.standing.coverage import (
    Coverage,
    CoverageState,
    Evidence,
    Expectation,
    ExpectationKind,
    is_only_proposed,
)
from ppidgen.scoring.documents import link_ends, link_reason, links_of
from ppidgen.scoring.facts import Facts, title_of

# A series that an officer announces shows its gaps; it never scores worse than one that nobody announced.
_SHARED = frozenset({ExpectationKind.UNIT, ExpectationKind.POINT, ExpectationKind.DUTY})
# States that may rest on an address alone.
_BY_LINK = frozenset({CoverageState.LINKED, CoverageState.STALE})
_LACKS: Mapping[CoverageState, Lack] = MappingProxyType(
    {
        CoverageState.STALE: Lack.OLD,
        CoverageState.NIL: Lack.NIL_UNVERIFIED,
    }
)
# What is there and proves nothing is told as what it is: to whoever wrote it, "absent" would say nothing.
_PROVES_NOTHING: Mapping[coverage.Reason, Lack] = MappingProxyType(
    {
        coverage.Reason.LISTED_ONLY: Lack.LISTED_ONLY,
        coverage.Reason.INCOMPLETE: Lack.INCOMPLETE,
        coverage.Reason.OVERBURDENED: Lack.OVERBURDENED,
        coverage.Reason.NIL_UNSIGNED: Lack.NIL_UNSIGNED,
        coverage.Reason.NIL_EXPIRED: Lack.NIL_EXPIRED,
        coverage.Reason.WHOLLY_EXEMPT: Lack.WHOLLY_EXEMPT,
        coverage.Reason.EXEMPTION_INVALID: Lack.EXEMPTION_INVALID,
    }
)

Worth = tuple[Ends, tuple[Reason, ...]]


def worth(covered: Coverage, state: CoverageState, evidence: tuple[Evidence, ...], facts: Facts) -> Worth:
    """Give what a duty is worth in a state that the evidence brings about, all of it proposed or none.

    What lacks among several expected things takes its part away.
    """
    packages = [one for one in covered.expectations if one.kind is ExpectationKind.PACKAGE]
    if packages:
        return _mean([package_worth(one.record, covered.duty.code, facts) for one in packages])
    shared = [one for one in covered.expectations if one.kind in _SHARED]
    ends = _ends(state, evidence, facts).scaled(_share(shared))
    if is_only_proposed(evidence):
        ends = ends.unproved()
    return ends, () if ends == MET else tuple(_reasons(covered.duty.label, state, evidence, facts, shared))


def lack_of_proof(evidence: Sequence[Evidence]) -> Lack:
    """Say why a duty for which `evidence` is all that speaks is missing."""
    return _PROVES_NOTHING.get(evidence[0].reason, Lack.ABSENT) if evidence else Lack.ABSENT


def package_worth(package: Record, code: str, facts: Facts) -> Worth:
    """Give what one procurement package is worth for one of the documents that it requires."""
    found = facts.package_evidence.get((code, package.id))
    if not found:
        return UNMET, (Reason(Lack.ABSENT, f"{title_of(package)}: {code}", package),)
    best = min(found, key=lambda one: one.sort_key)
    ends = _ends(best.state, (best,), facts)
    label = facts.context.standing.coverage[code].duty.label
    return ends, () if ends == MET else tuple(_reasons(label, best.state, (best,), facts))


def _mean(rows: list[Worth]) -> Worth:
    ends = Ends(*(sum((one[end] for one, _ in rows), NONE) / len(rows) for end in range(3)))
    return ends, tuple(reason for _, reasons in rows for reason in reasons)


def _share(shared: list[Expectation]) -> Fraction:
    return Fraction(sum(one.met for one in shared), len(shared)) if shared else ALL


def _ends(state: CoverageState, evidence: tuple[Evidence, ...], facts: Facts) -> Ends:
    values = facts.values
    match state:
        case CoverageState.PUBLISHED:
            return Ends.certain(values.published)
        case CoverageState.PARTLY_EXEMPT:
            return Ends.certain(values.partly_exempt)
        case CoverageState.LINKED:
            return _linked(evidence, facts).scaled(values.published)
        case CoverageState.STALE:
            known = MET if any(_has_own(one, facts) for one in evidence) else _linked(evidence, facts)
            return known.scaled(values.stale)
        case CoverageState.NIL:
            # Nobody but the officer says so: the statement is a claim, and proves nothing yet.
            return UNCHECKED
        case _:
            return UNMET


def _linked(evidence: tuple[Evidence, ...], facts: Facts) -> Ends:
    link, _ = _best_link(evidence, facts)
    return link_ends(link, facts) if link else UNCHECKED


def _best_link(evidence: tuple[Evidence, ...], facts: Facts) -> tuple[str, Evidence | None]:
    """Give the address that proves most, and whose it is; what proves nothing by itself lends no address either."""
    found = [(link, one) for one in evidence if one.state in _BY_LINK for link in links_of(_meant(one))]
    return max(found, key=lambda pair: link_ends(pair[0], facts), default=("", None))


def _meant(evidence: Evidence) -> Part:
    """Give the part of the record that speaks for the duty: one document of a package, else the record."""
    if evidence.register != reg.PROCUREMENT.name:
        return evidence.record
    attribute, position = evidence.path
    part: Part = getattr(evidence.record, str(attribute))[position]
    return part


def _has_own(evidence: Evidence, facts: Facts) -> bool:
    """Say whether a reader is handed what has grown old, and not only led to it."""
    record = evidence.record
    if evidence.state is not CoverageState.STALE:
        return False
    if not isinstance(record, InformationEntry | Article):
        return True
    return reach(facts.portal, record)[0] is CoverageState.PUBLISHED


def _reasons(
    label: str,
    state: CoverageState,
    evidence: tuple[Evidence, ...],
    facts: Facts,
    shared: Sequence[Expectation] = (),
) -> Iterator[Reason]:
    lack = lack_of_proof(evidence) if state is CoverageState.MISSING else _LACKS.get(state)
    if lack:
        yield Reason(lack, label, evidence[0].record if evidence else None)
    if state in _BY_LINK and not any(_has_own(one, facts) for one in evidence):
        link, whose = _best_link(evidence, facts)
        reason = link_reason(link, facts, whose.record) if whose else None
        if reason:
            yield reason
    if is_only_proposed(evidence):
        yield Reason(Lack.PROPOSED, label, evidence[0].record)
    for gap in shared:
        if not gap.met:
            yield _gap(gap)


def _gap(gap: Expectation) -> Reason:
    if isinstance(gap.record, Unit):
        empty = [key_of(Unit, name) for name in ("head", "overview") if not getattr(gap.record, name)]
        return Reason(Lack.EMPTY_FIELD, f"{gap.label}: {', '.join(empty)}", gap.record)
    return Reason(Lack.ABSENT, gap.label, gap.record)
