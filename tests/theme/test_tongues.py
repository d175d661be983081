import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from ppidgen.model.language.tongue import STEP_IN, STEP_OUT, bare, in_main
from ppidgen.theme.tongues import with_languages

TITLE = in_main("Laporan Keuangan")


def test_an_element_that_holds_a_marked_text_alone_says_its_language_itself() -> None:
    assert with_languages(f'<h1 class="a">{TITLE}</h1>', "id") == '<h1 class="a" lang="id">Laporan Keuangan</h1>'


def test_a_marked_text_within_a_sentence_gets_a_span() -> None:
    html = with_languages(f"<p>All: {TITLE}, 2024</p>", "id")
    assert html == '<p>All: <span lang="id">Laporan Keuangan</span>, 2024</p>'


def test_a_marked_text_of_several_paragraphs_is_marked_in_each() -> None:
    html = with_languages(f"<p>{STEP_IN}Satu</p>\n<p>Dua{STEP_OUT}</p><p>three</p>", "id")
    assert html == '<p><span lang="id">Satu</span></p>\n<p><span lang="id">Dua</span></p><p>three</p>'


def test_no_mark_is_left_where_no_element_can_stand() -> None:
    html = f'<title>All: {TITLE}</title><meta content="{TITLE}. In brief"><option value="{TITLE}">{TITLE} (2)</option>'
    told = with_languages(html, "id")
    assert told == bare(html)


def test_the_title_of_a_page_its_description_and_the_words_for_a_picture_say_their_language() -> None:
    html = (
        f'<title>{TITLE} – Portal</title><meta name="description" content="{TITLE}">'
        f'<img src="a.png" alt="{TITLE}"><img src="b.png" alt="Map">'
    )
    assert with_languages(html, "id") == (
        '<title lang="id">Laporan Keuangan – Portal</title>'
        '<meta lang="id" name="description" content="Laporan Keuangan">'
        '<img lang="id" src="a.png" alt="Laporan Keuangan"><img src="b.png" alt="Map">'
    )


def test_an_element_that_says_another_language_already_keeps_it() -> None:
    assert (
        with_languages(f'<h1 lang="jv">{TITLE}</h1>', "id")
        == '<h1 lang="jv"><span lang="id">Laporan Keuangan</span></h1>'
    )


def test_a_drawing_has_no_spans() -> None:
    told = with_languages(f"<svg><text>{TITLE}</text><text>All: {TITLE}</text></svg><p>All: {TITLE}</p>", "id")
    assert told == (
        '<svg><text lang="id">Laporan Keuangan</text><text>All: Laporan Keuangan</text></svg>'
        '<p>All: <span lang="id">Laporan Keuangan</span></p>'
    )


@given(
    st.lists(
        st.tuples(st.text(alphabet=st.characters(exclude_categories=["Cs"], min_codepoint=32)), st.booleans()),
        max_size=8,
    )
)
def test_only_languages_are_added_whatever_the_texts_are(texts: list[tuple[str, bool]]) -> None:
    html = "".join(f"<p>{escape(in_main(text) if marked else text)}</p>" for text, marked in texts)
    told = with_languages(html, "id")
    assert STEP_IN not in told
    assert STEP_OUT not in told
    assert re.sub(r'<span lang="id">|</span>| lang="id"', "", told) == bare(html)
