"""Faults in and between records: one function per rule, one module per subject."""

from collections.abc import Iterator
from dataclasses import replace

from ppidgen.diagnostics import Finding, Span
from ppidgen.model.context import Context
from ppidgen.model.registers import CONTENT
from ppidgen.model.rubric import Rubric
from ppidgen.rules.again import Inspections
from ppidgen.rules.announcements import RULES as ANNOUNCEMENTS
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
    *LANGUAGES,
    *READING,
    *IMAGES,
)
POSTPONED = "RUJ015"


def inspect(context: Context, memory: Inspections | None = None) -> tuple[Finding, ...]:
    """Ask every rule whose ground stands, and say which ones could not be asked; `memory` is a process's own."""
    asked = [(rule, rule.fallen(context)) for rule in ALL]
    standing = [rule for rule, lost in asked if not lost]
    of_all = [rule for rule in standing if memory is None or not rule.by_itself]
    findings = [finding for rule in of_all for finding in rule.function(context)]
    if memory is not None:
        findings += memory.told([rule for rule in standing if rule.by_itself], context)
    findings += _postponed(context, asked)
    return tuple(sorted(findings, key=lambda finding: finding.sort_key))


def inspect_evidence(context: Context, rubric: Rubric) -> tuple[Finding, ...]:
    """Tell every fault in the evidence for one rubric, also for one in a file, which no other run knows."""
    name = rubric.edition.id
    attached = tuple(one for one in context.portal.evidence if one.edition == name)
    asked = replace(context, portal=replace(context.portal, evidence=attached), rubrics={name: rubric})
    findings = (finding for rule in EVIDENCE for finding in rule.function(asked))
    return tuple(sorted(findings, key=lambda finding: finding.sort_key))


def _postponed(context: Context, asked: list[tuple[Rule, tuple[str, ...]]]) -> Iterator[Finding]:
    """Name the rules that wait for a register to be mended; a file that is not there at all has a code of its own."""
    broken = {name for name, ids in context.portal.rejected.items() if ids}
    waiting = {rule.code: broken.intersection(lost) for rule, lost in asked}
    codes = sorted(code for code, lost in waiting.items() if lost)
    if codes:
        registers = sorted(set().union(*waiting.values()))
        yield Finding(POSTPONED, Span(CONTENT), {"codes": ", ".join(codes), "registers": ", ".join(registers)})
