"""What a second judge says of a tagged PDF, but for the two things that it is known to misread."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import outloud
import pikepdf

# It drops a head that spans two rows at the right edge of a table, and calls the second row short.
OPEN_GRID = "TBL-004"
# It counts cells: a head of two rows over a single row of data has more of them than the data.
SHREDDED = "TBL-010"
MOST_HEAD_ROWS = 2


def accessibility_errors(file: Path) -> list[str]:
    """Give the errors; of the two that are misread, only where spans and heads written in the file bear them out."""
    found = [one for one in outloud.check(str(file)).findings if one.severity == "error"]
    closes = all(len(set(widths)) <= 1 for widths in row_widths(file))
    is_whole = closes and all(rows <= MOST_HEAD_ROWS for rows in head_rows(file))
    misread = {OPEN_GRID: closes, SHREDDED: is_whole}
    return [f"{one.rule} {one.message}" for one in found if not misread.get(one.rule, False)]


def head_rows(file: Path) -> list[int]:
    """Give for each table how many of its rows are heads alone."""
    with pikepdf.open(file) as document:
        tables = _below(document.Root.StructTreeRoot.K, "/Table")
        return [sum(not any(_below(row.K, "/TD")) for row in _below(table.K, "/TR")) for table in tables]


def row_widths(file: Path) -> list[list[int]]:
    """Give for each table how many columns each of its rows covers, by its own cells and those from above."""
    with pikepdf.open(file) as document:
        return [_widths(table) for table in _below(document.Root.StructTreeRoot.K, "/Table")]


def _widths(table: Any) -> list[int]:
    spans: list[tuple[int, int]] = []  # rows still to be covered, columns
    widths = []
    for row in _below(table.K, "/TR"):
        own = [(_span(cell, "/RowSpan"), _span(cell, "/ColSpan")) for cell in _cells(row)]
        widths.append(sum(columns for _, columns in (*own, *spans)))
        spans = [(rows - 1, columns) for rows, columns in (*own, *spans) if rows > 1]
    return widths


def _cells(row: Any) -> Iterator[Any]:
    yield from _below(row.K, "/TH")
    yield from _below(row.K, "/TD")


def _span(cell: Any, name: str) -> int:
    attributes = cell.get("/A", [])
    every = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    return next((int(one[name]) for one in every if name in one), 1)


def _below(node: Any, kind: str) -> Iterator[Any]:
    if isinstance(node, pikepdf.Array):
        for inner in node:
            yield from _below(inner, kind)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        if kind == node.S:
            yield node
        elif "/K" in node:
            yield from _below(node.K, kind)
