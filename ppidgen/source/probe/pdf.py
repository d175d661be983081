"""What a PDF holds, asked of PDFium (in the child)."""

import ctypes
import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import closing, suppress

import pypdfium2
import pypdfium2.raw as pdfium

from ppidgen.source.probe.hidden_words import all_words, runs, words_of_objects
from ppidgen.source.probe.opened import Inside, Opened
from ppidgen.source.probe.pdf_actions import actions, is_shut, object_streams
from ppidgen.source.probe.pdf_streams import words_of_streams

MOST_PAGES = 3_000
MOST_LETTERS = 20_000_000
_SCANNED_BELOW = 20  # letters on a page that shows a picture
_TITLED_BELOW = 200  # letters on a page whose lines may be what it shows: the title of a map, the names in a plan
_MOST_ATTACHMENTS = 200
_LARGEST_ATTACHMENT = 64 << 20
_MOST_NOTES = 500
_PINNED = b"/FileAttachment"
_NO_NOTE = 2  # bytes: an end alone
_LONGEST_NOTE = 200_000  # bytes of UTF-16
_MOST_CHANGES = 5
_MOST_FORMS = 50
_PHOTO = re.compile(rb"stream\r?\n(?=\xff\xd8\xff)")
_NOTES_OF_PHOTO = 128 << 10  # bytes: what a camera and a program note of it stands in front
_REMARK = re.compile(rb"%([ -~]{12,2000}+)")
_PADDING = b"\0\t\n\r "
_LAST, _HEAD = b"%%EOF", b"%PDF-"
_END = re.compile(rb"startxref\s{1,9}\d{1,20}\s{1,9}%%EOF\b")
_METADATA = ("Title", "Author", "Subject", "Keywords", "Creator")
_PASSWORD = 4  # FPDF_ERR_PASSWORD

OpenNested = Callable[[bytes, str, Opened], None]


def open_pdf(raw: bytes, found: Opened, nested: OpenNested) -> None:
    """Read a PDF; `nested` reads the files attached to it."""
    try:
        document = pypdfium2.PdfDocument(raw)  # type: ignore[no-untyped-call]  # it ships no types
    except pypdfium2.PdfiumError as error:
        found.encrypted = getattr(error, "err_code", None) == _PASSWORD
        return
    with closing(document):
        found.pages = len(document)
        found.readable = found.pages > 0
        found.tagged = bool(pdfium.FPDFCatalog_IsTagged(document.raw))
        found.language = _language(document)
        found.signed = pdfium.FPDF_GetSignatureCount(document.raw) > 0
        _metadata(document, found)
        _pages(document, found)
        _forms(document, found)
        _attachments(document, found, nested)
        if any(_PINNED in part for part in (raw, *object_streams(raw))):
            _pinned(document, found, nested)
        _stamps(document, found)
    _objects(raw, found)
    _streams(raw, found)
    _photos(raw, found, nested)
    _around(raw, found, nested)
    _earlier(raw, found)
    found.active += actions(raw)
    found.unread += is_shut(raw)


def _objects(raw: bytes, found: Opened) -> None:
    """Say what stands in the objects of the file and was not said of its pages and properties."""
    said = {line for piece in found.pieces for line in piece.text.split("\n")}
    for part in (raw, *object_streams(raw)):
        words = (*words_of_objects(part), *(remark.decode("ascii") for remark in _REMARK.findall(part)))
        found.say("metadata", "PDF", "\n".join(one for one in words if one not in said))


def _streams(raw: bytes, found: Opened) -> None:
    """Say what stands in the contents of pages and forms and on no page, however a page sets its letters apart."""
    shown = _letters("".join(piece.text for piece in found.pieces))
    words = dict.fromkeys(words_of_streams(raw))
    found.say("metadata", "PDF", "\n".join(one for one in words if _letters(one) not in shown))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _photos(raw: bytes, found: Opened, nested: OpenNested) -> None:
    """Read what each photo says of itself; PDFium knows nothing of it, whoever saves the photo has it."""
    number, photo = 0, _PHOTO.search(raw)
    while photo:
        start, end = photo.end(), raw.find(b"endstream", photo.end())
        number += 1
        nested(raw[start : start + min(_NOTES_OF_PHOTO, max(end, start) - start)], f"JPEG {number}", found)
        photo = _PHOTO.search(raw, max(end, start))


