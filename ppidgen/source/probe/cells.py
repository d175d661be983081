"""The cells of a workbook in a binary format of Excel, xls or xlsb, as calamine reads them (in the child)."""

import io

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from ppidgen.source.probe.old_workbook import is_endless
from ppidgen.source.probe.opened import Opened

_MOST_ROWS = 200_000


def say_cells(raw: bytes, found: Opened) -> frozenset[str]:
    """Say every sheet of a workbook; give the texts of its cells."""
    cells: set[str] = set()
    if is_endless(raw):
        found.readable = False
        return frozenset()
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        is_hidden = any(one.visible != SheetVisibleEnum.Visible for one in book.sheets_metadata)
        found.hidden += ["sheets"] * is_hidden
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            found.unread += sheet.total_height > _MOST_ROWS
            rows = [[*map(_text, row)] for row in sheet.to_python(skip_empty_area=False)[:_MOST_ROWS]]
            cells.update(*rows)
            text = "\n".join(map("\t".join, rows))
            found.say("sheet", name, text)
            found.show(text)
    except (CalamineError, MemoryError, ValueError, OverflowError, OSError):
        found.readable = False
    return frozenset(cells)


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
