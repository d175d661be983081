"""The same registers on the same day give the same bytes, whoever builds them and whatever was built before."""

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.site.building import Site, build

pytestmark = pytest.mark.slow

STRANGE = {
    "TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "C", "HOME": "/nonexistent",
    "SOURCE_DATE_EPOCH": "1", "USER": "lain",
}  # fmt: skip


def digests(site: Site) -> dict[str, str]:
    return {path: hashlib.sha256(content).hexdigest() for path, content in site.files.items()}


def differing(one: Site, other: Site) -> set[str]:
    return {path for path, _ in digests(one).items() ^ digests(other).items()}


def copy(sources: Path, to: Path) -> Path:
    shutil.copytree(sources / "content", to / "content", copy_function=shutil.copyfile)
    return to


@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_another_machine_builds_the_same_bytes(mask: int, site: Site, sources: Path, tmp_path: Path) -> None:
    portal = copy(sources, tmp_path / "folder lain" / "portal")
    surroundings = {**STRANGE, "PYTHONHASHSEED": str(mask)}
    other = build(portal, tmp_path / "keluaran" / "www", environment=surroundings, mask=mask)
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
