"""The same registers on the same day give the same bytes, whoever builds them and whatever was built before."""

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.site.building import Site, build

pytestmark = pytest.mark.slow

STRANGE = {
    "HOME": "/nonexistent", "SOURCE_DATE_EPOCH": "1", "USER": "lain",
}  # fmt: skip


def digests(site: Site) -> dict[str, str]:
    return {path: hashlib.sha256(content).hexdigest() for path, content in site.files.items()}


def differing(one: Site, other: Site) -> set[str]:
    return {path for path, _ in digests(one).items() ^ digests(other).items()}


def copy(sources: Path, to: Path, *, backwards: bool = False) -> Path:
    """Copy the sources file by file, so that a folder lists them in another order where it lists them as they came."""
    for path in sorted((sources / "content").rglob("*"), reverse=backwards):
        if path.is_file():
            place = to / path.relative_to(sources)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    return to


@dataclass(frozen=True)
class Surroundings:
    """All that may differ from one machine to the next and must not show."""

    folder: str
    zone: str
    locale: str
    seed: str
    mask: int
    processors: int
    backwards: bool


# Two builds can agree by luck: what a seeded hash table decides has few outcomes.
MACHINES = (
    Surroundings("a", "Asia/Jakarta", "C.UTF-8", "0", 0o022, 1, backwards=False),
    Surroundings("folder lain/portal", "Pacific/Kiritimati", "tr_TR.UTF-8", "1", 0o000, 2, backwards=True),
    Surroundings("c/d/e/f", "America/St_Johns", "C", "42", 0o077, 0, backwards=False),
    Surroundings("portal", "Asia/Jayapura", "id_ID.UTF-8", "4294967295", 0o027, 1, backwards=True),
    Surroundings("e\u0301", "UTC", "POSIX", "random", 0o002, 2, backwards=True),
    Surroundings("content", "Etc/GMT+12", "ja_JP.eucJP", "7", 0o022, 0, backwards=False),
)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.folder)
def test_another_machine_builds_the_same_bytes(
    machine: Surroundings, site: Site, sources: Path, tmp_path: Path
) -> None:
    portal = copy(sources, tmp_path / machine.folder, backwards=machine.backwards)
    environment = {
        **STRANGE, "TZ": machine.zone, "LANG": machine.locale, "LC_ALL": machine.locale,
        "PYTHONHASHSEED": machine.seed, "TMPDIR": str(tmp_path),
    }  # fmt: skip
    out = tmp_path / "keluaran" / "www"
    other = build(portal, out, environment=environment, mask=machine.mask, processors=machine.processors)
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
