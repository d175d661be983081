"""A number of a person in every place where a document carries words that it does not show: it is found in each."""

import gzip
import io
import json
import re
import tarfile
import zipfile
import zlib
from base64 import b64encode, encodebytes
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from ppidgen.source.kinds import SAMPLE, kind_of
from ppidgen.source.personal.personal_data import Kind
from ppidgen.source.probe.hidden_words import all_words, runs, words_of_objects
from ppidgen.source.probe.pdf_streams import words_of_streams
from ppidgen.source.probe.program import look_at
from tests.pace import ends_soon
from tests.site.planted import pdf, picture, word, workbook, zipped

NIK = "3211011212850001"
SAID = f"NIK {NIK}"
Change = Callable[[pikepdf.Pdf], object]


def added(outer: bytes, part: str, content: str | bytes) -> bytes:
    """Put a part into a packed document, in the place of the one of that name."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(outer)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, content)
    return held.getvalue()


PARTS_OF_WORD: Mapping[str, str | bytes] = {
    "word/document.xml": f'<w:document><wp:docPr descr="{SAID}"/></w:document>',
    "word/glossary/document.xml": f"<w:document><w:t>{SAID}</w:t></w:document>",
    "word/charts/chart1.xml": f"<c:strCache><c:v>{SAID}</c:v></c:strCache>",
    "word/diagrams/data1.xml": f"<a:t>{SAID}</a:t>",
    "word/settings.xml": f'<w:docVar w:val="{SAID}"/>',
    "word/_rels/document.xml.rels": f'<Relationship Target="https://a.go.id/?nik={NIK}"/>',
    "customXml/item1.xml": f'<a nomor="{SAID}"/>',
    "docProps/thumbnail.jpeg": picture("jpeg", SAID),
    "word/people.xml": '<w15:person w15:author="081234567890"/>',
    "word/comments.xml": f"<w:comments><!-- {SAID} --></w:comments>",
    "word/webSettings.xml": f"<w:webSettings/><?lama {SAID}?>",
    "word/printerSettings1.bin": SAID.encode("utf-16-le"),
    "lain/catatan": SAID.encode(),
}
PARTS_OF_EXCEL: Mapping[str, str | bytes] = {
    "xl/externalLinks/externalLink1.xml": f"<cell><v>{SAID}</v></cell>",
    "xl/threadedComments/threadedComment1.xml": f"<threadedComment><text>{SAID}</text></threadedComment>",
    "xl/persons/person.xml": f'<person displayName="{SAID}"/>',
    "xl/pivotCache/pivotCacheDefinition1.xml": f'<sharedItems><s v="{SAID}"/></sharedItems>',
    "xl/connections.xml": f'<connection command="SELECT {SAID}"/>',
    "xl/drawings/drawing1.xml": f"<a:t>{SAID}</a:t>",
    "xl/charts/chart1.xml": f"<c:v>{SAID}</c:v>",
    "xl/workbook.xml": f'<definedName name="a" hidden="1">"{SAID}"</definedName>',
    "xl/tables/table1.xml": f'<tableColumn name="{SAID}"/>',
    "xl/worksheets/sheet1.xml": f"<sheetData></sheetData><headerFooter><oddHeader>{SAID}</oddHeader></headerFooter>",
    "xl/worksheets/sheet2.xml": f'<sheetData></sheetData><formula1>"{SAID}"</formula1>',
    "xl/worksheets/sheet3.xml": f'<row><c r="A1"><f>IF(B1="{NIK}",1,0)</f><v>1</v></c></row><sheetData></sheetData>',
    "xl/worksheets/sheet4.xml": f'<row><c r="A1"><f>B1={NIK}</f><v>0</v></c></row><sheetData></sheetData>',
    "xl/worksheets/sheet5.xml": '<sheetData></sheetData><filter val="081234567890"/>',
    "xl/worksheets/sheet6.xml": f"<!-- {SAID} --><sheetData></sheetData>",
    "xl/sharedStrings.xml": f"<sst><si><t>dihapus</t></si><si><t>{SAID}</t></si></sst>",
    "xl/styles.xml": f'<numFmt formatCode="&quot;{SAID}&quot;"/>',
    "xl/model/item.data": SAID.encode("utf-16-le"),
}


def changed(change: Change, *, is_packed: bool) -> bytes:
    """Make a PDF with something put into it, its objects packed if so wished."""
    held = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        change(document)
        packing = pikepdf.ObjectStreamMode.generate if is_packed else pikepdf.ObjectStreamMode.disable
        document.save(held, object_stream_mode=packing)
    return held.getvalue()


def _note(**held: Any) -> Change:
    def put(document: pikepdf.Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Rect=[0, 0, 9, 9], **held)
        document.pages[0].Annots = Array([document.make_indirect(note)])

    return put


def _rooted(name: str, held: object) -> Change:
    return lambda document: document.Root.__setattr__(name, held)


def stamped(document: pikepdf.Pdf) -> None:
    """Put a stamp upon the page whose words stand in what is drawn of it alone."""
    font = Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    drawn = f"BT /F 12 Tf 9 9 Td ({SAID}) Tj ET".encode()
    face = document.make_stream(
        drawn, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 99, 99], Resources=Dictionary(Font=font)
    )
    note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=[0, 0, 99, 99], AP=Dictionary(N=face))
    document.pages[0].Annots = Array([document.make_indirect(note)])


# As PDF/A forbids it and some programs do it.
PACKED_PROPERTIES = (
    b"9 0 obj<</Type/Metadata/Filter/FlateDecode>>stream\n"
    + zlib.compress(f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{SAID}</a></x:xmpmeta>'.encode())
    + b"\nendstream endobj\n"
)
IN_PDF: Mapping[str, Change] = {
    "author of a note": _note(Subtype=Name.Text, T=String(SAID)),
    "text of a box": _note(Subtype=Name.FreeText, RC=String(f"<p>{SAID}</p>")),
    "address of a link": _note(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String(f"https://a.id/?nik={NIK}"))),
    "field": _rooted("AcroForm", Dictionary(Fields=[Dictionary(FT=Name.Tx, T=String("a"), V=String(SAID))])),
    "field of wide letters": _rooted(
        "AcroForm", Dictionary(Fields=[Dictionary(FT=Name.Tx, V=String(f"\u2013 {SAID}"))])
    ),
    "words for a picture": _rooted("StructTreeRoot", Dictionary(K=Dictionary(S=Name.Figure, Alt=String(SAID)))),
    "outline": _rooted("Outlines", Dictionary(First=Dictionary(Title=String(SAID)))),
    "property": lambda document: document.docinfo.__setitem__("/Company", SAID),
    "property of a program's own": lambda document: document.docinfo.__setitem__("/Pengunggah", SAID),
    "choices of a field": _rooted(
        "AcroForm",
        Dictionary(Fields=[Dictionary(FT=Name.Ch, T=String("a"), Opt=Array([String("b" * 9), String(SAID)]))]),
    ),
    "caption of a button": _rooted(
        "AcroForm", Dictionary(Fields=[Dictionary(FT=Name.Btn, MK=Dictionary(CA=String(SAID)))])
    ),
    "name of a note": _note(Subtype=Name.Stamp, NM=String(SAID)),
    "name of a target": _rooted("Names", Dictionary(Dests=Dictionary(Names=Array([String(SAID), Array([])])))),
    "second name of a target": _rooted(
        "Names", Dictionary(Dests=Dictionary(Names=Array([String("a"), Array([]), String(SAID), Array([])])))
    ),
    "target of a name": _rooted("Dests", Dictionary({f"/NIK_{NIK}": Array([])})),
    "face of a stamp": stamped,
    "signer": _rooted("Perms", Dictionary(DocMDP=Dictionary(Type=Name.Sig, ContactInfo=String(SAID)))),
}


def photographed(document: pikepdf.Pdf) -> None:
    """Put a photo on the page as a word processor does, whole."""
    photo = document.make_stream(picture("jpeg", SAID), Subtype=Name.Image, Filter=Name.DCTDecode)
    document.pages[0].Resources = Dictionary(XObject=Dictionary(I=photo))


def pinned(document: pikepdf.Pdf) -> None:
    """Pin a file to the page, as a note is."""
    held = Dictionary(F=document.make_stream(SAID.encode(), Type=Name.EmbeddedFile))
    note = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[0, 0, 9, 9])
    note.FS = Dictionary(Type=Name.Filespec, F=String("a.txt"), EF=held)
    document.pages[0].Annots = Array([document.make_indirect(note)])


def prefixed() -> bytes:
    """Make a workbook as programs of .NET write it, a prefix before the name of each tag."""
    raw = added(
        workbook("a"), "xl/sharedStrings.xml", f'<?xml version="1.0"?><x:sst><x:si><x:t>{SAID}</x:t></x:si></x:sst>'
    )
    cell = '<x:worksheet><x:sheetData><x:row><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    return added(raw, "xl/worksheets/sheet1.xml", cell)


def filled(document: pikepdf.Pdf) -> None:
    """Put a form of Adobe's own kind into a PDF."""
    held = document.make_stream(f"<xfa:datasets><nik>{NIK}</nik></xfa:datasets>".encode())
    document.Root.AcroForm = Dictionary(Fields=[], XFA=Array([String("datasets"), held]))


