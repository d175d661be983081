"""EDGE. A file of the officer read into grids, whatever its kind."""

from pathlib import Path

from ppidgen.exchange.grids.delimited import read_delimited
from ppidgen.exchange.grids.grid import Grid, Unreadable
from ppidgen.exchange.grids.office import read_office
from ppidgen.machine.faults import reason_of

LARGEST = 50_000_000
OFFICE = frozenset({".xlsx", ".xls", ".ods", ".xlsm", ".xlsb"})
TEXT = frozenset({".csv", ".tsv", ".txt"})


def read_grids(path: Path) -> tuple[Grid, ...]:
    """Read all sheets of the file at `path`; raises Unreadable with the reason."""
    ending = path.suffix.lower()
    if ending not in OFFICE | TEXT:
        raise Unreadable("unknown-ending", {"ending": ending or path.name})
    try:
        if not path.is_file():
            raise Unreadable("missing")
        if path.stat().st_size > LARGEST:
            raise Unreadable("too-large", {"limit": str(LARGEST // 1_000_000)})
        raw = path.read_bytes()
    except OSError as error:
        raise Unreadable("refused", {"why": reason_of(error)}) from error
    if not raw.strip():
        raise Unreadable("empty")
    return read_office(path.name, raw) if ending in OFFICE else (read_delimited(path.name, raw),)
