"""EDGE. Office sheets read in a process of their own, with little memory and little time.

The reader is fast but believes what a file says of itself: a cell in the far corner of a sheet is a range of
17 thousand million cells to it. So whatever happens in there happens to a child.
"""

from dataclasses import replace
from typing import Any

from ppidgen.exchange.grids.container import check_container
from ppidgen.exchange.grids.grid import MOST_COLUMNS, MOST_ROWS, Grid, Link, Merge, Unreadable, make_grid
from ppidgen.source.child import answer_to

SECONDS = 20


def read_office(file: str, raw: bytes) -> tuple[Grid, ...]:
    """Read every sheet of an office file, hidden ones without their cells; raises Unreadable."""
    check_container(raw)
    answer = _ask_child(raw)
    if "reason" in answer:
        raise Unreadable(answer["reason"], {"rows": str(MOST_ROWS), "columns": str(MOST_COLUMNS)})
    return tuple(_grid(file, sheet, blind=answer["blind"]) for sheet in answer["sheets"])


def _grid(file: str, sheet: dict[str, Any], *, blind: bool) -> Grid:
    grid = make_grid(file, sheet["name"], sheet["rows"], _merges(sheet), hidden=sheet["hidden"])
    links = tuple(Link(*link) for link in sheet["links"])
    return replace(grid, links=links, blind=blind, unseen=frozenset(sheet["unseen"]))


def _merges(sheet: dict[str, Any]) -> list[Merge]:
    return [Merge(*merge) for merge in sheet["merges"]]


def _ask_child(raw: bytes) -> dict[str, Any]:
    try:
        answer = answer_to("ppidgen.exchange.grids.office_child", raw, SECONDS)
    except TimeoutError:
        raise Unreadable("too-slow") from None
    return answer if isinstance(answer, dict) else {"reason": "broken-office"}
