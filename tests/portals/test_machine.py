"""What the machine does to a build: full, forbidden, stopped, killed, doubled. What was published stays or is new."""

import os
import random
import resource
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.portals.laying import DAY, SOUND, Told, contents, ended, in_charge, lay, ppidgen, start

pytestmark = pytest.mark.slow  # whole portals, one after the other

BUILD = ("build", "--as-of", DAY)
WITHOUT_SEARCH = (*BUILD, "--no-search")
MANY = 450  # more than one process shares
PATIENCE = 60  # seconds for workers to end by themselves; they are gone within one unless something holds them


def refused(told: Told, code: str = "MSN") -> str:
    """Give the sentence with which the machine's fault was told."""
    assert told.code == 3, told
    assert "Traceback" not in told.err
    assert told.err.startswith(code), told.err
    return told.err


def named(portal: Path, name: str) -> Path:
    """Give the portal another name in every page."""
    return lay(portal, {"content/situs.yaml": f"judul: PPID {name}\n"})


def limit_of(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("size", [500, 3_000, 20_000])
def test_a_disk_that_takes_no_more_leaves_the_old_site_whole(portal: Path, size: int) -> None:
    before = contents(portal / "site")
    told = ended(start(named(portal, "Baru"), *WITHOUT_SEARCH, before=limit_of(size)))
    assert "terbit" in refused(told, "MSN008")
    assert contents(portal / "site") == before
    assert ended(start(portal, *WITHOUT_SEARCH)).code == 0
    assert b"PPID Baru" in contents(portal / "site")["index.html"]


def test_a_place_where_nobody_may_write_is_told(portal: Path) -> None:
    told = ppidgen(*WITHOUT_SEARCH, portal, "--out", "/proc/self/site")  # not even root may make a folder there
    assert "/proc/" in refused(told)


@pytest.mark.parametrize(
    ("out", "code"),
    [
        ("content", "MSN014"), ("content/informasi", "MSN014"), (".", "MSN014"), ("..", "MSN014"), ("/", "MSN014"),
        ("lain", "MSN002"), ("tautan", "MSN013"),
    ],
)  # fmt: skip
def test_a_folder_that_is_not_ours_is_never_built_into(portal: Path, out: str, code: str) -> None:
    lay(portal, {"lain/surat.txt": "milik orang", "tautan": lambda path: path.symlink_to("lain")})
    before = contents(portal.parent)
    refused(ppidgen(*WITHOUT_SEARCH, portal, "--out", portal / out), code)
    assert beyond_memory(contents(portal.parent)) == beyond_memory(before)


def beyond_memory(found: dict[str, bytes]) -> dict[str, bytes]:
    return {path: raw for path, raw in found.items() if "/.ppidgen/" not in path}


def test_a_file_is_no_folder_to_build_into(portal: Path) -> None:
    lay(portal, {"surat.txt": "milik orang"})
    assert ppidgen(*WITHOUT_SEARCH, portal, "--out", portal / "surat.txt").code == 2
    assert (portal / "surat.txt").read_text(encoding="utf-8") == "milik orang"


def test_the_home_of_whoever_builds_is_never_built_into(portal: Path) -> None:
    home = lay(portal.parent / "rumah", {".profile": "x", "surat.txt": "y"})
    refused(ppidgen(*WITHOUT_SEARCH, portal, "--out", home), "MSN002")
    assert contents(home) == {".profile": b"x", "surat.txt": b"y"}


def without_indexer(folder: Path, program: str) -> Path:
    """Make an installation whose search indexer is missing, or is another program."""
    lay(folder, {"pagefind_bin/__init__.py": ""})
    if program:
        lay(folder, {"pagefind_bin/pagefind": program})
        (folder / "pagefind_bin/pagefind").chmod(0o755)
    return folder


@pytest.mark.parametrize(
    ("program", "code"),
    [
        pytest.param("", "MSN010", id="missing"),
        pytest.param("#!/bin/sh\nexit 1\n", "MSN010", id="failing"),
        pytest.param("no program at all", "MSN010", id="damaged"),
        pytest.param("#!/bin/sh\necho 'pagefind 1.0'\n", "MSN011", id="silent"),
        pytest.param("#!/bin/sh\nhead -c 100 >/dev/null; echo 'bukan base64,'\n", "MSN011", id="babbling"),
        pytest.param("#!/bin/sh\nhead -c 100 >/dev/null; echo 'W10=,'\n", "MSN011", id="a list for an answer"),
    ],
)  # fmt: skip
def test_without_its_search_indexer_a_build_changes_nothing(
    portal: Path, tmp_path: Path, program: str, code: str
) -> None:
    before = contents(portal / "site")
    path = without_indexer(tmp_path / "lain", program)
    told = ended(start(named(portal, "Baru"), *BUILD, PYTHONPATH=path))
    refused(told, code)
    assert contents(portal / "site") == before


def crowd(portal: Path) -> Path:
    """Give the portal so many entries that several processes share its pages."""
    entries = "".join(f"- judul: Laporan {one}\n  kategori: berkala\n" for one in range(MANY))
    return lay(portal, {"content/informasi/bpkad.yaml": entries})


class Crowded(NamedTuple):
    """A portal of many entries, what its two versions publish, and how long a build of it takes."""

    portal: Path
    sites: list[dict[str, bytes]]
    usual: float


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Crowded:
    portal, sites, usual = crowd(lay(tmp_path_factory.mktemp("ramai") / "portal", SOUND)), [], 0.0
    for name in ("Lama", "Baru"):
        began = time.monotonic()
        told = ended(start(named(portal, name), *WITHOUT_SEARCH))
        usual = time.monotonic() - began
        assert told.code == 0, told
        sites.append(contents(portal / "site"))
    assert sites[0] != sites[1]
    return Crowded(portal, sites, usual)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_stopped_at_any_moment_a_build_leaves_one_site_or_the_other(crowded: Crowded, number: signal.Signals) -> None:
    """Few moments here; `python -m tests.crash.run` tries three hundred."""
    portal, sites, usual = crowded
    dice = random.Random(20260131)  # noqa: S311 - a repeatable order, not a secret
    ends = []
    for turn in range(5):
        running = start(named(portal, ("Baru", "Lama")[turn % 2]), *WITHOUT_SEARCH)
        in_charge(running)
        time.sleep(dice.uniform(0.0, 1.0) * usual)
        running.send_signal(number)
        told = ended(running)
        ends.append(told.code)
        assert "Traceback" not in told.err
        assert contents(portal / "site") in sites
        assert {path.name for path in portal.iterdir()} <= {"content", "site", ".ppidgen", ".site.ppidgen"}
    # While Python itself ends, after all is done, the signal ends it.
    assert set(ends) <= {0, -number, 128 + number}
    assert set(ends) != {0}
    assert ended(start(named(portal, "Baru"), *WITHOUT_SEARCH)).code == 0
    assert contents(portal / "site") == sites[1]


def test_a_killed_build_leaves_no_process_behind_that_holds_up_the_next(crowded: Crowded) -> None:
    portal = crowded.portal
    running = start(named(portal, "Lama"), *WITHOUT_SEARCH)
    workers = children_of(running.pid)
    assert workers
    running.kill()
    ended(running)
    deadline = time.monotonic() + PATIENCE
    while any(Path(f"/proc/{pid}").exists() for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert [pid for pid in workers if Path(f"/proc/{pid}").exists()] == []
    assert ended(start(portal, *WITHOUT_SEARCH)).code == 0


def children_of(pid: int) -> list[str]:
    """Wait until a process has started all the workers that it will, or has ended without."""
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        while True:
            found = listed.read_text(encoding="ascii").split()
            if len(found) > 1:
                return found
    except OSError:
        return []


def test_two_builds_at_once_end_one_after_the_other(crowded: Crowded) -> None:
    portal, sites, _ = crowded
    named(portal, "Baru")
    running = [start(portal, *WITHOUT_SEARCH, "--draft") if turn else start(portal, *WITHOUT_SEARCH) for turn in (0, 1)]
    assert [ended(one).code for one in running] == [0, 0]
    assert ended(start(portal, *WITHOUT_SEARCH)).code == 0
    assert contents(portal / "site") == sites[1]


def test_a_sound_portal_needs_neither_home_nor_settings(tmp_path: Path) -> None:
    portal = lay(tmp_path / "portal", SOUND)
    running = start(portal, *WITHOUT_SEARCH, HOME="/tidak/ada", TZ="Nowhere/Nothing", PYTHONHASHSEED=1, COLUMNS=20)
    assert ended(running).code == 0
    first = contents(portal / "site")
    strict = start(portal, *WITHOUT_SEARCH, "--out", "situs", PYTHONHASHSEED=2, before=lambda: os.umask(0o077))
    assert ended(strict).code == 0
    assert contents(portal / "situs") == first
    assert {path.stat().st_mode & 0o777 for path in (portal / "situs").rglob("*") if path.is_file()} == {0o644}
