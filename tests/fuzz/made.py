"""Files that no body has published yet, made from one seed: tables as odd as people make them, letters, pictures.

They are well formed, so that what is odd in them reaches the innermost reader; the damages of `mutations` come on top.
"""

import gzip
import io
import json
import random
import struct
import tarfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from html import escape
from typing import Any

import xlsxwriter
from PIL import Image

Dice = random.Random
HEADS: Sequence[str] = (
    "No", "No.", "Judul Informasi", "judul", "Ringkasan Isi Informasi", "Kategori", "Jenis Informasi",
    "Penguasa Informasi", "Penanggung Jawab", "Waktu Pembuatan", "Tempat dan Waktu Pembuatan", "Bentuk",
    "Softcopy", "Hardcopy", "Retensi", "Jangka Waktu Penyimpanan", "Tautan", "Link Dokumen", "OPD", "Nama OPD",
    "Kode", "Induk", "Dasar Hukum", "Alasan", "Konsekuensi", "Nama Pemohon", "NIK", "Alamat", "Tanggal Permohonan",
    "Tanggal", "Status", "Ket.", "", "\u200b",
)  # fmt: skip
VALUES: Sequence[str] = (
    "", " ", "1", "1.", "I", "II.", "A. Keuangan", "a. Neraca", "BAB I", "Laporan Keuangan", "Laporan\nKeuangan",
    "Berkala", "Setiap Saat", "Serta Merta", "Dikecualikan", "berkala/setiap saat", "31/02/2024", "31-12-2024",
    "12/31/2024", "2024-01-01 10:00:00", "1 Januari 2024", "Jan-24", "45292", "45292.5", "Sumedang, 2024",
    "2023 s.d. 2024", "=1+1", "=HYPERLINK(A1)", "@SUM(A1)", "+62 812", "-", "\u2013", "\u221a", "\u2713", "v", "x",
    "ya", "tidak", "https://a.test/x.pdf", "www.a.go.id", "https://a.test/ b", "<p>Isi <b>tebal</b></p>",
    "&lt;b&gt;", "3211011212850001", "1.234.567,89", "1e9", "sda", "s.d.a", "idem", "\ufeffA", "A\u00a0B",
    "A\u202eB", "0812 3456 7890", "5 tahun", "selamanya", "true", "#REF!", "UU 14/2008 Pasal 17 huruf a",
    "Pasal 17", "No", "null", "~", "'", '"', "{{ 7*7 }}", "::error::x", "\x1b[31m", "\\",
)  # fmt: skip
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1")
_LONGEST = (*(1,) * 60, 40, 40, 3_000)
_LONGEST_CELL = 32_767  # of a workbook
_SELDOM = 0.15
_DAY = datetime(2024, 1, 1)  # noqa: DTZ001 - a workbook knows no zones
_KINDS = (
    ("float", " office:value='2024.5'"), ("date", " office:date-value='2024-01-31T09:00:00'"),
    ("date", " office:date-value='2024-01-31'"), ("percentage", " office:value='0.5'"),
    ("boolean", " office:boolean-value='true'"), ("time", " office:time-value='PT10H'"),
    ("currency", " office:value='9e9'"),
)  # fmt: skip
LINKS = (
    "https://contohkab.go.id/lkpd.pdf", "http://a.go.id/?a=1&b=<2>", "mailto:siti@contoh.go.id", "file:///etc/passwd",
    "internal:Sheet1!A1", "https://" + "a" * 2_000,
)  # fmt: skip
REMARK = b"dicatat-kamera-3211011212850001"
_NAMES = ("office", "table", "text", "meta")


def _cell(dice: Dice) -> str:
    return dice.choice(VALUES) * dice.choice(_LONGEST)


def _table(dice: Dice, most: int = 60) -> list[list[str]]:
    """Make titles, heads of one row or more, rows of groups, and rows as wide as it happens."""
    width = dice.choice((1, 2, 4, 8, 12, 30, 250))
    titles = [[_cell(dice)] for _ in range(dice.choice((0, 0, 1, 4)))]
    heads = [[dice.choice(HEADS) for _ in range(width)] for _ in range(dice.choice((0, 1, 1, 2, 3)))]
    ragged = dice.random() < 0.3
    rows = [
        [_cell(dice) for _ in range(dice.randrange(width + 2) if ragged else width)]
        for _ in range(dice.randrange(most))
    ]
    return [*titles, *heads, *rows, *(heads if dice.random() < 0.2 else [])]


