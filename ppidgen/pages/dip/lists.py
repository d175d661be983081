"""The list of public information: all of it, and by category, unit, year, first letter and duty."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ppidgen.model.context import Context
from ppidgen.model.elements.fields import citation_of
from ppidgen.model.elements.vocabulary import Category
from ppidgen.model.law.duty import DutyClass
from ppidgen.model.pages.page import Block, Card, Cards, Link, Links, Notice, Page, Pagination, Rows
from ppidgen.model.pages.page_terms import DOWNLOADS, EMPTY, LINE, LIST_PAGE, SAME_CATEGORY, SAME_UNIT
from ppidgen.model.records.information import InformationEntry
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.addresses.menu import TRAILS, node_link
from ppidgen.pages.parts.frame import Place, page, section
from ppidgen.pages.parts.index import Index, View, index
from ppidgen.pages.parts.wording import cited, glossed, number


class Listing(NamedTuple):
    """One list before it is cut into pages."""

    view: View
    key: str
    title: str
    lead: str
    address: str
    below: str


def items(context: Context) -> tuple[Spec, ...]:
    """Give every page of every list."""
    per_page = context.portal.site.per_page
    return tuple(
        Spec(urls.numbered(address(view, key), count), f"{view}:{key}", count)
        for view, groups in index(context).groups.items()
        for key, entries in groups.items()
        for count in range(1, page_count(len(entries), per_page) + 1)
    )


def page_count(entries: int, per_page: int) -> int:
    """Give the number of pages of a list; an empty list still has one, to say so."""
    return max(1, -(-entries // per_page))


def made_of(context: Context, spec: Spec) -> bytes:
    """Give all that a page of a list takes from DIP entries: its rows, their number, and the ways to other lists."""
    name, _, key = spec.key.partition(":")
    view, known, per_page = View(name), index(context), context.portal.site.per_page
    entries = known.groups[view][key]
    start = (spec.number - 1) * per_page
    rows = map(known.print_of, entries[start : start + per_page])
    return b"".join((b"%d\0" % len(entries), known.print_of_ways[view], *rows))


def compose(context: Context, spec: Spec) -> Page:
    """Compose one page of a list."""
    view, _, key = spec.key.partition(":")
    known = index(context)
    listing = _listing(known, View(view), key)
    entries = known.groups[listing.view][key]
    first = spec.number == 1
    words = context.words
    return page(
        context,
        LIST_PAGE,
        Place(spec.address, listing.below),
        listing.title if first else words("list.page_title", title=listing.title, page=spec.number),
        _blocks(known, listing, entries, spec.number),
        lead=listing.lead if first else "",
        summary=listing.lead,
        feeds=_feeds(known, listing),
        search=None,
    )


def address(view: View, key: str) -> str:
    """Give the address of a list."""
    match view:
        case View.ALL:
            return urls.LIST
        case View.CATEGORY:
            return urls.by_category(category_of(key))
        case View.UNIT:
            return urls.by_unit(key)
        case View.YEAR:
            return urls.by_year(key)
        case View.LETTER:
            return urls.by_letter(key)
        case View.DUTY:
            return urls.by_duty(key)


def category_of(value: str) -> Category:
    """Give the category that a register writes as `value`."""
    return next(category for category in Category if category.value == value)


def _listing(known: Index, view: View, key: str) -> Listing:
    words, at = known.context.words, address(view, key)
    match view:
        case View.ALL:
            return Listing(view, key, words("menu.list"), words("lead.list"), at, at)
        case View.CATEGORY:
            node = TRAILS[at][-1]
            return Listing(view, key, node_link(known.context, at).text, words(f"lead.{node.key}"), at, at)
        case View.UNIT:
            name = known.context.portal.unit_name(key)
            title = words("list.of_unit", unit=name)
            return Listing(view, key, title, words("list.of_unit_lead", unit=name), at, urls.LIST_UNITS)
        case View.YEAR:
            return Listing(
                view, key, words("list.of_year", year=key), words("list.of_year_lead", year=key), at, urls.LIST_YEARS
            )
        case View.LETTER:
            letter = letter_name(known.context, key)
            title, lead = words("list.of_letter", letter=letter), words("list.of_letter_lead", letter=letter)
            return Listing(view, key, title, lead, at, urls.LIST_LETTERS)
        case View.DUTY:
            return _of_duty(known, key, at)


def _of_duty(known: Index, code: str, at: str) -> Listing:
    law, words = known.context.law, known.context.words
    duty = law.duties[code]
    citation = cited(known.context, duty.basis)
    lead = words("list.of_duty_lead", text=duty.text, citation=citation) if citation else f"{duty.text}."
    below = next((urls.by_category(one) for one in Category if one.value == duty.duty_class.value), urls.LIST)
    return Listing(View.DUTY, code, words("list.of_duty", duty=duty.label), lead, at, below)


def letter_name(context: Context, key: str) -> str:
    """Write the letter of a list as its link shows it."""
    return context.words("list.other_letters") if key == urls.OTHER_LETTERS else key.upper()


def _feeds(known: Index, listing: Listing) -> tuple[Link, ...]:
    if listing.view is View.ALL:
        return (Link(known.context.words("feed.all"), urls.FEED),)
    link = known.feed_links.get(listing.key) if listing.view in {View.CATEGORY, View.UNIT} else None
    return (link,) if link else ()


def _blocks(known: Index, listing: Listing, entries: Sequence[InformationEntry], current: int) -> Iterator[Block]:
    context, per_page = known.context, known.context.portal.site.per_page
    if current == 1 and listing.view is View.CATEGORY:
        yield from _duty_cards(known, listing.key)
    yield from _ways(known, listing)
    if not entries:
        yield empty_list(context)
        return
    start = (current - 1) * per_page
    shown = tuple(known.row(entry) for entry in entries[start : start + per_page])
    caption = _caption(context, start + 1, start + len(shown), len(entries))
    yield Rows(shown, caption, _SHARED.get(listing.view, ""))
    if len(entries) > per_page:
        yield pagination(context, listing.address, current, page_count(len(entries), per_page))
    yield downloads(context)


_SHARED = {View.CATEGORY: SAME_CATEGORY, View.UNIT: SAME_UNIT}


def _caption(context: Context, first: int, last: int, total: int) -> str:
    words = context.words
    return words("list.caption", first=number(words, first), last=number(words, last), total=number(words, total))


def empty_list(context: Context) -> Notice:
    """Say that a list has nothing yet, and on what ground it stands all the same."""
    words = context.words
    citation = glossed(context, citation_of(InformationEntry, "category"))
    return Notice(words("list.empty"), words("list.empty_text"), EMPTY, citation=citation)


def _duty_cards(known: Index, category: str) -> Iterator[Block]:
    """Show the groups that the law asks of every body in this category, with the empty ones among them.

    Service documents are of no category: their groups stand where the entries that meet them do.
    """
    context, groups = known.context, known.by_duty
    cards = []
    for duty in context.law.duties.values():
        entries = groups.get(duty.code, ())
        bound = duty.applies_to(known.scopes) and known.group_code(duty.code) == duty.code
        is_here = duty.duty_class.value == category or (
            duty.duty_class is DutyClass.SERVICE and any(entry.category.value == category for entry in entries)
        )
        if is_here and (entries or bound):
            cards.append(_duty_card(context, duty.code, len(entries)))
    if cards:
        yield section(context.words("list.by_duty"), (Cards(tuple(cards)),))


def _duty_card(context: Context, code: str, entries: int) -> Card:
    duty, words = context.law.duties[code], context.words
    # A group that nothing meets has no list to lead to: the reader is led to where it can be asked for.
    at = urls.by_duty(code) if entries else urls.REQUEST
    nothing = words("state.unrecorded" if duty.event_driven else "state.unpublished")
    count = words("list.count", count=number(words, entries)) if entries else nothing
    return Card(Link(duty.label, at), cited(context, duty.basis), count)


def _ways(known: Index, listing: Listing) -> Iterator[Block]:
    words = known.context.words
    if listing.view is View.ALL:
        links = tuple(Link(words.label(category), urls.by_category(category)) for category in Category)
        yield Links(links, words("list.by_category"), LINE)
        others = tuple(node_link(known.context, node.address) for node in TRAILS[urls.LIST][-1].children)
        yield Links(others, words("list.other_ways"), LINE)
    if listing.view in {View.ALL, View.LETTER}:
        yield letters(known, listing.key)
    if listing.view in {View.ALL, View.YEAR}:
        yield years(known, listing.key)


def letters(known: Index, current: str = "", *, counted: bool = False) -> Links:
    """Give the row of first letters, each with how many entries there are if they are to be counted."""
    groups, words = known.by_letter, known.context.words
    links = (
        Link(
            letter_name(known.context, key),
            urls.by_letter(key),
            current=key == current,
            note=words("list.count", count=number(words, len(entries))) if counted else "",
        )
        for key, entries in groups.items()
    )
    return Links(tuple(links), words("list.by_letter"), LINE)


def years(known: Index, current: str = "") -> Links:
    """Give the row of years, the newest first."""
    keys = sorted(known.by_year, reverse=True)
    links = tuple(Link(key, urls.by_year(key), current=key == current) for key in keys)
    return Links(links, known.context.words("list.by_year"), LINE)


def downloads(context: Context) -> Links:
    """Give the open data of the DIP."""
    words = context.words
    links = (
        Link(words("download.list_csv"), urls.LIST_CSV),
        Link(words("download.list_xlsx"), urls.LIST_XLSX),
        Link(words("download.list_json"), urls.LIST_JSON),
    )
    return Links(links, words("download.list"), DOWNLOADS)


def pagination(context: Context, base: str, current: int, total: int) -> Pagination:
    """Give the links among the pages of a list: the first, the last, those around the current one, and halfway to each.

    By the halves any of two hundred pages is seven links away, where no search runs.
    """
    words = context.words
    around = sorted({1, total, *range(max(1, current - 1), min(total, current + 1) + 1)})
    shown = sorted({*around, *((first + second) // 2 for first, second in pairwise(around))})
    links: list[Link] = []
    for before, count in zip((0, *shown), shown, strict=False):
        if count - before > 1:
            links.append(Link("", ""))
        links.append(Link(str(count), urls.numbered(base, count), current=count == current))
    previous = Link(words("list.previous"), urls.numbered(base, current - 1)) if current > 1 else None
    following = Link(words("list.next"), urls.numbered(base, current + 1)) if current < total else None
    return Pagination(current, total, previous, following, tuple(links))


FAMILY = Family("lists", items, compose, made_of)
