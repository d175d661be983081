"""The search page with a real index in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ppidgen.model.pages import page as model
from ppidgen.model.pages.shell import Shell
from ppidgen.publish.search_record import SearchRecord
from ppidgen.theme import Renderer, Theme
from tests.publish.indexing import files_of, index_of
from tests.theme.accessibility import faults
from tests.theme.browsing import HOST, visit

pytestmark = pytest.mark.slow

FACETS = (("kategori", "Kategori"), ("unit", "Unit"), ("tahun", "Tahun"), ("format", "Format"))
CATEGORIES = ("Informasi Berkala", "Informasi Setiap Saat")
EVIL = "<img src=x onerror=window.broken=1>"


def record(number: int, *, filters: bool) -> SearchRecord:
    return SearchRecord(
        url=f"/informasi/unit-{number % 3}/laporan-{number}/",
        title=f"Laporan {number} {EVIL}",
        text=f"Laporan anggaran nomor {number} dengan {EVIL} di dalamnya.",
        filters={
            "kategori": (CATEGORIES[number % 2],),
            "unit": (f"Dinas {number % 3}",),
            "tahun": (f"202{number % 4}",),
        }
        if filters
        else {},
        documents=((f"Lampiran {EVIL}", "ab"), ("Daftar harga", "cd")) if number == 5 else (),
    )


TEXTS = {"ab": "pembuka " * 60 + "rempah kunyit dan jahe " + "penutup " * 60, "cd": f"harga lada {EVIL}"}


@pytest.fixture(scope="module", params=["/", "/ppid/"])
def base(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def portal(theme: Theme, shell: Shell, base: str) -> dict[str, bytes]:
    renderer = Renderer(theme, shell, base)
    search = model.SearchApp(
        FACETS, (model.Link("Daftar A–Z", "/a-z/"),), ask=model.Link("Mintalah", "/layanan/permohonan/")
    )
    html = renderer.render(model.Page("/cari/", "cari", "Cari informasi", (search,)))
    return {f"{base}cari/index.html": html} | {f"{base}{file.path}": file.content for file in renderer.assets}


@pytest.fixture(scope="module")
def site(theme: Theme, shell: Shell, base: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    records = [record(n, filters=True) for n in range(24)]
    index = files_of(index_of(records, tmp_path_factory.mktemp("a"), TEXTS.get))
    return portal(theme, shell, base) | {f"{base}pagefind/{path}": content for path, content in index.items()}


@pytest.fixture
def visited(browser: Browser, site: dict[str, bytes]) -> Iterator[tuple[Page, list[str]]]:
    with visit(browser, site) as opened:
        yield opened


def status(page: Page) -> Locator:
    return page.locator(".cari-status")


def choice(page: Page, text: str) -> Locator:
    return page.locator(".cari-pilihan label", has_text=text)


def test_a_query_in_the_address_is_searched_at_once(visited: tuple[Page, list[str]], base: str) -> None:
    page, complaints = visited
    page.goto(f"{HOST}{base}cari/?q=anggaran")
    expect(status(page)).to_have_text("Ditemukan 24 hasil untuk “anggaran”.")
    expect(page.locator(".cari-hasil li")).to_have_count(10)
    expect(page.get_by_role("link", name="Mintalah")).to_be_hidden()
    first = page.locator(".cari-hasil a").first
    assert str(first.get_attribute("href")).startswith(f"{HOST}{base}informasi/unit-")
    assert page.locator(".cari-hasil mark").first.inner_text().lower() == "anggaran"
    assert complaints == []


def test_what_is_typed_into_a_title_stays_text(visited: tuple[Page, list[str]], base: str) -> None:
    page, complaints = visited
    page.goto(f"{HOST}{base}cari/?q=anggaran")
    expect(page.locator(".cari-hasil a").first).to_contain_text(EVIL)
    assert EVIL in page.locator(".cari-hasil .entri-ringkasan").first.inner_text()
    assert page.locator(".cari-hasil img").count() == 0
    page.goto(f"{HOST}{base}cari/?q={EVIL}&unit={EVIL}")
    expect(status(page)).to_contain_text(EVIL)
    assert page.evaluate("window.broken") is None
    assert page.locator("main img").count() == 0
    assert complaints == []


def test_filters_narrow_the_results_and_say_how_many_each_would_leave(
    visited: tuple[Page, list[str]], base: str
) -> None:
    page, _ = visited
    page.goto(f"{HOST}{base}cari/?q=anggaran")
    expect(choice(page, "Dinas 0")).to_have_text("Dinas 0 (8)")
    choice(page, "Dinas 0").click()
    expect(status(page)).to_have_text("Ditemukan 8 hasil untuk “anggaran”.")
    expect(choice(page, "Dinas 1")).to_have_text("Dinas 1 (8)")
    expect(choice(page, "Berkala")).to_have_text("Informasi Berkala (4)")
    choice(page, "Dinas 1").click()
    expect(status(page)).to_have_text("Ditemukan 16 hasil untuk “anggaran”.")
    assert page.url.endswith("?q=anggaran&unit=Dinas+0&unit=Dinas+1")
    page.go_back()
    expect(status(page)).to_have_text("Ditemukan 8 hasil untuk “anggaran”.")
    expect(choice(page, "Dinas 1").locator("input")).not_to_be_checked()
    page.get_by_role("button", name="Hapus saringan").click()
    expect(status(page)).to_have_text("Ditemukan 24 hasil untuk “anggaran”.")


def test_the_focus_stays_on_the_filter_that_was_pressed(visited: tuple[Page, list[str]], base: str) -> None:
    page, _ = visited
    page.goto(f"{HOST}{base}cari/?q=anggaran")
    choice(page, "Dinas 2").locator("input").focus()
    page.keyboard.press("Space")
    expect(status(page)).to_have_text("Ditemukan 8 hasil untuk “anggaran”.")
    assert page.evaluate("document.activeElement.value") == "Dinas 2"


def test_more_results_come_on_demand_and_the_focus_goes_to_the_first_of_them(
    visited: tuple[Page, list[str]], base: str
) -> None:
    page, _ = visited
    page.goto(f"{HOST}{base}cari/?q=anggaran")
    page.get_by_role("button", name="Tampilkan lagi").click()
    expect(page.locator(".cari-hasil li")).to_have_count(20)
    assert page.evaluate("[...document.querySelectorAll('.cari-hasil a')].indexOf(document.activeElement)") == 10
    page.get_by_role("button", name="Tampilkan lagi").click()
    expect(page.locator(".cari-hasil li")).to_have_count(24)
    expect(page.get_by_role("button", name="Tampilkan lagi")).to_be_hidden()


def test_who_comes_back_finds_the_results_as_many_as_before(visited: tuple[Page, list[str]], base: str) -> None:
    page, _ = visited
    page.goto(f"{HOST}{base}cari/?q=anggaran")
    page.get_by_role("button", name="Tampilkan lagi").click()
    expect(page.locator(".cari-hasil li")).to_have_count(20)
    page.goto(f"{HOST}{base}")
    page.go_back()
    page.reload()
    expect(page.locator(".cari-hasil li")).to_have_count(20)
    page.locator("main input[name=q]").fill("anggaran dinas")
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("“anggaran dinas”")
    expect(page.locator(".cari-hasil li")).to_have_count(10)


def test_searching_by_the_form_changes_the_address_and_nothing_found_is_said(
    visited: tuple[Page, list[str]], base: str
) -> None:
    page, _ = visited
    page.goto(f"{HOST}{base}cari/")
    expect(status(page)).to_have_text("Ketik kata yang ingin dicari, lalu tekan Enter.")
    page.locator("main input[type=search]").fill("zzzz")
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("Tidak ada hasil untuk “zzzz”")
    assert page.url.endswith("/cari/?q=zzzz")
    expect(page.get_by_role("link", name="Mintalah")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("link", name="Mintalah")).to_be_hidden()


def test_the_results_have_no_faults_of_accessibility(visited: tuple[Page, list[str]], base: str) -> None:
    page, _ = visited
    page.goto(f"{HOST}{base}cari/?q=anggaran&unit=Dinas+0")
    expect(page.locator(".cari-hasil li")).to_have_count(8)
    assert faults(page) == []


def test_a_hit_inside_a_document_names_the_document_and_quotes_it(visited: tuple[Page, list[str]], base: str) -> None:
    page, complaints = visited
    for query, title, quoted in (("kunyit", f"Lampiran {EVIL}", "kunyit"), ("lada", "Daftar harga", "harga lada")):
        page.goto(f"{HOST}{base}cari/?q={query}")
        expect(page.locator(".cari-hasil .entri-judul")).to_have_text([f"Laporan 5 {EVIL}"])
        expect(page.locator(".cari-dokumen")).to_have_text(f"Ditemukan di dalam dokumen: {title}")
        expect(page.locator(".entri-ringkasan")).to_contain_text(quoted)
        expect(page.locator(".entri-ringkasan mark")).to_have_text(query)
    page.goto(f"{HOST}{base}cari/?q=laporan")
    expect(page.locator(".cari-hasil li")).to_have_count(10)
    assert page.locator(".cari-dokumen").count() == 0
    assert complaints == []


def test_an_index_without_filters_is_filtered_by_nothing_and_still_searched(
    browser: Browser, theme: Theme, shell: Shell, base: str, tmp_path: Path
) -> None:
    index = files_of(index_of([record(n, filters=False) for n in range(3)], tmp_path))
    files = portal(theme, shell, base) | {f"{base}pagefind/{path}": content for path, content in index.items()}
    with visit(browser, files) as (page, complaints):
        page.goto(f"{HOST}{base}cari/?q=anggaran")
        expect(status(page)).to_have_text("Ditemukan 3 hasil untuk “anggaran”.")
        expect(page.locator(".cari-hasil li")).to_have_count(3)
        expect(page.locator("[data-facet]").first).to_be_hidden()
        assert complaints == []


def test_a_missing_index_is_said_and_the_lists_remain(browser: Browser, theme: Theme, shell: Shell, base: str) -> None:
    with visit(browser, portal(theme, shell, base)) as (page, _):
        page.goto(f"{HOST}{base}cari/?q=anggaran")
        expect(status(page)).to_have_text("Pencarian tidak dapat dimuat. Gunakan daftar di bawah ini.")
        expect(page.get_by_role("link", name="Daftar A–Z")).to_be_visible()


def test_without_a_script_the_lists_serve(browser: Browser, site: dict[str, bytes], base: str) -> None:
    with visit(browser, site, scripts=False) as (page, _):
        page.goto(f"{HOST}{base}cari/")
        expect(page.get_by_role("link", name="Daftar A–Z")).to_be_visible()
        expect(page.get_by_text("Pencarian memerlukan JavaScript.")).to_be_visible()


UNDERSTOOD = """([question, words]) => {
    const known = kueri.lexicon({ words, weights: "1".repeat(words.split(" ").length) });
    const { concepts, corrected } = kueri.understand(question, known);
    return { ways: concepts.map(({ own, others }) => [own, ...others].map((way) => way.join(" "))), corrected };
}"""


@pytest.mark.parametrize(
    ("question", "words", "ways"),
    [
        ("apbdes suka maju", "apbdes maju suka sukamaju", [["apbdes"], ["suka maju", "sukamaju"]]),
        ("apbdes sukamaju", "apbdes maju suka", [["apbdes"], ["sukamaju", "suka maju"]]),
        ("apbdes sukamaju", "apbdes maju suka sukamaju", [["apbdes"], ["sukamaju"]]),
        ("suka maju", "apbdes maju suka", [["suka"], ["maju"]]),
    ],
)
def test_a_name_is_found_whether_it_is_written_as_one_word_or_two(
    visited: tuple[Page, list[str]], base: str, question: str, words: str, ways: list[list[str]]
) -> None:
    page, _ = visited
    page.goto(f"{HOST}{base}cari/")
    assert page.evaluate(UNDERSTOOD, [question, words]) == {"ways": ways, "corrected": False}
