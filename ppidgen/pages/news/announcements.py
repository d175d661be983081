"""Immediate information: what is in force, what is to come, what is past, and a page each with the eight points."""

from collections.abc import Iterator, Sequence

from ppidgen.model.context import Context
from ppidgen.model.elements.fields import citation_of
from ppidgen.model.elements.vocabulary import Category
from ppidgen.model.pages.page import (
    AlertTone,
    Block,
    Fact,
    Facts,
    Link,
    Notice,
    Page,
    Prose,
    Row,
    Rows,
    SearchFields,
    Text,
)
from ppidgen.model.pages.page_terms import DANGER, EMPTY, LIST_PAGE, PROSE_PAGE, SAME_CATEGORY, WARNING
from ppidgen.model.records.publication import ANNOUNCEMENT_POINTS, Announcement
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.addresses.menu import TRAILS, node_link
from ppidgen.pages.dip.information import CATEGORY, YEAR
from ppidgen.pages.dip.lists import page_count, pagination
from ppidgen.pages.news import spoken
from ppidgen.pages.parts import pictures
from ppidgen.pages.parts.contact import phone
from ppidgen.pages.parts.documents import document_blocks
from ppidgen.pages.parts.frame import Place, page, search_text, section
from ppidgen.pages.parts.index import index
from ppidgen.pages.parts.text import plain, short
from ppidgen.pages.parts.validity import is_past, period
from ppidgen.pages.parts.wording import fact, glossed, iso, number

INSTRUCTION = 400
# So many warnings are told in full one after another; whoever looks for their own village reads rows faster.
IN_FULL = 5


def emergency(context: Context) -> Link:
    """Give the link that calls the emergency number."""
    return Link(context.words("announcement.call"), "tel:112")


def instruction(one: Announcement) -> str:
    """Give what to do now, on one line; it is told whole unless it is far too long for the head of every page."""
    return short(plain(one.instruction), INSTRUCTION)


def tone(one: Announcement) -> AlertTone:
    """Give how loudly an announcement is told: that lives may be at stake, or that something is out of order."""
    return DANGER if one.kind.threatens_life else WARNING


def list_items(context: Context) -> tuple[Spec, ...]:
    """Give the pages of what is in force, and those of the archive."""
    return tuple(
        Spec(urls.numbered(base, count), base, count)
        for base in (urls.IMMEDIATE, urls.IMMEDIATE_ARCHIVE)
        for count in range(1, page_count(len(_listed(context, base)), context.portal.site.per_page) + 1)
    )


def _listed(context: Context, base: str) -> Sequence[Announcement]:
    """Give what is told in rows: of what is in force only that for which there is no room in full."""
    return context.standing.active[IN_FULL:] if base == urls.IMMEDIATE else context.standing.archived


def compose_list(context: Context, spec: Spec) -> Page:
    """Compose one page of what is in force, or of the archive."""
    words, base, first = context.words, spec.key, spec.number == 1
    title, lead = node_link(context, base).text, words(f"lead.{TRAILS[base][-1].key}")
    if not first:
        blocks = _stretch(context, base, spec.number)
    else:
        blocks = _active(context) if base == urls.IMMEDIATE else _archive(context)
    return page(
        context,
        LIST_PAGE,
        Place(spec.address, base),
        title if first else words("list.page_title", title=title, page=spec.number),
        blocks,
        lead=lead if first else "",
        summary=lead,
        feeds=(Link(words("feed.announcements"), urls.FEED_ANNOUNCEMENTS),),
        search=None,
    )


def _active(context: Context) -> Iterator[Block]:
    words, standing, call = context.words, context.standing, emergency(context)
    for one in standing.active[:IN_FULL]:
        text = words("announcement.short", area=one.area, instruction=instruction(one))
        yield Notice(one.title, text, tone(one), (Link(words("home.alert"), urls.announcement(one.id)), call))
    if not standing.active:
        citation = glossed(context, citation_of(Announcement, "kind"))
        yield Notice(words("announcement.none"), words("announcement.none_text"), EMPTY, (call,), citation)
    if _listed(context, urls.IMMEDIATE):
        yield section(words("announcement.others"), _stretch(context, urls.IMMEDIATE, 1))
    if standing.upcoming:
        yield section(words("announcement.upcoming"), (Rows(rows(context, standing.upcoming)),))
    known = index(context)
    if entries := known.in_category(Category.IMMEDIATE):
        shown = tuple(known.row(entry) for entry in entries[: context.portal.site.per_page])
        link = node_link(context, urls.by_category(Category.IMMEDIATE)) if len(shown) < len(entries) else None
        yield section(words("announcement.listed"), (Rows(shown, shared=SAME_CATEGORY),), link)
    yield Text(words("announcement.archive_hint"))


