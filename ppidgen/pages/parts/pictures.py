"""Which picture stands for a page where it is linked to: one of its own, that of its kind, or that of the portal.

Each language has its own, with its words on them.
"""

from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import Category, SharePictures
from ppidgen.model.language.tongue import bare
from ppidgen.model.pages.share import Picture
from ppidgen.model.records.information import InformationEntry
from ppidgen.pages.addresses import urls
from ppidgen.pages.parts.rows import year_of


def pictures(context: Context) -> Iterator[Picture]:
    """Give every picture that some page names."""
    if _are_wanted(context):
        yield _of_portal(context)
        yield _of_news(context)
        yield from (_of_category(context, category) for category in Category)
        if _has_each_its_own(context):
            yield from (_of_entry(context, entry) for entry in context.portal.published_information)


def of_portal(context: Context) -> Picture | None:
    """Give the picture of all pages that have no other."""
    return _of_portal(context) if _are_wanted(context) else None


def of_news(context: Context) -> Picture | None:
    """Give the picture of news."""
    return _of_news(context) if _are_wanted(context) else None


def of_category(context: Context, category: Category) -> Picture | None:
    """Give the picture of a category."""
    return _of_category(context, category) if _are_wanted(context) else None


def of_entry(context: Context, entry: InformationEntry) -> Picture | None:
    """Give the picture that a DIP entry has to itself; without one, that of its category stands for it."""
    return _of_entry(context, entry) if _has_each_its_own(context) else None


def _are_wanted(context: Context) -> bool:
    """Say whether there are pictures: each is named by its whole address, so the portal has to know its own."""
    return bool(context.base_url) and context.portal.pictures is not SharePictures.NONE


def _has_each_its_own(context: Context) -> bool:
    """Say so of a whole language: one worded in part has few entries, and the pictures of their kinds serve them."""
    whole = context.edition is None or context.edition.whole
    return whole and bool(context.base_url) and context.portal.pictures is SharePictures.ALL


def _of_portal(context: Context) -> Picture:
    return _picture(context, urls.PICTURE_OF_PORTAL, context.portal.site.title, foot=context.portal.body.name)


def _of_news(context: Context) -> Picture:
    return _picture(context, urls.PICTURE_OF_NEWS, context.words("menu.news"), foot=context.portal.site.title)


def _of_category(context: Context, category: Category) -> Picture:
    label, address = context.words.label(category), urls.picture_of_category(category)
    return _picture(context, address, label, foot=context.portal.site.title)


def _of_entry(context: Context, entry: InformationEntry) -> Picture:
    eyebrow = " · ".join(part for part in (context.words.label(entry.category), year_of(entry)) if part)
    return _picture(context, urls.picture_of_entry(entry.id), entry.title, eyebrow, foot=context.portal.body.name)


def _picture(context: Context, address: str, title: str, eyebrow: str = "", *, foot: str) -> Picture:
    """Give a picture at its address in the language of the context; drawn words carry no marks of another one."""
    prefix = context.edition.prefix if context.edition else ""
    return Picture(f"{prefix}{address}", bare(title), bare(eyebrow), bare(foot))
