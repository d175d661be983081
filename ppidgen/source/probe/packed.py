"""What a packed file holds: zip archives and the office formats that are made of them (in the child).

Nothing is believed that a file says of itself: what is unpacked is counted as it comes.
"""

import hashlib
import html
import io
import re
import zipfile
from collections.abc import Callable, Sequence

from ppidgen.source.broken_zip import BROKEN_ZIP
from ppidgen.source.probe.cells import say_cells
from ppidgen.source.probe.hidden_words import all_words, between_lines, runs, unshown
from ppidgen.source.probe.opened import Inside, Opened
from ppidgen.source.probe.plain import decoded
from ppidgen.source.probe.queries import packed_programs
from ppidgen.source.probe.sheets import read_workbook

MOST_MEMBERS = 5_000
MOST_UNPACKED = 200 << 20
MOST_RATIO = 200
SMALL = 1 << 20
_BLOCK = 1 << 18
_BINARY, _BINARY_WORKBOOK = "xlsb", "xl/workbook.bin"
_FOLDERS = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
_DATA_MODEL = "xl/model/"  # whole tables behind a pivot, packed in a way that Microsoft alone reads
_EDITORS = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
_DOCTYPE = re.compile(r"<\s{0,4}!\s{0,4}(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_UNESCAPED = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_MANIFEST, _SHUT = "META-INF/manifest.xml", "encryption-data"  # of the formats of LibreOffice
_EMBEDDED = re.compile(r"(?:^|/)(?:media|embeddings|Pictures|Thumbnails|Versions|Object [^/]*)/|(?:^|/)thumbnail\.\w+$")
# Parts and marks of what is seen and is no text: pictures, charts, shapes, whole documents.
_SEEN_PART = re.compile(r"(?:^|/)(?:media|embeddings|Pictures|charts|diagrams|drawings|Object [^/]*)/")
_SEEN_MARK = re.compile(r"<(?:w:drawing|w:pict|w:object|p:pic|p:graphicFrame|draw:[\w-]+)\b")
_XML = (".xml", ".vml", ".rels", ".rdf")
_CELLS_READ = re.compile(r"xl/(?:sharedStrings|worksheets/[^/]+|comments[^/]*)\.xml")  # by the reader of workbooks
_TEXTS = re.compile(
    r"word/(?:document|comments\w*|footnotes|endnotes|header\d*|footer\d*)\.xml|ppt/(?:slides|notesSlides|comments)/[^/]+\.xml"
    r"|docProps/(?:core|app|custom)\.xml|content\.xml|meta\.xml|styles\.xml"
)
_BREAKS = re.compile(
    r"</(?:w:p|a:p|text:p|text:h|w:tr|table:table-row)>|<(?:w:br|w:tab|text:tab|text:line-break)\b[^<>]*>"
)
_CELLS = re.compile(r"</(?:w:tc|table:table-cell|dc:\w+|cp:\w+|meta:\w+)>")
_TAG = re.compile(r"<[^<>]*>")
_PARTS = (("comment", "comment"), ("docProps", "metadata"), ("meta.xml", "metadata"), ("notesSlides", "notes"))
_CHANGES = re.compile(r"<(?:w:del|w:ins|w:moveFrom|text:tracked-changes)\b")
# What no reader shows until it is asked to: in Word, PowerPoint and the formats of LibreOffice.
_HIDDEN = {
    "text": re.compile(
        r"<w:vanish\s{0,4}/>|<w:vanish w:val=\"(?:1|true)\"|text:(?:display=\"none\"|is-hidden=\"true\")"
    ),
    "slides": re.compile(r"<p:sld\b[^<>]*\bshow=\"(?:0|false)\""),
    "sheets": re.compile(r"\btable:display=\"false\""),
    "rows": re.compile(r"<table:table-row\b[^<>]*\btable:visibility=\"(?:collapse|filter)\""),
    "columns": re.compile(r"<table:table-column\b[^<>]*\btable:visibility=\"(?:collapse|filter)\""),
}
# What Word shows to nobody: deleted text and hidden runs. None of them holds another one.
_UNSEEN = re.compile(
    r"<w:(?:del|moveFrom)\b(?:(?!</?w:(?:del|moveFrom)\b).)*</w:(?:del|moveFrom)>"
    r"|<w:r\b(?:(?!</?w:r\b|<w:vanish\b).)*<w:vanish\b(?:(?!</?w:r\b).)*</w:r>",
    re.DOTALL,
)
_TITLE = re.compile(r"<dc:title>([^<]{1,300})</dc:title>")

_RELATION = re.compile(r"<Relationship\b(?=[^>]*\bType=[\"'][^\"'>]*/(\w+)[\"'])[^>]*>")
_OUTSIDE = 'TargetMode="External"'
_WAITING = frozenset({"hyperlink"})

OpenNested = Callable[[bytes, str, Opened], None]


class BombError(Exception):
    """A file that unpacks to more than any honest one."""


class Package:
    """An archive whose members are unpacked within a common bound."""

    def __init__(self, raw: bytes, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = min(MOST_UNPACKED, max(SMALL, len(raw) * MOST_RATIO))
        self.names = archive.namelist()

    def read(self, name: str) -> bytes:
        """Unpack one member; raises BombError past the bound, and what zipfile raises for what is broken."""
        blocks: list[bytes] = []
        with self._archive.open(name) as stream:
            while block := stream.read(_BLOCK):
                self._left -= len(block)
                if self._left < 0:
                    raise BombError
                blocks.append(block)
        return b"".join(blocks)

    def text(self, name: str) -> str:
        """Unpack one member that is XML; one that declares entities counts as broken."""
        text = self.words(name)
        if _DOCTYPE.search(text):
            raise ValueError(name)
        return text

    def words(self, name: str) -> str:
        """Unpack one member of which nothing but its words counts; what XML lets stand unescaped is escaped."""
        text = decoded(self.read(name))
        return _UNESCAPED.sub(lambda held: html.escape(held[1]), text) if "<![CDATA[" in text else text


def open_packed(raw: bytes, found: Opened, nested: OpenNested) -> None:
    """Read a packed file; `nested` reads the files within it."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if len(archive.infolist()) > MOST_MEMBERS:
                found.active.append("bomb")
                return
            if any(member.flag_bits & 1 for member in archive.infolist()):
                found.encrypted = True
                return
            _read(Package(raw, archive), found, nested)
            if found.kind == _BINARY:
                say_cells(raw, found)
            _say_list(archive, found)
            if start := min((member.header_offset for member in archive.infolist()), default=0):
                found.unread += 1  # something that the archive does not list, as a file that was taken out of it
                found.say("inside", "", runs(raw[:start]))
    except BombError:
        found.active.append("bomb")
        found.readable = False
    except BROKEN_ZIP:
        found.readable = False


def _read(package: Package, found: Opened, nested: OpenNested) -> None:
    found.kind = _kind(package)
    if _MANIFEST in package.names and _SHUT in package.words(_MANIFEST):
        found.encrypted = True
        return
    found.readable = True
    names = sorted(set(package.names))
    found.unread += len(package.names) - len(names)  # of two files of one name nobody reads the first
    _told_by_names(names, found)
    found.drawn = any(map(_SEEN_PART.search, names))
    is_workbook = found.kind in {"xlsx", _BINARY}
    if is_workbook:
        read_workbook(names, package.text, found)
    for name in names:
        if name.endswith(".rels"):
            _leads_out(package.text(name), found)
            found.say("part", name, unshown(package.text(name)))
        elif _TEXTS.fullmatch(name):
            _text_of(name, package.text(name), found)
        elif not name.endswith("/") and (found.kind == "zip" or _EMBEDDED.search(name) or not name.endswith(_XML)):
            content = package.read(name)
            found.inside.append(Inside(name, len(content), hashlib.sha256(content).hexdigest()))
            found.drawn = found.drawn or (found.kind == "zip" and bool(content))
            nested(content, name, found)
        elif name.endswith(_XML) and not (is_workbook and _CELLS_READ.fullmatch(name)):
            words = package.words(name)
            found.say("part", name, all_words(words))
            for number, programs in enumerate(packed_programs(words), 1):
                nested(programs, f"{name} #{number}", found)


def _told_by_names(names: Sequence[str], found: Opened) -> None:
    if any(name.rpartition("/")[2].lower() in {"vbaproject.bin", "vbadata.xml"} for name in names):
        found.active.append("macros")
    if any(name.startswith(("Basic/", "Scripts/")) for name in names):
        found.active.append("macros")
    found.unread += any(name.startswith(_DATA_MODEL) for name in names)
    if any("externalLinks/" in name for name in names):
        found.hidden.append("external-links")


def _say_list(archive: zipfile.ZipFile, found: Opened) -> None:
    """Say what an archive notes of its files: their names, and remarks; which file it is, is told by its number."""
    for number, member in enumerate(archive.infolist(), 1):
        found.say("inside", f"#{number}", f"{member.filename}\n{member.comment.decode('utf-8', 'replace')}")
    found.say("comment", "zip", archive.comment.decode("utf-8", "replace"))


def _leads_out(relations: str, found: Opened) -> None:
    """Note what a document fetches from elsewhere when it is opened (ECMA-376-2, 9.3); a link waits to be clicked."""
    fetched = {one[1] for one in _RELATION.finditer(relations) if _OUTSIDE in one[0]} - _WAITING
    found.active += ["template"] * ("attachedTemplate" in fetched)
    found.hidden += ["external-links"] * bool(fetched - {"attachedTemplate"})


def _kind(package: Package) -> str:
    if "mimetype" in package.names:
        word = package.read("mimetype")[:100].decode("ascii", "replace").rpartition(".")[2]
        return _EDITORS.get(word, "zip")
    if _BINARY_WORKBOOK in package.names:
        return _BINARY
    found = (kind for folder, kind in _FOLDERS.items() if any(name.startswith(folder) for name in package.names))
    return next(found, "zip")


def _text_of(name: str, xml: str, found: Opened) -> None:
    if _CHANGES.search(xml):
        found.hidden.append("changes")
    found.hidden += (what for what, mark in _HIDDEN.items() if mark.search(xml))
    found.drawn = found.drawn or bool(_SEEN_MARK.search(xml))
    part = next((word for mark, word in _PARTS if mark in name), "part")
    if part == "comment" or "<office:annotation" in xml:
        found.hidden.append("comments")
    if title := _TITLE.search(xml):
        found.title = html.unescape(title[1]).strip()
    # Properties are told one by one, without an end of a line between them: a date would run into a number behind it.
    text = between_lines(xml) if part == "metadata" else plain(xml)
    found.say(part, name, text)
    found.say(part, name, unshown(xml))
    if part == "part":
        found.show(plain(_UNSEEN.sub("", xml)))


def plain(xml: str) -> str:
    """Give the text in some XML: paragraphs as lines; what formatting alone parts stays together."""
    text = _TAG.sub("", _CELLS.sub("\t", _BREAKS.sub("\n", xml)))
    return "\n".join(line for line in _unescaped(text).split("\n") if line and not line.isspace())


def _unescaped(text: str) -> str:
    return html.unescape(text) if "&" in text else text
