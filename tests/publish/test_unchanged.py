import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ppidgen.publish.places import places
from ppidgen.publish.unchanged import changed, observe, remember
from tests.publish.sites import build

PAGES = {"index.html": b"beranda", "a/b/index.html": b"dalam"}


class Portal:
    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        self.out = folder / "situs"
        (self.content / "informasi").mkdir(parents=True)
        (self.content / "informasi/lkpd.yaml").write_bytes(b"judul: LKPD")
        (self.content / "badan-publik.yaml").write_bytes(b"nama: Contoh")
        self.memory = places(self.out).unchanged
        time.sleep(0.03)

    def build(self, options: str = "o") -> None:
        before = observe([str(self.content)], options)
        remember(self.memory, str(self.out), before, build(self.out, PAGES).files)

    def is_unchanged(self, options: str = "o") -> bool:
        return changed(self.memory, str(self.out), [str(self.content)], options) is None


@pytest.fixture
def portal(tmp_path: Path) -> Portal:
    portal = Portal(tmp_path)
    portal.build()
    return portal


def test_nothing_changed_after_a_build(portal: Portal) -> None:
    assert portal.is_unchanged()
    portal.build()
    portal.build()
    assert portal.is_unchanged()


def test_what_python_compiles_while_the_program_runs_is_no_change(portal: Portal) -> None:
    compiled = portal.content / "informasi/__pycache__"
    compiled.mkdir()
    (compiled / "lkpd.pyc").write_bytes(b"1")
    assert portal.is_unchanged()


def test_other_options_are_a_change(portal: Portal) -> None:
    assert not portal.is_unchanged("lain")


def same_size_and_time(portal: Portal) -> None:
    path = portal.content / "informasi/lkpd.yaml"
    before = path.stat()
    path.write_bytes(b"judul: LRA ")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def moved_out(portal: Portal) -> None:
    portal.out.rename(portal.out.parent / "dipindah")


def copied_back(portal: Portal) -> None:
    path = portal.out / "a/b/index.html"
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content)


CHANGES: dict[str, Callable[[Portal], object]] = {
    "an edit": lambda p: (p.content / "informasi/lkpd.yaml").write_bytes(b"judul: LRA"),
    "a touch": lambda p: (p.content / "informasi/lkpd.yaml").touch(),
    "an edit that hides": same_size_and_time,
    "a new file": lambda p: (p.content / "informasi/baru.yaml").write_bytes(b""),
    "a new folder": lambda p: (p.content / "layanan").mkdir(),
    "a file gone": lambda p: (p.content / "badan-publik.yaml").unlink(),
    "a file renamed": lambda p: (p.content / "badan-publik.yaml").rename(p.content / "badan.yaml"),
    "sources gone": lambda p: p.content.rename(p.content.parent / "dipindah"),
    "an output gone": lambda p: (p.out / "a/b/index.html").unlink(),
    "an output altered": lambda p: (p.out / "a/b/index.html").write_bytes(b"palsu"),
    "an output altered to the same size": lambda p: (p.out / "index.html").write_bytes(b"BERANDA"),
    "an output copied back": copied_back,
    "the site moved": moved_out,
    "the memory gone": lambda p: Path(p.memory).unlink(),
    "the memory empty": lambda p: Path(p.memory).write_bytes(b""),
    "the memory cut off": lambda p: Path(p.memory).write_bytes(Path(p.memory).read_bytes()[:-1]),
    "the memory scrambled": lambda p: Path(p.memory).write_bytes(b"ppidgen-unchanged-1 1 1 6f x y z -1\n\xff\0"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_noticed(portal: Portal, change: str) -> None:
    CHANGES[change](portal)
    assert not portal.is_unchanged()


def test_another_build_in_between_is_noticed(portal: Portal) -> None:
    build(portal.out, PAGES)
    assert not portal.is_unchanged()


def test_sources_touched_a_moment_ago_are_not_trusted(tmp_path: Path) -> None:
    portal = Portal(tmp_path)
    (portal.content / "badan-publik.yaml").touch()
    portal.build()
    assert not portal.is_unchanged()


def test_a_memory_that_cannot_be_saved_stops_nothing(portal: Portal) -> None:
    remember(f"{portal.memory}/x", str(portal.out), observe([str(portal.content)], "o"), {})


@pytest.mark.parametrize("size", [b"9" * 14, b"9" * 30, b"9" * 5_000, b"-1"])
def test_a_memory_that_asks_for_more_than_there_is_is_none(portal: Portal, size: bytes) -> None:
    memory = Path(portal.memory)
    head, _, rest = memory.read_bytes().partition(b"\n")
    memory.write_bytes(b" ".join((*head.split()[:-1], size)) + b"\n" + rest.replace(b"[", b"9"))
    assert not portal.is_unchanged()


@pytest.mark.slow
def test_a_large_site_is_compared_the_same_way(tmp_path: Path) -> None:
    portal = Portal(tmp_path)
    pages = {f"{number}/index.html": b"x" for number in range(3_500)}
    before = observe([str(portal.content)], "o")
    remember(portal.memory, str(portal.out), before, build(portal.out, pages).files)
    assert portal.is_unchanged()
    (portal.out / "3499/index.html").write_bytes(b"y")
    assert not portal.is_unchanged()
    (portal.content / "baru.yaml").write_bytes(b"")
    assert not portal.is_unchanged()


def test_it_loads_little() -> None:
    script = "import sys, ppidgen.publish.unchanged; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-S", "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"json", "orjson", "dataclasses", "pydantic", "subprocess", "ctypes", "hashlib", "re"} & set(loaded)
