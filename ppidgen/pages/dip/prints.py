"""The print view of the DIP, column by column as Lampiran I of Perki 1/2021 has it."""

from collections.abc import Iterator, Sequence

from ppidgen.duties.after_decree import published_after
from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import Category, Form
from ppidgen.model.pages.page import Block, Facts, Grid, Link, Links, Page, Text
from ppidgen.model.pages.page_terms import PRINT_PAGE
from ppidgen.model.records.body import PublicBody
from ppidgen.model.records.information import InformationEntry
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.dip.lists import downloads, empty_list
from ppidgen.pages.parts.frame import Place, page
from ppidgen.pages.parts.index import Index, index
from ppidgen.pages.parts.wording import decree_text, fact, number, period_words

# Beyond this many rows (some 65 bytes each on the wire) one table is over the budget of a first view and slow to print;
# the view then leads to one table per unit, and to the workbook, which holds the whole annex.
MOST_ROWS = 500

COLUMNS = ("number", "summary", "holder", "responsible", "made", "softcopy", "hardcopy", "retention")
# The annex sets one heading over softcopy and hardcopy; all other columns stand alone.
BEFORE_FORMS, FORMS, AFTER_FORMS = 5, 2, 1
TICK = "✓"


def items(context: Context) -> tuple[Spec, ...]:
    """Give the print view of the whole list, and that of each unit."""
    known = index(context)
    units = [*known.by_unit]
    if any(entry.unit not in known.unit_of for entry in known.listed):
        units.append("")
    per_unit = (Spec(urls.print_by_unit(unit), unit, 1, listed=False) for unit in units)
    return (Spec(urls.LIST_PRINT, listed=False), *per_unit)


def made_of(context: Context, spec: Spec) -> bytes:
    """Give all that a print view takes from DIP entries: its rows, in their order, and how many its decree lacks."""
    known = index(context)
    entries = _entries(known, spec)
    later = published_after(context.portal.body.list_decree, entries)
    return b"".join((*map(known.print_of, entries), str(later).encode()))


def compose(context: Context, spec: Spec) -> Page:
    """Compose a print view."""
    known, words = index(context), context.words
    whole = spec.number == 0
    name = context.portal.body.name if whole or not spec.key else context.portal.unit_name(spec.key)
    return page(
        context,
        PRINT_PAGE,
        Place(spec.address, urls.LIST_PRINT),
        words("print.title", name=name),
        _blocks(known, spec),
        index=False,
    )


def _blocks(known: Index, spec: Spec) -> Iterator[Block]:
    entries = _entries(known, spec)
    yield _decree(known.context, entries)
    if spec.number == 0 and len(entries) > MOST_ROWS:
        yield Text(known.context.words("print.too_long", count=number(known.context.words, len(entries))))
        yield _per_unit(known)
        yield downloads(known.context)
    elif entries:
        yield annex(known.context, entries)
    else:
        yield empty_list(known.context)


def _entries(known: Index, spec: Spec) -> Sequence[InformationEntry]:
    if spec.number == 0:
        return known.annex_order
    if not spec.key:
        return tuple(entry for entry in known.annex_order if entry.unit not in known.unit_of)
    order = {category: place for place, category in enumerate(Category)}
    return sorted(known.by_unit[spec.key], key=lambda entry: order[entry.category])


def _per_unit(known: Index) -> Links:
    links = [Link(known.context.portal.unit_name(unit), urls.print_by_unit(unit)) for unit in known.by_unit]
    if any(entry.unit not in known.unit_of for entry in known.listed):
        links.append(Link(known.context.words("print.no_unit"), urls.LIST_PRINT_NO_UNIT))
    return Links(tuple(links), known.context.words("print.by_unit"))


def _decree(context: Context, entries: Sequence[InformationEntry]) -> Facts:
    """Give the decree that sets the list, or say that there is none yet, and how many entries it cannot hold."""
    decree, words = context.portal.body.list_decree, context.words
    told = fact(context, "list_decree", decree_text(context, decree), (PublicBody, "list_decree"))
    later = published_after(decree, entries)
    if not later:
        return Facts((told,))
    return Facts((told, fact(context, "published_after", words("list.count", count=number(words, later)))))


def annex(context: Context, entries: Sequence[InformationEntry]) -> Grid:
    """Give the annex table of some entries."""
    words = context.words
    return Grid(
        words("print.caption"),
        tuple(words(f"annex.{column}") for column in COLUMNS),
        tuple(annex_row(context, place, entry) for place, entry in enumerate(entries, start=1)),
        numeric=(0,),
        row_heading=1,
        groups=(("", BEFORE_FORMS), (words("annex.forms"), FORMS), ("", AFTER_FORMS)),
    )


def annex_row(context: Context, place: int, entry: InformationEntry) -> tuple[str, ...]:
    """Give one row of the annex; a legal fact that is missing is said, never left blank."""
    missing = context.words("fact.not_filled")
    summary = index(context).gist(entry)
    made = ", ".join(part for part in (period_words(context.words, entry.made_on), entry.made_at or "") if part)
    return (
        str(place),
        context.words("print.content", title=entry.title, summary=summary) if summary else entry.title,
        entry.holder or missing,
        entry.responsible or missing,
        made or missing,
        TICK if Form.SOFTCOPY in entry.forms else "",
        TICK if Form.HARDCOPY in entry.forms else "",
        entry.retention or missing,
    )


FAMILY = Family("prints", items, compose, made_of)
