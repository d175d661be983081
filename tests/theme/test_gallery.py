"""The gallery of all examples, and a page of each type, before a real browser and the accessibility checker."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, ViewportSize

from ppidgen.model.pages.page import (
    Card,
    Cards,
    Figure,
    Figures,
    Link,
    Page,
    Pagination,
    Row,
    Rows,
    SearchApp,
    SearchBox,
    Section,
    Text,
)
from ppidgen.model.pages.page_terms import PAGE_TYPES
from ppidgen.model.pages.shell import Shell
from ppidgen.theme import Renderer, Theme
from ppidgen.theme.examples import KINDS, examples_of
from ppidgen.theme.gallery import gallery
from tests.theme.accessibility import CONTRAST, FITS, faults
from tests.theme.browsing import HOST, visit

CRUMBS = (Link("Beranda", "/"), Link("Informasi Publik", "/informasi/"))
SAMPLE = Page(
    address="/contoh/",
    type="naskah",
    title="Daftar Informasi Publik",
    lead="Semua informasi yang dikuasai Badan Publik.",
    eyebrow="PPID",
    crumbs=CRUMBS,
    section="/informasi/dip/",
    updated="2026-01-02",
    feeds=(Link("Umpan Atom", "/umpan.xml"),),
    blocks=(
        SearchBox("Informasi apa yang Anda cari?", "Misalnya: anggaran", large=True),
        Cards((Card(Link("Ajukan permohonan", "/layanan/permohonan/"), "Minta informasi.", icon="send"),)),
        Section(
            "Terbaru", "terbaru", (Rows((Row(Link("LKPD 2024", "/a/"), "Neraca.", "berkala", "Informasi Berkala"),)),)
        ),
        Section("Angka", "angka", (Figures((Figure("1284", "Informasi"),)),)),
        Section("Lain", "lain", (Text("Selesai."),)),
        Pagination(1, 2, None, Link("2", "/2/"), (Link("1", "/1/", current=True), Link("2", "/2/"))),
    ),
)
SEARCH = replace(SAMPLE, type="cari", blocks=(SearchApp((("unit", "Unit"),), (Link("A–Z", "/a-z/"),)),))
# Pages of these types hold one component, which their script looks for: the first example of it.
HOLDS = {"hitung": "hitung", "lacak": "lacak", "formulir": "langkah-isian"}


Files = Mapping[str, bytes]


def site_of(theme: Theme, shell: Shell) -> Files:
    renderer = Renderer(theme, shell)
    pages = {kind: renderer.render(replace(SAMPLE, type=kind)) for kind in PAGE_TYPES} | {
        "cari": renderer.render(SEARCH)
    }
    first = {example.kind: example.block for example in reversed(examples_of(theme))}
    for kind, component in HOLDS.items():
        pages[kind] = renderer.render(replace(SAMPLE, type=kind, blocks=(first[component],)))
    files = {f"/{kind}/index.html": html for kind, html in pages.items()}
    files["/galeri/index.html"] = renderer.render(gallery(theme))
    return files | {f"/{file.path}": file.content for file in renderer.assets}


@pytest.fixture(scope="module")
def files(theme: Theme, shell: Shell) -> Files:
    return site_of(theme, shell)


@pytest.fixture(scope="module")
def drafted(theme: Theme, shell: Shell) -> Files:
    return site_of(theme, replace(shell, draft=True))


def test_the_gallery_shows_every_component(theme: Theme, renderer: Renderer) -> None:
    html = renderer.render(gallery(theme)).decode()
    assert [kind for kind in KINDS if f'<section class="bagian" id="komponen-{kind}">' not in html] == []
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.slow
@pytest.mark.parametrize("place", ["galeri", *PAGE_TYPES])
def test_the_accessibility_checker_finds_nothing(place: str, drafted: Files, browser: Browser) -> None:
    with visit(browser, drafted) as (page, complaints):
        page.goto(f"{HOST}/{place}/")
        page.evaluate("document.querySelectorAll('main details, .menu').forEach((each) => { each.open = true })")
        for width in (320, 768, 1280):
            page.set_viewport_size(ViewportSize(width=width, height=900))
            assert page.evaluate(FITS), f"wider than a screen of {width}"
            assert (width, faults(page)) == (width, [])
        page.emulate_media(color_scheme="dark")
        assert faults(page, CONTRAST) == []
        assert complaints == []


@pytest.mark.slow
def test_the_open_menu_has_no_faults_either(files: Files, browser: Browser) -> None:
    with visit(browser, files) as (page, _):
        page.goto(f"{HOST}/naskah/")
        page.locator(".menu-cabang summary").first.click()
        assert faults(page) == []


@pytest.mark.slow
def test_the_menu_works_with_the_keyboard_alone(files: Files, browser: Browser) -> None:
    with visit(browser, files) as (page, _):
        page.goto(f"{HOST}/naskah/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Lewati ke isi utama"
        page.locator(".menu-cabang summary").focus()
        page.keyboard.press("Enter")
        assert page.locator(".menu-panel a").first.is_visible()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "/informasi/"
        page.keyboard.press("Escape")
        assert page.locator(".menu-panel").is_hidden()
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_menu_works_without_a_script(width: int, files: Files, browser: Browser) -> None:
    with visit(browser, files, width=width, scripts=False) as (page, _):
        page.goto(f"{HOST}/naskah/")
        if width < 1024:
            search, button = page.locator(".cari-ringkas").bounding_box(), page.locator(".menu-tombol").bounding_box()
            assert search is not None
            assert button is not None
            assert search["x"] + search["width"] <= button["x"]
            page.locator(".menu-tombol").click()
        page.locator(".menu-cabang summary").click()
        assert page.get_by_role("link", name="Informasi Berkala").is_visible()
        assert page.get_by_role("link", name="Keuangan").is_visible()


@pytest.mark.slow
def test_every_thing_to_press_is_large_enough(files: Files, browser: Browser) -> None:
    """WCAG 2.5.8: 24 by 24 CSS pixels, links within a sentence excepted."""
    script = """() => [...document.querySelectorAll('summary, button, input, nav a, .unduhan a, .tombol')]
        .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 1)
        .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
        .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"""
    with visit(browser, files, width=320) as (page, _):
        page.goto(f"{HOST}/galeri/")
        page.evaluate("document.querySelector('.menu').open = true")
        assert page.evaluate(script) == []


@pytest.mark.slow
def test_text_may_be_spaced_as_readers_need_it(files: Files, browser: Browser) -> None:
    """WCAG 1.4.12: wider lines, words and letters cut nothing off and make no page wider."""
    spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    with visit(browser, files, width=320) as (page, _):
        for place in ("galeri", *PAGE_TYPES):
            page.goto(f"{HOST}/{place}/")
            page.evaluate(
                "(css) => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s] }",
                spacing,
            )
            assert page.evaluate(FITS), place


@pytest.mark.slow
def test_the_annex_is_printed_on_landscape_paper_and_the_rest_on_portrait(
    files: Files, browser: Browser, tmp_path: Path
) -> None:
    with visit(browser, files) as (page, _):
        for place, wide in (("cetak", True), ("entri", False)):
            page.goto(f"{HOST}/{place}/")
            page.pdf(path=tmp_path / "x.pdf", prefer_css_page_size=True)
            width, height = pypdfium2.PdfDocument(tmp_path / "x.pdf")[0].get_size()  # type: ignore[no-untyped-call]  # it ships no types
            assert (width > height) == wide
