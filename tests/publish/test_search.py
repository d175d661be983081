"""The search bundle in the program that makes it and in a real browser."""

import functools
import http.server
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from ppidgen.diagnostics import MachineFault
from ppidgen.publish import pagefind
from ppidgen.publish.archive import Archive
from ppidgen.publish.search import SearchRecord, search_bundle

pytestmark = pytest.mark.slow

CATEGORIES = ("berkala", "serta-merta", "setiap-saat")
WORDS = ("anggaran pendapatan belanja", "pengajuan keberatan atas layanan", "daftar aset tanah dan gedung")


def records(count: int = 60) -> list[SearchRecord]:
    return [
        SearchRecord(
            url=f"/informasi/unit-{number % 7}/dokumen-{number:03d}/",
            title=f"Dokumen {number} <b>tentang</b> laporan",
            text=f"{WORDS[number % 3]} nomor {number}",
            summary=f"Ringkasan ke-{number}",
            filters={
                "kategori": (CATEGORIES[number % 3],),
                "unit": (f"Unit {number % 7}",),
                "bentuk": ("cetak", "elektronik", "daring")[: number % 3 + 1],
            },
            synonyms=("dpa", "pergeseran") if number == 5 else (),
            date=f"2024-01-{number % 28 + 1:02d}",
        )
        for number in range(count)
    ]


