"""Every duty that binds the body in exactly one state, with what proves it, what is lacking and whose task it is.

The best evidence decides: more of it never worsens a state, and what the program proposed adds nothing to what an
officer says. What else a duty expects (the other years of a series, the other packages, the other units) is told as
gaps.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from ppidgen.duties import carried, claims, procurement, series
from ppidgen.duties.carrying import overburdened
from ppidgen.model.law.duty import Duty, DutyClass, excluded_scopes, scopes_of
from ppidgen.model.law.whole import Law
from ppidgen.model.portal.registers import INFORMATION, PUBLIC_BODY
from ppidgen.model.portal.whole import Portal
from ppidgen.model.standing.coverage import (
    Coverage,
    CoverageState,
    Evidence,
    Expectation,
    ExpectationKind,
    PackageCoverage,
    Reason,
)

# Perki 1/2021 Pasal 21(1) huruf p and r: duties that are fulfilled by others; they are never counted twice.
ALL_PERIODIC = "S16"
SAME_AS = {"S18": "W01"}

Proof = Evidence | Expectation
Standing = tuple[CoverageState, Reason]


class Covered(NamedTuple):
    """How each duty and each procurement package stands; `beyond` holds what `overburdened` found on the way."""

    duties: Mapping[str, Coverage]
    packages: Mapping[str, PackageCoverage]
    beyond: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that speaks for or against any duty, by its code; gathered in one walk through the registers."""

    proofs: Mapping[str, tuple[Proof, ...]]
    exemptions: Mapping[str, tuple[Evidence, ...]]
    owners: Mapping[str, tuple[str, ...]]
    packages: Mapping[str, PackageCoverage]


def cover(portal: Portal, law: Law, as_of: date, proposed: Collection[str] = ()) -> Covered:
    """Give the coverage of each leaf that binds the body, in catalogue order, and that of each package.

    `proposed` names the entries whose duties nobody has checked.
    """
    beyond = overburdened(portal, tuple(law.duties))
    facts = gather(portal, law, as_of, beyond, proposed)
    made = {duty.code: cover_one(duty, facts) for duty in binding(portal, law, facts)}
    for code, other in SAME_AS.items():
        if code in made and other in made:
            made[code] = _better(made[code], replace(made[other], duty=made[code].duty))
    if ALL_PERIODIC in made:
        made[ALL_PERIODIC] = _summary(made[ALL_PERIODIC], made.values(), portal)
    return Covered(made, facts.packages, beyond)


def binding(portal: Portal, law: Law, facts: Facts) -> tuple[Duty, ...]:
    """Give the leaves that bind the body; what it says it does not do binds it all the same once it shows it does.

    What the program proposed shows nothing.
    """
    scopes, excluded = scopes_of(portal.body), excluded_scopes(portal.body)
    return tuple(
        duty
        for duty in law.duties.values()
        if duty.is_leaf
        and (duty.applies_to(scopes) or (duty.applies_to(scopes | excluded) and _is_shown(facts.proofs[duty.code])))
    )


def _is_shown(proofs: Iterable[Proof]) -> bool:
    return any(not (isinstance(one, Evidence) and one.proposed) for one in proofs)


def gather(
    portal: Portal, law: Law, as_of: date, beyond: Mapping[str, frozenset[str]], proposed: Collection[str]
) -> Facts:
    """Walk through the registers once."""
    claimed = claims.claims(portal, law.duties, as_of, beyond, proposed)
    exempt = claims.exemptions_by_duty(portal, as_of)
    per_package = procurement.by_duty(portal, law.duties, _backed(claimed, exempt))
    expected = series.by_duty(portal, as_of)
    proofs = {
        code: (
            *expected.get(code, ()),
            *claimed.get(code, ()),
            *_carried(law.duties[code], portal, as_of),
            *per_package.get(code, ()),
        )
        for code in law.duties
    }
    return Facts(proofs, exempt, _assigned(portal), procurement.packages(portal, per_package))


def _backed(claimed: claims.Found, exempt: claims.Found) -> Mapping[str, CoverageState]:
    wanted = {CoverageState.NIL, CoverageState.PARTLY_EXEMPT}
    both = (*claimed.items(), *exempt.items())
    return {code: one.state for code, made in both for one in made if one.state in wanted}


def _carried(duty: Duty, portal: Portal, as_of: date) -> Iterator[Proof]:
    carrier = carried.CARRIERS.get(duty.code)
    for proof in carrier(portal, as_of) if carrier else ():
        dated = duty.code in carried.DATED and isinstance(proof, Evidence)
        yield claims.aged(proof, duty, as_of) if dated and isinstance(proof, Evidence) else proof


