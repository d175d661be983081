"""What a PDF does by itself (in the child): the actions that ISO 32000-1, 12.6.4 names, found in its bytes.

PDFium tells of none without running it. Names may be written with `#` and two digits (7.3.5), objects may lie packed in
streams (7.5.7); in neither is anything overlooked. An address that a reader clicks is no action of the document.
"""

import re
import zlib
from collections.abc import Iterator, Mapping

_MOST_STREAMS = 2_000
_STREAM = 4 << 20
_MOST_TRIGGERS = 500
_LONGEST = 2_000  # bytes of an object that is an action
_SHUT = re.compile(rb"/Encrypt\s{0,4}(?:\d|<<)")
_OBJECTS = re.compile(rb"/(?:ObjStm|Metadata)\b[^>]{0,300}>>\s{0,4}stream\r?\n")
_ACTIVE = {
    "script": re.compile(rb"/JavaScript\b|/S\s{0,4}/JS\b|/JS\s{0,4}[(<\d]"),
    "launch": re.compile(rb"/S\s{0,4}/Launch\b"),
    "submit": re.compile(rb"/S\s{0,4}/SubmitForm\b"),
}
_ADDRESS = re.compile(rb"/S\s{0,4}/URI\b")
# What happens when the document or a page of it is opened or left, unasked.
_TRIGGER = re.compile(rb"/(?:OpenAction|AA)\b\s{0,4}(?:(\d{1,10})\s{1,4}\d{1,5}\s{1,4}R\b|(?=<<))")
_REFERENCE = re.compile(rb"(\d{1,10})\s{1,4}\d{1,5}\s{1,4}R\b")
_OBJECT = re.compile(rb"(?<![0-9])(\d{1,10})\s{1,4}\d{1,5}\s{1,4}obj\b")
_HEADER = re.compile(rb"\s{0,4}(?:\d{1,10}\s{1,4}\d{1,10}\s{1,4}){1,5000}")
_BRACKETS = re.compile(rb"<<|>>")
_DISGUISED = re.compile(rb"/[A-Za-z]{0,12}#[0-9a-fA-F]{2}[A-Za-z0-9#]{0,36}")
_ESCAPE = re.compile(rb"#([0-9a-fA-F]{2})")


def actions(raw: bytes) -> list[str]:
    """Name what a PDF does: words of the rulebook."""
    parts = [_undisguised(part) for part in (raw, *object_streams(raw))]
    found = [word for word, mark in _ACTIVE.items() if any(mark.search(part) for part in parts)]
    return found + ["address"] * _opens_address(parts)


def is_shut(raw: bytes) -> bool:
    """Say whether texts and streams are shut, as by an owner's password (7.6): any reader opens them, this does not."""
    return _SHUT.search(raw) is not None


def _undisguised(part: bytes) -> bytes:
    return _DISGUISED.sub(lambda name: _ESCAPE.sub(lambda sign: bytes([int(sign[1], 16)]), name[0]), part)


def object_streams(raw: bytes) -> Iterator[bytes]:
    """Give the packed objects and properties of a PDF, as far as they can be unpacked within bounds."""
    for number, start in enumerate(_OBJECTS.finditer(raw)):
        if number >= _MOST_STREAMS:
            return
        try:
            yield zlib.decompressobj().decompress(raw[start.end() : start.end() + _STREAM], _STREAM)
        except zlib.error:
            continue


def _opens_address(parts: list[bytes]) -> bool:
    """Say whether an address is opened unasked: by a trigger itself, or by an object that it refers to."""
    triggers = [(part, found) for part in parts for found in _TRIGGER.finditer(part)][:_MOST_TRIGGERS]
    if not triggers or not any(_ADDRESS.search(part) for part in parts):
        return False
    objects = dict(_placed(parts))
    for part, found in triggers:
        text = _object(objects, found[1]) if found[1] else _dictionary(part[found.end() : found.end() + _LONGEST])
        if any(_ADDRESS.search(one) for one in (text, *_referred(objects, text))):
            return True
    return False


def _referred(objects: Mapping[bytes, tuple[bytes, int]], text: bytes) -> Iterator[bytes]:
    return (_object(objects, one[1]) for one in _REFERENCE.finditer(text))


def _placed(parts: list[bytes]) -> Iterator[tuple[bytes, tuple[bytes, int]]]:
    """Give each object's number with the part that it lies in and where it begins there."""
    for one in _OBJECT.finditer(parts[0]):
        yield one[1], (parts[0], one.end())
    for part in parts[1:]:
        header = _HEADER.match(part)
        numbers = header[0].split() if header else []
        for number, offset in zip(numbers[::2], numbers[1::2], strict=False):
            yield number, (part, len(header[0] if header else b"") + int(offset))


def _object(objects: Mapping[bytes, tuple[bytes, int]], number: bytes) -> bytes:
    part, start = objects.get(number, (b"", 0))
    return _dictionary(part[start : start + _LONGEST])


def _dictionary(text: bytes) -> bytes:
    """Give a text up to where the dictionary ends that it begins with."""
    depth = 0
    for bracket in _BRACKETS.finditer(text):
        depth += 1 if bracket[0] == b"<<" else -1
        if depth <= 0:
            return text[: bracket.end()]
    return text
