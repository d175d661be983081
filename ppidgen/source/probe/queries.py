"""What a workbook keeps of its queries: their programs, and the tables that somebody typed into them (in the child).

The programs lie in a packed file that is written as letters (MS-QDEFF 2.2); a typed table is written as letters in a
program, packed without a head.
"""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator

_MASHUP = re.compile(r"<DataMashup\b[^<>]{0,300}>([A-Za-z0-9+/=\s]{20,}+)")
_PACKED = b"PK\x03\x04"
_TYPED = re.compile(r"Binary\.FromText\(\"([A-Za-z0-9+/=]{12,}+)\"")
_MOST_TYPED = 200
_LONGEST = 20_000_000
_NO_HEAD = -zlib.MAX_WBITS


def packed_programs(xml: str) -> Iterator[bytes]:
    """Give the packed files that hold the programs of queries."""
    for held in _MASHUP.findall(xml):
        raw = _bytes(held)
        if (start := raw.find(_PACKED)) >= 0:
            yield raw[start:]


def typed_tables(program: str) -> Iterator[str]:
    """Give the rows that were typed into a program, as far as they can be unpacked within bounds."""
    for held in _TYPED.findall(program)[:_MOST_TYPED]:
        raw = _bytes(held)
        try:
            yield zlib.decompressobj(_NO_HEAD).decompress(raw, _LONGEST).decode("utf-8", "replace")
        except zlib.error:
            yield raw.decode("utf-8", "replace")


def _bytes(letters: str) -> bytes:
    try:
        return base64.b64decode(letters)
    except binascii.Error:
        return b""
