"""Small damages to a file, all drawn from one seed: the same seed, the same damage."""

import io
import random
import zipfile
from collections.abc import Callable, Sequence

LARGEST = 900_000
# Pieces that readers of text stumble over, whatever the text.
PIECES: Sequence[bytes] = (
    b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", "\u202e\u200b\u00a0\u2028".encode(),
    b"\r", b"\n", b"\n---\n", b"...\n", b"\t", b"  ", b"- ", b": ", b":", b"#", b" #", b"'", b'"', b"[", b"]",
    b"{", b"}", b"&a ", b"*a", b"!!python/object:os.system ", b"<<: *a\n", b"|\n", b">-\n", b"? ", b"%YAML 1.1\n", b"~",
    b"null",
    b"9" * 400, b"-1", b"1e999", b"nan", b"0x10", b"2024-02-30", b"0000-00-00", b"9999-12-31",
    b"10000-01-01", b"12:99",
    b"../../etc/passwd", b"/dev/zero", b"C:\\x", b"javascript:alert(1)", b"http://[", b"https://a:99999/",
    b"<svg onload=x>", b"{{ 7*7 }}", b"{% raw %}", b"=1+1", b"::error::x\n", b"\x1b[31m", b"](", b"![", b"```\n",
    b"> " * 60, b"* " * 60,
    b"|a|b|\n|-|-|\n", b"[^1]", b"&#0;", b"<!--", b"<![CDATA[", b"]]>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;",
    b";", b",", b'""', b"obj", b"endobj", b"/Length 99999999", b"/Kids [1 0 R]", b"stream", b"xref", b"trailer",
)  # fmt: skip

Damage = Callable[[random.Random, bytes], bytes]


def damaged(dice: random.Random, raw: bytes, other: bytes) -> bytes:
    """Damage a file in six ways at most; `other` is a file of the same kind, to take pieces from."""
    if raw[:2] == b"PK" and dice.random() < 0.7:
        return _repacked(dice, raw, other)
    for _ in range(dice.choice((0, 1, 1, 2, 3, 6))):
        raw = dice.choice(DAMAGES)(dice, raw) if dice.random() < 0.9 else _spliced(dice, raw, other)
    return raw[:LARGEST]


def _cut(dice: random.Random, raw: bytes) -> tuple[int, int]:
    start = dice.randrange(len(raw) + 1)
    return start, min(len(raw), start + dice.choice((0, 1, 1, 4, 16, 80, 400)))


def _insert(dice: random.Random, raw: bytes) -> bytes:
    start, end = _cut(dice, raw)
    return raw[:start] + dice.choice(PIECES) + raw[dice.choice((start, start, end)) :]


def _remove(dice: random.Random, raw: bytes) -> bytes:
    start, end = _cut(dice, raw)
    return raw[:start] + raw[end:]


def _flip(dice: random.Random, raw: bytes) -> bytes:
    start = dice.randrange(len(raw) + 1)
    return raw[:start] + bytes([dice.randrange(256)]) + raw[start + 1 :]


def _truncate(dice: random.Random, raw: bytes) -> bytes:
    return raw[: dice.randrange(len(raw) + 1)]


def _repeat(dice: random.Random, raw: bytes) -> bytes:
    start, end = _cut(dice, raw)
    return raw[:start] + raw[start:end] * dice.choice((2, 3, 50, 2_000)) + raw[end:]


def _lines(dice: random.Random, raw: bytes) -> bytes:
    """Move, double, indent or drop one line."""
    lines = raw.split(b"\n")
    at, to = dice.randrange(len(lines)), dice.randrange(len(lines))
    line = lines.pop(at)
    lines[to:to] = dice.choice(([line], [line, line], [b"  " + line], [line.lstrip()], [line[:-1]], []))
    return b"\n".join(lines)


def _value(dice: random.Random, raw: bytes) -> bytes:
    """Give one key another value."""
    lines = raw.split(b"\n")
    at = dice.randrange(len(lines))
    key, colon, _ = lines[at].partition(b": ")
    lines[at] = key + (colon or b": ") + dice.choice(PIECES)
    return b"\n".join(lines)


def _flood(dice: random.Random, raw: bytes) -> bytes:
    """Put one piece in so often that the file is as large as one may be: what is quadratic shows."""
    start, end = _cut(dice, raw)
    piece = dice.choice((dice.choice(PIECES), raw[start:end], raw[start : start + 6])) or b" "
    return raw[:start] + piece * ((LARGEST - len(raw)) // len(piece)) + raw[start:]


DAMAGES: Sequence[Damage] = (
    _insert,
    _insert,
    _remove,
    _flip,
    _truncate,
    _repeat,
    _flood,
    _lines,
    _lines,
    _value,
    _value,
)


def _spliced(dice: random.Random, raw: bytes, other: bytes) -> bytes:
    start, end = _cut(dice, other)
    at = dice.randrange(len(raw) + 1)
    return raw[:at] + other[start:end] + raw[at:]


def _repacked(dice: random.Random, raw: bytes, other: bytes) -> bytes:
    """Damage one member of a zip (an office file) and pack it again, so that the damage reaches the inner reader."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        names = before.namelist() or [""]
        hit = dice.choice(names)
        for name in before.namelist():
            content = before.read(name)
            if name == hit:
                content = damaged(dice, content[:LARGEST], other)
            # By its name alone it would bear the time of day, and a case is the same bytes at all times.
            after.writestr(zipfile.ZipInfo(name), content, before.getinfo(name).compress_type)
    return out.getvalue()
