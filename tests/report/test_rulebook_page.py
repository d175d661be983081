from ppidgen.report.rulebook_page import explain_page, unknown_code
from ppidgen.report.shipped import words
from tests.report.telling import RULEBOOK


def test_a_page_says_what_why_and_how_it_looks_right() -> None:
    text = explain_page("skm003", RULEBOOK, words("id"))
    assert text is not None
    assert text.startswith("SKM003  pilihan-tidak-dikenal\n\nKeparahan: galat\n")
    assert "  '…' berisi '…', yang bukan salah satu pilihan.\n" in text
    assert "Contoh yang benar\n  content/informasi/contoh/laporan.yaml\n    judul: Laporan Keuangan 2024" in text


def test_a_page_names_its_law() -> None:
    text = explain_page("DIP001", RULEBOOK, words("id"))
    assert text is not None
    assert "Dasar: Perki 1/2021 Pasal 21(2)" in text


def test_every_page_can_be_shown_in_both_languages() -> None:
    for code in RULEBOOK:
        for language in ("id", "en"):
            text = explain_page(code, RULEBOOK, words(language))
            assert text is not None
            assert code in text


def test_an_unknown_code_is_answered_with_the_form_of_a_code() -> None:
    assert explain_page("XYZ999", RULEBOOK, words("id")) is None
    told = unknown_code("xyz\x1b[2J", words("id"))
    assert "SKM012" in told
    assert "\x1b" not in told


def test_both_languages_have_the_same_fixed_words() -> None:
    assert words("id").texts.keys() == words("en").texts.keys()
