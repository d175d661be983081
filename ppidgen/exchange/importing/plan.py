"""What an import is asked to do, what is there already, and what it will write."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ppidgen.exchange.importing.loss import ImportReport
from ppidgen.exchange.importing.proposals import USUAL_SCOPES
from ppidgen.model.elements.record import Record
from ppidgen.model.import_table import ColumnMap, ColumnTable, ImportWords
from ppidgen.model.language.words import Words
from ppidgen.model.law.duty import Scope
from ppidgen.model.law.whole import Law
from ppidgen.model.portal.binding import bind_file
from ppidgen.model.portal.registers import UNITS, Register
from ppidgen.model.records.unit import Unit


@dataclass(frozen=True, slots=True)
class Existing:
    """What the portal holds: ids by register name, digests of imported rows, its units.

    `remembered` are the digests of all rows that ever became an entry, as the history of imports lists them;
    `files` are the register's own files by path.
    """

    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    digests: frozenset[str] = frozenset()
    remembered: frozenset[str] = frozenset()
    units: tuple[Unit, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)

    def records(self, register: Register) -> Mapping[str, Record]:
        """Read the entries of the register whose files these are, by id; those that cannot be read are left out."""
        units = self.ids.get(UNITS.name, frozenset())
        bound = (bind_file(path, raw, register, units) for path, raw in self.files.items())
        return {record.id: record for one in bound for record in one.value.records}


@dataclass(frozen=True, slots=True)
class Request:
    """What to import to, and with what knowledge. `fixed` holds for every row and wins over its cells.

    With `again`, rows whose entries an officer has deleted become entries once more.
    """

    register: Register
    law: Law
    table: ColumnTable
    words: ImportWords
    sentences: Words
    existing: Existing = field(default_factory=Existing)
    mapping: ColumnMap | None = None
    fixed: Mapping[str, str] = field(default_factory=dict)
    scopes: frozenset[Scope] = USUAL_SCOPES
    again: bool = False


@dataclass(frozen=True, slots=True)
class Write:
    """One new file, by its path from the portal folder."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What the import found and would write; nothing is written until `apply`.

    `mapping_path` and `mapping_text` are the file that shows the officer which column went where ("" for none);
    `history` is the text of the history of imports, "" where it stays as it is.
    """

    report: ImportReport
    writes: tuple[Write, ...] = ()
    mapping_path: str = ""
    mapping_text: str = ""
    history: str = ""
