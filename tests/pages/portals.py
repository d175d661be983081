"""Small portals for the tests of the pages, each in a line or two."""

from datetime import date
from functools import cache
from typing import Any

from ppidgen.duties.claims import unchecked
from ppidgen.duties.standing import derive
from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import BodyKind, Category, Level
from ppidgen.model.language.words import Words, parse_words
from ppidgen.model.law.whole import LAW_FILES, LAW_FOLDERS, Law, parse_law
from ppidgen.model.pages.page import Block, Page, Section
from ppidgen.model.portal.whole import Portal
from ppidgen.model.public.data_file import DataFile
from ppidgen.model.records.body import PublicBody, Site
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.unit import Unit
from ppidgen.model.text.thesaurus import Thesaurus
from ppidgen.pages import FAMILIES, data_files
from ppidgen.pages.parts.unit_tables import MOST
from ppidgen.source.document_facts import DocumentFacts
from ppidgen.source.package_data import names, read_text
from tests.pages import richness

TODAY = date(2026, 3, 16)
BODY = PublicBody(name="Pemerintah Kabupaten Contoh", kind=BodyKind.EXECUTIVE, level=Level.REGENCY)
SITE = Site(title="PPID Kabupaten Contoh")


@cache
def law() -> Law:
    files = [*LAW_FILES, *(name for folder in LAW_FOLDERS for name in names(folder))]
    return parse_law({name: read_text(name) for name in files})


@cache
def words(language: str = "id") -> Words:
    return parse_words(read_text(f"kata/{language}.yaml"), language)


def entry(entry_id: str, title: str, **values: Any) -> InformationEntry:
    return InformationEntry(id=entry_id, title=title, **{"category": Category.PERIODIC, **values})


def unit(unit_id: str, name: str, **values: Any) -> Unit:
    return Unit(id=unit_id, name=name, **values)


def crowd() -> tuple[Unit, ...]:
    """Make more units than one table holds: two districts, and villages below the first of them."""
    districts = tuple(unit(f"kec-{number}", f"Kecamatan {number}") for number in (1, 2))
    return (*districts, *(unit(f"desa-{number}", f"Desa {number:02}", parent="kec-1") for number in range(MOST)))


def found(path: str, size: int = 2048) -> DocumentFacts:
    return DocumentFacts(path, size, "a" * 64, "pdf", 3, readable=True, ending="pdf")


def context(
    *, base_url: str = "https://ppid.contoh.go.id/", language: str = "id", draft: bool = False, **registers: Any
) -> Context:
    """Make the context of a portal whose registers hold what is given, in the order of their ids."""
    held = {name: _sorted(value) for name, value in registers.items()}
    portal = Portal(**{"body": BODY, "site": SITE, **held})
    thesaurus = Thesaurus().with_groups(portal.site.synonyms)
    return Context(
        portal,
        derive(portal, law(), TODAY, unchecked(portal)),
        law(),
        words(language),
        base_url,
        draft,
        "1.0",
        thesaurus,
    )


def _sorted(value: Any) -> Any:
    return tuple(sorted(value, key=lambda record: record.id)) if isinstance(value, tuple) else value


def pages(portal: Context) -> dict[str, Page]:
    """Compose every page of a portal, by address."""
    found: dict[str, Page] = {}
    for family in FAMILIES:
        for spec in family.items(portal):
            page = family.compose(portal, spec)
            assert page.address == spec.address
            assert page.address not in found, f"two pages at {page.address}"
            found[page.address] = page
    return found


def page(portal: Context, address: str) -> Page:
    """Compose the one page at an address."""
    for family in FAMILIES:
        for spec in family.items(portal):
            if spec.address == address:
                return family.compose(portal, spec)
    raise AssertionError(f"no page at {address}")


def files(portal: Context) -> dict[str, bytes]:
    """Make every data file of a portal, by path."""
    made = data_files(portal)
    assert len({file.path for file in made}) == len(made)
    return {file.path: file.content for file in made}


def file(portal: Context, path: str) -> DataFile:
    return DataFile(path, files(portal)[path])


def flat(blocks: tuple[Block, ...]) -> list[Block]:
    """Give all blocks of a page, those inside sections too."""
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        if isinstance(block, Section):
            found += flat(block.blocks)
    return found


def blocks(page: Page, kind: type[Block]) -> list[Any]:
    return [block for block in flat(page.blocks) if isinstance(block, kind)]


def said(page: Page) -> str:
    """Give everything that a page says, as one text to search in."""
    return repr(page)


def rich(**settings: Any) -> Context:
    """Make a portal in which every register holds something."""
    return context(
        **{
            "body": richness.BODY,
            "site": richness.SITE,
            "units": richness.UNITS,
            "information": richness.INFORMATION,
            "exemptions": richness.EXEMPTIONS,
            "services": richness.SERVICES,
            "cases": richness.CASES,
            "reports": richness.REPORTS,
            "announcements": richness.ANNOUNCEMENTS,
            "news": richness.NEWS,
            "articles": richness.ARTICLES,
            "procurement": richness.PROCUREMENT,
            "holidays": richness.HOLIDAYS,
            "files": frozenset(richness.FILES),
            "facts": richness.FILES,
            **settings,
        }
    )
