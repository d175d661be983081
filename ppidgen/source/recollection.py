"""EDGE. What earlier runs read from each register file, kept beside the portal; safe to delete at any time.

A file is known again only while the system's own numbers for it are what they were when it was read. What
is kept is plain text and places; whoever takes it out checks it like any other input.
"""

import time
from collections.abc import Mapping
from pathlib import Path

from ppidgen import __version__
from ppidgen.source import sealed
from ppidgen.source.libraries import libraries
from ppidgen.source.tree import FileStat, SourceFile

_FORM = f"ppidgen-registers-2-{__version__} {libraries()}"
# A file changed within one tick of its file system's clock after it was read shows no trace of it.
_TICK_NS = 20_000_000

Kept = Mapping[str, object]


class Recollection:
    """The kept readings of one portal."""

    def __init__(self, place: Path, known: Mapping[str, object], *, is_fresh: bool) -> None:
        self._place = place
        self._known = known
        self._kept: dict[str, tuple[list[int], object]] = {}
        self._opened = time.time_ns()  # before any register is read
        self._is_changed = is_fresh

    def reading(self, file: SourceFile) -> object:
        """Give what was read from the file when it last looked like this, or None."""
        match self._known.get(file.path):
            case [list(numbers), kept] if numbers == _numbers(file.stat):
                self._kept[file.path] = (numbers, kept)
                return kept
        self._is_changed = True
        return None

    def keep(self, file: SourceFile, reading: object) -> None:
        """Remember what was read from the file."""
        self._is_changed = True
        self._kept[file.path] = (_numbers(file.stat), reading)

    def save(self) -> None:
        """Write what is to be known next time; where it cannot be written, the next run is slower and nothing else."""
        if not self._is_changed and len(self._kept) == len(self._known):
            return
        settled = {path: kept for path, kept in self._kept.items() if is_settled(FileStat(*kept[0]), self._opened)}
        sealed.keep(self._place, {"form": _FORM, "files": settled})


def recall(place: Path) -> Recollection:
    """Open what an earlier run kept; whatever is not ours is as good as nothing."""
    held = sealed.recalled(place)
    match held:
        case {"form": str(form), "files": dict(files)} if form == _FORM:
            return Recollection(place, files, is_fresh=False)
    return Recollection(place, {}, is_fresh=True)


def _numbers(stat: FileStat) -> list[int]:
    return [stat.size, stat.mtime_ns, stat.ctime_ns, stat.inode]


def is_settled(stat: FileStat, moment_ns: int) -> bool:
    """Say whether a file that looked like this at a moment cannot have changed since without a trace."""
    return max(stat.mtime_ns, stat.ctime_ns) < moment_ns - _TICK_NS
