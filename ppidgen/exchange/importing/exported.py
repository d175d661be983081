"""A table of our own export come back from a spreadsheet program: what that made of it, what was edited in it."""

from collections.abc import Container, Mapping, Sequence

from pydantic import ValidationError

from ppidgen.exchange.emitter import Value
from ppidgen.exchange.flat import days, flat_row, nested, paths, periods
from ppidgen.exchange.grids.grid import Grid
from ppidgen.exchange.importing.checking import wrong_keys
from ppidgen.exchange.importing.values import day_of, period_of
from ppidgen.model.elements.record import Record
from ppidgen.model.portal.registers import ID_KEY

MOST_ABOVE = 20  # rows of titles that somebody wrote above the head
_FEWEST = 3  # an id and a title are no export yet


def head_of(grid: Grid, known: frozenset[str], ids: frozenset[str]) -> int | None:
    """Find the row (from 0) with the heads of an export, whose keys are `known`; None in any other table.

    A title above it and columns beside it may be the officer's own as long as some row names an entry of `ids`:
    read as an ordinary table, every entry would be written a second time.
    """
    for line, cells in enumerate(grid.cells[:MOST_ABOVE]):
        heads = [cell for cell in cells if cell in known]
        if ID_KEY not in heads or len(heads) < _FEWEST or len(set(heads)) < len(heads):
            continue
        if line == 0 and len(heads) == grid.width:
            return line
        place = cells.index(ID_KEY)
        return line if any(row[place] in ids for row in grid.cells[line + 1 :]) else None
    return None


def values_of(kind: type[Record], cells: Mapping[str, str], doubtful: Container[str]) -> dict[str, Value]:
    """Give the values of a row; days and months that a spreadsheet program wrote its own way are ours again.

    Those under `doubtful` paths stay as they are.
    """
    found = dict(cells)
    for path in days(kind) & cells.keys():
        if path not in doubtful and (day := day_of(cells[path])):
            found[path] = day.isoformat()
    for path in periods(kind) & cells.keys():
        if path not in doubtful and (period := period_of(cells[path])) and period.text != cells[path]:
            found[path] = str(period)
    return nested(kind, found)


def fits(kind: type[Record], path: str, text: str) -> bool:
    """Tell whether a record can hold this text under this path."""
    return path in paths(kind) and path.partition(".")[0] not in wrong_keys(values_of(kind, {path: text}, ()), kind)


def edited(before: Record, values: Mapping[str, Value], paths: Sequence[str]) -> tuple[str, ...]:
    """Give those of `paths` in which the values of a row differ from the record as it stands, line breaks aside."""
    kind = type(before)
    try:
        row = flat_row(kind.model_validate({ID_KEY: before.id, **values}, by_alias=True, by_name=False))
    except ValidationError as error:
        wrong = {str(fault["loc"][0]) for fault in error.errors(include_url=False, include_input=False)}
        return tuple(path for path in paths if path.partition(".")[0] in wrong)
    known = flat_row(before)
    return tuple(path for path in paths if row.get(path, "").split() != known.get(path, "").split())