def text_table(dice: Dice) -> bytes:
    """Make a table as text: any separator, encoding and end of line, with quotes or half without."""
    separator, end = dice.choice(",;\t|"), dice.choice(("\n", "\r\n", "\r"))
    quote = dice.choice(('"', '"', '"', ""))
    lines = [separator.join(quote + cell.replace('"', '""') + quote for cell in row) for row in _table(dice)]
    hint = f"sep={separator}{end}" if dice.random() < 0.1 else ""
    return (hint + end.join(lines)).encode(dice.choice(_ENCODINGS), "replace")


def workbook(dice: Dice) -> bytes:
    """Make a workbook: merged cells, dates, formulas, hidden rows, columns and sheets, cells far away."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"created": _DAY})
    day = book.add_format({"num_format": dice.choice(("dd/mm/yyyy", "mmm-yy", "[$-421]d mmmm yyyy"))})
    for number in range(dice.choice((1, 1, 2, 5))):
        sheet = book.add_worksheet()
        for at, row in enumerate(_table(dice), start=dice.choice((0, 0, 3, 200))):
            for column, cell in enumerate(row):
                _put(dice, sheet, (at, column), cell, day)
        if dice.random() < _SELDOM:
            top, left = dice.randrange(9), dice.randrange(9)
            sheet.merge_range(top, left, top + dice.randrange(3), left + 1 + dice.randrange(9), _cell(dice))
        if dice.random() < _SELDOM:
            sheet.set_row(dice.randrange(9), None, None, {"hidden": True})
            sheet.set_column(dice.randrange(9), 9, None, None, {"hidden": True})
        if dice.random() < _SELDOM and number:
            dice.choice((sheet.hide, sheet.very_hidden))()
    book.close()
    return held.getvalue()


def _put(dice: Dice, sheet: Any, place: tuple[int, int], cell: str, day: object) -> None:
    puts: Sequence[Callable[[], object]] = (
        lambda: sheet.write_datetime(
            *place, _DAY + timedelta(days=dice.randrange(40_000), hours=dice.choice((0, 9))), day
        ),
        lambda: sheet.write_number(*place, dice.choice((0, 1, 2024, 45292.5, -1, 1e300, 3211011212850001)), day),
        lambda: sheet.write_formula(*place, "=" + dice.choice(("1/0", "A1", "TODAY()")), None, cell),
        lambda: sheet.write_boolean(*place, dice.random() < 0.5),
        lambda: sheet.write_comment(*place, cell[:_LONGEST_CELL]),
        lambda: sheet.write_url(*place, dice.choice(LINKS), string=cell[:200] or "Unduh"),
        lambda: sheet.write_formula(*place, f'=HYPERLINK("{dice.choice(LINKS)}","x")', None, cell),
    )
    if dice.random() < _SELDOM:
        dice.choice(puts)()
    else:
        sheet.write_string(*place, cell[:_LONGEST_CELL])


def binary_workbook(dice: Dice) -> bytes:
    """Make a workbook in Excel's binary format ([MS-XLSB]): one sheet of texts and numbers."""
    rows = []
    for at, row in enumerate(_table(dice)):
        rows.append(_record(0, struct.pack("<I13x", at)))  # BrtRowHdr
        for column, cell in enumerate(row):
            place = struct.pack("<II", column, 0)
            number = struct.pack("<d", dice.choice((0.0, 45292.5, 3211011212850001.0, 1e300)))
            is_text = dice.random() > _SELDOM
            rows.append(_record(6, place + _wide(cell[:_LONGEST_CELL])) if is_text else _record(5, place + number))
    bundle = struct.pack("<II", dice.choice((0, 0, 1, 2)), 1) + _wide("rId1") + _wide("Data")
    book = _record(0x83) + _record(0x8F) + _record(0x9C, bundle) + _record(0x90) + _record(0x9D, bytes(26))
    size = _record(0x94, struct.pack("<IIII", 0, len(rows), 0, 250))
    sheet = _record(0x81) + size + _record(0x91) + b"".join(rows) + _record(0x92) + _record(0x82)
    relation = '<Relationship Id="rId1" Type="http://a/relationships/worksheet" Target="worksheets/sheet1.bin"/>'
    return _packed({
        "[Content_Types].xml": "<Types/>", "xl/workbook.bin": book + _record(0x84), "xl/worksheets/sheet1.bin": sheet,
        "xl/_rels/workbook.bin.rels": f"<Relationships>{relation}</Relationships>",
    })  # fmt: skip