def _assigned(portal: Portal) -> Mapping[str, tuple[str, ...]]:
    codes = sorted({code for unit in portal.units for code in unit.duties})
    return {code: tuple(unit.id for unit in portal.units if code in unit.duties) for code in codes}


def cover_one(duty: Duty, facts: Facts) -> Coverage:
    """Give the coverage of one duty."""
    proofs = facts.proofs.get(duty.code, ())
    evidence = sorted((one for one in proofs if isinstance(one, Evidence)), key=lambda one: one.sort_key)
    expected = sorted((one for one in proofs if isinstance(one, Expectation)), key=lambda one: one.sort_key)
    exempt = facts.exemptions.get(duty.code, ())
    state, reason = _proved(evidence, exempt) or _unproved(duty, evidence, expected, exempt, facts)
    if any(one.register == INFORMATION.name and one.state.rank == 0 and not one.proposed for one in evidence):
        # A document on all units says of each what its own page does not.
        expected = [one for one in expected if one.kind is not ExpectationKind.UNIT]
    owners = _owners(duty.code, facts.owners, evidence, expected)
    return Coverage(duty, state, reason, (*evidence, *exempt), tuple(expected), owners)


def _proved(evidence: Sequence[Evidence], exempt: Iterable[Evidence]) -> Standing | None:
    """Give the state that the best evidence proves; what is open beside a lawful exemption is all that is due."""
    if not evidence or evidence[0].state is CoverageState.MISSING:
        return None
    best = evidence[0]
    if best.state is CoverageState.PUBLISHED:
        for one in exempt:
            if one.state is CoverageState.PARTLY_EXEMPT:
                return one.state, one.reason
    return best.state, best.reason


def _unproved(
    duty: Duty,
    evidence: Sequence[Evidence],
    expected: Sequence[Expectation],
    exempt: Sequence[Evidence],
    facts: Facts,
) -> Standing:
    """Say why nothing proves the duty, or that nothing happened that would bring it about."""
    if duty.event_driven and not (expected or exempt):
        return CoverageState.NO_EVENT, Reason.NO_EVENT
    if any(one.state is CoverageState.PARTLY_EXEMPT for one in exempt):
        return CoverageState.MISSING, Reason.OPEN_PART_UNPUBLISHED
    if not evidence and procurement.is_per_package(duty.code) and not expected:
        if facts.packages:
            return CoverageState.NO_EVENT, Reason.NOT_REQUIRED
        return CoverageState.MISSING, Reason.NO_PACKAGE
    told = (*exempt, *evidence)
    return CoverageState.MISSING, told[0].reason if told else Reason.NOTHING


def _owners(
    code: str,
    assigned: Mapping[str, tuple[str, ...]],
    evidence: Iterable[Evidence],
    expected: Iterable[Expectation],
) -> tuple[str, ...]:
    """Give the units named for the duty or the nearest heading over it, else those whose records meet or expect it.

    Of these the one with most records comes first, of several the one whose record proves best.
    """
    while code not in assigned and "." in code:
        code = code.rpartition(".")[0]
    if code in assigned:
        return assigned[code]
    told = [one.unit for one in evidence if one.unit] or [one.unit for one in expected if one.unit]
    counts = Counter(told)
    return tuple(sorted(counts, key=lambda unit: -counts[unit]))


def _better(one: Coverage, other: Coverage) -> Coverage:
    return other if other.told.rank < one.told.rank else one


def _summary(summed: Coverage, all_of_them: Iterable[Coverage], portal: Portal) -> Coverage:
    """Say of "all periodic information" what its leaves say: each of them is expected, and more than proposed."""
    periodic = [one for one in all_of_them if one.duty.duty_class is DutyClass.PERIODIC and one.counts]
    expected = tuple(
        Expectation(
            ExpectationKind.DUTY,
            one.duty.label,
            PUBLIC_BODY.name,
            portal.body,
            met=one.told not in {CoverageState.MISSING, CoverageState.PROPOSED},
        )
        for one in periodic
    )
    if not any(one.met for one in expected):
        return replace(summed, expectations=expected)
    checked = tuple(one for one in summed.evidence if not one.proposed)
    state, reason = CoverageState.PUBLISHED, Reason.PORTAL_PAGE
    return replace(summed, state=state, reason=reason, evidence=checked, expectations=expected)
