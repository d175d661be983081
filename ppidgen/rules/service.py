"""Faults in the information service: charter, costs, standards, procedures."""

from collections.abc import Iterator
from typing import TypeVar

from ppidgen.diagnostics import Finding, Span
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import key_of, keys_of
from ppidgen.model.elements.record import Record
from ppidgen.model.elements.vocabulary import ServiceKind, StandardCode
from ppidgen.model.portal.registers import CONTENT, SERVICES
from ppidgen.model.records.service import CHARTER_POINTS, FeeSchedule, Procedure, ServiceCharter, ServiceStandard
from ppidgen.rules.rule import Rule

PROCEDURES = (ServiceKind.REQUEST, ServiceKind.OBJECTION, ServiceKind.DISPUTE)

R = TypeVar("R", bound=Record)


def charter_missing(context: Context) -> Iterator[Finding]:
    """Tell a body without a charter (Perki 1/2021 Pasal 47)."""
    if not _of(context, ServiceCharter):
        yield _absent("LYN004", ServiceKind.CHARTER)


def charter_point_missing(context: Context) -> Iterator[Finding]:
    """Tell a charter that lacks one of its six points."""
    for charter in _of(context, ServiceCharter):
        missing = [name for name in CHARTER_POINTS if not getattr(charter, name)]
        if missing:
            yield Finding("LYN005", charter.origin.start, {"points": keys_of(ServiceCharter, missing)})


def fees_missing(context: Context) -> Iterator[Finding]:
    """Tell a body that publishes no costs (Perki 1/2021 Pasal 38(2))."""
    if not _of(context, FeeSchedule):
        yield _absent("LYN006", ServiceKind.FEES)


def fee_component_missing(context: Context) -> Iterator[Finding]:
    """Tell costs that leave out copying or delivery: "free" alone does not say who pays for a copy."""
    for fees in _of(context, FeeSchedule):
        missing = [name for name in ("copying", "delivery") if not getattr(fees, name)]
        if missing:
            yield Finding("LYN007", fees.origin.start, {"components": keys_of(FeeSchedule, missing)})


def payment_missing(context: Context) -> Iterator[Finding]:
    """Tell costs without a way to pay them (Perki 1/2021 Pasal 38(2))."""
    for fees in _of(context, FeeSchedule):
        if not fees.payment:
            yield Finding("LYN008", fees.origin.start, {"key": key_of(FeeSchedule, "payment")})


def standard_missing(context: Context) -> Iterator[Finding]:
    """Tell which of the seven standards are not published (Perki 1/2021 Pasal 23(2)-(3))."""
    held = {standard.code for standard in _of(context, ServiceStandard)}
    missing = [code for code in StandardCode if code not in held]
    if missing:
        named = ", ".join(f"{code.value} {code.label}" for code in missing)
        yield _absent("LYN009", ServiceKind.STANDARD, standards=named)


def standard_empty(context: Context) -> Iterator[Finding]:
    """Tell standards that hold neither text nor a document."""
    for standard in _of(context, ServiceStandard):
        if not standard.body and not standard.documents:
            yield Finding("LYN010", standard.span("title"), {"title": standard.title})


def procedure_missing(context: Context) -> Iterator[Finding]:
    """Tell a procedure that citizens look for and that is not there."""
    held = {procedure.kind for procedure in _of(context, Procedure)}
    for kind in PROCEDURES:
        if kind.value not in held:
            yield _absent("LYN011", kind, label=kind.label)


def procedure_empty(context: Context) -> Iterator[Finding]:
    """Tell procedures that explain nothing."""
    for procedure in _of(context, Procedure):
        if not (procedure.steps or procedure.body or procedure.documents):
            yield Finding("LYN012", procedure.span("title"), {"title": procedure.title})


def _of(context: Context, kind: type[R]) -> tuple[R, ...]:
    return tuple(service for service in context.portal.services if isinstance(service, kind))


def _absent(code: str, kind: ServiceKind, **data: str) -> Finding:
    return Finding(code, Span(f"{CONTENT}/{SERVICES.name}"), {"kind": kind.value, **data})


RULES = (
    Rule("LYN004", (SERVICES,), charter_missing),
    Rule("LYN005", (), charter_point_missing),
    Rule("LYN006", (SERVICES,), fees_missing),
    Rule("LYN007", (), fee_component_missing),
    Rule("LYN008", (), payment_missing),
    Rule("LYN009", (SERVICES,), standard_missing),
    Rule("LYN010", (), standard_empty),
    Rule("LYN011", (SERVICES,), procedure_missing),
    Rule("LYN012", (), procedure_empty),
)
