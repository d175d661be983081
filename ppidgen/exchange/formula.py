"""Cells that a spreadsheet would run: written so that it reads them as text, and read back."""

import re

_TRIGGERS = frozenset("=+-@\t\r\0\uff1d\uff0b\uff0d\uff20")
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,6})?\Z")
_MARK = "'"


def guarded(text: str) -> str:
    """Put the mark of text before a cell that a spreadsheet would run, and before one that begins with the mark."""
    return f"{_MARK}{text}" if _needs_guard(text) or text.startswith(_MARK) else text


def unguarded(text: str) -> str:
    """Take the mark away again."""
    return text[1:] if text.startswith(_MARK) else text


def _needs_guard(text: str) -> bool:
    return text[:1] in _TRIGGERS and not _NUMBER.match(text) if text else False
