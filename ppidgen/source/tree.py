"""The portal's files as one value in memory."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol


class FileStat(NamedTuple):
    """What the file system says of a file without reading it; equal stats mean unchanged content."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


class SourceFile(NamedTuple):
    """One file of the portal folder; `path` is relative to it, with forward slashes, as on disk (not normalised)."""

    path: str
    stat: FileStat


class Reader(Protocol):
    """How the content of a file is read when it is needed: from a folder, or wherever else a tree was made."""

    def read(self, path: str) -> bytes:
        """Give the bytes of the file at `path`; raises MachineFault when the machine cannot."""
        ...

    def read_each(self, paths: Iterable[str]) -> Iterator[bytes]:
        """Give the bytes of each file in turn, as `read` does."""
        ...


@dataclass(frozen=True, slots=True)
class SourceTree:
    """All files under `content/`, by path, with the reader that opens them."""

    files: Mapping[str, SourceFile]
    reader: Reader
