"""Cells that a spreadsheet would run: written so that it reads them as text, and read back (OWASP ASVS 5.0, 1.2.10)."""

import re

_MARK = "'"
_SEMICOLON, _TAB = _SEPARATORS = ";\t"
_TRIGGERS = frozenset("=+-@\t\r\0\uff1d\uff0b\uff0d\uff20")
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,6})*\Z")
# Our tables are parted by commas. Opened with the other separators that spreadsheets know, what follows one of them
# is a cell of its own, which may begin with a formula or with the mark.
_INSIDE = re.compile(f"([{_SEPARATORS}])(?=[{_MARK}{re.escape(''.join(sorted(_TRIGGERS)))}])")
_MARKED_INSIDE = re.compile(f"([{_SEPARATORS}]){_MARK}")


def guarded(text: str) -> str:
    """Put the mark of text before whatever a spreadsheet would run, and before what begins with the mark itself."""
    parted = _SEMICOLON in text or _TAB in text  # a list has 200,000 cells, and hardly one holds a separator
    inside = _INSIDE.sub(rf"\1{_MARK}", text) if parted else text
    first = text[:1]
    return f"{_MARK}{inside}" if first == _MARK or (first in _TRIGGERS and not _NUMBER.match(text)) else inside


def unguarded(text: str) -> str:
    """Take the marks away again."""
    return _MARKED_INSIDE.sub(r"\1", text.removeprefix(_MARK))
