"""Pages that were visited, and search, when the network is gone; what was withdrawn or is old is not kept for ever."""

import functools
import http.server
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import formatdate
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ppidgen.source.package_data import read_bytes
from tests.site.building import Site

pytestmark = pytest.mark.slow

DAY = 24 * 60 * 60


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A static server that tells nothing; `age` seconds ago is the day it writes on every answer."""

    age = 0

    def log_message(self, *_words: object) -> None:
        """Say nothing."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Give the day of an answer, or of a file."""
        return formatdate(time.time() - self.age if timestamp is None else timestamp, usegmt=True)


@contextmanager
def online(folder: Path, port: int = 0, age: int = 0) -> Iterator[str]:
    """Serve a folder; yields its address, which is gone afterwards."""
    handler = type("Aged", (Quiet,), {"age": age})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def kept_by_worker(page: Page, home: str) -> None:
    page.goto(f"{home}/")
    page.evaluate("navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")


def kept(page: Page) -> list[str]:
    """List the paths that the worker holds, with what was asked of them."""
    found: list[str] = page.evaluate(
        "caches.open('ppid-1').then((store) => store.keys()).then((all) => all.map((one) => {"
        " const { pathname, search } = new URL(one.url); return pathname + search; }))"
    )
    return found


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Give a site of a few pages; one lies in a folder named as that of the theme's files."""
    pages = {"": "Beranda", "cari/": "Cari", "informasi/bpkad/aset/": "Daftar aset", "informasi/bpkad/utang/": "Utang"}
    for path, heading in pages.items():
        (tmp_path / path).mkdir(parents=True, exist_ok=True)
        (tmp_path / path / "index.html").write_text(f"<h1>{heading}</h1>", encoding="utf-8")
    (tmp_path / "404.html").write_text("<h1>Laman tidak ditemukan</h1>", encoding="utf-8")
    (tmp_path / "cari" / "kamus.json").write_text("{}", encoding="utf-8")
    (tmp_path / "layanan/lacak/keadaan").mkdir(parents=True)
    (tmp_path / "layanan/lacak/keadaan/a1.json").write_text("{}", encoding="utf-8")
    (tmp_path / "sw.js").write_bytes(read_bytes("pekerja/sw.js"))
    return tmp_path


def test_a_page_that_is_gone_is_gone_without_a_network_too(small: Path, browser: Browser) -> None:
    page = browser.new_page()
    with online(small) as home:
        kept_by_worker(page, home)
        for path in ("aset", "utang"):
            page.goto(f"{home}/informasi/bpkad/{path}/")
        (small / "informasi/bpkad/aset/index.html").unlink()
        (small / "informasi/bpkad/aset").rmdir()
        page.goto(f"{home}/informasi/bpkad/aset/")
        assert "Daftar aset" not in page.content()
    page.goto(f"{home}/informasi/bpkad/utang/")
    expect(page.locator("h1")).to_have_text("Utang")
    page.goto(f"{home}/informasi/bpkad/aset/")
    expect(page.locator("h1")).to_have_text("Laman tidak ditemukan")
    page.close()


def test_what_was_searched_for_and_the_state_of_a_case_are_not_kept(small: Path, browser: Browser) -> None:
    page = browser.new_page()
    with online(small) as home:
        kept_by_worker(page, home)
        page.goto(f"{home}/cari/?q=rahasia")
        page.evaluate("fetch('/layanan/lacak/keadaan/a1.json').then((answer) => answer.text())")
        page.goto(f"{home}/informasi/bpkad/utang/")
        page.wait_for_function("caches.match('/informasi/bpkad/utang/').then((found) => found !== undefined)")
    assert set(kept(page)) == {"/", "/404.html", "/cari/", "/cari/kamus.json", "/informasi/bpkad/utang/"}
    page.close()


def visited_last_month(page: Page, folder: Path) -> int:
    """Visit a page on a day a month ago; give the port of the server, which is gone."""
    with online(folder, age=31 * DAY) as home:
        kept_by_worker(page, home)
        page.goto(f"{home}/informasi/bpkad/utang/")
        page.wait_for_function("caches.match('/informasi/bpkad/utang/').then((found) => found !== undefined)")
        # A clock that finds the answer of this moment old proves nothing; all stays, and nothing is fetched again.
        assert len(kept(page)) == 5
    return int(home.rpartition(":")[2])


def test_a_page_of_last_month_is_not_shown_as_if_it_still_held(small: Path, browser: Browser) -> None:
    page = browser.new_page()
    port = visited_last_month(page, small)
    with online(small, port=port) as home:
        page.goto(f"{home}/informasi/bpkad/aset/")
        page.wait_for_function("caches.match('/informasi/bpkad/utang/').then((found) => found === undefined)")
    page.goto(f"{home}/informasi/bpkad/aset/")
    expect(page.locator("h1")).to_have_text("Daftar aset")
    page.goto(f"{home}/informasi/bpkad/utang/")
    expect(page.locator("h1")).to_have_text("Laman tidak ditemukan")
    page.close()


def test_a_network_that_goes_while_old_pages_are_renewed_takes_none_of_them_away(small: Path, browser: Browser) -> None:
    page = browser.new_page()
    port = visited_last_month(page, small)
    for gone in ("404.html", "cari/kamus.json"):
        (small / gone).unlink()
    with online(small, port=port) as home:
        page.goto(f"{home}/informasi/bpkad/aset/")
        page.wait_for_function("caches.match('/informasi/bpkad/utang/').then((found) => found === undefined)")
    page.goto(f"{home}/informasi/bpkad/utang/")
    expect(page.locator("h1")).to_have_text("Laman tidak ditemukan")
    page.close()


def test_without_a_network_visited_pages_and_search_are_still_there(site: Site, browser: Browser) -> None:
    page = browser.new_page()
    with online(site.folder) as home:
        kept_by_worker(page, home)
        page.goto(f"{home}/layanan/permohonan/")
        expect(page.locator(".luring")).to_have_count(0)
        page.goto(f"{home}/cari/?q=laporan")
        expect(page.locator(".cari-hasil li").first).to_be_visible()
    page.goto(f"{home}/layanan/permohonan/")
    expect(page.locator("h1")).to_have_text("Permohonan informasi")
    expect(page.locator(".luring")).to_contain_text("Laman ini diambil pada")
    expect(page.locator(".luring")).to_contain_text(str(datetime.now(UTC).year))
    page.goto(f"{home}/cari/?q=laporan")
    expect(page.locator(".cari-hasil li").first).to_be_visible()
    page.goto(f"{home}/profil/")
    expect(page.locator("h1")).to_have_text("Tidak ada sambungan internet")
    expect(page.locator(".pembuka")).to_contain_text("belum tersimpan di peramban Anda")
    page.close()
