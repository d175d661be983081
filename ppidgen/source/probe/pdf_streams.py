"""What the streams of a PDF say and no page shows (in the child): ISO 32000-1, 14.9 and 9.4.3.

Marked content may stand in for what is drawn, and a drawing that nothing uses any more may have stayed in the file.
Only letters that are written as such are read: of a font that numbers its own signs nothing is told without drawing it.
"""

import re
import zlib
from collections.abc import Iterator

from ppidgen.source.probe.hidden_words import words_of_objects

_MOST_STREAMS = 5_000
_LARGEST = 4 << 20  # bytes of one stream, unpacked
_MOST = 64 << 20  # and of all
_HEAD = 400  # bytes before a stream in which its dictionary says what it is
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_BEGINS = re.compile(rb"\d\s{1,4}obj\b")
_NO_TEXT = re.compile(rb"/(?:Subtype\s{0,4}/Image|Length1|ObjStm|XRef|Metadata|DCTDecode|JPXDecode)\b")
_PACKED, _END = b"FlateDecode", b"endstream"
_TEXT = re.compile(rb"\b(?:BT|BDC|DP)\b")
# No string begins at a bracket that another one escapes: else the rest would be read to its end from each of them.
_STRING = rb"(?<!\\)\((?:[^()\\]|\\.)*+\)"
_DRAWN = re.compile(rb"(%s)\s{0,4}Tj|\[((?:%s|[^\[\]()])*+)\]\s{0,4}TJ" % (_STRING, _STRING), re.DOTALL)
_PIECE = re.compile(_STRING, re.DOTALL)


def words_of_streams(raw: bytes) -> Iterator[str]:
    """Give the texts that the contents of pages, forms and appearances hold, drawn or not."""
    left, number, start = _MOST, 0, _STREAM.search(raw)
    while start and left > 0 and number < _MOST_STREAMS:
        end = raw.find(_END, start.end())
        end = len(raw) if end < 0 else end
        content = _unpacked(raw, start, min(end, start.end() + _LARGEST))
        left, number = left - len(content), number + 1
        if _TEXT.search(content):
            yield from _drawn(content)
            yield from words_of_objects(content)
        start = _STREAM.search(raw, end)


def _unpacked(raw: bytes, start: re.Match[bytes], end: int) -> bytes:
    head = _BEGINS.split(raw[max(0, start.start() - _HEAD) : start.start()])[-1]
    if _NO_TEXT.search(head):
        return b""
    content = raw[start.end() : end]
    if _PACKED not in head:
        return content
    try:
        return zlib.decompressobj().decompress(content, _LARGEST)
    except zlib.error:
        return b""


def _drawn(content: bytes) -> Iterator[str]:
    for one, many in _DRAWN.findall(content):
        yield b"".join(piece[1:-1] for piece in _PIECE.findall(one or many)).decode("latin-1")
