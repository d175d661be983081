"""EDGE. Two folders compared file by file: what was changed, added or taken away, and what changed pages now bring in.

What differs on a server that is asked over the network is told in the same words.

Links are not followed: where a file should be, one is a change like any other.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase

from ppidgen.machine.faults import told
from ppidgen.publish.embedded import OTHER, Brought, brought_in
from ppidgen.publish.names import FORMS
from ppidgen.publish.packing import unpacked
from ppidgen.source.files import never_linked

_BLOCK = 1 << 20
_PAGES = (".html", ".htm", ".xhtml", ".svg", ".php", ".xml")
# What hosts obey: each line more may lead visitors away.
_SETTINGS = (".htaccess", "_headers", "_redirects", "robots.txt", ".user.ini", "web.config")
# What is uploaded as text may come out with other ends of lines.
_TEXTS = (*_PAGES, *_SETTINGS, ".css", ".js", ".json", ".jsonld", ".txt", ".csv", ".ics", ".md", ".webmanifest")
_PACKED = tuple(f".{form}" for form in FORMS)
_LARGEST_PAGE = 50_000_000


class Change(StrEnum):
    """What became of a file since it was published."""

    CHANGED = "changed"
    ADDED = "added"
    MISSING = "missing"
    LINE_ENDS = "line-ends"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Difference:
    """One file that is not as it was built; `brought` is what it brings in that the built one does not.

    `seen_by` names who alone is shown the file so; "" is everybody.
    """

    path: str
    change: Change
    brought: tuple[Brought, ...] = ()
    seen_by: str = ""


def differences(built: str, found: str, left_out: tuple[str, ...] = ()) -> tuple[Difference, ...]:
    """Compare the folder `found` with the folder `built`; paths that fit a pattern of `left_out` do not count."""
    with told(found):
        wanted, there = sizes(built), sizes(found)
        paths = (path for path in sorted(wanted.keys() | there.keys()) if not fits(path, left_out))
        return tuple(one for path in paths if (one := _difference(built, found, path, wanted, there)))


def fits(path: str, patterns: tuple[str, ...]) -> bool:
    """Say whether a path fits one of the patterns, capitals apart."""
    return any(fnmatchcase(path, pattern) for pattern in patterns)


def _difference(built: str, found: str, path: str, wanted: dict[str, int], there: dict[str, int]) -> Difference | None:
    if path not in there:
        return Difference(path, Change.MISSING)
    if path not in wanted:
        return Difference(path, Change.ADDED, _brought(found, path, frozenset()))
    if wanted[path] == there[path] and _equal(f"{built}/{path}", f"{found}/{path}"):
        return None
    plain = path.rpartition(".")[0]
    is_copy = path.endswith(_PACKED) and there[path] >= 0 and wanted.get(plain, -1) >= 0
    if is_copy and _holds(f"{found}/{path}", f"{built}/{plain}"):
        return None
    if _is_same_text(f"{built}/{path}", f"{found}/{path}", there[path]):
        return Difference(path, Change.LINE_ENDS)
    known = frozenset(_brought(built, path, frozenset()))
    return Difference(path, Change.CHANGED, _brought(found, path, known))


def sizes(root: str) -> dict[str, int]:
    """Give the size of every file below a folder; what is no plain file has the size -1."""
    return dict(_files(root, ""))


def _files(root: str, folder: str) -> Iterator[tuple[str, int]]:
    with os.scandir(f"{root}/{folder}") as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            path = f"{folder}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _files(root, f"{path}/")
            else:
                state = entry.stat(follow_symlinks=False)
                yield path, state.st_size if stat.S_ISREG(state.st_mode) else -1


def _equal(one: str, other: str) -> bool:
    with open(one, "rb", opener=never_linked) as first, open(other, "rb", opener=never_linked) as second:
        while block := first.read(_BLOCK):
            if second.read(_BLOCK) != block:
                return False
        return not second.read(1)


def _is_same_text(one: str, other: str, size: int) -> bool:
    """Say whether two texts differ in nothing but the ends of their lines."""
    if not 0 <= size <= _LARGEST_PAGE or not one.endswith(_TEXTS):
        return False
    with open(one, "rb", opener=never_linked) as first, open(other, "rb", opener=never_linked) as second:
        return first.read().replace(b"\r\n", b"\n") == second.read().replace(b"\r\n", b"\n")


def _holds(packed: str, plain: str) -> bool:
    """Say whether a packed copy, perhaps by another compressor, holds exactly a file."""
    with open(plain, "rb", opener=never_linked) as file:
        wanted = file.read()
    with open(packed, "rb", opener=never_linked) as file:
        raw = file.read(len(wanted) + _BLOCK)
    return unpacked(packed, raw, len(wanted)) == wanted


def _brought(root: str, path: str, known: frozenset[Brought]) -> tuple[Brought, ...]:
    is_setting = path.rpartition("/")[2].lower() in _SETTINGS
    if not (is_setting or path.lower().endswith(_PAGES)) or os.path.islink(f"{root}/{path}"):
        return ()
    with open(f"{root}/{path}", "rb", opener=never_linked) as file:
        content = file.read(_LARGEST_PAGE)
    return _settings(content, known) if is_setting else added_by(content, known)


def _settings(content: bytes, known: frozenset[Brought]) -> tuple[Brought, ...]:
    lines = dict.fromkeys((OTHER, line.strip()) for line in content.decode("utf-8", "replace").splitlines())
    return tuple(one for one in lines if one[1] and one not in known)


def added_by(page: bytes, known: frozenset[Brought] = frozenset()) -> tuple[Brought, ...]:
    """Give what a page brings in beyond what is known."""
    return tuple(sorted(brought_in(page.decode("utf-8", "replace")) - known))
