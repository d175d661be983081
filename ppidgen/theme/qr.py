"""QR symbols of addresses (ISO/IEC 18004): byte mode, error correction M, versions 1 to 10, always mask 0.

Drawn for every page of a portal, so all that does not depend on the text is worked out once for each version. The
standard lets a writer rate eight masks and take the best, which is most of the work elsewhere; readers take any.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, zip_longest
from typing import NamedTuple

QUIET = 4  # modules that must stay light around a symbol


class Size(NamedTuple):
    """What a version holds at level M: codewords of correction in each block, of data in each, marks to align by."""

    correction: int
    blocks: tuple[int, ...]
    marks: tuple[int, ...] = ()


# ISO/IEC 18004, tables 7 and 9 and annex E, level M; by version from 1.
SIZES = (
    Size(10, (16,)),
    Size(16, (28,), (6, 18)),
    Size(26, (44,), (6, 22)),
    Size(18, (32,) * 2, (6, 26)),
    Size(24, (43,) * 2, (6, 30)),
    Size(16, (27,) * 4, (6, 34)),
    Size(18, (31,) * 4, (6, 22, 38)),
    Size(22, (38,) * 2 + (39,) * 2, (6, 24, 42)),
    Size(22, (36,) * 3 + (37,) * 2, (6, 26, 46)),
    Size(26, (43,) * 4 + (44,), (6, 28, 50)),
)
_BYTE_MODE = 4
_LONG_COUNT = 10  # from this version on the length of the text takes two bytes instead of one
_NUMBERED = 7  # from this version on a symbol says which version it is
_PADDING = b"\xec\x11" * 128
_FORMAT = 0b101010000010010  # level M, mask 0, with its own correction
_FIELD, _BYTE = 0x11D, 0xFF  # the polynomial of the field of 256 elements, and its order
_VERSION_FIELD = 0x1F25
_DARK, _LIGHT = -1, -2  # where the modules that never change find theirs, once "01" stands behind the bits
_RUN = 8  # modules drawn by one look-up

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """All of a version that no text changes: its width, the bit behind each module row by row, the mask over them."""

    width: int
    sources: tuple[int, ...]
    bits: int
    mask: int


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol ready to be stroked, one unit to the module: its path, and its side with `quiet` units all around."""

    outline: str
    side: int
    quiet: int = QUIET


def symbol(text: str) -> Symbol | None:
    """Draw the symbol of a text; None when the text is too long for one."""
    found = rows(text)
    return Symbol(outline(found), len(found) + 2 * QUIET) if found else None


def rows(text: str) -> tuple[str, ...]:
    """Give a symbol row by row, "1" for a dark module; no rows for a text too long (more than 213 bytes)."""
    content = text.encode()
    version = next((one for one, size in enumerate(SIZES, 1) if len(content) <= sum(size.blocks) - _head(one)), 0)
    if not version:
        return ()
    plan, codewords = _plan(version), _interleaved(_codewords(content, version), SIZES[version - 1])
    value = int.from_bytes(codewords) << (plan.bits - 8 * len(codewords)) ^ plan.mask
    modules = "".join(map(f"{value:0{plan.bits}b}01".__getitem__, plan.sources))
    return tuple(modules[start : start + plan.width] for start in range(0, len(modules), plan.width))


def outline(modules: Sequence[str]) -> str:
    """Give rows of modules as an SVG path to be stroked; the first row lies at 0.5."""
    return "".join(chain.from_iterable(_row(row, place) for place, row in enumerate(modules)))


def _row(row: str, place: int) -> Iterator[str]:
    yield f"M0 {place}.5"
    for start in range(0, len(row), _RUN):
        yield _run(row[start : start + _RUN])


@cache
def _run(modules: str) -> str:
    """Draw a few modules and move on behind them."""
    parts = modules.replace("10", "1 0").replace("01", "0 1").split()
    return "".join(f"h{len(part)}" if part[0] == "1" else f"m{len(part)} 0" for part in parts)


def _head(version: int) -> int:
    """Count the bytes that the mode, the length and the end of the text take."""
    return 3 if version >= _LONG_COUNT else 2


def _codewords(content: bytes, version: int) -> bytes:
    head, length = _head(version), len(content)
    value = (_BYTE_MODE << 8 * (head - 1) | length) << 8 * length | int.from_bytes(content)
    return ((value << 4).to_bytes(head + length) + _PADDING)[: sum(SIZES[version - 1].blocks)]


def _interleaved(codewords: bytes, size: Size) -> bytes:
    """Take one codeword of each block in turn, then one of each block's correction."""
    starts = [sum(size.blocks[:place]) for place in range(len(size.blocks))]
    blocks = [codewords[start : start + length] for start, length in zip(starts, size.blocks, strict=True)]
    corrections = [_correction(block, size.correction) for block in blocks]
    turns = chain(zip_longest(*blocks), zip(*corrections, strict=True))
    return bytes(codeword for turn in turns for codeword in turn if codeword is not None)


