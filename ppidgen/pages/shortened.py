"""Addresses cut short: every folder that holds a page answers, and leads on to what its reader expects there."""

from collections.abc import Iterable, Iterator, Sequence

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Link, Notice, Page
from ppidgen.model.pages.page_terms import PROSE_PAGE
from ppidgen.model.text.slug import is_slug
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.parts.frame import Place, page

# Folders of announcements, of which these pages may know nothing, and folders that hold files alone.
_OTHERS = (urls.ANNOUNCEMENTS, *urls.ANNOUNCEMENT_PAGES, *urls.FEED_FOLDERS, urls.STATUS_FOLDER)
_ELSEWHERE = {
    urls.ANNOUNCEMENTS: urls.IMMEDIATE,
    urls.ARTICLES: urls.SITE_MAP,
    urls.DUTIES: urls.COVERAGE,
    **dict.fromkeys(urls.FEED_FOLDERS, urls.OPEN_DATA),
}


def family(others: Sequence[Family]) -> Family:
    """Give the family of the folders in which pages of other families stand and that have no page of their own."""

    def items(context: Context) -> tuple[Spec, ...]:
        taken = {spec.address for other in others for spec in other.items(context)}
        taken.update(map(urls.coverage_of, context.portal.told_units))
        wanted = filter(_is_sound, (_folders(taken) | {*_OTHERS}) - taken)
        return tuple(Spec(folder, _leads_to(context, folder, taken), listed=False) for folder in sorted(wanted))

    return Family("shortened", items, compose, _made_of)


def above(address: str) -> Iterator[str]:
    """Give the folders in which an address lies, the nearest first: of "/a/b/c/" "/a/b/" and "/a/", not the root."""
    while (address := address.rstrip("/").rpartition("/")[0] + "/") != urls.HOME:
        yield address


def _folders(addresses: Iterable[str]) -> set[str]:
    """Give every folder in which one of the addresses lies."""
    found: set[str] = set()
    for address in addresses:
        for folder in above(address):
            if folder in found:  # and so are those above it: ten thousand pages lie in fifty folders
                break
            found.add(folder)
    return found


def _is_sound(folder: str) -> bool:
    """Say whether a folder can be an address: of what an officer mistyped the page itself is told, not these too."""
    return all(map(is_slug, folder[1:-1].split("/")))


def _leads_to(context: Context, folder: str, taken: set[str]) -> str:
    if folder in _ELSEWHERE:
        return _ELSEWHERE[folder]
    if folder.startswith(urls.INFORMATION):
        part = folder.removeprefix(urls.INFORMATION).partition("/")[0]
        units = (unit for unit in context.portal.told_units if unit.lower() == part)
        return next(map(urls.by_unit, units), urls.LIST)
    return next((at for at in above(folder) if at in taken), urls.HOME)


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of one folder: browsers go on at once, and a link stands there for those that do not."""
    words = context.words
    notice = Notice(words("shortened.there"), words("shortened.text"), links=(Link(words("shortened.open"), spec.key),))
    place = Place(spec.address, spec.key)
    title = words("shortened.title", address=spec.address)
    return page(context, PROSE_PAGE, place, title, (notice,), index=False, leads_to=spec.key)


def _made_of(_context: Context, spec: Spec) -> bytes:
    return spec.key.encode()
