"""How complete the portal is: every duty with its state, its evidence, what to do and whose task it is."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from ppidgen.duties.claims import nil_ends
from ppidgen.duties.procurement import is_per_package
from ppidgen.duties.series import Slot, slots_expected, slots_missing
from ppidgen.model.context import Context, Same
from ppidgen.model.language.words import Words
from ppidgen.model.law.duty import scopes_against
from ppidgen.model.pages.page import (
    Block,
    Cell,
    Figure,
    Figures,
    Grid,
    Link,
    Links,
    Notice,
    Page,
    SearchFields,
    Section,
    Text,
)
from ppidgen.model.pages.page_terms import DOWNLOADS, LIST_PAGE, NOTE
from ppidgen.model.records.body import NotApplicable
from ppidgen.model.records.unit import Unit
from ppidgen.model.standing.coverage import Coverage, CoverageState
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.parts.frame import Place, page, section
from ppidgen.pages.parts.index import index
from ppidgen.pages.parts.proofs import and_more, proof_cell, state_badge, state_words, todo
from ppidgen.pages.parts.unit_tables import MOST, UnitTable, unit_tables
from ppidgen.pages.parts.wording import cited, day_words, decree_text, number, unit_cell

# From what is wholly lacking to what could be better.
_URGENCY = (CoverageState.MISSING, CoverageState.PROPOSED, CoverageState.STALE, CoverageState.LINKED)
SHOWN_UNITS = 10
SHOWN_STATES = (
    CoverageState.PUBLISHED, CoverageState.PARTLY_EXEMPT, CoverageState.LINKED, CoverageState.NIL,
    CoverageState.STALE, CoverageState.PROPOSED, CoverageState.MISSING,
)  # fmt: skip


def items(context: Context) -> tuple[Spec, ...]:
    """Give the page of the whole body, that of its units where they are many, and one for each unit with a task."""
    units = index(context).told_units
    tasked = (unit for unit in units if unit.id in context.standing.tasked)
    of_units = (Spec(urls.COVERAGE_UNITS),) if len(units) > MOST else ()
    return (Spec(urls.COVERAGE), *of_units, *(Spec(urls.coverage_of(unit.id), unit.id) for unit in tasked))


def of_unit(context: Context, unit_id: str) -> tuple[Coverage, ...]:
    """Give the duties that are the task of a unit, or of which it lacks its part."""
    return tuple(one.as_task_of(unit_id) for one in context.standing.tasks.get(unit_id, ()))


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of the body, of its units or of one of them."""
    words, blocks = context.words, _blocks(context)
    title, lead = words("menu.coverage"), words("lead.coverage")
    if spec.address == urls.COVERAGE_UNITS:
        title, lead, blocks = words("coverage.of_units"), words("coverage.of_units_lead"), _units_blocks(context)
    elif unit := context.portal.unit_by_id.get(spec.key):
        title, lead = words("coverage.of_unit", unit=unit.name), words("coverage.of_unit_lead", unit=unit.name)
        blocks = _unit_blocks(context, unit)
    return page(
        context, LIST_PAGE, Place(spec.address, urls.COVERAGE), title, blocks, lead=lead,
        search=lambda: SearchFields(f"{title}\n{lead}"),
    )  # fmt: skip


def _unit_blocks(context: Context, unit: Unit) -> Iterator[Block]:
    owned = of_unit(context, unit.id)
    yield from _figures(context, owned)
    yield from _to_do(context, owned)
    yield section(context.words("coverage.all"), (_grid(context, owned),))
    yield Links((Link(unit.name, urls.unit(unit.id)), Link(context.words("coverage.whole"), urls.COVERAGE)))


def _blocks(context: Context) -> Iterator[Block]:
    words, known = context.words, tuple(context.standing.coverage.values())
    yield from _figures(context, known)
    day = day_words(words, context.standing.as_of)
    yield Notice(words("coverage.note"), words("coverage.note_text", day=day, version=context.law.edition.version))
    yield from _to_do(context, known)
    yield from _units(context)
    for family in context.law.families.values():
        if rows := tuple(one for one in known if one.duty.family == family.id):
            yield section(family.title, (replace(_grid(context, rows), caption=_by_state(context, rows), folded=True),))
    yield from _packages(context)
    yield from _series(context)
    yield from _nil(context)
    yield from _not_applicable(context)
    if context.score:
        yield Links((Link(words("score.title"), urls.SCORE),))
    yield _downloads(context)


