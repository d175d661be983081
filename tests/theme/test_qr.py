"""QR symbols: whatever address a page has, a phone reads exactly that.

Encoder and reader come in one package and are two programs: Zint's writes what ZXing's reads.
"""

import re

import zxingcpp
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from ppidgen.theme import qr

QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
ADDRESSES = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=4, max_size=qr.LONGEST)
ADDRESS = "https://ppid.contohkab.go.id/informasi/bpkad/lkpd-2024/"
DOTS = 3  # to the module


def photograph(symbol: qr.Symbol) -> Image.Image:
    """Stroke the path as a browser does: each row from its start, `h` drawn and `m` passed over."""
    picture = Image.new("L", (symbol.side * DOTS, symbol.side * DOTS), 255)
    pen = ImageDraw.Draw(picture)
    for line in symbol.outline.removeprefix("M").split("M"):
        start, rest = re.match(r"0 (\d+)\.5(.*)", line).groups()  # type: ignore[union-attr]  # no match fails the test
        column, top = symbol.quiet, (int(start) + symbol.quiet) * DOTS
        for move, length in re.findall(r"(h|m)(\d+)", rest):
            end = column + int(length)
            if move == "h":
                pen.rectangle((column * DOTS, top, end * DOTS - 1, top + DOTS - 1), 0)
            column = end
    return picture


def read(picture: Image.Image) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(picture, formats=QR)]


def drawn(text: str) -> Image.Image:
    symbol = qr.symbol(text)
    assert symbol is not None
    return photograph(symbol)


@settings(max_examples=15)
@given(ADDRESSES)
@example(ADDRESS)
@example("https://ppid.contoh.go.id/informasi/é")
def test_a_reader_finds_the_very_address(address: str) -> None:
    assert read(drawn(address)) == [address]


def test_the_longest_address_is_read_and_what_is_longer_has_no_symbol() -> None:
    assert read(drawn("a" * qr.LONGEST)) == ["a" * qr.LONGEST]
    assert qr.symbol("a" * (qr.LONGEST + 1)) is None


def test_a_symbol_is_read_although_a_tenth_of_it_is_covered() -> None:
    picture = drawn(ADDRESS)
    place = (14 + qr.QUIET) * DOTS
    ImageDraw.Draw(picture).rectangle((place, place, place + 8 * DOTS - 1, place + 8 * DOTS - 1), 255)
    assert read(picture) == [ADDRESS]
