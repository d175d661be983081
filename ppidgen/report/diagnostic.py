"""A fault told to a person: the finding joined with its page of the rulebook."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ppidgen.diagnostics import Finding, Severity, Span


@dataclass(frozen=True, slots=True)
class Place:
    """Another place that belongs to the fault, and what it is to it."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault in one language; every text in it is safe to print on one line."""

    code: str
    name: str
    severity: Severity
    span: Span
    message: str
    hint: str = ""
    citations: tuple[str, ...] = ()
    related: tuple[Place, ...] = ()
    finding: Finding | None = field(default=None, compare=False)

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order diagnostics by file, line, column, code and words."""
        return (self.span.path, self.span.line, self.span.column, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Waived:
    """A fault that an officer has accepted for a while: it is shown, it blocks nothing, it earns nothing."""

    diagnostic: Diagnostic
    reason: str
    until: date


@dataclass(frozen=True)
class Diagnostics:
    """All that one run has to tell, in the order of files and lines."""

    told: tuple[Diagnostic, ...] = ()
    waived: tuple[Waived, ...] = ()
    as_of: date | None = None
    language: str = "id"
    files: int = 0

    @cached_property
    def counts(self) -> Mapping[Severity, int]:
        """Count the faults of each severity, the gravest first; waived ones do not count."""
        counted = Counter(one.severity for one in self.told)
        return {severity: counted[severity] for severity in sorted(Severity, key=lambda s: -s.rank)}

    @property
    def worst(self) -> Severity | None:
        """Give the gravest severity that was told, None when nothing was."""
        return max((one.severity for one in self.told), key=lambda severity: severity.rank, default=None)

    def at_least(self, severity: Severity) -> bool:
        """Say whether anything as grave as `severity` was told."""
        return self.worst is not None and self.worst.rank >= severity.rank