def tagged() -> bytes:
    """Make a recording with a remark in wide letters in front of it (ID3v2.3)."""
    remark = b"\1ind\xff\xfe\0\0\xff\xfe" + SAID.encode("utf-16-le")
    return b"ID3\3\0\0\0\0\1\0COMM" + len(remark).to_bytes(4) + b"\0\0" + remark


def remarked_gif(before: str = "") -> bytes:
    """Make a moving picture with a remark."""
    held = io.BytesIO()
    Image.new("RGB", (2, 2)).save(held, "GIF", comment=f"{before}{SAID}".encode())
    return held.getvalue()


def queried(program: str) -> bytes:
    """Make a workbook with a query, as Excel keeps its program."""
    held = b"\0\0\0\0\xff\0\0\0" + zipped("Formulas/Section1.m", program.encode())
    part = f'<DataMashup xmlns="http://schemas.microsoft.com/DataMashup">{b64encode(held).decode()}</DataMashup>'
    return added(workbook("a"), "customXml/item1.xml", part.encode("utf-16"))


def typed(rows: str) -> str:
    """Make the program of a query for rows that were typed in."""
    packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    letters = b64encode(packing.compress(rows.encode()) + packing.flush()).decode()
    return f'section Section1;\nshared A = Json.Document(Binary.Decompress(Binary.FromText("{letters}")));'


