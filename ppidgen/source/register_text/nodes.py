"""The tree that a register file holds: text at an address, before anyone has said what it means.

Every scalar stays text as it was typed ("no", "12:30", "0812", "1.10"); the field that receives it
decides its type. Lines and columns count from 1, end columns are exclusive. All are named tuples: a
portal has a million of them, and there is no cheaper frozen value.
"""

from collections.abc import Mapping
from typing import NamedTuple

from ppidgen.diagnostics import Span


class Place(NamedTuple):
    """A stretch of one file whose path is known from the context."""

    line: int
    column: int
    end_line: int
    end_column: int

    def in_file(self, path: str) -> Span:
        """Give the span of this place in the file at `path`."""
        return Span(path, self.line, self.column, self.end_line, self.end_column)


class Scalar(NamedTuple):
    """One value, as typed. `plain` is true when it stands without quotes and without `|` or `>`."""

    text: str
    place: Place
    plain: bool

    @property
    def is_empty(self) -> bool:
        """Treat an absent value, `''`, `~` and `null` alike."""
        return self.text == "" or (self.plain and self.text in {"~", "null", "Null", "NULL"})


class Sequence(NamedTuple):
    """A list of values."""

    items: tuple["Node", ...]
    place: Place


class Table(NamedTuple):
    """A mapping of keys to values, in the order of the file; each key keeps its own place."""

    values: Mapping[str, "Node"]
    keys: Mapping[str, Place]
    place: Place


Node = Scalar | Sequence | Table
