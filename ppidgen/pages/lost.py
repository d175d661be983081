"""The page shown when an address leads nowhere."""

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Links, Page, SearchBox
from ppidgen.model.pages.page_terms import ERROR_PAGE
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.addresses.menu import node_link
from ppidgen.pages.parts.frame import Place, page

WAYS = (urls.LIST, urls.REQUEST, urls.CONTACT, urls.SITE_MAP)


def items(_context: Context) -> tuple[Spec, ...]:
    """Give the one page of this kind; its file name is what static servers look for."""
    return (Spec(urls.NOT_FOUND, listed=False),)


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page."""
    words = context.words
    blocks = (
        SearchBox(words("search.label"), words("search.hint")),
        Links(tuple(node_link(context, at) for at in WAYS), words("lost.ways")),
    )
    place = Place(spec.address, spec.address)
    return page(context, ERROR_PAGE, place, words("lost.title"), blocks, lead=words("lost.lead"), index=False)


FAMILY = Family("lost", items, compose)
