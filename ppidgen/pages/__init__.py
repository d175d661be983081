"""From the portal to its pages: what is said and where; not a word here on how it looks."""

from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.pages.share import Picture
from ppidgen.model.public.data_file import DataFile
from ppidgen.pages import editions, home, hosting, lost, shortened, tombstones, wellknown
from ppidgen.pages.addresses.family import Family, Spec, quietly
from ppidgen.pages.addresses.quiet import quiet, steady
from ppidgen.pages.body import articles, nodes, procurement, units
from ppidgen.pages.dik import exemption_grounds, exemptions
from ppidgen.pages.dip import catalogue, coverage, information, lists, prints, search_page
from ppidgen.pages.files import data, dictionary, duty_data, feeds, statistics_data
from ppidgen.pages.news import announcements, news, spoken
from ppidgen.pages.parts import pictures
from ppidgen.pages.renderings import alternatives
from ppidgen.pages.service import applying, blanks, board, calculator, reports, scorecard, services, status
from ppidgen.pages.shell import shell, shells

__all__ = [
    "FAMILIES",
    "Family",
    "Spec",
    "data_files",
    "families",
    "quiet_files",
    "share_pictures",
    "shell",
    "shells",
    "steady_files",
    "whole_files",
]

_ALL: tuple[Family, ...] = (
    home.FAMILY,
    nodes.FAMILY,
    alternatives.FAMILY,
    information.FAMILY,
    lists.FAMILY,
    prints.FAMILY,
    tombstones.FAMILY,
    units.FAMILY,
    exemptions.LIST_FAMILY,
    exemptions.FAMILY,
    exemption_grounds.FAMILY,
    services.FAMILY,
    applying.FAMILY,
    blanks.FAMILY,
    calculator.FAMILY,
    reports.FAMILY,
    board.FAMILY,
    status.FAMILY,
    announcements.LIST_FAMILY,
    announcements.FAMILY,
    procurement.LIST_FAMILY,
    procurement.FAMILY,
    coverage.FAMILY,
    scorecard.FAMILY,
    catalogue.FAMILY,
    news.LIST_FAMILY,
    news.FAMILY,
    articles.FAMILY,
    search_page.FAMILY,
    lost.FAMILY,
)
_PAGES = tuple(family if family.is_whole else quietly(family) for family in _ALL)
FAMILIES: tuple[Family, ...] = (*_PAGES, quietly(shortened.family(_PAGES)))


def families(context: Context) -> tuple[Family, ...]:
    """Give the families of a portal's pages, in all its languages."""
    return editions.families(context, FAMILIES)


def data_files(context: Context) -> tuple[DataFile, ...]:
    """Give every file that is no page: open data, feeds, what programs look for."""
    return (*steady_files(context), *quiet_files(context), *whole_files(context))


def steady_files(context: Context) -> Iterator[DataFile]:
    """Give the files that say nothing of entries either."""
    yield from data.steady_files(steady(context))


def quiet_files(context: Context) -> Iterator[DataFile]:
    """Give the files that say nothing of announcements, of how duties stand or of the score."""
    own = quiet(context)
    yield from data.data_files(own)
    yield from dictionary.data_files(own)
    yield from alternatives.data_files(own)
    yield from statistics_data.data_files(own)
    yield from status.data_files(own)
    yield from feeds.data_files(own)
    yield from hosting.data_files(own)
    yield from editions.data_files(own)
    yield from wellknown.data_files(own, families(own))


def whole_files(context: Context) -> Iterator[DataFile]:
    """Give the other files."""
    yield from spoken.data_files(context)
    yield from duty_data.data_files(context)
    yield from feeds.announcements(context)
    yield from wellknown.whole_files(context, families(context))


def share_pictures(context: Context) -> Iterator[Picture]:
    """Give every picture that some page names, in all languages of the portal."""
    for own in (context, *(one.context for one in editions.editions(context))):
        yield from pictures.pictures(own)
