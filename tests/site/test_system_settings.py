"""A page of each main kind before a reader whose system forces its colours on pages, or asks them to keep still."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.kinds import SEARCH
from tests.theme.browsing import HOST
from tests.theme.system_settings import moving, unbounded, undrawn, unfocused, unmarked

pytestmark = pytest.mark.slow

MAIN = (
    "/", "/dip/", "/dip/laman/2/", "/dik/", "/informasi/bpkad/lkpd-2024/", "/pengumuman/cuaca-ekstrem-2026/",
    "/statistik/", "/kelengkapan/", "/aksesibilitas/", "/layanan/permohonan/", "/layanan/permohonan/ajukan/",
    "/layanan/kalkulator/", "/layanan/formulir/formulir-permohonan/", SEARCH, "/en/",
)  # fmt: skip


def test_in_forced_colours_nothing_is_lost_the_focus_is_seen_and_nothing_moves(
    visited: tuple[Page, list[str]],
) -> None:
    page, complaints = visited
    page.emulate_media(forced_colors="active")
    found = {}
    for address in MAIN:
        page.goto(f"{HOST}{address}")
        if address == SEARCH:
            expect(page.locator(".cari-hasil li").first).to_be_visible()
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        for test in (unbounded, unmarked, undrawn, moving, unfocused):
            found[f"{address} {test.__name__}"] = test(page)
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert complaints == []
