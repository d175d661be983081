"""What a picture says of itself: the texts of its EXIF block, and whether it says where it was taken (pure)."""

import re
import struct
from collections.abc import Iterator

_EXIF_OF_JPEG = re.compile(rb"\xff\xe1..Exif\0\0", re.DOTALL)
_PLACE_IN_XMP = re.compile(rb"exif:GPS(?:Latitude|Longitude)\b")
_CHUNKS = {b"\x89PNG": b"eXIf", b"RIFF": b"EXIF"}
_TIFF = (b"II*\0", b"MM\0*")
_SEARCHED = 1 << 20
_ASCII, _GPS, _EXIF = 2, 0x8825, 0x8769
_MOST_TAGS = 500


def says_where(raw: bytes) -> bool:
    """Tell whether a picture holds the coordinates of the place where it was taken."""
    return bool(_PLACE_IN_XMP.search(raw[:_SEARCHED])) or any(tag == _GPS for tag, _ in _tags(raw))


def texts(raw: bytes) -> tuple[str, ...]:
    """Give the texts in the EXIF block of a picture: who took it, with what, of what."""
    return tuple(text for _, text in _tags(raw) if text)


def _tags(raw: bytes) -> Iterator[tuple[int, str]]:
    block = _block(raw)
    if block[:4] not in _TIFF:
        return
    order = "<" if block[:2] == b"II" else ">"
    try:
        waiting = [struct.unpack_from(f"{order}I", block, 4)[0]]
        seen: set[int] = set()
        while waiting:
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
    name = _CHUNKS.get(raw[:4])
    at = raw.find(name) if name else -1
    if at < 0:
        return b""
    start = at + (8 if name == b"EXIF" else 4)
    return raw[start:].removeprefix(b"Exif\0\0")
