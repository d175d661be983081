"""News, press releases and clarifications: the list and a page each."""

from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.page import Block, Fact, Facts, Link, Notice, Page, Prose, Row, Rows, SearchFields
from ppidgen.model.page_terms import EMPTY, LIST_PAGE, PROSE_PAGE
from ppidgen.model.publication import NewsItem
from ppidgen.pages import urls
from ppidgen.pages.documents import document_blocks, recordings
from ppidgen.pages.family import Family, Spec
from ppidgen.pages.frame import Place, page, search_text, section
from ppidgen.pages.index import index
from ppidgen.pages.information import CATEGORY, UNIT, YEAR
from ppidgen.pages.lists import page_count, pagination
from ppidgen.pages.text import plain, short
from ppidgen.pages.wording import day_words, iso


def newest(context: Context) -> tuple[NewsItem, ...]:
    """Give the news, the newest first."""
    return tuple(sorted(context.portal.news, key=lambda one: (-one.day.toordinal(), one.id)))


def news_rows(context: Context, shown: slice) -> tuple[Row, ...]:
    """Give the list rows of a stretch of the news, the newest first."""
    return tuple(
        Row(
            Link(one.title, urls.news(one.id)),
            one.summary or short(plain(one.body or "")),
            category_label=one.kind.label,
            unit=context.portal.unit_name(one.unit),
            year=str(one.day.year),
            day=iso(one.day),
        )
        for one in newest(context)[shown]
    )


def list_items(context: Context) -> tuple[Spec, ...]:
    """Give the pages of the list of news."""
    pages = page_count(len(context.portal.news), context.portal.site.per_page)
    return tuple(Spec(urls.numbered(urls.NEWS, count), number=count) for count in range(1, pages + 1))


def compose_list(context: Context, spec: Spec) -> Page:
    """Compose one page of the list of news."""
    words, title = context.words, context.words("menu.news")
    return page(
        context,
        LIST_PAGE,
        Place(spec.address, urls.NEWS),
        title if spec.number == 1 else words("list.page_title", title=title, page=spec.number),
        _list_blocks(context, spec.number),
        lead=words("lead.news") if spec.number == 1 else "",
        summary=words("lead.news"),
        feeds=(Link(words("feed.news"), urls.FEED_NEWS),),
        search=None,
    )


def _list_blocks(context: Context, current: int) -> Iterator[Block]:
    total, per_page = len(context.portal.news), context.portal.site.per_page
    rows = news_rows(context, slice((current - 1) * per_page, current * per_page))
    if not rows:
        yield Notice(context.words("empty.title", node=context.words("menu.news")), context.words("empty.news"), EMPTY)
        return
    yield Rows(rows)
    if total > per_page:
        yield pagination(context, urls.NEWS, current, page_count(total, per_page))


def items(context: Context) -> tuple[Spec, ...]:
    """Give one page for each news item."""
    return tuple(Spec(urls.news(one.id), one.id, place, iso(one.day)) for place, one in enumerate(context.portal.news))


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of one news item."""
    item, words = context.portal.news[spec.number], context.words
    lead = item.summary or ""
    blocks = tuple(_blocks(context, item))
    return page(
        context,
        PROSE_PAGE,
        Place(spec.address, urls.NEWS),
        item.title,
        blocks,
        lead=lead,
        summary=short(plain(lead or item.body or "")),
        eyebrow=words("news.eyebrow", kind=item.kind.label, day=day_words(words, item.day)),
        updated=iso(item.day),
        tags=item.tags,
        feeds=(Link(words("feed.news"), urls.FEED_NEWS),),
        search=SearchFields(search_text(item.title, lead, blocks), filters=_filters(context, item)),
        source=item.origin.path,
    )


def _filters(context: Context, item: NewsItem) -> tuple[tuple[str, tuple[str, ...]], ...]:
    named = index(context).unit_of.get(item.unit or "")
    filters = ((CATEGORY, (item.kind.label,)), (UNIT, (named,) if named else ()), (YEAR, (str(item.day.year),)))
    return tuple(one for one in filters if one[1])


def _blocks(context: Context, item: NewsItem) -> Iterator[Block]:
    words = context.words
    if item.image in context.portal.files:
        yield Prose(f"![{_image_text(item)}]({urls.file(item.image or '')})")
    if item.body:
        yield Prose(item.body)
    yield from recordings(context, item.media)
    if blocks := document_blocks(context, item.documents):
        yield section(words("page.attachments"), blocks)
    facts = []
    if item.unit:
        facts.append(Fact(words("fact.unit"), (context.portal.unit_name(item.unit),)))
    if item.link:
        facts.append(Fact(words("fact.source_page"), (Link(item.link, item.link),)))
    if facts:
        yield Facts(tuple(facts))


def _image_text(item: NewsItem) -> str:
    # Brackets would end the alternative text early.
    return (item.image_text or "").replace("[", "(").replace("]", ")").replace("\n", " ")


LIST_FAMILY = Family("news-lists", list_items, compose_list)
FAMILY = Family("news", items, compose)
