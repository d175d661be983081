"""Faults in where the portal is published."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from ppidgen.diagnostics import Finding
from ppidgen.diagnostics.shown import shown
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import key_of
from ppidgen.model.portal.registers import SITE
from ppidgen.model.records.body import Site
from ppidgen.model.text.phrases import PUBLIC_DOMAINS
from ppidgen.rules.rule import Rule


def site_address_missing(context: Context) -> Iterator[Finding]:
    """Tell a portal that does not know its own address."""
    if not context.base_url:
        yield Finding("SIT004", context.portal.site.origin.start, {"key": key_of(Site, "base_url")})


def domain_not_public(context: Context) -> Iterator[Finding]:
    """Tell an address outside the domains of public institutions."""
    host = _host(context.base_url)
    if host and not host.endswith(PUBLIC_DOMAINS):
        yield Finding("SIT005", context.portal.site.span("base_url"), {"host": host})


def connection_unsafe(context: Context) -> Iterator[Finding]:
    """Tell an address that lets others read and change pages on their way."""
    if context.base_url.startswith("http://"):
        fixed = "https://" + context.base_url.removeprefix("http://")
        data = {"value": context.base_url, "fixed": fixed}
        yield Finding("SIT006", context.portal.site.span("base_url"), data)


def score_by_unknown_edition(context: Context) -> Iterator[Finding]:
    """Tell a published score whose edition does not ship: no page is made of it."""
    site = context.portal.site
    if site.score and site.score.rubric not in context.rubrics:
        yield Finding("RBK029", site.span("score", "rubric"), {"value": shown(site.score.rubric)})


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # brackets that hold no IPv6 address
        return ""


RULES = (
    Rule("SIT004", (SITE,), site_address_missing),
    Rule("SIT005", (SITE,), domain_not_public),
    Rule("SIT006", (SITE,), connection_unsafe),
    Rule("RBK029", (SITE,), score_by_unknown_edition),
)
