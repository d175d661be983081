"""Pages that were visited, and search, when the network is gone."""

import functools
import http.server
import threading

import pytest
from playwright.sync_api import Browser, expect

from tests.site.building import Site

pytestmark = pytest.mark.slow


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A static server that tells nothing."""

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


def test_without_a_network_visited_pages_and_search_are_still_there(site: Site, browser: Browser) -> None:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site.folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_port}"
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{home}/")
    page.evaluate("navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.goto(f"{home}/layanan/permohonan/")
    page.goto(f"{home}/cari/?q=laporan")
    expect(page.locator(".cari-hasil li").first).to_be_visible()
    server.shutdown()
    server.server_close()
    page.goto(f"{home}/layanan/permohonan/")
    expect(page.locator("h1")).to_have_text("Permohonan informasi")
    page.goto(f"{home}/cari/?q=laporan")
    expect(page.locator(".cari-hasil li").first).to_be_visible()
    page.goto(f"{home}/profil/")
    expect(page.locator("h1")).to_have_text("Laman tidak ditemukan")
    context.close()
