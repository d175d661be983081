"""The same registers on the same day give the same bytes, whoever builds them and whatever was built before."""

import shutil
from pathlib import Path

import pytest

from tests.site.building import Site, build
from tests.site.repeating import MACHINES, Surroundings, built_on, copy, differing

pytestmark = pytest.mark.slow
# Here the three that differ most from this machine; `python -m tests.site.repeating` builds on all of them.
FEW = MACHINES[:3]


@pytest.mark.parametrize("machine", FEW, ids=lambda machine: machine.folder)
def test_another_machine_builds_the_same_bytes(
    machine: Surroundings, site: Site, sources: Path, tmp_path: Path
) -> None:
    other = built_on(machine, sources, tmp_path)
    assert differing(site, other) == set()
    modes = {path.stat().st_mode & 0o777 for path in other.folder.rglob("*") if path.is_file()}
    assert modes == {0o644}


def test_what_was_built_before_leaves_no_trace(sources: Path, tmp_path: Path) -> None:
    portal = copy(sources, tmp_path / "portal")
    build(portal, tmp_path / "situs")
    entry = portal / "content/informasi/bpkad/lkpd-2024.yaml"
    entry.write_text(entry.read_text("utf-8").replace("Laporan Keuangan Pemerintah", "Neraca Pemerintah"), "utf-8")
    (portal / "content/berita/opini-wajar-2025.md").unlink()
    article = portal / "content/halaman/visi-misi.md"
    article.write_text(article.read_text("utf-8") + "\nSatu kalimat lagi.\n", "utf-8")
    again = build(portal, tmp_path / "situs")
    shutil.rmtree(portal / ".ppidgen")
    anew = build(portal, tmp_path / "baru")
    assert "berita/opini-wajar-2025/index.html" not in again.files
    assert b"Neraca Pemerintah" in again.files["informasi/bpkad/lkpd-2024/index.html"]
    assert differing(again, anew) == set()
