import zipfile
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from ppidgen.exchange.grids.files import read_grids
from ppidgen.exchange.grids.grid import Merge, Unreadable
from ppidgen.exchange.grids.hidden_rows import hidden_rows
from ppidgen.exchange.grids.office import read_office
from ppidgen.exchange.importing.telling import tell
from ppidgen.exchange.tables import report_words
from tests.exchange.conftest import Import
from tests.pace import within

ODS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>
<table:table table:name="DIP"><table:table-row>{head}</table:table-row>
<table:table-row>{row}</table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"""

MANIFEST = """<?xml version="1.0"?><manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"></manifest:manifest>"""


def book(sheet_xml: str = "", changes: dict[str, bytes] | None = None) -> bytes:
    """Give a small workbook with some members replaced or added."""
    others = dict(changes or {})
    made = openpyxl.Workbook()
    stream = BytesIO()
    made.save(stream)
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(stream.getvalue())) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name.endswith("sheet1.xml") and sheet_xml:
                content = sheet_xml.encode()
            target.writestr(name, others.pop(name, content))
        for name, content in others.items():
            target.writestr(name, content)
    return out.getvalue()


def open_document(content: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", content)
    return out.getvalue()


def sheet(cells: str) -> str:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<?xml version="1.0"?><worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'


def reason(raw: bytes) -> str:
    with pytest.raises(Unreadable) as told:
        read_office("a.xlsx", raw)
    return told.value.reason


def test_whole_numbers_days_and_merged_cells_come_as_an_officer_sees_them(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    active = made.active
    assert isinstance(active, Worksheet)
    active.append(["Judul", "Tahun", "Tanggal", "Nilai"])
    active.append(["Neraca", 2024, datetime(2024, 8, 19, tzinfo=UTC).replace(tzinfo=None), 1.5])
    active.merge_cells("A3:D3")
    made.create_sheet("Rahasia").sheet_state = "hidden"
    made["Rahasia"].append(["tersembunyi"])
    made.save(tmp_path / "a.xlsx")
    first, hidden = read_grids(tmp_path / "a.xlsx")
    assert first.cells == (("Judul", "Tahun", "Tanggal", "Nilai"), ("Neraca", "2024", "2024-08-19", "1.5"))
    assert first.merges == (Merge(2, 0, 2, 3),)
    assert (hidden.hidden, hidden.cells) == (True, ())


def test_an_open_document_is_read(tmp_path: Path) -> None:
    def cells(*texts: str) -> str:
        return "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts
        )

    path = tmp_path / "a.ods"
    path.write_bytes(open_document(ODS.format(head=cells("Judul", "Kategori"), row=cells("Neraca", "Berkala"))))
    (grid,) = read_grids(path)
    assert grid.cells == (("Judul", "Kategori"), ("Neraca", "Berkala"))


def test_rows_that_a_filter_hides_are_read_and_told(tmp_path: Path, take: Import) -> None:
    made = openpyxl.Workbook()
    active = made.active
    assert isinstance(active, Worksheet)
    for row in (["Judul", "Kategori", "NIK"], *([title, "Berkala", "3"] for title in ("Neraca", "Utang", "Aset"))):
        active.append(row)
    active.row_dimensions[3].hidden = True
    made.save(tmp_path / "a.xlsx")
    plan = take(tmp_path / "a.xlsx")
    assert plan.report.written == 3
    told = tell(plan.report, report_words("id"))
    assert "disembunyikan di lembar kerjanya (oleh saringan atau dengan tangan), tetapi tetap dibaca: 1;" in told
    assert "    baris 3: Utang | Berkala\n" in told


def test_rows_that_an_open_document_hides_are_known() -> None:
    one = "<table:table-cell office:value-type='string'><text:p>{}</text:p></table:table-cell>".format
    hidden = (
        f"</table:table-row><table:table-row table:visibility='filter' table:number-rows-repeated='2'>{one('LRA')}"
        f"</table:table-row><table:table-row>{one('Aset')}</table:table-row>"
        f"<table:table-row table:visibility='collapse'>{one('Utang')}"
    )
    (grid,) = read_office("a.ods", open_document(ODS.format(head=one("Judul"), row=one("Neraca") + hidden)))
    assert grid.unseen == {2, 3, 5}


def test_rows_that_an_old_workbook_hides_are_known(repository: Path) -> None:
    one, two = read_grids(repository / "tests/data/tersaring.xls")
    assert (one.sheet, sorted(one.unseen), one.cells[2][0]) == ("DIP", [2], "Utang")
    assert (two.sheet, sorted(two.unseen)) == ("Café", [1, 3])


def test_rows_that_a_binary_workbook_hides_are_known() -> None:
    sheet = bytes(8) + wide("rId1") + wide("DIP")
    rows = [bytes((row, 0, 0, 0)) + bytes(7) + flags + bytes(5) for row, flags in enumerate((b"\0", b"\x10", b"\x18"))]
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.bin", bytes((0x9C, 0x01, len(sheet))) + sheet)
        archive.writestr("xl/_rels/workbook.bin.rels", '<Relationship Id="rId1" Target="worksheets/sheet1.bin"/>')
        archive.writestr("xl/worksheets/sheet1.bin", b"".join(bytes((0, len(row))) + row for row in rows))
    assert hidden_rows(stream.getvalue(), 100) == {"DIP": [1, 2]}


def wide(text: str) -> bytes:
    return len(text).to_bytes(4, "little") + text.encode("utf-16-le")


def test_a_damaged_old_workbook_hides_nothing_and_ends(repository: Path) -> None:
    whole = (repository / "tests/data/tersaring.xls").read_bytes()
    for place in range(0, len(whole), 7):
        hidden_rows(whole[:place] + b"\xff\x00\x01\xff" + whole[place + 4 :], 100)
    assert hidden_rows(whole[:600], 100) == {}


def test_what_a_merged_cell_of_an_open_document_covers_is_known() -> None:
    one = "<table:table-cell office:value-type='string'{more}><text:p>{text}</text:p></table:table-cell>"
    wide = one.format(more=" table:number-columns-spanned='2'", text="DIP") + "<table:covered-table-cell/>"
    tall = one.format(more=" table:number-columns-spanned='1' table:number-rows-spanned='2'", text="BPKAD")
    below = f"</table:table-row><table:table-row>{one.format(more='', text='LRA')}<table:covered-table-cell/>"
    row = one.format(more="", text="Neraca") + tall + below
    (grid,) = read_office("a.ods", open_document(ODS.format(head=wide, row=row)))
    assert grid.merges == ((0, 0, 0, 1), (1, 1, 2, 1))
    assert grid.cells == (("DIP", ""), ("Neraca", "BPKAD"), ("LRA", ""))


def test_a_file_that_unpacks_to_too_much_is_refused_before_it_is_opened() -> None:
    assert reason(book(changes={"xl/bomb.xml": b"0" * 40_000_000})) == "zip-bomb"


def test_too_many_members_are_refused() -> None:
    assert reason(book(changes={f"xl/{number}.xml": b"x" for number in range(600)})) == "zip-bomb"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_declaration_of_entities_is_refused(encoding: str) -> None:
    text = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert reason(book(changes={"xl/worksheets/sheet1.xml": text.encode(encoding)})) == "doctype"


def test_a_cell_in_the_far_corner_does_not_take_the_machine() -> None:
    far = sheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )
    with within(25.0):
        assert reason(book(far)) in {"broken-office", "too-many-cells", "too-slow"}


