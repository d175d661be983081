"""What is left when a build is killed or refused by the system at any moment: the old site or the new one, whole."""

import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ppidgen.diagnostics import MachineFault
from tests.crash.striking import NEW, OLD, wholes
from tests.publish.sites import build, contents, home, in_child, litter

pytestmark = pytest.mark.slow  # whole portals, one after the other

Both = tuple[dict[str, bytes], dict[str, bytes]]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    return wholes(tmp_path_factory.mktemp("bersih"))


def test_struck_at_every_system_call_cut_off_or_read_meanwhile_the_site_stays_whole(repository: Path) -> None:
    """In a small process of its own: a fork of this one takes longer than the build that is struck."""
    command = [sys.executable, "-m", "tests.crash.run", "--quick", "--cuts", "40", "--looks", "50"]
    done = subprocess.run(command, cwd=repository, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    struck = {
        what: int(checks) for what, checks in re.findall(r"^(.+): (\d+) checks, 0 wrong", done.stdout, re.MULTILINE)
    }
    assert len(struck) == 11
    assert all(checks > 150 for what, checks in struck.items() if "each system call" in what)


def test_killed_at_any_moment_the_site_stays_whole(swift_path: Path, both: Both) -> None:
    old, new = both
    out = swift_path / "situs"
    build(out, OLD)
    dice = random.Random(20240501)  # noqa: S311 a repeatable order, not a secret
    started = time.monotonic()
    build(out, OLD)
    usual = time.monotonic() - started
    killed = turn = 0
    while killed < 20:
        turn += 1
        assert turn < 1000
        child = os.fork()
        if not child:
            build(out, NEW if turn % 2 else OLD)
            os._exit(0)
        time.sleep(dice.uniform(0, usual))
        os.kill(child, signal.SIGKILL)
        killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
        assert contents(out) in (old, new)
        assert litter(out) == set() or litter(out) == {"state.json.new"}
    build(out, NEW)
    assert contents(out) == new
    assert litter(out) == set()


@pytest.mark.parametrize("victim", range(4))
def test_a_file_too_large_for_the_system_is_told(swift_path: Path, victim: int) -> None:
    out = swift_path / "situs"
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


def test_a_folder_that_may_not_be_written_is_told_and_left_as_it_was(swift_path: Path) -> None:
    out = swift_path / "tertutup/situs"
    build(out, OLD)
    before = contents(out.parent)
    for folder in (home(out), out.parent):
        folder.chmod(0o555)
    swift_path.chmod(0o755)

    def refused() -> None:
        if os.geteuid() == 0:  # root may write anywhere
            os.setuid(65_534)
        with pytest.raises(MachineFault) as caught:
            build(out, NEW)
        assert caught.value.code == "MSN004"
        assert caught.value.data["path"].startswith(str(out.parent))

    assert in_child(refused) == 0
    assert contents(out.parent) == before
    out.parent.chmod(0o755)
    home(out).chmod(0o755)


def test_two_builds_at_once_end_one_after_the_other(swift_path: Path, both: Both) -> None:
    out = swift_path / "situs"
    children = []
    for turn in range(6):
        child = os.fork()
        if not child:
            build(out, NEW if turn % 2 else OLD, patience=20)
            os._exit(0)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 6
    assert contents(out) in both
    assert litter(out) == set()
