"""Builds that are killed or refused at one system call after another, and what must then be left: a whole site.

Each function goes on until a build was not reached any more, and gives how many blows there were.
"""

import errno
import os
import signal
from collections.abc import Callable, Collection
from pathlib import Path

from ppidgen.diagnostics import MachineFault
from tests.publish.sites import build, contents, in_child, litter

CALLS = (
    "chmod", "fchmod", "fsync", "ftruncate", "link", "lstat", "makedirs", "mkdir", "open", "rename", "replace", "rmdir",
    "stat", "unlink", "write",
)  # fmt: skip
OLD = {"index.html": b"lama", "tetap/index.html": b"tetap", "hilang/index.html": b"hilang"}
NEW = {"index.html": b"baru", "tetap/index.html": b"tetap", "tambah/index.html": b"tambah"}
STARTS = "no site", "one generation", "two generations"
REFUSALS = (errno.ENOSPC, errno.EIO)
_MOST = 1000
_STRUCK, _WRONG_WORD = 2, 3


def begin(out: Path, start: str) -> None:
    """Publish as many generations as a build is to find."""
    for _ in range(STARTS.index(start)):
        build(out, OLD)


def wholes(folder: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Give the old and the new site as clean builds make them."""
    build(folder / "lama", OLD)
    build(folder / "baru", NEW)
    return contents(folder / "lama"), contents(folder / "baru")


def strike(at: int, blow: Callable[[], object], *, lasting: bool = False) -> Callable[[], bool]:
    """Let the `at`-th system call fall to `blow`, or all from there on; give a question: did it come to that?"""
    calls = 0

    def struck(original: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            nonlocal calls
            calls += 1
            if calls == at or (lasting and calls > at):
                blow()
            return original(*args, **kwargs)

        return call

    for name in CALLS:
        setattr(os, name, struck(getattr(os, name)))
    return lambda: calls >= at


def shorten(at: int) -> Callable[[], bool]:
    """Let the `at`-th write take only a part of what it is given; give a question: did it come to that?"""
    calls, original = 0, os.write

    def written(handle: int, block: bytes) -> int:
        nonlocal calls
        calls += 1
        return original(handle, block[: max(1, len(block) // 3)] if calls == at else block)

    setattr(os, "write", written)  # noqa: B010 - a plain assignment is refused by the type checker
    return lambda: calls >= at


def refusing(code: int) -> Callable[[], object]:
    """Give a blow that refuses a call as a full or broken disk does."""

    def blow() -> None:
        raise OSError(code, os.strerror(code))

    return blow


def killed_everywhere(folder: Path, start: str) -> int:
    """Kill a build at each of its system calls."""

    def killed(out: Path, at: int) -> None:
        strike(at, lambda: os.kill(os.getpid(), signal.SIGKILL))
        build(out, NEW)

    return _everywhere(folder, start, killed, {-signal.SIGKILL})


def refused_everywhere(folder: Path, start: str, code: int, *, lasting: bool = False) -> int:
    """Refuse each system call of a build; with `lasting` all that follow as well, as a disk that stays full does."""

    def refused(out: Path, at: int) -> None:
        was_struck = strike(at, refusing(code), lasting=lasting)
        try:
            build(out, NEW)
        except MachineFault as fault:
            if fault.code not in {"MSN001", "MSN007"} or not fault.data["path"]:
                os._exit(_WRONG_WORD)
        os._exit(_STRUCK if was_struck() else 0)

    return _everywhere(folder, start, refused, {_STRUCK})


def shortened_everywhere(folder: Path, start: str) -> int:
    """Let each write of a build take only a part; it goes on with the rest and succeeds."""

    def shortened(out: Path, at: int) -> None:
        was_struck = shorten(at)
        build(out, NEW)
        os._exit(_STRUCK if was_struck() else 0)

    return _everywhere(folder, start, shortened, {_STRUCK}, is_to_succeed=True)


def _everywhere(
    folder: Path,
    start: str,
    work: Callable[[Path, int], None],
    blows: Collection[int],
    *,
    is_to_succeed: bool = False,
) -> int:
    old, new = wholes(folder / "utuh")
    before = {} if start == STARTS[0] else old
    for at in range(1, _MOST):
        out = folder / str(at) / "situs"
        begin(out, start)
        code = in_child(lambda out=out, at=at: work(out, at))  # type: ignore[misc]  # the loop's values of this turn
        assert code == 0 or code in blows, f"{start}, call {at}: code {code}"
        found = contents(out) if out.exists() else {}
        assert found in ((new,) if code == 0 or is_to_succeed else (new, before)), f"{start}, call {at}: torn"
        build(out, NEW)
        assert contents(out) == new, f"{start}, call {at}: not recovered"
        assert litter(out) == set(), f"{start}, call {at}: {litter(out)}"
        if code == 0:
            return at - 1
    raise AssertionError("a build without an end")
