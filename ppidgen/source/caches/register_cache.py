"""EDGE. What earlier runs read from each register file, kept beside the portal; safe to delete at any time.

A file is known again only to the very program that read it, and while the system's own numbers for it are the same.
What is kept is plain text and places; whoever takes it out checks it like any other input.

One file lists the numbers, another holds the readings in the same order, some to a line. These are written as they come
and taken out one after the other, and none is held here longer: together those of ten thousand files take 65 MB.
"""

import time
from collections.abc import Generator, Mapping
from pathlib import Path

from ppidgen.source.caches import cache_file
from ppidgen.source.package_data import identity
from ppidgen.source.tree import FileStat, SourceFile

# A file changed within one tick of its file system's clock after it was read shows no trace of it.
_TICK_NS = 20_000_000

# What changed since goes into files of its own, up to this part of all: to write ten thousand readings for one takes
# a tenth of a second.
_NEWER, _PART = ".newer", 20
_READINGS = ".readings"
_TO_A_LINE = 25  # a hundred kilobytes, for which no memory has to be asked of the system again and again

# The path of a file, its numbers, and what was read from it.
Reading = tuple[str, object, object]
Readings = Generator[Reading, None, None]


class Recollection:
    """The kept readings of one portal; they are asked for in the order of its files.

    `known` are the numbers of the files whose `readings` follow one another (None: nothing was kept), `newer` are
    readings that were kept after those, and win over them.
    """

    def __init__(
        self, place: Path, known: Mapping[str, object] | None, readings: Readings, newer: Mapping[str, Reading]
    ) -> None:
        self._place = place
        self._known = known or {}
        self._readings = readings
        self._newer = dict(newer)
        self._standing: list[str] = []
        self._opened = time.time_ns()  # before any register is read
        self._all = _Writing(place, self._opened) if known is None else None
        self._is_changed = False

    def knows(self, file: SourceFile) -> bool:
        """Say whether an earlier run read the file when it last looked like this."""
        newer = self._newer.get(file.path)
        return (newer[1] if newer else self._known.get(file.path)) == _numbers(file.stat)

    def reading(self, file: SourceFile) -> object:
        """Give what was read from a file that is known; None where that was damaged."""
        found = self._newer.get(file.path) or _taken(self._readings, file.path)
        if found is None or found[1] != _numbers(file.stat):
            return None
        self._standing.append(file.path)
        return found[2]

    def keep(self, file: SourceFile, reading: object) -> None:
        """Remember what was read from the file."""
        kept = (file.path, _numbers(file.stat), reading)
        if self._all:
            self._all.add(kept)
            return
        self._is_changed = True
        self._standing.append(file.path)
        self._newer[file.path] = kept

    def save(self) -> None:
        """Let the next run know; where nothing can be written it is slower, and nothing else."""
        self._readings.close()
        newer = [self._newer[path] for path in self._standing if path in self._newer]
        gone = (self._known.keys() | self._newer.keys()) - set(self._standing)
        if self._all:
            self._all.finish()
        elif (len(newer) + len(gone)) * _PART > len(self._known):
            self._write_all()
            newer = []
        elif not self._is_changed and not gone:
            return
        changed = _Writing(_beside(self._place), self._opened)
        for one in newer:
            changed.add(one)
        changed.finish()

    def close(self) -> None:
        """Let go of the files; what was not saved is not known next time."""
        self._readings.close()
        if self._all:
            self._all.close()

    def _write_all(self) -> None:
        """Write what was kept before and is still so, which comes from its place again, with what is newer."""
        writing = _Writing(self._place, self._opened)
        _, before = _held(self._place)
        for path in self._standing:
            if found := self._newer.get(path) or _taken(before, path):
                writing.add(found)
        before.close()
        writing.finish()


class _Writing:
    """Readings on their way to a place; those of a file that was touched a moment ago stay out."""

    def __init__(self, place: Path, moment_ns: int) -> None:
        self._place = place
        self._moment_ns = moment_ns
        self._keeping = cache_file.Keeping(_readings_of(place))
        self._numbers: dict[str, object] = {}
        self._line: list[Reading] = []

    def add(self, reading: Reading) -> None:
        path, numbers, _ = reading
        if isinstance(numbers, list) and is_settled(FileStat(*numbers), self._moment_ns):
            self._numbers[path] = numbers
            self._line.append(reading)
            if len(self._line) == _TO_A_LINE:
                self._send()

    def finish(self) -> None:
        self._send()
        self._keeping.finish()
        cache_file.keep(self._place, {"program": identity(), "files": self._numbers})

    def close(self) -> None:
        self._keeping.close()

    def _send(self) -> None:
        self._keeping.add(self._line)
        self._line = []


def recall(place: Path) -> Recollection:
    """Open what earlier runs kept; whatever is not ours is as good as nothing."""
    known, readings = _held(place)
    listed, newer = _held(_beside(place))
    return Recollection(place, known, readings, {one[0]: one for one in newer} if listed else {})


def _beside(place: Path) -> Path:
    return place.with_suffix(f"{_NEWER}{place.suffix}")


def _readings_of(place: Path) -> Path:
    return place.with_suffix(f"{_READINGS}{place.suffix}")


def _held(place: Path) -> tuple[Mapping[str, object] | None, Readings]:
    """Give the numbers that are kept at a place, and the readings of the same files as they are taken out."""
    match cache_file.recalled(place):
        case {"program": str(program), "files": dict(files)} if program == identity():
            return files, _each(_readings_of(place))
    return None, _each(None)


def _each(place: Path | None) -> Readings:
    for line in cache_file.recalled_each(place) if place else ():
        for item in line if isinstance(line, list) else ():
            match item:
                case [str(path), numbers, reading]:
                    yield path, numbers, reading


def _taken(readings: Readings, path: str) -> Reading | None:
    """Take out the reading of a file, and pass over those before it."""
    return next((one for one in readings if one[0] == path), None)


def _numbers(stat: FileStat) -> list[int]:
    return [stat.size, stat.mtime_ns, stat.ctime_ns, stat.inode]


def is_settled(stat: FileStat, moment_ns: int) -> bool:
    """Say whether a file that looked like this at a moment cannot have changed since without a trace."""
    return max(stat.mtime_ns, stat.ctime_ns) < moment_ns - _TICK_NS
