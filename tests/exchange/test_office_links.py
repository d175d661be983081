import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
import yaml
from openpyxl.worksheet.worksheet import Worksheet

from ppidgen.exchange.grids.grid import Link
from ppidgen.exchange.grids.office import read_office
from ppidgen.exchange.grids.office_links import links_behind
from ppidgen.exchange.importing.loss import CellNote
from ppidgen.exchange.importing.plan import ImportPlan
from tests.exchange.test_office import MANIFEST, ODS
from tests.pace import ends_soon

PAGE, FILE, OTHER = "https://contohkab.go.id/lkpd", "https://contohkab.go.id/lkpd.pdf", "https://lain.go.id/a"
Cell = tuple[str, str]  # the text, and the address behind it
Import = Callable[..., ImportPlan]


def workbook(heads: list[str], *rows: list[Cell]) -> bytes:
    made = openpyxl.Workbook()
    active = made.active
    assert isinstance(active, Worksheet)
    active.append(heads)
    for line, row in enumerate(rows, start=2):
        for column, (text, link) in enumerate(row, start=1):
            cell = active.cell(line, column, text)
            if link:
                cell.hyperlink = link
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def open_sheet(head: str, row: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", ODS.format(head=head, row=row).replace("<office:document-content", LINKED))
    return stream.getvalue()


LINKED = '<office:document-content xmlns:xlink="http://www.w3.org/1999/xlink"'


def cell(inside: str, times: int = 1) -> str:
    repeated = f' table:number-columns-repeated="{times}"' if times > 1 else ""
    return f'<table:table-cell office:value-type="string"{repeated}><text:p>{inside}</text:p></table:table-cell>'


@pytest.fixture
def entry(take: Import, root: Path, tmp_path: Path) -> Callable[..., tuple[Mapping[str, object], tuple[CellNote, ...]]]:
    """Import a table of one row; give the entry and the cells that were told."""

    def run(raw: bytes, name: str = "a.xlsx") -> tuple[Mapping[str, object], tuple[CellNote, ...]]:
        (tmp_path / name).write_bytes(raw)
        plan = take(tmp_path / name)
        (written,) = root.glob("content/informasi/**/*.yaml")
        return yaml.safe_load(written.read_text(encoding="utf-8")), plan.report.sheets[0].cells

    return run


Entry = Callable[..., tuple[Mapping[str, object], tuple[CellNote, ...]]]


def test_the_page_behind_a_title_is_the_link_of_the_entry(entry: Entry) -> None:
    values, told = entry(workbook(["No", "Judul Informasi", "Kategori"], [("1", ""), ("LKPD", PAGE), ("Berkala", "")]))
    assert (values["judul"], values["tautan"], told) == ("LKPD", PAGE, ())


def test_the_document_behind_a_title_is_a_document_of_the_entry(entry: Entry) -> None:
    values, told = entry(workbook(["No", "Judul Informasi", "Kategori"], [("1", ""), ("LKPD", FILE), ("Berkala", "")]))
    assert (values["dokumen"], told) == ([{"judul": "LKPD", "tautan": FILE}], ())
    assert "tautan" not in values


def test_a_word_with_an_address_behind_it_fills_a_column_of_links(entry: Entry) -> None:
    values, told = entry(workbook(["Judul", "Kategori", "Tautan"], [("LKPD", ""), ("Berkala", ""), ("Unduh", PAGE)]))
    assert (values["tautan"], told) == (PAGE, ())


def test_what_no_key_can_take_is_told_with_its_cell(entry: Entry) -> None:
    row = [("LKPD", OTHER), ("Berkala", "mailto:ppid@contohkab.go.id"), (PAGE, PAGE + "/")]
    values, told = entry(workbook(["Judul", "Kategori", "Tautan"], row))
    assert values["tautan"] == PAGE
    assert [(one.address, one.reason, one.shown) for one in told] == [
        ("A2", "link-behind", OTHER),
        ("B2", "link-behind", "mailto:ppid@contohkab.go.id"),
    ]


def test_an_address_behind_a_person_is_neither_taken_nor_told(entry: Entry) -> None:
    row = [("LKPD", ""), ("Berkala", ""), ("Siti", "https://contoh.id/siti")]
    values, told = entry(workbook(["Judul", "Kategori", "Nama Pemohon"], row))
    assert "siti" not in f"{values} {told}".lower()


def test_a_formula_of_a_link_is_read_as_one() -> None:
    made = openpyxl.Workbook()
    active = made.active
    assert isinstance(active, Worksheet)
    active["B3"] = f'=HYPERLINK("{PAGE}","LKPD")'
    active["B4"] = f'=HYPERLINK("{PAGE}"&A1,"LKPD")'
    stream = BytesIO()
    made.save(stream)
    composed = Link(3, 1, f'HYPERLINK("{PAGE}"&A1')
    assert read_office("a.xlsx", stream.getvalue())[0].links == (Link(2, 1, PAGE), composed)


def test_an_address_that_stands_in_another_cell_is_told_and_not_taken(entry: Entry) -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, ["Judul", "Kategori"])
        sheet.write_formula(1, 0, "=HYPERLINK(D2)", None, "LKPD")
        sheet.write(1, 1, "Berkala")
    values, told = entry(stream.getvalue())
    assert (values["judul"], "tautan" in values) == ("LKPD", False)
    assert [(one.address, one.reason, one.shown) for one in told] == [("A2", "link-behind", "HYPERLINK(D2)")]


