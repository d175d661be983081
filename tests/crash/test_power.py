"""After a power cut at any moment the published site is the old one or the new one, and what was said is so."""

import random
import time
from pathlib import Path

import pytest

from ppidgen.publish import staging
from ppidgen.publish.staging import publishing
from tests.crash.power import Recorder, recorded
from tests.publish.sites import build, contents, litter

OLD = {"index.html": b"lama", "tetap/index.html": b"tetap", "hilang/index.html": b"hilang"}
FIRST = {**OLD, "index.html": b"mula-mula"}
NEW = {"index.html": b"baru", "tetap/index.html": b"tetap", "tambah/index.html": b"tambah"}
MANY = {f"halaman-{number}/index.html": b"isi %d" % number for number in range(80)}  # more than are synced singly

Wholes = dict[str, dict[str, bytes]]


@pytest.fixture(scope="module")
def wholes(tmp_path_factory: pytest.TempPathFactory) -> Wholes:
    folder = tmp_path_factory.mktemp("utuh")
    for name, pages in {"old": OLD, "new": NEW, "many": MANY}.items():
        build(folder / name, pages)
    return {name: contents(folder / name) for name in ("old", "new", "many")}


def record(folder: Path, pages: dict[str, bytes], before: int, *, over: bool = False) -> Recorder:
    folder.mkdir()
    for number in range(before):
        build(folder / "situs", OLD if number or not over else FIRST)
    time.sleep(0.05 * over)  # none is written over that was written a moment ago
    with recorded(folder) as recorder:
        build(folder / "situs", pages, over=over)
    return recorder


def left(recorder: Recorder, cut: int, dice: random.Random, folder: Path) -> Path:
    recorder.after(cut, dice).lay(recorder.top, folder)
    return folder / "situs"


@pytest.mark.slow
@pytest.mark.parametrize(("before", "over"), [(0, False), (1, False), (2, False), (2, True)])
def test_a_power_cut_at_any_moment_leaves_one_site_whole(
    swift_path: Path, before: int, wholes: Wholes, *, over: bool
) -> None:
    recorder = record(swift_path / "asal", NEW, before, over=over)
    assert over == any(one.kind == "over" for one in recorder.changes)
    dice = random.Random(before)  # noqa: S311 a repeatable order, not a secret
    allowed = (wholes["new"], wholes["old"] if before else {})
    last = len(recorder.changes)
    assert last > 15
    for turn, cut in enumerate([*range(last + 1), *[last] * 10]):
        out = left(recorder, cut, dice, swift_path / str(turn))
        found = contents(out) if out.exists() else {}
        assert found in allowed, cut
        assert cut < last or found == wholes["new"]
        if turn % 4 == 0:
            build(out, NEW)
            assert contents(out) == wholes["new"]
            assert litter(out) == set()


def test_what_a_worker_wrote_over_is_on_the_disk_before_a_build_that_is_given_up_trusts_it(swift_path: Path) -> None:
    out = swift_path / "asal/situs"
    build(out, FIRST)
    build(out, OLD)
    time.sleep(0.05)  # as in `record`
    with recorded(out.parent) as recorder, publishing(out) as site:
        site.write_over()
        site.write("index.html", "k", b"dari pekerja")  # it died before its record came
    changes = recorder.sealed()
    trusted = max(number for number, one in enumerate(changes) if one.kind == "remove")
    written = [one.lasting for one in changes if one.kind == "over"]
    assert written
    assert all(sealed is not None and sealed < trusted for sealed in written)


def test_many_files_are_on_the_disk_before_success_is_said(swift_path: Path, wholes: Wholes) -> None:
    recorder = record(swift_path / "asal", MANY, 1)
    dice = random.Random(3)  # noqa: S311 - a repeatable order, not a secret
    for turn in range(3):
        out = left(recorder, len(recorder.changes), dice, swift_path / str(turn))
        assert contents(out) == wholes["many"]


def test_a_build_that_did_not_sync_would_be_found_out(
    swift_path: Path, wholes: Wholes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "sync", lambda *_: None)
    recorder = record(swift_path / "asal", NEW, 1)
    last, dice = len(recorder.changes), random.Random(1)  # noqa: S311 as above
    found = [contents(left(recorder, last, dice, swift_path / str(turn))) for turn in range(8)]
    assert any(one not in (wholes["old"], wholes["new"]) for one in found)
