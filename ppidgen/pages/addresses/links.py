"""Where a page leads: every address of the portal that its blocks name."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urljoin

from ppidgen.model.pages import page as blocks
from ppidgen.model.pages.page import Block, Link, Page
from ppidgen.source.markdown import scheme_of, survey

# What leads out of the portal for certain; on most pages it is most of the links.
_WEB = ("https://", "http://")
_HELD: Mapping[type, Callable[[Any], Iterable[object]]] = {
    blocks.Facts: lambda block: [value for row in block.rows for value in row.values],
    blocks.Rows: lambda block: [row.link for row in block.rows],
    blocks.Grid: lambda block: [cell for row in block.rows for cell in row],
    blocks.Cards: lambda block: [item.link for item in block.items],
    blocks.Figures: lambda block: [item.link for item in block.items],
    blocks.Notice: lambda block: block.links,
    blocks.Links: lambda block: block.items,
    blocks.Pagination: lambda block: (block.previous, block.next, *block.links),
    blocks.SearchApp: lambda block: block.fallback,
}


def links_of(page: Page) -> Mapping[str, str]:
    """Give each address inside the portal that the page leads to, without base path, and how it is written there.

    Texts are looked through too.
    """
    found = {link.address for link in (*page.crumbs, *page.feeds)}
    for block in page.blocks:
        _gather(block, found)
    return {inside: link for link in sorted(found) if (inside := _inside(page, link))}


def _inside(page: Page, link: str) -> str:
    """Give the address inside the portal that a link of the page leads to, "" when it leads out of it or nowhere else.

    Only officers write links that count from their page; in a browser those that climb too high end at the root.
    """
    if link.startswith(_WEB):
        return ""
    path = link.partition("#")[0].partition("?")[0]
    if path[:1] == "/":
        return path if path[:2] != "//" else ""
    return "/" + urljoin(page.address, path).lstrip("/") if path and not scheme_of(path) else ""


def _gather(block: Block, found: set[str]) -> None:
    held = _HELD.get(type(block))
    if held is not None:
        found.update([value.address for value in held(block) if isinstance(value, Link)])
    elif isinstance(block, blocks.Section):
        if block.link is not None:
            found.add(block.link.address)
        for inner in block.blocks:
            _gather(inner, found)
    elif isinstance(block, blocks.Prose):
        found.update(mark.text for mark in survey(block.markdown).links)
    elif isinstance(block, blocks.Tree):
        _climb(block.branches, found)
    elif isinstance(block, blocks.Documents | blocks.Media):
        found.update(item.address for item in block.items)


def _climb(branches: Iterable[blocks.Branch], found: set[str]) -> None:
    for branch in branches:
        if isinstance(branch.name, Link):
            found.add(branch.name.address)
        _climb(branch.children, found)
