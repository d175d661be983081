"""Documents and tables made to harm whoever opens them: `python -m tests.portals.hostile_files [--every N]`.

Each document is named by an entry and the portal checked, each table imported, in a process of its own within 20 s of
CPU and 512 MB. A case names the codes of which one must be told ("" stands for a file that is fine as it is); a secret
within it may stand in no word that is said. Ends with 1 when one fares otherwise.
"""

import io
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import xlsxwriter
from PIL import Image, PngImagePlugin

from tests.fuzz.bounded import Ending, bounded
from tests.portals.laying import ENTRY_TEXT, SOUND, Content, check, lay, ppidgen
from tests.portals.trial import one_of, summed_up
from tests.source.test_hostile_documents import bomb, bomb_in_bomb, digits, endless_rows, many_pages, pages_in_a_ring

SECONDS, MEGABYTES = 20.0, 512
NIK = "3211011212850001"
ACTS, HIDES, SHUT, OTHER, DATA = (
    ("DOK034", "DOK008"),
    ("DOK035",),
    ("DOK003", "DOK010", "DOK036"),
    ("DOK002", "DOK008"),
    ("PDP001",),
)
FINE = ("",)
EMPTY = ("DOK038",)
_OF_DOCUMENTS = ("DOK", "PDP", "DIK")


class Case(NamedTuple):
    """A file by its ending, what makes it, and the codes of which one must be told."""

    ending: str
    make: Callable[[], bytes]
    codes: Sequence[str]


