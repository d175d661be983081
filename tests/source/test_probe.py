"""What is found in honest, careless and hostile documents."""

import gzip
import io
import random
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest
import xlsxwriter

from ppidgen.source.kinds import SAMPLE, kind_of
from ppidgen.source.personal.personal_data import Kind
from ppidgen.source.probe.program import look_at, text_digest
from tests.fuzz.made import binary_workbook
from tests.source.probed import NUMBER, opened, packed, traced

PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
MAIN = "<w:document><w:body>{}</w:body></w:document>"


def docx(body: str, **more: str | bytes) -> bytes:
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": MAIN.format(body), **more})


def sheet(*rows: tuple[str, ...]) -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        page = book.add_worksheet()
        for place, row in enumerate(rows):
            page.write_row(place, 0, row)
    return held.getvalue()


DRAWING = docx("<w:p><w:r><w:drawing/></w:r></w:p>")


@pytest.mark.parametrize(
    ("raw", "is_blank"),
    [
        (docx(""), True),
        (docx(PARAGRAPH.format("Nihil")), True),
        (docx(PARAGRAPH.format("Dokumen ini masih dalam penyusunan dan akan segera diunggah.")), True),
        (docx(PARAGRAPH.format("Selama 2025 tidak ada pelanggaran yang ditemukan dalam pengawasan internal.")), False),
        (DRAWING, False),
        (docx("", **{"word/media/image1.png": b"\x89PNG"}), False),
        (sheet(), True),
        (sheet(("Uraian", "Nilai")), True),
        (sheet(("Uraian", "Nilai"), ("Belanja", "120")), False),
        (b"uraian,nilai\n,\n", True),
        (b"uraian,nilai\nBelanja,120\n", False),
        (b" \n\n", True),
        (packed({"a.txt": ""}), True),
        (packed({"a.txt": "Isi"}), False),
    ],
)
def test_what_shows_a_reader_nothing_is_blank(raw: bytes, is_blank: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a case
    path = tmp_path / "berkas"
    path.write_bytes(raw)
    assert look_at(str(path), kind_of(raw[:SAMPLE]))["blank"] is is_blank


def workbook() -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        book.set_properties({"author": f"NIK {NUMBER}", "title": "Daftar"})
        shown = book.add_worksheet("Data")
        shown.write_row(0, 0, ["Nama", "HP", "NIK"])
        shown.write_row(1, 0, ["Budi", "81234567890", ""])
        shown.write_number(2, 2, int(NUMBER))
        shown.set_row(2, None, None, {"hidden": True})
        shown.set_column(5, 5, None, None, {"hidden": True})
        shown.write_comment("A1", f"NIK {NUMBER}")
        hidden = book.add_worksheet("Rahasia")
        hidden.write(4, 1, NUMBER)
        hidden.hide()
    return held.getvalue()


def test_a_workbook_tells_every_cell_and_all_that_is_hidden() -> None:
    found = opened(workbook())
    assert (found.kind, found.readable, found.title) == ("xlsx", True, "Daftar")
    assert set(found.hidden) == {"rows", "columns", "sheets", "comments"}
    assert {(one.kind, one.part, one.place) for one in found.traces()} == {
        (Kind.PHONE, "cell", "Data!B2"),
        (Kind.IDENTITY, "cell", "Data!C3"),
        (Kind.IDENTITY, "cell", "Rahasia!B5"),
        (Kind.IDENTITY, "comment", "comments1.xml"),
        (Kind.IDENTITY, "metadata", "docProps/core.xml"),
    }


def test_what_a_pivot_table_keeps_of_its_rows_is_told_with_the_names_of_their_fields() -> None:
    shared = '<sharedItems><n u="1" v="81234567891"/></sharedItems>'
    fields = f'<cacheField name="Nama"/><cacheField name="HP">{shared}</cacheField>'
    records = f'<r><s v="Budi"/><n v="81234567890"/></r><r><s u="1" v="{NUMBER}"/><x v="0"/></r>'
    cache = {
        "xl/pivotCache/pivotCacheDefinition1.xml": f"<pivotCacheDefinition>{fields}</pivotCacheDefinition>",
        "xl/pivotCache/pivotCacheRecords1.xml": f"<pivotCacheRecords>{records}</pivotCacheRecords>",
    }
    with zipfile.ZipFile(io.BytesIO(workbook())) as held:
        found = opened(packed({**{name: held.read(name) for name in held.namelist()}, **cache}))
    assert "pivot-cache" in found.hidden
    assert {(one.kind, one.place) for one in found.traces() if one.part == "pivot-cache"} == {
        (Kind.PHONE, "pivotCacheDefinition1.xml"),
        (Kind.PHONE, "pivotCacheRecords1.xml"),
        (Kind.IDENTITY, "pivotCacheRecords1.xml"),
    }


def filled_form(*rows: tuple[str | int, ...], footer: str = "") -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        made = book.add_worksheet("Formulir")
        made.set_footer(footer)
        for number, row in enumerate(rows):
            made.write_row(number, 0, row)
    return held.getvalue()


def test_a_label_in_the_cell_before_says_what_a_number_is_as_in_a_filled_form() -> None:
    rows = (
        ("Nama", "Budi"),
        ("No. Rekening", "0123456789"),
        ("Nomor HP", ":", 81234567890),
        ("NPWP", "092542943407000"),
    )
    assert traced(filled_form(*rows)) == [
        (Kind.ACCOUNT, "cell", "Formulir!B2"),
        (Kind.PHONE, "cell", "Formulir!C3"),
        (Kind.TAX, "cell", "Formulir!B4"),
    ]


def test_a_word_that_names_more_than_a_label_makes_no_number_of_an_amount() -> None:
    assert (
        traced(filled_form(("Belanja telepon", 850000000), ("Kode Rekening", "5123456789"), ("KTP", 1200, 1300))) == []
    )


def test_a_number_is_read_that_has_a_box_for_each_digit() -> None:
    assert traced(filled_form(("NIK", *map(int, NUMBER)))) == [(Kind.IDENTITY, "cell", "Formulir!A1")]
    cells = "".join(f"<w:tc>{PARAGRAPH.format(digit)}</w:tc>" for digit in ("NIK", *NUMBER))
    assert {kind for kind, _, _ in traced(docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))} == {Kind.IDENTITY}
    assert traced(filled_form(("Jumlah", *map(int, NUMBER)))) == []


