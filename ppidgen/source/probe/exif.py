"""What a picture or a film says of itself: the texts beside it, and whether it says where it was taken (pure)."""

import re
import struct
import zlib
from collections.abc import Iterator
from itertools import islice

_EXIF_OF_JPEG = re.compile(rb"\xff\xe1..Exif\0\0", re.DOTALL)
_EXIF_IN_BOXES = re.compile(rb"Exif\0\0(?=II\*\0|MM\0\*)")
_PLACE_IN_XMP = re.compile(rb"exif:GPS(?:Latitude|Longitude)\b")
_PLACE_IN_FILM = re.compile(rb"\xa9xyz.{4}[+-]\d\d|com\.apple\.quicktime\.location\.ISO6709", re.DOTALL)
_CHUNKS = {b"\x89PNG": b"eXIf", b"RIFF": b"EXIF"}
_COMMENT_OF_JPEG = b"\xff\xfe"
_GIF, _REMARK_OF_GIF = b"GIF", b"!\xfe"
_XMP, _END_OF_XMP = b"<x:xmpmeta", b"</x:xmpmeta>"
_JPEG, _PNG, _PNG_HEAD = b"\xff\xd8", b"\x89PNG", 8
_CHUNK_HEAD, _CHUNK_SUM = struct.Struct(">I4s"), 4
_TEXTS_OF_PNG = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_MOST_CHUNKS = 10_000
_TIFF = (b"II*\0", b"MM\0*")
_BOXES, _KIND_OF_BOXES = b"ftyp", slice(4, 8)  # of films, HEIC and AVIF, whose notes may stand anywhere
_SEARCHED = 1 << 20
_ASCII, _GPS, _EXIF = 2, 0x8825, 0x8769
_MOST_TAGS, _MOST_BLOCKS = 500, 32


def says_where(raw: bytes) -> bool:
    """Tell whether a picture or a film holds the coordinates of the place where it was taken."""
    if raw[_KIND_OF_BOXES] == _BOXES and _PLACE_IN_FILM.search(raw):
        return True
    return bool(_PLACE_IN_XMP.search(raw[:_SEARCHED])) or any(tag == _GPS for tag, _ in _tags(raw))


def texts(raw: bytes) -> tuple[str, ...]:
    """Give the texts that a picture carries: who took it, with what, of what."""
    return (*(text for _, text in _tags(raw) if text), *_beside(raw))


def _beside(raw: bytes) -> Iterator[str]:
    """Give the texts outside of the EXIF block: those of a PNG, the comments of a JPEG, and what XMP says."""
    if raw[:4] == _PNG:
        left = _SEARCHED
        for name, content in _chunks(raw):
            text = _said(name, content, left)
            left -= len(text)
            yield from filter(None, (text,))
    elif raw[:2] == _JPEG:
        yield from islice(_comments(raw), _MOST_TAGS)
    elif raw[:3] == _GIF:
        yield from islice(_remarks(raw), _MOST_TAGS)
    start = raw.find(_XMP, 0, _SEARCHED)
    end = raw.find(_END_OF_XMP, start, _SEARCHED)
    if 0 <= start < end:
        yield raw[start + len(_XMP) : end].decode("utf-8", "replace")


def _comments(raw: bytes) -> Iterator[str]:
    """Give the comments of a JPEG; what looks like one within another is none."""
    at = raw.find(_COMMENT_OF_JPEG, 0, _SEARCHED)
    while at >= 0:
        start = at + len(_COMMENT_OF_JPEG)
        end = start + max(2, int.from_bytes(raw[start : start + 2]))  # the length counts its own two bytes
        yield raw[start + 2 : end].decode("utf-8", "replace")
        at = raw.find(_COMMENT_OF_JPEG, end, _SEARCHED)


def _remarks(raw: bytes) -> Iterator[str]:
    """Give the remarks of a GIF whole: each is cut into pieces, behind a byte that says how long one is (GIF89a 24)."""
    at = raw.find(_REMARK_OF_GIF, 0, _SEARCHED)
    while at >= 0:
        at += len(_REMARK_OF_GIF)
        pieces = []
        while at < len(raw) and (length := raw[at]):
            pieces.append(raw[at + 1 : at + 1 + length])
            at += 1 + length
        yield b"".join(pieces).decode("utf-8", "replace")
        at = raw.find(_REMARK_OF_GIF, at, _SEARCHED)


def _chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give the chunks of a PNG that hold texts, by their names."""
    at = _PNG_HEAD
    for _ in range(_MOST_CHUNKS):
        start = at + _CHUNK_HEAD.size
        if start > len(raw):
            return
        length, name = _CHUNK_HEAD.unpack_from(raw, at)
        if name in _TEXTS_OF_PNG:
            yield name, raw[start : start + min(length, _SEARCHED)]
        at = start + length + _CHUNK_SUM


def _said(name: bytes, content: bytes, most: int) -> str:
    """Give the text of a chunk, which stands behind its key word (PNG, third edition, 11.3.3), up to so many bytes."""
    rest = content.partition(b"\0")[2]
    if name == b"tEXt":
        return rest[:most].decode("latin-1")
    if name == b"zTXt":
        return _unpacked(rest[1:], most).decode("latin-1")
    text = rest[2:].split(b"\0", 2)[-1]  # behind the language and the key word in it
    return (_unpacked(text, most) if rest[:1] == b"\1" else text[:most]).decode("utf-8", "replace")


def _unpacked(packed: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, most) if most > 0 else b""
    except zlib.error:
        return b""


def _tags(raw: bytes) -> Iterator[tuple[int, str]]:
    block = _block(raw)
    if block[:4] not in _TIFF:
        return
    order = "<" if block[:2] == b"II" else ">"
    try:
        waiting = [struct.unpack_from(f"{order}I", block, 4)[0]]
        seen: set[int] = set()
        while waiting and len(seen) < _MOST_BLOCKS:
            start = waiting.pop()
            if start in seen or start + 2 > len(block):
                continue
            seen.add(start)
            for at in range(min(struct.unpack_from(f"{order}H", block, start)[0], _MOST_TAGS)):
                tag, form, count, value = struct.unpack_from(f"{order}HHII", block, start + 2 + 12 * at)
                if tag == _EXIF:
                    waiting.append(value)
                yield tag, _text(block, start + 10 + 12 * at, count, value) if form == _ASCII else ""
    except struct.error:
        return


def _text(block: bytes, at: int, count: int, value: int) -> str:
    start = at if count <= 4 else value  # noqa: PLR2004 - four bytes stand in the tag itself
    return block[start : start + min(count, 10_000)].split(b"\0")[0].decode("utf-8", "replace").strip()


def _block(raw: bytes) -> bytes:
    """Give the EXIF block, which is a small TIFF file, from wherever the format keeps it."""
    if raw[:4] in _TIFF:
        return raw
    if found := _EXIF_OF_JPEG.search(raw, 0, _SEARCHED):
        return raw[found.end() : found.end() + 0x10000]
    if raw[_KIND_OF_BOXES] == _BOXES and (found := _EXIF_IN_BOXES.search(raw)):
        return raw[found.end() : found.end() + 0x10000]
    name = _CHUNKS.get(raw[:4])
    at = raw.find(name) if name else -1
    if at < 0:
        return b""
    start = at + (8 if name == b"EXIF" else 4)
    return raw[start:].removeprefix(b"Exif\0\0")