FILLED = "<table:table-cell office:value-type='string'{more}><text:p>Neraca</text:p></table:table-cell>"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param(" table:number-rows-repeated='1048576'>" + FILLED.format(more=""), "too-many-cells", id="rows"),
        pytest.param(
            " table:number-rows-repeated='1000'>" + FILLED.format(more=" table:number-columns-repeated='16384'"),
            "too-many-cells", id="rows of cells",
        ),
        pytest.param(" table:number-rows-repeated='300'>" + FILLED.format(more=""), "", id="a list of the same"),
        pytest.param(
            " table:number-rows-repeated='1048576'><table:table-cell table:number-columns-repeated='16384'/>", "",
            id="nothing but empty cells",
        ),
    ],
)  # fmt: skip
def test_what_an_open_document_repeats_is_counted_before_it_is_written_out(row: str, told: str) -> None:
    raw = open_document(ODS.replace("<table:table-row>{row}", f"<table:table-row{row}").format(head="", row=""))
    if told:
        with within(2.0):
            assert reason(raw) == told
    else:
        assert read_office("a.ods", raw)


def test_a_password_is_named_as_the_reason() -> None:
    raw = bytearray(book())
    at = raw.find(b"PK\x01\x02")
    while at >= 0:
        raw[at + 8] |= 1
        at = raw.find(b"PK\x01\x02", at + 4)
    assert reason(bytes(raw)) == "encrypted"


def test_a_file_of_another_kind_is_named_as_such() -> None:
    assert reason(b"judul,kategori\n") == "not-office"
    assert reason(b"PK\x03\x04" + b"\0" * 100) == "broken-office"
    assert reason(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) == "broken-office"


@settings(max_examples=15)
@given(st.integers(0, 2_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_gives_grids_or_a_reason(place: int, damage: bytes) -> None:
    raw = bytearray(book(sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>judul</t></is></c></row>')))
    raw[place : place + len(damage)] = damage
    with suppress(Unreadable):
        assert len(read_office("a.xlsx", bytes(raw))) <= 1
