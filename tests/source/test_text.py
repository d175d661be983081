"""Bytes as editors and programs save them: what is read, what is refused, and where the fault is."""

import pytest

from ppidgen.source.register_text.text import as_typed, decode

PATH = "content/informasi/contoh/a.yaml"


def told(raw: bytes, path: str = PATH) -> list[tuple[str, int, int]]:
    return [(found.code, found.span.line, found.span.column) for found in decode(path, raw).findings]


@pytest.mark.parametrize(
    "raw",
    [b"a: 1\nb: 2\n", b"\xef\xbb\xbfa: 1\nb: 2\n", b"a: 1\r\nb: 2\r\n", b"a: 1\rb: 2\r"],
    ids=["plain", "byte-order mark", "Windows", "old Mac"],
)
def test_a_byte_order_mark_and_any_line_end_are_accepted(raw: bytes) -> None:
    assert decode(PATH, raw).value == "a: 1\nb: 2\n"
    assert decode(PATH, raw).findings == ()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_refused_by_name_but_read(encoding: str) -> None:
    checked = decode(PATH, "judul: Laporan\n".encode(encoding))
    assert [found.code for found in checked.findings] == ["SUM001"]
    assert checked.findings[0].data["encoding"] == encoding.upper()[:6]
    assert checked.value == "judul: Laporan\n"


def test_windows_1252_is_recognised_by_its_letters() -> None:
    checked = decode(PATH, "a: 1\njudul: Caf\u00e9 \u201cA\u201d\n".encode("cp1252"))
    assert told("a: 1\njudul: Caf\u00e9 \u201cA\u201d\n".encode("cp1252")) == [("SUM002", 2, 11)]
    assert checked.findings[0].data["letter"] == "\u00e9"
    assert checked.value == "a: 1\njudul: Caf\u00e9 \u201cA\u201d\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-32"])
def test_a_line_is_quoted_in_the_encoding_that_its_file_has(encoding: str) -> None:
    text = "judul: Caf\u00e9 \u201cA\u201d\nkategori: berkala\n"
    raw = text.replace("\n", "\r\n").encode(encoding)
    assert as_typed(raw) == text == decode(PATH, raw).value


def test_other_bytes_that_are_not_utf_8_are_told_with_their_place() -> None:
    raw = "a: \u00e9\nb: ".encode() + b"\xe9\xff\n"
    assert told(raw) == [("SUM003", 2, 4)]
    assert decode(PATH, raw).findings[0].data == {"byte": "0xE9", "count": "2"}
    assert decode(PATH, raw).value == "a: \u00e9\nb: \ufffd\ufffd\n"


def test_the_place_of_a_bad_byte_is_right_behind_a_byte_order_mark_and_windows_lines() -> None:
    assert told(b"\xef\xbb\xbfa: \xc3\xa9\r\nb: \xff\r\n") == [("SUM003", 2, 4)]
    assert told(b"\xef\xbb\xbf\xff") == [("SUM002", 1, 1)]


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"a: 1\0\n",
        b"PK\x03\x04" + bytes(range(256)) * 4,
        b"\x1f\x8b" + b"\x01\x02\x03" * 40,
    ],
    ids=["picture", "NUL", "archive", "packed"],
)
def test_a_binary_file_is_not_read(raw: bytes) -> None:
    checked = decode(PATH, raw)
    assert checked.value is None
    assert [found.code for found in checked.findings] == ["SUM004"]


def test_a_picture_cut_short_anywhere_is_refused_or_empty() -> None:
    whole = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0\\r\xa8f"
    for length in range(1, len(whole)):
        assert told(whole[:length])


@pytest.mark.parametrize(
    ("letter", "code"),
    [
        ("\x07", "SUM005"), ("\x1b", "SUM005"), ("\x7f", "SUM005"), ("\x85", "SUM005"), ("\u2028", "SUM005"),
        ("\u202e", "SUM006"), ("\u2066", "SUM006"), ("\u200f", "SUM006"), ("\U000e0041", "SUM006"),
    ],
)  # fmt: skip
def test_a_character_that_nobody_sees_is_told_and_made_visible(letter: str, code: str) -> None:
    checked = decode(PATH, f"a: 1\njudul: x{letter}y\n".encode())
    assert [(found.code, found.span.line, found.span.column) for found in checked.findings] == [(code, 2, 9)]
    assert checked.findings[0].data == {"letter": f"U+{ord(letter):04X}", "fixed": "judul: xy"}
    assert checked.value == "a: 1\njudul: x\ufffdy\n"


def test_a_merge_conflict_names_both_sides_once() -> None:
    raw = b"a: 1\n<<<<<<< HEAD\njudul: A\n||||||| dasar\njudul: 0\n=======\njudul: B\n>>>>>>> cabang\nb: 2\n"
    checked = decode(PATH, raw)
    (finding,) = checked.findings
    assert (finding.code, finding.span.line) == ("SUM007", 2)
    assert finding.data == {"ours": "HEAD", "theirs": "cabang", "first": "2", "last": "8"}
    assert finding.related[0].span.line == 8
    assert checked.value == "a: 1\n\njudul: A\n\n\n\n\n\nb: 2\n"


@pytest.mark.parametrize("raw", [b"<<<<<<< HEAD\na: 1\n", b"a: 1\n>>>>>>> cabang\n"])
def test_half_a_conflict_is_told_too(raw: bytes) -> None:
    assert [code for code, _, _ in told(raw)] == ["SUM007"]


def test_a_heading_underlined_with_equals_signs_is_no_conflict() -> None:
    assert told(b"---\njudul: a\n---\nJudul\n=======\n", "content/berita/a.md") == []


def test_too_much_text_is_not_read() -> None:
    assert told(b"a" * 1_000_001) == [("SUM028", 0, 0)]
    assert told(b"a" * 200_001, "content/berita/a.md") == [("SUM028", 0, 0)]
    assert told(b"a" * 200_001) == []
