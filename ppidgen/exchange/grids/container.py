"""The outside of an office file looked over before anyone opens it: how much it unpacks to, and what it declares."""

import re
import zipfile
from io import BytesIO

from ppidgen.exchange.grids.grid import Unreadable
from ppidgen.source.broken_zip import BROKEN_ZIP

MOST_MEMBERS = 500
MOST_UNPACKED = 50_000_000
MOST_RATIO = 100
_SMALL = 100_000  # a small sheet of equal cells packs better than any ratio, and harms nobody
_BLOCK = 1 << 16
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCTYPE = re.compile(rb"<\s*!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDE_DOCTYPE = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E\0?", re.IGNORECASE)


def check_container(raw: bytes) -> None:
    """Refuse an office file that unpacks to too much or declares entities; raises Unreadable."""
    if raw.startswith(_OLE):
        return
    if not raw.startswith(_ZIP):
        raise Unreadable("not-office")
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            _check_members(archive, len(raw))
    except BROKEN_ZIP:
        raise Unreadable("broken-office") from None


def _check_members(archive: zipfile.ZipFile, packed: int) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise Unreadable("zip-bomb")
    unpacked = 0
    for member in members:
        if member.flag_bits & 1:
            raise Unreadable("encrypted")
        with archive.open(member) as stream:
            tail = b""
            while block := stream.read(_BLOCK):
                unpacked += len(block)
                # Counted, not believed: the sizes a container declares are its author's.
                if unpacked > MOST_UNPACKED or unpacked > max(packed * MOST_RATIO, _SMALL):
                    raise Unreadable("zip-bomb")
                if _DOCTYPE.search(tail + block) or _WIDE_DOCTYPE.search(tail + block):
                    raise Unreadable("doctype")
                tail = block[-32:]
