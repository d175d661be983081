"""Documents as DOCX that an officer can edit; equal documents give equal bytes.

They are composed of the same blocks as the PDF and not filled into an office's Word template: a template could leave
out what the law asks for, unseen, in any of some twenty documents, and an office's own look is one edit away.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.api import Document as blank  # noqa: N813 - the library names a function like a type
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import CONTENT_TYPE
from docx.opc.oxml import CT_Types, serialize_part_xml
from docx.opc.package import OpcPackage
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from ppidgen.exchange.papers.paper import (
    Block,
    Clauses,
    Code,
    Fields,
    NewPage,
    Options,
    Paper,
    Paragraph,
    Points,
    Section,
    Signature,
    Signatures,
    Table,
)  # fmt: skip

_CENTRE = WD_ALIGN_PARAGRAPH.CENTER
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_LINE = "." * 40
_NAMES, _COLON = 5.2, 0.5  # centimetres
_SHEETS = {"letter": (21.0, 29.7), "large": (21.0, 29.7), "leaflet": (14.8, 21.0), "poster": (29.7, 42.0)}
_MARGIN = 2.2
_MOST_KEPT = 14  # rows of a table that go with the signature below it
_CELL_MARGINS = {"top": "28", "left": "57", "bottom": "28", "right": "57"}  # twentieths of a point: 57 are a millimetre
_IN_CELL = "Table Text"
_SIZE, _LARGE = 11, 18  # points
_SMALL = 9.5


def docx(paper: Paper) -> bytes:
    """Write a document."""
    book = blank()
    _properties(book, paper)
    _page(book, paper)
    _head(book, paper)
    for block, after in zip(paper.blocks, (*paper.blocks[1:], None), strict=True):
        begun = len(book.element.body)
        _WRITERS[type(block)](book, block)
        if isinstance(after, Signatures):
            _keep_with_next(book, block, begun)
    return _packed(book)


def _keep_with_next(book: Document, block: Block, begun: int) -> None:
    """Let no signature stand alone on a page: what was written last, since element `begun`, goes with it."""
    for element in book.element.body[begun - 1 : -1]:  # the last element is the section's
        rows = list(element.iter(qn("w:tr")))
        kept = rows[-1:] if isinstance(block, Clauses) or len(rows) > _MOST_KEPT else rows or [element]
        for one in kept:
            for paragraph in one.iter(qn("w:p")):
                WordParagraph(paragraph, book._body).paragraph_format.keep_with_next = True  # noqa: SLF001 - its parent


def _packed(book: Document) -> bytes:
    """Pack the parts, each under the same day.

    The library's own archive asks the clock, and one without a battery tells a year before the first that a zip file
    can hold.
    """
    package, stream = book.part.package, BytesIO()
    for part in package.parts:
        part.before_marshal()
    with ZipFile(stream, "w") as archive:
        for place, content in _members(package):
            member = ZipInfo(place.membername, _ZIP_EPOCH)
            member.compress_type = ZIP_DEFLATED
            archive.writestr(member, content)
    return stream.getvalue()


def _members(package: OpcPackage) -> Iterator[tuple[PackURI, bytes]]:
    """Give the files of a package (ECMA-376 part 2): the types of its parts, what belongs to what, the parts."""
    types = CT_Types.new()  # type: ignore[no-untyped-call]  # the library gives no types here
    types.add_default("rels", CONTENT_TYPE.OPC_RELATIONSHIPS)
    for part in package.parts:
        types.add_override(part.partname, part.content_type)
    yield CONTENT_TYPES_URI, serialize_part_xml(types)
    yield PACKAGE_URI.rels_uri, package.rels.xml
    for part in package.parts:
        yield part.partname, part.blob
        if part.rels:
            yield part.partname.rels_uri, part.rels.xml


def _properties(book: Document, paper: Paper) -> None:
    day = datetime(paper.day.year, paper.day.month, paper.day.day, tzinfo=UTC)
    about = book.core_properties
    about.title, about.author, about.language = paper.title, paper.author, paper.language
    about.last_modified_by, about.comments, about.revision = paper.author, "", 1
    about.created = about.modified = day


def _page(book: Document, paper: Paper) -> None:
    section, (width, height) = book.sections[0], _SHEETS[paper.sheet]
    if paper.landscape:
        section.orientation, width, height = WD_ORIENT.LANDSCAPE, height, width
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN)
    size, small = (_LARGE, _LARGE) if paper.sheet == "large" else (_SIZE, _SMALL)
    normal = book.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(size)
    normal.paragraph_format.space_after = Pt(4)
    normal.element.get_or_add_rPr().append(_element("w:lang", {"w:val": f"{paper.language}-ID"}))
    normal.paragraph_format.space_before = Pt(0)
    cell = book.styles.add_style(_IN_CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style, cell.font.size, cell.paragraph_format.space_after = normal, Pt(small), Pt(0)
    for level in (1, 2):
        style = book.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.color.rgb = "Times New Roman", Pt(size + 4 - 2 * level), None
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(12), Pt(4)
        fonts = style.element.rPr.rFonts
        for name in [name for name in fonts.attrib if name.endswith("Theme")]:
            del fonts.attrib[name]  # a font of the theme would win over the one that is named
    if paper.marking:
        marking = section.header.paragraphs[0]
        marking.text, marking.alignment = paper.marking, _CENTRE
    _footer(section.footer.paragraphs[0], paper.footer)


def _footer(paragraph: WordParagraph, text: str) -> None:
    paragraph.alignment = _CENTRE
    before, _, rest = text.partition("{page}")
    between, _, after = rest.partition("{pages}")
    for words, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        paragraph.add_run(words)
        if field:
            counted = _element("w:fldSimple", {"w:instr": field})
            paragraph._p.append(counted)  # noqa: SLF001 - the library has no call for fields


def _element(tag: str, attributes: Mapping[str, str]) -> Any:  # noqa: ANN401 - an element of lxml
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(name), value)
    return made


def _head(book: Document, paper: Paper) -> None:
    small = book.styles[_IN_CELL].font.size
    for place, row in enumerate(paper.letterhead):
        lines = _centred(book, row, strong=place == 0)
        lines.paragraph_format.space_after = Pt(0)
        for run in lines.runs:
            run.font.size = max(Pt(14), small) if not place else small
        if place == len(paper.letterhead) - 1:
            _rule(lines)
    heading = book.add_heading(paper.title, 1)
    heading.alignment = _CENTRE
    for row in paper.subtitles:
        _centred(book, row)


def _centred(book: Document, text: str, *, strong: bool = False) -> WordParagraph:
    paragraph: WordParagraph = book.add_paragraph()
    paragraph.alignment = _CENTRE
    paragraph.add_run(_clean(text)).bold = strong
    return paragraph


def _rule(paragraph: WordParagraph) -> None:
    """Draw a line below a paragraph, also where another one with a line follows."""
    border = _element("w:pBdr", {})
    for side in ("bottom", "between"):
        border.append(_element(f"w:{side}", {"w:val": "single", "w:sz": "6", "w:space": "2", "w:color": "auto"}))
    paragraph._p.get_or_add_pPr().append(border)  # noqa: SLF001 - the library has no call for borders


def _clean(text: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(letter for letter in text if letter in "\t\n" or letter >= " ")


def _paragraph(book: Document, block: Paragraph) -> None:
    paragraph = book.add_paragraph(_clean(block.text))
    if block.style == "centre":
        paragraph.alignment = _CENTRE
    if block.style == "note" and book.styles["Normal"].font.size == Pt(_SIZE):
        for run in paragraph.runs:
            run.font.size = Pt(_SMALL)


def _section(book: Document, block: Section) -> None:
    heading = book.add_heading(_clean(block.text), 2)
    if block.centred:
        heading.alignment = _CENTRE


def _bare(book: Document, widths: tuple[float, ...], rows: int) -> WordTable:
    """Add a table without lines, its columns so many centimetres wide, its rows each on one page if they fit on one."""
    table: WordTable = book.add_table(rows, len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)  # LibreOffice goes by the grid of the table, Word by its cells
        for cell in column.cells:
            cell.width = Cm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit", {"w:val": "true"}))  # noqa: SLF001 - no call for it
    return table


def _room(book: Document) -> float:
    section = book.sections[0]
    return float(section.page_width.cm) - 2 * _MARGIN if section.page_width else 0.0


def _clauses(book: Document, block: Clauses) -> None:
    lines = [(row.name if not place else "", mark, text)
             for row in block.rows for place, (mark, text) in enumerate(row.items)]  # fmt: skip
    name, mark = 3.6, 0.9
    table = _bare(book, (name, _COLON, mark, _room(book) - name - mark - _COLON), len(lines))
    for row, (head, sign, text) in zip(table.rows, lines, strict=True):
        row.cells[0].text, row.cells[1].text = head, ":" if head else ""
        target = row.cells[3] if sign else row.cells[2].merge(row.cells[3])
        target.text = _clean(text)
        if sign:
            row.cells[2].text = sign


def _fields(book: Document, block: Fields) -> None:
    table = _bare(book, (_NAMES, _COLON, _room(book) - _NAMES - _COLON), len(block.rows))
    for row, (name, value) in zip(table.rows, block.rows, strict=True):
        row.cells[0].text, row.cells[1].text = _clean(name), ":"
        if text := _clean(value):
            row.cells[2].text = text
        else:
            _ruled(row.cells[2], block.lines)


def _ruled(cell: _Cell, lines: int) -> None:
    """Give room to write by hand: lines from edge to edge, whatever the font."""
    for place in range(lines):
        _rule(cell.paragraphs[0] if not place else cell.add_paragraph())


def _options(book: Document, block: Options) -> None:
    if block.name:
        book.add_paragraph(_clean(block.name))
    for text, ticked in block.rows:
        book.add_paragraph(f"{'☑' if ticked else '☐'} {_clean(text)}")


def _points(book: Document, block: Points) -> None:
    for title, text in block.rows:
        paragraph = book.add_paragraph(style="List Number")
        paragraph.add_run(_clean(title)).bold = True
        paragraph.add_run(_clean(f"\n{text}" if text else ""))


def _code(book: Document, block: Code) -> None:
    """Write the address itself: whoever edits the document puts a symbol of it where it fits."""
    book.add_paragraph(_clean(f"{block.caption}: {block.address}"))


def _table(book: Document, block: Table) -> None:
    parted = any(head.parts for head in block.heads)
    widths = [head.width for head in block.heads for _ in range(max(len(head.parts), 1))]
    share = _room(book) / sum(widths)
    table = _bare(book, tuple(width * share for width in widths), 1 + parted + len(block.rows))
    table.style = "Table Grid"
    _narrow(table)
    for row in table.rows[: 1 + parted]:
        row._tr.get_or_add_trPr().append(_element("w:tblHeader", {"w:val": "true"}))  # noqa: SLF001 - no call for it
    _heads(table, block, parted=parted)
    for row, cells in zip(table.rows[1 + parted :], block.rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = _clean(text)
            cell.paragraphs[0].style = _IN_CELL
    book.add_paragraph()


def _narrow(table: WordTable) -> None:
    """Let text come near the lines: a column of numbers is hardly wider than its head."""
    margins = _element("w:tblCellMar", {})
    for side, width in _CELL_MARGINS.items():
        margins.append(_element(f"w:{side}", {"w:w": width, "w:type": "dxa"}))
    table._tblPr.append(margins)  # noqa: SLF001 - the library has no call for margins


def _heads(table: WordTable, block: Table, *, parted: bool) -> None:
    column = 0
    for head in block.heads:
        last = column + max(len(head.parts), 1) - 1
        target = table.cell(0, column)
        if head.parts:
            for place, part in enumerate(head.parts, start=column):
                _strong(table.cell(1, place), part)
            target = target.merge(table.cell(0, last))
        elif parted:
            target = target.merge(table.cell(1, column))
        _strong(target, head.text)
        column = last + 1


def _strong(cell: _Cell, text: str) -> None:
    cell.text = ""
    cell.paragraphs[0].style = _IN_CELL
    cell.paragraphs[0].add_run(_clean(text)).bold = True
    cell.paragraphs[0].alignment = _CENTRE


def _signatures(book: Document, block: Signatures) -> None:
    parties: tuple[Signature | None, ...] = block.parties if len(block.parties) > 1 else (None, *block.parties)
    table = _bare(book, (_room(book) / len(parties),) * len(parties), 1)
    for cell, party in zip(table.rows[0].cells, parties, strict=True):
        if party is not None:
            cell.text = _clean("\n".join((*party.above, "", "", "", "")))
            cell.paragraphs[0].add_run(_clean(party.name or _LINE)).bold = bool(party.name)
            for paragraph in cell.paragraphs:
                paragraph.alignment = _CENTRE
            if party.post:
                cell.add_paragraph(_clean(party.post)).alignment = _CENTRE


def _new_page(book: Document, _block: NewPage) -> None:
    book.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


_WRITERS: Mapping[type, Callable[[Any, Any], None]] = {
    Paragraph: _paragraph,
    Section: _section,
    Clauses: _clauses,
    Fields: _fields,
    Options: _options,
    Table: _table,
    Points: _points,
    Code: _code,
    Signatures: _signatures,
    NewPage: _new_page,
}