def test_a_number_is_read_that_several_cells_share() -> None:
    parts = (NUMBER[:6], NUMBER[6:12], NUMBER[12:])
    assert traced(filled_form(("NIK", *parts))) == [(Kind.IDENTITY, "cell", "Formulir!A1")]
    cells = "".join(f"<w:tc>{PARAGRAPH.format(part)}</w:tc>" for part in ("NIK", *parts))
    assert {kind for kind, _, _ in traced(docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))} == {Kind.IDENTITY}
    assert traced(filled_form(("Pagu", *parts))) == []


@pytest.mark.parametrize("number", ["081234567890", NUMBER])
def test_a_number_at_the_very_beginning_of_a_footer_is_read(number: str) -> None:
    assert [part for _, part, _ in traced(filled_form(("a",), footer=f"&C{number}&R&P"))] == ["part"]


def test_what_is_hidden_in_a_workbook_is_not_given_to_search() -> None:
    text = "\n".join(opened(workbook()).texts)
    assert "Budi" in text
    assert NUMBER not in text


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p><w:del><w:r><w:delText>{NUMBER}</w:delText></w:r></w:del></w:p>",
        f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{NUMBER}</w:t></w:r></w:p>",
    ],
)
def test_what_is_hidden_in_a_letter_is_not_given_to_search(body: str) -> None:
    text = "\n".join(opened(docx(body + PARAGRAPH.format("terlihat"))).texts)
    assert text.split() == ["terlihat"]


