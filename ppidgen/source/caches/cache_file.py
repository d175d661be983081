"""EDGE. Plain values kept beside a portal, each on a line under a checksum of its own: one that was damaged is none.

The checksum stands against damage alone: who can write the values can write it too. A digest of what is read of ten
thousand entries took as long as binding a thousand of them. Line by line, since to read 38 MB as one value took twice
the memory and twice the time: every page of memory that is new costs a process two microseconds.
"""

import os
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO

import orjson

from ppidgen.machine.passed_over import pass_over
from ppidgen.source.files import never_linked

CACHE = ".ppidgen"  # the folder in a portal's own that holds all of them
SUM = 8  # hexadecimal digits before the rest
_BUFFER = 1 << 18
_OWN_MODE = 0o700
_UNFINISHED = "*.new"
_HOUR = 3600.0  # no run keeps anything for as long


def recalled(place: Path) -> object:
    """Give the value that was kept; None where there is nothing, or nothing whole."""
    return next(recalled_each(place), None)


def recalled_each(place: Path) -> Iterator[object]:
    """Give the values that were kept one by one, up to the first that was damaged."""
    try:
        with open(place, "rb", buffering=_BUFFER, opener=never_linked) as file:
            for line in takewhile(_is_whole, file):
                yield orjson.loads(_body(line))
    except (OSError, ValueError):
        return


def make_folder(folder: Path) -> None:
    """Make the folder of caches: git passes over it and nobody else reads it, for fields that no page has stand in it.

    Raises OSError where it cannot be made.
    """
    folder.mkdir(_OWN_MODE, exist_ok=True)
    pass_over(str(folder))


def keep(place: Path, value: object) -> None:
    """Keep a value for the next run; where it cannot be written, that run is slower and nothing else."""
    keeping = Keeping(place)
    keeping.add(value)
    keeping.finish()


class Keeping:
    """Values that are kept one by one as they come; the next run finds them once all are there."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._new = place.with_name(f"{place.name}.{os.getpid()}.new")  # two runs at once would mix what they keep
        self._file: BinaryIO | None = None
        self._is_lost = False

    def add(self, value: object) -> None:
        """Write one value."""
        body = orjson.dumps(value)
        self._try(lambda: self._opened().writelines((_checksum(body), body, b"\n")))

    def finish(self) -> None:
        """Put the values in the place of those that were kept before."""
        self._try(lambda: self._opened().close())
        self._try(lambda: self._new.replace(self._place))  # one step, also over an existing file on Windows
        self._file = None

    def close(self) -> None:
        """Let go of what was not finished, and leave nothing of it behind."""
        if self._file:
            with suppress(OSError):
                self._file.close()
                self._new.unlink()

    def _opened(self) -> BinaryIO:
        if self._file is None:
            make_folder(self._place.parent)
            _forget_unfinished(self._place.parent)
            self._file = open(self._new, "wb", opener=never_linked)  # noqa: SIM115 - `close` closes it
        return self._file

    def _try(self, step: Callable[[], object]) -> None:
        """Take a step; once one has failed there is nothing more to be done."""
        if not self._is_lost:
            try:
                step()
            except OSError:
                self._is_lost = True
                self.close()


def _forget_unfinished(folder: Path) -> None:
    """Delete what runs were keeping that were killed at it."""
    with suppress(OSError):
        for left in folder.glob(_UNFINISHED):
            if left.lstat().st_mtime < time.time() - _HOUR:
                left.unlink()


def _is_whole(line: bytes) -> bool:
    return line.endswith(b"\n") and line[:SUM] == _checksum(_body(line))


def _body(line: bytes) -> memoryview:
    return memoryview(line)[SUM:-1]


def _checksum(body: bytes | memoryview) -> bytes:
    return b"%08x" % zlib.crc32(body)
