"""The child that opens an office file: bytes on its standard input, sheets as JSON on its standard output.

It is started by `office.py` and by nobody else; whatever it dies of, its parent only sees that it died.
"""

import json
import sys
from datetime import date, datetime, time
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from ppidgen.exchange.grids.grid import MOST_ROWS
from ppidgen.exchange.grids.hidden_rows import hidden_rows
from ppidgen.exchange.grids.office_links import Links, links_behind
from ppidgen.exchange.grids.open_document import merged_cells, repeats_too_much
from ppidgen.source.broken_zip import BROKEN_ZIP
from ppidgen.source.limits import allow, limit
from ppidgen.source.probe.old_workbook import is_endless

MEMORY = 512 << 20
SECONDS = 20
_WHOLE = 1e15  # beyond this a float no longer counts single units


def main() -> None:
    """Read the workbook within bounds and answer."""
    limit(MEMORY)
    allow(SECONDS)
    raw = sys.stdin.buffer.read()
    try:
        answer = _sheets(raw, MOST_ROWS)
    except (CalamineError, MemoryError, ValueError, OverflowError, OSError, *BROKEN_ZIP):
        answer = {"reason": "broken-office"}
    sys.stdout.write(json.dumps(answer))


def _sheets(raw: bytes, most_rows: int) -> dict[str, object]:
    if raw.startswith(b"PK") and repeats_too_much(raw):
        return {"reason": "too-many-cells"}
    if is_endless(raw):
        return {"reason": "broken-office"}
    book = CalamineWorkbook.from_filelike(BytesIO(raw))
    behind = links_behind(raw)
    unseen = hidden_rows(raw, most_rows)
    merged = merged_cells(raw) if raw.startswith(b"PK") else {}  # the reader tells those of its other formats
    found: list[dict[str, object]] = []
    for meta in book.sheets_metadata:
        sheet = book.get_sheet_by_name(meta.name)
        if sheet.total_height > most_rows:
            return {"reason": "too-many-cells"}
        hidden = meta.visible != SheetVisibleEnum.Visible
        rows = [] if hidden else [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
        merges = [[top, left, bottom, right] for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()]
        merges += merged.get(meta.name, [])
        links = [] if hidden else _listed((behind or {}).get(meta.name, {}))
        found.append({
            "name": meta.name, "hidden": hidden, "rows": rows, "merges": merges, "links": links,
            "unseen": unseen.get(meta.name, []),
        })  # fmt: skip
    return {"sheets": found, "blind": behind is None}


def _listed(links: Links) -> list[tuple[int, int, str]]:
    return [(row, column, address) for (row, column), address in sorted(links.items())]


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _WHOLE else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)
