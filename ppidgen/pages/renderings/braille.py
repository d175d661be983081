"""Text into a braille-ready file (BRF): six dots, uncontracted, in the ASCII that embossers and displays take.

Letters, digits and the common signs follow the Latin six-dot code that Indonesian braille uses as well, without
contractions; letters, numbers and capitals were compared by hand with the English tables of liblouis 3.24. A sign that
is not in the table is left out, never a wrong cell. No braille reader has proofread what this yields, and the portal
says so.
"""

import re
import textwrap
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

CELLS, LINES = 40, 25
_CAPITAL, _WORD, _NUMBER = ",", ",,", "#"
# Capitals in a row, as in "KTP-el", take one mark for all of them.
_SHOUTED = re.compile(r"(?<![A-Za-z])[A-Z]{2,}(?![A-Za-z])")
_DIGITS = dict(zip("1234567890", "ABCDEFGHIJ", strict=True))

# Dots of each sign, as the ASCII of a BRF file: "," is dot 2 ("1"), "." dots 2-5-6 ("4"), and so on.
SIGNS: Mapping[str, str] = MappingProxyType({
    ",": "1", ";": "2", ":": "3", ".": "4", "!": "6", "(": "7", ")": "7", "?": "8", "*": "99", "-": "-", "'": "'",
    "/": "/", '"': "8", "\u201c": "8", "\u201d": "0", "\u2018": "'", "\u2019": "'", "\u2013": "-", "\u2014": "--",
    "\u2026": "444", "%": "#J0", "@": "@", "+": '"6', "=": '"7', "&": "&",
})  # fmt: skip


def braille_of(text: str) -> str:
    """Give a text as pages of 25 lines with 40 cells, each page ended by a form feed.

    A paragraph begins in the third cell; the lines of a list begin in the first and run over into the third.
    A word longer than a line, as an address is, runs over after a stroke, or else after a hyphen.
    """
    lines = list(_lines(text))
    pages = ["\r\n".join(lines[start : start + LINES]) for start in range(0, len(lines), LINES)]
    return "".join(f"{page}\r\n\f" for page in pages)


def _lines(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        lines = paragraph.strip("\n").split("\n")
        first, next_ones = ("  ", "") if len(lines) == 1 else ("", "  ")
        for line in lines:
            words = " ".join(map(cells, line.split()))
            wrapped = textwrap.wrap(
                words,
                CELLS,
                initial_indent=first,
                subsequent_indent=next_ones,
                break_on_hyphens=False,
                break_long_words=False,
            )
            for wide in wrapped:
                yield from _run_over(wide, next_ones)


def _run_over(line: str, indent: str) -> Iterator[str]:
    # A number cut in two would go on as letters: after a stroke or a hyphen each number has its own mark again.
    while len(line) > CELLS:
        end = (line.rfind("/", 0, CELLS) + 1) or (line.rfind("-", 0, CELLS) + 1) or CELLS
        yield line[:end]
        line = indent + line[end:]
    yield line


def cells(word: str) -> str:
    """Give the cells of one word: "Pasal" is ",PASAL", "2024" is "#BJBD", "KTP-el" is ",,KTP-EL"."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
    shouted = {place: run.start() for run in _SHOUTED.finditer(plain) for place in range(run.start(), run.end())}
    found = ""
    counting = False
    for place, sign in enumerate(plain):
        if sign in _DIGITS:
            found += _DIGITS[sign] if counting else _NUMBER + _DIGITS[sign]
            counting = True
        elif counting and sign in ".," and plain[place + 1 : place + 2].isdigit():
            found += SIGNS[sign]
        else:
            found += _WORD if shouted.get(place) == place else ""
            found += _letter(sign, after_number=counting, capitals=place not in shouted)
            counting = False
    return found


def _letter(sign: str, *, after_number: bool, capitals: bool) -> str:
    if not ("a" <= sign.lower() <= "z"):
        return SIGNS.get(sign, "")
    # A small letter a to j right after a number would be read as a digit; dots 5-6 end the number.
    apart = ";" if after_number and sign.islower() and sign <= "j" else ""
    return apart + (_CAPITAL if capitals and sign.isupper() else "") + sign.upper()
