"""The search page, with plain lists for those whose browser runs no script."""

from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import Category
from ppidgen.model.pages.page import (
    SEARCHED_OF_DOCUMENT,
    SEARCHED_OF_PAGE,
    Block,
    Link,
    Links,
    Page,
    Rows,
    SearchApp,
)
from ppidgen.model.pages.page_terms import LINE, SEARCH_PAGE
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.addresses.menu import node_link
from ppidgen.pages.dip.information import CATEGORY, FORMAT, UNIT, YEAR
from ppidgen.pages.parts.frame import Place, page, section
from ppidgen.pages.parts.index import index
from ppidgen.pages.parts.wording import number

PLAIN_LISTS = (
    urls.LIST_LETTERS, urls.LIST_UNITS, urls.LIST_YEARS, *(urls.by_category(one) for one in Category), urls.EXEMPT_LIST,
)  # fmt: skip

# What lies below an address, in words; the longest address that fits a result names its kind.
KINDS = (
    (urls.HOME, "other"), (urls.INFORMATION, "information"), (urls.EXEMPT, "exempt"), (urls.IMMEDIATE, "immediate"),
    (urls.ANNOUNCEMENTS, "immediate"), (urls.NEWS, "news"), (urls.SERVICES, "service"), (urls.REPORTS, "report"),
    (urls.PROCUREMENT, "procurement"), (urls.UNITS, "unit"),
)  # fmt: skip
NEWEST = 3


def items(_context: Context) -> tuple[Spec, ...]:
    """Give the one search page."""
    return (Spec(urls.SEARCH),)


def compose(context: Context, spec: Spec) -> Page:
    """Compose the search page."""
    words = context.words
    place = Place(spec.address, spec.address)
    return page(
        context, SEARCH_PAGE, place, words("search.title"), _blocks(context), lead=words("search.lead"), search=None
    )


def _blocks(context: Context) -> Iterator[Block]:
    words = context.words
    facets = ((CATEGORY, "category"), (UNIT, "unit"), (YEAR, "year"), (FORMAT, "format"))
    named = tuple((name, words(f"fact.{key}")) for name, key in facets)
    kinds = tuple((at, words(f"search.kind_{key}")) for at, key in KINDS)
    reach = words("search.reach", each=number(words, SEARCHED_OF_DOCUMENT), whole=number(words, SEARCHED_OF_PAGE))
    ways, ask = tuple(node_link(context, at) for at in PLAIN_LISTS), Link(words("search.ask"), urls.REQUEST)
    yield SearchApp(named, ways, kinds, urls.SEARCH_WORDS, reach, ask)
    if popular := context.portal.site.popular_searches:
        yield section(
            words("search.popular"), (Links(tuple(Link(one, urls.search(one)) for one in popular), style=LINE),)
        )
    if newest := index(context).latest[:NEWEST]:
        yield section(words("home.newest"), (Rows(tuple(map(index(context).row, newest))),))


FAMILY = Family("search", items, compose)
