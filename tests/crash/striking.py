"""Builds that are killed or refused at one system call after another, and what must then be left: a whole site.

Each function goes on until a build was not reached any more, and gives how many blows there were.
"""

import errno
import os
import signal
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path

from ppidgen.diagnostics import MachineFault
from ppidgen.publish import exchange_dirs
from tests.publish.sites import build, contents, home, in_child, litter

CHANGING = (
    "chmod", "fchmod", "fsync", "ftruncate", "link", "makedirs", "mkdir", "open", "pwrite", "rename", "replace",
    "rmdir", "unlink", "write",
)  # fmt: skip
ASKING = "close", "fstat", "listdir", "lstat", "scandir", "stat"
OLD = {"index.html": b"lama.", "tetap/index.html": b"tetap", "hilang/index.html": b"hilang", "balik/index.html": b"b"}
NEW = {"index.html": b"baru.", "tetap/index.html": b"tetap", "tambah/index.html": b"tambah", "balik/index.html": b"b"}
# Two pages that the next generation but one writes over: one is written, whole or in part, the other taken over from
# the published tree.
FIRST = {**OLD, "index.html": b"mula-mula, dan lebih panjang.", "balik/index.html": b"bolak"}
_TWO = {"index.html", "balik/index.html"}
OVER, SPLICED = "written over", "written over in part"
_IN_PLACE = {OVER, SPLICED}
BY_RENAMES = "exchanged by renames"
STARTS: Mapping[str, Sequence[Mapping[str, bytes]]] = {
    "no site": (), "one generation": (OLD,), "two generations": (OLD, OLD), OVER: (FIRST, OLD),
    SPLICED: (FIRST, OLD), BY_RENAMES: (OLD, OLD),
}  # fmt: skip
REFUSALS = {errno.ENOSPC: CHANGING, errno.EIO: CHANGING + ASKING}
_MOST = 1000
_BATCH = 20
REST = 0.03  # seconds until what was just written is old enough to be written over
_STRUCK, _WRONG_WORD = 2, 3


def begun(folder: Path, start: str) -> Iterator[Path]:
    """Lay site after site as a build is to find them, many at a time: what is to be written over must rest first."""
    for first in range(1, _MOST, _BATCH):
        outs = [folder / str(at) / "situs" for at in range(first, first + _BATCH)]
        for out in outs:
            out.parent.mkdir(parents=True)
            for pages in STARTS[start]:
                build(out, pages)
        if start in _IN_PLACE:
            time.sleep(REST)
        yield from outs


def publish(out: Path, start: str) -> None:
    """Publish the new site the way that its start asks for."""
    exchange = exchange_dirs.exchanged
    if start == BY_RENAMES:
        _exchange_with(lambda *_: False)
    try:
        build(out, NEW, over=start in _IN_PLACE, before=FIRST if start == SPLICED else {})
    finally:
        _exchange_with(exchange)


def _exchange_with(exchange: Callable[..., object]) -> None:
    setattr(exchange_dirs, "exchanged", exchange)  # noqa: B010 - a plain assignment is refused by the type checker


def wholes(folder: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Give the old and the new site as clean builds make them."""
    build(folder / "lama", OLD)
    build(folder / "baru", NEW)
    return contents(folder / "lama"), contents(folder / "baru")


def strike(
    at: int, blow: Callable[[], object], names: Sequence[str] = CHANGING, *, lasting: bool = False
) -> Callable[[], bool]:
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

    for name in names:
        setattr(os, name, struck(getattr(os, name)))
    _exchange_with(struck(exchange_dirs.exchanged))
    return lambda: calls >= at


def shorten(at: int) -> Callable[[], bool]:
    """Let the `at`-th write take only a part of what it is given; give a question: did it come to that?"""
    calls = 0

    def shortened(original: Callable[..., int]) -> Callable[..., int]:
        def call(handle: int, block: bytes, *place: int) -> int:
            nonlocal calls
            calls += 1
            return original(handle, block[: max(1, len(block) // 3)] if calls == at else block, *place)

        return call

    for name in ("write", "pwrite"):
        setattr(os, name, shortened(getattr(os, name)))
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
        publish(out, start)

    return _everywhere(folder, start, killed, {-signal.SIGKILL})


def refused_everywhere(folder: Path, start: str, code: int, *, lasting: bool = False) -> int:
    """Refuse each system call of a build; with `lasting` all that follow as well, as a disk that stays full does."""

    def refused(out: Path, at: int) -> None:
        was_struck = strike(at, refusing(code), REFUSALS[code], lasting=lasting)
        try:
            publish(out, start)
        except MachineFault as fault:
            if fault.code not in {"MSN001", "MSN007"} or not fault.data["path"]:
                os._exit(_WRONG_WORD)
        os._exit(_STRUCK if was_struck() else 0)

    return _everywhere(folder, start, refused, {_STRUCK})


def shortened_everywhere(folder: Path, start: str) -> int:
    """Let each write of a build take only a part; it goes on with the rest and succeeds."""

    def shortened(out: Path, at: int) -> None:
        was_struck = shorten(at)
        publish(out, start)
        os._exit(_STRUCK if was_struck() else 0)

    return _everywhere(folder, start, shortened, {_STRUCK}, is_to_succeed=True)


def _places(folder: Path) -> set[tuple[str, int]]:
    """Give the files of a folder with the number of the place where each lies."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {(path.relative_to(folder).as_posix(), path.stat().st_ino) for path in files}


def _everywhere(
    folder: Path,
    start: str,
    work: Callable[[Path, int], None],
    blows: Collection[int],
    *,
    is_to_succeed: bool = False,
) -> int:
    old, new = wholes(folder / "utuh")
    before = old if STARTS[start] else {}
    for at, out in enumerate(begun(folder, start), 1):
        places = _places(home(out) / "spare")
        code = in_child(lambda out=out, at=at: work(out, at))  # type: ignore[misc]  # the loop's values of this turn
        assert code == 0 or code in blows, f"{start}, call {at}: code {code}"
        found = contents(out) if out.exists() else {}
        # Between two renames there is no site: the gap that is told of where folders cannot be exchanged.
        allowed = (new,) if code == 0 or is_to_succeed else (new, before, *[{}] * (start == BY_RENAMES))
        assert found in allowed, f"{start}, call {at}: torn"
        if code == 0:
            kept = {path for path, _ in places & _places(out)}
            assert (start in _IN_PLACE) == (kept >= _TWO), f"{start}: {kept} kept their places"
            return at - 1
        publish(out, start)
        assert contents(out) == new, f"{start}, call {at}: not recovered"
        assert litter(out) == set(), f"{start}, call {at}: {litter(out)}"
    raise AssertionError("a build without an end")