@pytest.mark.parametrize(
    ("body", "more", "hidden"),
    [
        (PARAGRAPH.format("NIK 321101</w:t></w:r><w:r><w:t>1212850001"), {}, []),
        (f"<w:del><w:r><w:delText>NIK {NUMBER}</w:delText></w:r></w:del>", {}, ["changes"]),
        (f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>NIK {NUMBER}</w:t></w:r>", {}, ["text"]),
        ("", {"word/comments.xml": f"<w:comments>{PARAGRAPH.format('NIK ' + NUMBER)}</w:comments>"}, ["comments"]),
        ("", {"docProps/core.xml": f"<x><dc:creator>NIK {NUMBER}</dc:creator></x>"}, []),
        ("", {"docProps/core.xml": f"<x><d:created>2026-01-02T03:04:05Z</d:created><k>{NUMBER}</k></x>"}, []),
        ("", {"docProps/app.xml": f"<x><Characters>20</Characters><Company>{NUMBER}</Company></x>"}, []),
        ("", {"word/header1.xml": PARAGRAPH.format("NIK " + NUMBER)}, []),
        ("", {"word/embeddings/a.zip": packed({"b.txt": f"NIK {NUMBER}"})}, []),
    ],
    ids=["split", "deleted", "hidden", "comment", "author", "behind a date", "behind a count", "header", "embedded"],
)
def test_a_letter_tells_personal_data_wherever_word_keeps_them(
    body: str, more: Mapping[str, str | bytes], hidden: list[str]
) -> None:
    found = opened(docx(body, **more))
    assert [one.kind for one in found.traces()] == [Kind.IDENTITY]
    assert found.hidden == hidden


@pytest.mark.parametrize(
    ("members", "hidden"),
    [
        ({"ppt/slides/slide1.xml": '<p:sld xmlns:p="a" show="0"><a:t>a</a:t></p:sld>'}, ["slides"]),
        ({"ppt/slides/slide1.xml": '<p:sld xmlns:p="a"><p:pic show="0"/></p:sld>'}, []),
        ({"content.xml": '<style:table-properties table:display="false"/>'}, ["sheets"]),
        ({"content.xml": '<table:table-row table:visibility="filter"/>'}, ["rows"]),
        ({"content.xml": '<table:table-column table:visibility="collapse"/>'}, ["columns"]),
        ({"content.xml": '<style:text-properties text:display="none"/>'}, ["text"]),
        ({"content.xml": '<table:table-row table:visibility="visible"/>'}, []),
    ],
)
def test_what_slides_and_open_documents_hide_is_named(members: Mapping[str, str], hidden: list[str]) -> None:
    assert opened(packed(members)).hidden == hidden


def test_a_binary_workbook_is_read_cell_by_cell_with_its_hidden_sheets() -> None:
    books = [opened(binary_workbook(random.Random(number))) for number in range(12)]  # noqa: S311 - no secret
    assert {(book.kind, book.readable) for book in books} == {("xlsb", True)}
    assert any(book.hidden == ["sheets"] for book in books)
    assert any(one.kind is Kind.IDENTITY and one.part == "sheet" for book in books for one in book.traces())


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "xl/vbaProject.bin", "Basic/script-lc.xml"])
def test_macros_are_noticed(name: str) -> None:
    assert opened(docx("", **{name: b"x"})).active == ["macros"]


def test_old_office_files_tell_macros_and_passwords() -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    assert opened(head + "_VBA_PROJECT".encode("utf-16-le")).active == ["macros"]
    assert opened(head + "EncryptedPackage".encode("utf-16-le")).encrypted
    assert [one.kind for one in opened(head + f"NIK {NUMBER}".encode("utf-16-le")).traces()] == [Kind.IDENTITY]


@pytest.mark.parametrize(
    ("kind", "mode", "told"),
    [
        ("attachedTemplate", "External", (["template"], [])),
        ("oleObject", "External", ([], ["external-links"])),
        ("image", "External", ([], ["external-links"])),
        ("hyperlink", "External", ([], [])),
        ("attachedTemplate", "Internal", ([], [])),
    ],
)
def test_a_letter_tells_what_it_fetches_from_elsewhere(kind: str, mode: str, told: tuple[list[str], list[str]]) -> None:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    one = f'<Relationship Id="a" Type="{base}/{kind}" Target="https://jahat.example/a" TargetMode="{mode}"/>'
    found = opened(docx("", **{"word/_rels/settings.xml.rels": f"<Relationships>{one}</Relationships>"}))
    assert (found.active, found.hidden) == told


def tarred(name: str, content: bytes) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [(f"NIK {NUMBER}\n".encode(), ""), (tarred("a/b.txt", f"NIK {NUMBER}\n".encode()), "a/b.txt")],
    ids=["one file", "tar"],
)
def test_what_is_packed_with_gzip_is_read(content: bytes, name: str) -> None:
    found = opened(gzip.compress(content))
    assert [inner.name for inner in found.inside] == [name]
    assert ([one.kind for one in found.traces()], found.readable, found.unread) == ([Kind.IDENTITY], True, 0)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (gzip.compress(b"0" * (9 << 20), 1), (False, 0, ["bomb"])),
        (gzip.compress(b"a") + gzip.compress(b"b"), (True, 1, [])),
        (gzip.compress(tarred("a", b"a" * 5_000)[:2_000]), (True, 1, [])),
        (gzip.compress(b"a" * 99)[:-12], (False, 0, [])),
        (b"\x1f\x8bx", (False, 0, [])),
    ],
    ids=["bomb", "two", "broken tar", "cut", "nothing"],
)
def test_what_gzip_hides_or_breaks_is_told(raw: bytes, told: tuple[bool, int, list[str]]) -> None:
    found = opened(raw)
    assert (found.readable, found.unread, found.active) == told


