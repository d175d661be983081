"""Text tables: any usual encoding, any usual separator."""

import csv
from collections import Counter, deque
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from ppidgen.exchange.grids.grid import Grid, Unreadable, make_grid

SEPARATORS = ",;\t|"
_SAMPLE_ROWS = 300
_SAMPLE_BYTES = 4_096
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_HINT = "sep="
_ENDS_WITHIN_QUOTES = "unexpected end of data"  # what the reader of the standard library says


def read_delimited(file: str, raw: bytes) -> Grid:
    """Read a text table; raises Unreadable for what is none."""
    if raw.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")):
        raise Unreadable("wrong-ending", {"file": file})
    text = decode_table(raw)
    first, _, rest = text.partition("\n")
    if first.lower().startswith(_HINT) and first.strip()[len(_HINT) :] in set(SEPARATORS):
        return _grid(file, rest, first.strip()[len(_HINT) :])
    return _grid(file, text, sniff(text))


def decode_table(raw: bytes) -> str:
    """Decode by the mark at the front, else as UTF-16 if every other byte is nought, else UTF-8, else CP1252."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    sample = raw[:_SAMPLE_BYTES]
    for encoding, odd in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if len(odd) > 1 and odd.count(0) > len(odd) // 2:
            return raw.decode(encoding, errors="replace")
    if b"\0" in sample:
        raise Unreadable("binary", {"line": str(raw[: raw.index(b"\0")].count(b"\n") + 1)})
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def sniff(text: str) -> str:
    """Find the separator by which most rows have the same number of cells, and more than one."""
    return max(SEPARATORS, key=lambda separator: _evenness(text, separator))


def _evenness(text: str, separator: str) -> tuple[float, int]:
    try:
        rows = [row for row in islice(_rows(text, separator), _SAMPLE_ROWS) if any(row)]
    except csv.Error:
        return (0.0, 0)
    widths = Counter(len(row) for row in rows)
    if not widths:
        return (0.0, 0)
    width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
    return (count / len(rows), width) if width > 1 else (0.0, 0)


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=separator)


def _grid(file: str, text: str, separator: str) -> Grid:
    reader, rows = csv.reader(StringIO(text, newline=""), delimiter=separator), list[list[str]]()
    start = read = 0
    try:
        for row in reader:
            rows.append(row)
            start, read = read, reader.line_num
    except csv.Error:
        raise Unreadable("bad-quotes", {"line": str(read + 1)}) from None
    if _is_torn(text, separator, start):
        raise Unreadable("bad-quotes", {"line": str(start + 1)})
    grid = make_grid(file, "", rows)
    if not grid.cells:  # separators, spaces or signs that nobody sees
        raise Unreadable("empty")
    return grid


def _is_torn(text: str, separator: str, start: int) -> bool:
    """Tell whether the last row, from line `start`, ends within quotes: it has swallowed all that was to follow."""
    last = "".join(islice(StringIO(text, newline=""), start, None))
    try:
        deque(csv.reader(StringIO(last, newline=""), delimiter=separator, strict=True), maxlen=0)
    except csv.Error as error:
        return str(error) == _ENDS_WITHIN_QUOTES
    return False
