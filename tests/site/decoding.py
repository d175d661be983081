"""Every way in which text can lie in the files of a site: plain, packed, encoded; undone, layer by layer."""

import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import unquote

import brotli  # type: ignore[import-untyped]  # it ships no types
import pypdfium2
from PIL import Image, UnidentifiedImageError

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_DEEPEST = 4


def words_in(folder: Path, pattern: re.Pattern[str]) -> dict[str, set[str]]:
    """Give everything that fits a pattern (of lower case), each with the files in whose name or content it stands."""
    found: dict[str, set[str]] = {}
    for file in folder.rglob("*"):
        path = file.relative_to(folder).as_posix()
        for text in (path.casefold(), *_texts_of(file)):
            for word in pattern.findall(text):
                found.setdefault(word, set()).add(path)
    return found


def _texts_of(file: Path) -> Iterator[str]:
    if not file.is_file() or file.is_symlink():
        return
    raw = file.read_bytes()
    yield from texts(raw)
    if file.suffix == ".br":
        yield from texts(brotli.decompress(raw))


def texts(raw: bytes, depth: int = 0) -> Iterator[str]:
    """Give every reading of some bytes, in lower case."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        text = raw.decode(encoding, "replace").casefold()
        escaped = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text).casefold()
        yield from {text, html.unescape(text), unquote(text), escaped}
    for inner in _inner(raw) if depth < _DEEPEST else ():
        yield from texts(inner, depth + 1)


def _inner(raw: bytes) -> Iterator[bytes]:
    if raw[:2] == b"\x1f\x8b":
        with suppress(OSError, EOFError):
            yield gzip.decompress(raw)
    if raw[:1] == b"\x78":
        with suppress(zlib.error):
            yield zlib.decompress(raw)
    if raw[:4] == b"\x89PNG":
        with suppress(UnidentifiedImageError), Image.open(io.BytesIO(raw)) as image:
            yield repr(image.info).encode()
    if raw[:2] == b"PK":
        with suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield archive.read(name)
    if raw[:5] == b"%PDF-":
        with suppress(pypdfium2.PdfiumError), closing(pypdfium2.PdfDocument(raw)) as document:  # type: ignore[no-untyped-call]  # it ships no types
            for page in document:
                yield page.get_textpage().get_text_range().encode()
            yield repr(document.get_metadata_dict()).encode()  # type: ignore[no-untyped-call]  # as above
            for number in range(document.count_attachments()):  # type: ignore[no-untyped-call]  # as above
                yield bytes(document.get_attachment(number).get_data())  # type: ignore[no-untyped-call]  # as above
