"""`ppidgen letter`: a letter from a case, and nobody's identity in the portal."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

CASE = "jenis: permohonan\nditerima: 2026-03-16\ndiberitahukan: 2026-03-18\nkeputusan: dikabulkan-seluruhnya\n"


@pytest.fixture
def served(sound: Path) -> Path:
    """Give a sound portal with one request."""
    (sound / "content/perkara").mkdir()
    (sound / "content/perkara/p-001.yaml").write_text(CASE, encoding="utf-8")
    return sound


@pytest.mark.slow
@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF-1.7"), ("docx", b"PK")])
def test_a_letter_is_written_the_same_each_time(
    run: Run, served: Path, tmp_path: Path, form: str, start: bytes
) -> None:
    files = [tmp_path / f"{number}.{form}" for number in range(2)]
    for file in files:
        shown = run("letter", "p-001", "--kind", "receipt", "--format", form, "--out", file, "--dir", served)
        assert shown.returncode == 0, shown.stderr
    assert files[0].read_bytes().startswith(start)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_document_is_not_written_under_the_ending_of_a_text(run: Run, served: Path, tmp_path: Path) -> None:
    out = tmp_path / "surat.txt"
    shown = run("letter", "p-001", "--kind", "receipt", "--out", out, "--dir", served)
    assert (shown.returncode, out.exists()) == (2, False)
    assert "Berkas berakhiran .txt" in shown.stderr
    assert "pdf" in shown.stderr


def test_a_private_file_inside_the_portal_is_refused(run: Run, served: Path, tmp_path: Path) -> None:
    inside = served / "content/pemohon.yaml"
    inside.write_text("nama: Siti\n", encoding="utf-8")
    out = tmp_path / "surat.pdf"
    shown = run("letter", "p-001", "--kind", "receipt", "--private", inside, "--out", out, "--dir", served)
    assert shown.returncode == 2
    assert "di dalam portal" in shown.stderr
    assert "Siti" not in shown.stderr


def test_a_letter_with_an_identity_is_not_written_into_the_portal(run: Run, served: Path, tmp_path: Path) -> None:
    private = tmp_path / "pemohon.yaml"
    private.write_text("nama: Siti\n", encoding="utf-8")
    out = served / "content/berkas/surat.pdf"
    shown = run("letter", "p-001", "--kind", "receipt", "--private", private, "--out", out, "--dir", served)
    assert shown.returncode == 2
    assert not out.exists()


def test_an_unknown_key_is_told_with_those_that_are_known(run: Run, served: Path, tmp_path: Path) -> None:
    private = tmp_path / "pemohon.yaml"
    private.write_text("nama_lengkap: Siti\n", encoding="utf-8")
    out = tmp_path / "surat.pdf"
    shown = run("letter", "p-001", "--kind", "receipt", "--private", private, "--out", out, "--dir", served)
    assert shown.returncode == 2
    assert "nama_lengkap" in shown.stderr
    assert "nomor_surat" in shown.stderr


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("refusal", "Kunci 'keputusan' berisi 'dikabulkan-seluruhnya'."),
        ("extension", "Isi dahulu kunci 'diperpanjang'."),
        ("objection-reply", "Surat itu untuk jenis perkara lain; perkara ini: permohonan."),
    ],
)
def test_a_letter_that_does_not_fit_says_why(run: Run, served: Path, tmp_path: Path, kind: str, why: str) -> None:
    shown = run("letter", "p-001", "--kind", kind, "--out", tmp_path / "surat.pdf", "--dir", served)
    assert shown.returncode == 2
    assert why in " ".join(shown.stderr.split())


def test_a_case_that_is_not_there_is_told_with_the_nearest(run: Run, served: Path, tmp_path: Path) -> None:
    shown = run("letter", "p-002", "--kind", "receipt", "--out", tmp_path / "surat.pdf", "--dir", served)
    assert shown.returncode == 2
    assert "Maksud Anda 'p-001'?" in shown.stderr


def test_a_case_that_cannot_be_read_is_not_taken_for_one_with_a_similar_id(
    run: Run, served: Path, tmp_path: Path
) -> None:
    (served / "content/perkara/p-002.yaml").write_text(CASE.replace("2026-03-16", "16/03/2026"), encoding="utf-8")
    shown = run("letter", "p-002", "--kind", "receipt", "--out", tmp_path / "surat.pdf", "--dir", served)
    assert shown.returncode == 2
    assert "'p-002' tidak terbaca" in shown.stderr
    assert "Maksud Anda" not in shown.stderr
