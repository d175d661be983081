"""`ppidgen import`: rows become entries, everything else is told, nothing is overwritten."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ppidgen.exchange.importing.planning import IMPORTABLE
from ppidgen.model.importable import IMPORTABLE_NAMES
from tests.cli.conftest import Run

TABLE = (
    "No,Judul Informasi,Ringkasan Isi Informasi,Kategori,Waktu Pembuatan\n"
    "1,Laporan Keuangan,Neraca dan arus kas,Berkala,2024\n"
    "2,Daftar Aset,Tanah dan gedung,Setiap Saat,2023\n"
)


def entries(portal: Path) -> set[str]:
    return {path.relative_to(portal).as_posix() for path in portal.glob("content/informasi/**/*.yaml")}


def table(folder: Path, text: str = TABLE) -> Path:
    file = folder / "dip.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_registers_offered_are_those_that_take_tables() -> None:
    assert tuple(register.name for register in IMPORTABLE) == IMPORTABLE_NAMES


def test_rows_become_entries_and_the_second_time_nothing_changes(run: Run, sound: Path, tmp_path: Path) -> None:
    file = table(tmp_path)
    before = entries(sound)
    first = run("import", file, "--to", "informasi", "--set", "unit=bpkad", "--dir", sound)
    assert first.returncode == 0, first.stderr
    assert "2 baris dibaca: 2 entri baru" in first.stdout
    added = entries(sound) - before
    assert len(added) == 2
    second = run("import", file, "--to", "informasi", "--set", "unit=bpkad", "--dir", sound)
    assert "0 entri baru, 2 sudah ada" in second.stdout
    assert entries(sound) == before | added
    assert run("check", sound).returncode == 0


def test_a_dry_run_writes_nothing_and_says_so(run: Run, sound: Path, tmp_path: Path) -> None:
    before = entries(sound)
    shown = run("import", table(tmp_path), "--to", "informasi", "--dry-run", cwd=sound)
    assert shown.returncode == 0
    assert "Uji coba; tidak ada yang ditulis." in shown.stdout
    assert entries(sound) == before


def test_a_file_without_a_table_is_told_and_counts_as_a_finding(run: Run, sound: Path, tmp_path: Path) -> None:
    shown = run("import", table(tmp_path, ""), "--to", "informasi", "--dir", sound)
    assert shown.returncode == 1
    assert "dip.csv: berkas kosong." in shown.stdout


def test_a_table_of_which_no_row_could_be_taken_counts_as_a_finding(run: Run, sound: Path, tmp_path: Path) -> None:
    (tmp_path / "kas.csv").write_text("No;Jumlah\n1;20.000\n2;30.000\n", encoding="utf-8")
    shown = run("import", tmp_path / "kas.csv", "--to", "informasi", "--dir", sound)
    assert shown.returncode == 1
    assert not (sound / "content/informasi/kas").exists()


def test_a_key_that_does_not_exist_is_a_wrong_call_that_names_the_keys(run: Run, sound: Path, tmp_path: Path) -> None:
    shown = run("import", table(tmp_path), "--to", "informasi", "--set", "warna=biru", "--dir", sound)
    assert shown.returncode == 2
    assert "'warna=biru' tidak menyebut kunci register ini" in shown.stderr
    assert "kategori" in shown.stderr


def test_a_map_that_cannot_be_read_is_a_wrong_call(run: Run, sound: Path, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("kolom: [\n", encoding="utf-8")
    shown = run("import", table(tmp_path), "--to", "informasi", "--map", tmp_path / "map.yaml", "--dir", sound)
    assert shown.returncode == 2
    assert "berkas pemetaan tidak terbaca" in shown.stderr


def test_the_report_speaks_english_when_asked(run: Run, sound: Path, tmp_path: Path) -> None:
    shown = run("import", table(tmp_path), "--to", "informasi", "--dry-run", "--dir", sound, "--bahasa", "en")
    assert "2 rows read: 2 new entries" in shown.stdout


def test_of_two_imports_at_once_neither_loses_a_row_to_the_other(run: Run, sound: Path, tmp_path: Path) -> None:
    for name, year in (("satu", 2024), ("dua", 2025)):
        table = f"judul,kategori,unit,tahun\nNeraca,berkala,bpkad,{year}\n"
        (tmp_path / f"{name}.csv").write_text(table, encoding="utf-8")

    def taken(name: str) -> str:
        files = (tmp_path / f"{name}.csv", "--to", "informasi", "--dir", sound)
        return run("import", *files, PATH=os.environ["PATH"]).stdout

    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(taken, ("satu", "dua")))
    assert all("1 entri baru" in one for one in told)
    entries = [file.read_text(encoding="utf-8") for file in (sound / "content/informasi").rglob("neraca*.yaml")]
    assert sorted(line for text in entries for line in text.splitlines() if line.startswith("tahun")) == [
        "tahun: 2024", "tahun: 2025",
    ]  # fmt: skip
