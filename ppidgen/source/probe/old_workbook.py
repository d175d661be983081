"""What the reader of XLS files does not tell: hidden rows, and whether it would ever end (in the child).

The stream is taken out of the compound file and read record by record: [MS-CFB] 2.1 to 2.6 for the chains of sectors,
[MS-XLS] 2.4.28 (BoundSheet8) and 2.4.221 (Row). A broken file ends in one of `BROKEN`.
"""

import struct
from collections.abc import Iterator, Mapping, Sequence

BROKEN = (struct.error, IndexError, ValueError)

_SIZES = (b"\x09\0\x06\0", b"\x0c\0\x06\0")  # exponents of the sizes of sectors and small sectors
_SMALL = 64
_END = 0xFFFF_FFFA  # this and all above it are no sectors
_ENTRY = 128
_MOST_OF_HEAD = 109
_NAMES = ("Workbook", "Book")
_BOUND_SHEET, _ROW, _END_OF_SHEET = 0x85, 0x208, 0x0A
_HIDDEN = 0x20


def hidden_rows(raw: bytes, most_rows: int) -> Mapping[str, list[int]]:
    """Give by sheet its hidden rows, from 0."""
    stream = _stream(raw)
    sheets = [body for kind, body in _records(stream, 0) if kind == _BOUND_SHEET]
    return {
        _name(sheet): [row for row in _hidden(stream, int.from_bytes(sheet[:4], "little")) if row < most_rows]
        for sheet in sheets
    }


def _hidden(stream: bytes, start: int) -> Iterator[int]:
    for kind, body in _records(stream, start):
        if kind == _ROW and body[12] & _HIDDEN:
            yield int.from_bytes(body[:2], "little")


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Give kind and body of each record from a place to the end of its sheet."""
    while start + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, start)
        if kind == _END_OF_SHEET:
            return
        yield kind, stream[start + 4 : start + 4 + size]
        start += 4 + size


def _name(sheet: bytes) -> str:
    is_wide = sheet[7] & 1
    return sheet[8 : 8 + sheet[6] * (1 + is_wide)].decode("utf-16-le" if is_wide else "latin-1")


class _Compound:
    """The sectors of a compound file, and which follows which."""

    def __init__(self, raw: bytes) -> None:
        if raw[30:34] not in _SIZES:
            raise ValueError
        self.raw, self.size = raw, 1 << raw[30]
        self.most = len(raw) // self.size
        first, self.least, first_small, more = struct.unpack_from("<I4xII4xI", raw, 48)
        tables = list(struct.unpack_from(f"<{_MOST_OF_HEAD}I", raw, 76))
        self.is_endless = False
        while more < _END and not self.is_endless:
            *found, more = _numbers(self.sector(more))
            tables += found
            self.is_endless = len(tables) > self.most + _MOST_OF_HEAD
        self.after = [number for table in tables if table < _END for number in _numbers(self.sector(table))]
        self.folder = self.joined(first)
        self.after_small = _numbers(self.joined(first_small))

    def sector(self, number: int) -> bytes:
        return self.raw[(number + 1) * self.size : (number + 2) * self.size]

    def joined(self, start: int) -> bytes:
        return b"".join(map(self.sector, _chain(start, self.after, self.most)))


def is_endless(raw: bytes) -> bool:
    """Tell a compound file with a chain that leads back into itself: its reader would follow it for ever."""
    try:
        file = _Compound(raw)
    except BROKEN:
        return False
    return file.is_endless or _leads_back(file.after) or _leads_back(file.after_small)


def _leads_back(after: Sequence[int]) -> bool:
    walked = [-1] * len(after)
    for start in range(len(after)):
        number = start
        while number < len(after) and walked[number] < 0:
            walked[number] = start
            number = after[number]
        if number < len(after) and walked[number] == start:
            return True
    return False


def _stream(raw: bytes) -> bytes:
    """Take the workbook out of a compound file; short ones lie in small sectors within another stream."""
    file = _Compound(raw)
    entries = [file.folder[start : start + _ENTRY] for start in range(0, len(file.folder), _ENTRY)]
    book = next((entry for entry in entries if _entry_name(entry) in _NAMES), entries[0])
    start, length = struct.unpack_from("<II", book, 116)
    if length >= file.least:
        return file.joined(start)[:length]
    within = file.joined(*struct.unpack_from("<I", entries[0], 116))
    chain = _chain(start, file.after_small, len(within) // _SMALL)
    return b"".join(within[one * _SMALL : (one + 1) * _SMALL] for one in chain)[:length]


def _entry_name(entry: bytes) -> str:
    length = int.from_bytes(entry[64:66], "little")
    return entry[: max(0, length - 2)].decode("utf-16-le", "replace")


def _numbers(sector: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])


def _chain(number: int, after: Sequence[int], most: int) -> Iterator[int]:
    """Follow a chain of sectors; one that leads back into itself ends after as many as there can be."""
    for _step in range(most):
        if number >= _END:
            return
        yield number
        number = after[number]
