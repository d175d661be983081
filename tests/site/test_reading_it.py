"""What a visitor does: search, filter, use the keyboard, or run no script at all."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.portals.laying import ENTRY, ENTRY_TEXT, SOUND, lay
from tests.site.building import Site, build
from tests.theme.browsing import HOST, visit

pytestmark = pytest.mark.slow

Visit = tuple[Page, list[str]]
EVIL = "<img src=x onerror=window.broken=1><b>Anggaran</b> & lain"


def found(page: Page) -> list[str]:
    expect(page.locator(".cari-hasil li").first).to_be_visible()
    return page.locator(".cari-hasil .entri-judul").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("laporan keuangan 2024", "/informasi/bpkad/lkpd-2024/"),
        ("LKPD 2024", "/informasi/bpkad/lkpd-2024/"),
        ("PPDB", "/informasi/disdik/spmb-2026/"),
        ("rekam medis", "/dikecualikan/dinkes/rekam-medis/"),
        ("cuaca ekstrem", "/pengumuman/cuaca-ekstrem-2026/"),
    ],
)
def test_a_query_finds_what_a_citizen_means(query: str, address: str, visited: Visit) -> None:
    page, complaints = visited
    page.goto(f"{HOST}/cari/?q={query}")
    found(page)
    places = page.locator(".cari-hasil a").evaluate_all("(links) => links.map((each) => each.pathname)")
    assert address in places[:5]
    assert complaints == []


def test_of_reports_that_answer_alike_the_newest_comes_first(visited: Visit) -> None:
    page, _ = visited
    page.goto(f"{HOST}/cari/?q=laporan keuangan pemerintah daerah")
    years = [title[-4:] for title in found(page) if title.startswith("Laporan Keuangan Pemerintah Daerah Tahun")]
    assert years == sorted(years, reverse=True)
    assert len(years) >= 4


def test_the_search_box_of_the_home_page_leads_to_the_results(visited: Visit) -> None:
    page, complaints = visited
    page.goto(f"{HOST}/")
    page.locator("main input[name=q]").fill("anggaran")
    page.keyboard.press("Enter")
    assert len(found(page)) == 10
    assert page.url == f"{HOST}/cari/?q=anggaran"
    assert complaints == []


def test_filters_narrow_the_results(visited: Visit, site: Site) -> None:
    page, _ = visited
    page.goto(f"{HOST}/cari/?q=laporan")
    found(page)
    for facet in ("kategori", "unit", "tahun", "format"):
        assert page.locator(f"[data-facet={facet}] input").count() > 1
    box = page.locator("[data-facet=unit] label", has_text="Badan Pengelolaan Keuangan")
    count = int(box.inner_text().rpartition("(")[2].rstrip(")"))
    box.click()
    expect(page.locator(".cari-status")).to_have_text(f"Ditemukan {count} hasil untuk “laporan”.")
    entries = json.loads(site.files["data/dip.json"])["informasi"]
    of_unit = {one["judul"] for one in entries if one["unit"].startswith("Badan Pengelolaan Keuangan")}
    assert set(page.locator(".cari-hasil .entri-judul").all_inner_texts()) & of_unit


@pytest.mark.parametrize("query", ["laporan", "laporan keuangan", "banjir"])
def test_who_chose_a_filter_may_still_choose_another(query: str, visited: Visit) -> None:
    page, _ = visited
    page.goto(f"{HOST}/cari/?q={query}")
    found(page)
    labels = page.locator("[data-facet=kategori] label")
    offered = labels.all_inner_texts()
    labels.first.click()
    expect(page.locator("summary", has_text="Saring hasil")).to_have_text("Saring hasil: Berita")
    assert labels.all_inner_texts() == offered


def test_what_only_the_nearest_results_were_counted_for_is_told_as_at_least_that(visited: Visit) -> None:
    page, _ = visited
    page.goto(f"{HOST}/cari/?q=laporan keuangan")
    assert len(found(page)) == 10
    first = page.locator("[data-facet=kategori] label", has_text="Informasi Berkala")
    least = int(first.inner_text().rpartition("(")[2].removesuffix("+)"))
    first.click()
    expect(page.locator("summary", has_text="Saring hasil")).to_have_text("Saring hasil: Informasi Berkala")
    expect(page.locator(".cari-status")).to_contain_text("Ditemukan")
    assert int(page.locator(".cari-status").inner_text().split()[1]) >= least


def test_a_link_that_was_shared_tells_its_filters_though_they_are_folded_away(visited: Visit) -> None:
    page, _ = visited
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{HOST}/cari/?q=laporan&kategori=Berita&tahun=2026")
    found(page)
    expect(page.locator("summary", has_text="Saring hasil")).to_have_text("Saring hasil: Berita, 2026")


def test_whoever_changes_the_language_finds_the_words_searched_for_there_too(visited: Visit) -> None:
    page, complaints = visited
    page.goto(f"{HOST}/cari/?q=laporan&kategori=Berita")
    found(page)
    page.locator("input[name=q]:visible").last.fill("anggaran & belanja")
    page.keyboard.press("Enter")
    expect(page.locator(".cari-status")).to_contain_text("anggaran & belanja")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{HOST}/en/cari/?q=anggaran+%26+belanja")
    assert found(page)
    assert complaints == []


def test_a_search_engine_that_fails_once_is_asked_again_and_one_that_stays_away_leaves_a_message_and_the_lists(
    visited: Visit,
) -> None:
    page, _ = visited
    page.route("**/pagefind.js", lambda route: route.abort(), times=1)
    page.goto(f"{HOST}/cari/?q=laporan")
    assert found(page)
    page.route("**/pagefind.js*", lambda route: route.abort())
    page.goto(f"{HOST}/cari/?q=anggaran")
    expect(page.locator(".cari-status")).to_contain_text("tidak dapat dimuat")
    expect(page.locator(".cari-cadangan a").first).to_be_visible()
    expect(page.locator(".cari-ruang")).to_be_hidden()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("jahat")
    entry = ENTRY_TEXT.replace("judul: Laporan Keuangan 2024", f"judul: '{EVIL}'")
    return build(lay(folder, {**SOUND, ENTRY: entry}), folder / "situs")


def test_what_looks_like_html_in_a_title_is_text_wherever_it_is_shown(browser: Browser, hostile: Site) -> None:
    with visit(browser, hostile.served) as (page, complaints):
        for address in ("/", "/dip/", "/informasi/bpkad/lkpd-2024/", "/dip/cetak/", "/cari/?q=anggaran"):
            page.goto(f"{HOST}{address}")
            expect(page.locator("main").get_by_text(EVIL).first).to_be_visible()
            assert page.evaluate("window.broken") is None
            assert page.locator("main b").count() == 0
        assert complaints == []


@pytest.fixture
def scriptless(browser: Browser, site: Site) -> Iterator[Visit]:
    with visit(browser, site.served, scripts=False) as opened:
        yield opened


SMALLEST = """() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), sizes = [];
    while (texts.nextNode()) {
        const around = texts.currentNode.parentElement, hidden = around.closest(".tersembunyi, .lompat");
        if (texts.currentNode.data.trim() && around.checkVisibility() && !hidden)
            sizes.push(parseFloat(getComputedStyle(around).fontSize));
    }
    return Math.min(...sizes);
}"""


def test_nothing_in_large_print_is_small(visited: Visit) -> None:
    page, _ = visited
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for address in ("/kontak/huruf-besar/", "/layanan/maklumat/huruf-besar/", "/layanan/permohonan/huruf-besar/"):
            page.goto(f"{HOST}{address}")
            assert page.evaluate(SMALLEST) >= 24, address


def test_without_a_script_every_list_is_a_few_clicks_away(scriptless: Visit) -> None:
    page, complaints = scriptless
    page.goto(f"{HOST}/cari/?q=laporan")
    expect(page.get_by_text("Pencarian memerlukan JavaScript.")).to_be_visible()
    expect(page.get_by_role("link", name="APBD 2026")).to_be_hidden()
    page.locator(".cari-cadangan").get_by_role("link", name="Informasi per unit").click()
    page.locator("main").get_by_role("link", name="Badan Pengelolaan Keuangan").first.click()
    page.locator("main").get_by_role("link", name="Laporan Keuangan Pemerintah Daerah Tahun 2024").first.click()
    expect(page.locator("h1")).to_have_text("Laporan Keuangan Pemerintah Daerah Tahun 2024")
    assert complaints == []


def test_the_first_key_offers_to_skip_to_the_content(visited: Visit) -> None:
    page, _ = visited
    page.goto(f"{HOST}/dip/")
    page.keyboard.press("Tab")
    assert focused(page).inner_text() == "Lewati ke isi utama"
    assert inside_window(page)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def focused(page: Page) -> Locator:
    return page.locator(":focus")


def inside_window(page: Page) -> bool:
    box = focused(page).bounding_box()
    return bool(box and box["x"] >= 0 and box["y"] >= 0 and box["width"] > 1)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_menu_opens_leads_and_closes_by_the_keyboard(width: int, browser: Browser, site: Site) -> None:
    with visit(browser, site.served, width=width) as (page, _):
        page.goto(f"{HOST}/")
        if width == 320:
            page.locator(".menu-tombol").focus()
            page.keyboard.press("Enter")
        branch = page.locator(".menu-cabang summary", has_text="Layanan Informasi")
        branch.focus()
        page.keyboard.press("Enter")
        link = page.locator(".menu-panel a", has_text="Permohonan informasi")
        expect(link).to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        expect(link).to_be_hidden()
        expect(branch).to_be_focused()
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{HOST}/layanan/")


LOOK = "([e]) => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.boxShadow] }"


def test_whoever_moves_by_keyboard_always_sees_where_they_are(visited: Visit) -> None:
    page, _ = visited
    page.goto(f"{HOST}/layanan/permohonan/")
    seen = set()
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        seen.add(page.evaluate("document.activeElement.tagName"))
        style = focused(page).evaluate_all(LOOK)
        assert style[0] != "none", focused(page).evaluate("(e) => e.outerHTML")
        assert page.evaluate("document.activeElement.checkVisibility()")
    assert {"A", "SUMMARY", "INPUT", "BUTTON"} <= seen
