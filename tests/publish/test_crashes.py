"""What is left when a build is killed or refused by the system at any moment: the old site or the new one, whole."""

import errno
import os
import random
import resource
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ppidgen.diagnostics import MachineFault
from tests.publish.sites import build, contents, home, in_child, litter

CALLS = (
    "chmod",
    "fchmod",
    "fsync",
    "link",
    "lstat",
    "makedirs",
    "mkdir",
    "open",
    "rename",
    "replace",
    "rmdir",
    "stat",
    "unlink",
    "write",
)
OLD = {"index.html": b"lama", "tetap/index.html": b"tetap", "hilang/index.html": b"hilang"}
NEW = {"index.html": b"baru", "tetap/index.html": b"tetap", "tambah/index.html": b"tambah"}
START = "no site", "one generation", "two generations"


def begin(out: Path, start: str) -> None:
    for _ in range(START.index(start)):
        build(out, OLD)


@pytest.fixture(scope="module")
def wholes(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("bersih")
    build(folder / "lama", OLD)
    build(folder / "baru", NEW)
    return contents(folder / "lama"), contents(folder / "baru")


def strike(at: int, blow: Callable[[], object]) -> Callable[[], bool]:
    """Let the `at`-th system call fall to `blow`; give a question: did it come to that?"""
    calls = 0

    def struck(original: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            nonlocal calls
            calls += 1
            if calls == at:
                blow()
            return original(*args, **kwargs)

        return call

    for name in CALLS:
        setattr(os, name, struck(getattr(os, name)))
    return lambda: calls >= at


def refuse(code: int) -> Callable[[], object]:
    def blow() -> None:
        raise OSError(code, os.strerror(code))

    return blow


@pytest.mark.slow
@pytest.mark.parametrize("start", START)
def test_killed_at_every_system_call_the_site_stays_whole(
    tmp_path: Path, start: str, wholes: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    old, new = wholes
    for at in range(1, 1000):
        out = tmp_path / str(at) / "situs"
        begin(out, start)

        def killed(out: Path = out, at: int = at) -> None:
            strike(at, lambda: os.kill(os.getpid(), signal.SIGKILL))
            build(out, NEW)

        code = in_child(killed)
        assert code in {0, -signal.SIGKILL}
        assert (contents(out) if out.exists() else None) in (
            (new,) if code == 0 else (new, None if start == "no site" else old)
        )
        build(out, NEW)
        assert contents(out) == new
        assert litter(out) == set()
        if code == 0:
            break
    assert at > 20


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("start", START)
@pytest.mark.slow
def test_refused_at_every_system_call_the_site_stays_whole(
    tmp_path: Path, start: str, code: int, wholes: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    old, new = wholes
    for at in range(1, 1000):
        out = tmp_path / str(at) / "situs"
        begin(out, start)

        def refused(out: Path = out, at: int = at) -> None:
            was_struck = strike(at, refuse(code))
            try:
                build(out, NEW)
            except MachineFault as fault:
                if fault.code not in {"MSN001", "MSN007"} or not fault.data["path"]:
                    os._exit(3)
            os._exit(2 if was_struck() else 0)

        answer = in_child(refused)
        assert answer in {0, 2}
        assert (contents(out) if out.exists() else None) in (new, None if start == "no site" else old)
        build(out, NEW)
        assert contents(out) == new
        assert litter(out) == set()
        if answer == 0:
            break
    assert at > 20


@pytest.mark.slow
def test_killed_at_any_moment_the_site_stays_whole(
    tmp_path: Path, wholes: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    old, new = wholes
    out = tmp_path / "situs"
    build(out, OLD)
    dice = random.Random(20240501)  # noqa: S311 a repeatable order, not a secret
    started = time.monotonic()
    build(out, OLD)
    usual = time.monotonic() - started
    killed = 0
    for turn in range(60):
        child = os.fork()
        if not child:
            build(out, NEW if turn % 2 else OLD)
            os._exit(0)
        time.sleep(dice.uniform(0, 1.5 * usual))
        os.kill(child, signal.SIGKILL)
        killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
        assert contents(out) in (old, new)
        assert litter(out) == set() or litter(out) == {"state.json.new"}
    assert killed > 5
    build(out, NEW)
    assert contents(out) == new
    assert litter(out) == set()


@pytest.mark.parametrize("victim", range(4))
def test_a_file_too_large_for_the_system_is_told(tmp_path: Path, victim: int) -> None:
    out = tmp_path / "situs"
    build(out, OLD)
    before = contents(out)
    pages = {f"{number}/index.html": b"x" * (9_000 if number == victim else 10) for number in range(4)}

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, 4_000))
        with pytest.raises(MachineFault) as caught:
            build(out, pages)
        assert caught.value.code == "MSN008"
        assert caught.value.data["path"].endswith(f"{victim}/index.html")

    assert in_child(limited) == 0
    assert contents(out) == before
    assert not any(path.endswith(f"{victim}/index.html") for path in contents(home(out)))


@pytest.mark.slow
def test_a_reader_never_sees_two_generations_mixed(tmp_path: Path) -> None:
    out = tmp_path / "situs"
    pages = [f"halaman-{number}/index.html" for number in range(25)]
    build(out, dict.fromkeys(pages, b"0"))
    child = os.fork()
    if not child:
        for generation in range(1, 31):
            build(out, dict.fromkeys(pages, b"%d" % generation))
        os._exit(0)
    looks = 0
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        first = (out / pages[0]).read_bytes()
        seen = [(out / page).read_bytes() for page in pages]
        last = (out / pages[-1]).read_bytes()
        assert seen == sorted(seen, key=int)
        if first == last:
            assert set(seen) == {first}
            looks += 1
    assert looks > 20
    assert {(out / page).read_bytes() for page in pages} == {b"30"}


def test_two_builds_at_once_end_one_after_the_other(
    tmp_path: Path, wholes: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    out = tmp_path / "situs"
    children = []
    for turn in range(6):
        child = os.fork()
        if not child:
            build(out, NEW if turn % 2 else OLD, patience=20)
            os._exit(0)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 6
    assert contents(out) in wholes
    assert litter(out) == set()
