import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.publish.index_files import UnknownIndex, decoded, encoded, packed, unpacked

values = st.recursive(
    st.integers(-(2**64), 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=30), max_leaves=60
)


@given(values)
def test_what_is_written_is_read_again(value: object) -> None:
    assert decoded(encoded(value), 0) == (value, len(encoded(value)))  # type: ignore[arg-type]  # hypothesis makes them


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (255, "18ff"),
        (256, "190100"),
        (65536, "1a00010000"),
        (2**32, "1b0000000100000000"),
        (-1, "20"),
        (-25, "3818"),
        ("", "60"),
        ("é", "62c3a9"),
        ([], "80"),
        ([1, ["a"]], "8201816161"),
    ],
)
def test_numbers_texts_and_lists_are_written_as_the_standard_says(value: int | str, expected: str) -> None:
    assert encoded(value).hex() == expected


def test_what_is_packed_is_gzip_without_time_or_system() -> None:
    content = packed(b"isi")
    assert gzip.decompress(content) == b"pagefind_dcdisi"
    assert content[4:8] == b"\0\0\0\0"
    assert content[9] == 255


@pytest.mark.parametrize(
    "content", [b"", b"\xff", gzip.compress(b"lain", mtime=0), packed(b"\x80\x80"), packed(b"\xa0"), packed(b"\x5c")]
)
def test_a_file_of_an_unknown_form_is_refused(content: bytes) -> None:
    with pytest.raises((UnknownIndex, OSError, EOFError)):
        unpacked(content)
