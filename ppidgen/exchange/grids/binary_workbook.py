"""The hidden rows of an XLSB file, read record by record (in the child).

[MS-XLSB] 2.1.4 (record), 2.4.304 (BrtBundleSh) and 2.4.749 (BrtRowHdr). A broken file ends in an IndexError or a
struct.error.
"""

import posixpath
import struct
import zipfile
from collections.abc import Iterator, Mapping

from ppidgen.exchange.grids.office_parts import relations

BOOK = "xl/workbook.bin"

_ROW, _SHEET = 0, 156
_HIDDEN = 0x10
_MORE = 0x80
_ABSENT = 0xFFFF_FFFF


def hidden_rows(archive: zipfile.ZipFile, most_rows: int) -> Mapping[str, list[int]]:
    """Give by sheet its hidden rows, from 0."""
    parts = relations(archive, BOOK)
    found = {}
    for kind, body in _records(archive.read(BOOK)):
        if kind == _SHEET:
            relation, after = _text(body, 8)
            name, _after = _text(body, after)
            part = posixpath.normpath(posixpath.join("xl", parts[relation])).lstrip("/")
            found[name] = [row for row in _hidden(archive.read(part)) if row < most_rows]
    return found


def _hidden(sheet: bytes) -> Iterator[int]:
    for kind, body in _records(sheet):
        if kind == _ROW and body[11] & _HIDDEN:
            yield int.from_bytes(body[:4], "little")


def _records(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """Give kind and body of each record; both numbers before it are kept in sevens of bits, the low ones first."""
    place = 0
    while place < len(raw):
        kind, place = _number(raw, place, 2)
        size, place = _number(raw, place, 4)
        yield kind, raw[place : place + size]
        place += size


def _number(raw: bytes, place: int, most: int) -> tuple[int, int]:
    value = 0
    for step in range(most):
        value |= (raw[place + step] & 0x7F) << 7 * step
        if not raw[place + step] & _MORE:
            return value, place + step + 1
    return value, place + most


def _text(body: bytes, place: int) -> tuple[str, int]:
    """Give a text and where it ends; an absent one has the length of all bits."""
    length = struct.unpack_from("<I", body, place)[0]
    length = 0 if length == _ABSENT else length * 2
    return body[place + 4 : place + 4 + length].decode("utf-16-le", "replace"), place + 4 + length