def packed(files: Mapping[str, bytes | str]) -> bytes:
    """Pack files into an archive."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def pdf(
    change: Callable[[pikepdf.Pdf], object] = lambda _: None,
    text: str = "Laporan keuangan tahun lalu memuat neraca, realisasi anggaran, arus kas, dan catatan",
    encryption: pikepdf.Encryption | None = None,
) -> bytes:
    """Make a document of one page, changed as asked."""
    held = io.BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page()
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.Contents = document.make_stream(f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode())
        change(document)
        document.save(held, encryption=encryption)
    return held.getvalue()


def _root(**values: object) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        for name, value in values.items():
            document.Root[f"/{name}"] = value

    return change


def _action(kind: str, **more: Any) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(S=pikepdf.Name(f"/{kind}"), **more)


def _annotated(**values: Any) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        one = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=[0, 0, 9, 9], **values)
        document.pages[0].Annots = pikepdf.Array([document.make_indirect(one)])

    return change


def _attached(name: str, content: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        document.attachments[name] = pikepdf.AttachedFileSpec(document, content)

    return change


def _named(key: str, value: str) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        document.docinfo[f"/{key}"] = value

    return change


def _twice() -> bytes:
    """Give a document whose first text was replaced by an update that leaves it in the file."""
    first = pdf(text=f"NIK {NIK}")
    with pikepdf.open(io.BytesIO(first)) as document:
        start, size = document.trailer.get("/Size", 9), len(first)
    return first + b"%d 0 obj<</A/B>>endobj\nxref\n0 0\ntrailer<</Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        start, start + 1, size)  # fmt: skip


def svg(inside: str, head: str = "") -> Callable[[], bytes]:
    """Make a drawing."""
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{head}<svg {space} viewBox="0 0 9 9">{inside}</svg>'.encode


def picture(kind: str, size: tuple[int, int] = (8, 8), **options: object) -> bytes:
    """Make a picture."""
    held = io.BytesIO()
    Image.new("1" if kind == "PNG" else "RGB", size).save(held, kind, **options)
    return held.getvalue()


def _large_picture() -> bytes:
    """Give a picture of 60,000 by 60,000 points in a few kB: its head says so, its body is one row."""
    raw = bytearray(picture("PNG"))
    raw[16:24] = (60_000).to_bytes(4, "big") * 2
    raw[29:33] = zlib.crc32(raw[12:29]).to_bytes(4, "big")
    return bytes(raw)


def _said() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", f"NIK {NIK}")
    return picture("PNG", pnginfo=words)


def _swelling_words() -> bytes:
    words = b"k\0\0" + zlib.compress(bytes(1 << 20), 9)
    return picture("PNG")[:8] + (len(words).to_bytes(4) + b"zTXt" + words + bytes(4)) * 800


def _located() -> bytes:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "S", 2: (6.0, 51.0, 0.0), 3: "E", 4: (107.0, 55.0, 0.0)})
    return picture("JPEG", exif=exif)


def workbook(change: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], object]) -> Callable[[], bytes]:
    """Make a workbook of one sheet with a list, changed as asked."""

    def make() -> bytes:
        held = io.BytesIO()
        with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
            sheet = book.add_worksheet("Daftar")
            for row, cells in enumerate((("judul", "kategori"), ("Laporan", "berkala"), ("Neraca", "berkala"))):
                sheet.write_row(row, 0, cells)
            change(book, sheet)
        return held.getvalue()

    return make


def _hidden_sheet(book: xlsxwriter.Workbook, _sheet: object) -> None:
    other = book.add_worksheet("Rahasia")
    other.write(0, 0, f"NIK {NIK}")
    other.hide()


def _very_hidden_sheet(book: xlsxwriter.Workbook, _sheet: object) -> None:
    other = book.add_worksheet("Rahasia")
    other.write(0, 0, "catatan")
    other.very_hidden()


def office(kind: str, files: Mapping[str, bytes | str]) -> Callable[[], bytes]:
    """Make an office file of raw parts."""
    types = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
    declared = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/{types[kind]}" ContentType="application/vnd.openxmlformats-officedocument"/></Types>'
    )
    return lambda: packed({"[Content_Types].xml": declared, types[kind]: "<a/>", **files})


def _word(inside: str) -> str:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:document {space}><w:body><w:p>{inside}</w:p></w:body></w:document>"


_ENTITIES = '<!DOCTYPE x [<!ENTITY a "bbbbbbbb"><!ENTITY c "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY d "&c;&c;&c;&c;&c;">]>'
_OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
_DELETED = f"<w:del><w:r><w:delText>NIK {NIK}</w:delText></w:r></w:del><w:r><w:t>Laporan</w:t></w:r>"

DOCUMENTS: Mapping[str, Case] = {
    "PDF that is fine": Case("pdf", pdf, FINE),
    "PDF with a program": Case("pdf", lambda: pdf(_root(OpenAction=_action("JavaScript", JS="app.alert(1)"))), ACTS),
    "PDF that starts another program": Case("pdf",
        lambda: pdf(_root(OpenAction=_action("Launch", F="calc.exe"))), ACTS),
    "PDF with a program for its end": Case(
        "pdf", lambda: pdf(_root(AA=pikepdf.Dictionary(WC=_action("JavaScript", JS="x")))), ACTS),
    "PDF with a program in a note": Case("pdf", lambda: pdf(_annotated(
        Subtype=pikepdf.Name.Link, A=_action("JavaScript", JS="x"))), ACTS),
    "PDF that sends a form": Case(
        "pdf", lambda: pdf(_root(OpenAction=_action("SubmitForm", F="https://luar.test/"))), ACTS),
    "PDF with an attachment": Case("pdf", lambda: pdf(_attached("a.txt", b"catatan")), HIDES),
    "PDF with a program attached": Case("pdf", lambda: pdf(_attached("a.exe", b"MZ" + bytes(60))), (*HIDES, *ACTS)),
    "PDF with a datum attached": Case("pdf", lambda: pdf(_attached("a.txt", f"NIK {NIK}".encode())), DATA),
    "PDF with a datum in an archive attached": Case(
        "pdf", lambda: pdf(_attached("a.zip", packed({"b.txt": f"NIK {NIK}"}))), DATA),
    "PDF with a datum": Case("pdf", lambda: pdf(text=f"NIK {NIK}"), DATA),
    "PDF with a datum as its author": Case("pdf", lambda: pdf(_named("Author", f"NIK {NIK}")), DATA),
    "PDF with a datum as its title": Case("pdf", lambda: pdf(_named("Title", f"NIK {NIK}")), DATA),
    "PDF with a datum in a note": Case(
        "pdf", lambda: pdf(_annotated(Subtype=pikepdf.Name.Text, Contents=f"NIK {NIK}")), DATA),
    "PDF with a datum in an older state": Case("pdf", _twice, (*HIDES, *DATA)),
    "PDF with a password": Case(
        "pdf", lambda: pdf(encryption=pikepdf.Encryption(owner="a", user="b")), ("DOK033",)),
    "PDF of pages in a ring": Case("pdf", pages_in_a_ring, SHUT),
    "PDF of ten thousand pages": Case("pdf", many_pages, SHUT),
    "PDF cut off": Case("pdf", lambda: pdf()[:300], SHUT),
    "PDF of a head alone": Case("pdf", lambda: b"%PDF-1.7\n", SHUT),
    "PDF with a length that lies": Case("pdf",
        lambda: pdf().replace(b"/Length ", b"/Length 99999999999"), (*SHUT, *FINE)),
    "PDF of deep lists": Case("pdf",
        lambda: b"%PDF-1.7\n1 0 obj" + b"[" * 200_000 + b"endobj\ntrailer<</Root 1 0 R>>", SHUT),
    "PDF of digits": Case("pdf", lambda: b"%PDF-1.7\n" + digits(), SHUT),
    "PDF with a stream that swells": Case("pdf", lambda: pdf(_root(A=pikepdf.Dictionary())).replace(
        b"stream\n", b"stream\n" + zlib.compress(bytes(50 << 20), 9)[:40_000], 1), (*SHUT, *EMPTY)),
    "page that says it is a PDF": Case("pdf", lambda: b"<!doctype html><script>hit()</script>", OTHER),
    "program that says it is a PDF": Case("pdf", lambda: b"MZ" + bytes(200), OTHER),
    "archive that says it is a PDF": Case("pdf", lambda: packed({"a.txt": "a"}), OTHER),
    "nothing": Case("pdf", lambda: b"", ("DOK007",)),
    "drawing of one shape, which only a logo may be": Case("svg", svg("<path d='M0 0h9v9z'/>"), ACTS),
    "drawing with a script": Case("svg", svg("<script>hit()</script>"), ACTS),
    "drawing with an event": Case("svg", svg("<rect onload='hit()'/>"), ACTS),
    "drawing with a page in it": Case("svg", svg("<foreignObject><p>a</p></foreignObject>"), ACTS),
    "drawing with a picture of another host": Case("svg", svg("<image href='https://luar.test/a.png'/>"), ACTS),
    "drawing that uses another": Case("svg", svg("<use xlink:href='https://luar.test/a.svg#b'/>"), ACTS),
    "drawing with a link to a script": Case("svg", svg("<a href='javascript:hit()'><rect/></a>"), ACTS),
    "drawing with a sheet": Case("svg", svg("<style>@import 'https://luar.test/a.css';</style>"), ACTS),
    "drawing that moves an address": Case("svg", svg("<a><set attributeName='href' to='javascript:hit()'/></a>"), ACTS),
    "drawing of entities": Case("svg", svg("<text>&d;&d;</text>", _ENTITIES), ACTS),
    "drawing of an outer entity": Case("svg", svg("<text>&a;</text>", _OUTSIDE), ACTS),
    "drawing with a sheet before it": Case("svg",
        svg("<rect/>", "<?xml-stylesheet href='https://luar.test/a.xsl'?>"), ACTS),
    "drawing in another encoding": Case("svg", lambda: svg("<script>hit()</script>")().decode().encode("utf-16"),
                                        (*ACTS, *OTHER)),
    "page": Case("html", lambda: b"<!doctype html><script>hit()</script>", ACTS),
    "page of XML": Case("xhtml",
        lambda: b"<html xmlns='http://www.w3.org/1999/xhtml'><script>hit()</script></html>", ACTS),
    "program of a page": Case("js", lambda: b"hit()", OTHER),
    "XML with a sheet": Case("xml", lambda: b"<?xml-stylesheet href='https://luar.test/a.xsl' type='text/xsl'?><a/>",
                             (*ACTS, *FINE)),
    "picture of 3.6 thousand million points": Case("png", _large_picture, (*FINE, *SHUT)),
    "picture with a datum": Case("png", _said, DATA),
    "picture that tells its place": Case("jpg", _located, HIDES),
    "picture of words that swell": Case("png", _swelling_words, (*FINE, *SHUT)),
    "picture of words without an end": Case("png", lambda: picture("PNG") + b"<x:xmpmeta " * 80_000, (*FINE, *SHUT)),
    "picture cut off": Case("png", lambda: picture("PNG")[:40], (*SHUT, *FINE)),
    "page that says it is a picture": Case("png", lambda: b"GIF89a<script>hit()</script>", OTHER),
    "workbook that is fine": Case("xlsx", workbook(lambda *_: None), FINE),
    "workbook with a hidden sheet": Case("xlsx", workbook(_hidden_sheet), DATA),
    "workbook with a sheet hidden for good": Case("xlsx", workbook(_very_hidden_sheet), HIDES),
    "workbook with a hidden row": Case("xlsx",
        workbook(lambda _, sheet: sheet.set_row(1, None, None, {"hidden": True})), HIDES),
    "workbook with a hidden column": Case(
        "xlsx", workbook(lambda _, sheet: sheet.set_column(1, 1, 8, None, {"hidden": True})), HIDES),
    "workbook with a comment": Case("xlsx", workbook(lambda _, sheet: sheet.write_comment("A1", f"NIK {NIK}")), DATA),
    "workbook with an author": Case("xlsx",
        workbook(lambda book, _: book.set_properties({"comments": f"NIK {NIK}"})), DATA),
    "workbook with a program": Case("xlsx",
        office("xlsx", {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(60)}), ACTS),
    "workbook with links to others": Case("xlsx",
        office("xlsx", {"xl/externalLinks/externalLink1.xml": "<a/>"}), HIDES),
    "workbook with kept rows of a pivot": Case(
        "xlsx", office("xlsx", {"xl/pivotCache/pivotCacheRecords1.xml": f"<r><s v='NIK {NIK}'/></r>"}), (*DATA,
        *HIDES)),
    "workbook of endless rows": Case("xlsx", endless_rows, (*SHUT, *ACTS)),
    "workbook of rows without an end": Case("xlsx",
        office("xlsx", {"xl/worksheets/sheet1.xml": b"<row><c><v>" * 80_000}), (*SHUT, *EMPTY)),
    "workbook that swells": Case("xlsx",
        office("xlsx", {"xl/worksheets/sheet1.xml": b"0" * (120 << 20)}), (*SHUT, *ACTS)),
    "workbook of a thousand parts": Case("xlsx",
        office("xlsx", {f"xl/a{n}.xml": "<a/>" for n in range(1_000)}), (*SHUT, *EMPTY)),
    "letter with an entity": Case("docx", office("docx", {"word/document.xml": f"{_ENTITIES}<a>&d;</a>"}), SHUT),
    "letter with an outer entity": Case("docx", office("docx", {"word/document.xml": f"{_OUTSIDE}<a>&a;</a>"}), SHUT),
    "letter with what was deleted": Case("docx", office("docx", {"word/document.xml": _word(_DELETED)}), DATA),
    "letter of deletions without an end": Case("docx",
        office("docx", {"word/document.xml": b"<w:del><w:r><w:vanish/>" * 40_000}), (*SHUT, *HIDES)),
    "letter with a comment": Case(
        "docx", office("docx", {"word/comments.xml": _word(f"<w:r><w:t>NIK {NIK}</w:t></w:r>")}), DATA),
    "letter with a program": Case("docx",
        office("docx", {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(60)}), ACTS),
    "letter with a file in it": Case("docx",
        office("docx", {"word/embeddings/a.bin": b"MZ" + bytes(60)}), (*HIDES, *ACTS)),
    "old letter": Case("doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ("DOK001",)),
    "archive that swells": Case("zip", bomb, ACTS),
    "archive in archives": Case("zip", bomb_in_bomb, SHUT),
    "archive that climbs out": Case("zip", lambda: packed({"../../a.txt": f"NIK {NIK}"}), DATA),
    "archive of many": Case("zip", lambda: packed({f"{n}.txt": "" for n in range(20_000)}), (*SHUT, *ACTS)),
    "archive with a program": Case("zip",
        lambda: packed({"a.exe": b"MZ" + bytes(60), "a.html": "<script>"}), (*ACTS, *FINE)),
    "table with formulas": Case("csv", lambda: b"judul,nilai\n=1+1,@SUM(1)\n", FINE),
    "table with a datum": Case("csv", f"nama,nik\nA,{NIK}\n".encode, DATA),
    "table with a datum in another encoding": Case("csv", lambda: f"nama;nik\nA;{NIK}\n".encode("utf-16"), DATA),
    "table of telephone numbers": Case("csv", lambda: b"nama,telepon\n" + b"0812 " * 180_000, ("PDP004",)),
    "table of one long line": Case("csv", lambda: b"a," * 2_000_000, EMPTY),
}  # fmt: skip
TABLES: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "workbook that is fine": ("xlsx", workbook(lambda *_: None)),
    "workbook with a cell in the far corner": ("xlsx", workbook(lambda _, sheet: sheet.write(1_048_575, 16_383, "x"))),
    "workbook of formulas": ("xlsx",
        workbook(lambda _, sheet: sheet.write_formula("A2", '=HYPERLINK("https://luar.test/")'))),
    "workbook with a hidden sheet": ("xlsx", workbook(_hidden_sheet)),
    "workbook of long cells": ("xlsx", workbook(lambda _, sheet: sheet.write("A2", "a" * 32_767))),
    "workbook that swells": ("xlsx", office("xlsx", {"xl/worksheets/sheet1.xml": b"0" * (120 << 20)})),
    "workbook of entities": ("xlsx", office("xlsx", {"xl/workbook.xml": f"{_ENTITIES}<a>&d;</a>"})),
    "workbook of endless rows": ("xlsx", endless_rows),
    "archive that says it is a workbook": ("xlsx", lambda: packed({"a.txt": "a"})),
    "page that says it is a workbook": ("xls", lambda: b"<html><table><tr><td>judul</td></tr></table></html>"),
    "old workbook of rubbish": ("xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_000)),
    "open sheet that swells": ("ods", lambda: packed({"content.xml": b" " * (120 << 20)})),
    "table of hostile words": ("csv",
        lambda: b"judul,kategori\n::error::x,berkala\n\x1b[31mmerah,berkala\n<script>,berkala\n"),
    "table of data": ("csv", f"judul,kategori,nik\nLaporan {NIK},berkala,{NIK}\n".encode),
    "table with a quote unclosed": ("csv", lambda: b'judul,kategori\n"Laporan,berkala\n' * 9_000),
    "table of one cell": ("csv", lambda: b'judul\n"' + b"a" * 900_000 + b'"\n'),
    "table of many columns": ("csv", lambda: b"judul," * 100_000 + b"\n"),
    "table of NULs": ("csv", lambda: bytes(100_000)),
    "table of separators": ("csv", lambda: b",;|\t" * 200_000),
    "table of names with paths": ("csv",
        lambda: b"judul,kategori,unit\n../../etc/passwd,berkala,../..\nCON,berkala,/\n"),
}  # fmt: skip


def wrong_with(ending: str, codes: Sequence[str], raw: bytes) -> str:
    """Check a portal with a document; say what fares otherwise than it is to."""
    with tempfile.TemporaryDirectory() as folder:
        named = f"{ENTRY_TEXT}dokumen:\n  - judul: A\n    berkas: a.{ending}\n"
        files: Mapping[str, Content] = {f"content/berkas/a.{ending}": raw, "content/informasi/bpkad/a.yaml": named}
        portal = lay(Path(folder), {**SOUND, **files})
        told = check(portal)
        if told.code not in {0, 1} or told.err:
            return f"code {told.code}: {told.err[-2_000:]}"
        if NIK in told.out:
            return "the datum itself is said"
        serious = (one for one in told.findings if one["path"] in files and one["severity"] != "catatan")
        found = {one["code"] for one in serious if one["code"].startswith(_OF_DOCUMENTS)}
        return "" if found & set(codes) or (not found and "" in codes) else f"told {sorted(found)}"


def wrong_with_table(ending: str, raw: bytes) -> str:
    """Import a table; say what fares otherwise than it is to."""
    with tempfile.TemporaryDirectory() as folder:
        portal = lay(Path(folder), {**SOUND, f"tabel.{ending}": raw})
        told = ppidgen("import", portal / f"tabel.{ending}", "--to", "informasi", "--dir", portal)
        said = told.out + told.err
        if told.code not in {0, 1} or "Traceback" in said or NIK in said or "\n::" in said or "\x1b" in said:
            return f"code {told.code}: {said[-2_000:]}"
        outside = [path for path in Path(folder).rglob("*.yaml") if not {"content", "impor"} & set(path.parts)]
        written = [path for path in portal.rglob("*.yaml") if NIK in path.read_text("utf-8")]
        checked = check(portal)
        return f"{outside} {written} {checked.err}" if outside or written or checked.code not in {0, 1} else ""


def ran(every: int) -> Iterator[tuple[str, Ending]]:
    """Run cases, each in a child of its own."""
    documents = [
        (f"document: {name}", one.make, wrong_with, (one.ending, one.codes)) for name, one in DOCUMENTS.items()
    ]
    tables = [(f"import: {name}", make, wrong_with_table, (ending,)) for name, (ending, make) in TABLES.items()]
    every_case: Sequence[tuple[str, Callable[[], bytes], Callable[..., str], Sequence[object]]] = [*documents, *tables]
    for name, make, wrong, about in every_case[::every]:
        yield name, bounded(partial(wrong, *about, make()), SECONDS, MEGABYTES)


if __name__ == "__main__":
    sys.exit(summed_up(ran(one_of(__doc__)), SECONDS, MEGABYTES))
