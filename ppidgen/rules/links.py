"""Links inside the site that lead nowhere; asked once its pages are composed."""

from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote

from ppidgen.diagnostics import Finding, Span


def broken_links(links: Mapping[str, str], addresses: Collection[str]) -> Iterator[Finding]:
    """Tell links to pages or files that the site does not have.

    `links` maps each address to the page, or the source of the page, that links to it. Only addresses inside the
    site ("/...") are looked at; what follows "#" or "?" does not count.
    """
    for link, place in sorted(links.items()):
        target = _inside(link)
        if target is not None and target not in addresses:
            yield Finding("SIT003", Span(place), {"link": link, "page": place})


def _inside(link: str) -> str | None:
    if not link.startswith("/") or link.startswith("//"):
        return None
    return unquote(link.partition("#")[0].partition("?")[0])
