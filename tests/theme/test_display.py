"""How the reader wants the portal shown: set at once, remembered on the device, and only there."""

from itertools import combinations

import pytest
from playwright.sync_api import Browser, FloatRect

from ppidgen.model.pages.edition import Counterpart
from ppidgen.model.pages.page import Page
from ppidgen.model.pages.questions import Preferences, Question
from ppidgen.model.pages.shell import Shell
from ppidgen.theme import Renderer, Theme
from tests.theme.browsing import HOST, visit

pytestmark = pytest.mark.slow

SETTINGS = Preferences((
    Question("huruf", "Ukuran huruf", "radio", options=(("", "Biasa"), ("besar", "Besar"))),
    Question("rupa", "Rupa huruf", "radio", options=(("", "Atkinson"), ("disleksia", "OpenDyslexic"))),
))  # fmt: skip


def site(theme: Theme, shell: Shell) -> dict[str, bytes]:
    renderer = Renderer(theme, shell)
    html = renderer.render(Page("/", "naskah", "Aksesibilitas", (SETTINGS,)))
    other = renderer.render(Page("/lain/", "naskah", "Lain", ()))
    return {"/index.html": html, "/lain/index.html": other} | {
        f"/{file.path}": file.content for file in renderer.assets
    }


def size(page: object) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))  # type: ignore[attr-defined]  # a page


def test_a_choice_holds_on_every_page_and_can_be_taken_back(theme: Theme, shell: Shell, browser: Browser) -> None:
    with visit(browser, site(theme, shell)) as (page, complaints):
        page.goto(f"{HOST}/")
        before = size(page)
        page.get_by_label("Besar", exact=True).check()
        assert size(page) == pytest.approx(before * 1.2)
        page.goto(f"{HOST}/lain/")
        assert size(page) == pytest.approx(before * 1.2)
        page.goto(f"{HOST}/")
        assert page.get_by_label("Besar", exact=True).is_checked()
        page.get_by_role("button", name="Kembalikan tampilan bawaan").click()
        page.wait_for_function("!document.documentElement.dataset.huruf")
        assert size(page) == pytest.approx(before)
        assert complaints == []


def test_the_font_for_dyslexic_readers_is_loaded_only_when_chosen(theme: Theme, shell: Shell, browser: Browser) -> None:
    asked: list[str] = []
    with visit(browser, site(theme, shell)) as (page, _):
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{HOST}/")
        assert not any("opendyslexic" in url for url in asked)
        with page.expect_request(lambda request: "opendyslexic" in request.url):
            page.get_by_label("OpenDyslexic").check()


def test_without_a_script_the_reader_is_told_of_the_browsers_own_means(
    theme: Theme, shell: Shell, browser: Browser
) -> None:
    with visit(browser, site(theme, shell), scripts=False) as (page, _):
        page.goto(f"{HOST}/")
        assert page.locator("form[name=tampilan]").is_hidden()
        assert page.get_by_text("Tanpa JavaScript, gunakan pengaturan peramban").is_visible()


def test_reading_aloud_is_not_offered_where_no_indonesian_voice_is(
    theme: Theme, shell: Shell, browser: Browser
) -> None:
    with visit(browser, site(theme, shell)) as (page, _):
        page.goto(f"{HOST}/")
        page.wait_for_load_state()
        assert page.locator(".bacakan").is_hidden()


HEAD = (".merek", ".bahasa a", ".kepala-tampilan", ".cari-ringkas button", ".menu-tombol")


def test_in_the_largest_letters_on_a_telephone_nothing_in_the_head_lies_on_another(
    theme: Theme, shell: Shell, browser: Browser
) -> None:
    of_three = tuple(Counterpart(code, code, "", f"/{code}/", "Beranda") for code in ("id", "English", "Jawa"))
    html = Renderer(theme, shell).render(Page("/", "daftar", "Daftar", (), counterparts=of_three))
    with visit(browser, site(theme, shell) | {"/index.html": html}, width=360) as (page, _):
        page.goto(f"{HOST}/")
        for size_of_letters in ("100%", "150%", "200%"):
            page.evaluate(f"document.documentElement.style.setProperty('font-size', '{size_of_letters}', 'important')")
            boxes = [one.bounding_box() for each in HEAD for one in page.locator(each).all() if one.is_visible()]
            assert len(boxes) >= len(HEAD)
            for one, other in combinations(filter(None, boxes), 2):
                assert not overlap(one, other), (size_of_letters, one, other)


def overlap(one: FloatRect, other: FloatRect) -> bool:
    """Say whether two boxes share more than an edge."""
    wide = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    high = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return min(wide, high) > 1