def _around(raw: bytes, found: Opened, nested: OpenNested) -> None:
    """Read what stands before the head of the file and behind its end, where no reader of PDF looks."""
    found.say("metadata", "PDF", runs(raw[: max(0, raw.find(_HEAD))]))
    behind = raw[raw.rfind(_LAST) + len(_LAST) :].lstrip(_PADDING) if _LAST in raw else b""
    if behind:
        _attached(_LAST.decode("ascii"), behind, found, nested)


def _earlier(raw: bytes, found: Opened) -> None:
    """Say what pages held before changes that were put behind them (7.5.6), and hold no more: it still stands there."""
    said = set(found.pieces)
    ends = [end.end() for end in _END.finditer(raw)][:-1]
    found.unread += max(0, len(ends) - _MOST_CHANGES)
    for end in ends[-_MOST_CHANGES:]:
        with suppress(pypdfium2.PdfiumError), closing(pypdfium2.PdfDocument(raw[:end])) as document:  # type: ignore[no-untyped-call]  # it ships no types
            before = Opened()
            _pages(document, before)
            found.pieces += (piece for piece in before.pieces if piece not in said)
            said.update(before.pieces)


def _language(document: pypdfium2.PdfDocument) -> str:
    length = pdfium.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 2 < length < 200:  # noqa: PLR2004 - bytes of UTF-16 with its end
        return ""
    held = ctypes.create_string_buffer(length)
    pdfium.FPDFCatalog_GetLanguage(document.raw, ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort)), length)
    return held.raw.decode("utf-16-le", "replace").rstrip("\0")


def _metadata(document: pypdfium2.PdfDocument, found: Opened) -> None:
    for key in _METADATA:
        value = document.get_metadata_value(key)  # type: ignore[no-untyped-call]  # it ships no types
        found.say("metadata", key, value)
        if key == "Title":
            found.title = value.strip()[:300]


def _pages(document: pypdfium2.PdfDocument, found: Opened) -> None:
    letters = 0
    for number in range(min(len(document), MOST_PAGES)):
        if letters > MOST_LETTERS:
            found.unread = len(document) - number
            return
        try:
            with closing(document[number]) as page, closing(page.get_textpage()) as held:
                text, notes = held.get_text_range(), tuple(_notes(page))
                few = len(text.strip()) < _SCANNED_BELOW
                found.scanned += few and any(_pictures(page))
                titled = len(text.strip()) < _TITLED_BELOW
                found.drawn = found.drawn or (titled and _is_drawn_on(page))
        except pypdfium2.PdfiumError:
            found.unread += 1
            continue
        letters += len(text)
        found.say("page", str(number + 1), text)
        found.say("comment", str(number + 1), "\n".join(notes))
        found.show(text)
    found.unread += max(0, len(document) - MOST_PAGES)


def _notes(page: pypdfium2.PdfPage) -> Iterator[str]:
    """Give what the notes and the fields of a page say; the text of the page holds neither."""
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, number)
        for key in (b"Contents", b"V") if note else ():
            length = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
            if _NO_NOTE < length <= _LONGEST_NOTE:
                held = (ctypes.c_ushort * (length // 2))()
                pdfium.FPDFAnnot_GetStringValue(note, key, held, length)
                yield bytes(held).decode("utf-16-le", "replace").rstrip("\0")
        if note:
            pdfium.FPDFPage_CloseAnnot(note)


def _stamps(document: pypdfium2.PdfDocument, found: Opened) -> None:
    """Say what stamps and fields show upon a page, which its own text has not; after all else, for it changes pages."""
    said = {line for piece in found.pieces for line in piece.text.splitlines()}
    for number in range(min(len(document), MOST_PAGES)):
        with suppress(pypdfium2.PdfiumError):
            with closing(document[number]) as page:
                is_changed = _is_stamped(page) and pdfium.FPDFPage_Flatten(page.raw, 0) == pdfium.FLATTEN_SUCCESS
            if is_changed:
                with closing(document[number]) as page, closing(page.get_textpage()) as held:
                    lines = [line for line in held.get_text_range().splitlines() if line not in said]
                    found.say("comment", str(number + 1), "\n".join(lines))


def _is_stamped(page: pypdfium2.PdfPage) -> bool:
    """Tell a page upon which something lies that is no link."""
    for place in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, place)
        kind = pdfium.FPDFAnnot_GetSubtype(note) if note else pdfium.FPDF_ANNOT_LINK
        if note:
            pdfium.FPDFPage_CloseAnnot(note)
        if kind != pdfium.FPDF_ANNOT_LINK:
            return True
    return False


def _pictures(page: pypdfium2.PdfPage) -> Iterator[bool]:
    pictures = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)  # type: ignore[no-untyped-call]  # it ships no types
    return (True for _ in pictures)


