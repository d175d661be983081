"""Faults in who serves information: roles, decrees, units, the competent commission."""

from collections.abc import Iterator

from ppidgen.diagnostics import Finding, Related
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import key_of
from ppidgen.model.elements.vocabulary import BodyKind, Level, OfficerRole, UnitKind
from ppidgen.model.portal.registers import PUBLIC_BODY
from ppidgen.model.records.body import PublicBody
from ppidgen.model.records.unit import Unit
from ppidgen.model.text.phrases import NATIONAL_COMMISSION
from ppidgen.rules.rule import Rule

# Perki 1/2021 Pasal 5(2) huruf b, Pasal 8.
APPOINTED = (OfficerRole.SUPERIOR, OfficerRole.PRINCIPAL)
# The duty of a village to appoint its PPID; its head is the superior by the regulation itself (Perki 1/2018 Pasal 8).
VILLAGE_APPOINTS = "DW03"


def appointment_missing(context: Context) -> Iterator[Finding]:
    """Tell a superior or a PPID who is named without a decree."""
    body = context.portal.body
    is_village = body.kind is BodyKind.VILLAGE
    appointed = (OfficerRole.PRINCIPAL,) if is_village else APPOINTED
    basis = {"citation": context.law.cite(context.law.duties[VILLAGE_APPOINTS].basis[0])} if is_village else {}
    for position, officer in enumerate(body.officers):
        if officer.role in appointed and officer.decree is None:
            span = body.span("officers", position, "role")
            yield Finding("LYN001", span, {"role": officer.role.label, "post": officer.post, **basis})


def role_vacant(context: Context) -> Iterator[Finding]:
    """Tell a body that names no superior or no PPID."""
    body = context.portal.body
    held = {officer.role for officer in body.officers}
    for role in APPOINTED:
        if role not in held:
            span = body.span("officers") if body.officers else body.origin.start
            yield Finding("LYN002", span, {"role": role.label, "value": role.value})


def unit_decree_missing(context: Context) -> Iterator[Finding]:
    """Tell a PPID Pelaksana without a decree."""
    for unit in context.portal.units:
        if unit.kind is UnitKind.DEPUTY and unit.decree is None:
            yield Finding("LYN003", unit.span("name"), {"unit": unit.name})


def unit_named_twice(context: Context) -> Iterator[Finding]:
    """Tell a unit that bears the name of another: villages of two districts often do."""
    first: dict[str, Unit] = {}
    for unit in context.portal.units:
        other = first.setdefault(" ".join(unit.name.casefold().split()), unit)
        if other is not unit:
            data = {"name": unit.name, "other": other.id}
            yield Finding("LYN023", unit.span("name"), data, (Related(other.span("name"), "first"),))


def commission_missing(context: Context) -> Iterator[Finding]:
    """Tell a body that does not say which Komisi Informasi settles disputes with it."""
    body = context.portal.body
    if body.commission is None:
        yield Finding("LYN013", body.origin.start, {"key": key_of(PublicBody, "commission")})


def commission_of_other_level(context: Context) -> Iterator[Finding]:
    """Tell a commission whose name belongs to another level of government (UU 14/2008 Pasal 37(1))."""
    body = context.portal.body
    if body.commission is None:
        return
    national = NATIONAL_COMMISSION.search(body.commission.name) is not None
    if national != (body.level is Level.NATIONAL):
        data = {"name": body.commission.name, "level": body.level.label}
        yield Finding("LYN014", body.span("commission", "name"), data)


RULES = (
    Rule("LYN001", (PUBLIC_BODY,), appointment_missing),
    Rule("LYN002", (PUBLIC_BODY,), role_vacant),
    Rule("LYN003", (), unit_decree_missing),
    Rule("LYN023", (), unit_named_twice),
    Rule("LYN013", (PUBLIC_BODY,), commission_missing),
    Rule("LYN014", (PUBLIC_BODY,), commission_of_other_level),
)
