import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.diagnostics.machine import MachineFault
from ppidgen.model.pages.page import (
    Card,
    Cards,
    DocumentItem,
    Documents,
    Fact,
    Facts,
    Link,
    Page,
    Prose,
    Row,
    Rows,
    SearchApp,
    SearchBox,
    Section,
    Text,
)  # fmt: skip
from ppidgen.model.pages.page_terms import PAGE_TYPES
from ppidgen.model.pages.share import Share
from ppidgen.model.pages.shell import Shell
from ppidgen.theme import Renderer, Theme, built_in, load

FULL = Page(
    address="/informasi/bkd/lk-2024/",
    type="entri",
    title="Laporan & <Keuangan>",
    blocks=(
        Section(
            "Dokumen", "dokumen", (Documents((DocumentItem("LK 2024", "/berkas/lk.pdf", "PDF", 1_234_567, 124),)),)
        ),
        Section("Rincian", "rincian", (Facts(tuple(Fact(f"Label {n}", (f"Nilai {n}",)) for n in range(8))),)),
    ),
    summary='Ringkasan "pendek"',
    section="/informasi/berkala/keuangan/",
    crumbs=(Link("Beranda", "/"), Link("Informasi Publik", "/informasi/")),
    tags=("Informasi Berkala",),
    updated="2025-06-02",
    feeds=(Link("Umpan Atom", "/umpan.xml"),),
    structured='{"name":"</script><script>alert(1)</script>"}',
)


def strict_faults(html: bytes) -> list[object]:
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    parser.parse(html)
    return list(parser.errors)


def test_pages_rendered_in_a_row_are_those_that_are_rendered_alone(theme: Theme, shell: Shell) -> None:
    text, share = Prose("## Dasar\n\nKata."), Share("https://ppid.contoh.go.id/a/", "https://wa.me/?text=a")
    blocks = (text, Section("Dasar", "dasar", (text, Prose("## Dasar")), None), share)
    pages = [replace(FULL, address="/a/", blocks=blocks), FULL, replace(FULL, address="/b/", blocks=blocks[:1])]
    together = Renderer(theme, shell).render_each(pages)
    assert together == [Renderer(theme, shell).render(page) for page in pages]
    assert re.findall(rb' id="(isi-[^"]*)"', together[0]) == [b"isi-dasar", b"isi-dasar-2", b"isi-dasar-3"]


def test_a_page_is_the_same_whatever_was_drawn_before(theme: Theme, shell: Shell, renderer: Renderer) -> None:
    marked = ("a < b", "a &lt; b", "<b>a</b>")
    pages = [
        replace(FULL, address=f"/{n}/", language=language, crumbs=(Link(text, "/"),), blocks=(
            Facts((Fact(text, (text, Link(text, "/x/"))), Fact("Unit", ("BPKAD",), missing=n == 1))),
            Rows((Row(Link(text, "/x/"), text, unit="BPKAD"), Row(Link("Sama", "/y/")))),
        ))
        for language in ("id", "en", "id")
        for n, text in enumerate(marked)
    ]  # fmt: skip
    backwards = [Renderer(theme, shell).render(page) for page in reversed(pages[:2])]
    forwards = [renderer.render(page) for page in pages]
    assert forwards[:2] == backwards[::-1]
    assert forwards[:3] == forwards[6:]
    assert [html.count(b"<b>a</b>") for html in forwards] == [0] * len(pages)


def test_a_section_that_pages_share_stands_on_each_as_if_it_were_its_own(renderer: Renderer) -> None:
    own = Section("Kewajiban", "kewajiban", (Facts((Fact("a < b", (Link("x", "/x/"),), missing=True),)),))
    shared = replace(own, shared=True)
    pages = [replace(FULL, language=language, title=title) for language in ("id", "en") for title in ("A", "B")]
    drawn = [renderer.render(replace(page, blocks=(shared,))) for page in pages]
    assert drawn == [renderer.render(replace(page, blocks=(own,))) for page in pages]


