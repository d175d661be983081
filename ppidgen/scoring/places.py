"""Where the parts of a rubric were written, by the names of attributes."""

from dataclasses import dataclass

from ppidgen.diagnostics import Span
from ppidgen.model.elements.origin import Origin
from ppidgen.model.elements.record import keys_at
from ppidgen.model.rubrics.rubric import Rubric

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """A rubric and the text it was read from."""

    rubric: Rubric
    origin: Origin

    def at(self, path: Path) -> Span:
        """Give the span of the value at `path` (attribute names and list positions)."""
        return self.origin.at(*keys_at(self.rubric, path))

    def key(self, path: Path) -> Span:
        """Give the span of the last key of `path` itself."""
        return self.origin.key(*keys_at(self.rubric, path))
