"""EDGE. The rest of the repository that a portal lies in: what nobody reads as content and everybody can fetch."""

import os
import stat
from collections.abc import Container, Iterator
from pathlib import Path

from ppidgen.source.caches.cache_file import CACHE
from ppidgen.source.tree import FileStat, SourceFile

_REPOSITORY = ".git"
# History has rules of its own; what the program keeps for itself holds digests and the texts of what is open.
_PASSED_OVER = frozenset({_REPOSITORY, CACHE})
# Programs that others installed: recognised by what their installers leave, not by their names.
_INSTALLED = frozenset({"pyvenv.cfg", ".package-lock.json"})


def repository_of(portal: Path) -> Path:
    """Give the folder that everything in one repository with the portal lies in: the portal's own, if it has none."""
    root = portal.resolve()
    return next((folder for folder in (root, *root.parents) if (folder / _REPOSITORY).exists()), root)


def beside_content(
    portal: Path, names: Container[str], folders: Container[str], endings: tuple[str, ...]
) -> Iterator[str]:
    """Give what lies in the portal's own folder: a file of `names` and `endings`, or one of `folders` that holds any.

    No link is followed.
    """
    for entry in _entries(portal):
        stem, _, _ = entry.name.rpartition(".")
        if entry.is_dir(follow_symlinks=False):
            is_one = entry.name in folders and _holds(portal / entry.name, endings)
        else:
            is_one = stem in names and entry.name.endswith(endings) and entry.is_file(follow_symlinks=False)
        if is_one:
            yield entry.name


def beside(repository: Path, known: Container[str]) -> Iterator[SourceFile]:
    """Give every regular file of a repository but those `known` by path; no link is followed, no bad folder entered.

    Paths are relative to the repository, with forward slashes, in the order of their folders.
    """
    folders = [""]
    while folders:
        folder = folders.pop()
        entries = _entries(repository / folder)
        if any(entry.name in _INSTALLED for entry in entries):
            continue
        for entry in entries:
            path = f"{folder}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                folders += [] if entry.name in _PASSED_OVER else [f"{path}/"]
            elif path not in known and (file := _file(path, entry)) is not None:
                yield file


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """List a folder; one that cannot be read holds nothing that a push could take along."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []


def _holds(folder: Path, endings: tuple[str, ...]) -> bool:
    return any(name.endswith(endings) for _, _, names in os.walk(folder) for name in names)


def _file(path: str, entry: os.DirEntry[str]) -> SourceFile | None:
    try:
        facts = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    if not stat.S_ISREG(facts.st_mode):
        return None
    return SourceFile(path, FileStat(facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino))
