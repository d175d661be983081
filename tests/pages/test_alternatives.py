"""The key pages in other forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.pages.as_text import WIDTH
from ppidgen.pages.braille import CELLS, LINES, braille_of, cells
from tests.pages.portals import files, page, rich


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("pasal", "PASAL"), ("Pasal", ",PASAL"), ("PPID", ",,PPID"), ("2024", "#BJBD"), ("1.234,5", "#A4BCD1E"),
        ("10a", "#AJ;A"), ("KTP-el", ",,KTP-EL"), ("ya.", "YA4"), ("é", "E"), ("中", ""),
    ],
)  # fmt: skip
def test_a_word_becomes_the_cells_of_uncontracted_braille(word: str, shown: str) -> None:
    assert cells(word) == shown


@given(st.text())
def test_whatever_the_text_a_braille_page_fits_its_paper(text: str) -> None:
    whole = braille_of(text)
    assert whole.isascii()
    for sheet in whole.split("\f")[:-1]:
        lines = sheet.removesuffix("\r\n").split("\r\n")
        assert len(lines) <= LINES
        assert all(len(line) <= CELLS for line in lines)


@pytest.mark.parametrize("address", ["/layanan/maklumat/", "/layanan/permohonan/", "/layanan/keberatan/", "/kontak/"])
def test_each_key_page_is_there_in_large_print_as_text_and_in_braille(address: str) -> None:
    large, made = page(rich(), f"{address}huruf-besar/"), files(rich())
    assert (large.type, large.index, large.title) == ("besar", False, f"{page(rich(), address).title}, cetak besar")
    text = made[f"{address[1:]}teks.txt"].decode("utf-8-sig")
    assert "Pemerintah Kabupaten Contoh" in text
    assert max(map(len, text.splitlines())) <= WIDTH + 40  # a long address is not broken
    assert made[f"{address[1:]}braille.brf"].endswith(b"\f")
