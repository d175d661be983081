"""What an import did with every row, column and cell: nothing is dropped without a line here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ppidgen.exchange.importing.columns import Column


@dataclass(frozen=True, slots=True)
class CellNote:
    """A cell that was not understood, or not carried over as it is; `shown` is masked."""

    address: str
    head: str
    reason: str
    shown: str


@dataclass(frozen=True, slots=True)
class RowNote:
    """A row of the sheet (from 1) that became no entry of its own, and why."""

    line: int
    reason: str
    shown: str


@dataclass(frozen=True, slots=True)
class SheetReport:
    """One sheet: what was read and what became of it. `written` and `present` count entries.

    `removed` are rows that were imported before and whose entries an officer has deleted since; `edited` are rows of
    an export that differ from the entry as it stands, which is left so; `unseen` are rows that were read although the
    spreadsheet program hides them.
    """

    file: str
    sheet: str
    head_lines: tuple[int, int]
    columns: tuple[Column, ...]
    read: int
    written: int = 0
    present: int = 0
    rerouted: int = 0
    joined: int = 0
    repeated: int = 0
    removed: tuple[RowNote, ...] = ()
    edited: tuple[RowNote, ...] = ()
    skipped: tuple[RowNote, ...] = ()
    passed: tuple[RowNote, ...] = ()
    unseen: tuple[RowNote, ...] = ()
    cells: tuple[CellNote, ...] = ()
    personal_cells: int = 0


@dataclass(frozen=True, slots=True)
class FileFault:
    """A file or sheet that could not be read, or holds no table; `reason` names a sentence."""

    file: str
    reason: str
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The whole import. `proposed` counts, by key, the entries in which the program made a proposal."""

    register: str
    sheets: tuple[SheetReport, ...] = ()
    faults: tuple[FileFault, ...] = ()
    proposed: Mapping[str, int] = field(default_factory=dict)
    guessed_categories: int = 0
    new_units: tuple[str, ...] = ()

    @property
    def read(self) -> int:
        """Count the rows of all tables."""
        return sum(sheet.read for sheet in self.sheets)

    @property
    def written(self) -> int:
        """Count the entries to be written."""
        return sum(sheet.written for sheet in self.sheets)

    @property
    def present(self) -> int:
        """Count the rows that the portal has already."""
        return sum(sheet.present for sheet in self.sheets)

    @property
    def skipped(self) -> int:
        """Count the rows that became nothing."""
        return sum(len(sheet.skipped) for sheet in self.sheets)

    @property
    def share(self) -> float:
        """Say which part of the rows is in the portal after this import: 1.0 is all."""
        return (self.read - self.skipped) / self.read if self.read else 1.0
