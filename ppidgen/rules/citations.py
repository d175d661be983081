"""Faults in the law that the registers themselves cite."""

from collections.abc import Iterator

from ppidgen.diagnostics import Finding, Span
from ppidgen.model.context import Context
from ppidgen.model.law.instrument import Force
from ppidgen.model.records.service import Procedure, ServiceCharter
from ppidgen.rules.in_force import in_force
from ppidgen.rules.rule import Rule


def repealed_law_cited(context: Context) -> Iterator[Finding]:
    """Tell where a register rests on a regulation that no longer binds."""
    law = context.law
    # A citation names the year; texts without any of these years need no closer look.
    years = {str(known.year) for known in law.instruments.values() if known.force is Force.REPEALED}
    for text, span in _cited(context):
        if any(year in text for year in years):
            for instrument in law.repealed_in(text):
                successor = law.cite(instrument.repealed_by) if instrument.repealed_by else ""
                yield Finding("HKM001", span, {"instrument": instrument.short_name, "successor": successor})


def _cited(context: Context) -> Iterator[tuple[str, Span]]:
    for item in in_force(context):
        if item.basis_text:
            yield item.basis_text, item.span("basis_text")
        for position, basis in enumerate(item.basis):
            if basis.act:
                yield basis.act, item.span("basis", position, "act")
    for service in context.portal.services:
        if isinstance(service, ServiceCharter) and service.legal_basis:
            yield service.legal_basis, service.span("legal_basis")
        if isinstance(service, Procedure):
            for position, line in enumerate(service.legal_basis):
                yield line, service.span("legal_basis", position)


RULES = (Rule("HKM001", (), repealed_law_cited),)
