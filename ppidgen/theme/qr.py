"""QR symbols of addresses (ISO/IEC 18004), error correction M: zxing-cpp makes them, a theme strokes their path.

A symbol is drawn for every page that is made anew, so what it takes counts ten thousand times: tens of microseconds,
where an encoder in Python takes two thousand. To rate the eight masks takes five times as long as all the rest, so it
is always mask 0: readers take any.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

QUIET = 4  # modules that must stay light around a symbol
LONGEST = 213  # bytes that version 10 holds at level M; of a larger symbol a phone tells the modules badly
LARGEST = 57  # modules on a side of version 10
KEPT = 256  # symbols: more than the pages that are rendered in a row have
PIECE = 8  # modules that are drawn at once


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol ready to be stroked, one unit to the module: its path, and its side with `quiet` units all around."""

    outline: str
    side: int
    quiet: int = QUIET


@lru_cache(maxsize=KEPT)
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
    """Give the rows of a square of modules as an SVG path; the first row lies at 0.5.

    Written module by module it takes five times as long, and half of what all other blocks of a page take.
    """
    width = -(-side // PIECE)
    rows = [modules[start : start + side].ljust(width * PIECE, _LIGHT) for start in range(0, len(modules), side)]
    pieces = int(b"".join(rows).translate(_DIGITS), 2).to_bytes(width * side, "big")
    path = [""] * (width + 1) * side  # filled column by column: what a loop would do, in a third of the time
    path[:: width + 1] = _STARTS[:side]
    for column in range(width):
        path[column + 1 :: width + 1] = map(_STROKES.__getitem__, pieces[column::width])
    return "".join(path)


def _stroke(piece: int) -> str:
    """Draw eight modules from where the pen is; a bit that is set is a dark one."""
    runs = ((bit, len(list(run))) for bit, run in groupby(f"{piece:08b}"))
    return "".join(f"h{length}" if bit == "1" else f"m{length} 0" for bit, length in runs)


_LIGHT = b"\xff"
_DIGITS = bytes(ord("0") if shade else ord("1") for shade in range(256))
_STARTS = [f"M0 {row}.5" for row in range(LARGEST)]
_STROKES = [_stroke(piece) for piece in range(1 << PIECE)]
