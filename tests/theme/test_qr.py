"""QR symbols: whatever address a page has, a phone reads exactly that."""

import zxingcpp
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from ppidgen.theme import qr

LONGEST = 213
QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
ADDRESSES = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=4, max_size=LONGEST)


def photograph(modules: tuple[str, ...]) -> Image.Image:
    side = len(modules) + 2 * qr.QUIET
    picture = Image.new("L", (side, side), 255)
    for row, line in enumerate(modules, qr.QUIET):
        for column, module in enumerate(line, qr.QUIET):
            picture.putpixel((column, row), 0 if module == "1" else 255)
    return picture.resize((side * 3, side * 3), Image.Resampling.NEAREST)


def read(modules: tuple[str, ...]) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(photograph(modules), formats=QR)]


@settings(max_examples=15)
@given(ADDRESSES)
@example("https://ppid.contohkab.go.id/informasi/bpkad/lkpd-2024/")
def test_a_reader_finds_the_very_address(address: str) -> None:
    assert read(qr.rows(address)) == [address]


def test_each_version_is_read_when_it_is_full_and_one_byte_more_takes_the_next() -> None:
    full = [sum(size.blocks) - (3 if version >= 10 else 2) for version, size in enumerate(qr.SIZES, 1)]
    for version, length in enumerate(full, 1):
        modules = qr.rows("a" * length)
        assert len(modules) == 17 + 4 * version
        assert read(modules) == ["a" * length]
    assert [len(qr.rows("a" * (length + 1))) for length in full] == [17 + 4 * version for version in range(2, 11)] + [0]


def test_what_is_too_long_has_no_symbol() -> None:
    assert qr.symbol("a" * LONGEST) is not None
    assert qr.symbol("a" * (LONGEST + 1)) is None


def test_a_symbol_is_read_although_a_tenth_of_it_is_covered() -> None:
    modules = list(qr.rows("https://ppid.contohkab.go.id/informasi/bpkad/lkpd-2024/"))
    for row in range(14, 22):
        modules[row] = modules[row][:14] + "0" * 8 + modules[row][22:]
    assert read(tuple(modules)) == ["https://ppid.contohkab.go.id/informasi/bpkad/lkpd-2024/"]


def test_the_outline_strokes_exactly_the_dark_modules() -> None:
    modules = qr.rows("https://ppid.contoh.go.id/")
    drawn = set()
    for row, line in enumerate(qr.outline(modules).removeprefix("M").split("M")):
        start, *moves = line.replace("h", " h").replace("m", " m").split()
        column = int(start)
        assert moves.pop(0) == f"{row}.5"
        for move in moves:
            if move[0] == "h":
                drawn |= {(row, column + at) for at in range(int(move[1:]))}
            column += int(move[1:]) if move[0] in "hm" else 0
    assert drawn == {(row, column) for row, line in enumerate(modules) for column, one in enumerate(line) if one == "1"}