def _record(kind: int, body: bytes = b"") -> bytes:
    """Write a record: its kind and its length in groups of seven bits, then its body."""
    head, length = bytes([kind] if kind < 0x80 else [kind & 0x7F | 0x80, kind >> 7]), len(body)
    while length >= 0x80:
        head, length = head + bytes([length & 0x7F | 0x80]), length >> 7
    return head + bytes([length]) + body


def _wide(text: str) -> bytes:
    raw = text.encode("utf-16-le", "replace")
    return struct.pack("<I", len(raw) // 2) + raw


def open_sheet(dice: Dice) -> bytes:
    """Make a table of LibreOffice: repeated and covered cells, values that differ from what is shown."""
    rows = []
    for row in _table(dice):
        cells = "".join(
            f"<table:table-cell{_repeated(dice, 'columns')}{_valued(dice)}><text:p>{_linked(dice, cell)}</text:p>"
            "</table:table-cell>"
            for cell in row
        )
        rows.append(f"<table:table-row{_repeated(dice, 'rows')}>{cells}</table:table-row>")
    body = f"<office:spreadsheet><table:table table:name='A'>{''.join(rows)}</table:table></office:spreadsheet>"
    return _open_document("spreadsheet", body)


def _linked(dice: Dice, cell: str) -> str:
    if dice.random() > _SELDOM:
        return escape(cell)
    return f"<text:a xlink:href='{escape(dice.choice(LINKS))}'>{escape(cell)}</text:a>"


def _valued(dice: Dice) -> str:
    """Say what a cell holds beside its text: mostly a text, seldom what no reader can make sense of."""
    kind, value = dice.choice(_KINDS) if dice.random() < _SELDOM else ("string", "")
    if dice.random() < _SELDOM / 50:
        value = dice.choice((" office:value='x'", " office:date-value='x'", ""))
    return f" office:value-type='{kind}'{value}"


def _repeated(dice: Dice, what: str) -> str:
    count = dice.choice((2, 300, 16_384, 1_048_576, -1))
    return f" table:number-{what}-repeated='{count}'" if dice.random() < _SELDOM / 300 else ""


def _open_document(kind: str, body: str) -> bytes:
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _NAMES)
    content = f"<office:document-content {names}><office:body>{body}</office:body></office:document-content>"
    manifest = "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'/>"
    kind = f"application/vnd.oasis.opendocument.{kind}"
    return _packed({"mimetype": kind, "content.xml": _printable(content), "META-INF/manifest.xml": manifest})


def open_letter(dice: Dice) -> bytes:
    """Make a letter of LibreOffice."""
    return _open_document("text", f"<office:text>{_nested(dice, 'text:p', 'table:table', 'text:span')}</office:text>")


def letter(dice: Dice) -> bytes:
    """Make a letter of Word: tables in tables, deleted and hidden text, comments, a file within."""
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del>"
    body = _nested(dice, "w:p", "w:tbl", "w:tr", "w:tc", "w:r", "w:t", "w:del", "w:moveFrom") + hidden
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document><w:body>{body}</w:body></w:document>",
        "word/comments.xml": _nested(dice, "w:comment", "w:t"),
        "docProps/core.xml": f"<cp:coreProperties><dc:title>{escape(_cell(dice))}</dc:title></cp:coreProperties>",
    }
    if dice.random() < _SELDOM:
        parts["word/embeddings/a.bin"] = dice.choice((workbook, archive, picture))(dice)
    return _packed({name: _printable(part) if isinstance(part, str) else part for name, part in parts.items()})


