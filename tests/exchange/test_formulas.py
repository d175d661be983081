"""No table that the program writes holds a cell that a spreadsheet would run, whoever wrote the words in it."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from ppidgen import cli, pipeline
from ppidgen.exchange.export import export_files
from ppidgen.machine.whole import put_below
from ppidgen.options import Options
from ppidgen.reading.study import read_portal
from tests.portals.laying import DAY, SOUND, Content, contents, lay, ppidgen

FORMULA = '=HYPERLINK("http://a","x")'
SIGNS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*\Z")
# Every place of the program that makes a table; a new one must be tried below before it is listed here.
WRITERS = {
    "exchange/export.py", "exchange/workbook.py", "pages/files/data.py", "report/suggestions.py",
}  # fmt: skip


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a portal whose words are all formulas, each beginning with another sign."""
    files: dict[str, Content] = {
        "content/badan-publik.yaml": f"nama: {quoted(FORMULA)}\njenis: eksekutif\ntingkat: kabupaten-kota\n",
        "content/unit/bpkad.yaml": f"nama: {quoted('@SUM(A1)')}\n",
        "content/nihil/bpkad/kosong.yaml": f"kewajiban: [M05]\nalasan: {quoted(FORMULA)}\n",
    }
    for number, sign in enumerate(s for s in SIGNS if s not in "\t\r"):
        formula = f"{sign}cmd|' /C calc'!A0"
        word, within = quoted(formula), quoted(f"Laporan,{formula};{formula}\n{formula}")
        files[f"content/informasi/bpkad/e{number}.yaml"] = (
            f"judul: {word}\nringkasan_isi: {within}\nkategori: berkala\npejabat_penguasa: {word}\n"
            f"penanggung_jawab: {word}\ntempat_pembuatan: {word}\njangka_waktu_simpan: {word}\ntag: [{word}]\n"
            f"unit: bpkad\n{'memenuhi: [B04.a]' if number % 2 else ''}\n"
        )
        files[f"content/dikecualikan/bpkad/d{number}.yaml"] = (
            f"judul: {word}\nuraian: {within}\ndasar:\n  - huruf: 17e\n    pasal: {word}\nunit: bpkad\n"
        )
    return lay(tmp_path_factory.mktemp("rumus"), {**SOUND, **files})


@pytest.fixture(scope="module")
def tables(portal: Path) -> Mapping[str, bytes]:
    """Give every table of the site and of the command lines that write tables."""
    day = Options(as_of=date.fromisoformat(DAY), search=False)
    pipeline.build(portal, portal / "site", day, lambda _finding: False)
    records = read_portal(portal, day).context.portal
    put_below(portal / "ekspor", export_files(records, date.fromisoformat(DAY), "id").items())
    for form in ("csv", "xlsx"):
        ppidgen("score", portal, "--format", form, "--out", portal / f"skor.{form}", "--as-of", DAY)
    (portal / "usul.csv").write_text(ppidgen("suggest", portal, "--format", "csv").out, encoding="utf-8")
    return {path: raw for path, raw in contents(portal).items() if path.endswith((".csv", ".xlsx"))}


def cells(path: str, raw: bytes) -> Iterator[str]:
    if path.endswith(".csv"):
        text = raw.decode("utf-8-sig")
        for separator in ";,\t":
            yield from (cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) for cell in row)


def test_all_writers_of_tables_are_known() -> None:
    package = Path(cli.__file__).resolve().parents[1]
    writes = re.compile(r"csv\.(?:writer|DictWriter)\(|xlsxwriter\.Workbook\(|openpyxl|to_csv\(")
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if writes.search(path.read_text(encoding="utf-8"))
    }
    assert found == WRITERS


@pytest.mark.slow
def test_every_table_is_there(tables: Mapping[str, bytes]) -> None:
    names = {path for path in tables if not path.startswith("content/")}
    assert {"usul.csv", "skor.csv", "skor.xlsx", "site/data/dip.csv", "site/data/kelengkapan.csv"} <= names
    assert {"site/data/dik.csv", "site/data/kewajiban.csv", "ekspor/dip.csv", "ekspor/dip.xlsx"} <= names
    assert {"ekspor/register/informasi.csv", "ekspor/register/dikecualikan.csv", "ekspor/register/unit.csv"} <= names


@pytest.mark.slow
def test_no_cell_of_a_csv_table_is_run_whichever_way_the_columns_are_split(tables: Mapping[str, bytes]) -> None:
    run = {
        (path, cell[:60])
        for path, raw in tables.items()
        for cell in cells(path, raw)
        if cell.startswith(SIGNS) and not NUMBER.match(cell)
    }
    assert run == set()
    for path in (
        "site/data/dip.csv",
        "site/data/dik.csv",
        "ekspor/dip.csv",
        "ekspor/register/informasi.csv",
        "usul.csv",
    ):
        assert b"'=cmd" in tables[path], path


@pytest.mark.slow
def test_no_workbook_holds_a_formula_or_a_link(tables: Mapping[str, bytes]) -> None:
    books = {path: raw for path, raw in tables.items() if path.endswith(".xlsx")}
    assert len(books) >= 4
    for path, raw in books.items():
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            sheets = [packed.read(name).decode() for name in packed.namelist() if "/worksheets/" in name]
        assert sheets, path
        assert not any(re.search(r"<f[ >]|<hyperlink|<is><t>=", sheet) for sheet in sheets), path
