"""The last look before bytes: personal data in what is about to be published that no source was found to hold.

Registers and documents are read for personal data where they lie, but what is composed of them can say more: a number
is folded over two lines or escaped in YAML, a file's name becomes an address, two fields stand in one sentence. Nearly
everything is let through by a scan of bytes that costs next to nothing; what it stops at is read as a reader would.
"""

import re
from collections.abc import Container, Iterator

from ppidgen.source.personal_data import Hit, Kind, personal_data
from ppidgen.source.personal_words import WORDS
from ppidgen.source.undone import undone

# Kinds known by their own form: those that need a word beside them are looked for in the sources.
LOOKED_FOR = frozenset({Kind.IDENTITY, Kind.FAMILY_CARD, Kind.PHONE, Kind.MAIL})

_ZEROS = bytes(ord("0") if chr(byte).isdecimal() else byte for byte in range(128)) + bytes(range(128, 256))
# What may part the digits of one number for the eye or in a packed text, "\\n" and its letter among it.
_GAPS = b" .-()*_`~\\nrt" + bytes(range(128, 256))
# The first bytes of digits and signs as wide as two letters, and of the digits of Arabic: a reader reads these as well.
_OTHERS = (b"\xef\xbc", b"\xd9", b"\xdb")
_FEWEST, _FEWEST_IN_DATA = b"0" * 10, b"0" * 15
# The keys of linked data begin with the sign that a mail address has in its middle.
_SIGN, _KEY = b"@", b'"@'
_PRIVATE_MAIL = re.compile(
    rb"@\s?(?:%s)" % b"|".join(sorted(name.encode() for name in WORDS["mail_providers"])), re.IGNORECASE
)
_BREAK = re.compile(r"\\[nrt]")
# In tables of data a number stands alone; digits within a digest do not count.
_NUMBER = re.compile(rb"(?<![0-9A-Za-z])[0-9](?:[ .\-]?[0-9]){14,17}(?![0-9A-Za-z])")


def in_page(packed: bytes, known: Container[str]) -> Iterator[Hit]:
    """Find personal data in a page, given as JSON, whose digest is not `known`."""
    has_mail = packed.count(_SIGN) != packed.count(_KEY) and _PRIVATE_MAIL.search(packed)
    is_foreign = any(first in packed for first in _OTHERS)
    if has_mail or is_foreign or _FEWEST in packed.translate(_ZEROS, _GAPS):
        yield from _found(undone(_BREAK.sub(" ", packed.decode())).text, known)


def in_data(raw: bytes, known: Container[str]) -> Iterator[Hit]:
    """Find identity numbers in a file of data whose digest is not `known`."""
    if _FEWEST_IN_DATA in raw.translate(_ZEROS, b" .-"):
        for number in _NUMBER.finditer(raw):
            yield from _found(number[0].decode(), known)


def _found(text: str, known: Container[str]) -> Iterator[Hit]:
    return (hit for hit in personal_data(text) if hit.kind in LOOKED_FOR and hit.digest not in known)
