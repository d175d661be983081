"""EDGE. Plain values kept beside a portal, each on a line under a checksum of its own: one that was damaged is none.

The checksum stands against damage alone: who can write the values can write it too. A digest of what is read of ten
thousand entries took as long as binding a thousand of them. Line by line, since to read 38 MB as one value took twice
the memory and twice the time: every page of memory that is new costs a process two microseconds.
"""

import os
import zlib
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path

import orjson

from ppidgen.source.files import never_linked

SUM = 8  # hexadecimal digits before the rest
_BUFFER = 1 << 18


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


def keep(place: Path, *values: object) -> None:
    """Keep values for the next run."""
    keep_each(place, values)


def keep_each(place: Path, values: Iterable[object]) -> None:
    """Keep values for the next run, each as it comes; where they cannot be written, that run is slower and no more."""
    new = place.with_name(f"{place.name}.new")
    try:
        place.parent.mkdir(exist_ok=True)
        with open(new, "wb", opener=never_linked) as file:
            for value in values:
                body = orjson.dumps(value)
                file.writelines((_checksum(body), body, b"\n"))
        os.replace(new, place)  # noqa: PTH105 - one step, also over an existing file on Windows
    except OSError:
        return


def _is_whole(line: bytes) -> bool:
    return line.endswith(b"\n") and line[:SUM] == _checksum(_body(line))


def _body(line: bytes) -> memoryview:
    return memoryview(line)[SUM:-1]


def _checksum(body: bytes | memoryview) -> bytes:
    return b"%08x" % zlib.crc32(body)
