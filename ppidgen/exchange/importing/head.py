"""The head of a table found among its cells: titles above it, up to three rows deep, heads that span columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ppidgen.exchange.grids.grid import Grid
from ppidgen.exchange.wording import clean, normal, one_line

_SEARCHED = 100
_DEEPEST = 4
_FALLBACK = 20

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class HeadCell:
    """The head of one column: `parts` from the widest to the narrowest, `text` all of them."""

    index: int
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """Give the parts as one text."""
        return " ".join(self.parts)


@dataclass(frozen=True, slots=True)
class Head:
    """Rows `first` to `last` of the grid, and what they say of each column."""

    first: int
    last: int
    cells: tuple[HeadCell, ...]


def find_head(grid: Grid, knows: Callable[[str], bool]) -> Head | None:
    """Find the head of the table; `knows` tells the words of a head."""
    if not grid.cells:
        return None
    main = _main_row(grid, knows)
    first = main - 1 if main and _spans(grid.cells[main - 1], grid.cells[main]) else main
    last = first
    open_columns = _open(grid.cells[first], set(range(grid.width)))
    while last + 1 < len(grid.cells) and last - first < _DEEPEST - 1 and _is_below(grid.cells[last + 1], open_columns):
        last += 1
        open_columns = _open(grid.cells[last], open_columns)
    last = max(last, main)
    rows = [[one_line(clean(cell)) for cell in row] for row in grid.cells[first : last + 1]]
    return Head(first, last, tuple(HeadCell(column, _parts(rows, column)) for column in range(grid.width)))


def _main_row(grid: Grid, knows: Callable[[str], bool]) -> int:
    """Give the row with the most known heads; without any, the fullest row near the top."""
    counts = [sum(1 for cell in row if cell.strip() and knows(cell)) for row in grid.cells[:_SEARCHED]]
    if max(counts) > 0:
        return counts.index(max(counts))
    filled = [sum(1 for cell in row if cell.strip()) for row in grid.cells[:_FALLBACK]]
    return filled.index(max(filled))


def _spans(above: Row, main: Row) -> bool:
    """Tell a row of wide heads that stands over the row with most heads; a title stands in the first column alone."""
    filled = [index for index, cell in enumerate(above) if cell.strip()]
    if not filled or (filled[0] == 0 and (main[0].strip() or len(filled) == 1)):
        return False
    ends = [*filled[1:], len(above)]
    return all(
        not main[start].strip() or sum(1 for cell in main[start:end] if cell.strip()) > 1
        for start, end in zip(filled, ends, strict=True)
    )


def _open(row: Row, within: set[int]) -> set[int]:
    """Give the columns over which one head of `row` spans with others, so that a row below may divide them."""
    found: set[int] = set()
    run: list[int] = []
    for column in sorted(within):
        if row[column].strip() or (run and column != run[-1] + 1):
            found |= set(run) if len(run) > 1 else set()
            run = [column] if row[column].strip() else []
        elif run:
            run.append(column)
    return found | (set(run) if len(run) > 1 else set())


def _is_below(row: Row, open_columns: set[int]) -> bool:
    filled = {column for column, cell in enumerate(row) if cell.strip()}
    return bool(filled) and filled <= open_columns


def _parts(rows: Sequence[Row], column: int) -> tuple[str, ...]:
    parts: list[str] = []
    for depth, row in enumerate(rows):
        text = row[column]
        if not text and any(below[column] for below in rows[depth + 1 :]):
            text = _spanning(row, rows[depth + 1 :], column)
        if text and (not parts or normal(parts[-1]) != normal(text)):
            parts.append(text)
    return tuple(parts)


def _spanning(row: Row, below: Sequence[Row], column: int) -> str:
    """Give the head to the left that spans over `column`, if it does."""
    for left in range(column - 1, -1, -1):
        if row[left]:
            return row[left] if any(lower[left] for lower in below) else ""
    return ""
