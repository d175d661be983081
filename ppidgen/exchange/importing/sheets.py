"""One grid read into a table: its head, what its columns are, its rows; or why it holds none."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ppidgen.exchange.flat import paths
from ppidgen.exchange.grids.grid import Grid, Unreadable
from ppidgen.exchange.importing.body import Body, Passed, Roles, Row, read_body
from ppidgen.exchange.importing.columns import Column, Vocabulary, guess
from ppidgen.exchange.importing.exported import head_of
from ppidgen.exchange.importing.head import find_head
from ppidgen.exchange.importing.plan import Request
from ppidgen.exchange.wording import normal
from ppidgen.model.elements.fields import key_of
from ppidgen.model.import_table import ColumnRole
from ppidgen.model.portal import registers as reg
from ppidgen.model.records.cases import RequestCase
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.parts import Person
from ppidgen.model.records.unit import Unit
from ppidgen.model.text.formula import unguarded

# What an entry cannot do without, the column of its own text first: carried-down titles leave that one filled.
_MAIN = {
    reg.INFORMATION.name: (key_of(InformationEntry, "title"), key_of(InformationEntry, "summary")),
    reg.EXEMPTIONS.name: (key_of(Exemption, "content"), key_of(Exemption, "title")),
    reg.CASES.name: (key_of(RequestCase, "received"),),
    reg.UNITS.name: (key_of(Unit, "name"), f"{key_of(Unit, 'head')}.{key_of(Person, 'post')}"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was understood. `whole` says that it is an export of ours, which is taken as it stands."""

    grid: Grid
    head_lines: tuple[int, int]
    columns: tuple[Column, ...]
    body: Body
    whole: bool = False

    @property
    def by_key(self) -> Mapping[str, Sequence[Column]]:
        """Give the columns that fill each key."""
        found: dict[str, list[Column]] = {}
        for column in self.columns:
            if column.target:
                found.setdefault(column.target, []).append(column)
        return found

    @property
    def titles(self) -> tuple[str, ...]:
        """Give the names of file and sheet and the titles above the table."""
        above = (passed.text for passed in self.body.passed if passed.reason == "caption")
        return (self.grid.file.rpartition(".")[0], self.grid.sheet, *above)

    @property
    def context(self) -> str:
        """Give what they say together."""
        return " ".join(self.titles)

    def telling(self, row: Row) -> str:
        """Give the cells of a row as a report may quote them: without those about persons."""
        quoted = (column for column in self.columns if not column.personal and (column.target or not self.whole))
        return " | ".join(filter(None, (row.cells[column.index] for column in quoted)))

    def impersonal(self, row: Row) -> Row:
        """Give a row without its cells about persons, so that not even a digest is made of them."""
        personal = {column.index for column in self.columns if column.personal}
        cells = tuple("" if place in personal else cell for place, cell in enumerate(row.cells))
        return replace(row, cells=cells)

    def shared(self, key: str) -> frozenset[str]:
        """Give the texts that stand under a key in several rows."""
        columns = self.by_key.get(key, ())
        counted = Counter(normal(row.cells[column.index]) for row in self.body.rows for column in columns[:1])
        return frozenset(text for text, count in counted.items() if count > 1 and text)


def read_table(grid: Grid, request: Request) -> Table:
    """Understand one grid; raises Unreadable for one that holds no table of this register."""
    if grid.hidden:
        raise Unreadable("hidden-sheet", {"sheet": grid.sheet})
    if not grid.cells:
        raise Unreadable("empty-sheet", {"sheet": grid.sheet})
    if exported := _exported(grid, request):
        return exported
    vocabulary = Vocabulary(request.table, request.words, request.register.name)
    known = {normal(head) for head in (request.mapping.columns if request.mapping else ())}
    head = find_head(grid, lambda text: vocabulary.knows(text) or normal(text) in known)
    if head is None:
        raise Unreadable("empty-sheet", {"sheet": grid.sheet})
    values = [[row[index] for row in grid.cells[head.last + 1 :]] for index in range(grid.width)]
    columns = guess(head.cells, values, vocabulary, request.mapping)
    body = read_body(grid, head, _roles(columns, request), request.words)
    return Table(grid, (head.first + 1, head.last + 1), columns, body)


def _roles(columns: Sequence[Column], request: Request) -> Roles:
    places = {column.target: column.index for column in reversed(columns) if column.target}
    main = next((places[key] for key in _MAIN[request.register.name] if key in places), None)
    return Roles(places.get(ColumnRole.NUMBER), main)


def names_something(table: Table, request: Request) -> bool:
    """Tell whether any column or fixed value gives entries a title."""
    return any(key in table.by_key or key in request.fixed for key in _MAIN[request.register.name])


def _exported(grid: Grid, request: Request) -> Table | None:
    """Understand a flat export of ours: every head is a key, the id among them, or a column that an officer added."""
    known = frozenset(paths(request.register.record_types[0]))
    line = head_of(grid, known, request.existing.ids.get(request.register.name, frozenset()))
    if line is None:
        return None
    rows = tuple(
        Row(tuple(unguarded(cell) for cell in cells), (below,))
        for below, cells in enumerate(grid.cells[line + 1 :], start=line + 1)
        if any(cell.strip() for cell in cells)
    )
    columns = tuple(
        Column(index, head, head if head in known else "", 1.0, sum(1 for row in rows if row.cells[index].strip()))
        for index, head in enumerate(grid.cells[line])
    )
    above = tuple(
        Passed(place, "caption", " ".join(filter(None, cells)))
        for place, cells in enumerate(grid.cells[:line])
        if any(cells)
    )
    return Table(grid, (line + 1, line + 1), columns, Body(rows, above), whole=True)
