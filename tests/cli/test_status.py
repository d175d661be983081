"""`ppidgen status` and `ppidgen digest`: what is open, how it stands and what to publish first."""

import json
from pathlib import Path

import pypdfium2
import pytest

from tests.cli.conftest import Run

CASE = "jenis: permohonan\nditerima: 2026-03-02\nunit: bpkad\nkelompok_subjek: Anggaran\n"


@pytest.fixture
def served(sound: Path) -> Path:
    """Give a sound portal with one open request and one that is late."""
    cases = sound / "content/perkara/2026"
    cases.mkdir(parents=True)
    (cases / "p-001.yaml").write_text(CASE, encoding="utf-8")
    care = "penanggung_jawab: PPID\nlangkah_berikut: Menulis jawaban\nbatas: 2026-01-16\n"
    (cases / "p-002.yaml").write_text(CASE.replace("2026-03-02", "2026-01-05") + care, encoding="utf-8")
    return sound


def test_the_board_tells_lights_in_words_with_days_and_who_acts(run: Run, served: Path) -> None:
    shown = run("status", served, "--as-of", "2026-03-03")
    assert shown.returncode == 0, shown.stderr
    assert "Perkara terbuka: 2 (hijau 1, kuning 0, merah 1)" in shown.stdout
    assert "MERAH   2026/p-002  Badan Keuangan" in shown.stdout
    assert "PPID: Menulis jawaban" in shown.stdout
    assert "HIJAU   2026/p-001" in shown.stdout
    assert "16 Maret 2026 (9 hari kerja lagi)" in shown.stdout


def test_the_board_for_a_program_says_the_same(run: Run, served: Path) -> None:
    told = json.loads(run("status", served, "--as-of", "2026-03-03", "--format", "json").stdout)
    assert told["units"] == [{"unit": "bpkad", "green": 1, "yellow": 0, "red": 1}]
    assert [(one["case"], one["light"], one["due"]) for one in told["cases"]] == [
        ("2026/p-002", "merah", "2026-01-16"),
        ("2026/p-001", "hijau", "2026-03-16"),
    ]


@pytest.mark.parametrize("verb", [("status",), ("digest",), ("due",), ("report", "2026"), ("score",)])
def test_a_case_that_cannot_be_read_is_not_left_out_in_silence(run: Run, served: Path, verb: tuple[str, ...]) -> None:
    assert "tidak terbaca" not in run(*verb, served, "--as-of", "2026-03-03").stderr
    (served / "content/perkara/2026/p-003.yaml").write_text("jenis: permohonan\nditerima: 17/02/2026\n")
    shown = run(*verb, served, "--as-of", "2026-03-03")
    assert shown.returncode == 0
    assert "Tidak ikut, karena tidak terbaca: perkara 1. Sebabnya disebut oleh: ppidgen check" in shown.stderr


def test_a_unit_that_is_not_there_is_refused_with_the_nearest(run: Run, served: Path) -> None:
    shown = run("status", served, "--unit", "bpkd")
    assert shown.returncode == 2
    assert "Maksud Anda 'bpkad'?" in shown.stderr


def test_a_document_wants_a_file(run: Run, served: Path) -> None:
    shown = run("status", served, "--format", "pdf")
    assert shown.returncode == 2
    assert "--out BERKAS" in shown.stderr


@pytest.mark.slow
def test_the_board_is_a_document_of_one_page(run: Run, served: Path, tmp_path: Path) -> None:
    shown = run("status", served, "--as-of", "2026-03-03", "--format", "pdf", "--out", tmp_path / "papan.pdf")
    assert shown.returncode == 0, shown.stderr
    book = pypdfium2.PdfDocument(tmp_path / "papan.pdf")  # type: ignore[no-untyped-call]  # the library has no types
    assert len(book) == 1
    text = book[0].get_textpage().get_text_range()
    assert "Merah" in text
    assert "2026/p-002" in text


def test_the_digest_is_told_as_text_markdown_and_json(run: Run, served: Path) -> None:
    text = run("digest", served, "--as-of", "2026-03-03").stdout
    assert "25 Februari 2026 sampai 3 Maret 2026" in text
    assert "Publikasikan ini lebih dahulu\nBerkali-kali diminta" in text
    assert "- Anggaran: 2 permohonan" in text
    assert run("digest", served, "--format", "markdown").stdout.startswith("# Ikhtisar layanan informasi sepekan\n")
    told = json.loads(run("digest", served, "--as-of", "2026-03-03", "--format", "json").stdout)
    assert told["publish"] == [{"subject": "Anggaran", "count": 2, "answered_by": []}]
