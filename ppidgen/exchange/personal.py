"""Identity numbers taken out of what is read; the report names the cell, never the number."""

import re
import unicodedata
from datetime import date

from ppidgen.diagnostics.shown import MASK
from ppidgen.model.import_table import ImportWords

# Province, regency and district; day of birth (41 to 71 for women), month, year; serial number.
_PROVINCES = "1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-6]"
_GAP = r"[ .\-]?"
_IDENTITY = re.compile(
    rf"(?<![\d.,/])(?P<area>(?:{_PROVINCES})(?:0[1-9]|[1-9]\d)(?:0[1-9]|[1-9]\d)){_GAP}"
    rf"(?P<day>0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?P<month>0[1-9]|1[0-2])(?P<year>\d\d){_GAP}"
    r"(?P<serial>\d{4})(?!\d|[.,]\d)"
)
_SIXTEEN = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){15}(?!\d)")
_NEAR = 40
_KEPT = 4
_WOMEN = 40


def without_identities(text: str, words: ImportWords) -> str:
    """Give the text with every identity number covered but for its first four digits."""
    if sum(character.isdigit() for character in text) < 16:  # noqa: PLR2004 - the length of an identity number
        return text
    plain = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text)
    label = re.compile(words.patterns.personal_label)
    spans = [found.span() for found in _IDENTITY.finditer(plain) if _is_real(found)]
    spans += [
        found.span()
        for found in _SIXTEEN.finditer(plain)
        if label.search(plain[max(0, found.start() - _NEAR) : found.start()].lower())
    ]
    for start, end in sorted(set(spans), reverse=True):
        text = text[: start + _KEPT] + MASK * 12 + text[end:]
    return text


def _is_real(found: re.Match[str]) -> bool:
    day = int(found["day"])
    day -= _WOMEN if day > _WOMEN else 0
    year, month = int(found["year"]), int(found["month"])
    return found["serial"] != "0000" and any(_exists(century + year, month, day) for century in (1900, 2000))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
