"""A sheet as it was found: cells of text, before anyone has said which of them is a head."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ppidgen.diagnostics.finding import NO_DATA

MOST_ROWS = 200_000
MOST_COLUMNS = 200
MOST_CELLS = 4_000_000
# Of one import, all sheets together: what is made into entries within two seconds, whatever the rows hold.
MOST_TAKEN = 15_000
MOST_CELLS_TAKEN = 250_000
_LETTERS = 26


class Merge(NamedTuple):
    """A merged stretch of cells; rows and columns count from 0, both ends belong to it."""

    top: int
    left: int
    bottom: int
    right: int


class Link(NamedTuple):
    """An address behind a cell; rows and columns count from 0."""

    row: int
    column: int
    address: str


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: `file` is the file's own name, `sheet` is "" for a text file; every row has the same width.

    `blind` says that there are addresses behind cells which could not be read; `unseen` are rows (from 0) that the
    spreadsheet program hides.
    """

    file: str
    sheet: str
    cells: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    links: tuple[Link, ...] = ()
    blind: bool = False
    unseen: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """Count the columns."""
        return len(self.cells[0]) if self.cells else 0


class Unreadable(Exception):
    """A file that is not read; `reason` names a sentence of the loss report."""

    def __init__(self, reason: str, data: Mapping[str, str] = NO_DATA) -> None:
        super().__init__(reason)
        self.reason = reason
        self.data = data


def make_grid(
    file: str, sheet: str, rows: Iterable[Iterable[str]], merges: Iterable[Merge] = (), *, hidden: bool = False
) -> Grid:
    """Make a grid with rows of one width, without empty rows and columns at its end; too large a one is refused."""
    cells = [list(row) for row in rows]
    while cells and not any(map(_filled, cells[-1])):
        cells.pop()
    width = max((_last_filled(row) + 1 for row in cells), default=0)
    if len(cells) > MOST_ROWS or width > MOST_COLUMNS or len(cells) * width > MOST_CELLS:
        raise Unreadable("too-many-cells", {"rows": str(MOST_ROWS), "columns": str(MOST_COLUMNS)})
    even = tuple(tuple((row + [""] * width)[:width]) for row in cells)
    return Grid(file, sheet, even, tuple(sorted(merge for merge in merges if merge.right < width)), hidden)


def address(row: int, column: int) -> str:
    """Name a cell as spreadsheets do: row 13 and column 2 from 0 are C14."""
    name = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return f"{name}{row + 1}"


def _filled(cell: str) -> bool:
    return bool(cell.strip())


def _last_filled(row: list[str]) -> int:
    return max((index for index, cell in enumerate(row) if cell.strip()), default=-1)
