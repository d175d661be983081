"""A page for each unit: who it is, how to reach it, what it has published."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import Category
from ppidgen.model.pages.page import (
    Block,
    Cell,
    Fact,
    Facts,
    Figure,
    Figures,
    Link,
    Links,
    Notice,
    Page,
    Prose,
    Rows,
    SearchFields,
    Tree,
)
from ppidgen.model.pages.page_terms import EMPTY, PROSE_PAGE, SAME_UNIT
from ppidgen.model.records.unit import Unit
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.body.profile import unit_branches
from ppidgen.pages.parts.contact import contact_facts
from ppidgen.pages.parts.documents import decree_documents
from ppidgen.pages.parts.frame import Place, page, search_text, section
from ppidgen.pages.parts.index import Index, index
from ppidgen.pages.parts.rows import last_day
from ppidgen.pages.parts.text import plain, short
from ppidgen.pages.parts.unit_tables import UnitTable, unit_tables
from ppidgen.pages.parts.wording import decree_text, fact, known, number, unit_cell

SHOWN = 10


def items(context: Context) -> tuple[Spec, ...]:
    """Give one page for each unit."""
    return tuple(Spec(urls.unit(one.id), one.id) for one in context.portal.units if one.id in context.portal.told_units)


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of one unit."""
    unit = context.portal.unit_by_id[spec.key]
    entries = index(context)
    blocks = tuple(_blocks(context, entries, unit))
    names = tuple(name for name in (unit.short_name, *unit.other_names) if name)
    return page(
        context,
        PROSE_PAGE,
        Place(spec.address, urls.UNITS),
        unit.name,
        blocks,
        summary=short(plain(unit.overview or unit.tasks or "")),
        eyebrow=context.words.label(unit.kind),
        feeds=(entries.feed_links[unit.id],),
        search=lambda: SearchFields(search_text(unit.name, "", blocks), names),
        source=unit.origin.path,
    )


def _blocks(context: Context, entries: Index, unit: Unit) -> Iterator[Block]:
    words = context.words
    yield Facts(tuple(_facts(entries, unit)))
    if unit.overview:
        yield section(words("unit.overview"), (Prose(unit.overview, 3),))
    if unit.tasks:
        yield section(words("menu.tasks"), (Prose(unit.tasks, 3),))
    yield section(words("unit.published"), _published(entries, unit))
    if unit.id in context.standing.tasked:
        yield Links((Link(words("coverage.from_unit"), urls.coverage_of(unit.id)),))
    if below := unit_branches(context, unit.id):
        yield section(words("unit.below"), (Tree(below),))


def _facts(entries: Index, unit: Unit) -> Iterator[Fact]:
    context, words = entries.context, entries.context.words
    told = decree_text(context, unit.decree)
    head = f"{unit.head.name}, {unit.head.post}" if unit.head else None
    yield fact(context, "unit_head", head, (Unit, "head"))
    if unit.parent in entries.unit_of:
        above = unit.parent or ""
        yield Fact(words("fact.parent"), (unit_cell(context, above, entries.unit_of[above], urls.unit(above)),))
    yield from contact_facts(context, unit.address, unit.contact)
    website = Link(unit.website, unit.website) if unit.website else None
    yield from known((fact(context, "website", website), fact(context, "unit_decree", told)))


def _published(entries: Index, unit: Unit) -> Iterator[Block]:
    context, words = entries.context, entries.context.words
    listed = entries.by_unit[unit.id]
    if not listed:
        yield Notice(words("list.empty"), words("list.empty_text"), EMPTY)
        return
    counts = _counts(entries, unit)
    yield Figures(tuple(Figure(number(words, counts[one]), words.label(one)) for one in Category))
    newest = sorted(listed, key=lambda one: (last_day(one), one.id), reverse=True)[:SHOWN]
    yield Rows(tuple(entries.row(one) for one in newest), shared=SAME_UNIT)
    if len(listed) > SHOWN:
        yield Links((Link(words("unit.all", count=number(words, len(listed))), urls.by_unit(unit.id)),))
    yield from decree_documents(context, (unit.decree,))


def _counts(entries: Index, unit: Unit) -> Mapping[Category, int]:
    return Counter(one.category for one in entries.by_unit[unit.id])


def directory(context: Context) -> Iterator[Block]:
    """Give how much each unit has published, by category; its name leads to its own page."""
    yield from _overview(index(context), urls.unit)


def overview(context: Context) -> Iterator[Block]:
    """Give how much each unit has published, by category; its name leads to the list of it."""
    yield from _overview(index(context), urls.by_unit)


def _overview(entries: Index, address_of: Callable[[str], str]) -> Iterator[Block]:
    words = entries.context.words
    if not entries.told_units:
        return
    head = (words("profile.unit"), *(words(f"unit.{one.name.lower()}") for one in Category), words("unit.total"))
    rows = {unit.id: _row(entries, unit, address_of(unit.id)) for unit in entries.told_units}
    yield from unit_tables(entries.context, UnitTable(words("unit.caption"), head, rows))


def _row(entries: Index, unit: Unit, address: str) -> tuple[Cell, ...]:
    words, counts = entries.context.words, _counts(entries, unit)
    each = (number(words, counts[one]) for one in Category)
    return (Link(unit.name, address), *each, number(words, sum(counts.values())))


FAMILY = Family("units", items, compose)
