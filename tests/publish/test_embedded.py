import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.publish.embedded import brought_in


@pytest.mark.parametrize(
    ("html", "brought"),
    [
        ('<a href="https://slot.example/">x</a>', ("link", "https://slot.example/")),
        ("<A HREF=//slot.example>x", ("link", "//slot.example")),
        ('<script src="https://jahat.example/a.js"></script>', ("script", "https://jahat.example/a.js")),
        ("<script>\n  alert(1)\n</script>", ("script", "alert(1)")),
        ('<p onclick="alert(1)">x</p>', ("script", "onclick=alert(1)")),
        ('<iframe src="https://slot.example/"></iframe>', ("frame", "https://slot.example/")),
        ('<form action="https://curi.example/">', ("form", "https://curi.example/")),
        ('<meta http-equiv="Refresh" content="0; url=https://slot.example">', ("other", "0; url=https://slot.example")),
    ],
)
def test_whatever_a_page_brings_in_is_named(html: str, brought: tuple[str, str]) -> None:
    assert brought_in(f"<p>Sebelum</p>{html}") == {brought}


@pytest.mark.parametrize("half", ["<!-->", "<!--->", "<!-- x --!>", "<![x[ >", "<![CDATA[ >", "<title><!--</title>"])
def test_what_stands_behind_half_a_comment_is_named_as_a_browser_runs_it(half: str) -> None:
    assert brought_in(f"{half}<script src=//jahat.example/a.js></script>-->]]>") == {("script", "//jahat.example/a.js")}


def test_words_alone_bring_nothing_in() -> None:
    assert brought_in("<p>Kunjungi https://slot.example/ &lt;script&gt;</p><!-- <a href='x'> -->") == frozenset()


@given(st.text())
def test_any_text_is_read_to_its_end(html: str) -> None:
    brought_in(html)
