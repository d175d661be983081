"""Faults in and between records: one function per rule, one module per subject."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ppidgen.diagnostics import Finding, Span
from ppidgen.model.context import Context
from ppidgen.model.portal.registers import CONTENT
from ppidgen.model.rubrics.rubric import Rubric
from ppidgen.rules.again import Told, told_again
from ppidgen.rules.announcements import RULES as ANNOUNCEMENTS
from ppidgen.rules.betting import RULES as BETTING
from ppidgen.rules.case_grounds import RULES as CASE_GROUNDS
from ppidgen.rules.cases import RULES as CASES
from ppidgen.rules.citations import RULES as CITATIONS
from ppidgen.rules.coverage import RULES as COVERAGE
from ppidgen.rules.documents import RULES as DOCUMENTS
from ppidgen.rules.evidence import RULES as EVIDENCE
from ppidgen.rules.exemption_grounds import RULES as EXEMPTION_GROUNDS
from ppidgen.rules.exemption_life import RULES as EXEMPTION_LIFE
from ppidgen.rules.exemption_terms import RULES as EXEMPTION_TERMS
from ppidgen.rules.exemptions import RULES as EXEMPTIONS
from ppidgen.rules.forms import RULES as FORMS
from ppidgen.rules.images import RULES as IMAGES
from ppidgen.rules.information import RULES as INFORMATION
from ppidgen.rules.languages import RULES as LANGUAGES
from ppidgen.rules.leaks import RULES as LEAKS
from ppidgen.rules.list_decree import RULES as LIST_DECREE
from ppidgen.rules.organisation import RULES as ORGANISATION
from ppidgen.rules.personal_data import RULES as PERSONAL_DATA
from ppidgen.rules.procurement import RULES as PROCUREMENT
from ppidgen.rules.prose import RULES as PROSE
from ppidgen.rules.reading import RULES as READING
from ppidgen.rules.rule import Rule
from ppidgen.rules.service import RULES as SERVICE
from ppidgen.rules.service_report import RULES as SERVICE_REPORT
from ppidgen.rules.site import RULES as SITE
from ppidgen.rules.working_days import RULES as WORKING_DAYS
from ppidgen.source.caches.rule_cache import Asked

ALL: tuple[Rule, ...] = (
    *SITE,
    *ORGANISATION,
    *LIST_DECREE,
    *INFORMATION,
    *ANNOUNCEMENTS,
    *PROCUREMENT,
    *COVERAGE,
    *EXEMPTIONS,
    *EXEMPTION_GROUNDS,
    *EXEMPTION_TERMS,
    *EXEMPTION_LIFE,
    *SERVICE,
    *FORMS,
    *WORKING_DAYS,
    *CASES,
    *CASE_GROUNDS,
    *SERVICE_REPORT,
    *DOCUMENTS,
    *LEAKS,
    *PERSONAL_DATA,
    *CITATIONS,
    *EVIDENCE,
    *PROSE,
    *BETTING,
    *LANGUAGES,
    *READING,
    *IMAGES,
)
POSTPONED = "RUJ015"


def inspect(context: Context) -> tuple[Finding, ...]:
    """Ask every rule whose ground stands, and say which ones could not be asked."""
    return _in_order((*_told(_standing(context), context), *_postponed(context)))


def inspect_again(context: Context, program: str, known: Asked) -> Told:
    """Tell the same, and ask little of what an earlier run `known` has asked; `program` as for `told_again`."""
    standing = _standing(context)
    again = told_again([rule for rule in standing if rule.by_itself], context, program, known)
    rest = _told((rule for rule in standing if not rule.by_itself), context)
    return Told(_in_order((*rest, *again.findings, *_postponed(context))), again.asked)


def inspect_evidence(context: Context, rubric: Rubric) -> tuple[Finding, ...]:
    """Tell every fault in the evidence for one rubric, also for one in a file, which no other run knows."""
    name = rubric.edition.id
    attached = tuple(one for one in context.portal.evidence if one.edition == name)
    asked = replace(context, portal=replace(context.portal, evidence=attached), rubrics={name: rubric})
    return _in_order(_told(EVIDENCE, asked))


def _standing(context: Context) -> Sequence[Rule]:
    return [rule for rule in ALL if not rule.fallen(context)]


def _told(rules: Iterable[Rule], context: Context) -> Iterator[Finding]:
    return (finding for rule in rules for finding in rule.function(context))


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.sort_key))


def _postponed(context: Context) -> Iterator[Finding]:
    """Name the rules that wait for a register to be mended; a file that is not there at all has a code of its own."""
    broken = {name for name, ids in context.portal.rejected.items() if ids}
    waiting = {rule.code: broken.intersection(rule.fallen(context)) for rule in ALL}
    codes = sorted(code for code, lost in waiting.items() if lost)
    if codes:
        registers = sorted(set().union(*waiting.values()))
        yield Finding(POSTPONED, Span(CONTENT), {"codes": ", ".join(codes), "registers": ", ".join(registers)})
