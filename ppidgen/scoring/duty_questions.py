"""Questions about duties of the catalogue: their state, their series of years, the documents of packages."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ppidgen.model.elements.keys import key_of
from ppidgen.model.elements.named_files import named_files
from ppidgen.model.law.duty import disclaimed_scopes, scopes_of
from ppidgen.model.portal import registers as reg
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.publication import Article
from ppidgen.model.rubrics.check import DutyTest, FileDemand, LinkDemand, PackageTest, SeriesTest
from ppidgen.model.rubrics.scorecard import MET, UNCHECKED, UNMET, Ends, Lack, Proof, Reason, Verdict
from ppidgen.model.rubrics.sound_files import is_sound
from ppidgen.model.standing.coverage import Coverage, CoverageState, Evidence, parted
from ppidgen.scoring.documents import backing
from ppidgen.scoring.duty_worth import lack_of_proof, package_worth, worth
from ppidgen.scoring.facts import Facts, proof_of, whole_years_of, years_of
from ppidgen.scoring.verdicts import best_of, mean_of, met, unmet

_DUTIES = key_of(InformationEntry, "duties")


def duties(question: DutyTest, facts: Facts) -> Verdict:
    """Give the mean over the duties that bind the body; a heading stands for its leaves."""
    coverage = facts.context.standing.coverage
    leaves = dict.fromkeys(leaf for code in question.codes for leaf in _leaves(code, coverage))
    return mean_of([*(_duty(coverage[code], question, facts) for code in leaves), *_disclaimed(question, facts)])


def _disclaimed(question: DutyTest, facts: Facts) -> Iterator[Verdict]:
    """Count duties that the body says it does not have: its own word takes nothing out of what is proved.

    What would not bind it either way costs nothing when it says so.
    """
    body, coverage = facts.portal.body, facts.context.standing.coverage
    disclaimed = disclaimed_scopes(body)
    if not disclaimed:
        return
    for duty in facts.context.law.duties.values():
        is_asked = any(duty.code == code or duty.code.startswith(f"{code}.") for code in question.codes)
        counts = duty.is_leaf and duty.weight > 0 and not duty.event_driven and duty.code not in coverage
        if is_asked and counts and duty.applies_to(scopes_of(body) | disclaimed):
            yield Verdict(UNCHECKED, reasons=(Reason(Lack.NIL_UNVERIFIED, duty.label, body),))


def _leaves(code: str, coverage: Mapping[str, Coverage]) -> Iterator[str]:
    return (leaf for leaf in coverage if leaf == code or leaf.startswith(f"{code}."))


def _duty(covered: Coverage, question: DutyTest, facts: Facts) -> Verdict:
    if not covered.counts:
        return Verdict(MET, applies=False)
    if question.years is None and question.file is FileDemand.NONE:
        decides, proposed = parted(covered.evidence)
        verdict = _by_state(covered, covered.state, decides, facts)
        return _or_as_proposed(verdict, _with_file(covered, proposed, question, facts)) if proposed else verdict
    years = facts.years(question.years)
    shown = [one for one in covered.evidence if one.register != reg.EXEMPTIONS.name]
    of_year = [one for one in shown if years is None or not years.isdisjoint(_years(one))]
    fit = [one for one in of_year if years is None or not facts.is_borrowed(one.record)]
    if not fit:
        known = covered.evidence and covered.state is not CoverageState.MISSING
        lack = Lack.SAME_FILE if of_year else Lack.WRONG_YEAR if known else lack_of_proof(covered.evidence)
        where = covered.evidence[0].record if covered.evidence else None
        return unmet(Reason(lack, covered.duty.label, where))
    decides, proposed = parted(fit)
    verdict = _with_file(covered, decides, question, facts)
    return _or_as_proposed(verdict, _with_file(covered, proposed, question, facts)) if proposed else verdict


def _or_as_proposed(verdict: Verdict, proposed: Verdict) -> Verdict:
    """Add to a verdict what proposals of the program claim beyond it; they prove nothing."""
    ends = verdict.ends.or_better(proposed.ends)
    return (
        replace(verdict, ends=ends, reasons=(*verdict.reasons, *proposed.reasons)) if ends != verdict.ends else verdict
    )


def _with_file(covered: Coverage, evidence: tuple[Evidence, ...], question: DutyTest, facts: Facts) -> Verdict:
    """Give what evidence is worth, no more than the file behind it where one is asked for."""
    is_open_part = evidence[0].state is CoverageState.PUBLISHED and covered.state is CoverageState.PARTLY_EXEMPT
    verdict = _by_state(covered, covered.state if is_open_part else evidence[0].state, evidence, facts)
    if question.file is FileDemand.NONE or verdict.ends == UNMET:
        return verdict
    backed = max(
        (backing(one.record, question.file, LinkDemand.OWN, facts) for one in evidence), key=lambda row: row[0]
    )
    ends = Ends(*(one * other for one, other in zip(verdict.ends, backed[0], strict=True)))
    return Verdict(ends, verdict.counts, verdict.proofs, (*verdict.reasons, *((backed[1],) if backed[1] else ())))


def _years(evidence: Evidence) -> frozenset[int]:
    years = whole_years_of(evidence.record)
    return years if years or years_of(evidence.record) else frozenset(filter(None, (evidence.year,)))


def _by_state(covered: Coverage, state: CoverageState, evidence: tuple[Evidence, ...], facts: Facts) -> Verdict:
    """Give what a state is worth, with what proves it."""
    ends, reasons = worth(covered, state, evidence, facts)
    proofs = tuple(_proof(one, facts) for one in evidence if one.state is not CoverageState.MISSING)
    counts = (int(ends.recorded), int(ends.claimed), int(ends.possible))
    return Verdict(ends, counts, proofs if ends.possible else (), reasons)


def _proof(evidence: Evidence, facts: Facts) -> Proof:
    """Make a proof with the file that a reader of the record is handed, if there is one."""
    record = evidence.record
    named = named_files(record) if isinstance(record, InformationEntry | Article) else ()
    sound = (name for _, name in named if is_sound(facts.portal.facts.get(name), FileDemand.ANY))
    return proof_of(record, evidence.register, file=next(sound, ""))


def series(question: SeriesTest, facts: Facts) -> Verdict:
    """Look for an entry of each year that meets the duty, with a file behind it."""
    asked = sorted(facts.years(question.years) or ())
    entries = [
        one for one in facts.portal.published_information if question.code in one.duties and not facts.is_borrowed(one)
    ]
    found = []
    for year in asked:
        rows = [_of_year(one, year, question, facts) for one in entries if year in whole_years_of(one)]
        found.append(best_of(rows) if rows else unmet(Reason(Lack.MISSING_YEAR, str(year))))
    return mean_of(found)


def _of_year(entry: InformationEntry, year: int, question: SeriesTest, facts: Facts) -> Verdict:
    """Give what one entry is worth as that of a year: what nobody has checked proves nothing."""
    ends, reason, behind = backing(entry, question.file, LinkDemand.OWN, facts)
    if ends != UNMET and facts.is_only_proposed(entry, _DUTIES):
        ends, reason = ends.unproved(), Reason(Lack.PROPOSED, str(year), entry)
    if ends == MET:
        return met(proof_of(entry, reg.INFORMATION.name, file=behind))
    return Verdict(ends, reasons=(reason,) if reason else ())


def packages(question: PackageTest, facts: Facts) -> Verdict:
    """Give the mean over procurement packages, each over the documents that it requires."""
    years = facts.years(question.years)
    chosen = [one for one in facts.portal.procurement if years is None or one.year in years]
    if not chosen:
        return unmet(Reason(Lack.ABSENT, reg.PROCUREMENT.label))
    standing = facts.context.standing
    found = []
    for package in chosen:
        required = standing.packages[package.id].required
        wanted = [code for code in required if not question.codes or code in question.codes]
        if wanted:
            rows = [package_worth(package, code, facts) for code in wanted]
            verdict = mean_of([Verdict(ends, reasons=reasons) for ends, reasons in rows])
            proof = proof_of(package, reg.PROCUREMENT.name)
            found.append(replace(verdict, proofs=(proof,) if verdict.ends.possible else ()))
    if not found:
        # Every package says that the document was not required: the officer's word, so a claim.
        return Verdict(UNCHECKED, reasons=(Reason(Lack.NIL_UNVERIFIED, ", ".join(question.codes)),))
    return mean_of(found)
