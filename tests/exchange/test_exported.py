"""An export that an officer opened in a spreadsheet program, edited, and imports again."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ppidgen.exchange.importing.files import ImportOptions
from ppidgen.exchange.importing.telling import tell
from ppidgen.exchange.tables import report_words
from tests.exchange.conftest import Import

ENTRIES = {
    "bpkad/lkpd-2024": ("LKPD 2024", "berkala", "2025-03-18", "Maret 2025"),
    "bpkad/aset": ("Daftar aset", "setiap-saat", "2025-04-08", "April 2025"),
}
HEAD = ["id", "judul", "ringkasan_isi", "kategori", "unit", "waktu_pembuatan", "tanggal_terbit"]


@pytest.fixture
def portal(root: Path) -> Path:
    for name, (title, category, day, made) in ENTRIES.items():
        path = root / f"content/informasi/{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"judul: {title}\nringkasan_isi: Isi.\nkategori: {category}\nwaktu_pembuatan: {made}\n"
            f"tanggal_terbit: {day}\nunit: bpkad\n",
            encoding="utf-8",
        )
    return root


def rows(day: Callable[[str], str] = str) -> list[list[str]]:
    return [
        [name, title, "Isi.", category, "bpkad", made, day(published)]
        for name, (title, category, published, made) in ENTRIES.items()
    ]


def saved(path: Path, *table: list[str]) -> Path:
    """Write a table as spreadsheet programs set to Indonesian do: semicolons between the cells."""
    with path.open("w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows(table)
    return path


def stroked(day: str) -> str:
    return "/".join(reversed(day.split("-")))


def test_days_that_the_spreadsheet_program_turned_around_are_read(take: Import, portal: Path, tmp_path: Path) -> None:
    new = ["bpkad/baru", "Baru", "Isi.", "berkala", "bpkad", "Feb-26", "08/04/2026"]
    plan = take(saved(tmp_path / "informasi.csv", HEAD, *rows(stroked), new))
    assert (plan.report.present, plan.report.written, plan.report.skipped) == (2, 1, 0)
    assert plan.report.sheets[0].edited == ()
    written = (portal / "content/informasi/bpkad/baru.yaml").read_text(encoding="utf-8")
    assert "tanggal_terbit: 2026-04-08" in written
    assert "waktu_pembuatan: Februari 2026" in written


def test_where_some_day_is_written_month_first_none_is_guessed(take: Import, portal: Path, tmp_path: Path) -> None:
    new = [[f"bpkad/{n}", "Baru", "Isi.", "berkala", "bpkad", "", f"4/{n}/2026"] for n in (8, 18)]
    made = ["bpkad/made", "Baru", "Isi.", "berkala", "bpkad", "4/8/2026", "18/4/2026"]
    plan = take(saved(tmp_path / "informasi.csv", HEAD, *new, made))
    assert plan.report.skipped == 3
    assert not (portal / "content/informasi/bpkad/8.yaml").exists()
    told = tell(plan.report, report_words("id"))
    assert "G2 (tanggal_terbit): tidak pasti mana tanggal dan mana bulannya" in told
    assert "F4 (waktu_pembuatan): tidak pasti mana tanggal dan mana bulannya" in told


@pytest.mark.usefixtures("portal")
def test_an_own_column_and_a_title_above_make_no_entry_twice(take: Import, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Daftar kami"], [*HEAD, "Catatan"], *([*row, "cek"] for row in rows())):
        sheet.append([date.fromisoformat(cell) if cell in {"2025-03-18", "2025-04-08"} else cell for cell in row])
    book.save(tmp_path / "informasi.xlsx")
    plan = take(tmp_path / "informasi.xlsx")
    assert (plan.report.present, plan.writes) == (2, ())
    told = tell(plan.report, report_words("id"))
    assert "Catatan: 2 sel berisi" in told
    assert "judul di atas tabel: Daftar kami" in told


def test_what_was_edited_in_the_table_is_told_and_left(take: Import, portal: Path, tmp_path: Path) -> None:
    before = (portal / "content/informasi/bpkad/aset.yaml").read_bytes()
    first, second = rows(stroked)
    second[1], second[6] = "Daftar aset tetap", "09/04/2025"
    plan = take(saved(tmp_path / "informasi.csv", HEAD, first, second))
    told = tell(plan.report, report_words("id"))
    assert "berbeda dari entri yang ada; isi tabelnya tidak dibawa, ubah berkas entrinya: 1" in told
    assert "baris 3: berbeda pada: judul, tanggal_terbit (bpkad/aset)" in told
    assert (portal / "content/informasi/bpkad/aset.yaml").read_bytes() == before


def test_a_row_added_without_an_id_becomes_an_entry_once(take: Import, portal: Path, tmp_path: Path) -> None:
    added = ["", "Daftar aset", "Yang baru.", "berkala", "bpkad", "", ""]
    table = saved(tmp_path / "informasi.csv", HEAD, *rows(), added)
    assert [write.path for write in take(table).writes] == ["content/informasi/bpkad/daftar-aset.yaml"]
    assert take(table).report.present == 3
    (portal / "content/informasi/bpkad/daftar-aset.yaml").unlink()
    assert len(take(table).report.sheets[0].removed) == 1


def test_a_unit_added_without_an_id_is_named_after_itself(take: Import, tmp_path: Path) -> None:
    table = saved(tmp_path / "unit.csv", ["id", "nama", "jenis"], ["", "Dinas Sosial", "ppid-pelaksana"])
    assert [write.path for write in take(table, "unit").writes] == ["content/unit/dinas-sosial.yaml"]
    assert take(table, "unit").report.present == 1


def test_what_holds_for_all_rows_holds_for_an_export_too(take: Import, portal: Path, tmp_path: Path) -> None:
    new = ["", "Baru", "Isi.", "berkala", "", "", ""]
    table = saved(tmp_path / "informasi.csv", HEAD, *rows(), new)
    fixed = {"unit": "bpkad", "tanggal_terbit": "2026-04-08", "jangka_waktu_simpan": "5 tahun"}
    plan = take(table, options=ImportOptions(fixed=fixed))
    written = (portal / "content/informasi/bpkad/baru.yaml").read_text(encoding="utf-8")
    assert "tanggal_terbit: 2026-04-08" in written
    assert "jangka_waktu_simpan: 5 tahun" in written
    assert [note.shown for note in plan.report.sheets[0].edited] == [
        "tanggal_terbit, jangka_waktu_simpan (bpkad/lkpd-2024)", "tanggal_terbit, jangka_waktu_simpan (bpkad/aset)",
    ]  # fmt: skip


@pytest.mark.usefixtures("portal")
def test_what_an_entry_cannot_hold_as_it_stands_is_told_and_left_out(take: Import, tmp_path: Path) -> None:
    table = saved(tmp_path / "informasi.csv", HEAD, *rows())
    plan = take(table, options=ImportOptions(fixed={"kategori": "Setiap saat", "nomor": "1"}))
    assert "nilai --set untuk kategori, nomor tidak dipakai" in tell(plan.report, report_words("id"))
    assert plan.report.sheets[0].edited == ()
