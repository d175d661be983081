"""The verb `evidence`: a questionnaire answered, with the files behind the answers."""

import hashlib
import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n"
)


def with_document(portal: Path, raw: bytes) -> Path:
    file = portal / "content/berkas/bpkad/lra-2025.pdf"
    file.parent.mkdir(parents=True)
    file.write_bytes(raw)
    entry = portal / "content/informasi/bpkad/lra-2025.yaml"
    entry.write_text(
        "judul: Laporan Realisasi Anggaran 2025\ntahun: 2025\nkategori: berkala\nunit: bpkad\n"
        "tanggal_diperbarui: 2026-01-20\ndokumen:\n  - judul: LRA\n    berkas: bpkad/lra-2025.pdf\n",
        encoding="utf-8",
    )
    return portal


def item(out: Path, criterion: str) -> dict[str, Any]:
    contents = json.loads((out / "isi.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = next(one for one in contents["items"] if one["id"] == criterion)
    return found


def test_a_small_file_is_enclosed_byte_for_byte_with_its_digest_and_page(run: Run, sound: Path, tmp_path: Path) -> None:
    portal, out = with_document(sound, PDF), tmp_path / "paket"
    done = run("evidence", portal, "--rubric", "banjarnegara-opd-2026", "--out", out, "--as-of", "2026-02-16")
    assert done.returncode == 0, done.stderr
    one = item(out, "bna26-11")
    assert one["answer"] == "Ya"
    assert one["addresses"] == ["/informasi/bpkad/lra-2025/"]
    (file,) = one["files"]
    assert (out / file["path"]).read_bytes() == PDF
    assert file["sha256"] == hashlib.sha256(PDF).hexdigest()
    assert {"index.html", "jawaban.csv", "jawaban.xlsx"} <= {path.name for path in out.iterdir()}


def test_a_large_file_is_never_made_smaller_but_has_a_cover_page(run: Run, sound: Path, tmp_path: Path) -> None:
    portal, out = with_document(sound, PDF + b"%" + b"x" * 2_000_000), tmp_path / "paket"
    done = run("evidence", portal, "--rubric", "banjarnegara-opd-2026", "--out", out, "--as-of", "2026-02-16")
    assert done.returncode == 0, done.stderr
    assert "lra-2025.pdf lebih dari 2 MB" in done.stdout
    (file,) = item(out, "bna26-11")["files"]
    assert file["cover_page"] is True
    assert (out / file["path"]).read_bytes().startswith(b"%PDF")
    assert not list(out.rglob("lra-2025.pdf"))


def test_a_folder_that_holds_something_is_left_alone(run: Run, sound: Path, tmp_path: Path) -> None:
    out = tmp_path / "paket"
    out.mkdir()
    (out / "surat.txt").write_text("penting", encoding="utf-8")
    assert run("evidence", sound, "--out", out).returncode == 3
    assert [path.name for path in out.iterdir()] == ["surat.txt"]
