"""News, press releases, clarifications and agenda: the lists and a page each."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import NewsKind
from ppidgen.model.pages.page import Block, Fact, Facts, Link, Links, Notice, Page, Prose, Row, Rows, SearchFields
from ppidgen.model.pages.page_terms import EMPTY, LINE, LIST_PAGE, PROSE_PAGE
from ppidgen.model.records.publication import NewsItem
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.addresses.menu import TRAILS, node_link
from ppidgen.pages.dip.information import CATEGORY, UNIT, YEAR
from ppidgen.pages.dip.lists import page_count, pagination
from ppidgen.pages.parts import pictures
from ppidgen.pages.parts.documents import document_blocks, recordings
from ppidgen.pages.parts.frame import Place, page, search_text, section
from ppidgen.pages.parts.index import index
from ppidgen.pages.parts.sharing import share
from ppidgen.pages.parts.text import plain, short
from ppidgen.pages.parts.wording import day_words, iso


def newest(context: Context) -> tuple[NewsItem, ...]:
    """Give the news, the newest first."""
    return tuple(sorted(context.portal.news, key=lambda one: (-one.day.toordinal(), one.id)))


def listed(context: Context, kind: NewsKind | None) -> tuple[NewsItem, ...]:
    """Give the news of one kind or of all, the newest first; an agenda begins with what is still to come."""
    alike = tuple(one for one in newest(context) if kind in {None, one.kind})
    if kind is not NewsKind.AGENDA:
        return alike
    ahead = [one for one in alike if one.happens >= context.standing.as_of]
    past = [one for one in alike if one.happens < context.standing.as_of]
    past.sort(key=lambda one: (-one.happens.toordinal(), one.id))
    return (*sorted(ahead, key=lambda one: (one.happens, one.id)), *past)


def news_rows(context: Context, shown: slice) -> tuple[Row, ...]:
    """Give the list rows of a stretch of the news, the newest first."""
    return tuple(_row(context, one, one.day) for one in newest(context)[shown])


def _row(context: Context, one: NewsItem, day: date) -> Row:
    return Row(
        Link(one.title, urls.news(one.id)),
        one.summary or short(plain(one.body or "")),
        category_label=context.words.label(one.kind),
        unit=context.portal.unit_name(one.unit),
        day=iso(day),
    )


def list_items(context: Context) -> tuple[Spec, ...]:
    """Give the pages of the list of all news and of the list of each kind."""
    per_page = context.portal.site.per_page
    return tuple(
        Spec(urls.numbered(_base(kind), count), kind.value if kind else "", count)
        for kind in (None, *NewsKind)
        for count in range(1, page_count(len(listed(context, kind)), per_page) + 1)
    )


def _base(kind: NewsKind | None) -> str:
    return urls.by_kind(kind) if kind else urls.NEWS


def compose_list(context: Context, spec: Spec) -> Page:
    """Compose one page of a list of news."""
    kind = next((one for one in NewsKind if one.value == spec.key), None)
    words, base = context.words, _base(kind)
    title, lead = node_link(context, base).text, words(f"lead.{TRAILS[base][-1].key}")
    return page(
        context,
        LIST_PAGE,
        Place(spec.address, base),
        title if spec.number == 1 else words("list.page_title", title=title, page=spec.number),
        _list_blocks(context, kind, spec.number),
        lead=lead if spec.number == 1 else "",
        summary=lead,
        feeds=(Link(words("feed.news"), urls.FEED_NEWS),),
        search=None,
    )


def _list_blocks(context: Context, kind: NewsKind | None, current: int) -> Iterator[Block]:
    words, base, found, per_page = context.words, _base(kind), listed(context, kind), context.portal.site.per_page
    yield _kinds(context, kind)
    shown = found[(current - 1) * per_page : current * per_page]
    if shown:
        is_agenda = kind is NewsKind.AGENDA
        yield Rows(tuple(_row(context, one, one.happens if is_agenda else one.day) for one in shown))
    else:
        title = words("empty.title", node=node_link(context, base).text)
        yield Notice(title, words("empty.publications"), EMPTY)
    if len(found) > per_page:
        yield pagination(context, base, current, page_count(len(found), per_page))


def _kinds(context: Context, current: NewsKind | None) -> Links:
    links = (replace(node_link(context, urls.by_kind(kind)), current=kind is current) for kind in NewsKind)
    return Links(tuple(links), context.words("news.by_kind"), LINE)


def items(context: Context) -> tuple[Spec, ...]:
    """Give one page for each news item."""
    return tuple(Spec(urls.news(one.id), one.id, place, iso(one.day)) for place, one in enumerate(context.portal.news))


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of one news item."""
    item, words = context.portal.news[spec.number], context.words
    lead = item.summary or ""
    gist = plain(lead or item.body or "")
    blocks = (*_blocks(context, item), *share(context, spec.address, item.title, gist))
    return page(
        context,
        PROSE_PAGE,
        Place(spec.address, urls.by_kind(item.kind)),
        item.title,
        blocks,
        lead=lead,
        summary=short(gist),
        eyebrow=words("news.eyebrow", kind=words.label(item.kind), day=day_words(words, item.happens)),
        updated=iso(item.day),
        tags=item.tags,
        feeds=(Link(words("feed.news"), urls.FEED_NEWS),),
        search=lambda: SearchFields(search_text(item.title, lead, blocks), filters=_filters(context, item)),
        written_in=item.language or "",
        source=item.origin.path,
        picture=pictures.of_news(context),
    )


def _filters(context: Context, item: NewsItem) -> tuple[tuple[str, tuple[str, ...]], ...]:
    named = index(context).unit_of.get(item.unit or "")
    filters = (
        (CATEGORY, (context.words.label(item.kind),)),
        (UNIT, (named,) if named else ()),
        (YEAR, (str(item.day.year),)),
    )
    return tuple(one for one in filters if one[1])


def _blocks(context: Context, item: NewsItem) -> Iterator[Block]:
    words = context.words
    if item.image in context.portal.files:
        yield Prose(f"![{_image_text(item)}]({urls.file(item.image or '')})")
    if item.body:
        yield Prose(item.body, language=item.language or "")
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
