"""The frame of a page: everything about it that its place in the portal decides."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import count
from typing import NamedTuple, TypedDict, Unpack

from ppidgen.model.context import Context
from ppidgen.model.pages.page import (
    Block,
    Cell,
    Facts,
    Grid,
    Link,
    Notice,
    Page,
    Prose,
    SearchFields,
    Section,
    Steps,
    Text,
)
from ppidgen.model.pages.share import Picture
from ppidgen.model.text.slug import slugify
from ppidgen.pages.addresses import urls
from ppidgen.pages.parts.index import index
from ppidgen.pages.parts.text import plain, short


class Extras(TypedDict, total=False):
    """The parts of a page that only some pages have."""

    summary: str
    lead: str
    tags: tuple[str, ...]
    eyebrow: str
    updated: str
    index: bool
    feeds: tuple[Link, ...]
    structured: str
    search: Callable[[], SearchFields] | None
    written_in: str
    source: str
    picture: Picture | None
    leads_to: str


class Place(NamedTuple):
    """Where a page stands: its address and the menu node under which it is found."""

    address: str
    below: str


def page(
    context: Context, type_: str, place: Place, title: str, blocks: Iterable[Block], **extras: Unpack[Extras]
) -> Page:
    """Make a page below a menu node; its search text is made of its own words unless others are given."""
    shown = distinct(tuple(blocks))
    lead = extras.get("lead", "")
    extras.setdefault("summary", short(plain(lead)))
    if extras.get("index", True):
        extras.setdefault("search", lambda: SearchFields(search_text(title, lead, shown)))
    return Page(
        address=place.address,
        type=type_,
        title=title,
        blocks=shown,
        section=place.below,
        crumbs=crumbs(context, place),
        language=context.words.language,
        **extras,
    )


def section(title: str, blocks: Iterable[Block], link: Link | None = None) -> Section:
    """Put blocks under a heading whose fragment is made of its words."""
    return Section(title, anchor(title), tuple(blocks), link)


@lru_cache(maxsize=256)
def anchor(title: str) -> str:
    """Give the fragment of a heading; the same few headings stand on thousands of pages."""
    return slugify(title)


def distinct(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Give every section of a page a fragment of its own: two procedures may each say what to bring."""
    fragments = tuple(_fragments_of(blocks))
    return blocks if len(set(fragments)) == len(fragments) else tuple(_renamed(blocks, set()))


def _fragments_of(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Section):
            yield block.anchor
            yield from _fragments_of(block.blocks)


def _renamed(blocks: Iterable[Block], taken: set[str]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Section):
            names = (block.anchor if place == 1 else f"{block.anchor}-{place}" for place in count(1))
            name = next(name for name in names if name not in taken)
            taken.add(name)
            yield replace(block, anchor=name, blocks=tuple(_renamed(block.blocks, taken)))
        else:
            yield block


def crumbs(context: Context, place: Place) -> tuple[Link, ...]:
    """Give the links from the home page to the parent of a page."""
    trail = index(context).crumbs_below.get(place.below) or (Link(context.words("menu.home"), urls.HOME),)
    return trail[:-1] if place.below == place.address else trail


def search_text(title: str, lead: str, blocks: Iterable[Block]) -> str:
    """Give the words of a page that search may find it by."""
    return "\n".join(text for text in (title, lead, *_words_of(blocks)) if text)


def _words_of(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Prose(markdown=markdown):
                yield plain(markdown)
            case Text(text=text):
                yield text
            case Notice(title=title, text=text):
                yield f"{title} {text}"
            case Facts(rows=rows):
                yield from (f"{row.label}: {', '.join(_text(value) for value in row.values)}" for row in rows)
            case Steps(items=items):
                yield from (f"{step.title} {step.text} {step.time}" for step in items)
            case Grid(rows=cells):
                yield from (" ".join(_text(cell) for cell in row) for row in cells)
            case Section(title=title, blocks=inner):
                yield title
                yield from _words_of(inner)
            case _:
                pass


def _text(value: Cell) -> str:
    return value if isinstance(value, str) else value.text
