"""The search bundle in the program that makes it and in a real browser."""

import functools
import http.server
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from ppidgen.diagnostics import MachineFault
from ppidgen.publish import joining, pagefind, portioning
from ppidgen.publish.index_files import opened
from ppidgen.publish.search_record import SearchRecord, message, no_text
from tests.publish.indexing import files_of, index_of

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
        )
        for number in range(count)
    ]


@pytest.fixture
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut so small a register as these into many portions."""
    monkeypatch.setattr(portioning, "_LEAST", 3)
    monkeypatch.setattr(portioning, "_ONE_IN", 4)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("situs")
    for path, content in files_of(index_of(records(), tmp_path_factory.mktemp("simpanan"))).items():
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
    indexes = [files_of(index_of(records(), tmp_path / str(run))) for run in range(6)]
    assert len(indexes[0]) > 60
    assert all(index == indexes[0] for index in indexes)


def test_the_program_alone_does_not_repeat_itself() -> None:
    """When this fails, the program has learnt to repeat its bytes and filters need not be put in order."""
    messages = [message(record, no_text).said for record in records(20)]
    program = pagefind.binary()
    runs = [frozenset(pagefind.index(program, messages, "id", 60.0).items()) for _ in range(8)]
    assert len(set(runs)) > 1


def test_the_order_of_records_changes_nothing(tmp_path: Path) -> None:
    forth = files_of(index_of(records(), tmp_path / "a"))
    back = files_of(index_of(reversed(records()), tmp_path / "b"))
    assert forth == back


def test_however_records_are_shared_out_the_index_is_the_same(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    texts = {9: " résumé kafé naïve", 30: " naïve resume", 31: " kafé kafe"}
    mixed = [replace(one, text=one.text + texts.get(at, "")) for at, one in enumerate(records())]
    whole = files_of(index_of(mixed, tmp_path / "satu"))
    request.getfixturevalue("small_portions")
    shared = index_of(mixed, tmp_path / "banyak")
    assert files_of(shared) == whole
    assert len({kept.place for kept, _ in shared.places.values()}) > 5


@pytest.mark.usefixtures("small_portions")
def test_a_warning_more_changes_the_files_of_its_own_words_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(joining, "_MOST", 1)  # a file for each word
    warnings = [SearchRecord(f"/awas/{name}/", name, name) for name in ("banjir", "gempa")]
    known, more = (
        files_of(index_of([*records(), *those], tmp_path, apart="/awas/")) for those in (warnings[:1], warnings)
    )
    new = [path for path in more.keys() - known.keys() if path.startswith("index/")]
    assert [path for path in new if b"gempa" not in opened(more[path])] == []


@pytest.mark.usefixtures("small_portions")
def test_only_the_portion_of_a_changed_record_is_indexed_again(tmp_path: Path) -> None:
    def written() -> dict[str, int]:
        return {file.name: file.stat().st_mtime_ns for file in (tmp_path / "search/id").iterdir()}

    index_of(records(), tmp_path)
    before = written()
    index_of(records(), tmp_path)
    assert written() == before
    index_of([replace(one, text="lain") if at == 30 else one for at, one in enumerate(records())], tmp_path)
    changed = {name.partition("-")[0] for name, when in written().items() if before.get(name) != when}
    assert changed == {"portion", "whole"}
    assert len(written()) == len(before)
    assert len(written().items() - before.items()) == 2


@pytest.mark.usefixtures("small_portions")
def test_whatever_of_the_memory_is_cut_off_is_made_again(tmp_path: Path) -> None:
    good = files_of(index_of(records(), tmp_path))
    for file in sorted((tmp_path / "search/id").iterdir()):
        file.write_bytes(file.read_bytes()[:-1])
        assert files_of(index_of(records(), tmp_path)) == good


def test_a_memory_altered_inside_is_made_again(tmp_path: Path) -> None:
    good = files_of(index_of(records(), tmp_path))
    for kept in sorted((tmp_path / "search/id").iterdir()):
        altered = bytearray(kept.read_bytes())
        altered[-1] ^= 1
        kept.write_bytes(altered)
        assert files_of(index_of(records(), tmp_path)) == good


def test_a_folder_that_keeps_nothing_changes_no_index(tmp_path: Path) -> None:
    good = files_of(index_of(records(), tmp_path / "ordinary"))
    (tmp_path / "taken").write_text("not a folder", encoding="utf-8")
    assert files_of(index_of(records(), tmp_path / "taken")) == good


def test_what_another_run_clears_away_is_still_there_for_this_one(tmp_path: Path) -> None:
    index = index_of(records(), tmp_path)
    index_of(records(3), tmp_path)
    assert files_of(index) == files_of(index_of(records(), tmp_path))


def test_no_records_make_no_index(tmp_path: Path) -> None:
    assert files_of(index_of([], tmp_path)) == {}


def test_a_record_without_a_single_word_is_found_nowhere_and_harms_nothing(tmp_path: Path) -> None:
    index = files_of(index_of([SearchRecord("/a/", "--", "--"), *records(3)], tmp_path))
    assert sum(path.startswith("fragment/") for path in index) == 3


def test_only_what_a_search_needs_is_published(tmp_path: Path) -> None:
    plain = {path for path in files_of(index_of(records(3), tmp_path)) if "/" not in path}
    kinds = {path.rpartition(".")[2] for path in plain}
    assert kinds == {"js", "json", "pagefind", "pf_meta"}
    assert not [path for path in plain if "ui" in path]


def test_an_indexer_that_dies_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    with pytest.raises(MachineFault, match="MSN011"):
        pagefind.index(str(broken), [message(record, no_text).said for record in records(2000)], "id", 30.0)


def test_an_indexer_that_hangs_is_ended(tmp_path: Path) -> None:
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\nexec /bin/sleep 60\n", encoding="utf-8")
    broken.chmod(0o755)
    with pytest.raises(MachineFault, match="MSN011"):
        pagefind.index(str(broken), [message(record, no_text).said for record in records(2000)], "id", 0.3)


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
