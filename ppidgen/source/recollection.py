"""EDGE. What earlier runs read from each register file, kept beside the portal; safe to delete at any time.

A file is known again only while the system's own numbers for it are what they were when it was read. What
is kept is plain text and places; whoever takes it out checks it like any other input.

First stand the numbers of all files, then their readings in the same order, some to a line. They are taken out one
after the other, and none is held here once it was given: those of ten thousand files take 110 MB.
"""

import time
from collections.abc import Generator, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from ppidgen import __version__
from ppidgen.source import sealed
from ppidgen.source.libraries import libraries
from ppidgen.source.tree import FileStat, SourceFile

_FORM = f"ppidgen-registers-4-{__version__} {libraries()}"
# A file changed within one tick of its file system's clock after it was read shows no trace of it.
_TICK_NS = 20_000_000

# What changed since goes into a file of its own, up to this part of all: to write ten thousand readings for one takes
# a tenth of a second.
_NEWER, _PART = ".newer", 20
_TO_A_LINE = 25  # a hundred kilobytes, for which no memory has to be asked of the system again and again

Reading = tuple[str, object]
Readings = Generator[Reading, None, None]


class Recollection:
    """The kept readings of one portal; they are asked for in the order of its files.

    `known` are the numbers of the files whose `readings` follow one another (None: nothing was kept), `newer` the
    numbers and readings that were kept after those, and win over them.
    """

    def __init__(
        self,
        place: Path,
        known: Mapping[str, object] | None,
        readings: Readings,
        newer: Mapping[str, tuple[object, object]],
    ) -> None:
        self._place = place
        self._known = known or {}
        self._readings = readings
        self._newer = dict(newer)
        self._standing: list[str] = []
        self._opened = time.time_ns()  # before any register is read
        self._is_fresh = known is None
        self._is_changed = False

    def knows(self, file: SourceFile) -> bool:
        """Say whether an earlier run read the file when it last looked like this."""
        newer = self._newer.get(file.path)
        return (newer[0] if newer else self._known.get(file.path)) == _numbers(file.stat)

    def reading(self, file: SourceFile) -> object:
        """Give what was read from a file that is known; None where that was damaged."""
        newer = self._newer.get(file.path)
        found = newer[1] if newer else _taken(self._readings, file.path)
        if found is not None:
            self._standing.append(file.path)
        return found

    def keep(self, file: SourceFile, reading: object) -> None:
        """Remember what was read from the file."""
        self._is_changed = True
        self._standing.append(file.path)
        self._newer[file.path] = (_numbers(file.stat), reading)

    def save(self) -> None:
        """Write what is to be known next time; where it cannot be written, the next run is slower and nothing else."""
        self._readings.close()
        gone = (self._known.keys() | self._newer.keys()) - set(self._standing)
        if not (self._is_changed or self._is_fresh or gone):
            return
        newer = [path for path in self._standing if path in self._newer]
        if self._is_fresh or (len(newer) + len(gone)) * _PART > len(self._known):
            self._write(self._place, self._standing)
            newer = []
        self._write(_beside(self._place), newer)

    def _write(self, place: Path, paths: Iterable[str]) -> None:
        numbers = {path: self._newer[path][0] if path in self._newer else self._known[path] for path in paths}
        settled = {path: own for path, own in numbers.items() if _is_settled(own, self._opened)}
        sealed.keep_each(place, self._lines(settled))

    def _lines(self, numbers: Mapping[str, object]) -> Iterator[object]:
        """Give a head and the readings that belong to it; those of an earlier run come from their place again."""
        yield {"form": _FORM, "files": numbers}
        _, kept = _opened(self._place)
        readings = (self._newer[path][1] if path in self._newer else _taken(kept, path) for path in numbers)
        while line := [*islice(readings, _TO_A_LINE)]:
            yield line
        kept.close()


def recall(place: Path) -> Recollection:
    """Open what earlier runs kept; whatever is not ours is as good as nothing."""
    known, readings = _opened(place)
    numbers, newer = _opened(_beside(place))
    return Recollection(place, known, readings, {path: ((numbers or {})[path], kept) for path, kept in newer})


def _beside(place: Path) -> Path:
    return place.with_suffix(f"{_NEWER}{place.suffix}")


def _opened(place: Path) -> tuple[Mapping[str, object] | None, Readings]:
    """Give the numbers that stand at a place, and the readings of the same files as they are taken out."""
    lines = sealed.recalled_each(place)
    match next(lines, None):
        case {"form": str(form), "files": dict(files)} if form == _FORM:
            return files, _each(files, lines)
    return None, _each((), lines)


def _each(paths: Iterable[str], lines: Iterator[object]) -> Readings:
    readings = (reading for line in lines if isinstance(line, list) for reading in line)
    yield from zip(paths, readings, strict=False)


def _taken(readings: Iterator[Reading], path: str) -> object:
    """Take out the reading of a file, and pass over those before it."""
    return next((reading for name, reading in readings if name == path), None)


def _numbers(stat: FileStat) -> list[int]:
    return [stat.size, stat.mtime_ns, stat.ctime_ns, stat.inode]


def _is_settled(numbers: object, moment_ns: int) -> bool:
    return isinstance(numbers, list) and is_settled(FileStat(*numbers), moment_ns)


def is_settled(stat: FileStat, moment_ns: int) -> bool:
    """Say whether a file that looked like this at a moment cannot have changed since without a trace."""
    return max(stat.mtime_ns, stat.ctime_ns) < moment_ns - _TICK_NS
