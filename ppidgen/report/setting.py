"""What a format needs besides the diagnostics: words, source lines, colour."""

from collections.abc import Callable
from dataclasses import dataclass

from ppidgen.diagnostics import Severity
from ppidgen.model.language.words import Words

SourceLine = Callable[[str, int], str | None]


def no_lines(_path: str, _line: int) -> None:
    """Know no source line at all."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a report is to be written; `line` gives a line of a source file, or None when it is not at hand.

    At a terminal, findings below the severity `least` are counted and not shown.
    """

    words: Words
    line: SourceLine = no_lines
    colour: bool = False
    version: str = ""
    most_of_a_code: int = 200
    least: Severity = Severity.ADVICE
