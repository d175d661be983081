"""Write one file of the tree being staged; safe to call in a forked worker.

A file that has another name or a reader is never changed where it lies: whatever has its name is unlinked
and a new one is created, so that a file shared with the published tree by a hard link stays as it was; for
the others see `over`. Modes are set, not inherited from the umask. Windows: a name that another program
holds open cannot be unlinked and is told as MSN004.
"""

import hashlib
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NamedTuple

from ppidgen.diagnostics import MachineFault
from ppidgen.machine.faults import fault_of, told
from ppidgen.machine.writing import write_whole
from ppidgen.publish.over import opened_over
from ppidgen.publish.plan import path_fault
from ppidgen.source.files import never_linked

FILE_MODE = 0o644
FOLDER_MODE = 0o755
BLOCK = 1 << 20

_NO_FOLLOW: int = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT: int = getattr(os, "O_NONBLOCK", 0)
_BINARY: int = getattr(os, "O_BINARY", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _BINARY


class Written(NamedTuple):
    """A file as it was left: what it was made from (`key`), what it holds, and how it can be known again.

    One that was written `in_place` left its folder as it was.
    """

    path: str
    key: str
    sha256: str
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    in_place: bool


def write(root: str, path: str, key: str, *parts: bytes | memoryview, over: bool = False) -> Written:
    """Create `path` below `root` of its parts; a file that cannot be written whole is not left behind.

    `over` allows to write over the file that is there (`over.put_in_doubt` comes first).
    """
    place = f"{root}/{path}"
    try:
        handle, in_place = _opened(root, path, over=over)
        found = _fill(handle, place, parts)
    except OSError as error:
        raise fault_of(error, place, sum(map(len, parts))) from error
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return described(path, key, digest.hexdigest(), found, in_place=in_place)


def copy(root: str, path: str, source: str, sha256: str, size: int, *, over: bool = False) -> Written:
    """Copy a checked file below `root`; a source that is no longer what was checked is told as MSN012."""
    place = f"{root}/{path}"
    digest = hashlib.sha256()
    with told(source), _reading(source, size, digest) as blocks:
        try:
            handle, in_place = _opened(root, path, over=over)
            found = _fill(handle, place, blocks)
        except OSError as error:
            raise fault_of(error, place, size) from error
    if (digest.hexdigest(), found.st_size) != (sha256, size):
        with told(place):
            os.unlink(place)
        raise MachineFault("MSN012", {"path": source})
    return described(path, sha256, sha256, found, in_place=in_place)


def replace(place: str, parts: Sequence[bytes], aside: str = "") -> None:
    """Put a file in the place of another in one step; what cannot be written whole is not left behind.

    It is written `aside` first; where nobody else may write to `place` meanwhile, any name does.
    """
    fresh = aside or f"{place}.new"
    with told(place, sum(map(len, parts))):
        try:
            with open(fresh, "wb", opener=never_linked) as file:
                file.writelines(parts)
            os.replace(fresh, place)
        except OSError:
            with suppress(OSError):
                os.unlink(fresh)
            raise


def described(path: str, key: str, sha256: str, found: os.stat_result, *, in_place: bool) -> Written:
    """Join what a file holds with what the operating system says of it."""
    return Written(path, key, sha256, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, in_place)


def make_folders(root: str, folder: str) -> None:
    """Make `folder` below `root`; whatever stands in the way and is no folder gives way."""
    place = f"{root}/{folder}"
    try:
        os.mkdir(place, FOLDER_MODE)  # nearly always the folders above are there: ten thousand pages, forty units
        if stat.S_IMODE(os.stat(place).st_mode) != FOLDER_MODE:  # as `finished`
            os.chmod(place, FOLDER_MODE)
    except (FileExistsError, FileNotFoundError, NotADirectoryError):
        _make_each(root, folder)


def _make_each(root: str, folder: str) -> None:
    place = root
    for part in folder.split("/") if folder else ():
        place = f"{place}/{part}"
        try:
            os.mkdir(place)
        except FileExistsError:
            if stat.S_ISDIR(os.lstat(place).st_mode):
                continue
            os.unlink(place)
            os.mkdir(place)
        os.chmod(place, FOLDER_MODE)


def remove(place: str) -> None:
    """Remove whatever has this name, without following links; nothing there is as good."""
    try:
        is_folder = stat.S_ISDIR(os.lstat(place).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return
    if is_folder:
        shutil.rmtree(place)
    else:
        os.unlink(place)


def clear_way(root: str, path: str) -> str:
    """Make the folders of `path` and remove what has its name; give the place where it will stand."""
    make_folders(root, path.rpartition("/")[0])
    place = f"{root}/{path}"
    remove(place)
    return place


def _opened(root: str, path: str, *, over: bool) -> tuple[int, bool]:
    """Open a new file, or one to write over, and say whether it is such a one."""
    if path_fault(path):
        raise MachineFault("MSN017", {"path": path})
    handle = opened_over(f"{root}/{path}") if over else None
    return (_create(root, path), False) if handle is None else (handle, True)


def _create(root: str, path: str) -> int:
    """Open a new file; the common cases cost one system call or two."""
    place = f"{root}/{path}"
    try:
        return os.open(place, _CREATE, FILE_MODE)
    except FileNotFoundError:
        make_folders(root, path.rpartition("/")[0])
        return os.open(place, _CREATE, FILE_MODE)
    except FileExistsError:
        with suppress(OSError):  # a folder has the name
            os.unlink(place)
            return os.open(place, _CREATE, FILE_MODE)
        return os.open(clear_way(root, path), _CREATE, FILE_MODE)
    except NotADirectoryError:
        return os.open(clear_way(root, path), _CREATE, FILE_MODE)


def _fill(handle: int, place: str, blocks: Iterable[bytes | memoryview]) -> os.stat_result:
    """Write the blocks to a file and nothing else, set its mode and close it; say what the system then knows of it."""
    size = 0
    try:
        for block in blocks:
            write_whole(handle, block)
            size += len(block)
        return finished(handle, size)
    except BaseException:
        os.unlink(place)
        raise
    finally:
        os.close(handle)


def finished(handle: int, size: int) -> os.stat_result:
    """Cut off what a longer file held, and set the mode where it is another: each time costs the journal a line."""
    found = os.fstat(handle)
    if found.st_size != size:
        os.ftruncate(handle, size)
        found = os.fstat(handle)
    if os.name == "posix" and stat.S_IMODE(found.st_mode) != FILE_MODE:
        os.fchmod(handle, FILE_MODE)
        found = os.fstat(handle)
    return found


@contextmanager
def _reading(source: str, size: int, digest: "hashlib._Hash") -> Iterator[Iterator[bytes]]:
    """Read a regular file block by block, digesting on the way."""
    handle = os.open(source, os.O_RDONLY | _NO_FOLLOW | _NO_WAIT | _BINARY)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise MachineFault("MSN012", {"path": source})
        yield _blocks(handle, size, digest)
    finally:
        os.close(handle)


def _blocks(handle: int, size: int, digest: "hashlib._Hash") -> Iterator[bytes]:
    """Give the blocks of a file, at most one past `size`, so that a source that grows without end is noticed."""
    given = 0
    while given <= size and (block := os.read(handle, BLOCK)):
        digest.update(block)
        given += len(block)
        yield block
