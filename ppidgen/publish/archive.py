"""Keep a set of files in one for later runs: a digest of all that follows, a line that lists them, then their bytes.

What was kept is read whole and at once, and what was made need not be kept: another run may clear it away at any time,
and the folder may take nothing.
"""

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

import orjson

from ppidgen.diagnostics import MachineFault
from ppidgen.publish.writing import replace
from ppidgen.source.files import never_linked

_DIGEST = 64


@dataclass(frozen=True, slots=True)
class Archive:
    """The files kept at `place`: each path with where it starts in `content`, its size and its digest."""

    place: str
    listed: Mapping[str, tuple[int, int, str]] = field(repr=False)
    content: bytes = field(repr=False)

    def digest(self, path: str) -> str:
        """Give the digest of one file."""
        return self.listed[path][2]

    def read(self, path: str) -> bytes:
        """Give one file."""
        start, size, _digest = self.listed[path]
        return self.content[start : start + size]


def save(place: str, files: Mapping[str, bytes]) -> Archive:
    """Make an archive, and keep it in one step where that can be."""
    listed: dict[str, tuple[int, int, str]] = {}
    at = 0
    for path, content in files.items():
        listed[path] = (at, len(content), hashlib.sha256(content).hexdigest())
        at += len(content)
    head = orjson.dumps(listed) + b"\n"
    content = b"".join((head, *files.values()))
    with suppress(MachineFault):  # the next run makes it again
        replace(place, (_sum(content), content), f"{place}.{os.getpid()}.new")
    return Archive(place, _placed(listed, len(head)), content)


def load(place: str) -> Archive | None:
    """Open an archive; one that is missing, damaged or not understood is as good as none."""
    try:
        with open(place, "rb", opener=never_linked) as file:
            digest, content = file.read(_DIGEST), file.read()
        if _sum(content) != digest:
            return None
        head = content.index(b"\n")
        listed = {
            path: (int(at), int(size), str(key)) for path, (at, size, key) in orjson.loads(content[:head]).items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    return Archive(place, _placed(listed, head + 1), content)


def _sum(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST // 2).hexdigest().encode()


def _placed(listed: Mapping[str, tuple[int, int, str]], start: int) -> dict[str, tuple[int, int, str]]:
    return {path: (start + at, size, digest) for path, (at, size, digest) in listed.items()}
