import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.source.hypertext import Closing, Opening, Words, read
from tests.pace import ends_soon

PIECES = (
    "<!--a>",
    "<!--",
    "<a ",
    "</a ",
    "<script>",
    "<title></",
    "<![x[",
    "<?",
    "<a b='",
    '<a b="x',
    "<a/",
    "a=b ",
    "< ",
)


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("a<B c=D>e&lt;f</b >g", [Words("a"), Opening("b", {"c": "D"}), Words("e<f"), Closing("b"), Words("g")]),
        ("<a b c='1>2' d=\"&amp;\" c=3 / e/>", [Opening("a", {"b": "", "c": "1>2", "d": "&", "e": ""})]),
        ("a < b </ c>d<!doctype x>", [Words("a < b "), Words("d")]),
        ("<script>a<b>&lt;</Script >c", [Opening("script", {}), Words("a<b>&lt;"), Closing("script"), Words("c")]),
        ("<title><!--</title><i>", [Opening("title", {}), Words("<!--"), Closing("title"), Opening("i", {})]),
        ("a<b c", [Words("a"), Words("<b c")]),
        ("a<!-- b", [Words("a")]),
    ],
)  # fmt: skip
def test_tags_and_words_are_given_in_their_order(html: str, parts: list[object]) -> None:
    assert [*read(html)] == parts


@pytest.mark.parametrize("half", ["<!-->", "<!--->", "<!--a--!>", "<![x[>", "<![CDATA[>", "<?x>", "</ x>"])
def test_what_a_browser_ends_early_hides_nothing(half: str) -> None:
    assert Opening("i", {}) in read(f"{half}<i>-->]]>")


@pytest.mark.parametrize("piece", PIECES)
def test_what_is_never_closed_takes_no_longer_for_being_repeated(piece: str) -> None:
    ends_soon(lambda html: [*read(html)], piece * (200_000 // len(piece)), 1.0)


@given(
    st.lists(st.sampled_from((*PIECES, ">", "'", '"', "=", "]]>", "-->", "</title>")) | st.text(max_size=3)).map(
        "".join
    )
)
def test_any_text_is_read_to_its_end(html: str) -> None:
    assert all(part for part in read(html))
