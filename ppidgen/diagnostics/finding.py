"""A fault as a fact: a code, a place and the data that a sentence about it needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from ppidgen.diagnostics.span import Span

NO_DATA: Mapping[str, str] = MappingProxyType({})


class Severity(StrEnum):
    """How grave a fault is; the words are those the officer reads."""

    ERROR = "galat"
    SHORTFALL = "kekurangan"
    ADVICE = "catatan"

    @property
    def rank(self) -> int:
        """Give 0 for advice, 1 for a shortfall, 2 for an error."""
        return (Severity.ADVICE, Severity.SHORTFALL, Severity.ERROR).index(self)


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to the same fault, named by a word of the rulebook page."""

    span: Span
    role: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: `code` names its page in the rulebook, `data` fills the page's sentences."""

    code: str
    span: Span
    data: Mapping[str, str] = field(default_factory=lambda: NO_DATA)
    related: tuple[Related, ...] = ()

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Order findings by file, line, column and code."""
        return (self.span.path, self.span.line, self.span.column, self.code)
