"""Markdown as its reader sees a number in it: marks, link targets and comments gone, entities and escapes resolved.

This is no rendering: it only undoes what may stand between two digits, or in the place of one.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

_ENTITY = "&(?:#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})|[A-Za-z][A-Za-z0-9]{1,31});"
# Tags and comments, the target of a link, brackets, entities, escapes, and a line that goes on in the next one.
# A target that is itself written with entities stays: what they hide in it is read by whoever follows the link.
_TOKEN = re.compile(
    rf"(?P<none><[^<>]{{0,200}}>|\]\((?![^()\n]{{0,500}}{_ENTITY})[^()\n]{{0,500}}\)|[\[\]]|\\(?=[^\w\s]))"
    rf"|(?P<entity>{_ENTITY})|(?P<space>[ \t]{{0,9}}\n[ \t]{{0,40}})"
)
# What begins with one set of characters is searched for four times as fast as alternatives that begin with several.
_MAY_CHANGE = re.compile(
    r"[0-9)>&](?:(?<=[0-9])(?:[\]<\\]|[ \t]{0,3}\n[ \t]{0,20}[0-9])|(?<=[)>])[0-9]"
    r"|(?<=&)(?:#|[A-Za-z][A-Za-z0-9]{1,31};))"
)


@dataclass(frozen=True, slots=True)
class Undone:
    """A text as it is seen, and where its stretches began: there, and in the text as it was written."""

    text: str
    seen_at: Sequence[int]
    written_at: Sequence[int]

    def place(self, at: int) -> int:
        """Say where a character that is seen began in the text as it was written."""
        stretch = bisect_right(self.seen_at, at) - 1
        return self.written_at[stretch] + at - self.seen_at[stretch]


def may_say_more(text: str) -> bool:
    """Tell whether a number can stand in the text otherwise than it is written; nearly always not."""
    return _MAY_CHANGE.search(text) is not None


def undone(text: str) -> Undone:
    """Undo what Markdown undoes around digits."""
    seen: list[str] = []
    written_at: list[int] = []
    last = 0
    for token in _TOKEN.finditer(text):
        seen.append(text[last : token.start()])
        written_at.append(last)
        last = token.end()
        if token["none"] is None:
            seen.append(" " if token["space"] is not None else html.unescape(token[0])[:1])
            written_at.append(token.start())
    seen.append(text[last:])
    written_at.append(last)
    return Undone("".join(seen), [0, *accumulate(map(len, seen[:-1]))], written_at)
