"""QR symbols of addresses (ISO/IEC 18004), error correction M: a theme strokes their path.

A symbol is drawn for every page that is made anew, so what it takes counts ten thousand times: a few millionths of a
second, where libraries take thirty for its modules alone. To rate the eight masks takes longer than all the rest, so
it is always mask 0: readers take any.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import reduce
from itertools import chain, groupby
from operator import getitem, xor

from ppidgen.theme.qr_layout import BLOCKS, layout

QUIET = 4  # modules that must stay light around a symbol
LARGEST = 57  # modules on a side of version 10; of a larger symbol a phone tells the modules badly
_LONG = 10  # the first version in which the length of a text takes two bytes
_ROOMS = [sum(blocks) - (2 if version < _LONG else 3) for version, (_, blocks) in enumerate(BLOCKS, start=1)]
LONGEST = _ROOMS[-1]  # bytes
_FILLING = b"\xec\x11" * LONGEST


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol ready to be stroked, one unit to the module: its path, and its side with `quiet` units all around."""

    outline: str
    side: int
    quiet: int = QUIET


def symbol(text: str) -> Symbol | None:
    """Draw the symbol of a text; None when the text is too long for one."""
    raw = text.encode()
    if len(raw) > LONGEST:
        return None
    version = bisect_left(_ROOMS, len(raw)) + 1
    laid = layout(version)
    modules = reduce(xor, map(getitem, laid.data, _codewords(raw, version, len(laid.data))), laid.fixed)
    rows = modules.to_bytes(laid.width * laid.side, "big")
    columns = (map(_STROKES.__getitem__, rows[column :: laid.width]) for column in range(laid.width))
    outline = "".join(chain.from_iterable(zip(_STARTS[: laid.side], *columns, strict=True)))
    return Symbol(outline, laid.side + 2 * QUIET)


def _codewords(raw: bytes, version: int, count: int) -> bytes:
    """Give the data: that it is bytes, how many, themselves, the end, and what fills the rest by turns."""
    length = f"{len(raw):02x}" if version < _LONG else f"{len(raw):04x}"
    said = bytes.fromhex(f"4{length}{raw.hex()}0")
    return said + _FILLING[: count - len(said)]


def _stroke(piece: int) -> str:
    """Draw eight modules from where the pen is; a bit that is set is a dark one."""
    runs = ((bit, len(list(run))) for bit, run in groupby(f"{piece:08b}"))
    return "".join(f"h{length}" if bit == "1" else f"m{length} 0" for bit, length in runs)


_STROKES = [_stroke(piece) for piece in range(256)]
_STARTS = [f"M0 {row}.5" for row in range(LARGEST)]
