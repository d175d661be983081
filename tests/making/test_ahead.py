"""Warnings are put on the pages of the last build while registers are read; what was guessed wrong is never seen."""

from datetime import date
from pathlib import Path

import pytest

from ppidgen import pipeline
from ppidgen.diagnostics import Checked, Finding
from ppidgen.making import ahead
from ppidgen.model.portal.assembly import Records
from ppidgen.options import Options
from ppidgen.publish.staging import Site
from ppidgen.publish.writing import Written
from ppidgen.reading.heads import heads
from ppidgen.source.tree import SourceTree
from tests.portals.laying import SOUND, contents, lay

pytestmark = pytest.mark.slow

DAY = date(2026, 1, 31)
FLOOD = (
    "judul: Banjir {}\njenis: bencana-alam\nmulai: 2026-01-10\nselesai: 2026-02-28\nwilayah: Kota\n"
    "instruksi: Mengungsi.\n"
)
WARNING = "content/pengumuman/banjir.yaml"


def build(portal: Path) -> bool:
    options = Options(DAY, processes=2)
    return pipeline.build(portal, portal / "site", options, is_error).published is not None


def is_error(finding: Finding) -> bool:
    return finding.code.startswith(("SKM", "SIT010"))


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a portal that was published, in which even few pages are many."""
    monkeypatch.setattr(ahead, "WORTH_SHARING", 1)
    root = lay(tmp_path / "portal", {**SOUND, "content/informasi/bpkad/a.yaml": "judul: A\nkategori: berkala\n"})
    assert build(root)
    return root


@pytest.fixture
def laid(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the paths that were written ahead, once they are noted."""
    found: list[str] = []
    take = Site.take_ahead

    def noted(site: Site, records: tuple[Written, ...], *, as_wanted: bool) -> None:
        found.extend(record.path for record in records if as_wanted)
        take(site, records, as_wanted=as_wanted)

    monkeypatch.setattr(Site, "take_ahead", noted)
    return found


def published(portal: Path, clean: Path) -> dict[str, bytes]:
    """Publish, and compare with what a build of the same sources makes that knows of no other."""
    lay(clean, {path.relative_to(portal).as_posix(): path.read_text() for path in (portal / "content").rglob("*.yaml")})
    assert build(clean)
    assert build(portal)
    assert contents(portal / "site") == contents(clean / "site")
    return contents(portal / "site")


def test_every_page_bears_a_new_warning_and_nothing_else_is_other(
    portal: Path, laid: list[str], tmp_path: Path
) -> None:
    lay(portal, {WARNING: FLOOD.format("1")})
    site = published(portal, tmp_path / "clean")
    assert "informasi/bpkad/a/index.html" in laid
    assert all(b"Banjir 1" in page for path, page in site.items() if path.endswith(".html"))


def test_a_page_that_is_gone_leaves_nothing_behind(portal: Path, laid: list[str], tmp_path: Path) -> None:
    (portal / "content/informasi/bpkad/a.yaml").unlink()
    lay(portal, {WARNING: FLOOD.format("2")})
    site = published(portal, tmp_path / "clean")
    assert "informasi/bpkad/a/index.html" in laid
    assert "informasi/bpkad/a/index.html" not in site


def test_a_wrong_guess_is_not_taken(
    portal: Path, laid: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(portal, {WARNING: FLOOD.format("3"), "content/pengumuman/api.yaml": FLOOD.format("dan api")})

    def without_fire(tree: SourceTree) -> Checked[Records]:
        files = {path: file for path, file in tree.files.items() if not path.endswith("api.yaml")}
        return heads(SourceTree(files, tree.reader))

    monkeypatch.setattr("ppidgen.pipeline.heads", without_fire)
    published(portal, tmp_path / "clean")
    assert not laid


def test_an_error_elsewhere_publishes_no_warning_and_the_next_build_heals(portal: Path, tmp_path: Path) -> None:
    before = contents(portal / "site")
    lay(portal, {WARNING: FLOOD.format("4"), "content/informasi/bpkad/b.yaml": "judul: B\n"})
    assert not build(portal)
    assert contents(portal / "site") == before
    (portal / "content/informasi/bpkad/b.yaml").unlink()
    assert b"Banjir 4" in published(portal, tmp_path / "clean")["index.html"]


def test_an_error_that_a_rule_finds_after_an_edit_publishes_nothing_and_the_next_build_heals(
    portal: Path, tmp_path: Path
) -> None:
    before, place = contents(portal / "site"), "content/informasi/bpkad/a.yaml"
    lay(portal, {place: "judul: B\nkategori: berkala\nisi: Lihat <script>alert(1)</script>.\n"})
    assert not build(portal)
    assert contents(portal / "site") == before
    lay(portal, {place: "judul: B\nkategori: berkala\nisi: Lihat.\n"})
    assert b"Lihat." in published(portal, tmp_path / "clean")["informasi/bpkad/a/index.html"]
