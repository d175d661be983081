"""Lines mended so that reading can go on, and the way back from them to the lines as typed.

A mended line is only a way to find the faults behind the first one: whatever needed mending is an
error, and a file with an error is never published.
"""

from collections.abc import Callable
from itertools import takewhile
from typing import NamedTuple, Protocol, cast

from yaml.error import Mark as YamlMark
from yaml.events import Event

Events = Callable[[], Event | None]


class Mark(NamedTuple):
    """A place counted from 0, as YAML events carry it."""

    line: int
    column: int


class Marked(Protocol):
    """What both of PyYAML's loaders say of a place."""

    @property
    def line(self) -> int:
        """Give the line, counted from 0."""

    @property
    def column(self) -> int:
        """Give the column, counted from 0."""


class _Mend(NamedTuple):
    """What differs between a line as typed and as mended: `[start, end)` now, longer by `growth`."""

    start: int
    end: int
    growth: int
    length: int


class Repairs:
    """The lines of a text, some of them mended; their number never changes."""

    def __init__(self, typed: list[str]) -> None:
        self.typed = typed
        self.lines = list(typed)
        self._mends: dict[int, _Mend] = {}

    @property
    def text(self) -> str:
        """Give the mended text."""
        return "\n".join(self.lines)

    def replace(self, index: int, line: str) -> None:
        """Mend one line."""
        self.lines[index] = line
        typed = self.typed[index]
        start = _alike(typed, line)
        tail = min(_alike(typed[::-1], line[::-1]), len(typed) - start, len(line) - start)
        self._mends[index] = _Mend(start, len(line) - tail, len(line) - len(typed), len(typed))

    def column(self, line: int, column: int) -> int:
        """Give the column in the line as typed."""
        mend = self._mends.get(line)
        if mend is None or column <= mend.start:
            return column
        if column >= mend.end:
            return column - mend.growth
        return min(column, mend.end - mend.growth, mend.length)

    def events(self, source: Events) -> Events:
        """Give the same events at the places as typed."""
        return lambda: self._placed(source())

    def _placed(self, event: Event | None) -> Event | None:
        if event is not None and event.start_mark is not None and event.end_mark is not None:
            if self._moves(event.start_mark.line):
                event.start_mark = self._mark(event.start_mark)
            if self._moves(event.end_mark.line):
                event.end_mark = self._mark(event.end_mark)
        return event

    def _moves(self, line: int) -> bool:
        """Say whether a place on a line may be another as typed: on nearly all, however many events, it is not."""
        return line in self._mends or line >= len(self.typed)

    def _mark(self, mark: Marked) -> YamlMark:
        if mark.line >= len(self.typed):  # libyaml ends every text with a line feed, there or not
            return cast("YamlMark", Mark(len(self.typed) - 1, len(self.typed[-1])))
        return cast("YamlMark", Mark(mark.line, self.column(mark.line, mark.column)))


def _alike(one: str, other: str) -> int:
    """Give how many letters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
