"""Questions about the two lists: the DIP with its columns, the DIK with grounds, terms, tests and decrees."""

from datetime import date

from ppidgen.duties.life_cycle import endless_term, is_binding
from ppidgen.model.elements.keys import key_of, keys_of
from ppidgen.model.portal import registers as reg
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.information import InformationEntry, empty_columns
from ppidgen.model.rubrics.check import ExemptTest, ListTest, ReopenedTest
from ppidgen.model.rubrics.scorecard import MET, UNMET, Lack, Reason, Verdict
from ppidgen.scoring.facts import Facts, day_of, proof_of, title_of, words_of
from ppidgen.scoring.record_questions import is_within
from ppidgen.scoring.verdicts import MOST_REASONS, counted, mean_of, met, unmet


def listing(question: ListTest, facts: Facts) -> Verdict:
    """Look how many entries of the DIP have every column of the annex."""
    entries = facts.portal.published_information
    if len(entries) < max(question.at_least, 1):
        return unmet(Reason(Lack.TOO_FEW, reg.INFORMATION.label))
    rows = [
        (UNMET if lack else MET, proof_of(entry, reg.INFORMATION.name), lack)
        for entry in entries
        for lack in [_lack_of(entry, question, facts)]
    ]
    verdict = counted(rows, len(rows), Reason(Lack.EMPTY_FIELD, reg.INFORMATION.label))
    return Verdict(verdict.ends, verdict.counts, verdict.proofs[:MOST_REASONS], verdict.reasons)


def _lack_of(entry: InformationEntry, question: ListTest, facts: Facts) -> Reason | None:
    empty = empty_columns(entry) if question.complete else ()
    if empty:
        return Reason(Lack.EMPTY_FIELD, f"{entry.title}: {keys_of(InformationEntry, empty)}", entry)
    if question.within and not is_within(day_of(entry), question.within, facts.as_of):
        return Reason(Lack.OLD, entry.title, entry)
    return None


def exempt(question: ExemptTest, facts: Facts) -> Verdict:
    """Look whether each exemption in force tells its ground and term, was tested and decreed, and has not ended."""
    running = list(filter(is_binding, facts.portal.exemptions))
    if not running:
        return unmet(Reason(Lack.ABSENT, reg.EXEMPTIONS.label))
    rows = [
        (UNMET if lack else MET, proof_of(one, reg.EXEMPTIONS.name), lack)
        for one in running
        for lack in [_lack_of_exemption(one, question, facts)]
    ]
    return counted(rows, len(rows), Reason(Lack.NO_DECREE, reg.EXEMPTIONS.label))


def _lack_of_exemption(one: Exemption, question: ExemptTest, facts: Facts) -> Reason | None:
    where, decree = one, facts.portal.body.exemption_decree
    if question.grounded and not one.basis:
        return Reason(Lack.EMPTY_FIELD, f"{one.title}: {key_of(Exemption, 'basis')}", where)
    if question.timed and not _has_term(one, facts):
        return Reason(Lack.EMPTY_FIELD, f"{one.title}: {key_of(Exemption, 'expires')}", where)
    tested = one.test is not None and one.test.day is not None and one.test.day <= facts.as_of
    if question.tested and not (tested and one.test and one.test.harm_if_opened):
        return Reason(Lack.UNTESTED, one.title, where)
    own = one.decree is not None and one.decree.number and _has_come(one.decree.day, facts)
    if question.decreed and not (own or (decree and _has_come(decree.day, facts))):
        return Reason(Lack.NO_DECREE, one.title, where)
    if question.none_expired and _is_over(one, facts):
        return Reason(Lack.EXPIRED, one.title, where)
    return None


def _has_term(one: Exemption, facts: Facts) -> bool:
    """Say whether anything tells how long an exemption lasts: a day, an event, or the words of its decree.

    That it never ends is no term where the law wants one.
    """
    told = one.duration or (one.expires and (one.expires.day or one.expires.event))
    return bool(told) and endless_term(one, facts.context.law.exemption_grounds) is None


def _has_come(day: date | None, facts: Facts) -> bool:
    return day is not None and day <= facts.as_of


def _is_over(one: Exemption, facts: Facts) -> bool:
    return facts.context.standing.exemption_states[one.id].is_over


def reopened(_question: ReopenedTest, facts: Facts) -> Verdict:
    """Look whether what was exempt and has ended stands in the DIP under its name; without any, nothing is asked."""
    ended = [one for one in facts.portal.exemptions if _is_over(one, facts)]
    if not ended:
        return Verdict(MET, applies=False)
    listed = {entry.id: entry for entry in facts.portal.published_information}
    titles = {tuple(words_of(entry.title)): entry for entry in listed.values()}
    verdicts = []
    for one in ended:
        named = listed.get(one.opening.entry or "") if one.opening else None
        entry = named or titles.get(tuple(words_of(one.title)))
        missing = unmet(Reason(Lack.NOT_LISTED, title_of(one), one))
        verdicts.append(met(proof_of(entry, reg.INFORMATION.name)) if entry else missing)
    return mean_of(verdicts)
