"""What a process that goes on remembers of its last reading, so that a save costs little more than what was saved.

Nothing of it is ever written. A file is known again only while the system's own numbers for it are what they were, as
by the memory that is kept beside the portal (`source.register_cache`).
"""

from dataclasses import dataclass

from ppidgen.diagnostics import Finding
from ppidgen.model.portal.binding import Bound
from ppidgen.model.portal.sheet import Sheet
from ppidgen.source.caches.register_cache import is_settled
from ppidgen.source.tree import FileStat, SourceFile


@dataclass(frozen=True, slots=True)
class Reading:
    """What one register file says, its records, and what was found in it.

    `said` changes with what it says but for the long texts of DIP entries.
    """

    sheet: Sheet
    bound: Bound
    findings: tuple[Finding, ...]
    said: str


class Readings:
    """The readings of one portal, by path; records that nobody touched stay the same objects from save to save."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[FileStat, frozenset[str], Reading]] = {}
        self._kept = self._known
        self._moment_ns = 0

    def begin(self, moment_ns: int) -> bool:
        """Begin to read at a moment, and forget what the last reading did not ask for; say whether anything is known.

        A file that was touched just before is not believed next time: a change that follows at once leaves no trace.
        """
        self._known, self._kept, self._moment_ns = self._kept, {}, moment_ns
        return bool(self._known)

    def of(self, file: SourceFile, units: frozenset[str]) -> Reading | None:
        """Give what was read from the file when it looked like this and the units were these, or None."""
        known = self._known.get(file.path)
        if known is None or known[0] != file.stat or known[1] != units:
            return None
        self._kept[file.path] = known
        return known[2]

    def keep(self, file: SourceFile, units: frozenset[str], reading: Reading) -> None:
        """Remember what was read from the file."""
        if is_settled(file.stat, self._moment_ns):
            self._kept[file.path] = (file.stat, units, reading)
