"""Damaged documents and pictures made smaller: what comes back is smaller, whole, and says nothing of its own."""

import io
from pathlib import Path

import pikepdf
from PIL import Image

from ppidgen.exchange.evidence.smaller import smaller
from tests.fuzz.made import REMARK


def shrinks_well(_portal: Path, raw: bytes) -> str:
    """Make a file smaller; say what is wrong with what came of it, "" when nothing is."""
    largest = max(1, len(raw) * 2 // 3)
    made = smaller(raw, largest)
    if made.obstacle is not None:
        return "an obstacle, and a file all the same" if made.content else ""
    if not 0 < len(made.content) <= largest:
        return f"{len(made.content)} bytes of at most {largest}"
    if made.pixels is None:
        with pikepdf.open(io.BytesIO(made.content)) as document:
            return "" if document.pages else "no page is left"
    with Image.open(io.BytesIO(made.content)) as picture:
        picture.load()
        noted = REMARK in made.content or bool(picture.getexif())
        return "keeps what the camera noted" if noted or picture.size != made.pixels else ""