def _figures(context: Context, known: Sequence[Coverage]) -> Iterator[Block]:
    words = context.words
    counted = [one for one in known if one.counts]
    if counted:  # nought of nought says nothing
        counts = Counter(one.told for one in counted)
        of_all = words("coverage.of", count=number(words, len(counted)))
        shown = ((number(words, counts[state]), state_words(context, state)) for state in SHOWN_STATES)
        yield Figures(tuple(Figure(count, state, note=of_all) for count, state in shown))
    if apart := len(known) - len(counted):  # else the tables below would not add up to the figures above
        yield Text(words("coverage.uncounted", count=number(words, apart)), NOTE)


def _to_do(context: Context, known: Sequence[Coverage]) -> Iterator[Block]:
    """Give what can be done; what no score counts is not among it, and is not called settled for that."""
    words = context.words
    unsettled = [one for one in known if not one.is_settled]
    if not unsettled:
        yield Notice(words("coverage.nothing_to_do"))
    open_ones = [one for one in unsettled if one.counts and not is_per_package(one.duty.code)]
    if not open_ones:
        return
    open_ones.sort(key=lambda one: _URGENCY.index(one.told) if one.told in _URGENCY else len(_URGENCY))
    head = tuple(words(f"coverage.{name}") for name in ("duty", "state_of", "to_do", "owner", "basis"))
    rows = tuple(
        (
            _name(one),
            state_badge(context, one),
            todo(context, one),
            _owner(context, one),
            cited(context, one.duty.basis),
        )
        for one in open_ones
    )
    yield section(words("coverage.to_do_title"), (Grid(_counted(context, rows), head, rows, row_heading=0),))


def _counted(context: Context, rows: Sequence[object]) -> str:
    return context.words("coverage.caption", count=number(context.words, len(rows)))


def _by_state(context: Context, known: Sequence[Coverage]) -> str:
    """Say how many duties are in each state, for whoever does not unfold their table."""
    words, counts = context.words, Counter(one.told for one in known)
    told = (f"{number(words, counts[one])} {state_words(context, one).lower()}" for one in CoverageState if counts[one])
    return words("coverage.by_state", count=number(words, len(known)), states=", ".join(told))


def _name(one: Coverage) -> str:
    return f"{one.duty.code} {one.duty.label}"


def _owner(context: Context, one: Coverage) -> Cell:
    entries = index(context)
    owners = [unit for unit in one.owners if unit in entries.unit_of]
    if not owners:
        return context.words("coverage.no_owner")
    told = and_more(context, entries.unit_of[owners[0]], len(owners) - 1)
    return unit_cell(context, owners[0], told, urls.coverage_of(owners[0]))


def _grid(context: Context, known: Sequence[Coverage]) -> Grid:
    words, proofs = context.words, _proofs(Same(context))
    head = tuple(words(f"coverage.{name}") for name in ("duty", "state_of", "proof", "basis"))
    rows = tuple(
        (_name(one), state_badge(context, one), proofs[one.duty.code], cited(context, one.duty.basis)) for one in known
    )
    return Grid(_counted(context, rows), head, rows, row_heading=0)


@lru_cache(maxsize=4)
def _proofs(same: Same) -> Mapping[str, Cell]:
    """Give, for every duty, its best evidence and how much more there is: the same on the page of every unit."""
    return {code: proof_cell(same.context, code) for code in same.context.standing.coverage}


def _units(context: Context) -> Iterator[Block]:
    """Give the tasks of each unit; of many units those that have most to do, and the way to the others."""
    words, known = context.words, index(context)
    owned = _owned(context)
    if not owned:
        return
    if len(known.told_units) <= MOST:
        yield section(words("coverage.units"), unit_tables(context, _unit_table(context, owned)))
        return
    behind = sorted(owned, key=lambda one: owned[one].unsettled, reverse=True)[:SHOWN_UNITS]
    most = _unit_table(context, {one: owned[one] for one in behind}, words("coverage.units_most"))
    link = Link(words("coverage.of_units"), urls.COVERAGE_UNITS)
    yield section(words("coverage.units"), (most.grid([context.portal.unit_by_id[one] for one in behind]),), link)


def _units_blocks(context: Context) -> Iterator[Block]:
    owned = _owned(context)
    if owned:
        yield from unit_tables(context, _unit_table(context, owned))
    yield Links((Link(context.words("coverage.whole"), urls.COVERAGE),))


class _Tasks(NamedTuple):
    """How many duties a unit has, and how many of them are still to be settled."""

    owned: int
    unsettled: int


