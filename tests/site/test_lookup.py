"""The look-up by receipt code in a real browser: by keyboard, with a wrong code, without a script, and offline."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.building import Site
from tests.theme.browsing import HOST, visit

pytestmark = pytest.mark.slow

CODE = "m4tr 8yqn 2cke"
ADDRESS = f"{HOST}/layanan/lacak/"


def ask(page: Page, code: str) -> None:
    """Type a code and send it, as someone without a mouse does."""
    page.get_by_label("Kode tanda terima").focus()
    page.keyboard.type(code)
    page.keyboard.press("Enter")


def test_the_holder_of_a_code_sees_state_and_days(visited: tuple[Page, list[str]]) -> None:
    page, complaints = visited
    page.goto(ADDRESS)
    ask(page, CODE)
    rows = page.locator(".lacak dl > div")
    expect(rows.first).to_have_text("KeadaanLengkap, sedang diproses")
    expect(rows.nth(1)).to_have_text("Diterima19 November 2026")
    expect(rows.last).to_have_text("Batas jawaban menurut peraturan3 Desember 2026")
    expect(page.get_by_role("status")).to_contain_text("Lengkap, sedang diproses")
    assert complaints == []


def test_a_code_that_nobody_has_is_said_to_be_unknown(visited: tuple[Page, list[str]]) -> None:
    page, _ = visited
    page.goto(ADDRESS)
    ask(page, "AAAA-BBBB-CCCC")
    expect(page.get_by_role("status")).to_contain_text("Kode ini tidak dikenal")
    expect(page.locator(".lacak dl")).to_be_hidden()


def test_without_a_code_nothing_is_asked_for(visited: tuple[Page, list[str]]) -> None:
    page, complaints = visited
    page.goto(ADDRESS)
    ask(page, "")
    expect(page.get_by_role("status")).to_have_text("Tulis kode tanda terima lebih dahulu.")
    code = page.get_by_label("Kode tanda terima")
    expect(code).to_have_attribute("aria-invalid", "true")
    assert complaints == []
    ask(page, CODE)
    expect(code).not_to_have_attribute("aria-invalid", "true")


def test_a_line_that_is_down_is_told_with_what_to_do(visited: tuple[Page, list[str]]) -> None:
    page, _ = visited
    page.goto(ADDRESS)
    page.context.set_offline(True)
    page.unroute_all(behavior="ignoreErrors")
    ask(page, CODE)
    expect(page.get_by_role("status")).to_contain_text("hubungi kami dengan menyebut kodenya")


def test_without_a_script_the_page_says_what_to_do(browser: Browser, site: Site) -> None:
    with visit(browser, site.served, scripts=False) as (page, complaints):
        page.goto(ADDRESS)
        expect(page.get_by_text("Pelacakan di laman ini memerlukan JavaScript")).to_be_visible()
        expect(page.get_by_label("Kode tanda terima")).to_be_hidden()
        assert complaints == []
