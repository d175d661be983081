"""Make a search bundle the same bytes every time (pure).

The indexer numbers records as they come, and that repeats; but it lists filters and their values in the
order of a hash table that is seeded anew in each run, and names files after their bytes. So the filter
files and the index of all (`pf_meta`) are decoded, put in order, named anew and referred to anew; words
and fragments are left as they are. Files are gzip of `pagefind_dcd` and CBOR, of which only unsigned
numbers, texts and lists occur. Compressed bytes repeat with the same zlib.
"""

import gzip
import hashlib
import zlib
from collections.abc import Mapping

import orjson

Value = int | str | list["Value"]

ENTRY = "pagefind-entry.json"

_PREFIX = b"pagefind_dcd"
_GZIP_HEAD = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
_NAME = 16
_UNSIGNED, _TEXT, _LIST = 0, 3, 4
_FILTERS = 3  # version, pages, chunks of words, filters, orders, names of metadata
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}
_IN_HEAD = 24


class UnknownBundle(ValueError):
    """The bundle is written in a way that we do not know."""


def canonical(files: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    """Give the same bundle with its filters in order, under names that follow from that."""
    entry = orjson.loads(files[ENTRY])
    described = entry["languages"][language]
    old_name = f"pagefind.{described['hash']}.pf_meta"
    meta = unpacked(files[old_name])
    if not isinstance(meta, list) or not isinstance(meta[_FILTERS], list):
        raise UnknownBundle(old_name)
    kept = {path: content for path, content in files.items() if path not in {old_name, ENTRY}}
    filters: list[tuple[str, str]] = []
    for name, digest in _pairs(meta[_FILTERS]):
        table = encoded(_ordered(unpacked(kept.pop(f"filter/{digest}.pf_filter"))))
        filters.append((name, _named(language, table)))
        kept[f"filter/{filters[-1][1]}.pf_filter"] = packed(table)
    meta[_FILTERS] = [[name, digest] for name, digest in sorted(filters)]
    whole = encoded(meta)
    described["hash"] = _named(language, whole)
    kept[f"pagefind.{described['hash']}.pf_meta"] = packed(whole)
    kept[ENTRY] = orjson.dumps(entry)
    return dict(sorted(kept.items()))


def _pairs(value: Value) -> list[tuple[str, str]]:
    pairs = []
    for pair in value if isinstance(value, list) else ():
        match pair:
            case [str(name), str(digest)]:
                pairs.append((name, digest))
            case _:
                raise UnknownBundle
    return pairs


def _ordered(table: Value) -> Value:
    """Put the values of one filter in order: `[name, [[value, [page, ...]], ...]]`."""
    match table:
        case [str(name), list(rows)]:
            return [name, sorted(rows, key=_first)]
    raise UnknownBundle


def _first(row: Value) -> str:
    match row:
        case [str(value), list()]:
            return value
    raise UnknownBundle


def _named(language: str, content: bytes) -> str:
    return f"{language}_{hashlib.sha256(content).hexdigest()[:_NAME]}"


def unpacked(content: bytes) -> Value:
    """Read what a file of the bundle says."""
    data = gzip.decompress(content)
    if not data.startswith(_PREFIX):
        raise UnknownBundle
    value, end = decoded(data, len(_PREFIX))
    if end != len(data):
        raise UnknownBundle
    return value


def packed(content: bytes) -> bytes:
    """Compress with a head that names no time and no system."""
    data = _PREFIX + content
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    tail = zlib.crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFF_FFFF).to_bytes(4, "little")
    return _GZIP_HEAD + squeezer.compress(data) + squeezer.flush() + tail


def decoded(data: bytes, at: int) -> tuple[Value, int]:
    """Read the CBOR value that starts at `at`; give it with where it ends."""
    kind, size = divmod(data[at], 32)
    at += 1
    if size >= _IN_HEAD:
        width = _WIDTHS[size]
        size = int.from_bytes(data[at : at + width])
        at += width
    if kind == _UNSIGNED:
        return size, at
    if kind == _TEXT:
        return data[at : at + size].decode(), at + size
    if kind != _LIST:
        raise UnknownBundle
    items: list[Value] = []
    for _ in range(size):
        item, at = decoded(data, at)
        items.append(item)
    return items, at


def encoded(value: Value) -> bytes:
    """Write a value as CBOR."""
    parts: list[bytes] = []
    _encode(value, parts)
    return b"".join(parts)


def _encode(value: Value, parts: list[bytes]) -> None:
    if isinstance(value, int):
        parts.append(_head(_UNSIGNED, value))
    elif isinstance(value, str):
        text = value.encode()
        parts += (_head(_TEXT, len(text)), text)
    else:
        parts.append(_head(_LIST, len(value)))
        for item in value:
            _encode(item, parts)


def _head(kind: int, size: int) -> bytes:
    """Write a CBOR head in its shortest form."""
    if size < _IN_HEAD:
        return bytes((kind << 5 | size,))
    mark, width = next((mark, width) for mark, width in _WIDTHS.items() if size < 1 << 8 * width)
    return bytes((kind << 5 | mark,)) + size.to_bytes(width)
