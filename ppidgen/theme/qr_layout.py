"""How ISO/IEC 18004 lays out a symbol of error correction M under mask 0: blocks, patterns, the way of its bits.

Every bit of the data turns over the same modules whatever the other bits say: its own, and those that correct errors,
which are sums. So a symbol is a sum of what its codewords turn over, looked up; to make it step by step takes a
hundred times as long.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from operator import xor

# Of versions 1 to 10: how many codewords correct each block, and how much data each block holds (table 9).
BLOCKS: Sequence[tuple[int, tuple[int, ...]]] = (
    (10, (16,)), (16, (28,)), (26, (44,)), (18, (32,) * 2), (24, (43,) * 2),
    (16, (27,) * 4), (18, (31,) * 4), (22, (38, 38, 39, 39)), (22, (36, 36, 36, 37, 37)), (26, (43, 43, 43, 43, 44)),
)  # fmt: skip
BITS = 8  # of a codeword
_NAMED = 7  # the first version that is written down in its symbols
# Level M and mask 0 are zeros, so their format is the pattern that all formats are masked with.
_FORMAT = 0x5412
_VERSION_CODE = 0x1F25
_FIELD = 0x11D  # the polynomial of the field in which errors are corrected

Place = tuple[int, int]


class Codeword(dict[int, int]):
    """The modules that each value of one codeword turns over, worked out when the value is first met."""

    def __init__(self, bits: Sequence[int]) -> None:
        super().__init__()
        self._bits = bits  # the highest first

    def __missing__(self, value: int) -> int:
        """Sum up what the bits of a value turn over."""
        found = self[value] = reduce(xor, (bit for place, bit in enumerate(self._bits) if value << place & 0x80), 0)
        return found


@dataclass(frozen=True, slots=True)
class Layout:
    """One size of symbol: numbers whose bits are modules, row by row, each row in `width` whole bytes.

    `fixed` holds the patterns that every symbol shows and the mask, `data` the codewords in their order.
    """

    side: int
    width: int
    fixed: int
    data: Sequence[Codeword]


@cache
def layout(version: int) -> Layout:
    """Lay out the symbols of a version."""
    side = 17 + 4 * version
    width = -(-side // BITS)

    def module(place: Place) -> int:
        return 1 << (side - place[0]) * width * BITS - 1 - place[1]

    patterns = _patterns(version, side)
    free = [place for place in _path(side) if place not in patterns]
    shown = [place for place, is_dark in patterns.items() if is_dark]
    masked = [place for place in free if sum(place) % 2 == 0]
    modules = list(map(module, free))
    stream = [Codeword(modules[at : at + BITS]) for at in range(0, len(free) - BITS + 1, BITS)]
    return Layout(side, width, sum(map(module, shown + masked)), tuple(_turned(stream, *BLOCKS[version - 1])))


def _turned(stream: Sequence[Codeword], correcting: int, blocks: Sequence[int]) -> Iterator[Codeword]:
    """Give the codewords of the data, block by block; in the stream the blocks are interleaved."""
    order = [(n, block) for n in range(max(blocks)) for block, length in enumerate(blocks) if n < length]
    places = {place: at for at, place in enumerate(order)}
    for block, length in enumerate(blocks):
        correction = stream[len(order) + block :: len(blocks)][:correcting]
        for n, rest in enumerate(reversed(list(_rests(correcting, length)))):
            own = stream[places[n, block]]
            yield Codeword([own[1 << bit] ^ _corrected(correction, rest, bit) for bit in reversed(range(BITS))])


def _corrected(correction: Sequence[Codeword], rest: Sequence[int], bit: int) -> int:
    for _ in range(bit):
        rest = [_doubled(one) for one in rest]
    return reduce(xor, (codeword[one] for codeword, one in zip(correction, rest, strict=True)))


def _rests(correcting: int, length: int) -> Iterator[Sequence[int]]:
    """Give what corrects the value 1 in the last codeword of a block, in the last but one, and so on."""
    generator = [0] * (correcting - 1) + [1]
    root = 1
    for _ in range(correcting):
        above = [*generator[1:], 0]
        generator = [_product(one, root) ^ higher for one, higher in zip(generator, above, strict=True)]
        root = _doubled(root)
    rest = generator
    for _ in range(length):
        yield rest
        rest = [_product(rest[0], one) ^ lower for one, lower in zip(generator, [*rest[1:], 0], strict=True)]


def _doubled(value: int) -> int:
    return value << 1 ^ (_FIELD if value & 0x80 else 0)


def _product(one: int, other: int) -> int:
    found = 0
    while other:
        found ^= one if other & 1 else 0
        one, other = _doubled(one), other >> 1
    return found


def _path(side: int) -> Iterator[Place]:
    """Go over all modules as data does: two columns up, two down, past the column of the pattern that counts them."""
    for pair, right in enumerate((*range(side - 1, 6, -2), 5, 3, 1)):
        for step in range(side):
            row = step if pair % 2 else side - 1 - step
            yield row, right
            yield row, right - 1


def _patterns(version: int, side: int) -> dict[Place, bool]:
    """Say of every module that holds no data whether it is dark."""
    found = {place: at % 2 == 0 for at in range(side) for place in ((6, at), (at, 6))}
    for centre in _alignments(version, side):
        found |= _square(centre, 2, light={1}, side=side)
    for centre in ((3, 3), (3, side - 4), (side - 4, 3)):
        found |= _square(centre, 4, light={2, 4}, side=side)
    for bit, (one, other) in enumerate(zip(_beside_corner(), _beside_edges(side), strict=True)):
        found[one] = found[other] = bool(_FORMAT >> bit & 1)
    found[side - 8, 8] = True
    if version >= _NAMED:
        name = _named(version)
        for bit in range(18):
            row, column = bit // 3, side - 11 + bit % 3
            found[row, column] = found[column, row] = bool(name >> bit & 1)
    return found


def _square(centre: Place, reach: int, light: set[int], side: int) -> dict[Place, bool]:
    """Give rings around a module, dark but for some, as far as they lie in the symbol."""
    steps = range(-reach, reach + 1)
    around = {(centre[0] + down, centre[1] + right): max(abs(down), abs(right)) for down in steps for right in steps}
    return {place: ring not in light for place, ring in around.items() if min(place) >= 0 and max(place) < side}


def _alignments(version: int, side: int) -> Iterator[Place]:
    """Give the centres of the small squares (annex E), but for those in the corners of the large ones."""
    lines = () if version == 1 else (6, side - 7) if version < _NAMED else (6, side // 2, side - 7)
    for row in lines:
        for column in lines:
            if (row, column) not in {(6, 6), (6, side - 7), (side - 7, 6)}:
                yield row, column


def _beside_corner() -> list[Place]:
    """Give the places of the format beside the upper left square, lowest bit first."""
    down = [*range(6), 7, 8]
    return [*((row, 8) for row in down), (8, 7), *((8, column) for column in range(5, -1, -1))]


def _beside_edges(side: int) -> list[Place]:
    return [*((8, side - 1 - bit) for bit in range(8)), *((side - 15 + bit, 8) for bit in range(8, 15))]


def _named(version: int) -> int:
    rest = version
    for _ in range(12):
        rest = rest << 1 ^ (rest >> 11) * _VERSION_CODE
    return version << 12 | rest
