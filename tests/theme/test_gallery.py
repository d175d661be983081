"""The gallery of all examples, and a page of each type, before a real browser and the accessibility checker."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from ppidgen.model.page import (
    PAGE_TYPES,
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
from ppidgen.model.shell import Shell
from ppidgen.theme import Renderer, Theme
from ppidgen.theme.examples import KINDS, examples_of
from ppidgen.theme.gallery import gallery
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


def site_of(theme: Theme, shell: Shell) -> dict[str, bytes]:
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


def test_the_gallery_shows_every_component(theme: Theme, renderer: Renderer) -> None:
    html = renderer.render(gallery(theme)).decode()
    assert [kind for kind in KINDS if f'<section class="bagian" id="komponen-{kind}">' not in html] == []
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_accessibility_checker_finds_nothing(
    width: int, scheme: str, theme: Theme, shell: Shell, browser: Browser
) -> None:
    files = site_of(theme, replace(shell, draft=True))
    with visit(browser, files, width=width, scheme="dark" if scheme == "dark" else "light") as (page, complaints):
        for place in ("galeri", *PAGE_TYPES):
            page.goto(f"{HOST}/{place}/")
            page.evaluate("document.querySelectorAll('main details, .menu').forEach((each) => { each.open = true })")
            faults = Axe().run(page).response["violations"]
            told = [(fault["id"], [node["html"][:160] for node in fault["nodes"]][:3]) for fault in faults]
            assert (place, told) == (place, [])
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
                f"{place} is wider than the screen"
            )
        assert complaints == []


@pytest.mark.slow
def test_the_open_menu_has_no_faults_either(theme: Theme, shell: Shell, browser: Browser) -> None:
    with visit(browser, site_of(theme, shell)) as (page, _):
        page.goto(f"{HOST}/naskah/")
        page.locator(".menu-cabang summary").first.click()
        assert Axe().run(page).response["violations"] == []


@pytest.mark.slow
def test_the_menu_works_with_the_keyboard_alone(theme: Theme, shell: Shell, browser: Browser) -> None:
    with visit(browser, site_of(theme, shell)) as (page, _):
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
@pytest.mark.parametrize("width", [320, 1280])
def test_the_menu_works_without_a_script(width: int, theme: Theme, shell: Shell, browser: Browser) -> None:
    with visit(browser, site_of(theme, shell), width=width, scripts=False) as (page, _):
        page.goto(f"{HOST}/naskah/")
        if width < 1024:
            page.locator(".menu-tombol").click()
        page.locator(".menu-cabang summary").click()
        assert page.get_by_role("link", name="Informasi Berkala").is_visible()
        assert page.get_by_role("link", name="Keuangan").is_visible()


@pytest.mark.slow
def test_every_thing_to_press_is_large_enough(theme: Theme, shell: Shell, browser: Browser) -> None:
    """WCAG 2.5.8: 24 by 24 CSS pixels, links within a sentence excepted."""
    script = """() => [...document.querySelectorAll('summary, button, input, nav a, .unduhan a, .tombol')]
        .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 1)
        .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
        .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"""
    with visit(browser, site_of(theme, shell), width=320) as (page, _):
        page.goto(f"{HOST}/galeri/")
        page.evaluate("document.querySelector('.menu').open = true")
        assert page.evaluate(script) == []


@pytest.mark.slow
def test_text_may_be_spaced_as_readers_need_it(theme: Theme, shell: Shell, browser: Browser) -> None:
    """WCAG 1.4.12: wider lines, words and letters cut nothing off and make no page wider."""
    spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    with visit(browser, site_of(theme, shell), width=320) as (page, _):
        for place in ("galeri", *PAGE_TYPES):
            page.goto(f"{HOST}/{place}/")
            page.evaluate(
                "(css) => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s] }",
                spacing,
            )
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place


@pytest.mark.slow
def test_the_annex_is_printed_on_landscape_paper_and_the_rest_on_portrait(
    theme: Theme, shell: Shell, browser: Browser, tmp_path: Path
) -> None:
    with visit(browser, site_of(theme, shell)) as (page, _):
        for place, wide in (("cetak", True), ("entri", False)):
            page.goto(f"{HOST}/{place}/")
            page.pdf(path=tmp_path / "x.pdf", prefer_css_page_size=True)
            width, height = pypdfium2.PdfDocument(tmp_path / "x.pdf")[0].get_size()  # type: ignore[no-untyped-call]  # it ships no types
            assert (width > height) == wide
