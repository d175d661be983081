"""What an Office file of before 2007 holds (in the child)."""

import re
from collections.abc import Iterator

from ppidgen.source.probe.cells import say_cells
from ppidgen.source.probe.opened import Opened

_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "Workbook".encode("utf-16-le")
_READABLE = re.compile(r"[\x20-\x7e\xa0-\xff]{6,}")


def open_ole(raw: bytes, found: Opened) -> None:
    """Read an old workbook cell by cell; besides, and of other files, take whatever looks like text."""
    if _ENCRYPTED in raw:
        found.encrypted = True
        return
    if _MACROS in raw:
        found.active.append("macros")
    found.readable = True
    cells = say_cells(raw, found) if _WORKBOOK in raw else frozenset()
    for text in _texts(raw):
        # Behind a string in a workbook the length of the next one may look like a letter.
        lines = (line for line in _READABLE.findall(text) if not {line, line[:-1]} & cells)
        found.say("part", "", "\n".join(lines))


def _texts(raw: bytes) -> Iterator[str]:
    """Give some bytes as letters of one byte each, and of two wherever the first may stand."""
    yield raw.decode("latin-1")
    yield raw.decode("utf-16-le", "ignore")
    yield raw[1:].decode("utf-16-le", "ignore")
