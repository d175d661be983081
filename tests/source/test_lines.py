"""A line is taken apart as it was written, however much white space stands in it."""

import pytest

from ppidgen.source.register_text.lines import Line, take_apart


@pytest.mark.parametrize(
    ("written", "head", "key", "value"),
    [
        ("judul: A", "judul: ", "judul", "A"),
        ("  - judul  :  A", "  - judul  :  ", "judul", "A"),
        ('"kata kunci" : A', '"kata kunci" : ', "kata kunci", "A"),
        ("judul:", "judul:", "judul", ""),
        ("https://contoh.go.id", "", "", "https://contoh.go.id"),
        ("judul A", "", "", "judul A"),
    ],
)
def test_a_line_has_a_head_a_key_and_a_value(written: str, head: str, key: str, value: str) -> None:
    found = take_apart(written)
    assert (found.head, found.key, found.value) == (head, key, value)
    assert found.head + found.value == written


def test_spaces_without_end_are_read_once() -> None:
    written = "judul" + " " * 500_000  # each of them was tried as the last one of the key: this took hours
    assert take_apart(written) == Line("", "", written, 0)
