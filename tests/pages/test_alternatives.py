"""The key pages in other forms."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.model.pages.page import Facts, Link, Links, Prose, Text
from ppidgen.pages.parts.wording import day_words
from ppidgen.pages.renderings.as_text import WIDTH, text_of
from ppidgen.pages.renderings.braille import CELLS, LINES, braille_of, cells
from tests.pages.portals import TODAY, blocks, files, page, rich


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


def test_in_braille_a_long_address_runs_over_after_a_stroke_and_no_number_is_cut() -> None:
    lines = braille_of("Lihat https://ppid.contohkab.go.id/berkas/laporan/2025/isi-lengkap/").split()

    assert lines == [",LIHAT", "HTTPS3//PPID4CONTOHKAB4GO4ID/BERKAS/", "LAPORAN/#BJBE/ISI-LENGKAP/"]


def test_in_braille_each_line_of_a_list_begins_a_line_and_runs_over_indented() -> None:
    one, *others = braille_of("Sebuah paragraf.\n\nAlamat: Jalan Keterbukaan Nomor 1, Kota Contoh\nTelepon: 1").split(
        "\r\n"
    )
    assert one == "  ,SEBUAH PARAGRAF4"
    assert others[:3] == [",ALAMAT3 ,JALAN ,KETERBUKAAN ,NOMOR #A1", "  ,KOTA ,CONTOH", ",TELEPON3 #A"]


def test_a_row_of_a_table_is_read_as_a_list_below_its_name() -> None:
    text = files(rich())["kontak/teks.txt"].decode("utf-8-sig")
    assert "Surel PPID\n- Alamat atau nomor: ppid@contoh.go.id\n- Untuk apa: –\n" in text


def test_in_a_file_no_mark_of_markdown_is_left_and_sentences_end_once() -> None:
    made = files(rich())
    for address in ("layanan/permohonan", "layanan/keberatan", "layanan/maklumat", "kontak"):
        text = made[f"{address}/teks.txt"].decode("utf-8-sig")
        assert [mark for mark in ("**", "?.", ".;", "](") if mark in text] == []
    request = made["layanan/permohonan/teks.txt"].decode("utf-8-sig")
    assert "- orang perseorangan: salinan KTP" in request
    assert "Biaya:\n- Tidak dipungut biaya" in request


def test_in_a_file_each_item_of_a_list_begins_a_line_however_it_was_written() -> None:
    written = "Siapkan:\n- **KTP** atau surat\n  keterangan;\n* kuasa.\n\n1. Datang.\n2. Isi\n   formulir."
    shown = text_of(replace(page(rich(), "/kontak/"), blocks=(Prose(written),)))
    assert shown.endswith("Siapkan:\n- KTP atau surat keterangan;\n- kuasa.\n\n1. Datang.\n2. Isi formulir.\n")


def test_in_a_file_a_table_that_an_officer_wrote_is_read_row_by_row() -> None:
    written = (
        "Biaya:\n\n| Salinan | Biaya | Catatan |\n|:--|--:|---|\n| *Cetak* | Rp 500 | a \\| b |\n"
        "| Digital | gratis | |\n\n"
        "Di bawah:\n| A | B |\n|---|---|\n| 1 | 2 |"
    )
    shown = text_of(replace(page(rich(), "/kontak/"), blocks=(Prose(written),)))
    table = "Cetak\n- Biaya: Rp 500\n- Catatan: a | b\n\nDigital\n- Biaya: gratis\n"
    assert shown.endswith(f"Biaya:\n\n{table}\nDi bawah:\n| A | B |\n|---|---|\n| 1 | 2 |\n")


def test_a_file_says_of_which_day_it_is_where_the_page_stands_and_leads_nowhere_that_it_cannot() -> None:
    text = files(rich())["kontak/teks.txt"].decode("utf-8-sig")
    assert "BENTUK LAIN" not in text
    assert text.endswith(f"{day_words(rich().words, TODAY)}.\nhttps://ppid.contoh.go.id/kontak/\n")


def test_a_link_to_another_site_is_told_with_its_address_where_its_words_do_not_say_it() -> None:
    links = (
        Link("Instagram PPID", "https://instagram.com/ppid"),
        Link("www.lapor.go.id", "https://www.lapor.go.id/"),
        Link("0812", "https://wa.me/62812"),
    )
    shown = text_of(replace(page(rich(), "/kontak/"), blocks=(Links(links),)))
    assert shown.endswith("- Instagram PPID (https://instagram.com/ppid)\n- www.lapor.go.id\n- 0812\n")


def test_the_ways_to_reach_the_desk_are_told_in_plain_language_without_anybody_writing_it() -> None:
    shown = page(rich(), "/kontak/bahasa-sederhana/")
    told = [one.text for one in blocks(shown, Text)]
    assert told[:1] == ["Anda boleh datang. Kantor kami ada di sini:"]
    links = [value for facts in blocks(shown, Facts) for row in facts.rows for value in row.values]
    assert "ppid@contoh.go.id" in [link.text for link in links if isinstance(link, Link)]


@pytest.mark.parametrize("address", ["/layanan/maklumat/", "/layanan/permohonan/", "/layanan/keberatan/", "/kontak/"])
def test_each_key_page_is_there_in_large_print_as_text_and_in_braille(address: str) -> None:
    large, made = page(rich(), f"{address}huruf-besar/"), files(rich())
    assert (large.type, large.index, large.title) == ("besar", False, f"{page(rich(), address).title}, cetak besar")
    text = made[f"{address[1:]}teks.txt"].decode("utf-8-sig")
    assert "Pemerintah Kabupaten Contoh" in text
    assert max(map(len, text.splitlines())) <= WIDTH + 40  # a long address is not broken
    assert made[f"{address[1:]}braille.brf"].endswith(b"\f")
