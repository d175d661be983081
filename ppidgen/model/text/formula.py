"""Cells that a spreadsheet would run: written so that it reads them as text, and read back (OWASP ASVS 5.0, 1.2.10)."""

import re

_MARK = "'"
_TRIGGERS = frozenset("=+-@\t\r\0\uff1d\uff0b\uff0d\uff20")
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,6})*\Z")
# A spreadsheet that parts a table by another sign than we do takes our quotation marks for letters: whatever follows
# that sign or the end of a line is then a cell of its own, which may begin with a formula or with the mark.
_BETWEEN = ",;\t\r\n"
_INSIDE = re.compile(f"([{_BETWEEN}])(?=[{_MARK}{re.escape(''.join(sorted(_TRIGGERS)))}])")
# "Rp5.000,-" and the items of a list are left alone: without a call or a link, nothing behind a plus or minus is run.
_SIGNS_APART = re.compile(
    rf"([{_BETWEEN}])(?=[{_MARK}{re.escape(''.join(sorted(_TRIGGERS - {'+', '-'})))}]|(?<=[;\t])[+-])"
)
_CALL = re.compile(r"\w\s{0,9}\(|\|")
_MARKED_INSIDE = re.compile(f"([{_BETWEEN}]){_MARK}")


def guarded(text: str) -> str:
    """Put the mark of text before whatever a spreadsheet would run, and before what begins with the mark itself."""
    first, inside = text[:1], text
    if _INSIDE.search(text):  # a list has 200,000 cells, and hardly one holds such a thing
        inside = (_INSIDE if _CALL.search(text) else _SIGNS_APART).sub(rf"\1{_MARK}", text)
    return f"{_MARK}{inside}" if first == _MARK or (first in _TRIGGERS and not _NUMBER.match(text)) else inside


def unguarded(text: str) -> str:
    """Take the marks away again."""
    return _MARKED_INSIDE.sub(r"\1", text.removeprefix(_MARK))
