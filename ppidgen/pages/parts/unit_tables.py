"""Tables with a row for each unit; of many units, tables that a reader unfolds one at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Block, Cell, Grid
from ppidgen.model.records.unit import Unit
from ppidgen.pages.parts.frame import section
from ppidgen.pages.parts.index import index
from ppidgen.pages.parts.text import sort_key
from ppidgen.pages.parts.wording import number

# Nobody reads through more rows than these on a telephone: 60 names fill some six screens of it.
MOST = 60


@dataclass(frozen=True)
class UnitTable:
    """A table to come: its head, and the row of each unit by id; the first column names the unit, the others count."""

    caption: str
    head: tuple[str, ...]
    rows: Mapping[str, tuple[Cell, ...]]

    def grid(self, units: Sequence[Unit], caption: str = "") -> Grid:
        """Give the rows of some units, folded where they are a part that has a caption of its own."""
        rows = tuple(self.rows[one.id] for one in units)
        return Grid(caption or self.caption, self.head, rows, tuple(range(1, len(self.head))), 0, folded=bool(caption))


def unit_tables(context: Context, table: UnitTable) -> Iterator[Block]:
    """Give one table, in the order of the network, or of more than `MOST` units several.

    Those at the top come first; those below each (the villages of a district) are folded under its name. A table that
    is still too long is cut by the alphabet.
    """
    known, words = index(context), context.words
    told = [unit for unit in known.units if unit.id in table.rows]
    if len(told) <= MOST:
        yield table.grid(told)
        return
    groups = {parent: [unit for unit in units if unit.id in table.rows] for parent, units in known.units_below.items()}
    if top := groups.get(""):
        yield from _parts(context, table, top, "")
    folded = tuple(
        part
        for parent in known.units
        if (units := groups.get(parent.id))
        for part in _parts(context, table, units, words("unit.part", name=parent.name, count=number(words, len(units))))
    )
    if folded:
        yield section(words("unit.by_parent"), folded)


def _parts(context: Context, table: UnitTable, units: Sequence[Unit], caption: str) -> Iterator[Grid]:
    if len(units) <= MOST:
        yield table.grid(units, caption)
        return
    words, by_name = context.words, sorted(units, key=lambda unit: sort_key(unit.name))
    for start in range(0, len(by_name), MOST):
        part = by_name[start : start + MOST]
        stretch = words("unit.stretch", first=part[0].name, last=part[-1].name, count=number(words, len(part)))
        yield table.grid(part, stretch)
