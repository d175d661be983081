"""EDGE. Plain values kept beside a portal under a digest of their own: a file that was damaged is as good as none."""

import hashlib
import os
from pathlib import Path

import orjson

from ppidgen.source.files import never_linked

_DIGEST = 64  # hexadecimal digits before the rest


def recalled(place: Path) -> object:
    """Give what was kept; None where there is nothing, or nothing whole."""
    try:
        with open(place, "rb", opener=never_linked) as file:
            raw = file.read()
        return orjson.loads(raw[_DIGEST:]) if raw[:_DIGEST] == _digest(raw[_DIGEST:]) else None
    except (OSError, ValueError):
        return None


def keep(place: Path, value: object) -> None:
    """Keep a value for the next run; where it cannot be written, that run is slower and nothing else."""
    new = place.with_name(f"{place.name}.new")
    try:
        place.parent.mkdir(exist_ok=True)
        body = orjson.dumps(value)
        with open(new, "wb", opener=never_linked) as file:
            file.writelines((_digest(body), body))  # joined they would be a copy: 36 MB at 10,000 entries
        os.replace(new, place)  # noqa: PTH105 - one step, also over an existing file on Windows
    except OSError:
        return


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST // 2).hexdigest().encode()
