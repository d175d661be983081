"""A table of our own export come back from a spreadsheet program: what that made of it, what was edited in it."""

import re
from collections.abc import Iterable, Mapping, Sequence

from pydantic import ValidationError

from ppidgen.exchange.emitter import Value
from ppidgen.exchange.flat import days, flat_row, nested, periods
from ppidgen.exchange.grid import Grid
from ppidgen.exchange.values import day_of, period_of
from ppidgen.model.record import Record
from ppidgen.model.registers import ID_KEY

MOST_ABOVE = 20  # rows of titles that somebody wrote above the head
_FEWEST = 3  # an id and a title are no export yet
_MONTH_FIRST = re.compile(r"\s*\d{1,2}/(?:1[3-9]|[23]\d)/\d{4}\s*\Z")


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


def writes_month_first(kind: type[Record], rows: Iterable[Mapping[str, str]]) -> bool:
    """Tell whether some day can only be meant month first; then none that is written with strokes is sure."""
    return any(_MONTH_FIRST.match(cells.get(path, "")) for cells in rows for path in days(kind))


def values_of(kind: type[Record], cells: Mapping[str, str], *, month_first: bool) -> dict[str, Value]:
    """Give the values of a row; days and months that a spreadsheet program wrote its own way are ours again."""
    found = dict(cells)
    for path in days(kind) & cells.keys():
        if not (month_first and "/" in cells[path]) and (day := day_of(cells[path])):
            found[path] = day.isoformat()
    for path in periods(kind) & cells.keys():
        if (period := period_of(cells[path])) and period.text != cells[path]:
            found[path] = str(period)
    return nested(kind, found)


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
