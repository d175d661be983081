"""What word processors and web pages paste instead of a space: it looks like one, or like nothing."""

import re

from ppidgen.source.register_text.letters import HARD_SPACE, ZERO_WIDTH, number_of
from ppidgen.source.register_text.notes import Notes, quote
from ppidgen.source.register_text.repairs import Repairs

_BLANK = f"(?:[ ]|{HARD_SPACE.pattern}|{ZERO_WIDTH.pattern})"
_ODD = re.compile(f"{HARD_SPACE.pattern}|{ZERO_WIDTH.pattern}")
# Indentation, dashes, key and colon, each with whatever looks like a space around it.
_BEFORE_VALUE = re.compile(
    rf"{_BLANK}*(?:-{_BLANK}+)*(?:[A-Za-z_](?:[\w-]|{ZERO_WIDTH.pattern})*{_BLANK}*:(?:{_BLANK}+|$))?",
)


def tell_false_spaces(notes: Notes, repairs: Repairs) -> None:
    """Tell what looks like a space and is none; mend it before values, where a space has a meaning."""
    for index, line in enumerate(notes.lines):
        if _ODD.search(line) is None:
            continue
        before = _BEFORE_VALUE.match(line)
        split = before.end() if before else 0
        if found := _ODD.search(line, 0, split):
            _tell(notes, "SUM011", index, found)
            repairs.replace(index, _true_spaces(line[:split]) + line[split:])
        if found := ZERO_WIDTH.search(line, split):
            _tell(notes, "SUM035", index, found)
        elif found := HARD_SPACE.search(line, split):
            _tell(notes, "SUM036", index, found)


def has_false_spaces(text: str) -> bool:
    """Tell whether a text holds anything of the kind."""
    return not text.isascii() and _ODD.search(text) is not None


def _tell(notes: Notes, code: str, index: int, found: re.Match[str]) -> None:
    if notes.skips(code):
        return
    fixed = quote(_true_spaces(notes.lines[index]))
    notes.tell(code, notes.place(index, found.start()), letter=number_of(found[0]), fixed=fixed)


def _true_spaces(text: str) -> str:
    return HARD_SPACE.sub(" ", ZERO_WIDTH.sub("", text))