@pytest.mark.parametrize("kind", PAGE_TYPES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_type_of_page_is_a_whole_and_well_formed_document(kind: str, language: str, renderer: Renderer) -> None:
    html = renderer.render(replace(FULL, type=kind, language=language))
    assert strict_faults(html) == []
    text = html.decode()
    assert text.startswith("<!doctype html>")
    assert f'<html lang="{language}">' in text
    assert [text.count(f"<{tag}") for tag in ("h1", "main", "title")] == [1, 1, 1]
    assert 'href="#laman-isi"' in text
    assert 'id="laman-isi"' in text
    assert "Laporan &amp; &lt;Keuangan&gt;" in text
    assert "<Keuangan>" not in text


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_nothing_inline_that_the_policy_would_forbid(kind: str, renderer: Renderer) -> None:
    html = renderer.render(replace(FULL, type=kind)).decode()
    assert re.findall(r"<style|\sstyle=|\son\w+=", html) == []
    assert re.findall(r"<script(?![^>]*(?: src=|ld\+json))[^>]*>", html) == []
    assert "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'" in html
    loaded = re.findall(r'<(?:script|img|link rel="(?:stylesheet|preload|icon)")[^>]*?(?:src|href)="([^"]*)"', html)
    assert loaded
    assert [address for address in loaded if not address.startswith("/")] == []


def test_a_page_says_what_it_is_to_machines(renderer: Renderer) -> None:
    html = renderer.render(FULL).decode()
    assert '<link rel="canonical" href="https://ppid.contoh.go.id/informasi/bkd/lk-2024/">' in html
    assert '<meta name="description" content="Ringkasan &#34;pendek&#34;">' in html
    assert '<meta property="og:title" content="Laporan &amp; &lt;Keuangan&gt;">' in html
    assert 'type="application/atom+xml" title="Umpan Atom" href="/umpan.xml"' in html
    assert "noindex" not in html


def test_structured_data_cannot_end_its_own_block(renderer: Renderer) -> None:
    html = renderer.render(FULL).decode()
    block = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(block) == json.loads(FULL.structured)
    assert "<" not in block


def test_an_unlisted_page_and_every_page_of_a_draft_ask_not_to_be_indexed(
    theme: Theme, shell: Shell, renderer: Renderer
) -> None:
    assert b'<meta name="robots" content="noindex">' in renderer.render(replace(FULL, index=False))
    draft = Renderer(theme, replace(shell, draft=True)).render(FULL)
    assert b'<meta name="robots" content="noindex">' in draft
    assert b"<strong>RANCANGAN</strong>" in draft


def test_an_announcement_in_force_stands_on_every_page_with_the_emergency_number(renderer: Renderer) -> None:
    for kind in PAGE_TYPES:
        html = renderer.render(replace(FULL, type=kind)).decode()
        assert "Waspada banjir" in html
        assert 'href="tel:112"' in html


def test_the_base_path_stands_before_every_address(theme: Theme, shell: Shell) -> None:
    html = Renderer(theme, shell, "ppid").render(FULL).decode()
    addresses = re.findall(r'(?:href|src|action)="(/[^"]*)"', html)
    assert addresses
    assert [address for address in addresses if not address.startswith("/ppid/")] == []
    assert '<use href="/ppid/aset/ikon-' in html


def test_the_current_node_of_the_menu_and_the_branch_above_it_are_marked(renderer: Renderer) -> None:
    html = renderer.render(FULL).decode()
    assert '<a href="/informasi/berkala/keuangan/" aria-current="true">' in html
    assert '<summary aria-current="true">Informasi Publik</summary>' in html
    assert html.count('aria-current="true"') == 2  # the node, its branch, the language


def test_a_section_outside_the_menu_marks_nothing_and_costs_no_frame(theme: Theme, shell: Shell) -> None:
    renderer = Renderer(theme, shell)
    pages = [renderer.render(replace(FULL, section=f"/lain/{n}/")).decode() for n in range(20)]
    assert all(page.count('aria-current="true"') == 0 for page in pages)
    assert len(renderer._frames) == 1


def test_the_same_page_gives_the_same_bytes_whatever_came_before(theme: Theme, shell: Shell) -> None:
    prose = replace(FULL, blocks=(Prose("# Dasar hukum"), Prose("# Dasar hukum")))
    renderer = Renderer(theme, shell)
    first = renderer.render(prose)
    renderer.render(FULL)
    assert renderer.render(prose) == first == Renderer(theme, shell).render(prose)
    assert b'id="isi-dasar-hukum"' in first
    assert b'id="isi-dasar-hukum-2"' in first


def test_an_unknown_language_is_spoken_to_in_indonesian(renderer: Renderer) -> None:
    html = renderer.render(replace(FULL, language="su")).decode()
    assert '<html lang="su">' in html
    assert 'lang="id">Lewati ke isi utama</a>' in html


def test_english_pages_have_english_words_around_them(renderer: Renderer) -> None:
    html = renderer.render(replace(FULL, language="en")).decode()
    assert "Skip to main content" in html
    assert "1.2 MB" in html
    assert "2 June 2025" in html


def test_sizes_days_and_citations_are_said_in_words(html_of: Callable[..., str]) -> None:
    html = html_of(Documents((DocumentItem("a", "/a.pdf", "PDF", 1_234_567, 1234, "2024-08-17"),)))
    assert "<span>1,2 MB</span>" in html
    assert "<span>1.234 halaman</span>" in html
    assert '<time datetime="2024-08-17">17 Agustus 2024</time>' in html


def test_a_missing_fact_is_said_and_not_hidden(html_of: Callable[..., str]) -> None:
    assert "Belum diisi" in html_of(Facts((Fact("Retensi", (), missing=True),)))


def test_a_facet_cannot_break_out_of_the_search_page(html_of: Callable[..., str]) -> None:
    html = html_of(SearchApp((('"><b>', "<script>x"),), (Link("<i>", "javascript:alert(1)"),)), type="cari")
    assert 'data-facet="&#34;&gt;&lt;b&gt;"' in html
    assert "<legend>&lt;script&gt;x</legend>" in html
    assert '<a href="#">&lt;i&gt;</a>' in html


def test_the_first_cards_of_the_home_page_are_its_ways_in(html_of: Callable[..., str]) -> None:
    cards = Cards((Card(Link("Ajukan permohonan", "/layanan/permohonan/"), icon="request"),))
    ways = Section("Layanan", "layanan", (cards,))
    html = html_of(SearchBox("Cari"), ways, Text("Sesudahnya"), type="beranda")
    hero, _, rest = html.partition("jalan-masuk")
    assert 'class="kotak-cari"' in hero
    assert "#send" in rest
    assert rest.index("Ajukan permohonan") < rest.index("Sesudahnya")
    assert html.count("Ajukan permohonan") == 2  # once here, once in the footer


def test_an_icon_that_the_theme_does_not_have_leaves_no_hole(html_of: Callable[..., str]) -> None:
    html = html_of(Cards((Card(Link("A", "/a/"), icon="tidak-ada"),)))
    assert "<use" not in html.partition("<main")[2].partition("</main>")[0]


def test_headings_of_nested_sections_go_down_one_level_each(html_of: Callable[..., str]) -> None:
    inner = Section("C", "c", (Text("x"),))
    html = html_of(Section("A", "a", (Section("B", "b", (inner,)),)))
    assert ["<h2>A</h2>" in html, "<h3>B</h3>" in html, "<h4>C</h4>" in html] == [True] * 3


PLAIN = Renderer(load(built_in("baku")), Shell("Portal", "Badan", "", (), ()))


@given(st.text(), st.text())
def test_no_text_breaks_a_page(title: str, text: str) -> None:
    html = PLAIN.render(Page("/x/", "naskah", title, (Text(text),)))
    assert html.decode().count("<h1>") == 1


@pytest.mark.parametrize(
    ("path", "broken"),
    [
        ("halaman/entri.html", "{% if %}"),
        ("halaman/entri.html", "{{ unheard_of.x }}"),
        ("halaman/entri.html", "{{ 1 + 'a' }}"),
        ("layout.html", "{{ 1 / 0 }}"),
        ("komponen/fakta/fakta.html", "{{ 'dua'|size }}"),
        ("komponen/fakta/fakta.html", "{{ [1]|once(range) }}"),
        ("halaman/entri.html", "{% macro turning() %}{{ turning() }}{% endmacro %}{{ turning() }}"),
        ("halaman/entri.html", "{% for each in range(9999999) %}{% endfor %}"),
    ],
)
def test_a_template_that_cannot_be_used_is_named_by_its_line_and_is_no_fault_of_the_program(
    theme: Theme, shell: Shell, path: str, broken: str
) -> None:
    lines = theme.text(path).splitlines(keepends=True)
    at = next(number for number, text in enumerate(lines, start=1) if "{% macro" in text or "<body" in text)
    own = "".join((*lines[:at], "\n \n", f"{broken}\n", *lines[at:]))
    with pytest.raises(MachineFault) as fault:
        Renderer(replace(theme, files={**theme.files, path: own.encode()}), shell).render(FULL)
    assert (fault.value.code, fault.value.data["path"]) == ("MSN030", f"{path}:{at + 3}")


@pytest.mark.parametrize(
    ("path", "own", "told"),
    [
        ("layout.html", b"\xd8", "layout.html"),
        ("layout.html", None, "layout.html"),
        ("halaman/entri.html", b"<p>", "halaman/entri.html"),
        ("aset/ikon.svg", None, "theme.yaml"),
        ("aset/huruf/atkinson-400.woff2", None, "theme.yaml"),
    ],
)
def test_what_a_theme_lacks_is_named(theme: Theme, shell: Shell, path: str, own: bytes | None, told: str) -> None:
    files = {name: content for name, content in theme.files.items() if name != path}
    files |= {} if own is None else {path: own}
    with pytest.raises(MachineFault) as fault:
        Renderer(replace(theme, files=files), shell).render(FULL)
    assert (fault.value.code, fault.value.data["path"]) == ("MSN030", told)


def test_a_fault_that_no_template_has_a_part_in_stays_the_programs_own(renderer: Renderer) -> None:
    unfit: Any = 7
    with pytest.raises(AttributeError):
        renderer.render(replace(FULL, structured=unfit))
