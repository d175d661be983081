"""How a file of the search index is written: gzip of `pagefind_dcd` and CBOR (RFC 8949) (pure).

Of CBOR only numbers, texts and lists occur. What we compress is named after what it says, not after its compressed
bytes, and those repeat with the same zlib.
"""

import gzip
import hashlib
import zlib
from functools import lru_cache

Value = int | str | list["Value"]

UNSIGNED, NEGATIVE, TEXT, LIST = 0, 1, 3, 4

_PREFIX = b"pagefind_dcd"
_GZIP_HEAD = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
_NAME = 16
_EFFORT = 6  # 2 % larger than with the most effort, in a quarter of the time: an edit may change every chunk of words
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}
_IN_HEAD = 24
_SHORTEST = (24, 25, 26, 26, 27, 27, 27, 27)  # the mark of a number by the bytes it takes, less one


class UnknownIndex(ValueError):
    """The index is written in a way that we do not know."""


def named(language: str, content: bytes) -> str:
    """Give the name of a file after what it says."""
    return f"{language}_{hashlib.sha256(content).hexdigest()[:_NAME]}"


def packed(content: bytes) -> bytes:
    """Compress with a head that names no time and no system."""
    data = _PREFIX + content
    squeezer = zlib.compressobj(_EFFORT, zlib.DEFLATED, -zlib.MAX_WBITS)
    tail = zlib.crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFF_FFFF).to_bytes(4, "little")
    return _GZIP_HEAD + squeezer.compress(data) + squeezer.flush() + tail


def opened(content: bytes) -> bytes:
    """Give what was compressed."""
    data = gzip.decompress(content)
    if not data.startswith(_PREFIX):
        raise UnknownIndex
    return data[len(_PREFIX) :]


def unpacked(content: bytes) -> Value:
    """Read what a file of the index says."""
    data = opened(content)
    value, end = decoded(data, 0)
    if end != len(data):
        raise UnknownIndex
    return value


def sized(data: bytes, at: int) -> tuple[int, int, int]:
    """Read the head that stands at `at`: its kind, its number, and where it ends."""
    kind, size = divmod(data[at], 32)
    at += 1
    if size < _IN_HEAD:
        return kind, size, at
    if size not in _WIDTHS:
        raise UnknownIndex
    end = at + _WIDTHS[size]
    return kind, int.from_bytes(data[at:end]), end


def decoded(data: bytes, at: int) -> tuple[Value, int]:
    """Read the value that starts at `at`; give it with where it ends."""
    kind, size, at = sized(data, at)
    if kind == UNSIGNED:
        return size, at
    if kind == NEGATIVE:
        return -1 - size, at
    if kind == TEXT:
        return data[at : at + size].decode(), at + size
    if kind != LIST:
        raise UnknownIndex
    items: list[Value] = []
    for _ in range(size):
        item, at = decoded(data, at)
        items.append(item)
    return items, at


def encoded(value: Value) -> bytes:
    """Write a value."""
    parts: list[bytes] = []
    _encode(value, parts)
    return b"".join(parts)


def _encode(value: Value, parts: list[bytes]) -> None:
    if isinstance(value, int):
        parts.append(head(UNSIGNED, value) if value >= 0 else head(NEGATIVE, -1 - value))
    elif isinstance(value, str):
        text = value.encode()
        parts += (head(TEXT, len(text)), text)
    else:
        parts.append(head(LIST, len(value)))
        for item in value:
            _encode(item, parts)


@lru_cache(maxsize=1 << 14)  # an index says the same few thousand numbers a hundred thousand times
def head(kind: int, size: int) -> bytes:
    """Write a head in its shortest form."""
    if size < _IN_HEAD:
        return bytes((kind << 5 | size,))
    mark = _SHORTEST[(size.bit_length() - 1) >> 3]
    return bytes((kind << 5 | mark,)) + size.to_bytes(_WIDTHS[mark])
