"""Cells that a spreadsheet would run: written so that it reads them as text, and read back (OWASP ASVS 5.0, 1.2.10)."""

import re

_MARK = "'"
_SEPARATORS = ";\t"
_TRIGGERS = "=+\\-@\t\r\0\uff1d\uff0b\uff0d\uff20"
_BEGINS = re.compile(f"[{_TRIGGERS}]")
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,6})*\Z")
# Our tables are parted by commas. Opened with the other separators that spreadsheets know, what follows one of them
# is a cell of its own, which may begin with a formula or with the mark.
_INSIDE = re.compile(f"([{_SEPARATORS}])(?=[{_MARK}{_TRIGGERS}])")
_MARKED_INSIDE = re.compile(f"([{_SEPARATORS}]){_MARK}")


def guarded(text: str) -> str:
    """Put the mark of text before whatever a spreadsheet would run, and before what begins with the mark itself."""
    parted = any(sign in text for sign in _SEPARATORS)  # a list has 200,000 cells, and hardly one holds a separator
    inside = _INSIDE.sub(rf"\1{_MARK}", text) if parted else text
    return f"{_MARK}{inside}" if _needs_guard(text) or text.startswith(_MARK) else inside


def unguarded(text: str) -> str:
    """Take the marks away again."""
    return _MARKED_INSIDE.sub(r"\1", text.removeprefix(_MARK))


def _needs_guard(text: str) -> bool:
    return bool(_BEGINS.match(text)) and not _NUMBER.match(text)
