"""The last look before bytes: personal data in what is about to be published that no source was found to hold.

Registers and documents are read for personal data where they lie, but what is composed of them can say more: a number
is folded over two lines or escaped in YAML, a file's name becomes an address, two fields stand in one sentence, a
template adds a line. Nearly everything is let through by a scan of bytes that costs next to nothing; what it stops at
is read as a reader would.
"""

import io
import re
import zipfile
from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

from ppidgen.diagnostics import Finding, Span
from ppidgen.model.portal.registers import CONTENT
from ppidgen.model.portal.whole import Portal
from ppidgen.rules.places import composed
from ppidgen.source.broken_zip import BROKEN_ZIP
from ppidgen.source.personal.personal_data import Hit, Kind, personal_data
from ppidgen.source.personal.words import WORDS
from ppidgen.source.probe.opened import Opened
from ppidgen.source.undone import undone

# A number called an identity number that has not the form of one is told where it is written, and stops nothing.
LOOKED_FOR = frozenset({Kind.IDENTITY, Kind.FAMILY_CARD, Kind.TAX, Kind.PHONE, Kind.MAIL, Kind.ACCOUNT})

_ZEROS = bytes(ord("0") if chr(byte).isdecimal() else byte for byte in range(128)) + bytes(range(128, 256))
# What may part the digits of one number for the eye or in a packed text, "\\n" and its letter among it.
_GAPS = b" .-()*_`~\\nrt" + bytes(range(128, 256))
# The first bytes of digits and signs as wide as two letters, and of the digits of Arabic: a reader reads these as well.
_OTHERS = (b"\xef\xbc", b"\xd9", b"\xdb")
_FEWEST = b"0" * 9
# The keys of linked data begin with the sign that a mail address has in its middle.
_SIGN, _KEY = b"@", b'"@'
_PRIVATE_MAIL = re.compile(
    rb"@\s?(?:%s)" % b"|".join(sorted(name.encode() for name in WORDS["mail_providers"])), re.IGNORECASE
)
_BREAK = re.compile(r"\\[nrt]")
_TAG = re.compile(r"<[^<>]*>")
_MARKUP = (".xml", ".html", ".svg", ".rels")
_TEXTS = (*_MARKUP, ".json", ".csv", ".txt", ".js", ".css", ".yaml", ".webmanifest")
_PACKED = b"PK\x03\x04"
_MOST_UNPACKED = 256 << 20  # bytes: a sheet of a hundred thousand rows is a tenth of it
_PDF = b"%PDF-"


class Private(NamedTuple):
    """Personal data at an address that no source was found to hold, masked; `source` is the file behind, or ""."""

    address: str
    source: str
    kind: str
    shown: str


def in_page(packed: bytes, known: Container[str]) -> Iterator[Hit]:
    """Find personal data in a page, given as JSON, whose digest is not `known`."""
    if _may_hold(packed):
        yield from _found(undone(_BREAK.sub(" ", packed.decode())).text, known)


def in_file(path: str, raw: bytes, known: Container[str]) -> Iterator[Hit]:
    """Find personal data in a file that is no page: a text, a workbook or a PDF of ours."""
    if raw.startswith(_PACKED):
        for name, held in _unpacked(raw):
            yield from _in_text(name, held, known)
    elif raw.startswith(_PDF):
        yield from _in_pdf(raw, known)
    elif path.endswith(_TEXTS):
        yield from _in_text(path, raw, known)


def _in_text(path: str, raw: bytes, known: Container[str]) -> Iterator[Hit]:
    if _may_hold(raw):
        text = _BREAK.sub(" ", raw.decode("utf-8", "replace"))
        # What two tags part are two cells or two fields, never one number.
        yield from _found(_TAG.sub("\n", text) if path.endswith(_MARKUP) else text, known)


def _unpacked(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the texts of a workbook; what cannot be opened, as a theme may hold, says nothing to a reader either.

    An archive within is no text, and of each only so much is read: a theme may hold one made to burst.
    """
    with suppress(*BROKEN_ZIP), zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for name in archive.namelist():
            if name.endswith(_TEXTS):
                with archive.open(name) as file:
                    yield name, file.read(_MOST_UNPACKED)


def private_files(files: Iterable[tuple[str, bytes]], known: Container[str]) -> Iterator[Private]:
    """Find personal data in what lies beside pages, by paths in the site."""
    return (Private(f"/{path}", "", hit.kind, hit.shown) for path, raw in files for hit in in_file(path, raw, known))


def private_templates(files: Iterable[tuple[str, bytes]], folder: str, known: Container[str]) -> Iterator[Private]:
    """Find personal data in the files of a theme, which lies in `folder`."""
    places = ((f"{folder}/{path}", raw) for path, raw in files)
    return (Private(place, place, hit.kind, hit.shown) for place, raw in places for hit in in_file(place, raw, known))


def findings(private: Iterable[Private], portal: Portal) -> Iterator[Finding]:
    """Tell each once."""
    for one in dict.fromkeys(private):
        data = {"address": one.address, "kind": one.kind, "shown": one.shown}
        yield composed(Finding("PDP009", Span(one.source or CONTENT), data), portal)


def _in_pdf(raw: bytes, known: Container[str]) -> Iterator[Hit]:
    from ppidgen.source.probe.pdf import open_pdf  # noqa: PLC0415 - PDFium is loaded only where a PDF was made

    opened = Opened()
    open_pdf(raw, opened, lambda _raw, _name, _outer: None)
    for piece in opened.pieces:
        yield from _found(piece.text, known)


def _may_hold(raw: bytes) -> bool:
    has_mail = raw.count(_SIGN) > raw.count(_KEY) and _PRIVATE_MAIL.search(raw)
    is_foreign = any(first[0] in raw and first in raw for first in _OTHERS)  # one byte is found in no time
    return bool(has_mail) or is_foreign or _FEWEST in raw.translate(_ZEROS, _GAPS)


def _found(text: str, known: Container[str]) -> Iterator[Hit]:
    return (hit for hit in personal_data(text) if hit.kind in LOOKED_FOR and hit.digest not in known)
