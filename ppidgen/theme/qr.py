"""QR symbols of addresses (ISO/IEC 18004), error correction M: zxing-cpp makes them, a theme strokes their path.

A symbol is drawn for every page that is made anew, so what it takes counts ten thousand times: 30 microseconds, where
an encoder in Python takes two thousand. To rate the eight masks takes five times as long as all the rest, so it is
always mask 0: readers take any.
"""

from dataclasses import dataclass
from functools import cache
from itertools import groupby

QUIET = 4  # modules that must stay light around a symbol
LONGEST = 213  # bytes that version 10 holds at level M; of a larger symbol a phone tells the modules badly
PIECE = 8  # modules that are looked up at once: there are few hundred different pieces, and 200 in a symbol


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol ready to be stroked, one unit to the module: its path, and its side with `quiet` units all around."""

    outline: str
    side: int
    quiet: int = QUIET


def symbol(text: str) -> Symbol | None:
    """Draw the symbol of a text; None when the text is too long for one."""
    import zxingcpp  # noqa: PLC0415 - only where pages are drawn

    if len(text.encode()) > LONGEST:
        return None
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=0)
    picture = made.to_image(add_quiet_zones=False)
    side: int = picture.shape[0]
    modules = bytes(picture)  # type: ignore[call-overload]  # a buffer, as its stub does not say
    return Symbol(_outline(modules, side), side + 2 * QUIET)


def _outline(modules: bytes, side: int) -> str:
    """Give the rows of a square of modules as an SVG path; the first row lies at 0.5."""
    rows = (modules[start : start + side] for start in range(0, len(modules), side))
    return "".join([f"M0 {place}.5{_strokes(row)}" for place, row in enumerate(rows)])


def _strokes(row: bytes) -> str:
    return "".join([_stroke(row[at : at + PIECE]) for at in range(0, len(row), PIECE)])


@cache
def _stroke(piece: bytes) -> str:
    """Draw a piece of a row from where the pen is: 0 is a dark module."""
    runs = ((shade, len(list(run))) for shade, run in groupby(piece))
    return "".join(f"m{length} 0" if shade else f"h{length}" for shade, length in runs)
