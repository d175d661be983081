"""Put the new tree in the place of the published one, in one step where the system has such a step.

Linux: `renameat2(RENAME_EXCHANGE)`; macOS: `renamex_np(RENAME_SWAP)`. At no moment is the published name
missing or mixed. Elsewhere (Windows, file systems that do not know the exchange) there are two renames,
and between them, for less than a millisecond, the published name is missing. The folder `retired` beside
the trees is then the sign of an exchange under way, and `recover` ends it: the old site comes back.
Windows refuses to rename a folder in which another program holds a file open; that is told as MSN004.
"""

import ctypes
import errno
import os
import sys

from ppidgen.machine.faults import told
from ppidgen.publish.writing import remove

_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_UNKNOWN = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTSUP})


def publish_tree(staged: str, out: str, retired: str) -> None:
    """Make the tree `staged` the published one; what was published, if anything, is then at `staged`."""
    with told(out):
        if not os.path.lexists(out) or not os.listdir(out):
            if os.name == "nt" and os.path.lexists(out):
                os.rmdir(out)
            os.rename(staged, out)
        elif not exchanged(staged, out):
            exchange_by_renames(staged, out, retired)


def exchanged(one: str, other: str) -> bool:
    """Exchange two folders in one step; give False where the system does not know how."""
    if not (sys.platform.startswith("linux") or sys.platform == "darwin"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            failed = library.renamex_np(*names, ctypes.c_uint(_EXCHANGE))
        else:
            failed = library.renameat2(_HERE, names[0], _HERE, names[1], ctypes.c_uint(_EXCHANGE))
    except AttributeError:  # an older C library
        return False
    if failed and (code := ctypes.get_errno()) not in _UNKNOWN:
        raise OSError(code, os.strerror(code), other)
    return not failed


def exchange_by_renames(staged: str, out: str, retired: str) -> None:
    """Exchange two folders the old way; `recover` undoes what a kill leaves half done."""
    os.rename(out, retired)
    try:
        os.rename(staged, out)
    except OSError:
        os.rename(retired, out)
        raise
    os.rename(retired, staged)


def recover(staged: str, out: str, retired: str) -> None:
    """End an exchange by renames that was cut off: the published name first, then the spare tree."""
    with told(out):
        if not os.path.lexists(retired):
            return
        if not os.path.lexists(out):
            os.rename(retired, out)
        elif not os.path.lexists(staged):
            os.rename(retired, staged)
        else:
            remove(retired)
