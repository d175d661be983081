"""What stands around every page: names, menu, announcements in force, foot."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Block, Facts, Link, Links, Section, Text
from ppidgen.model.pages.page_terms import NOTE
from ppidgen.model.pages.shell import Shell
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.menu import FOOT, menu, node_link
from ppidgen.pages.editions import editions
from ppidgen.pages.home import alerts
from ppidgen.pages.parts import pictures
from ppidgen.pages.parts.contact import contact_facts
from ppidgen.pages.parts.frame import section
from ppidgen.pages.parts.wording import day_words, iso
from ppidgen.pages.service.applying import delivery

SERVICES = (urls.REQUEST, urls.OBJECTION, urls.DISPUTE, urls.FEES, urls.CHARTER, urls.COMPLAINTS)


def shell(context: Context) -> Shell:
    """Give the shell of the portal."""
    portal, site = context.portal, context.portal.site
    return Shell(
        site_title=site.title,
        body_name=portal.body.name,
        base_url=context.base_url,
        menu=menu(context),
        footer=tuple(_footer(context)),
        alerts=alerts(context),
        draft=context.draft,
        copy_note=" ".join(_copy_notes(context)),
        built_on=iso(context.standing.as_of),
        version=context.version,
        logo=urls.file(site.logo) if site.logo in portal.files else "",
        colour=site.colour or "",
        receiver=receiver(context),
        picture=pictures.of_portal(context),
        licence=Link(site.licence, site.licence_link or ""),
        edition=context.edition,
    )


def _copy_notes(context: Context) -> Iterator[str]:
    """Say of which day a copy is and of which unit alone it tells: what it warns of may be over when it is read."""
    words, portal = context.words, context.portal
    if context.is_copy:
        yield words("copy.made", day=day_words(words, context.standing.as_of))
    if portal.copy_of:
        yield words("copy.of", unit=portal.unit_name(portal.copy_of))


def shells(context: Context) -> Mapping[str, Shell]:
    """Give the shell of the portal in each of its languages."""
    return {one.words.language: shell(one) for one in (context, *(spoken.context for spoken in editions(context)))}


def receiver(context: Context) -> str:
    """Give where the online forms may be sent to, as a content policy names it; "" for nowhere."""
    ways = delivery(context)
    if ways.endpoint:
        parts = urlsplit(ways.endpoint)
        return f"{parts.scheme}://{parts.netloc}"
    return "mailto:" if ways.email else ""


def _footer(context: Context) -> Iterator[Section]:
    words, body = context.words, context.portal.body
    contact: tuple[Block, ...] = (Facts(contact_facts(context, body.address, body.contact)),)
    yield section(words("foot.contact"), contact, Link(words("foot.contact_more"), urls.CONTACT))
    yield section(words("foot.services"), (_links(context, SERVICES),))
    yield section(words("foot.about"), (_links(context, [node.address for node in FOOT]), *_notes(context)))
    if body.website or body.social:
        yield section(words("foot.elsewhere"), (Links(tuple(_elsewhere(context))),))


def _notes(context: Context) -> Iterator[Block]:
    yield Text(context.words("foot.promise"), NOTE)
    if context.edition and not context.edition.whole:
        yield Text(context.words("foot.in_part"), NOTE)


def _links(context: Context, addresses: tuple[str, ...] | list[str]) -> Links:
    return Links(tuple(node_link(context, at) for at in addresses))


def _elsewhere(context: Context) -> Iterator[Link]:
    body = context.portal.body
    if body.website:
        yield Link(context.words("foot.main_site", body=body.short_name or body.name), body.website)
    for account in body.social:
        yield Link(account.name, account.link)