@pytest.mark.parametrize(
    ("ref", "cells"), [("B2:B4", [(1, 1), (2, 1), (3, 1)]), ("A1:XFD1048576", [(0, 0)]), ("B2&quot;", [])]
)
def test_a_link_over_a_stretch_lies_behind_each_cell(ref: str, cells: list[tuple[int, int]]) -> None:
    raw = workbook(["Judul"], [("LKPD", PAGE)])
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b'ref="A2"', f'ref="{ref}"'.encode()))
    links = read_office("a.xlsx", stream.getvalue())[0].links
    assert [(link.row, link.column) for link in links] == cells


def test_links_of_an_open_document_are_counted_over_repeated_cells(entry: Entry) -> None:
    linked = f'<text:a xlink:type="simple" xlink:href="{PAGE}?a=1&amp;b=2">LKPD</text:a>'
    head = cell("No") + cell("Ket", 2) + cell("Judul") + cell("Kategori")
    row = cell("1") + cell("", 2) + cell(linked) + cell("Berkala")
    raw = open_sheet(head, row)
    values, told = entry(raw, "a.ods")
    assert (values["judul"], values["tautan"], told) == ("LKPD", f"{PAGE}?a=1&b=2", ())
    below = f'{row}</table:table-row><table:table-row table:number-rows-repeated="3">{cell("-")}</table:table-row>'
    more = open_sheet(head, f"{below}<table:table-row>{row}")
    assert [(link.row, link.column) for link in read_office("a.ods", raw)[0].links] == [(1, 3)]
    assert [(link.row, link.column) for link in read_office("a.ods", more)[0].links] == [(1, 3), (5, 3)]


@pytest.mark.parametrize(
    ("formula", "taken", "shown"),
    [
        (f"of:=HYPERLINK(&quot;{PAGE}?a=1&amp;b=2&quot;;&quot;LKPD&quot;)", f"{PAGE}?a=1&b=2", None),
        (f"of:=HYPERLINK(&quot;{PAGE}&quot;)", PAGE, None),
        ("of:=HYPERLINK([.D2];&quot;LKPD&quot;)", None, "HYPERLINK(D2"),
        ("of:=HYPERLINK([.D2])", None, "HYPERLINK(D2)"),
        ("of:=CONCATENATE([.D2])", None, None),
    ],
)
def test_a_formula_of_a_link_in_an_open_document_is_taken_or_told(
    entry: Entry, formula: str, taken: str | None, shown: str | None
) -> None:
    linked = (
        f'<table:table-cell office:value-type="string" table:formula="{formula}" office:string-value="LKPD">'
        "<text:p>LKPD</text:p></table:table-cell>"
    )
    raw = open_sheet(cell("Judul") + cell("Kategori"), linked + cell("Berkala"))
    values, told = entry(raw, "a.ods")
    assert (values["judul"], values.get("tautan")) == ("LKPD", taken)
    assert [(one.address, one.reason, one.shown) for one in told] == ([("A2", "link-behind", shown)] if shown else [])


def test_an_old_workbook_whose_links_cannot_be_read_is_told(take: Import, tmp_path: Path, repository: Path) -> None:
    raw = (repository / "tests/data/dip.xls").read_bytes()
    for name, more in (("a.xls", b""), ("b.xls", bytes.fromhex("d0c9ea79f9bace118c8200aa004ba90b"))):
        (tmp_path / name).write_bytes(raw + more)
    assert take(tmp_path / "a.xls", write=False).report.faults == ()
    assert {one.reason for one in take(tmp_path / "b.xls", write=False).report.faults} == {"links-unread"}


@pytest.mark.parametrize("piece", ["a", "a:", "a=", "a ", "é"])
def test_a_tag_of_any_length_is_soon_read(piece: str) -> None:
    def links(text: str) -> object:
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("content.xml", f"<text:a {text}>")
        return links_behind(stream.getvalue())

    ends_soon(links, piece * (200_000 // len(piece)), 1.0)
