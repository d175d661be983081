"""Every way in which text can lie in the files of a site: plain, packed, encoded; undone, layer by layer."""

import gzip
import html
import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import unquote

import pypdfium2

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_DEEPEST = 4


def found_in(folder: Path, word: str) -> list[str]:
    """Name every file below a folder in whose name or content a word stands, in any case and any container."""
    wanted = word.casefold()
    return [
        file.relative_to(folder).as_posix()
        for file in sorted(folder.rglob("*"))
        if wanted in file.relative_to(folder).as_posix().casefold()
        or (file.is_file() and any(wanted in text for text in texts(file.read_bytes())))
    ]


def texts(raw: bytes, depth: int = 0) -> Iterator[str]:
    """Give every reading of some bytes, in lower case."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        text = raw.decode(encoding, "replace").casefold()
        yield text
        yield html.unescape(text)
        yield unquote(text)
        yield _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text).casefold()
    for inner in _inner(raw) if depth < _DEEPEST else ():
        yield from texts(inner, depth + 1)


def _inner(raw: bytes) -> Iterator[bytes]:
    if raw[:2] == b"\x1f\x8b":
        with suppress(OSError, EOFError):
            yield gzip.decompress(raw)
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
