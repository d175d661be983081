"""`ppidgen report`: the draft of a year on the terminal, as a file, and what is refused."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import SOUND, Run, lay

CASE = "jenis: permohonan\nditerima: 2025-03-03\ndiberitahukan: 2025-03-07\nkeputusan: dikabulkan-seluruhnya\n"
DAY = ("--as-of", "2026-01-31")


def portal(tmp_path: Path) -> Path:
    return lay(tmp_path / "portal", {**SOUND, "content/perkara/2025/p-001.yaml": CASE})


def test_the_draft_counts_what_the_register_holds(run: Run, tmp_path: Path) -> None:
    told = run("report", "2025", portal(tmp_path), *DAY)
    assert told.returncode == 0, told.stderr
    assert "2025" in told.stdout.partition("\n")[0]
    made = json.loads(run("report", "2025", portal(tmp_path), "--format", "json", *DAY).stdout)
    assert (made["year"], [one["letter"] for one in made["sections"]]) == (2025, list("abcdef"))
    counted = dict(made["sections"][2]["tables"][0]["rows"])
    assert (counted["Permohonan diterima"], counted["Dikabulkan seluruhnya"], counted["Ditolak"]) == ("1", "1", "0")


def test_a_document_needs_a_file(run: Run, tmp_path: Path) -> None:
    told = run("report", "2025", portal(tmp_path), "--format", "pdf", *DAY)
    assert told.returncode == 2
    assert "--out" in told.stderr
    made = run("report", "2025", portal(tmp_path), "--format", "docx", "--out", tmp_path / "laporan.docx", *DAY)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "laporan.docx").read_bytes().startswith(b"PK")


def test_the_ending_of_the_file_says_its_form_unless_a_form_is_named(run: Run, tmp_path: Path) -> None:
    folder = portal(tmp_path)
    starts = {"laporan.docx": b"PK", "laporan.JSON": b"{", "laporan.md": b"# ", "laporan": b"# "}
    for name, start in starts.items():
        told = run("report", "2025", folder, "--out", tmp_path / name, *DAY)
        assert told.returncode == 0, told.stderr
        assert (tmp_path / name).read_bytes().startswith(start), name
    run("report", "2025", folder, "--out", tmp_path / "laporan.txt", "--format", "json", *DAY)
    assert json.loads((tmp_path / "laporan.txt").read_bytes())["year"] == 2025
    told = run("due", folder, "--out", tmp_path / "tenggat.ics", *DAY)
    assert (tmp_path / "tenggat.ics").read_bytes().startswith(b"BEGIN:VCALENDAR"), told.stderr


@pytest.mark.parametrize(
    ("name", "form"),
    [("laporan.docx", ("--format", "pdf")), ("laporan.md", ("--format", "docx")), ("laporan.xlsx", ())],
)
def test_a_document_that_nothing_would_open_is_not_written(
    name: str, form: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    for arguments in ((*form, "--out", tmp_path / name), ("--out", tmp_path / name, *form)):
        told = run("report", "2025", portal(tmp_path), *arguments, *DAY)
        assert told.returncode == 2
        assert f"berakhiran {Path(name).suffix} tidak dapat memuat" in told.stderr
        assert "markdown, json, pdf, docx" in told.stderr
        assert not (tmp_path / name).exists()


def test_a_year_without_a_case_is_told_with_those_that_have_some(run: Run, tmp_path: Path) -> None:
    told = run("report", "2019", portal(tmp_path), *DAY)
    assert told.returncode == 2
    assert "Yang ada: 2025." in told.stderr
    assert "content/laporan/2019.yaml" in told.stderr
    broken = lay(
        tmp_path / "baru", {**SOUND, "content/perkara/2019/p-001.yaml": "jenis: permohonan\nditerima: kemarin\n"}
    )
    told = run("report", "2019", broken, *DAY)
    assert "Tidak ikut, karena tidak terbaca: perkara 1." in told.stderr
    assert "laporan tahun 2019. Bila memang" in told.stderr


def test_a_year_in_which_nobody_asked_is_drafted_once_the_report_says_so(run: Run, tmp_path: Path) -> None:
    nothing = "judul: Laporan 2019\ntahun: 2019\nstatistik:\n  jumlah_permintaan: 0\n"
    told = run("report", "2019", lay(portal(tmp_path), {"content/laporan/2019.yaml": nothing}), *DAY)
    assert told.returncode == 0, told.stderr
    assert "| Permohonan diterima | 0 |" in told.stdout
