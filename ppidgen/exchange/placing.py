"""EDGE. New files put among the registers of a portal: all of them or none, and never over what is there.

They are written whole in a folder aside and synced together. A folder that the portal lacks is then moved in as it is;
into one that is there each file is linked, which fails where the name is taken. So a crash leaves a file whole or not
at all, an error takes back what was put in, and who is told of success has it on the disk.
"""

import errno
import os
import shutil
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

from ppidgen.machine.faults import told
from ppidgen.machine.lock import locked
from ppidgen.machine.syncing import sync
from ppidgen.machine.writing import write_whole
from ppidgen.source.caches.cache_file import CACHE

_STAGE, _LOCK = f"{CACHE}/import", f"{CACHE}/import.lock"
_PATIENCE = 30.0  # seconds that another import may take
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_MODE = 0o666  # as of any new file of the officer: the umask decides
_AFTER_SLASH = chr(ord("/") + 1)
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})


@contextmanager
def alone(root: str) -> Iterator[None]:
    """Let one import at a time look at what is there and add to it.

    Between the two another one could take a name, whose row would be lost and told as written, or add to the history.
    """
    lock = f"{root}/{_LOCK}"
    with told(lock):
        os.makedirs(os.path.dirname(lock), exist_ok=True)
    with locked(lock, root, _PATIENCE):
        yield


def place_files(root: str, texts: Mapping[str, str], last: Mapping[str, str]) -> tuple[str, ...]:
    """Put files below `root` by their paths there, `alone`, and give the paths of those that are new.

    A name that is taken is left alone. The file of `last`, at most one, takes the place of the one that is there, once
    all others are on the disk; from then on nothing is taken back.
    """
    stage = f"{root}/{_STAGE}"
    placed: list[str] = []
    with told(stage), _cleared(stage):
        with _or_taken_back(root, placed):
            staged = {f"{_STAGE}/new/{path}": text for path, text in texts.items()}
            staged |= {f"{_STAGE}/last/{path}": text for path, text in last.items()}
            folders = _folders(staged)
            _lay(root, staged, folders)
            sync(root, staged, folders)
            for paths in _moved_in(f"{stage}/new", root, sorted(texts)):
                placed += paths
            sync(root, (), _folders(placed))
            for path in last:
                _make_folders(root, path)
                os.replace(f"{stage}/last/{path}", f"{root}/{path}")
        sync(root, (), _folders(last))
    return tuple(placed)


@contextmanager
def _cleared(stage: str) -> Iterator[None]:
    """Have nothing in the folder aside, before and after; a killed import may have left something."""
    shutil.rmtree(stage, ignore_errors=True)
    try:
        yield
    finally:
        shutil.rmtree(stage, ignore_errors=True)


@contextmanager
def _or_taken_back(root: str, placed: Collection[str]) -> Iterator[None]:
    """Remove what was placed when something fails, and the folders that are empty then."""
    try:
        yield
    except BaseException:
        for path in placed:
            with suppress(OSError):
                os.unlink(f"{root}/{path}")
        for folder in reversed(_folders(placed)):
            with suppress(OSError):  # it holds something else
                os.rmdir(f"{root}/{folder}")
        raise


def _folders(paths: Iterable[str]) -> list[str]:
    """Name the folders of these paths and all above them, each after the one that holds it; "" is the root."""
    found = {""}
    for folder in {path.rpartition("/")[0] for path in paths}:
        parts = folder.split("/")
        found |= {"/".join(parts[:length]) for length in range(1, len(parts) + 1)}
    return sorted(found)


def _lay(root: str, texts: Mapping[str, str], folders: Iterable[str]) -> None:
    """Write new files in folders of ours."""
    for folder in folders:
        os.makedirs(f"{root}/{folder}", exist_ok=True)
    for path, text in texts.items():
        handle = os.open(f"{root}/{path}", _CREATE, _MODE)
        try:
            write_whole(handle, text.encode("utf-8"))
        finally:
            os.close(handle)


def _moved_in(stage: str, root: str, paths: Sequence[str]) -> Iterator[Sequence[str]]:
    """Give the files of the stage, sorted, their names in the portal; tell of each step which paths came with it."""
    whole: set[str] = set()
    for folder in _folders(paths)[1:]:
        if folder.rpartition("/")[0] in whole:
            whole.add(folder)
        elif os.path.lexists(f"{root}/{folder}"):
            _refuse_way_out(root, folder)
        else:
            os.rename(f"{stage}/{folder}", f"{root}/{folder}")
            whole.add(folder)
            yield paths[bisect_left(paths, f"{folder}/") : bisect_left(paths, f"{folder}{_AFTER_SLASH}")]
    for path in paths:
        if path.rpartition("/")[0] not in whole and _is_placed(f"{stage}/{path}", f"{root}/{path}"):
            yield [path]


def _is_placed(staged: str, target: str) -> bool:
    """Give a staged file its name; False where the name is taken, whose file stays as it is."""
    try:
        os.link(staged, target, follow_symlinks=False)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(target):
            return False
        os.rename(staged, target)
    return True


def _make_folders(root: str, path: str) -> None:
    folder = path.rpartition("/")[0]
    os.makedirs(f"{root}/{folder}", exist_ok=True)
    _refuse_way_out(root, folder)


def _refuse_way_out(root: str, folder: str) -> None:
    """Refuse a folder that a link leads out of the portal."""
    top, place = os.path.realpath(root), os.path.realpath(f"{root}/{folder}")
    if os.path.commonpath((top, place)) != top:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), f"{root}/{folder}")
