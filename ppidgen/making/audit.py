"""The last questions before anything is published: addresses, links, documents that must not leave, personal data."""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from os import PathLike

from ppidgen.diagnostics import Finding
from ppidgen.making.batches import Batch
from ppidgen.making.rendering import path_of
from ppidgen.model.context import Context
from ppidgen.model.elements.named_files import named_files
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.withheld import withheld_by
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.menu import TRAILS
from ppidgen.pages.editions import editions
from ppidgen.publish import last_look
from ppidgen.publish.plan import Address, DocumentCopy, clashes, leaks_of
from ppidgen.rules.links import broken_links, unknown_nodes
from ppidgen.rules.places import claimed, linked


def audit(context: Context, batches: Iterable[Batch], further: Iterable[str] = ()) -> Iterator[Finding]:
    """Tell addresses that clash, links and menu nodes that lead nowhere, and documents that must not leave.

    `further` are paths of files that only a build makes.
    """
    batches, portal = tuple(batches), context.portal
    documents_out = attachments(context, "")
    pages = [Address(path_of(address), source) for batch in batches for address, source in batch.addresses]
    others = [Address(path) for path in (*(path for batch in batches for path in batch.beside), *further)]
    claims: list[Address | DocumentCopy] = [*pages, *others, *documents_out]
    kept_back = withheld_by(portal.exemptions)
    leaks = (leak for document in documents_out for leak in leaks_of(document, kept_back))
    for fault in (*clashes(claims), *leaks):
        yield claimed(fault, portal)
    known = {address for batch in batches for address, _ in batch.addresses}
    known.update(f"/{path}" for path in (*(one.path for one in others), *(one.path for one in documents_out)))
    yield from _leading_nowhere(context, batches, known)
    yield from unknown_nodes(portal, urls.node, TRAILS)


def _leading_nowhere(context: Context, batches: Sequence[Batch], known: Collection[str]) -> Iterator[Finding]:
    """Tell the links of all pages to what is not among the `known` addresses, each where its officer wrote it."""
    links = {link: met for batch in reversed(batches) for link, met in batch.links.items()}
    broken = {fault.data["link"]: fault for fault in broken_links({link: met[0] for link, met in links.items()}, known)}
    nodes = {urls.node(article.menu) for article in context.portal.articles if article.menu}
    for link, fault in broken.items():
        # What an officer wrote once leads nowhere in every language; it is told once, and of a menu as such.
        shared = (link.removeprefix(one.prefix) for one, _ in editions(context) if one.holds(link))
        if link not in nodes and not any(one in broken for one in shared):
            yield linked(fault, context.portal, links[link][1])


def private(context: Context, batches: Iterable[Batch]) -> Iterator[Finding]:
    """Tell personal data that nobody wrote in this form and that would be published all the same."""
    return last_look.findings((one for batch in batches for one in batch.private), context.portal)


def attachments(context: Context, root: str | PathLike[str]) -> tuple[DocumentCopy, ...]:
    """Give every file that a public record names; no other file ever reaches the site."""
    portal = context.portal
    named = {value: record.origin.path for record in reversed(portal.publishing) for _, value in named_files(record)}
    folder = f"{os.fspath(root)}/{reg.CONTENT}/{reg.FILES}".removeprefix("/" if not root else "")
    return tuple(
        DocumentCopy(
            urls.file(value).removeprefix("/"), f"{folder}/{value}", facts.sha256, facts.size, origin, named=value
        )
        for value, origin in sorted(named.items())
        if (facts := portal.facts.get(value)) is not None
    )
