"""A number of a person in every place where a document carries words that it does not show: it is found in each."""

import gzip
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from ppidgen.source.kinds import SAMPLE, kind_of
from ppidgen.source.personal_data import Kind
from ppidgen.source.probe import look_at
from ppidgen.source.quiet_words import runs, words_of_objects
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
}
PARTS_OF_EXCEL: Mapping[str, str] = {
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
}


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
    "letters of four bytes": lambda: f"a,{SAID}\n".encode("utf-32"),
}  # fmt: skip


@pytest.mark.parametrize("what", FILES)
def test_a_number_is_found_wherever_a_document_carries_it(tmp_path: Path, what: str) -> None:
    raw = FILES[what]()
    (tmp_path / "a").write_bytes(raw)
    answer = look_at(str(tmp_path / "a"), kind_of(raw[:SAMPLE]))
    traces = answer["traces"]
    assert isinstance(traces, list)
    assert any(one["kind"] is Kind.IDENTITY for one in traces)


@pytest.mark.parametrize("piece", ["a" * 15 + "\0", "a\0\0\0\0", "/T(", "/T <41", "<x:xmpmeta ", "/V(\\"])
def test_a_file_of_beginnings_takes_no_long_time(piece: str) -> None:
    def searched(text: str) -> object:
        return runs(text.encode()), [*words_of_objects(text.encode())]

    ends_soon(searched, piece * (1_000_000 // len(piece)), 2.0)
