"""What an Office file of before 2007 holds (in the child)."""

import io
import re

from python_calamine import CalamineError, CalamineWorkbook

from ppidgen.source.opened import Opened

_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "Workbook".encode("utf-16-le")
_READABLE = re.compile(r"[\x20-\x7e\xa0-\xff]{6,}")
_MOST_ROWS = 200_000


def open_ole(raw: bytes, found: Opened) -> None:
    """Read an old workbook cell by cell; of other files take whatever looks like text."""
    if _ENCRYPTED in raw:
        found.encrypted = True
        return
    if _MACROS in raw:
        found.active.append("macros")
    found.readable = True
    if _WORKBOOK in raw:
        _workbook(raw, found)
        return
    for text in (raw.decode("latin-1"), raw.decode("utf-16-le", "ignore")):
        shown = "\n".join(_READABLE.findall(text))
        found.say("part", "", shown)


def _workbook(raw: bytes, found: Opened) -> None:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            found.unread += sheet.total_height > _MOST_ROWS
            rows = sheet.to_python(skip_empty_area=False)[:_MOST_ROWS]
            text = "\n".join("\t".join(map(_text, row)) for row in rows)
            found.say("sheet", name, text)
            found.show(text)
    except (CalamineError, MemoryError, ValueError, OverflowError, OSError):
        found.readable = False


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
