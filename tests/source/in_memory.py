"""A portal folder that lies on no disk."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ppidgen.source.tree import FileStat, SourceFile, SourceTree


@dataclass(frozen=True, slots=True)
class MemoryReader:
    """Gives what is kept under a path."""

    contents: Mapping[str, bytes]

    def read(self, path: str) -> bytes:
        return self.contents[path]

    def read_each(self, paths: Iterable[str]) -> Iterator[bytes]:
        return map(self.read, paths)


def memory_tree(texts: Mapping[str, str | bytes]) -> SourceTree:
    """Make a tree of texts and bytes by path."""
    contents = {path: raw.encode() if isinstance(raw, str) else raw for path, raw in sorted(texts.items())}
    files = {path: SourceFile(path, FileStat(len(raw), 0, 0, 0)) for path, raw in contents.items()}
    return SourceTree(files, MemoryReader(contents))
