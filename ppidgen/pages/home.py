"""The home page: search, the ways in, what is new."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import Category, Decision
from ppidgen.model.language.words import Words
from ppidgen.model.pages.page import (
    Alert,
    Block,
    Card,
    Cards,
    Figure,
    Figures,
    Link,
    Links,
    Notice,
    Page,
    Rows,
    SearchBox,
)
from ppidgen.model.pages.page_terms import EMPTY, HOME_PAGE
from ppidgen.model.standing.figures import YearFigures
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.addresses.menu import node_link
from ppidgen.pages.dik.exemptions import in_force
from ppidgen.pages.news.announcements import instruction, tone
from ppidgen.pages.news.news import news_rows
from ppidgen.pages.parts.frame import Place, page, section
from ppidgen.pages.parts.index import Index, index
from ppidgen.pages.parts.structured import absolute, json_text
from ppidgen.pages.parts.wording import number

NEWEST = 3
NEWS = 3


def items(_context: Context) -> tuple[Spec, ...]:
    """Give the one home page."""
    return (Spec(urls.HOME),)


def compose(context: Context, spec: Spec) -> Page:
    """Compose the home page."""
    known, site = index(context), context.portal.site
    return page(
        context,
        HOME_PAGE,
        Place(spec.address, spec.address),
        site.title,
        _blocks(known),
        lead=site.description or context.words("home.lead", body=context.portal.body.name),
        feeds=(Link(context.words("feed.all"), urls.FEED),),
        structured=_structured(context),
    )


def alerts(context: Context) -> tuple[Alert, ...]:
    """Give the announcements in force, in short, for the head of every page."""
    return tuple(
        Alert(
            one.title,
            one.area.removesuffix("."),
            instruction(one),
            Link(context.words("home.alert"), urls.announcement(one.id)),
            tone(one),
        )
        for one in context.standing.active
    )


def _blocks(known: Index) -> Iterator[Block]:
    context, words = known.context, known.context.words
    yield SearchBox(words("search.label"), words("search.hint"), large=True)
    yield section(words("home.services"), (Cards(tuple(_service_cards(context))),))
    yield section(words("home.newest"), _newest(known), node_link(context, urls.LIST))
    yield section(words("home.figures"), (Figures(tuple(_figures(known))),), node_link(context, urls.STATISTICS))
    yield section(words("home.categories"), (Cards(tuple(_category_cards(known))),), node_link(context, urls.LIST))
    if context.portal.news:
        yield section(words("home.news"), (Rows(news_rows(context, slice(NEWS))),), node_link(context, urls.NEWS))
    yield section(words("home.more"), (Links(tuple(node_link(context, at) for at in _MORE)),))


_MORE = (
    urls.CHARTER, urls.DISABILITY, urls.COMPLAINTS, urls.EXEMPT_LIST, urls.OPEN_DATA, urls.STATISTICS,
)  # fmt: skip


def _service_cards(context: Context) -> Iterator[Card]:
    for at, key, icon in (
        (urls.REQUEST, "request", "request"),
        (urls.STATUS, "status", "status"),
        (urls.OBJECTION, "objection", "objection"),
        (urls.CHANNELS, "channels", "contact"),
    ):
        yield Card(Link(context.words(f"home.{key}"), at), context.words(f"home.{key}_text"), icon=icon)


def _category_cards(known: Index) -> Iterator[Card]:
    words = known.context.words
    for category in Category:
        count = len(known.by_category[category.value])
        # What is announced at once waits for something to happen.
        nothing = words("state.unrecorded" if category is Category.IMMEDIATE else "state.unpublished")
        shown = words("list.count", count=number(words, count)) if count else nothing
        text = words(f"home.category_{category.name.lower()}")
        yield Card(Link(words.label(category), urls.by_category(category)), text, shown)
    exempt = len(in_force(known.context))
    # The law demands no exemption of anybody, so where none is recorded nothing waits to be published.
    shown = words("list.count", count=number(words, exempt)) if exempt else words("state.unrecorded")
    yield Card(Link(words("menu.exempt"), urls.EXEMPT), words("home.category_exempt"), shown)


def _figures(known: Index) -> Iterator[Figure]:
    context, words = known.context, known.context.words
    yield Figure(number(words, len(known.listed)), words("home.figure_entries"), node_link(context, urls.LIST))
    if len(known.units) > 1:
        yield Figure(number(words, len(known.units)), words("home.figure_units"), node_link(context, urls.UNITS))
    asked = (year for year in context.standing.figures if year.requests)
    for year in islice(asked, 1):
        yield from _service_figures(words, year)


def _service_figures(words: Words, year: YearFigures) -> Iterator[Figure]:
    requests, granted = year.requests or 0, year.decisions.get(Decision.GRANTED)
    yield Figure(number(words, requests), words("home.figure_requests", year=year.year))
    if granted is not None:
        part = words("home.figure_granted_part", part=number(words, round(100 * granted / requests)))
        yield Figure(number(words, granted), words("home.figure_granted"), note=part)
    if year.mean_days is not None:
        yield Figure(number(words, year.mean_days), words("home.figure_days"))


def _newest(known: Index) -> tuple[Block, ...]:
    entries = known.latest[:NEWEST] or known.listed[:NEWEST]
    if entries:
        brief = (replace(known.row(one), summary="", unit="", year="", formats=(), event="") for one in entries)
        return (Rows(tuple(brief)),)
    return (Notice(known.context.words("list.empty"), known.context.words("list.empty_text"), EMPTY),)


def _structured(context: Context) -> str:
    body = context.portal.body
    known = {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "name": body.name,
        "alternateName": body.short_name,
        "url": absolute(context, urls.HOME),
        "address": body.address,
        "telephone": body.contact.phone,
        "email": body.contact.email,
        "sameAs": [account.link for account in body.social],
    }
    return json_text({name: value for name, value in known.items() if value})


FAMILY = Family("home", items, compose)
