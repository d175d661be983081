"""Plain text and the order of titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.pages.parts.text import letter_of, plain, short, sort_key


def test_case_accents_and_opening_punctuation_do_not_count_in_the_order() -> None:
    titles = ["\u201cBeta\u201d", "(Alfa)", "éfek", "cakra", "…delta", "10 hal"]
    assert sorted(titles, key=sort_key) == ["10 hal", "(Alfa)", "\u201cBeta\u201d", "cakra", "…delta", "éfek"]


def test_the_letter_of_a_title() -> None:
    assert [letter_of(one) for one in ("Élan", "(9 hal)", "道", "…", "zat")] == ["e", "0-9", "lainnya", "lainnya", "z"]


def test_markdown_leaves_its_words_behind() -> None:
    assert plain("# Judul\n\n**tebal** dan [tautan](/dip/) ![gambar](/a.png) `kode` snake_case") == (
        "Judul tebal dan tautan gambar kode snake_case"
    )


def test_what_no_reader_sees_is_not_among_the_words() -> None:
    text = "Lihat [laporan][1] dan te**bal** <b>.\n\n[1]: /dip/ 'rahasia'\n\n[//]: # (rahasia)\n\n> [x]: /rahasia\n"
    assert plain(f"{text}\n```rahasia\n[a]: kode\n```\n\n~~~ rahasia\n# 1\n~~~") == (
        "Lihat laporan dan tebal <b>. [a]: kode # 1"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Paket bernilai > Rp200 juta", "suhu >= 30", "Usul -> telaah -> putusan", "Sekitar ~200 orang", "Ruang #4",
        "[Draf] Anggaran", "Ukuran 5 * 3 meter", "Pagu | realisasi",
    ],
)  # fmt: skip
def test_a_sign_that_marks_nothing_where_it_stands_stays_among_the_words(text: str) -> None:
    assert plain(text) == text
    assert plain(f"**Catatan.** {text}") == f"Catatan. {text}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("_Penting_: laporan_2024.pdf", "Penting: laporan_2024.pdf"), ("Tim A &amp; B &copy; 2024", "Tim A & B © 2024"),
        ("Tarif & biaya", "Tarif & biaya"), ("Ringkasan\n===\nisi", "Ringkasan isi"),
    ],
)  # fmt: skip
def test_a_mark_that_stands_alone_in_its_text_is_no_word_either(text: str, words: str) -> None:
    assert plain(text) == words


def test_items_of_a_list_keep_what_parts_them() -> None:
    assert plain("3. **satu**\n   - a\n   - b\n4. dua\n\n* tiga") == "3. satu - a - b 4. dua - tiga"
    assert plain("| A | B |\n|---|---|\n| **c** | d |") == "A B c d"


def test_a_long_text_is_cut_at_a_word() -> None:
    cut = short("kata " * 50)
    assert cut.endswith("kata…")
    assert len(cut) <= 161
    assert short("pendek") == "pendek"


def test_a_long_text_ends_with_a_sentence_where_half_of_it_is_left_and_never_after_an_abbreviation() -> None:
    whole = "Daftar memuat 19.310 barang milik daerah menurut golongan serta investasi permanen daerah."
    assert short(f"{whole} Nilai aset tetap per {'panjang ' * 20}") == whole
    assert short(f"Laporan ini disusun dr. Ani {'panjang ' * 20}", 40).startswith("Laporan ini disusun dr. Ani")
    assert short(f"Pendek. {'kata ' * 50}").endswith("…")


@given(st.text())
def test_any_title_has_a_place_and_any_text_words(text: str) -> None:
    assert letter_of(text) in set("abcdefghijklmnopqrstuvwxyz") | {"0-9", "lainnya"}
    assert sort_key(text) == sort_key(text.upper()) or not text.isascii()
    assert "\n" not in plain(text)