def tar() -> bytes:
    """Make a tar archive that notes whose a file was."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        member = tarfile.TarInfo("a.txt")
        member.uname = SAID
        archive.addfile(member)
    return held.getvalue()


def covered() -> bytes:
    """Make a PDF whose page was replaced by a change behind its end, as a viewer saves it."""
    before = pdf(SAID)
    with pikepdf.open(io.BytesIO(before)) as document:
        number, root, size = document.pages[0].Contents.objgen[0], document.Root.objgen[0], int(document.trailer.Size)
    last = int((re.findall(rb"startxref\s+(\d+)", before) or [b"0"])[-1])
    page = b"%d 0 obj\n<</Length 1>>\nstream\n \nendstream\nendobj\n" % number
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    return before + page + table % (number, len(before), size, root, last, len(before) + len(page))


def exif(tag: int, value: bytes) -> bytes:
    """Make a photo with a note of its camera."""
    held, facts = io.BytesIO(), Image.Exif()
    facts.get_ifd(0x8769)[tag] = value
    Image.new("RGB", (2, 2)).save(held, "JPEG", exif=facts)
    return held.getvalue()


def remarked() -> bytes:
    """Make an archive with a remark."""
    held = io.BytesIO(zipped("a.txt", b"a"))
    with zipfile.ZipFile(held, "a") as archive:
        archive.comment = SAID.encode()
    return held.getvalue()


def pressed() -> bytes:
    """Make a pressed file that notes the name it had."""
    held = io.BytesIO()
    with gzip.GzipFile(f"ktp-{NIK}.txt", "wb", fileobj=held, mtime=0) as file:
        file.write(b"a")
    return held.getvalue()


FILES: Mapping[str, Callable[[], bytes]] = {
    **{part: partial(added, word("a"), part, held) for part, held in PARTS_OF_WORD.items()},
    **{part: partial(added, workbook("a"), part, held) for part, held in PARTS_OF_EXCEL.items()},
    **{what: partial(changed, put, is_packed=False) for what, put in IN_PDF.items()},
    **{f"{what}, packed": partial(changed, put, is_packed=True) for what, put in IN_PDF.items()},
    "a page that was covered": covered,
    "a remark of a camera": lambda: exif(0x9286, b"ASCII\0\0\0" + SAID.encode()),
    "a remark of a camera in wide letters": lambda: exif(0x9286, b"UNICODE\0" + SAID.encode("utf-16-le")),
    "behind a picture": lambda: picture("jpeg", "a") + SAID.encode(),
    "a name in an archive": lambda: zipped(f"ktp-{NIK}.jpg", b"a"),
    "a remark of an archive": remarked,
    "a name of what was pressed": pressed,
    "a drawing": lambda: b"<svg><text><tspan>NIK 32110112</tspan><tspan>1285000&#49;</tspan></text></svg>",
    "a photo in a PDF": partial(changed, photographed, is_packed=False),
    "a file pinned to a page": partial(changed, pinned, is_packed=False),
    "a file pinned to a page, packed": partial(changed, pinned, is_packed=True),
    "tags with a prefix": prefixed,
    "a part of two bytes for a letter": lambda: added(
        word("a"), "word/document.xml", f"<w:document><w:t>{SAID}</w:t></w:document>".encode("utf-16")
    ),
    "a form in a PDF": partial(changed, filled, is_packed=True),
    "a remark in a PDF": lambda: pdf("a").replace(b"\n", f"\n% {SAID}\n".encode(), 1),
    "packed properties of a PDF": lambda: pdf("a").replace(b"startxref", PACKED_PROPERTIES + b"startxref", 1),
    "before a PDF": lambda: SAID.encode() + b"\n" + pdf("a"),
    "behind a PDF": lambda: pdf("a") + SAID.encode(),
    "an archive behind a PDF": lambda: pdf("a") + zipped("a.txt", SAID.encode()),
    "a remark of a moving picture": remarked_gif,
    "a long remark of a moving picture": lambda: remarked_gif("a" * 245),
    "the program of a query": lambda: queried(f'section Section1;\nshared A = "{SAID}";'),
    "rows typed into a query": lambda: queried(typed(f'[["{NIK}", "a"]]')),
    "a word of a calendar cut in two": f"BEGIN:VCALENDAR\r\nX-A:{NIK[:9]}\r\n {NIK[9:]}\r\n".encode,
    "a letter in printable signs": f"From: a\nContent-Transfer-Encoding: quoted-printable\n\nNIK 3=\n{NIK[1:]}".encode,
    "a file with a letter": lambda: b"From: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: "
    b'application/zip; name="a.zip"\nContent-Transfer-Encoding: base64\n\n'
    + encodebytes(zipped("a.txt", SAID.encode()))
    + b"--b--\n",
    "a number in two elements": f"<a><nik>{NIK[:8]}<b>{NIK[8:]}</b></nik></a>".encode,
    "a remark of a recording": tagged,
    "a film": lambda: b"\0\0\0\x18ftypisom\0\0\2\0isommp41\0\0\0\x20\xa9cmt" + SAID.encode(),
    "a sound": lambda: b"RIFF\xff\0\0\0WAVELIST\x40\0\0\0INFOICMT" + SAID.encode(),
    "an owner in an archive": tar,
    "a cell that is not escaped": lambda: added(
        workbook("a"), "xl/sharedStrings.xml", f"<sst><si><t><![CDATA[{SAID}]]></t></si></sst>"
    ),
    "a sheet in a letter": lambda: added(
        word("a"), "xl/worksheets/sheet1.xml", f'<row><c t="inlineStr"><is><t>{SAID}</t></is></c></row>'
    ),
    "before an archive": lambda: b"\1" + SAID.encode() + zipped("a.txt", b"a"),
    "an attribute of a drawing": f'<svg><g data-a="NIK {NIK[:-1]}&#49;"/></svg>'.encode,
    "letters by their numbers in JSON": lambda: json.dumps({"a": "NIK \x01"}).replace(
        "\\u0001", "".join(f"\\u{ord(digit):04x}" for digit in NIK)
    ).encode(),
    "a picture in JSON": lambda: b'{"foto": "data:image/jpeg;base64,%s"}' % b64encode(picture("jpeg", SAID)),
    "letters by their numbers in rich text": lambda: b"{\\rtf1 NIK %s}" % b"".join(
        b"\\'%02x" % digit if digit % 2 else b"\\u%d?" % digit for digit in NIK.encode()
    ),
    "a picture in rich text": lambda: b"{\\rtf1 {\\pict\\jpegblip %s}}" % picture("jpeg", SAID).hex().encode(),
    "letters of four bytes": lambda: f"a,{SAID}\n".encode("utf-32"),
}  # fmt: skip


@pytest.mark.parametrize("what", FILES)
def test_a_number_is_found_wherever_a_document_carries_it(tmp_path: Path, what: str) -> None:
    raw = FILES[what]()
    (tmp_path / "a").write_bytes(raw)
    answer = look_at(str(tmp_path / "a"), kind_of(raw[:SAMPLE]))
    traces = answer["traces"]
    assert isinstance(traces, list)
    assert {one["kind"] for one in traces} & {Kind.IDENTITY, Kind.PHONE}


@pytest.mark.parametrize(
    "raw",
    [
        zipped("a.rar", b"Rar!\x1a\x07\0" + b"x" * 99),
        zipped("a.shp", b"\0\0\x27\x0a" + b"\0" * 99),
        zipped("a.txt", b"a")[:-90] + zipped("a.txt", b"a"),
        pdf("a") + b"\1" * 99,
        pdf("a") + b"startxref\n9\n%%EOF\n" * 6,
        added(workbook("a"), "xl/model/item.data", b"\1" * 99),
    ],
    ids=[
        "an archive in an archive",
        "a map in an archive",
        "a file taken out of an archive",
        "something behind a PDF",
        "many states",
        "a data model",
    ],
)
def test_what_nothing_can_read_within_a_file_is_told(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a").write_bytes(raw)
    assert look_at(str(tmp_path / "a"), kind_of(raw[:SAMPLE]))["unread"] == 1


@pytest.mark.parametrize(
    "head", [b"RIFF\0\0\0\0WAVE", b"RIFF\0\0\0\0AVI ", b"\x1aE\xdf\xa3", b"fLaC", b"\xff\xfb\x90\0", b"OggS"]
)
def test_a_recording_is_no_broken_document(tmp_path: Path, head: bytes) -> None:
    (tmp_path / "a").write_bytes(head + bytes(99))
    assert look_at(str(tmp_path / "a"), kind_of(head + bytes(99)))["readable"]


def test_a_letter_of_libreoffice_that_a_password_shuts_is_named(tmp_path: Path) -> None:
    shut = zipped("mimetype", b"application/vnd.oasis.opendocument.text")
    raw = added(added(shut, "content.xml", b"\1" * 99), "META-INF/manifest.xml", "<manifest:encryption-data/>")
    (tmp_path / "a").write_bytes(raw)
    answer = look_at(str(tmp_path / "a"), kind_of(raw[:SAMPLE]))
    assert (answer["kind"], answer["encrypted"], answer["readable"]) == ("odt", True, False)


def test_a_film_says_where_it_was_taken(tmp_path: Path) -> None:
    raw = b"\0\0\0\x18ftypqt  \0\0\2\0isommp41\0\0\0\x1e\xa9xyz\0\x12\x15\xc7-06.2000+106.8000/"
    (tmp_path / "a").write_bytes(raw)
    assert look_at(str(tmp_path / "a"), kind_of(raw[:SAMPLE]))["hidden"] == ["place"]


def test_fonts_and_settings_of_an_office_file_are_not_told_as_unread(tmp_path: Path) -> None:
    raw = added(word("a"), "word/fonts/font1.odttf", bytes(range(256)))
    (tmp_path / "a").write_bytes(raw)
    assert look_at(str(tmp_path / "a"), "docx")["unread"] == 0


@pytest.mark.parametrize(
    "piece",
    [
        "a" * 15 + "\0", "a\0\0\0\0", "/T(", "/T <41", "[(", "[<41", ") (", " R(", "/Ab", "<x:xmpmeta ", "/V(\\",
        "[(\\", "[(\\(", "stream\nBT (", "<!--", "<?", '="aaaaaaaaaa',
    ],
)  # fmt: skip
def test_a_file_of_beginnings_takes_no_long_time(piece: str) -> None:
    def searched(text: str) -> object:
        raw = text.encode()
        streams = [*words_of_streams(b"1 0 obj<<>>stream\nBT " + raw)]
        return runs(raw), [*words_of_objects(raw)], streams, all_words(text)

    ends_soon(searched, piece * (1_000_000 // len(piece)), 2.0)
