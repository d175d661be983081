"""What somebody asked for under a name: there whole, or what was there before stays.

A report that a full disk or a kill cut short looks like one of a smaller portal, and the one of last week is gone.
"""

import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ppidgen.diagnostics import MachineFault
from ppidgen.machine.faults import fault_of

STAGE = ".ppidgen-new"

_BINARY: int = getattr(os, "O_BINARY", 0)
_NO_FOLLOW: int = getattr(os, "O_NOFOLLOW", 0)
_ANYBODY = 0o666  # less what the umask takes


def put(place: Path, parts: Iterable[bytes]) -> None:
    """Write a file of its parts, and the folders above it; or leave what has its name as it is (MachineFault).

    Behind a link the file that it leads to is written. What cannot be replaced, such as a terminal, a pipe, or a file
    in a folder that takes no other names, is written where it is.
    """
    try:
        mode = _mode_of(place)
        target = os.path.realpath(place)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        is_replaced = mode is None or (stat.S_ISREG(mode) and not os.path.ismount(target))
        fresh = os.path.join(os.path.dirname(target), f"{STAGE}-{os.getpid()}")
        handle = _opened(fresh) if is_replaced else None
        if handle is None:
            _fill(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, _ANYBODY), parts)
        else:
            _exchange(fresh, handle, target, mode, parts)
    except OSError as error:  # of the name that was asked for, not of the one in between
        raise fault_of(OSError(error.errno, error.strerror), os.fspath(place)) from error


def put_below(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write each file below a folder, whole or not at all (MachineFault)."""
    for name, content in files:
        put(folder / name, (content,))


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Give a folder inside `folder` to fill; what it holds moves up only once it is whole, else nothing stays.

    Inside, so that no name has to change its disk; a kill in between leaves only what the next run takes away. A fault
    in the folder to fill names `folder`: the other is gone before anybody could look for it.
    """
    made = not folder.exists()
    stage = folder / STAGE
    try:
        if stage.exists():
            shutil.rmtree(stage)
        stage.mkdir(parents=True)
        yield stage
        for inner in sorted(stage.iterdir()):
            inner.rename(folder / inner.name)
        stage.rmdir()
    except BaseException as error:
        shutil.rmtree(stage, ignore_errors=True)
        if made:
            with suppress(OSError):
                folder.rmdir()
        if isinstance(error, MachineFault) and error.data.get("path", "").startswith(os.fspath(stage)):
            raise MachineFault(error.code, {**error.data, "path": os.fspath(folder)}) from error
        raise


def is_free(folder: Path) -> bool:
    """Say whether a folder may be filled: it is not there yet, or holds nothing but what a killed run left."""
    return not os.path.lexists(folder) or (folder.is_dir() and not {one.name for one in folder.iterdir()} - {STAGE})


def _mode_of(place: Path) -> int | None:
    """Give the mode of what has the name, once it is known that a file may be written; None where nothing has it."""
    with suppress(FileNotFoundError):
        mode = os.stat(place).st_mode
        if stat.S_ISREG(mode):
            os.close(os.open(place, os.O_WRONLY))
        return mode
    return None


def _opened(fresh: str) -> int | None:
    """Open a new file; None where the folder takes none."""
    with suppress(PermissionError):
        return os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NO_FOLLOW | _BINARY, _ANYBODY)
    return None


def _exchange(fresh: str, handle: int, target: str, mode: int | None, parts: Iterable[bytes]) -> None:
    try:
        _fill(handle, parts)
        if mode is not None:
            os.chmod(fresh, stat.S_IMODE(mode))
        os.replace(fresh, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(fresh)
        raise


def _fill(handle: int, parts: Iterable[bytes]) -> None:
    with open(handle, "wb") as file:
        file.writelines(parts)
