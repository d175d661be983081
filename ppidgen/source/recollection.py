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

_FORM = f"ppidgen-registers-3-{__version__} {libraries()}"
# A file changed within one tick of its file system's clock after it was read shows no trace of it.
_TICK_NS = 20_000_000

# What changed since goes into a file of its own, up to this part of all: to write ten thousand readings for one takes
# a tenth of a second.
_NEWER, _PART = ".newer", 20

Kept = Mapping[str, object]


class Recollection:
    """The kept readings of one portal; `newer` are those that were kept after `known`, and win over them."""

    def __init__(self, place: Path, known: Kept, newer: Kept, *, is_fresh: bool) -> None:
        self._place = place
        self._known = known
        self._newer = newer
        self._kept: dict[str, tuple[list[int], object]] = {}
        self._opened = time.time_ns()  # before any register is read
        self._is_fresh = is_fresh
        self._is_changed = is_fresh

    def reading(self, file: SourceFile) -> object:
        """Give what was read from the file when it last looked like this, or None."""
        match self._newer.get(file.path) or self._known.get(file.path):
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
        gone = (self._known.keys() | self._newer.keys()) - self._kept.keys()
        if not self._is_changed and not gone:
            return
        newer = {path: kept for path, kept in self._kept.items() if not self._is_known(path, kept)}
        if self._is_fresh or (len(newer) + len(gone)) * _PART > len(self._known):
            self._write(self._place, self._kept)
            newer = {}
        self._write(_beside(self._place), newer)

    def _is_known(self, path: str, kept: tuple[list[int], object]) -> bool:
        match self._known.get(path):
            case [_, reading]:
                return reading is kept[1]
        return False

    def _write(self, place: Path, readings: Mapping[str, tuple[list[int], object]]) -> None:
        settled = {path: kept for path, kept in readings.items() if is_settled(FileStat(*kept[0]), self._opened)}
        sealed.keep(place, {"form": _FORM, "files": settled})


def recall(place: Path) -> Recollection:
    """Open what earlier runs kept; whatever is not ours is as good as nothing."""
    known, newer = _held(place), _held(_beside(place))
    return Recollection(place, known or {}, newer or {}, is_fresh=known is None)


def _beside(place: Path) -> Path:
    return place.with_suffix(f"{_NEWER}{place.suffix}")


def _held(place: Path) -> Kept | None:
    match sealed.recalled(place):
        case {"form": str(form), "files": dict(files)} if form == _FORM:
            return files
    return None


def _numbers(stat: FileStat) -> list[int]:
    return [stat.size, stat.mtime_ns, stat.ctime_ns, stat.inode]


def is_settled(stat: FileStat, moment_ns: int) -> bool:
    """Say whether a file that looked like this at a moment cannot have changed since without a trace."""
    return max(stat.mtime_ns, stat.ctime_ns) < moment_ns - _TICK_NS