def test_a_bomb_is_named_and_not_unpacked() -> None:
    found = opened(packed({"a.txt": b"0" * (9 << 20)}))
    assert (found.active, found.readable) == (["bomb"], False)


@pytest.mark.parametrize(
    "raw",
    [
        docx('<!DOCTYPE x [<!ENTITY a "b">]>&a;'),
        docx(PARAGRAPH.format("a"))[:-40],
        b"PK\x03\x04" + b"\0" * 100,
        packed({f"{number}.txt": "" for number in range(5001)}),
    ],
    ids=["entity", "cut", "empty", "crowd"],
)
def test_what_is_broken_or_hostile_is_unreadable(raw: bytes) -> None:
    assert not opened(raw).readable


def test_archives_in_archives_are_read_so_deep_and_the_rest_is_counted() -> None:
    raw = packed({"a.txt": f"NIK {NUMBER}"})
    for _ in range(2):
        raw = packed({"inner.zip": raw})
    assert [one.kind for one in opened(raw).traces()] == [Kind.IDENTITY]
    for _ in range(2):
        raw = packed({"inner.zip": raw})
    assert opened(raw).unread == 1


def picture(*tags: tuple[int, int, bytes]) -> bytes:
    """Write a JPEG with nothing in it but an EXIF block of some tags (number, form, four bytes)."""
    entries = b"".join(struct.pack("<HHI", tag, form, 4) + value for tag, form, value in tags)
    block = b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + b"\0\0\0\0"
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(block) + 8) + b"Exif\0\0" + block + b"\xff\xd9"


def test_a_picture_tells_that_it_says_where_it_was_taken() -> None:
    assert opened(picture((0x8825, 4, b"\1\0\0\0"))).hidden == ["place"]
    assert opened(picture((0x010F, 2, b"abc\0"))).hidden == []
    assert opened(b"\xff\xd8\xff<x exif:GPSLatitude='1'/>").hidden == ["place"]


def test_what_is_said_beside_a_picture_is_read() -> None:
    note = f"NIK {NUMBER}".encode()
    texts = {
        b"tEXt": b"Comment\0" + note,
        b"zTXt": b"Comment\0\0" + zlib.compress(note),
        b"iTXt": b"Comment\0\0\0id\0\0" + note,
    }
    chunks = [struct.pack(">I", len(content)) + name + content + bytes(4) for name, content in texts.items()]
    packed_note = b"Comment\0\1\0\0\0" + zlib.compress(note)
    chunks.append(struct.pack(">I", len(packed_note)) + b"iTXt" + packed_note + bytes(4))
    damaged = struct.pack(">I", 12) + b"zTXt" + b"Comment\0\0abc" + bytes(4)
    for chunk in chunks:
        assert traced(b"\x89PNG\r\n\x1a\n" + damaged + chunk) == [(Kind.IDENTITY, "metadata", "EXIF")]
    comment = b"\xff\xfe" + struct.pack(">H", len(note) + 2) + note
    assert traced(b"\xff\xd8\xff\xe0\0\2" + comment) == [(Kind.IDENTITY, "metadata", "EXIF")]
    assert traced(b"\xff\xd8\xff<x:xmpmeta a='" + note + b"'></x:xmpmeta>") == [(Kind.IDENTITY, "metadata", "EXIF")]


def test_a_table_in_the_wide_encoding_is_a_table() -> None:
    assert traced(f"no;nik\n1;{NUMBER}\n".encode("utf-16")) == [(Kind.IDENTITY, "line", "2")]
    assert kind_of("<!doctype html>".encode("utf-16")) == "html"
    assert kind_of(b"\xff\xfe\1\0\2\0") == "unknown"


def test_a_table_tells_what_stands_under_a_head() -> None:
    assert traced(b"nama;no hp\nBudi;81234567890\n") == [(Kind.PHONE, "line", "2")]
    assert traced(f"no,nik\n1,{NUMBER}\n".encode()) == [(Kind.IDENTITY, "line", "2")]


def test_the_digest_of_a_text_does_not_depend_on_how_it_is_set() -> None:
    text = "Keputusan tentang pengangkatan pejabat pengelola. " * 8
    assert text_digest(text) == text_digest(text.upper().replace(" ", "\n")) != ""
    assert text_digest("pendek") == ""
