"""`ppidgen export`: the registers as tables, or nothing when entries would be missing."""

import csv
from pathlib import Path

from tests.cli.conftest import Run, lay


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
    counted = run("check", broken).stdout.splitlines()[-1]
    assert ", 0 kekurangan" not in counted
    assert counted in shown.stderr.splitlines()
    assert " kekurangan " not in shown.stderr.replace(counted, "")
    assert not (tmp_path / "tables").exists()


def test_names_of_withheld_files_and_testers_go_out_only_when_asked(run: Run, sound: Path, tmp_path: Path) -> None:
    secrets = ("taksiran-rahasia.pdf", "Penguji Contoh")
    withheld = "judul: Taksiran harga\nberkas_ditahan:\n  - nama: taksiran-rahasia.pdf\n"
    tested = "uji:\n  nomor: 1/2025\n  penguji: [{nama: Penguji Contoh, jabatan: Arsiparis}]\n"
    lay(sound, {"content/dikecualikan/taksiran.yaml": withheld + tested})
    for name, options, told in (("public", [], 0), ("office", ["--internal"], len(secrets))):
        shown = run("export", sound, "--out", tmp_path / name, *options)
        assert shown.returncode == 0, shown.stderr
        text = (tmp_path / name / "register/dikecualikan.csv").read_text(encoding="utf-8-sig")
        assert "Taksiran harga" in text
        assert sum(secret in text for secret in secrets) == told