def _archive(context: Context) -> Iterator[Block]:
    if context.standing.archived:
        yield from _stretch(context, urls.IMMEDIATE_ARCHIVE, 1)
    else:
        yield Notice(context.words("announcement.archive_none"), context.words("announcement.archive_none_text"), EMPTY)


def _stretch(context: Context, base: str, current: int) -> Iterator[Block]:
    """Give the rows of one page of a list, and the way to the others."""
    words, found, per_page = context.words, _listed(context, base), context.portal.site.per_page
    start = (current - 1) * per_page
    shown, total = rows(context, found[start : start + per_page]), number(words, len(found))
    first, last = number(words, start + 1), number(words, start + len(shown))
    yield Rows(shown, words("announcement.stretch", first=first, last=last, total=total))
    if len(found) > per_page:
        yield pagination(context, base, current, page_count(len(found), per_page))


def rows(context: Context, announcements: Sequence[Announcement]) -> tuple[Row, ...]:
    """Give the list rows of some announcements."""
    return tuple(
        Row(
            Link(one.title, urls.announcement(one.id)),
            context.words("announcement.row", area=one.area, period=period(context, one)),
            category_label=context.words.label(one.kind),
            unit=context.portal.unit_name(one.unit),
        )
        for one in announcements
    )


def items(context: Context) -> tuple[Spec, ...]:
    """Give one page for each announcement."""
    return tuple(
        Spec(urls.announcement(one.id), one.id, place, iso(one.starts))
        for place, one in enumerate(context.portal.announcements)
    )


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of one announcement."""
    one = context.portal.announcements[spec.number]
    blocks = tuple(_blocks(context, one))
    lead = context.words("announcement.row", area=one.area, period=period(context, one))
    below = urls.IMMEDIATE_ARCHIVE if is_past(context, one) else urls.IMMEDIATE
    filters = ((CATEGORY, (context.words.label(Category.IMMEDIATE),)), (YEAR, (str(one.starts.year),)))
    return page(
        context,
        PROSE_PAGE,
        Place(spec.address, below),
        one.title,
        blocks,
        lead=lead,
        summary=short(plain(one.instruction)),
        eyebrow=context.words.label(one.kind),
        updated=iso(one.starts),
        feeds=(Link(context.words("feed.announcements"), urls.FEED_ANNOUNCEMENTS),),
        search=lambda: SearchFields(search_text(one.title, lead, blocks), filters=filters),
        source=one.origin.path,
        picture=pictures.of_category(context, Category.IMMEDIATE),
    )


def _blocks(context: Context, one: Announcement) -> Iterator[Block]:
    words = context.words
    if is_past(context, one):
        yield Notice(words("announcement.over"), words("announcement.over_text"))
        yield section(words("announcement.instruction_past"), (Prose(one.instruction, 3),))
    else:  # What to do now comes before everything else; details wait below it.
        yield section(words("announcement.instruction"), (Prose(one.instruction, 3),))
        called = words("announcement.emergency"), words("announcement.emergency_text")
        yield Notice(*called, WARNING, (emergency(context),))
    if one.local_summary:
        language = context.portal.body.local_language or words("announcement.local_language")
        yield section(words("announcement.local_summary", language=language), (Prose(one.local_summary, 3),))
    yield Facts(tuple(_facts(context, one)))
    for point in ANNOUNCEMENT_POINTS:
        yield from _point(context, one, point)
    if missing := tuple(
        fact(context, point, None, (Announcement, point)) for point in ANNOUNCEMENT_POINTS if not getattr(one, point)
    ):
        yield section(words("announcement.missing"), (Facts(missing),))
    if blocks := document_blocks(context, one.documents):
        yield section(words("page.attachments"), blocks)
    yield from spoken.blocks(context, one)


def _point(context: Context, one: Announcement, point: str) -> Iterator[Block]:
    if text := getattr(one, point):
        yield section(context.words(f"fact.{point}"), (Prose(text, 3),))


def _facts(context: Context, one: Announcement) -> Iterator[Fact]:
    words = context.words
    yield fact(context, "hazard_kind", words.label(one.kind), (Announcement, "kind"))
    yield fact(context, "area", one.area)
    yield fact(context, "period", period(context, one))
    if one.unit:
        yield Fact(words("fact.unit"), (context.portal.unit_name(one.unit),))
    if one.phone:
        yield fact(context, "post_phone", phone(one.phone))
    if one.source:
        yield fact(context, "source", one.source)


LIST_FAMILY = Family("announcement-lists", list_items, compose_list, is_whole=True)
FAMILY = Family("announcements", items, compose, is_whole=True)
