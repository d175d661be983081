"""The search page, with plain lists for those whose browser runs no script."""

from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.page import Block, Page, SearchApp
from ppidgen.model.page_terms import SEARCH_PAGE
from ppidgen.model.vocabulary import Category
from ppidgen.pages import urls
from ppidgen.pages.family import Family, Spec
from ppidgen.pages.frame import Place, page
from ppidgen.pages.information import CATEGORY, FORMAT, UNIT, YEAR
from ppidgen.pages.menu import node_link

PLAIN_LISTS = (
    urls.LIST_LETTERS, urls.LIST_UNITS, urls.LIST_YEARS, *(urls.by_category(one) for one in Category), urls.EXEMPT_LIST,
)  # fmt: skip


def items(_context: Context) -> tuple[Spec, ...]:
    """Give the one search page."""
    return (Spec(urls.SEARCH, listed=False),)


def compose(context: Context, spec: Spec) -> Page:
    """Compose the search page."""
    words = context.words
    place = Place(spec.address, spec.address)
    return page(
        context, SEARCH_PAGE, place, words("search.title"), _blocks(context), lead=words("search.lead"), index=False
    )


def _blocks(context: Context) -> Iterator[Block]:
    words = context.words
    facets = ((CATEGORY, "category"), (UNIT, "unit"), (YEAR, "year"), (FORMAT, "format"))
    named = tuple((name, words(f"fact.{key}")) for name, key in facets)
    yield SearchApp(named, tuple(node_link(context, at) for at in PLAIN_LISTS))


FAMILY = Family("search", items, compose)
