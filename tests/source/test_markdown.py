import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.source.commonmark import LONGEST
from ppidgen.source.markdown import DEEPEST, NOTHING, Mark, is_allowed, scheme_of, survey
from tests.pace import ends_soon


def test_links_are_found_with_their_lines() -> None:
    found = survey(
        "Lihat [daftar](/informasi/).\n\nTulis ke\n<https://contoh.go.id> atau [kami][k].\n\n[k]: mailto:a@b.go.id"
    )
    assert found.links == (Mark("/informasi/", 1), Mark("https://contoh.go.id", 4), Mark("mailto:a@b.go.id", 4))
    assert found.refused == ()


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "&#x6a;avascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//jahat.example",
        "ftp://contoh.go.id",
    ],
)
def test_an_address_outside_the_short_list_is_refused(address: str) -> None:
    found = survey(f"Klik [sini]({address}).")
    assert len(found.refused) == 1
    assert found.links == ()


@pytest.mark.parametrize("more", ["bcc=x@y.example", "subject=A&CC=x@y.example", "%62cc=x@y.example", "to=x@y.example"])
def test_a_letter_may_not_go_to_others_whom_its_writer_does_not_see(more: str) -> None:
    assert len(survey(f"[Surel](mailto:a@b.go.id?{more})").refused) == 1
    assert survey("[Surel](mailto:a@b.go.id?subject=Permohonan&body=Isi)").refused == ()


@pytest.mark.parametrize(
    "address", ["contoh.go.id@jahat.example/", "contoh.go.id%2f@jahat.example", "/jahat.example", "cont\u043eh.go.id"]
)
def test_a_link_may_not_open_another_site_than_its_address_seems_to_name(address: str) -> None:
    assert len(survey(f"[Situs resmi](https://{address})").refused) == 1
    assert survey("[Peta](https://peta.contoh.go.id:8443/@-6.2,106.8?a=b@c%2f#@)").refused == ()


def test_a_scheme_may_not_hide_behind_invisible_characters() -> None:
    assert scheme_of("java\u200bscript:alert(1)") == "javascript"
    assert not is_allowed("\tjava\nscript:alert(1)")
    assert not is_allowed("\\\\jahat.example")
    assert not is_allowed("/\\jahat.example")
    assert is_allowed("/informasi/?tahun=2024#a:b")


def test_a_picture_from_another_host_is_told_even_inside_a_link() -> None:
    found = survey("[![Peta](https://peta.example/p.png)](/peta/)\n\n![Logo](/berkas/logo.png)")
    assert found.remote_images == (Mark("https://peta.example/p.png", 1),)


def test_html_is_told_whether_it_stands_alone_or_in_a_line() -> None:
    found = survey("Satu <b>dua</b>.\n\n<div>\nTiga [tautan](javascript:x)\n</div>\n\nLima <!-- enam -->")
    assert [mark.text for mark in found.html] == ["<b>", "</b>", "<div>"]
    assert [mark.line for mark in found.html] == [1, 1, 3]
    assert found.comments == (Mark("<!-- enam -->", 7),)
    assert found.refused == (Mark("javascript:x", 4),)


def test_html_is_told_by_its_own_line_within_a_list_or_a_quotation() -> None:
    found = survey("- a\n- b\n  <i>c</i>\n\n> d\n>\n> <div>\n> e\n> </div>")
    assert found.html == (Mark("<i>", 3), Mark("</i>", 3), Mark("<div>", 7))


def test_an_address_that_no_link_asks_for_is_a_comment() -> None:
    text = (
        "[//]: # (satu)\n\n[Pakai\u200a]: /a\n\nLihat [ini][b] dan [Pakai\u200a].\n\n> [b]: /b\n> [c]: /c\n\n"
        "- [d]: /d\n\n```\n[e]: /e\n```\n\nBukan [f]: /f\n[g]: /g\n"
    )
    assert survey(text).comments == (Mark("//", 1), Mark("c", 8), Mark("d", 10))


def test_brackets_alone_are_no_fault() -> None:
    assert survey("[" * 100_000) == NOTHING


def test_a_text_too_long_to_be_shown_formatted_is_refused() -> None:
    assert survey("é" * (LONGEST // 2 + 1)).too_complex


@pytest.mark.parametrize(
    "text", ["Nilai 3 < 5 dan 7 > 2.", "`<b>` ditulis begini", "    <b>kode</b>", "Pasal 17 [huruf a]."]
)
def test_what_only_looks_like_html_or_a_link_is_left_alone(text: str) -> None:
    assert survey(text) == NOTHING


@pytest.mark.parametrize(
    "text",
    [
        ">" * (DEEPEST + 1) + " x",
        "".join("\t" * depth + "- x\n" for depth in range(DEEPEST)),
        "- " * (DEEPEST + 1) + "x",
    ],
)
def test_nesting_that_would_be_shown_unformatted_is_refused(text: str) -> None:
    assert survey(text).too_complex


@pytest.mark.parametrize(
    "text",
    [
        "<" * 100_000,
        "*a **b " * 20_000,
        "`" * 100_000,
        "<a " * 50_000,
        "[a](<" * 40_000,
        "![" * 30_000 + "](x)" * 30_000,
        "[a]: /\n\n" * 20_000,
        "> [a" * 40_000 + "]:",
    ],
)
def test_hostile_text_is_looked_through_in_time(text: str) -> None:
    ends_soon(survey, text, 1.0)


@given(st.text(alphabet="[]()<>!*_`>-\n\t :/#&;abjs0", max_size=200))
def test_any_text_yields_a_survey(text: str) -> None:
    found = survey(text)
    lines = text.count("\n") + 1
    assert all(1 <= mark.line <= lines for mark in (*found.links, *found.refused, *found.html, *found.comments))


@given(st.text(alphabet="ab .,\n-1)>*", max_size=300))
def test_a_text_that_is_not_parsed_holds_nothing(text: str) -> None:
    found = survey(text)
    assert (found.links, found.refused, found.html) == ((), (), ())
