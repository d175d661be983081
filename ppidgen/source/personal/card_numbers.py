"""Numbers on cards of a person that only the word before them tells from others: of BPJS, of a pupil, of a passport."""

import re
from collections.abc import Iterator

from ppidgen.source.personal.words import label_pattern

KINDS = ("insurance", "pupil", "passport")
# Another label in between says what the number is: "BPJS, telepon 0812...". So does an amount of money.
_OTHERS = ("identity", "family", "tax", "servant", "code", "phone", "account")
_MONEY = re.compile(r"rp[ .]{0,3}\Z")
_BEHIND = 40
_PARTED = r"(?:[ \-]?[0-9])"
_AFTER = r"(?![0-9]|[.,\-/][0-9])"
_NUMBERS = {
    "insurance": re.compile(rf"[0-9]{_PARTED}{{12}}{_AFTER}"),
    "pupil": re.compile(rf"[0-9]{_PARTED}{{9}}{_AFTER}"),
    "passport": re.compile(rf"(?<![a-z])[a-z][ \-]?[0-9]{{7}}{_AFTER}"),
}
_LONGEST = 30


def cards(text: str) -> Iterator[tuple[int, int]]:
    """Give where such numbers stand in a text, of which foreign signs were written plainly."""
    lower = text.lower() if len(text.lower()) == len(text) else text
    for label in label_pattern(KINDS).finditer(lower):
        start = label.end()
        near = lower[start : start + _BEHIND + _LONGEST]
        found = _NUMBERS[label.lastgroup or ""].search(near)
        between = near[: found.start()] if found else ""
        is_other = re.search(r"[0-9]", between) or _MONEY.search(between) or label_pattern(_OTHERS).search(between)
        if found and found.start() <= _BEHIND and not is_other:
            yield start + found.start(), start + found.end()
