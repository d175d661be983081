"""QR symbols of addresses (ISO/IEC 18004), error correction M: segno makes them, a theme strokes their path.

A symbol is drawn for every page that is made anew, and to rate the eight masks takes five times as long as all the
rest. So it is always mask 0: readers take any.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

QUIET = 4  # modules that must stay light around a symbol
LONGEST = 213  # bytes that version 10 holds at level M; of a larger symbol a phone tells the modules badly


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol ready to be stroked, one unit to the module: its path, and its side with `quiet` units all around."""

    outline: str
    side: int
    quiet: int = QUIET


def symbol(text: str) -> Symbol | None:
    """Draw the symbol of a text; None when the text is too long for one."""
    import segno  # noqa: PLC0415 - only where pages are drawn; it takes 30 ms to load

    if len(text.encode()) > LONGEST:
        return None
    modules = segno.make_qr(text, error="m", mask=0, mode="byte", encoding="utf-8", boost_error=False).matrix
    return Symbol("".join(_outline(modules)), len(modules) + 2 * QUIET)


def _outline(modules: Sequence[bytearray]) -> Iterator[str]:
    """Give rows of modules as parts of an SVG path; the first row lies at 0.5."""
    for place, row in enumerate(modules):
        yield f"M0 {place}.5"
        for is_dark, run in groupby(row):
            length = len(list(run))
            yield f"h{length}" if is_dark else f"m{length} 0"
