"""Cells that only say "as above": a printed list writes "idem" or "sda" where an entry must stand by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ppidgen.exchange.importing.body import Row
from ppidgen.exchange.wording import clean, normal, one_line
from ppidgen.model.import_table import ImportWords

_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Filled:
    """A row whose marks gave way to what stands above them.

    `repeated` counts those cells; `baseless` are the columns (from 0) of marks below which nothing can be meant.
    """

    row: Row
    repeated: int = 0
    baseless: tuple[int, ...] = ()


def without_dittos(rows: Sequence[Row], words: ImportWords) -> list[Filled]:
    """Put in place of each mark the text of the cell above it, which may be the text of a mark itself."""
    found: list[Filled] = []
    for row in rows:
        marked = [index for index, cell in enumerate(row.cells) if cell and _is_ditto(cell, words)]
        if not marked:
            found.append(Filled(row))
            continue
        above = found[-1].row.cells if found else ("",) * len(row.cells)
        cells = tuple(above[index] if index in marked else cell for index, cell in enumerate(row.cells))
        baseless = tuple(index for index in marked if not above[index].strip())
        found.append(Filled(replace(row, cells=cells), len(marked) - len(baseless), baseless))
    return found


def _is_ditto(cell: str, words: ImportWords) -> bool:
    return len(cell) <= _LONGEST and (one_line(clean(cell)) in words.dittos or normal(cell) in words.dittos)