def _correction(block: bytes, count: int) -> bytes:
    """Divide by the generator, byte by byte (Reed-Solomon); the remainder is the correction."""
    multiples, top, rest = _multiples(count), 8 * (count - 1), 0
    kept = (1 << top) - 1
    for byte in block:
        rest = (rest & kept) << 8 ^ multiples[rest >> top ^ byte]
    return rest.to_bytes(count)


@cache
def _multiples(count: int) -> tuple[int, ...]:
    """Give the generator of `count` codewords, without its first term, times each element of the field."""
    powers = _powers()
    logs = {power: exponent for exponent, power in enumerate(powers[:_BYTE])}
    generator = [1]
    for exponent in range(count):
        shifted = [powers[logs[term] + exponent] if term else 0 for term in generator]
        generator = [a ^ b for a, b in zip([*generator, 0], [0, *shifted], strict=True)]
    terms = [logs[term] for term in generator[1:]]
    return (0, *(int.from_bytes(powers[logs[byte] + term] for term in terms) for byte in range(1, _BYTE + 1)))


@cache
def _powers() -> tuple[int, ...]:
    """Give the powers of 2 in the field, twice over, so that two exponents need no remainder."""
    found = [1]
    for _ in range(2 * _BYTE):
        found.append(found[-1] << 1 ^ (_FIELD if found[-1] > _BYTE >> 1 else 0))
    return tuple(found)


@cache
def _plan(version: int) -> Plan:
    width = 17 + 4 * version
    still = _still(version, width)
    free = [place for place in _course(width) if place not in still]
    source = {place: number for number, place in enumerate(free)}
    source |= {place: _DARK if dark else _LIGHT for place, dark in still.items()}
    mask = int("".join(str((row + column + 1) % 2) for row, column in free), 2)
    everywhere = ((row, column) for row in range(width) for column in range(width))
    return Plan(width, tuple(source[place] for place in everywhere), len(free), mask)


def _course(width: int) -> Iterator[Place]:
    """Go over the symbol as its bits do: up and down in columns two wide, from the right; column 6 is left out."""
    for turn, right in enumerate([*range(width - 1, 6, -2), 5, 3, 1]):
        for row in range(width) if turn % 2 else range(width - 1, -1, -1):
            yield from ((row, right), (row, right - 1))


def _still(version: int, width: int) -> dict[Place, bool]:
    """Give every module that no text changes and whether it is dark."""
    last = width - 1
    found = {place: dark for at in range(width) for dark in (at % 2 == 0,) for place in ((6, at), (at, 6))}
    for row, column in _alignments(SIZES[version - 1].marks):
        found |= _rings(row, column, 2, (1,))
    for row, column in ((3, 3), (3, last - 3), (last - 3, 3)):
        rings = _rings(row, column, 4, (2, 4))
        found |= {place: dark for place, dark in rings.items() if min(place) >= 0 and max(place) <= last}
    found |= dict(_formats(width))
    return found | (dict(_version(version, width)) if version >= _NUMBERED else {})


def _alignments(marks: Sequence[int]) -> Iterator[Place]:
    """Give the centres of the marks to align by, but for the three that lie on the corners."""
    for row in marks:
        for column in marks:
            if {row, column} != {6} and (row, column) not in {(6, marks[-1]), (marks[-1], 6)}:
                yield row, column


def _rings(row: int, column: int, reach: int, light: Sequence[int]) -> dict[Place, bool]:
    """Give a square mark made of rings, some of them light."""
    steps = range(-reach, reach + 1)
    return {(row + a, column + b): max(abs(a), abs(b)) not in light for a in steps for b in steps}


def _formats(width: int) -> Iterator[tuple[Place, bool]]:
    """Give level and mask, twice, and the one module that is always dark."""
    near = [*range(6), 7, 8]
    first = [*((row, 8) for row in near), (8, 7), *((8, column) for column in range(5, -1, -1))]
    second = [*((8, width - 1 - at) for at in range(8)), *((width - 7 + at, 8) for at in range(7))]
    for places in (first, second):
        for at, place in enumerate(places):
            yield place, bool(_FORMAT >> at & 1)
    yield (width - 8, 8), True


def _version(version: int, width: int) -> Iterator[tuple[Place, bool]]:
    """Give the number of the version, twice."""
    rest = version
    for _ in range(12):
        rest = rest << 1 ^ (rest >> 11) * _VERSION_FIELD
    for at in range(18):
        far, near = width - 11 + at % 3, at // 3
        dark = bool((version << 12 | rest) >> at & 1)
        yield (far, near), dark
        yield (near, far), dark
