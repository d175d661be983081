"""The rows of a table below its head: what is an entry, what only looks like a row.

A printed list cuts rows at the end of a page, repeats its head, leaves cells empty that repeat the cell above,
and puts titles between groups. Every row that holds anything ends up in a `Row` or in a `Passed` with the reason.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ppidgen.exchange.grids.grid import Grid
from ppidgen.exchange.importing.head import Head
from ppidgen.exchange.wording import normal, one_line
from ppidgen.model.import_table import ImportWords

_ROMAN = re.compile(r"(?:[IVXLC]+|[A-Z])[.)]?\Z")
_GROUP_TITLE = re.compile(r"(?:[IVXLC]+|[A-Z])[.)]\s+\S")
_NUMBER = re.compile(r"\(?\d{1,6}(?:[.,]\d{1,3})*[.)]?\Z")
_LATER_ITEM = re.compile(r"(?:[b-z]|[2-9]|\d\d)[.)]\s|[-•·]\s?")
_FIRST_ITEM = re.compile(r"(?:[aA1I])[.)]\s")
_MOST_OF_A_HEAD = 0.6
_FEW = 4

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as it stands: its cells joined over page breaks, and the rows of the grid (from 0) it came from."""

    cells: Cells
    lines: tuple[int, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class Passed:
    """A row of the grid that is no entry, and why (a key of the loss report)."""

    line: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Body:
    """All rows of a grid, sorted out."""

    rows: tuple[Row, ...]
    passed: tuple[Passed, ...]


@dataclass(frozen=True, slots=True)
class Roles:
    """Which columns number the rows and which hold what an entry cannot do without; None where there is none."""

    number: int | None = None
    main: int | None = None


def read_body(grid: Grid, head: Head, roles: Roles, words: ImportWords) -> Body:
    """Sort out every row of the grid."""
    return _Reader(grid, head, roles, words).read()


class _Reader:
    """Goes down the rows once."""

    def __init__(self, grid: Grid, head: Head, roles: Roles, words: ImportWords) -> None:
        self.head, self.roles, self.words = head, roles, words
        self.heads = [[normal(cell) for cell in row] for row in grid.cells[head.first : head.last + 1]]
        self.cells = _spread(grid, head, self.repeats)
        self.rows: list[Row] = []
        self.passed: list[Passed] = [
            Passed(line, "caption", _text(row)) for line, row in enumerate(grid.cells[: head.first]) if any(row)
        ]
        self.group = ""
        below = range(head.last + 1, len(self.cells))
        self.last_numbered = max((line for line in below if self.number(line)), default=-1)

    def read(self) -> Body:
        """Sort out the rows below the head."""
        below_head, gap = 0, False
        for line in range(self.head.last + 1, len(self.cells)):
            cells = self.cells[line]
            if not any(cell.strip() for cell in cells):
                gap = True
                continue
            below_head = self.below_head(cells, below_head)
            reason = self.reason(line, below_head, gap=gap)
            if reason:
                self.passed.append(Passed(line, reason, _text(cells)))
            elif self.continues(line):
                self.join(line)
            else:
                self.add(line)
            gap = gap and reason == "closing"
        return Body(tuple(self.rows), tuple(self.passed))

    def below_head(self, cells: Cells, depth: int) -> int:
        """Count how many rows of a repeated head have passed: 0 outside of one."""
        if self.repeats(cells):
            return 1
        lower = [normal(cell) for cell in cells]
        return depth + 1 if 0 < depth < len(self.heads) and lower == self.heads[depth] else 0

    def repeats(self, cells: Cells) -> bool:
        """Tell a row that is the head again."""
        mine = [normal(cell) for cell in cells]
        filled = [(ours, theirs) for ours, theirs in zip(mine, self.heads[0], strict=True) if theirs]
        same = sum(ours == theirs for ours, theirs in filled)
        return same > 1 and same >= len(filled) * _MOST_OF_A_HEAD

    def reason(self, line: int, below_head: int, *, gap: bool) -> str:
        """Say why a row is no entry, "" if it may be one."""
        cells = self.cells[line]
        if below_head:
            return "head-again"
        if self.is_column_numbers(line):
            return "column-numbers"
        if title := self.group_title(cells):
            self.group = title
            return "group"
        filled = [cell for cell in cells if cell.strip()]
        if self.is_total(cells, filled):
            return "total"
        return "closing" if self.is_closing(line, filled, gap=gap) else ""

    def number(self, line: int) -> str:
        """Give the number of a row, "" if it has none."""
        column = self.roles.number
        text = self.cells[line][column].strip() if column is not None else ""
        return text if _NUMBER.match(text) else ""

    def is_column_numbers(self, line: int) -> bool:
        """Tell the row "(1) (2) (3)" that some lists have right below the head."""
        filled = [cell.strip(" ().") for cell in self.cells[line] if cell.strip()]
        return len(filled) > 2 and filled == [str(number) for number in range(1, len(filled) + 1)] and not self.rows  # noqa: PLR2004 - two numbers may be a row

    def group_title(self, cells: Cells) -> str:
        """Give the title of a group of rows, "" for any other row."""
        filled = [(index, one_line(cell.strip())) for index, cell in enumerate(cells) if cell.strip()]
        first, text = filled[0]
        if len(cells) < 3 or len(filled) > 2:  # noqa: PLR2004 - a list of two columns has no groups; a title has a number and words
            return ""
        if len(filled) == 2 and first == (self.roles.number or 0) and _ROMAN.match(text):  # noqa: PLR2004 - as above
            return filled[1][1]
        if len(filled) > 1 or first != 0:
            return ""
        if self.roles.number == 0:
            return "" if _NUMBER.match(text) else text
        return text if _GROUP_TITLE.match(text) else ""

    def is_total(self, cells: Cells, filled: Sequence[str]) -> bool:
        """Tell a row of sums."""
        return len(filled) <= len(cells) // 2 + 1 and normal(filled[0]) in self.words.totals

    def is_closing(self, line: int, filled: Sequence[str], *, gap: bool) -> bool:
        """Tell what stands below a table: place and day, signature, notes."""
        if self.number(line) or len(filled) > 2 or line <= self.last_numbered:  # noqa: PLR2004 - a signature is one or two cells
            return False
        if self.roles.number is None and self.filled_main(self.cells[line]):
            return False
        text = normal(filled[0])
        return gap or any(text == phrase or text.startswith(f"{phrase} ") for phrase in self.words.closings)

    def filled_main(self, cells: Cells) -> bool:
        """Tell whether the column that an entry cannot do without is filled."""
        return self.roles.main is None or bool(cells[self.roles.main].strip())

    def continues(self, line: int) -> bool:
        """Tell the lower half of a row that a page break cut."""
        cells = self.cells[line]
        if not self.rows:
            return False
        filled = [cell.strip() for cell in cells if cell.strip()]
        if self.roles.number is None:
            return not self.filled_main(cells) or (len(filled) == 1 < len(cells) - 1 and filled[0][0].islower())
        if cells[self.roles.number].strip():
            return False
        if not self.filled_main(cells):
            return True
        going_on = sum(1 for cell in filled if cell[0].islower() or _LATER_ITEM.match(cell))
        afresh = sum(1 for cell in filled if _FIRST_ITEM.match(cell))
        if going_on and not afresh and going_on * 2 >= len(filled):
            return True
        return len(filled) <= max(1, (len(cells) - 1) // _FEW)

    def join(self, line: int) -> None:
        """Put the cells of a row below those of the row before."""
        last = self.rows[-1]
        joined = (f"{above}\n{below}" if above and below.strip() else above or below
                  for above, below in zip(last.cells, self.cells[line], strict=True))  # fmt: skip
        self.rows[-1] = replace(last, cells=tuple(joined), lines=(*last.lines, line))

    def add(self, line: int) -> None:
        """Keep a row as an entry; without a number it has the first cells of the row above."""
        cells, column = self.cells[line], self.roles.number
        if column is not None and not cells[column].strip() and self.rows:
            first = next(index for index, cell in enumerate(cells) if cell.strip())
            above = self.rows[-1].cells
            cells = (*above[:first], *cells[first:])
        self.rows.append(Row(cells, (line,), self.group))


def _spread(grid: Grid, head: Head, repeats: Callable[[Cells], bool]) -> tuple[Cells, ...]:
    """Fill the cells of the body that a merge over several rows left empty."""
    rows = [list(row) for row in grid.cells]
    for merge in grid.merges:
        if merge.top > head.last and merge.left == merge.right and not repeats(grid.cells[merge.top]):
            for line in range(merge.top + 1, min(merge.bottom + 1, len(rows))):
                rows[line][merge.left] = rows[line][merge.left] or rows[merge.top][merge.left]
    return tuple(tuple(row) for row in rows)


def _text(cells: Cells) -> str:
    return " | ".join(one_line(cell.strip()) for cell in cells if cell.strip())
