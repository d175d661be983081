"""Notice in a moment that there is nothing to build: no source and no published file was touched since.

Compared are the operating system's numbers (size, times, inode), never contents. Files that somebody
added to the published folder are not looked for. This module is loaded before all others and imports
next to nothing. Windows: the third number is the time of creation there, so a change that keeps size
and time of modification goes unseen.
"""

import os
import signal
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from threading import active_count

_FORM = b"ppidgen-unchanged-1"
_TICK_NS = 20_000_000  # a change within one tick of a file system's clock leaves no trace in its times
_CHANGED = 1 if os.name == "nt" else 2  # which number tells the last change and cannot be set at will
_COMPILED = "__pycache__"  # where Python keeps what it makes of the program while anyone runs it
_MANY = 200_000  # bytes of numbers, some 3,000 files


class Observation:  # no dataclass, no JSON: loading either takes a quarter of the time there is
    """How all sources stood at one moment, before any was read."""

    __slots__ = ("is_settled", "names", "numbers", "options")

    def __init__(self, options: str, names: bytes, numbers: bytes, *, is_settled: bool) -> None:
        self.options = options
        self.names = names
        self.numbers = numbers
        self.is_settled = is_settled


def observe(roots: Sequence[str], options: str) -> Observation:
    """Take the numbers of everything below `roots`; `options` stands for all else that shapes the site."""
    moment = time.time_ns()
    names: list[str] = []
    numbers: list[int] = []
    for root in roots:
        names.append(root)
        _gather(root, names, numbers)
    newest = max(numbers[_CHANGED::4], default=0)
    return Observation(options, _packed(names), _dense(numbers), is_settled=newest < moment - _TICK_NS)


def changed(memory: str, out: str, roots: Sequence[str], options: str) -> Observation | None:
    """Say how all sources stand; None where the build remembered in the file `memory` is what one would make now."""
    now: list[Observation] = []

    def are_the_same() -> bool:
        now.append(observe(roots, options))
        return (now[0].names, now[0].numbers) == (names, numbers)

    try:
        with open(memory, "rb", opener=_never_linked) as file:
            header = file.readline().split()
            names, numbers, paths, marks = (file.read(int(size)) for size in header[-4:])
        if header[:-4] == _header(out, options):
            listed = paths.decode("utf-8", "surrogateescape").split("\0")
            at_once = len(marks) > _MANY and hasattr(os, "fork") and active_count() == 1
            if _both(are_the_same, lambda: _marks(out, listed) == marks, at_once=at_once):
                return None
    except (OSError, ValueError, OverflowError, MemoryError):  # a damaged size asks for more than there is
        now.clear()
    return now[0] if now else observe(roots, options)


def remember(
    memory: str, out: str, before: Observation, files: Mapping[str, tuple[str, str, int, int, int, int]]
) -> None:
    """Save what `changed` compares with; sources touched a moment before they were observed are not trusted."""
    if not before.is_settled:
        return
    marks = _dense([number for record in files.values() for number in record[2:]])
    parts = (before.names, before.numbers, _packed(files), marks)
    fresh = f"{memory}.{os.getpid()}.new"
    try:
        header = b" ".join((*_header(out, before.options), *(b"%d" % len(part) for part in parts)))
        with open(fresh, "wb", opener=_never_linked) as file:
            file.write(b"".join((header, b"\n", *parts)))
        os.replace(fresh, memory)
    except OSError:  # nothing is lost but time: the next build does its work
        with suppress(OSError):
            os.unlink(fresh)


def _never_linked(path: str, flags: int) -> int:
    """Do as `source.files.never_linked`, without loading that module."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o644)


def _header(out: str, options: str) -> list[bytes]:
    found = os.lstat(out)
    return [_FORM, b"%d" % found.st_dev, b"%d" % found.st_ino, options.encode().hex().encode() or b"-"]


def _gather(folder: str, names: list[str], numbers: list[int]) -> None:
    """Take names and numbers of a folder's content, folder by folder, following no link."""
    inner: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):  # its own times say no more than the names in it
                    if entry.name != _COMPILED:
                        inner.append(entry.path)
                    continue
                names.append(entry.name)
                found = entry.stat(follow_symlinks=False)
                numbers += (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
    except OSError as error:  # a folder that cannot be read is a fact to compare, like any other
        names.append(f"? {error.errno}")
    for path in inner:
        names.append(path)
        _gather(path, names, numbers)


def _both(here: Callable[[], bool], beside: Callable[[], bool], *, at_once: bool) -> bool:
    """Ask two questions, where it pays at once: the second in a child process, which a no to the first ends."""
    if not at_once:
        return here() and beside()
    child = os.fork()
    if not child:
        verdict = 1
        try:
            verdict = int(not beside())
        finally:
            os._exit(verdict)
    answer = False
    try:
        answer = here()
    finally:
        if not answer:
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    return answer and status == 0


def _marks(out: str, paths: Iterable[str]) -> bytes:
    numbers: list[int] = []
    for path in paths:
        found = os.lstat(f"{out}/{path}")
        numbers += (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
    return _dense(numbers)


def _packed(names: Iterable[str]) -> bytes:
    return "\0".join(names).encode("utf-8", "surrogateescape")


def _dense(numbers: list[int]) -> bytes:
    return repr(numbers).encode()
