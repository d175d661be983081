"""Keep a set of files in one: a line that lists them, then their bytes; read again without unpacking."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

import orjson

from ppidgen.diagnostics import MachineFault
from ppidgen.disk.faults import told
from ppidgen.publish.writing import replace
from ppidgen.source.files import never_linked

_DIGEST = 64


@dataclass(frozen=True, slots=True)
class Archive:
    """The files kept at `place`: each path with where it starts, its size and its digest."""

    place: str
    listed: Mapping[str, tuple[int, int, str]] = field(repr=False)

    @property
    def keys(self) -> Mapping[str, str]:
        """Give the digest of each file, by path."""
        return {path: digest for path, (_start, _size, digest) in self.listed.items()}

    def digest(self, path: str) -> str:
        """Give the digest of one file."""
        return self.listed[path][2]

    def read(self, path: str) -> bytes:
        """Read one file; bytes that are not those listed are thrown away with the archive (MSN015)."""
        start, size, digest = self.listed[path]
        with told(self.place), open(self.place, "rb") as file:
            file.seek(start)
            content = file.read(size)
        if hashlib.sha256(content).hexdigest() != digest:
            os.unlink(self.place)
            raise MachineFault("MSN015", {"path": self.place})
        return content


EMPTY = Archive("", {})


def save(place: str, files: Mapping[str, bytes]) -> Archive:
    """Write an archive in one step."""
    listed: dict[str, tuple[int, int, str]] = {}
    at = 0
    for path, content in files.items():
        listed[path] = (at, len(content), hashlib.sha256(content).hexdigest())
        at += len(content)
    head = orjson.dumps(listed)
    replace(place, (hashlib.sha256(head).hexdigest().encode(), head, b"\n", *files.values()))
    return Archive(place, _placed(listed, _DIGEST + len(head) + 1))


def load(place: str) -> Archive | None:
    """Open an archive; one that is missing, cut off or not understood is as good as none."""
    try:
        with open(place, "rb", opener=never_linked) as file:
            digest, head = file.read(_DIGEST), file.readline()[:-1]
            size = os.fstat(file.fileno()).st_size
        if hashlib.sha256(head).hexdigest().encode() != digest:
            return None
        listed = {path: (int(at), int(length), str(key)) for path, (at, length, key) in orjson.loads(head).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    start = _DIGEST + len(head) + 1
    is_whole = size == start + sum(length for _at, length, _key in listed.values())
    return Archive(place, _placed(listed, start)) if is_whole else None


def _placed(listed: Mapping[str, tuple[int, int, str]], start: int) -> dict[str, tuple[int, int, str]]:
    return {path: (start + at, size, digest) for path, (at, size, digest) in listed.items()}
