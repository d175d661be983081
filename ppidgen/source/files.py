"""EDGE. The portal folder listed and read: regular files under `content/`, and nothing that a link leads to."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from ppidgen.diagnostics import Checked, Finding, MachineFault, Related, Span
from ppidgen.machine.faults import reason_of
from ppidgen.source.names import alike, is_litter, is_ordinary, is_portable, is_printable, portable, shown
from ppidgen.source.register_text.text import LARGEST_ARTICLE as SMALLEST_LIMIT
from ppidgen.source.register_text.text import too_large
from ppidgen.source.tree import FileStat, SourceFile, SourceTree

CONTENT = "content"
DEEPEST = 20

_FOLDER_FLAGS = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_FILE_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a FIFO in the place of a file must not hold us
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def open_regular(root: Path, path: str) -> int:
    """Open the regular file at `path` below `root` without following any link; give its descriptor.

    Raises OSError when there is no such file, when a link stands anywhere on the way, or when it is no regular file.
    """
    *folders, name = PurePosixPath(path).parts or ("",)
    if path.startswith("/") or ".." in (*folders, name):
        raise OSError(errno.ENOENT, "outside the portal", path)
    if os.open not in os.supports_dir_fd:
        return _regular(_open_by_name(root.joinpath(*folders, name)))
    folder = _open_folder(root, folders)
    try:
        return _regular(os.open(name, _FILE_FLAGS, dir_fd=folder))
    finally:
        os.close(folder)


def _open_folder(root: Path, folders: Iterable[str]) -> int:
    """Walk down from `root`, following no link; give the descriptor of the last folder."""
    folder = os.open(root, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    for part in folders:
        try:
            inner = os.open(part, _FOLDER_FLAGS, dir_fd=folder)
        finally:
            os.close(folder)
        folder = inner
    return folder


def never_linked(path: str, flags: int) -> int:
    """Open a file that this program keeps for itself (for `open(opener=)`): a link in its place leads nowhere."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o644)


def _open_by_name(path: Path) -> int:
    """Open a file where descriptors of folders do not exist (Windows); links are refused by name."""
    if path.is_symlink() or path.resolve() != path.parent.resolve() / path.name:
        raise OSError(errno.ELOOP, "a link", str(path))
    return os.open(path, _FILE_FLAGS)


def _regular(descriptor: int) -> int:
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise OSError(errno.EINVAL, "no regular file")


def _whole(descriptor: int) -> bytes:
    """Read to the end; nearly always one call brings everything and a second says so."""
    parts = [os.read(descriptor, os.fstat(descriptor).st_size + 1)]
    while parts[-1]:
        parts.append(os.read(descriptor, 1 << 20))
    return b"".join(parts)


