"""Verdicts made of smaller ones: counts against a demand, means, the best of several, the opposite."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from ppidgen.model.rubrics.scorecard import ALL, MET, NONE, UNMET, Ends, Lack, Proof, Reason, Verdict

MOST_REASONS = 40


def met(*proofs: Proof) -> Verdict:
    """Give a yes with what proves it."""
    return Verdict(MET, (len(proofs),) * 3, proofs)


def unmet(*reasons: Reason) -> Verdict:
    """Give a no with what lacks."""
    return Verdict(UNMET, reasons=reasons)


def yes_or_no(proof: Proof | None, reason: Reason) -> Verdict:
    """Give a yes when there is a proof, else a no for the reason."""
    return met(proof) if proof else unmet(reason)


def counted(found: Iterable[tuple[Ends, Proof, Reason | None]], at_least: int, otherwise: Reason) -> Verdict:
    """Weigh how many were found against how many are asked; `otherwise` is said when there are too few of any kind."""
    rows = list(found)
    sums = [sum((ends[end] for ends, _, _ in rows), NONE) for end in range(3)]
    ends = Ends(*(min(ALL, total / at_least) if at_least else ALL for total in sums))
    lacking = [reason for one, _, reason in rows if reason and one != MET][:MOST_REASONS]
    if ends.possible < 1:
        lacking.append(otherwise)
    return Verdict(
        ends,
        (int(sums[0]), int(sums[1]), int(sums[2])),
        tuple(proof for one, proof, _ in rows if one.possible > 0),
        () if ends == MET else tuple(lacking),
    )


def enough(found: Iterable[tuple[Ends, Proof, Reason | None]], at_least: int, otherwise: Reason) -> Verdict:
    """Say whether there are as many as are asked: fewer prove nothing, however near they come."""
    verdict = counted(found, at_least, otherwise)
    return replace(verdict, ends=Ends(*(ALL if end == 1 else NONE for end in verdict.ends)))


def mean_of(verdicts: Sequence[Verdict]) -> Verdict:
    """Give the mean of the verdicts that apply."""
    asked = [one for one in verdicts if one.applies]
    if not asked:
        return Verdict(MET, applies=False)
    ends = Ends(*(sum((one.ends[end] for one in asked), NONE) / Fraction(len(asked)) for end in range(3)))
    return _joined(asked, ends)


def best_of(verdicts: Sequence[Verdict]) -> Verdict:
    """Give the best verdict at each end, with the proofs of all and the reasons of the nearest miss."""
    asked = [one for one in verdicts if one.applies]
    if not asked:
        return Verdict(MET, applies=False)
    ends = Ends(*(max(one.ends[end] for one in asked) for end in range(3)))
    nearest = max(asked, key=lambda one: one.ends)
    return Verdict(ends, nearest.counts, nearest.proofs, () if ends == MET else nearest.reasons)


def opposite_of(verdict: Verdict) -> Verdict:
    """Turn a verdict round: what is not disproved becomes what is not proved."""
    recorded, claimed, possible = verdict.ends
    ends = Ends(ALL - possible, min(ALL - possible, ALL - claimed), ALL - recorded)
    wrong = tuple(Reason(Lack.EXPIRED, proof.title, proof.source) for proof in verdict.proofs) if ends != MET else ()
    return Verdict(ends, reasons=wrong, applies=verdict.applies)


def _joined(verdicts: Sequence[Verdict], ends: Ends) -> Verdict:
    counts = tuple(sum(one.counts[end] for one in verdicts) for end in range(3))
    return Verdict(
        ends,
        (counts[0], counts[1], counts[2]),
        tuple(proof for one in verdicts for proof in one.proofs),
        tuple(reason for one in verdicts for reason in one.reasons),
    )
