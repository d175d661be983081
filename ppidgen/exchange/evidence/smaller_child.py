"""The child that makes a file smaller: bytes on its standard input, JSON on its output.

A PDF is packed closer without changing what it says, a picture is drawn in fewer pixels, which is told.

Streams that are not pressed, or pressed badly, are pressed again, and objects are put into streams; pictures that are
already pressed stay as they are, bit for bit. The result counts only when it was compared with the original page by
page: as many pages, the same text, the same fonts, the same picture of each page. Of a picture the turn that its camera
noted is kept, and nothing else of what it noted. It is started by `smaller.py`.
"""

import json
import sys
from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2
from PIL import Image, ImageOps

from ppidgen.exchange.evidence.smaller import Obstacle
from ppidgen.source.limits import allow, limit

MEMORY = 1 << 30
SECONDS = 60
_MOST_PAGES = 400
_PDF = b"%PDF-"
# Pixels on the longer side, from what shows most to what is small enough for any photo, and the quality of JPEG.
_SIDES, _QUALITY = (2400, 1800, 1200), 85
# Others are read by programs of this machine, such as Ghostscript, which keep none of our bounds.
_MOST_PIXELS = 40_000_000  # of what is not read at a reduced size: four bytes each
_SCALED = frozenset(("RGB", "L", "RGBA", "CMYK", "YCbCr"))
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP")
_SCALE = 0.5  # of 72 dots to the inch: enough to tell that a page is drawn alike


def main() -> None:
    """Pack the file within bounds and answer."""
    limit(MEMORY)
    allow(SECONDS)
    raw = sys.stdin.buffer.read()
    try:
        answer = _packed(raw) if _PDF in raw[:1024] else _reduced(raw, int(sys.argv[-1]))
    except ModuleNotFoundError:
        answer = {"obstacle": Obstacle.EXTRA}
    except Exception:  # noqa: BLE001 - whatever is wrong with the file, it cannot be packed
        answer = {"obstacle": Obstacle.UNREADABLE}
    sys.stdout.write(json.dumps(answer))


def _reduced(raw: bytes, largest: int) -> dict[str, Any]:
    try:
        with Image.open(BytesIO(raw), formats=_FORMATS) as opened:
            if opened.width * opened.height > _MOST_PIXELS and opened.format != "JPEG":
                return {"obstacle": Obstacle.NEITHER}
            # Reduced first: a JPEG is then never unpacked at its full size.
            turned = opened if opened.mode in _SCALED else opened.convert("RGB")
            turned.thumbnail(_SIDES[:1] * 2)
            picture = ImageOps.exif_transpose(turned).convert("RGB")
            picture.info.clear()  # a remark would be written again
    except (OSError, ValueError, Image.DecompressionBombError):  # no picture, or one of too many pixels
        return {"obstacle": Obstacle.NEITHER}
    for side in _SIDES:
        picture.thumbnail((side, side))
        out = BytesIO()
        picture.save(out, "JPEG", quality=_QUALITY)
        if out.tell() <= largest:
            return {"content": b64encode(out.getvalue()).decode(), "pixels": list(picture.size)}
    return {"obstacle": Obstacle.STILL_LARGE}


def _packed(raw: bytes) -> dict[str, Any]:
    import pikepdf  # noqa: PLC0415 - the extra may not be installed

    if b"/ByteRange" in raw:
        return {"obstacle": Obstacle.SIGNED}  # a signature covers the very bytes
    out = BytesIO()
    with pikepdf.open(BytesIO(raw)) as document:
        if document.is_encrypted:
            return {"obstacle": Obstacle.ENCRYPTED}
        if len(document.pages) > _MOST_PAGES:
            return {"obstacle": Obstacle.TOO_LONG}
        document.save(
            out, compress_streams=True, recompress_flate=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True,
        )  # fmt: skip
    made = out.getvalue()
    if not _is_alike(raw, made):
        return {"obstacle": Obstacle.DIFFERS}
    return {"content": b64encode(made).decode()}


def _is_alike(before: bytes, after: bytes) -> bool:
    """Say whether both show the same, page by page, with the same fonts and attachments."""
    if _fonts_and_files(before) != _fonts_and_files(after):
        return False
    pairs = zip(_pages(before), _pages(after), strict=True)
    return all(one == other for one, other in pairs)


def _fonts_and_files(raw: bytes) -> tuple[list[list[str]], list[str]]:
    import pikepdf  # noqa: PLC0415 - as above

    with pikepdf.open(BytesIO(raw)) as document:
        fonts = [sorted(_font_names(page.obj.get("/Resources"))) for page in document.pages]
        return fonts, sorted(document.attachments)


def _font_names(resources: Any) -> Iterator[str]:  # noqa: ANN401 - whatever a PDF holds there
    fonts = resources.get("/Font") if resources is not None else None
    for _, font in fonts.items() if fonts is not None else ():
        yield str(font.get("/BaseFont", ""))


def _pages(raw: bytes) -> Iterator[tuple[str, tuple[float, float], bytes]]:
    """Give the text, the size and the picture of each page."""
    document = pypdfium2.PdfDocument(raw)  # type: ignore[no-untyped-call]  # it ships no types
    try:
        for page in document:
            yield page.get_textpage().get_text_range(), page.get_size(), bytes(page.render(scale=_SCALE).buffer)
    finally:
        document.close()  # type: ignore[no-untyped-call]  # it ships no types
