"""`ppidgen export`: the registers as tables, or nothing when entries would be missing."""

import csv
from pathlib import Path

from tests.cli.conftest import Run


def test_the_tables_are_written_and_named(run: Run, sound: Path, tmp_path: Path) -> None:
    shown = run("export", sound, "--out", tmp_path / "tables")
    assert shown.returncode == 0, shown.stderr
    names = {Path(line).relative_to(tmp_path / "tables").as_posix() for line in shown.stdout.splitlines()}
    assert {"dip.xlsx", "dip.csv", "dik.xlsx", "register/informasi.csv"} <= names
    with (tmp_path / "tables/register/informasi.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["judul"] for row in csv.DictReader(file)] == ["Laporan Keuangan 2024"]


def test_with_an_error_nothing_is_written(run: Run, broken: Path, tmp_path: Path) -> None:
    shown = run("export", broken, "--out", tmp_path / "tables")
    assert shown.returncode == 1
    assert "galat SKM003" in shown.stderr
    assert "Tidak ada yang ditulis" in shown.stderr
    assert not (tmp_path / "tables").exists()
