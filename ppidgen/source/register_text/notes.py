"""The findings of one file while it is being read: each kept once, and bounded in number."""

from dataclasses import dataclass, field

from ppidgen.diagnostics import Finding, Related, Span
from ppidgen.diagnostics.tally import MOST_OF_ONE_CODE, Tally
from ppidgen.source.register_text.nodes import Place

LONGEST_QUOTE = 160


def quote(text: str) -> str:
    """Give a piece of the file as one line of a message can carry it."""
    one_line = " ".join("".join(c if c.isprintable() else " " for c in text[: LONGEST_QUOTE * 2]).split())
    return one_line if len(one_line) <= LONGEST_QUOTE else one_line[: LONGEST_QUOTE - 1] + "…"


@dataclass(slots=True)
class Notes:
    """What is found in `text`, which stands in the file at `path` below `shift` other lines."""

    path: str
    text: str
    shift: int = 0
    findings: list[Finding] = field(default_factory=list)
    _tally: Tally = field(default_factory=Tally)
    _seen: set[tuple[str, Span]] = field(default_factory=set)
    _lines: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """Give the lines of the text, split when first asked for: a file without faults never asks."""
        if not self._lines:
            self._lines = self.text.split("\n")
        return self._lines

    def place(self, index: int, start: int, end: int = 0) -> Place:
        """Give a place in the file from an index into the lines and into the letters of that line."""
        length = len(self.lines[index])
        start = min(start, length)
        end = min(max(end, start + 1), length)
        number = index + self.shift + 1
        return Place(number, start + 1, number, max(start, end) + 1)

    def line_at(self, place: Place) -> str:
        """Give the line on which a place of the file begins."""
        index = place.line - self.shift - 1
        return self.lines[index] if 0 <= index < len(self.lines) else ""

    def skips(self, code: str) -> bool:
        """Say whether there are findings enough of a code; one more is then counted and need not be worked out."""
        return self._tally.counts[code] >= MOST_OF_ONE_CODE and not self._tally.admits(code)

    def tell(self, code: str, place: Place, *related: Related, **data: str) -> None:
        """Keep a fault, unless it is known or a hundred like it are; data without a word is left out."""
        span = place.in_file(self.path)
        if (code, span) in self._seen:
            return
        self._seen.add((code, span))
        if not self._tally.admits(code):
            return
        self.findings.append(Finding(code, span, {name: text for name, text in data.items() if text}, related))

    def all(self) -> tuple[Finding, ...]:
        """Give what was found, and of which kinds there is more."""
        return (*self.findings, *self._tally.rest(self.findings))
