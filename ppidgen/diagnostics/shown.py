"""How a value that somebody wrote may be quoted in a message: short, on one line, no identity number in full."""

import re
from functools import lru_cache

from ppidgen.diagnostics.span import Span

LONGEST = 80
LONGEST_PATH = 240
FEWEST_DIGITS = 9
MASK = "\u2022"
# Runners of GitHub and Azure obey these two beginnings wherever they stand in a line of their log.
_COMMAND = re.compile(r"##(?=\[|vso\[)", re.IGNORECASE)
_HARMLESS = "#\uff03"  # as long, so that columns stay put
# GitHub obeys two colons that begin a line, white space before them or not.
_ORDER = re.compile(r"^([^\S\n]*:):", re.MULTILINE)
_UNORDERED = "\\1\uff1a"
# All that moves a cursor, ends a line unseen or turns the direction of reading; a line may end as tables' lines do.
_STEERING = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\r(?!\n)")
_COLOUR = re.compile(r"(\x1b\[[0-9;]*m)")
_KEPT_IN_FRONT = 4
_KEPT_AT_END = 2

# What people put between the digits of one number; the invisible ones are how a number slips past a search.
_GAP = r"[ .\-()\u00a0\u00ad\u200b-\u200f\u2060\ufeff]{0,3}"
_LONG_NUMBER = re.compile(rf"\d(?:{_GAP}\d){{{FEWEST_DIGITS - 1},}}")
# Whoever reads the private half of a pair of keys of age opens what applicants sealed.
_SECRET_KEY = re.compile(r"(AGE-SECRET-KEY-1)(\w+)", re.IGNORECASE)
# File names carry days and years ("lkpd-2024-20240131"); those are no identity numbers.
_DAYS = re.compile(r"(?:19|20)\d\d(?:[01]\d[0-3]\d)?(?:[ .\-/]+(?:\d\d?|(?:19|20)\d\d(?:[01]\d[0-3]\d)?))+\Z")
# An amount of money as offices write it, in thousands behind "Rp"; no one writes an identity number so.
_RUPIAH = re.compile(r"Rp\.? ?\Z", re.IGNORECASE)
_AMOUNT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,4}")


def masked(text: str) -> str:
    """Give the text with the middle of every long number and all of a secret key covered, so that columns stay put."""
    return _LONG_NUMBER.sub(_cover, _SECRET_KEY.sub(lambda found: found[1] + MASK * len(found[2]), text))


def covered(text: str, datum: str) -> str:
    """Cover in a text all that looks like a masked datum ("B••• S••••••"), letter for letter."""
    alike = "".join(r"\S" if letter == MASK else re.escape(letter) for letter in datum)
    return re.sub(alike, lambda _: datum, text)  # put in as it is: an officer may have written it, with a backslash


def shown(value: object, longest: int = LONGEST) -> str:
    """Give a value as a message may quote it: masked, one line, nothing that a terminal would obey, cut when long.

    Lists and mappings have no short form and give nothing.
    """
    written = str(value) if isinstance(value, str | int | float) else ""
    return _quoted(written[: longest * 8], longest)


@lru_cache(maxsize=256)  # a path and a title are quoted in each finding of a record, and those are told together
def _quoted(written: str, longest: int) -> str:
    text = _disarmed(masked(written))
    if not text.isprintable():
        text = "".join(c if c.isprintable() else _escape(c) for c in text)
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "\u2026"


def place(span: Span) -> str:
    """Say where something stands; a path is a value too, and may hold anything."""
    path = shown(span.path, LONGEST_PATH)
    return f"{path}:{span.line}:{span.column}" if span.line else path


@lru_cache(maxsize=16)  # a hundred faults may stand on one line of half a million characters
def shown_line(line: str) -> str:
    """Give a line of a source file for display, character for character, so that a caret below it still fits."""
    text = line.rstrip("\r\n")
    return "".join(c if c.isprintable() else " " if c in "\t\u00a0" else "\ufffd" for c in _disarmed(masked(text)))


def for_log(text: str, *, colour: bool = False) -> str:
    """Give a whole output as a terminal or the log of a runner may have it: nothing in it is obeyed.

    With `colour` the codes of colours stay, for a person's terminal.
    """
    if "::" not in text and text.replace("\n", "").isprintable():  # nearly all there is, known in a tenth of the time
        return _disarmed(text)
    parts = _COLOUR.split(text) if colour else [text]
    safe = "".join(part if colour and at % 2 else _STEERING.sub("\ufffd", part) for at, part in enumerate(parts))
    return _ORDER.sub(_UNORDERED, _disarmed(safe))


def _disarmed(text: str) -> str:
    return _COMMAND.sub(_HARMLESS, text)


def _cover(found: re.Match[str]) -> str:
    number = found[0]
    if _DAYS.match(number) or _is_amount(found):
        return number
    digits = sum(c.isdigit() for c in number)
    covered: list[str] = []
    seen = 0
    for c in number:
        seen += c.isdigit()
        middle = _KEPT_IN_FRONT < seen <= digits - _KEPT_AT_END
        covered.append(MASK if middle and c.isdigit() else c)
    return "".join(covered)


def _is_amount(found: re.Match[str]) -> bool:
    before = found.string[max(0, found.start() - 4) : found.start()]
    return _AMOUNT.fullmatch(found[0]) is not None and _RUPIAH.search(before) is not None


def _escape(character: str) -> str:
    # In braces, so that the code can never run into a digit that follows it.
    return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character) or f"\\u{{{ord(character):x}}}"