def _is_drawn_on(page: pypdfium2.PdfPage) -> bool:
    """Tell a page that shows more than text: a picture, lines, a note, a field."""
    if pdfium.FPDFPage_GetAnnotCount(page.raw):
        return True
    return any(True for one in page.get_objects(max_depth=1) if one.type != pdfium.FPDF_PAGEOBJ_TEXT)  # type: ignore[no-untyped-call]  # it ships no types


def _forms(document: pypdfium2.PdfDocument, found: Opened) -> None:
    """Say what a form of Adobe's own kind holds, which is XML (XFA)."""
    for number in range(min(pdfium.FPDF_GetXFAPacketCount(document.raw), _MOST_FORMS)):
        length = ctypes.c_ulong()
        pdfium.FPDF_GetXFAPacketContent(document.raw, number, None, 0, length)
        if length.value <= _LARGEST_ATTACHMENT:
            held = ctypes.create_string_buffer(length.value)
            pdfium.FPDF_GetXFAPacketContent(document.raw, number, held, length.value, length)
            found.say("metadata", "XFA", all_words(held.raw.decode("utf-8", "replace")))


def _attached(name: str, content: bytes, found: Opened, nested: OpenNested) -> None:
    found.inside.append(Inside(name, len(content), hashlib.sha256(content).hexdigest()))
    found.drawn = True  # a reader of the document is shown that it is there
    nested(content, name, found)


def _attachments(document: pypdfium2.PdfDocument, found: Opened, nested: OpenNested) -> None:
    count = document.count_attachments()  # type: ignore[no-untyped-call]  # it ships no types
    if count:
        found.hidden.append("attachments")
    found.unread += max(0, count - _MOST_ATTACHMENTS)
    for number in range(min(count, _MOST_ATTACHMENTS)):
        attachment = document.get_attachment(number)  # type: ignore[no-untyped-call]  # it ships no types
        _take(attachment, found, nested)


def _pinned(document: pypdfium2.PdfDocument, found: Opened, nested: OpenNested) -> None:
    """Read the files that are pinned to a page as notes are (12.5.6.15); the list of attachments has none of them."""
    found.hidden.append("attachments")
    left = _MOST_ATTACHMENTS
    for number in range(min(len(document), MOST_PAGES)):
        with suppress(pypdfium2.PdfiumError), closing(document[number]) as page:
            for place in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST_NOTES)):
                note = pdfium.FPDFPage_GetAnnot(page.raw, place)
                held = pdfium.FPDFAnnot_GetFileAttachment(note) if note and left else None
                if held:
                    left -= 1
                    _take(pypdfium2.PdfAttachment(held, document), found, nested)  # type: ignore[no-untyped-call]  # as above
                if note:
                    pdfium.FPDFPage_CloseAnnot(note)
    found.unread += not left


def _take(attachment: pypdfium2.PdfAttachment, found: Opened, nested: OpenNested) -> None:
    name, content = attachment.get_name(), b""  # type: ignore[no-untyped-call]  # as above
    try:
        content = bytes(attachment.get_data())  # type: ignore[no-untyped-call]  # as above
    except pypdfium2.PdfiumError:
        found.unread += 1
    if len(content) <= _LARGEST_ATTACHMENT:
        _attached(name, content, found, nested)
    else:
        found.inside.append(Inside(name, len(content), hashlib.sha256(content).hexdigest()))
        found.unread += 1
