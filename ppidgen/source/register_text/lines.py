"""The lines that officers write: indentation, dashes, a key, a value; and how a value is put into quotes."""

import re
from typing import NamedTuple

_SHAPE = re.compile(
    # What a key may hold is taken without looking back: of spaces without end every one was tried as the last.
    r"""[ ]*(?:-[ ]+)*
        (?:(?P<key>"[^"]*"[ ]*|'[^']*'[ ]*|[^\s:\#'"\[\]{},&*!|>%@`-][^:\#]*+):(?:[ ]+|$))?
        (?P<value>.*)$""",
    re.VERBOSE,
)
_CURLED = re.compile("[\u201c\u201d\u201e]([^\u201c\u201d\u201e]+)[\u201c\u201d]")
_COMMENT = re.compile(r"(?:[ ]{2,}|\t)#(?:[ ]|$)")


class Line(NamedTuple):
    """One line taken apart: `head` is all that stands before the value; `at` is where key or value begins."""

    head: str
    key: str
    value: str
    at: int

    @property
    def column(self) -> int:
        """Give the index at which the value begins."""
        return len(self.head)

    @property
    def indent(self) -> int:
        """Give how many spaces stand first."""
        return len(self.head) - len(self.head.lstrip(" "))

    @property
    def is_item(self) -> bool:
        """Tell whether the line begins an item of a list."""
        return self.head.lstrip(" ").startswith("- ")

    @property
    def is_blank(self) -> bool:
        """Tell whether the line holds nothing, or only a comment."""
        return not self.key and not self.is_item and (not self.value.strip() or self.value.startswith("#"))

    def with_value(self, value: str) -> str:
        """Give the line with another value."""
        return self.head + value


def take_apart(line: str) -> Line:
    """Split a line into what stands before its value, its key (may be empty) and its value."""
    shape = _SHAPE.match(line)
    if shape is None:
        return Line("", "", line, 0)
    start = shape.start("value")
    key = (shape["key"] or "").rstrip(" ")
    return Line(line[:start], key.strip("\"'"), line[start:], shape.start("key") if key else start)


def is_comment(after: str) -> bool:
    """Tell an honest comment: two spaces or a tab before the sign, and a space after it."""
    return _COMMENT.match(after) is not None


def as_quoted(text: str) -> str:
    """Put text into the quotes that change the least of it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def in_quotes(line: str) -> str:
    """Give the line with its value in quotes, for which those that a text program curled were meant."""
    parts = take_apart(line)
    value = parts.value.rstrip()
    curled = _CURLED.fullmatch(value)
    return parts.with_value(as_quoted(curled[1] if curled else value))
