"""A page of each kind before a real browser: accessibility, width, silence towards other hosts, content policy."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, ViewportSize, expect

from ppidgen.model.context import Context
from ppidgen.options import Options
from ppidgen.pages import FAMILIES
from ppidgen.reading.shipped import shipped
from ppidgen.reading.study import read_portal
from tests.site.building import DAY, Site
from tests.site.kinds import KINDS, LEADING_ON, SEARCH
from tests.theme.accessibility import CONTRAST, FITS, faults
from tests.theme.browsing import HOST, visit

pytestmark = pytest.mark.slow

STATED = shipped("id").accessibility
NARROW = 360  # the telephone of most
IN_OTHER_LANGUAGES = ("/en/", "/en/layanan/permohonan/", "/jv/layanan/permohonan/")


@pytest.fixture(scope="module")
def context(sources: Path) -> Context:
    return read_portal(sources, Options(as_of=date.fromisoformat(DAY))).context


def opened(page: Page, address: str) -> None:
    """Go to a page and open whatever can be opened, so that nothing is hidden from the checker."""
    page.goto(f"{HOST}{address}")
    if address == SEARCH:
        expect(page.locator(".cari-hasil li").first).to_be_visible()
    page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true })")


@pytest.mark.parametrize("address", [*KINDS, *IN_OTHER_LANGUAGES])
def test_a_page_of_each_kind_is_accessible_fits_and_asks_nobody_else(
    address: str, visited: tuple[Page, list[str]]
) -> None:
    page, complaints = visited
    opened(page, address)
    page.set_viewport_size(ViewportSize(width=NARROW, height=800))
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(FITS), f"wider than a screen of {NARROW} in letters of twice the size (WCAG 1.4.4)"
    page.evaluate("document.documentElement.style.fontSize = ''")
    found = {}
    for width in STATED.widths:
        page.set_viewport_size(ViewportSize(width=width, height=800))
        found[f"light, {width}"] = faults(page)
        assert page.evaluate(FITS), f"wider than a screen of {width}"
    page.emulate_media(color_scheme="dark")
    found["dark"] = faults(page, CONTRAST)
    assert {name: each for name, each in found.items() if each} == {}
    assert complaints == []


# A body with a long name and a second warning, as the same page would show them.
MORE_TO_SAY = """() => {
    document.querySelector(".merek-badan").textContent = "Badan Pengembangan dan Pembinaan Standardisasi Nasional Raya";
    document.querySelector(".siaga").insertAdjacentHTML("beforeend", '<div class="siaga-lain siaga-peringatan">'
        + '<ul class="wadah"><li><a href="/serta-merta/">Penghentian Sementara Aliran Air Minum</a></li></ul></div>');
}"""


@pytest.mark.parametrize("more", [False, True])
def test_one_screen_of_home_holds_warning_ways_in_what_is_new_and_figures(
    *, more: bool, visited: tuple[Page, list[str]]
) -> None:
    page, _ = visited
    page.goto(f"{HOST}/")
    if more:
        page.evaluate(MORE_TO_SAY)
    for width, height in ((360, 740), (1280, 800)):
        page.set_viewport_size(ViewportSize(width=width, height=height))
        for part in (".siaga", ".kotak-cari", ".jalan-masuk", ".entri > li:nth-child(2)", ".bidang-samping .angka"):
            box = page.locator(part).first.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= height, f"{part} at {width}"
        assert faults(page) == []


def test_the_warning_does_not_stand_twice_on_the_pages_that_tell_it_in_full(visited: tuple[Page, list[str]]) -> None:
    page, _ = visited
    page.goto(f"{HOST}/serta-merta/")
    expect(page.locator(".siaga")).to_be_hidden()
    page.goto(f"{HOST}/pengumuman/cuaca-ekstrem-2026/")
    expect(page.locator(".siaga-judul")).to_be_visible()
    expect(page.locator(".siaga-anjuran")).to_be_hidden()


def test_on_paper_the_warning_is_whole_and_a_table_follows_its_name(visited: tuple[Page, list[str]]) -> None:
    page, _ = visited
    page.goto(f"{HOST}/")
    assert "sirene terdengar." in " ".join("".join(sheets(page)).split())
    page.goto(f"{HOST}/laporan/2025/")
    first, second = sheets(page)
    assert "Alasan penolakan" not in first
    assert "Alasan penolakan" in second


def sheets(page: Page) -> list[str]:
    """Print a page on A4; gives what can be read on each sheet."""
    with pypdfium2.PdfDocument(page.pdf(format="A4")) as printed:  # type: ignore[no-untyped-call]  # it ships no types
        return [sheet.get_textpage().get_text_range() for sheet in printed]


def test_who_searches_for_a_danger_finds_the_warning_in_force_before_old_news(visited: tuple[Page, list[str]]) -> None:
    page, _ = visited
    page.goto(f"{HOST}/cari/?q=banjir")
    expect(page.locator(".cari-hasil a").first).to_have_text("Siaga Cuaca Ekstrem dan Banjir Luapan Sungai Contoh")


def test_an_address_cut_short_leads_on_without_script_also_below_a_path(browser: Browser, site_below: Site) -> None:
    with visit(browser, site_below.served, scripts=False) as (page, complaints):
        for address, there in (("/pengumuman/", "/serta-merta/"), ("/en/informasi/bpkad/", "/en/dip/unit/bpkad/")):
            page.goto(f"{HOST}/ppid{address}")
            page.wait_for_url(f"{HOST}/ppid{there}")
        assert complaints == []


def test_the_tool_that_the_accessibility_statement_names_is_the_one_that_tests() -> None:
    version = AXE_SCRIPT.partition("axe v")[2].partition("\n")[0].split()[0]
    assert any(f"axe-core {version}" in tool for tool in STATED.tools)
    assert min(STATED.widths) <= 320


def test_the_list_of_kinds_leaves_no_family_of_pages_out(context: Context) -> None:
    listed = {address.partition("?")[0] for address in KINDS}
    families = {family.name: {spec.address for spec in family.items(context)} for family in FAMILIES}
    assert [name for name, addresses in families.items() if not addresses & (listed | {*LEADING_ON})] == []
    assert listed - set().union(*families.values()) == set()


@pytest.mark.parametrize(
    ("planted", "complaint"),
    [
        ("<script>document.title = 'lain'</script>", "inline script"),
        ("<p style='color: red'>Merah</p>", "inline style"),
        ("<img src='https://lain.example/pelacak.gif' alt=''>", "lain.example"),
        ("<img src='/tidak-ada.png' alt=''>", "tidak-ada.png"),
    ],
)
def test_what_a_page_may_not_do_would_be_noticed(planted: str, complaint: str, browser: Browser, site: Site) -> None:
    home = site.served["/index.html"].replace(b"<main", planted.encode() + b"<main")
    with visit(browser, {**site.served, "/index.html": home}) as (page, complaints):
        page.goto(f"{HOST}/")
        assert complaint in "\n".join(complaints)


def test_a_link_below_a_path_leads_to_a_page_and_search_still_works(browser: Browser, site_below: Site) -> None:
    with visit(browser, site_below.served) as (page, complaints):
        page.goto(f"{HOST}/ppid/")
        page.locator("main .entri-judul a").first.click()
        expect(page.locator("main h1")).to_be_visible()
        page.locator(".cari-ringkas input").fill("anggaran")
        page.keyboard.press("Enter")
        expect(page.locator(".cari-hasil li").first).to_be_visible()
        page.locator(".cari-hasil a").first.click()
        expect(page.locator("main h1")).to_be_visible()
        assert page.url.startswith(f"{HOST}/ppid/")
        assert complaints == []
