"""EDGE. Plain values kept beside a portal under a checksum of their own: a file that was damaged is as good as none.

The checksum stands against damage alone: who can write the values can write it too. A digest of what is read of ten
thousand entries took as long as binding a thousand of them.
"""

import os
import zlib
from pathlib import Path

import orjson

from ppidgen.source.files import never_linked

SUM = 8  # hexadecimal digits before the rest


def recalled(place: Path) -> object:
    """Give what was kept; None where there is nothing, or nothing whole."""
    try:
        with open(place, "rb", buffering=0, opener=never_linked) as file:  # a buffer would copy all of it once more
            checksum, body = file.read(SUM), file.readall()
        return orjson.loads(body) if checksum == _checksum(body) else None
    except (OSError, ValueError):
        return None


def keep(place: Path, value: object) -> None:
    """Keep a value for the next run; where it cannot be written, that run is slower and nothing else."""
    new = place.with_name(f"{place.name}.new")
    try:
        place.parent.mkdir(exist_ok=True)
        body = orjson.dumps(value)
        with open(new, "wb", opener=never_linked) as file:
            file.writelines((_checksum(body), body))  # joined they would be a copy: 36 MB at 10,000 entries
        os.replace(new, place)  # noqa: PTH105 - one step, also over an existing file on Windows
    except OSError:
        return


def _checksum(body: bytes) -> bytes:
    return b"%08x" % zlib.crc32(body)