def contents(bundle: Archive) -> dict[str, bytes]:
    return {path: bundle.read(path) for path in bundle.listed}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("situs")
    bundle = search_bundle(records(), str(tmp_path_factory.mktemp("simpanan")))
    for path, content in contents(bundle).items():
        (root / "pagefind" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "pagefind" / path).write_bytes(content)
    (root / "index.html").write_text('<!doctype html><html lang="id"><title>cari</title>', encoding="utf-8")
    handler = functools.partial(Quiet, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the name is the base class's
        pass


@pytest.fixture(scope="module")
def page(site: str, browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(site)
    yield page
    page.close()


def found(page: Page, query: str | None, **options: object) -> list[str]:
    script = """async ([query, options]) => {
        const pagefind = await import('/pagefind/pagefind.js');
        const search = await pagefind.search(query, options);
        const pages = await Promise.all(search.results.map(result => result.data()));
        return pages.map(page => page.url);
    }"""
    urls: list[str] = page.evaluate(script, [query, options])
    return sorted(urls)


def expected(asked: Mapping[str, str] | None = None) -> list[str]:
    return sorted(
        record.url
        for record in records()
        if all(value in record.filters[name] for name, value in (asked or {}).items())
    )


def test_six_runs_with_many_valued_filters_give_the_same_bytes(tmp_path: Path) -> None:
    bundles = [contents(search_bundle(records(), str(tmp_path / str(run)))) for run in range(6)]
    assert len(bundles[0]) > 60
    assert all(bundle == bundles[0] for bundle in bundles)


def test_the_program_alone_does_not_repeat_itself() -> None:
    """When this fails, the program has learnt to repeat its bytes and `bundle` may go."""
    messages = [record.message() for record in records(20)]
    program = pagefind.binary()
    runs = [frozenset(pagefind.index(program, messages, "id", 60.0).items()) for _ in range(8)]
    assert len(set(runs)) > 1


def test_the_order_of_records_changes_nothing(tmp_path: Path) -> None:
    forth = contents(search_bundle(records(), str(tmp_path / "a")))
    back = contents(search_bundle(reversed(records()), str(tmp_path / "b")))
    assert forth == back


def test_an_unchanged_set_of_records_is_not_indexed_again(tmp_path: Path) -> None:
    first = search_bundle(records(), str(tmp_path))
    written = Path(first.place).stat().st_mtime_ns
    assert search_bundle(records(), str(tmp_path)) == first
    assert Path(first.place).stat().st_mtime_ns == written
    search_bundle(records(59), str(tmp_path))
    assert len(list(tmp_path.iterdir())) == 1


def test_a_damaged_bundle_is_made_again(tmp_path: Path) -> None:
    first = search_bundle(records(), str(tmp_path))
    good = contents(first)
    Path(first.place).write_bytes(Path(first.place).read_bytes()[:-1])
    assert contents(search_bundle(records(), str(tmp_path))) == good


def test_a_bundle_altered_inside_is_told_and_thrown_away(tmp_path: Path) -> None:
    first = search_bundle(records(), str(tmp_path))
    altered = bytearray(Path(first.place).read_bytes())
    altered[-1] ^= 1
    Path(first.place).write_bytes(altered)
    with pytest.raises(MachineFault, match="MSN015"):
        contents(search_bundle(records(), str(tmp_path)))
    assert not Path(first.place).exists()


def test_no_records_make_no_bundle(tmp_path: Path) -> None:
    assert search_bundle([], str(tmp_path)).listed == {}


def test_the_interface_of_the_program_comes_only_when_asked_for(tmp_path: Path) -> None:
    plain = search_bundle(records(3), str(tmp_path / "a"))
    dressed = search_bundle(records(3), str(tmp_path / "b"), looks=frozenset({"pagefind-component-ui.js"}))
    assert set(dressed.listed) - set(plain.listed) == {"pagefind-component-ui.js"}


def test_an_indexer_that_dies_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    with pytest.raises(MachineFault, match="MSN011"):
        pagefind.index(str(broken), [record.message() for record in records(2000)], "id", 30.0)


def test_an_indexer_that_hangs_is_ended(tmp_path: Path) -> None:
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\nexec /bin/sleep 60\n", encoding="utf-8")
    broken.chmod(0o755)
    with pytest.raises(MachineFault, match="MSN011"):
        pagefind.index(str(broken), [record.message() for record in records(2000)], "id", 0.3)


def test_an_indexer_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    with pytest.raises(MachineFault, match="MSN010"):
        pagefind.index(str(tmp_path / "tidak-ada"), [], "id", 1.0)
    with pytest.raises(MachineFault, match="MSN010"):
        pagefind.version(str(tmp_path / "tidak-ada"))


def test_the_browser_finds_words_in_all_their_forms(page: Page) -> None:
    thirds = [record.url for record in records() if "keberatan" in record.text]
    assert found(page, "keberatan") == sorted(thirds)
    assert found(page, "diajukan") == sorted(thirds)


def test_the_browser_finds_titles_summaries_and_synonyms(page: Page) -> None:
    assert found(page, "pergeseran") == ["/informasi/unit-5/dokumen-005/"]
    assert found(page, "laporan") == expected()


@pytest.mark.parametrize(
    "asked",
    [
        {"kategori": "berkala"},
        {"kategori": "serta-merta"},
        {"kategori": "setiap-saat"},
        {"unit": "Unit 3"},
        {"bentuk": "daring"},
        {"kategori": "setiap-saat", "unit": "Unit 2", "bentuk": "elektronik"},
    ],
)
def test_the_browser_filters_by_every_value(page: Page, asked: dict[str, str]) -> None:
    assert found(page, None, filters=asked) == expected(asked) != []


def test_the_browser_counts_what_each_filter_holds(page: Page) -> None:
    counts = page.evaluate("async () => (await import('/pagefind/pagefind.js')).filters()")
    assert counts["kategori"] == {"berkala": 20, "serta-merta": 20, "setiap-saat": 20}
    assert counts["bentuk"] == {"cetak": 60, "elektronik": 40, "daring": 20}


def test_the_browser_sorts_by_date(page: Page) -> None:
    script = """async () => {
        const pagefind = await import('/pagefind/pagefind.js');
        const search = await pagefind.search(null, {sort: {date: 'desc'}});
        return (await search.results[0].data()).url;
    }"""
    assert page.evaluate(script).endswith(("dokumen-027/", "dokumen-055/"))
