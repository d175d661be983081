"""What YAML accepts without a word and nobody meant: cut comments, lost spaces, letters hidden in escapes."""

import re
from collections.abc import Iterator

from ppidgen.source.register_text.letters import FORBIDDEN, ZERO_WIDTH, number_of
from ppidgen.source.register_text.lines import in_quotes, is_comment, take_apart
from ppidgen.source.register_text.mistakes import tight_line
from ppidgen.source.register_text.nodes import Node, Place, Scalar, Sequence, Table
from ppidgen.source.register_text.notes import Notes, quote

_HASH = re.compile(r"[ \t]+#")
_ESCAPED = re.compile(f"{FORBIDDEN.pattern}|{ZERO_WIDTH.pattern}")


def look_again(notes: Notes, node: Node | None, spread: tuple[Scalar, ...]) -> None:
    """Tell what the parser could not know to be a mistake."""
    for scalar in spread:
        _tell_lost_spaces(notes, scalar)
    if isinstance(node, Scalar) and node.plain:
        _tell_lost_spaces(notes, node)
    if _may_be_cut(notes.text):
        for scalar in scalars(node):
            if scalar.plain:
                _tell_cut(notes, scalar)
    if "\\" in notes.text:
        for place, text in texts(node):
            if found := _ESCAPED.search(text):
                notes.tell("SUM032", place, letter=number_of(found[0]))


def _may_be_cut(text: str) -> bool:
    """Tell whether a `#` stands behind something on its line; in Markdown within a value it mostly stands first."""
    at = text.find("#")
    while at >= 0:
        if text[at - 1 : at] in {" ", "\t"} and text[text.rfind("\n", 0, at) + 1 : at].strip():
            return True
        at = text.find("#", at + 1)
    return False


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Give all values of a tree."""
    waiting = [] if node is None else [node]
    while waiting:
        match waiting.pop():
            case Scalar() as scalar:
                yield scalar
            case Sequence(items=items):
                waiting += items
            case Table(values=values):
                waiting += values.values()


def texts(node: Node | None) -> Iterator[tuple[Place, str]]:
    """Give all keys and values of a tree with their places."""
    waiting = [] if node is None else [node]
    while waiting:
        match waiting.pop():
            case Scalar(text=text, place=place):
                yield place, text
            case Sequence(items=items):
                waiting += items
            case Table(values=values, keys=keys):
                yield from ((place, key) for key, place in keys.items())
                waiting += values.values()


def _tell_lost_spaces(notes: Notes, scalar: Scalar) -> None:
    """Tell lines of a plain text that were meant as items or entries: `-satu`, `telepon:0812`."""
    first, last = scalar.place.line - notes.shift - 1, scalar.place.end_line - notes.shift
    for index in range(first, min(last, len(notes.lines))):
        line = notes.lines[index]
        text = line.lstrip(" ")
        if index == first and len(line) - len(text) != scalar.place.column - 1:
            continue
        start = len(line) - len(text)
        if (tight := tight_line(text)) and not notes.skips(tight.code):
            place = notes.place(index, start, len(line))
            notes.tell(tight.code, place, key=quote(tight.key), fixed=quote(tight.fixed))


def _tell_cut(notes: Notes, scalar: Scalar) -> None:
    """Tell a value that a `#` cuts short, unless it is written as a comment."""
    index = scalar.place.end_line - notes.shift - 1
    line = notes.lines[index] if index < len(notes.lines) else ""
    start = scalar.place.end_column - 1
    sign = _HASH.match(line, start)
    if sign is None or is_comment(line[start:]) or (not scalar.text and line[sign.end() :][:1] in {" ", ""}):
        return
    place = notes.place(index, sign.end() - 1, len(line.rstrip()))
    notes.tell("SUM010", place, key=quote(take_apart(line).key), text=quote(scalar.text), fixed=quote(in_quotes(line)))
