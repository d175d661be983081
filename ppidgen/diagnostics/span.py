"""Where in a source file something stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one source file.

    `path` is relative to the portal folder, with forward slashes ("content/informasi/bpkad/lkpd-2024.yaml").
    Lines and columns count from 1; the end column is exclusive. Line 0 means the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        """Say the place as editors and terminals understand it."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path
