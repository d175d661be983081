"""What a document is, told by its first bytes and never by its name."""

import re

SAMPLE = 4096
SHUT = frozenset({"rar", "7z"})  # archives that no reader of ours opens

_STARTS = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"MZ", "exe"),
    (b"\x7fELF", "exe"),
    (b"ID3", "mp3"),
    (b"\xff\xfb", "mp3"),  # without a tag in front: frames of MPEG-1 and MPEG-2, layer III
    (b"\xff\xf3", "mp3"),
    (b"OggS", "ogg"),
    (b"fLaC", "flac"),
    (b"\x1aE\xdf\xa3", "webm"),
)
_RIFF = {b"WEBP": "webp", b"WAVE": "wav", b"AVI ": "avi"}
_OPEN_DOCUMENTS = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
_OFFICE_FOLDERS = {b"word/": "docx", b"xl/": "xlsx", b"ppt/": "pptx"}
_ACTIVE = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|script|iframe)\b", re.IGNORECASE)
_SVG = re.compile(rb"<\s*(?:\w+:)?svg\b", re.IGNORECASE)
_WIDE = frozenset({b"\xff\xfe", b"\xfe\xff"})  # the marks of UTF-16
_TAR_MARK = slice(257, 262)
_PDF_WITHIN = 1024  # readers accept a PDF whose header comes a little late


def kind_of(head: bytes) -> str:
    """Name the kind of a file from its first bytes: pdf, xlsx, png, csv, svg, html, text, unknown and so on."""
    for start, kind in _STARTS:
        if head.startswith(start):
            return _kind_of_zip(head) if kind == "zip" else kind
    if head[:4] == b"RIFF" and head[8:12] in _RIFF:
        return _RIFF[head[8:12]]
    if head[4:8] == b"ftyp":
        return {b"avif": "avif", b"avis": "avif", b"heic": "heic"}.get(head[8:12], "mp4")
    if head[_TAR_MARK] == b"ustar":
        return "tar"
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return "pdf"
    return _kind_of_text(head)


def _kind_of_zip(head: bytes) -> str:
    """Tell the packed formats apart by what they name first; a further look into the file is the probe's."""
    if head[30:38] == b"mimetype":
        word = re.match(rb"application/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)", head[38:100])
        return _OPEN_DOCUMENTS.get(word[1].decode("ascii"), "zip") if word else "zip"
    return next((kind for folder, kind in _OFFICE_FOLDERS.items() if folder in head), "zip")


def _kind_of_text(head: bytes) -> str:
    """Tell texts apart; whatever a browser would run is named as such, in whichever encoding it hides."""
    if head[:2] in _WIDE:
        head = head.decode("utf-16", "replace").encode()
    bare = head.replace(b"\0", b"")
    if _SVG.search(bare):
        return "svg"
    if _ACTIVE.search(bare):
        return "html"
    if any(byte < ord(" ") and byte not in b"\t\n\r\f" for byte in head) or not head:
        return "unknown"
    text = head.decode("utf-8-sig", "replace").lstrip()
    if text.startswith("<?xml"):
        return "xml"
    if text[:1] in {"[", "{"}:
        return "json"
    return "csv" if _is_table(text) else "text"


def _is_table(text: str) -> bool:
    """Tell whether the first lines hold the same number of separators."""
    lines = [line for line in text.split("\n")[:6] if line.strip()][:5]
    for separator in ";,\t|":
        counts = {line.count(separator) for line in lines[:2]}
        if len(counts) == 1 and counts != {0}:
            return True
    return False
