"""Links inside the site, and nodes of its menu, that lead nowhere; asked once its pages are composed."""

from collections.abc import Callable, Collection, Iterator, Mapping
from urllib.parse import unquote

from ppidgen.diagnostics import Finding, Span
from ppidgen.diagnostics.nearest import nearest
from ppidgen.diagnostics.shown import shown
from ppidgen.model.portal.whole import Portal


def broken_links(links: Mapping[str, str], addresses: Collection[str]) -> Iterator[Finding]:
    """Tell links to pages or files that the site does not have.

    `links` maps each address to the page, or the source of the page, that links to it; its place in that file is
    still to be found. Only addresses inside the site ("/...") are looked at; what follows "#" or "?" does not count.
    """
    for link, place in sorted(links.items()):
        target = _inside(link)
        if target is not None and target not in addresses:
            yield Finding("SIT003", Span(place), {"link": link, "page": place})


def unknown_nodes(portal: Portal, address_of: Callable[[str], str], nodes: Collection[str]) -> Iterator[Finding]:
    """Tell articles whose menu node, at the address that `address_of` gives it, is none of the `nodes` of the menu."""
    known = frozenset(node.strip("/") for node in nodes)
    for article in portal.articles:
        if article.menu and address_of(article.menu) not in nodes:
            guess = nearest(article.menu.strip("/").lower(), known)
            yield Finding("RUJ016", article.span("menu"), {"value": shown(article.menu), "guess": guess})


def _inside(link: str) -> str | None:
    if not link.startswith("/") or link.startswith("//"):
        return None
    return unquote(link.partition("#")[0].partition("?")[0])