def _owned(context: Context) -> Mapping[str, _Tasks]:
    owned = ((unit.id, of_unit(context, unit.id)) for unit in index(context).units)
    return {unit: _Tasks(len(known), sum(not one.is_settled for one in known)) for unit, known in owned if known}


def _unit_table(context: Context, owned: Mapping[str, _Tasks], caption: str = "") -> UnitTable:
    words, names = context.words, index(context).unit_of
    head = tuple(words(f"coverage.{name}") for name in ("unit", "owned", "unsettled"))
    rows = {
        unit: (unit_cell(context, unit, names[unit], urls.coverage_of(unit)), *(number(words, one) for one in tasks))
        for unit, tasks in owned.items()
    }
    return UnitTable(caption or words("coverage.units_caption"), head, rows)


def _packages(context: Context) -> Iterator[Block]:
    words, names = context.words, {one.id: one.name for one in context.portal.procurement}
    rows = tuple(
        (Link(names[one.package], urls.package(one.package)), str(len(one.available)), str(len(one.required)))
        for one in context.standing.packages.values()
        if one.package in names  # a bundle of one unit holds its own packages alone
    )
    if rows:
        title, caption = words("coverage.packages"), words("coverage.packages_caption")
        head = tuple(words(f"coverage.{name}") for name in ("package", "available", "required"))
        yield section(title, (Text(words("coverage.packages_text"), NOTE), Grid(caption, head, rows, (1, 2), 0)))


def _series(context: Context) -> Iterator[Block]:
    words, as_of = context.words, context.standing.as_of
    missing = {series.id: slots for series, slots in slots_missing(context.portal, as_of)}
    rows = tuple(
        (
            one.title,
            _span(words, slots_expected(one, as_of)),
            ", ".join(_period(words, slot) for slot in missing.get(one.id, ())) or words("coverage.complete"),
            index(context).unit_of.get(one.unit or "", words("coverage.no_owner")),
        )
        for one in context.portal.series
    )
    if rows:
        title, caption = words("coverage.series"), words("coverage.series_caption")
        head = tuple(words(f"coverage.{name}") for name in ("series_name", "expected", "lacking", "owner"))
        yield section(title, (Grid(caption, head, rows, row_heading=0),))


def _span(words: Words, slots: Sequence[Slot]) -> str:
    ends = dict.fromkeys(_period(words, slot) for slot in (slots[0], slots[-1])) if slots else ()
    return ("\N{EN DASH}" if all(map(str.isdecimal, ends)) else " \N{EN DASH} ").join(ends)


def _period(words: Words, slot: Slot) -> str:
    return f"{words.label(slot.part)} {slot.year}" if slot.part else str(slot.year)


def _nil(context: Context) -> Iterator[Block]:
    words = context.words
    rows = tuple(
        (
            ", ".join(one.duties),
            one.statement,
            ", ".join(filter(None, (one.signed_by, decree_text(context, one.decree)))) or words("fact.not_filled"),
            day_words(words, nil_ends(one)) or words("fact.not_filled"),
        )
        for one in context.portal.nil
    )
    if rows:
        title, caption = words("coverage.nil"), words("coverage.nil_caption")
        head = tuple(words(f"coverage.{name}") for name in ("duties", "statement", "signed", "until"))
        yield section(title, (Grid(caption, head, rows, row_heading=0),))


def _not_applicable(context: Context) -> Iterator[Block]:
    words = context.words
    rows = tuple(
        (words.label(stated.activity), stated.reason, _codes(context, stated))
        for stated in context.portal.body.not_applicable
    )
    if rows:
        title, caption = words("coverage.not_applicable"), words("coverage.not_applicable_caption")
        head = tuple(words(f"coverage.{name}") for name in ("activity", "why", "duties"))
        yield section(title, (Grid(caption, head, rows, row_heading=0),))


def _codes(context: Context, stated: NotApplicable) -> str:
    scopes = scopes_against(stated)
    codes = (
        duty.code
        for duty in context.law.duties.values()
        if duty.is_leaf and not duty.scopes.isdisjoint(scopes) and duty.code not in context.standing.coverage
    )
    return ", ".join(codes) or context.words("none")


def _downloads(context: Context) -> Section:
    words = context.words
    files = (("csv", urls.COVERAGE_CSV), ("json", urls.COVERAGE_JSON), ("schema", urls.COVERAGE_SCHEMA))
    links = tuple(Link(words(f"download.coverage_{kind}"), at) for kind, at in files)
    return section(words("download.coverage"), (Links(links, style=DOWNLOADS),))


FAMILY = Family("coverage", items, compose, is_whole=True)
