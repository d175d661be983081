"""Faults in how the list of public information was set: its decree, the approval, its age."""

from collections.abc import Iterator

from ppidgen.diagnostics import Finding
from ppidgen.duties.calendar import add_months
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import key_of
from ppidgen.model.portal.registers import PUBLIC_BODY
from ppidgen.model.records.body import PublicBody
from ppidgen.rules.rule import Rule


def list_decree_missing(context: Context) -> Iterator[Finding]:
    """Tell a body that names no decree for its list (Perki 1/2021 Pasal 45(5))."""
    body = context.portal.body
    if body.list_decree is None:
        yield Finding("DIP003", body.origin.start, {"key": key_of(PublicBody, "list_decree")})


def list_decree_old(context: Context) -> Iterator[Finding]:
    """Tell a list that was not renewed in time (Perki 1/2021 Pasal 45(7))."""
    decree = context.portal.body.list_decree
    months = context.law.deadlines["R02"].amount
    if decree is not None and add_months(decree.day, months) < context.standing.as_of:
        span = context.portal.body.span("list_decree", "day")
        yield Finding("DIP004", span, {"day": decree.day.isoformat(), "months": str(months)})


def list_decree_unapproved(context: Context) -> Iterator[Finding]:
    """Tell a decree without the approval of the superior (Perki 1/2021 Pasal 45(6))."""
    body = context.portal.body
    if body.list_decree is not None and body.list_decree.approved_by is None:
        yield Finding("DIP011", body.span("list_decree", "number"), {"number": body.list_decree.number})


RULES = (
    Rule("DIP003", (PUBLIC_BODY,), list_decree_missing),
    Rule("DIP004", (PUBLIC_BODY,), list_decree_old),
    Rule("DIP011", (PUBLIC_BODY,), list_decree_unapproved),
)
