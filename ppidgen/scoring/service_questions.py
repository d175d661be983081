"""Questions about services, decrees, officers and the annual report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ppidgen.model.elements.keys import key_of
from ppidgen.model.elements.record import Record
from ppidgen.model.elements.vocabulary import OfficerRole, ServiceKind, StandardCode
from ppidgen.model.portal import registers as reg
from ppidgen.model.records.body import PublicBody
from ppidgen.model.records.parts import Decree
from ppidgen.model.records.service import FeeSchedule, OperatingProcedure, Procedure, ServiceCharter, ServiceStandard
from ppidgen.model.records.service_report import ServiceReport
from ppidgen.model.records.unit import Unit
from ppidgen.model.rubrics.check import (
    ChannelTest,
    CharterTest,
    DecreeOf,
    DecreeTest,
    FileDemand,
    FormTest,
    LinkDemand,
    OfficerTest,
    OperatingTest,
    ProcedureTest,
    ReportTest,
    SocialTest,
    StandardsTest,
)
from ppidgen.model.rubrics.scorecard import Lack, LinkState, Reason, Verdict
from ppidgen.model.rubrics.sound_files import is_sound
from ppidgen.scoring.documents import backing, link_ends, link_reason
from ppidgen.scoring.facts import Facts, proof_of
from ppidgen.scoring.record_questions import filled, value_at
from ppidgen.scoring.verdicts import best_of, mean_of, met, unmet, yes_or_no

_SERVICES = reg.SERVICES.name
_BODY = reg.PUBLIC_BODY.name
_APPOINTED = frozenset({OfficerRole.PRINCIPAL, OfficerRole.DEPUTY})


def procedure(question: ProcedureTest, facts: Facts) -> Verdict:
    """Look what the best procedure of a kind says."""
    found = [one for one in facts.portal.services if isinstance(one, Procedure) and one.kind == question.kind.value]
    return best_of([filled(one, _SERVICES, question.keys) for one in found]) if found else _absent(question.kind.value)


def form(question: FormTest, facts: Facts) -> Verdict:
    """Look for a form that opens beside the procedure."""
    found = [one for one in facts.portal.services if isinstance(one, Procedure) and one.kind == question.kind.value]
    return _backed(found, FileDemand.DOCUMENT, question.kind.value, facts)


def charter(question: CharterTest, facts: Facts) -> Verdict:
    """Look what the service charter says."""
    found = [one for one in facts.portal.services if isinstance(one, ServiceCharter)]
    return (
        best_of([filled(one, _SERVICES, question.keys) for one in found])
        if found
        else _absent(ServiceKind.CHARTER.label)
    )


def standards(question: StandardsTest, facts: Facts) -> Verdict:
    """Look for each service standard, with content or a document."""
    return mean_of([_standard(code, facts) for code in question.codes])


def _standard(code: StandardCode, facts: Facts) -> Verdict:
    found = [one for one in facts.portal.services if isinstance(one, ServiceStandard) and one.code is code]
    written = next((one for one in found if one.body), None)
    if written:
        return met(proof_of(written, _SERVICES))
    return _backed(found, FileDemand.DOCUMENT, f"{code.value} {code.label}", facts)


def operating(question: OperatingTest, facts: Facts) -> Verdict:
    """Look for a standard operating procedure about something: with steps or text, or with the file that is asked."""
    found = [
        one
        for one in facts.portal.services
        if isinstance(one, OperatingProcedure | ServiceStandard) and facts.says_any(one, question.words)
    ]
    written = [one for one in found if one.body or (isinstance(one, OperatingProcedure) and one.steps)]
    if question.file is FileDemand.NONE and written:
        return met(proof_of(written[0], _SERVICES))
    demand = FileDemand.DOCUMENT if question.file is FileDemand.NONE else question.file
    return _backed(found, demand, " / ".join(question.words), facts)


def report(question: ReportTest, facts: Facts) -> Verdict:
    """Look for the service report of a year with what it must hold."""
    years = facts.years(question.years) or frozenset()
    found = [one for one in facts.portal.reports if one.year in years]
    if not found:
        return unmet(Reason(Lack.ABSENT, f"{reg.REPORTS.label} {', '.join(map(str, sorted(years)))}"))
    return best_of([mean_of(list(_of_report(one, question, facts))) for one in found])


def _of_report(one: ServiceReport, question: ReportTest, facts: Facts) -> Iterator[Verdict]:
    proof, where = proof_of(one, reg.REPORTS.name), one
    for section in question.sections:
        told = proof if one.sections.get(section) else None
        yield yes_or_no(told, Reason(Lack.EMPTY_FIELD, f"{section.value} {section.label}", where))
    for key in question.statistics:
        told = proof if one.statistics and value_at(one.statistics, key) is not None else None
        yield yes_or_no(told, Reason(Lack.EMPTY_FIELD, key, where))
    if question.delivered:
        yield yes_or_no(
            proof if one.delivered else None, Reason(Lack.EMPTY_FIELD, key_of(ServiceReport, "delivered"), where)
        )
    if question.file is not FileDemand.NONE:
        yield _backed([one], question.file, one.title, facts, reg.REPORTS.name)
    if not (question.sections or question.statistics or question.delivered or question.file is not FileDemand.NONE):
        yield met(proof)


def decree(question: DecreeTest, facts: Facts) -> Verdict:
    """Look for a decree of the right year, with a copy that opens where one is asked."""
    found = list(_decrees(question.of, facts))
    if not found:
        return unmet(Reason(Lack.NO_DECREE, question.of.value, facts.portal.body))
    return best_of([_decree(one, whose, question, facts) for one, whose in found])


def _decrees(of: DecreeOf, facts: Facts) -> Iterator[tuple[Decree, PublicBody | Unit]]:
    """Give the decrees about something, each with the record that names it."""
    body = facts.portal.body
    found: Mapping[DecreeOf, Iterable[Decree | None]] = {
        DecreeOf.LIST: (body.list_decree,),
        DecreeOf.EXEMPTIONS: (body.exemption_decree,),
        DecreeOf.FEES: (one.decree for one in facts.portal.services if isinstance(one, FeeSchedule)),
        DecreeOf.ORGANISATION: (one.decree for one in body.officers if one.role in _APPOINTED),
        DecreeOf.DEPUTIES: _of_deputies(facts),
    }
    yield from ((one, body) for one in found[of] if one is not None)
    if of is DecreeOf.DEPUTIES:
        yield from ((unit.decree, unit) for unit in facts.portal.units if unit.decree is not None)


def _of_deputies(facts: Facts) -> Iterator[Decree | None]:
    """Give the decrees of officers who sit in one of the units that are scored: another unit's PPID proves nothing.

    A body without units is one office, and its officers are those of that office.
    """
    scored = {unit.id for unit in facts.portal.units}
    appointed = (one for one in facts.portal.body.officers if one.role in _APPOINTED)
    return (one.decree for one in appointed if not scored or one.unit in scored)


def _decree(one: Decree, where: PublicBody | Unit, question: DecreeTest, facts: Facts) -> Verdict:
    years = facts.years(question.years)
    register = _BODY if isinstance(where, PublicBody) else reg.UNITS.name
    proof = proof_of(where, register, file=one.file or "", link=one.link or "")
    if not _is_of(one, years, facts):
        return unmet(Reason(Lack.WRONG_YEAR, one.number, where))
    if not question.copy_needed or (one.file and is_sound(facts.portal.facts.get(one.file), FileDemand.DOCUMENT)):
        return met(proof)
    if one.link and facts.is_own(one.link):
        lack = link_reason(one.link, facts)
        return Verdict(link_ends(one.link, facts), proofs=(proof,), reasons=(lack,) if lack else ())
    return unmet(Reason(Lack.NO_FILE, one.number, where))


def _is_of(one: Decree | None, years: frozenset[int] | None, facts: Facts) -> bool:
    """Say whether a decree was given, in one of the years that are asked."""
    return one is not None and one.day <= facts.as_of and (years is None or one.day.year in years)


def officers(question: OfficerTest, facts: Facts) -> Verdict:
    """Look for officers of a role, each with a decree where that is asked."""
    body, years = facts.portal.body, facts.years(question.years)
    found = [one for one in body.officers if one.role is question.role]
    if not found:
        return _absent(question.role.label)
    held = [one for one in found if not question.decree or _is_of(one.decree, years, facts)]
    return yes_or_no(
        proof_of(body, _BODY) if len(held) == len(found) else None,
        Reason(Lack.NO_DECREE, question.role.label, body),
    )


def channel(question: ChannelTest, facts: Facts) -> Verdict:
    """Look for a channel of one of the kinds; a link to it is not tried without the network."""
    body = facts.portal.body
    found = [one for one in body.channels if one.kind in question.kinds and (one.link or not question.by_link)]
    asked = " / ".join(kind.label for kind in question.kinds)
    if not found:
        return unmet(Reason(Lack.ABSENT, asked, body))
    proof = proof_of(body, _BODY, link=found[0].link or "")
    if not question.by_link:
        return met(proof)
    best = max((one.link for one in found if one.link), key=lambda link: link_ends(link, facts))
    if facts.links.get(best) is LinkState.OPEN:
        return met(proof)  # a channel may be with whom it likes
    lack = link_reason(best, facts)
    return Verdict(link_ends(best, facts), proofs=(proof,), reasons=(lack,) if lack else ())


def social(_question: SocialTest, facts: Facts) -> Verdict:
    """Look for an official social account."""
    body = facts.portal.body
    return yes_or_no(
        proof_of(body, _BODY) if body.social else None,
        Reason(Lack.EMPTY_FIELD, key_of(PublicBody, "social"), body),
    )


def _backed(
    records: Sequence[Record], demand: FileDemand, what: str, facts: Facts, register: str = _SERVICES
) -> Verdict:
    if not records:
        return _absent(what)
    rows = [(backing(one, demand, LinkDemand.OWN, facts), one) for one in records]
    (ends, reason, behind), best = max(rows, key=lambda row: row[0][0])
    proofs = (proof_of(best, register, file=behind),) if ends.possible else ()
    return Verdict(ends, proofs=proofs, reasons=(reason,) if reason else ())


def _absent(what: str) -> Verdict:
    return unmet(Reason(Lack.ABSENT, what))
