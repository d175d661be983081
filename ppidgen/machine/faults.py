"""What the operating system refuses, told as one of our codes with the path it refused."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from ppidgen.diagnostics import MachineFault

_CODES = {
    errno.ENOSPC: "MSN001",
    errno.EACCES: "MSN004",
    errno.EPERM: "MSN004",
    errno.EROFS: "MSN005",
    errno.EDQUOT: "MSN006",
    errno.EFBIG: "MSN008",
    errno.EXDEV: "MSN009",
    errno.EBUSY: "MSN009",
    errno.ENAMETOOLONG: "MSN023",
    errno.ELOOP: "MSN023",
}
_ANY_OTHER = "MSN007"
_KILO = 1_000


def reason_of(error: OSError) -> str:
    """Give the name of what the system refused, such as EACCES; `source/refused.py` has words for it."""
    return errno.errorcode.get(error.errno or 0, type(error).__name__)


def fault_of(error: OSError, path: str, needed: int = 0) -> MachineFault:
    """Say which page of the rulebook tells what happened at `path`; `needed` is the size that did not fit."""
    named = [place for place in (error.filename2, error.filename) if isinstance(place, str)]  # where it was to go first
    place = named[0] if named else path
    data = {"path": place, "reason": reason_of(error)}
    if needed:
        data["needed"] = readable(needed)
    return MachineFault(_CODES.get(error.errno or 0, _ANY_OTHER), data)


@contextmanager
def told(path: str, needed: int = 0) -> Iterator[None]:
    """Turn whatever the operating system refuses inside into a MachineFault about `path`."""
    try:
        yield
    except OSError as error:
        raise fault_of(error, path, needed) from error


def readable(size: int) -> str:
    """Write a number of bytes the way an officer reads it: 512 B, 9 kB, 1,5 MB."""
    if size < _KILO:
        return f"{size} B"
    if size < _KILO * _KILO:
        return f"{-(-size // _KILO)} kB"
    return f"{size / (_KILO * _KILO):.1f} MB".replace(".", ",")
