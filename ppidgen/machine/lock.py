"""One build or import at a time: an exclusive lock that the operating system lets go of when its holder dies.

POSIX: `flock` on a file that stays where it is. Forked workers share the lock, so that a second build
cannot start while workers of a killed one still write. Windows has no `flock`: `msvcrt.locking` holds
the first byte of the file; workers do not share it, but there they are started, not forked, and end
with their parent's pipes.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from ppidgen.diagnostics import MachineFault
from ppidgen.machine.faults import told

_PAUSE = 0.05

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: str, out: str, patience: float) -> Iterator[None]:
    """Hold the lock at `path`; after `patience` seconds of another's holding it, say so (MSN003)."""
    deadline = time.monotonic() + patience
    while (handle := _try(path)) is None:
        if time.monotonic() >= deadline:
            raise MachineFault("MSN003", {"path": out, "seconds": f"{patience:g}"})
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        with told(path):
            os.close(handle)


def _try(path: str) -> int | None:
    """Take the lock and give its handle; nothing when another has it."""
    with told(path):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        try:
            if _is_taken(handle) and _still_there(handle, path):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
    return None


def _is_taken(handle: int) -> bool:
    try:
        _take(handle)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _still_there(handle: int, path: str) -> bool:
    """Say whether the file locked is the one that others will lock (somebody may have cleared the folder)."""
    try:
        return os.path.samestat(os.fstat(handle), os.lstat(path))
    except FileNotFoundError:
        return False
