"""Numbers of a person that are parted by more than spaces: by ends of lines, cells, slashes, a box for each digit.

Each is written as one number, in as much space as it took, and is then read as any other. Slashes and ends of lines
part numbers from each other too: so a label has to stand before them, or they have to be an identity number.
"""

import re
from itertools import accumulate

from ppidgen.source.personal.identity_number import is_identity
from ppidgen.source.personal.words import label_pattern

# One digit to a box, as forms ask for it, where cells are parted by tabs or ends of lines.
_BOXES = re.compile(r"[0-9](?<![0-9][0-9])(?:[\t\n]{1,3}[0-9]){15}(?![0-9])")
MOBILE = re.compile(r"(?:0|62)8[1235789]\d{7,10}")
# As a telephone abroad is called from here: "0062 812...", "+62 (0)812...".
_DIALLED = re.compile(r"(?<![0-9.,/\-])00[ .\-]?62(?=[ .\-()]{0,3}8[1235789])|\+62[ .\-]?\(0\)[ .\-]?")
_UNSEEN = "\u2060"
_MOST_GROUPS = 16
_PARTED = re.compile(
    rf"(?<![0-9])[0-9]{{1,15}}+(?:[ .\-_/|:,;()>#\\\t\r\n]{{1,4}}+[0-9]{{1,15}}+){{1,{_MOST_GROUPS - 1}}}+"
)
_HARD = re.compile(r"[/|:,;>#\\\t\r\n]")
_DIGITS = re.compile(r"[0-9]+")
_NO_DIGIT = re.compile(r"[^0-9]")
_SLASHED = re.compile(r"(?<![0-9/])[0-9]{6}/[0-9]{6}/[0-9]{4}(?![0-9/])")
# A cell too narrow for its number: nothing else stands at the end of the one line and at the beginning of the other.
_WRAPPED = re.compile(r"(?<![^\s;|])[0-9]{4,14}+-?\r?\n[ \t]?[0-9]{2,12}+(?![^\s;|])")
_BEFORE = 40
_SHORTEST_LABEL = 2
_LABELS = ("identity", "family", "tax", "servant", "code", "phone", "account")
_BANKS = label_pattern(("bank",))
_DAY = re.compile(r"(?<![0-9])[0-3]?[0-9]/[01]?[0-9]/[0-9]{2,4}(?![0-9])")
_IDENTITY, _TAX = 16, frozenset({15, 16})
_ACCOUNT = range(10, 17)


def whole(text: str) -> str:
    """Give a text, of which foreign signs were written plainly, with such numbers in one piece."""
    text = _DIALLED.sub(lambda found: "+62".rjust(len(found[0])), text)
    text = _PARTED.sub(_labelled, text)
    if label_pattern(("identity",)).search(text.lower()):
        text = _WRAPPED.sub(_identity, text)
    return _SLASHED.sub(_identity, text)


def is_parted(text: str) -> bool:
    """Tell a text in which such a number stands."""
    return _BOXES.search(text) is not None or whole(text) != text


def unboxed(text: str) -> str:
    """Write a number of which each digit stands in a box of its own side by side, in as much space as it took."""
    return _BOXES.sub(lambda found: re.sub(r"\s", " ", found[0]), text)


def _identity(found: re.Match[str]) -> str:
    return _joined(found[0]) if is_identity(_NO_DIGIT.sub("", found[0])) else found[0]


def _labelled(found: re.Match[str]) -> str:
    """Write the groups of digits that are the number of which the label before them speaks."""
    held = found[0]
    if not _HARD.search(held):
        return held
    before = found.string[max(0, found.start() - _BEFORE) : found.start()].lower()
    words = _DIGITS.split(before)[-1]
    if len(words) < _SHORTEST_LABEL:
        return held
    label = next((one.lastgroup or "" for one in reversed([*label_pattern(_LABELS).finditer(words)])), "")
    groups = [*_DIGITS.finditer(held)]
    count = _count(label, words, held, [group[0] for group in groups])
    end = groups[count - 1].end() if count else 0
    return _joined(held[:end]) + held[end:]


def _count(label: str, words: str, held: str, groups: list[str]) -> int:
    """Count the first groups that are a number of the kind a label names; 0 where they are none."""
    if label == "account":
        is_one = not _DAY.search(held) and _BANKS.search(words) and sum(map(len, groups)) in _ACCOUNT
        return len(groups) if is_one and not re.search(r"[^/ .\-0-9]", held) else 0
    joined = accumulate(groups)
    return next((count for count, number in enumerate(joined, 1) if _is_of(label, number)), 0)


def _is_of(label: str, number: str) -> bool:
    match label:
        case "identity" | "family":
            return len(number) == _IDENTITY and is_identity(number)
        case "tax":
            return len(number) in _TAX
        case "phone":
            return MOBILE.fullmatch(number) is not None
    return False


def _joined(held: str) -> str:
    return _NO_DIGIT.sub(_UNSEEN, held)
