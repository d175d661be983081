"""What the last build knew of the two trees it keeps; a memory that may be lost, wrong or hostile.

Each tree is known by the inode of its root, so the exchange of the two needs no new state: it is saved
once, before the exchange. A record is believed only when the file's own numbers still equal it. The
published tree is stored in columns and the other as its differences, which keeps both quick to read.
"""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from ppidgen.publish.writing import remove, replace
from ppidgen.source.files import never_linked

# key, sha256, size, mtime_ns, ctime_ns, inode
Record = tuple[str, str, int, int, int, int]
# mtime_ns, ctime_ns, inode
Mark = tuple[int, int, int]
Root = tuple[int, int]

_FORM = "ppidgen-state-1"
_DIGEST = 64
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_FILE_KINDS: tuple[type, ...] = (str, str, int, int, int, int)
_FOLDER_KINDS: tuple[type, ...] = (int, int, int)


@dataclass(slots=True)
class Tree:
    """One generation of the site: its files and folders as they were left."""

    root: Root = (0, 0)
    files: dict[str, Record] = field(default_factory=dict)
    folders: dict[str, Mark] = field(default_factory=dict)


def intact(root: str, path: str, record: Record) -> bool:
    """Say whether the file below `root` is still the one recorded."""
    try:
        found = os.lstat(f"{root}/{path}")
    except (OSError, ValueError):
        return False
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino) == record[2:]


def content_of(root: str, path: str, record: Record) -> bytes | None:
    """Give what the file below `root` holds while it is the one recorded, else None."""
    try:
        handle = os.open(f"{root}/{path}", _READ)
    except (OSError, ValueError):
        return None
    try:
        return whole_of(handle, record)
    except OSError:
        return None
    finally:
        os.close(handle)


def whole_of(handle: int, record: Record) -> bytes | None:
    """Give what an open file holds while it is the one recorded, else None."""
    found = os.fstat(handle)
    if (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino) != record[2:]:
        return None
    content = os.read(handle, found.st_size)  # whole: it is a regular file, and of some kilobytes
    return content if len(content) == found.st_size else None


def root_of(folder: str) -> Root | None:
    """Say by what a folder can be known again after it was renamed; nothing when it is no folder."""
    try:
        found = os.stat(folder, follow_symlinks=False)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def load(path: str) -> tuple[Tree, ...]:
    """Read the trees that the last build left; whatever cannot be understood is as good as nothing."""
    try:
        with open(path, "rb", opener=never_linked) as file:
            digest, body = file.read(_DIGEST), file.read()
        if hashlib.blake2b(body, digest_size=_DIGEST // 2).hexdigest().encode() != digest:
            return ()
        return _trees(orjson.loads(body))
    except (OSError, ValueError, TypeError, KeyError):
        return ()


def save(path: str, first: Tree, second: Tree) -> None:
    """Store two trees in one step; `second` is stored as what differs from `first`."""
    body = orjson.dumps(
        {
            "form": _FORM,
            "root": first.root,
            "files": _columns(first.files),
            "folders": _columns(first.folders),
            "second_root": second.root,
            "second_files": _difference(first.files, second.files),
            "second_folders": _difference(first.folders, second.folders),
        }
    )
    if os.path.isdir(path) and not os.path.islink(path):  # no file can be put in the place of a folder
        remove(path)
    replace(path, (hashlib.blake2b(body, digest_size=_DIGEST // 2).hexdigest().encode(), body))


def _columns(rows: Mapping[str, tuple[str | int, ...]]) -> list[list[object]]:
    return [list(rows), *map(list, zip(*rows.values(), strict=True))]


def _difference(
    first: Mapping[str, tuple[str | int, ...]], second: Mapping[str, tuple[str | int, ...]]
) -> dict[str, object]:
    changed = {path: row for path, row in second.items() if first.get(path) != row}
    return {"gone": list(first.keys() - second.keys()), "changed": _columns(changed)}


def _trees(value: dict[str, Any]) -> tuple[Tree, ...]:
    """Rebuild both trees; a value of another shape ends in a ValueError, TypeError or KeyError."""
    if value["form"] != _FORM:
        return ()
    files, folders = _table(value["files"], _FILE_KINDS), _table(value["folders"], _FOLDER_KINDS)
    first = Tree(_root(value["root"]), files, folders)
    second = Tree(
        _root(value["second_root"]),
        _applied(files, value["second_files"], _FILE_KINDS),
        _applied(folders, value["second_folders"], _FOLDER_KINDS),
    )
    return first, second


def _root(value: list[Any]) -> Root:
    device, inode = value
    return device, inode


def _table(columns: list[Any], kinds: tuple[type, ...]) -> dict[str, Any]:
    if columns == [[]]:
        return {}
    for column, kind in zip(columns, (str, *kinds), strict=True):
        if not isinstance(column, list) or set(map(type, column)) != {kind}:
            raise ValueError
    return dict(zip(columns[0], zip(*columns[1:], strict=True), strict=True))


def _applied(base: dict[str, Any], difference: dict[str, Any], kinds: tuple[type, ...]) -> dict[str, Any]:
    rows = base | _table(difference["changed"], kinds)
    for path in difference["gone"]:
        del rows[path]
    return rows