def _nested(dice: Dice, *tags: str) -> str:
    """Nest elements, mostly a little, now and then very deep; a few are not closed."""
    chain = [dice.choice(tags) for _ in range(dice.choice((1, 3, 9, 40, 3_000)))]
    closed = chain if dice.random() < 0.8 else chain[: len(chain) // 2]
    inner = escape(_cell(dice))
    one = "".join(f"<{tag}>" for tag in chain) + inner + "".join(f"</{tag}>" for tag in reversed(closed))
    return one * dice.choice((1, 1, 5))


def archive(dice: Dice) -> bytes:
    """Make an archive of other files, some of them archives."""
    makers = (text_table, workbook, letter, picture, archive)
    odd = ("a.csv", "../a.csv", "C:\\a", "CON", "a" * 300, "b/", "é.txt", "a.csv")
    return _packed({dice.choice(odd) + str(n): dice.choice(makers)(dice) for n in range(dice.choice((0, 1, 2)))})


def pressed(dice: Dice) -> bytes:
    """Make a file or a tape of files, pressed."""
    makers = (text_table, workbook, letter, picture, archive, page)
    if dice.random() < 0.4:
        return gzip.compress(dice.choice(makers)(dice), mtime=0)
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w", format=dice.choice((tarfile.PAX_FORMAT, tarfile.GNU_FORMAT))) as tape:
        for number in range(dice.choice((0, 1, 3))):
            content = dice.choice(makers)(dice)
            member = tarfile.TarInfo(dice.choice(("a.csv", "../a", "é" * 90, "a/" * 60)) + str(number))
            member.size, member.type = len(content), dice.choice((tarfile.REGTYPE, tarfile.REGTYPE, tarfile.SYMTYPE))
            tape.addfile(member, io.BytesIO(content))
    raw = bytearray(held.getvalue())
    if dice.random() < 0.5:
        raw[dice.randrange(512)] ^= 1 << dice.randrange(8)  # the head of its first file
    return gzip.compress(raw, mtime=0)


def old_letter(dice: Dice) -> bytes:
    """Make what looks like a letter or a table of Word or Excel from before 2007."""
    words = dice.choice(("", "Workbook", "_VBA_PROJECT", "EncryptedPackage")).encode("utf-16-le")
    texts = b"".join(_cell(dice).encode(dice.choice(("utf-16-le", "latin-1")), "replace") for _ in range(9))
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + words + texts


def slides(dice: Dice) -> bytes:
    """Make slides of PowerPoint, with notes."""
    names = ("ppt/slides/slide1.xml", "ppt/notesSlides/notesSlide1.xml", "ppt/comments/comment1.xml")
    return _packed({name: _printable(_nested(dice, "p:sp", "a:p", "a:r", "a:t")) for name in names})


def manifest(dice: Dice) -> bytes:
    """Make the manifest of a published portal, of values that none has."""
    values: Sequence[object] = ("0.1.0", "2026-01-31", "9999-99-99", None, [], {}, ["gz", 1], {"index.html": 1}, "\x1b")
    keys = ("versi", "tanggal", "padat", "berkas")
    return json.dumps({"dibuat_oleh": "ppidgen", **{key: dice.choice(values) for key in keys}}).encode()


def _fields(dice: Dice, *keys: str) -> bytes:
    filled = {key: _cell(dice)[:9_000] if dice.random() < _SELDOM else dice.choice(HEADS[:-1]) for key in keys}
    return "".join(f"{key}: {json.dumps(text)}\n" for key, text in filled.items() if text).encode()


def applicant(dice: Dice) -> bytes:
    """Make the file that says who a letter goes to."""
    return _fields(dice, "nama", "alamat", "kontak", "rincian", "tujuan", "nomor_surat", "tempat")


def working_paper(dice: Dice) -> bytes:
    """Make the internal half of a consequence test."""
    opinions = f"pandangan:\n  - {{penguji: A, pendapat: {json.dumps(dice.choice(HEADS[:9]))}}}\n".encode()
    return _fields(dice, "gambaran", "analisis", "kesimpulan") + b"ditelaah: [a, b]\n" + opinions


def picture(dice: Dice) -> bytes:
    """Make a picture with words beside it."""
    held, kind = io.BytesIO(), dice.choice(("JPEG", "TIFF", "PNG", "WEBP"))
    facts = Image.Exif()
    for tag in (0x010E, 0x013B, 0x8298, 0x9286, 0x8825, 0x8769):
        if dice.random() < 0.5 and tag < 0x8769:  # those above hold tags of their own
            facts[tag] = _printable(_cell(dice))[:9_000]
    if dice.random() < 0.5:
        facts.get_ifd(0x8825)[1] = "S"
    Image.new("RGB", (dice.choice((1, 40)), 40)).save(held, kind, exif=facts)
    return held.getvalue()


def photo(dice: Dice) -> bytes:
    """Make a photo with a remark, of more pixels than a page shows."""
    held, size = io.BytesIO(), (dice.choice((300, 3_000)), dice.choice((200, 2_600)))
    kind, mode = dice.choice(("JPEG", "PNG", "GIF", "TIFF", "WEBP")), dice.choice(("RGB", "L", "P", "RGBA", "CMYK"))
    mode = "RGB" if mode in {"P", "RGBA", "CMYK"} and kind in {"JPEG", "WEBP", "GIF"} else mode
    mode = "RGB" if mode == "CMYK" and kind == "PNG" else mode
    facts = Image.Exif()
    facts[0x0112], facts[0x010E] = dice.randrange(10), REMARK.decode("ascii")
    noise = Image.effect_noise(size, dice.choice((1, 60))).convert(mode)
    noise.save(held, kind, exif=facts, comment=REMARK) if kind != "GIF" else noise.save(held, kind, comment=REMARK)
    return held.getvalue()


def recording(dice: Dice) -> bytes:
    """Make what begins as a film, a sound or a tape does, with words in it."""
    words = _cell(dice).encode(dice.choice(("utf-8", "utf-16-le")), "replace")[:99_000]
    heads = (
        b"\0\0\0\x18ftypisom\0\0\2\0isommp41\0\0\0\x20\xa9xyz", b"ID3\3\0\0\0\0\1\0COMM", b"OggS\0\2", b"GIF89a",
        b"\0\0\0\x18ftypheic\0\0\0\0Exif\0\0II*\0", bytes(257) + b"ustar\0" + b"00", b"\xff\xfb\x90\0",
    )  # fmt: skip
    return dice.choice(heads) + words + dice.choice((b"", picture(dice)))


def page(dice: Dice) -> bytes:
    """Make what a browser or a word processor of old would read: HTML, rich text, XML, JSON."""
    inner = _nested(dice, "p", "div", "script", "style", "svg", "table", "!--")
    deep = dice.choice((1, 9, 5_000, 90_000))
    held = inner.encode("utf-8", "replace").hex() * dice.choice((0, 1, 90))
    forms = (
        f"<!doctype html>{inner}", "{\\rtf1 " + "{" * deep + inner + held, f"<?xml?><a>{inner}</a><!--{inner}",
        "[" * deep + '"a\\u0041;base64,' + held,
    )  # fmt: skip
    return dice.choice(forms).encode(dice.choice(_ENCODINGS), "replace")


def _printable(text: str) -> str:
    return "".join(c for c in text if c.isprintable() or c in "\n\t")


def _packed(files: Mapping[str, str | bytes]) -> bytes:
    """Pack files into an archive that is the same every time."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED  # readers look for it there
            packed.writestr(zipfile.ZipInfo(name), content, method)
    return held.getvalue()


def column_map(dice: Dice) -> bytes:
    """Make the file in which an officer says which column goes where."""
    keys = ("judul", "kategori", "unit", "nomor", "dokumen.tautan", "tidak_ada", "", "[]", "~")
    columns = "".join(f'  "{dice.choice(HEADS)}": {dice.choice(keys)}\n' for _ in range(dice.randrange(9)))
    fixed = dice.choice(("{}", "{kategori: berkala}", "{judul: {a: b}}", "[]"))
    skipped = dice.choice(("[]", '["No"]', "x"))
    return (
        f"ke: {dice.choice(('informasi', 'unit', ''))}\nkolom:\n{columns}tetap: {fixed}\nlewati: {skipped}\n".encode()
    )


MAKERS: Mapping[str, Callable[[Dice], bytes]] = {
    ".csv": text_table,
    ".xlsx": workbook,
    ".ods": open_sheet,
    ".odt": open_letter,
    ".docx": letter,
    ".zip": archive,
    ".jpg": picture,
    ".html": page,
    ".rtf": page,
    ".yaml": column_map,
    ".gz": pressed,
    ".doc": old_letter,
    ".pptx": slides,
    ".json": manifest,
    ".pemohon": applicant,
    ".kertas": working_paper,
    ".xlsb": binary_workbook,
    ".photo": photo,
    ".recording": recording,
}
