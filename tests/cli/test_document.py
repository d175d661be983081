"""`ppidgen document`: an official document in a file, or a sentence that says what is missing."""

from pathlib import Path

from tests.cli.conftest import Run, lay

EXEMPTION = "judul: Rekam medis pegawai\nunit: bpkad\ndasar:\n  - huruf: 17h\n"


def test_a_document_of_a_record_is_written(run: Run, sound: Path, tmp_path: Path) -> None:
    lay(sound, {"content/dikecualikan/bpkad/rekam.yaml": EXEMPTION})
    out = tmp_path / "surat/lembar.pdf"
    shown = run("document", "lembar-uji", "bpkad/rekam", "--dir", sound, "--out", out)
    assert (shown.returncode, shown.stdout) == (0, f"{out}\n"), shown.stderr
    assert out.read_bytes().startswith(b"%PDF-")


def test_a_document_of_the_whole_portal_needs_no_id(run: Run, sound: Path, tmp_path: Path) -> None:
    shown = run("document", "nihil", "--dir", sound, "--format", "docx", "--out", tmp_path / "nihil.docx")
    assert shown.returncode == 0, shown.stderr
    assert (tmp_path / "nihil.docx").read_bytes().startswith(b"PK")


def test_an_unknown_id_is_answered_with_the_nearest_one(run: Run, sound: Path, tmp_path: Path) -> None:
    lay(sound, {"content/dikecualikan/bpkad/rekam.yaml": EXEMPTION})
    shown = run("document", "penetapan", "bpkad/rekamm", "--dir", sound, "--out", tmp_path / "a.pdf")
    assert shown.returncode == 2
    assert "Maksud Anda 'bpkad/rekam'?" in shown.stderr
    assert not (tmp_path / "a.pdf").exists()
