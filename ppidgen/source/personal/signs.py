"""What a text must hold before personal data can stand in it.

A pass over the bytes of a text for each search rules out nearly every text, in a quarter of the time that the patterns
take and without loading them: without all that may part digits so many stand side by side, and what stands for the sign
of a mail address is written in one way.
"""

import re
from string import digits

FEWEST_DIGITS = 9
# A sign that stands in a web address by its number: "mailto:budi%40...", "wa.me/%2B62812...".
IN_ADDRESS = re.compile("%[2-7][0-9A-Fa-f]")

_AS_ZEROS = bytes(ord("0") if chr(byte) in digits else byte for byte in range(256))
_PARTING = b" .-()*_`~/|:,;>#\\\t\r\n" + bytes(range(128, 256))
_FEWEST = b"0" * FEWEST_DIGITS
_AS_SIGNS = bytes.maketrans(b"[{]}AT", b"(())at")
# What stands in each of their names: "spor" in that of a passport in both languages.
_CARDS = (b"bpjs", b"jkn", b"nisn", b"spor")
_SIGNS = (b"@", b"(at)")


def may_hold_personal_data(text: str) -> bool:
    """Say whether it is worth looking for any; signs of other scripts and of addresses may stand for digits."""
    if not text.isascii() or IN_ADDRESS.search(text):
        return True
    raw = text.encode()
    return may_hold_number(raw) or may_hold_mail(raw) or may_name_card(raw)


def may_hold_number(plain: bytes) -> bool:
    """Say whether a text whose foreign signs were written plainly may hold a number of a person."""
    return _FEWEST in plain.translate(_AS_ZEROS, _PARTING)


def may_hold_mail(plain: bytes) -> bool:
    """Say the same of a mail address."""
    bare = plain.translate(_AS_SIGNS, b" ")
    return any(sign in bare for sign in _SIGNS)


def may_name_card(plain: bytes) -> bool:
    """Say the same of a number that is one by the word before it alone, and may have few digits."""
    lower = plain.lower()
    return any(word in lower for word in _CARDS)
