"""EDGE. Import: files of the officer read and planned; `apply` of `writing.py` then writes the plan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ppidgen.exchange.grids.files import read_grids
from ppidgen.exchange.grids.grid import Grid, Unreadable
from ppidgen.exchange.importing.loss import FileFault
from ppidgen.exchange.importing.mapping import read_map
from ppidgen.exchange.importing.plan import ImportPlan, Request
from ppidgen.exchange.importing.planning import IMPORTABLE, plan_import
from ppidgen.exchange.importing.proposals import USUAL_SCOPES
from ppidgen.exchange.importing.writing import read_existing
from ppidgen.exchange.tables import column_table, import_words, report_words
from ppidgen.machine.faults import reason_of
from ppidgen.model.import_table import ColumnMap
from ppidgen.model.law.duty import Scope
from ppidgen.model.law.whole import Law
from ppidgen.model.portal.registers import Register

_LARGEST_MAP = 1_000_000


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the officer chose: a corrected map, values that hold for all rows; `scopes` are those of the body.

    `again` is as in Request.
    """

    mapping: ColumnMap | None = None
    fixed: Mapping[str, str] = field(default_factory=dict)
    scopes: frozenset[Scope] = USUAL_SCOPES
    language: str = "id"
    again: bool = False


def register_named(name: str) -> Register:
    """Give the register of this name that an import can write to; raises KeyError for any other."""
    return {register.name: register for register in IMPORTABLE}[name]


def fixable_keys(register: Register) -> tuple[str, ...]:
    """Give the keys that a column may fill or that may be fixed for all rows."""
    return tuple(column_table(register.name).columns)


def read_map_file(path: Path) -> ColumnMap:
    """Read the officer's mapping file; raises Unreadable with the reason."""
    try:
        raw = path.read_bytes()[:_LARGEST_MAP]
        return read_map(path.name, raw.decode("utf-8-sig"))
    except OSError as error:
        raise Unreadable("refused", {"why": reason_of(error)}) from error
    except UnicodeDecodeError:
        raise Unreadable("bad-map", {"line": "1"}) from None


def import_files(
    files: Iterable[Path],
    to: Register,
    root: Path,
    law: Law,
    options: ImportOptions | None = None,
) -> ImportPlan:
    """Read the files and plan what the portal at `root` would gain; nothing is written."""
    chosen = options or ImportOptions()
    words = import_words()
    request = Request(
        to, law, column_table(to.name), words, report_words(chosen.language), read_existing(root, words, to),
        chosen.mapping, chosen.fixed, chosen.scopes, chosen.again,
    )  # fmt: skip
    grids: list[Grid] = []
    faults: list[FileFault] = []
    for path in files:
        try:
            grids += read_grids(path)
        except Unreadable as fault:
            faults.append(FileFault(path.name, fault.reason, fault.data))
    return plan_import(grids, request, faults)
