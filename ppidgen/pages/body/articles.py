"""Articles that fill no node of the menu: a page each."""

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Page
from ppidgen.model.pages.page_terms import PROSE_PAGE
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.body.nodes import article_blocks, has_own_page
from ppidgen.pages.parts.frame import Place, page
from ppidgen.pages.parts.text import plain, short
from ppidgen.pages.parts.wording import iso


def items(context: Context) -> tuple[Spec, ...]:
    """Give one page for each article whose `menu` names no node that shows articles."""
    return tuple(
        Spec(urls.article(one.id), one.id, place, iso(one.updated))
        for place, one in enumerate(context.portal.articles)
        if has_own_page(one)
    )


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of one article; one that names a list stands below it."""
    article = context.portal.articles[spec.number]
    below = urls.node(article.menu) if article.menu else urls.HOME
    return page(
        context,
        PROSE_PAGE,
        Place(spec.address, below),
        article.title,
        article_blocks(context, article),
        lead=article.summary or "",
        summary=short(plain(article.summary or article.body or "")),
        updated=iso(article.updated),
        written_in=article.language or "",
        source=article.origin.path,
    )


FAMILY = Family("articles", items, compose)