@dataclass(frozen=True, slots=True)
class FolderReader:
    """Reads files of the portal folder at `root`."""

    root: Path

    def read(self, path: str) -> bytes:
        """Give the bytes of the file at `path`; raises MachineFault when the machine cannot."""
        try:
            descriptor = open_regular(self.root, path)
            try:
                return _whole(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            raise _unreadable(path, error) from error

    def read_each(self, paths: Iterable[str]) -> Iterator[bytes]:
        """Give the bytes of each listed file; files of one folder that follow one another cost one walk down to it."""
        if os.open not in os.supports_dir_fd:
            yield from map(self.read, paths)
            return
        for above, files in groupby(paths, lambda path: path.rpartition("/")[0]):
            yield from self._read_folder(above, files)

    def _read_folder(self, above: str, paths: Iterable[str]) -> Iterator[bytes]:
        path = above
        try:
            folder = _open_folder(self.root, above.split("/"))
            try:
                for path in paths:
                    descriptor = _regular(os.open(path[len(above) + 1 :], _FILE_FLAGS, dir_fd=folder))
                    try:
                        yield _whole(descriptor)
                    finally:
                        os.close(descriptor)
            finally:
                os.close(folder)
        except OSError as error:
            raise _unreadable(path, error) from error


def _unreadable(path: str, error: OSError) -> MachineFault:
    return MachineFault("MSN021", {"path": shown(path), "reason": reason_of(error)})


def together(faults: Sequence[MachineFault]) -> MachineFault:
    """Give the first of several faults, by path, with the paths of all: whoever has to open them needs to know all."""
    ordered = sorted(faults, key=lambda fault: fault.data["path"])
    others = ", ".join(fault.data["path"] for fault in ordered[1:])
    return MachineFault(ordered[0].code, {**ordered[0].data, **({"others": others} if others else {})})


class _Entry(NamedTuple):
    """One name of a folder: what the file system says of it, without opening it."""

    path: str
    name: str
    mode: int
    stat: FileStat


def read_tree(root: Path) -> Checked[SourceTree]:
    """List every regular file under `root/content`, sorted by path; what is refused is told and left out."""
    reader = FolderReader(root)
    if not root.is_dir():
        raise MachineFault("MSN020", {"path": root.name or str(root)})
    content = root / CONTENT
    if content.is_symlink():
        return Checked(SourceTree(MappingProxyType({}), reader), (Finding("SUM050", Span(CONTENT), {"name": CONTENT}),))
    if not content.is_dir():
        return Checked(SourceTree(MappingProxyType({}), reader), (Finding("SUM055", Span(CONTENT)),))
    files: dict[str, SourceFile] = {}
    findings: list[Finding] = []
    folders = [CONTENT]
    closed: list[MachineFault] = []
    while folders:
        try:
            entries = _scan(root, folders.pop())
        except MachineFault as fault:
            closed.append(fault)
            continue
        faults, kept = _sift(entries)
        findings += faults
        for entry in kept:
            if stat.S_ISDIR(entry.mode):
                folders.append(entry.path)
            else:
                files[entry.path] = SourceFile(entry.path, entry.stat)
    if closed:
        raise together(closed)
    ordered = MappingProxyType(dict(sorted(files.items())))
    return Checked(SourceTree(ordered, reader), tuple(sorted(findings, key=lambda found: found.sort_key)))


def _scan(root: Path, folder: str) -> list[_Entry]:
    """List a folder; the litter of editors is passed over."""
    try:
        with os.scandir(root / folder) as found:
            return [_entry(folder, entry) for entry in found if is_ordinary(entry.name) or not is_litter(entry.name)]
    except OSError as error:
        raise MachineFault("MSN020", {"path": shown(folder), "reason": reason_of(error)}) from error


def _entry(folder: str, entry: os.DirEntry[str]) -> _Entry:
    facts = entry.stat(follow_symlinks=False)
    kept = FileStat(facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino)
    return _Entry(f"{folder}/{entry.name}", entry.name, facts.st_mode, kept)


def _sift(entries: list[_Entry]) -> tuple[list[Finding], list[_Entry]]:
    """Split the entries of one folder into faults and what is kept."""
    findings: list[Finding] = []
    kept: list[_Entry] = []
    names: dict[str, str] = {}
    for entry in sorted(entries):
        _, name, mode, facts = entry
        if is_ordinary(name) and name not in names and stat.S_ISREG(mode) and facts.size <= SMALLEST_LIMIT:
            names[name] = name
            kept.append(entry)
            continue
        finding, keep = _judge(entry, names)
        if finding is not None:
            findings.append(finding)
        if keep:
            kept.append(entry)
    return findings, kept


def _judge(entry: _Entry, names: dict[str, str]) -> tuple[Finding | None, bool]:
    """Tell what is wrong with one entry, if anything, and whether it is kept all the same.

    A name that is wrong but can be written down keeps its file, so that nobody is told that it is missing.
    """
    path, name, mode, facts = entry
    span = Span(shown(path))
    data = {"name": shown(name)}
    other = names.setdefault(alike(name), name)
    refused = _refused(entry, span)
    if refused is not None:
        return refused, False
    if other != name:
        first = Related(Span(shown(path.removesuffix(name) + other)), "first")
        return Finding("SUM052", span, {**data, "other": shown(other)}, (first,)), True
    if not is_portable(name):
        return Finding("SUM053", span, {**data, "fixed": portable(name)}), is_printable(name)
    large = too_large(path, facts.size) if stat.S_ISREG(mode) else None
    return large, large is None


def _refused(entry: _Entry, span: Span) -> Finding | None:
    """Tell what is never opened: links, special files, and folders within folders without end."""
    data = {"name": shown(entry.name)}
    if stat.S_ISLNK(entry.mode):
        return Finding("SUM050", span, data)
    if not stat.S_ISREG(entry.mode) and not stat.S_ISDIR(entry.mode):
        return Finding("SUM051", span, data)
    if entry.path.count("/") > DEEPEST:
        return Finding("SUM056", span, {**data, "deepest": str(DEEPEST)})
    return None
