import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.exchange.wording import beyond_title, clean, first_sentence, normal, one_line, paragraphs, without_html
from ppidgen.source.register_text.letters import FORBIDDEN, HARD_SPACE, ZERO_WIDTH


def test_lines_that_a_narrow_column_broke_are_joined_and_lists_are_not() -> None:
    broken = (
        "Pengaduan Masyarakat :\na. Identitas pelapor dan isi\nlaporan;\n"
        "b. Dokumen perundang-\nundangan No.\n19 Tahun 2015"
    )
    assert paragraphs(broken) == (
        "Pengaduan Masyarakat :\na. Identitas pelapor dan isi laporan;\nb. Dokumen perundang-undangan No. 19 Tahun 2015"
    )


def test_a_description_that_repeats_its_title_says_nothing_beyond_it() -> None:
    title = "Data kepegawaian: Rekam medis"
    for same in ("Rekam medis", "rekam medis.", f"{title};\n", "", None):
        assert beyond_title(title, same) == ""
    assert beyond_title(title, "Rekam medis sejak 2020.") == "Rekam medis sejak 2020."


def test_paragraphs_stay_apart() -> None:
    assert paragraphs("Satu.\nDua\n\n\nTiga") == "Satu.\nDua\n\nTiga"


def test_html_becomes_words_with_addresses_and_items() -> None:
    text = (
        '<p>Lihat <a href="https://contoh.go.id/a">laman</a></p><ul><li>satu</li><li>dua</li></ul>'
        "<script>x()</script>&amp; lain <im"
    )
    assert without_html(text) == "Lihat laman (https://contoh.go.id/a)\n\n- satu\n- dua\n& lain"
    assert without_html('<a href="javascript:alert(1)">klik</a>') == "klik"


def test_a_cell_of_broken_html_gives_the_words_that_a_browser_shows() -> None:
    assert without_html("<p>Neraca</p><![if x]><![x[>2024<!-- draf") == "Neraca\n2024"


def test_text_that_is_no_html_is_left_alone() -> None:
    assert without_html("a < b & c > d") == "a < b & c > d"


def test_a_title_is_the_first_sentence_and_not_too_long() -> None:
    assert first_sentence("Neraca Daerah") == "Neraca Daerah"
    long = "Kalimat pertama yang pendek. " + "Kalimat kedua " * 20
    assert first_sentence(long) == "Kalimat pertama yang pendek"
    assert len(first_sentence("kata " * 80)) <= 151


@given(st.text(max_size=60))
def test_clean_text_holds_nothing_that_a_register_refuses(text: str) -> None:
    cleaned = clean(text)
    assert not FORBIDDEN.search(cleaned)
    assert not HARD_SPACE.search(cleaned)
    assert not ZERO_WIDTH.search(cleaned)
    assert clean(cleaned) == cleaned
    assert normal(one_line(cleaned)) == normal(cleaned.replace("\n", " ")) or "-" in cleaned


@pytest.mark.parametrize("line", ["dan itu\n", "A.b\nDan itu\n", "kata-\nkata\n", "- a\n"])
def test_a_cell_of_very_many_lines_is_read_once(line: str) -> None:
    joined = paragraphs(line * 20_000)
    assert joined.replace("-", "").split() == (line * 20_000).replace("-\nk", "k").replace("-", "").split()
