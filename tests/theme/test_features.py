"""What a theme says that its pages can do, against what a browser finds they can."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from ppidgen.diagnostics import MachineFault
from ppidgen.model.pages.page import Link, Page, SearchApp, Section, Text
from ppidgen.model.pages.shell import Shell
from ppidgen.model.rubrics.check import OF_THEMES, Feature
from ppidgen.theme import Renderer, Theme, built_in, load
from ppidgen.theme.load import features_of, theme_of
from tests.theme.accessibility import faults
from tests.theme.browsing import HOST, visit

THEMES = ("baku", "polos")
WORDS = "Isi yang harus terbaca"
ADDRESS = "/naskah/"
SEARCH = "/cari/"


def fits(tab: Tab) -> bool:
    return bool(tab.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def is_mobile(tab: Tab) -> bool:
    return fits(tab) and tab.evaluate("innerWidth") == 320


def works_with_keys(tab: Tab) -> bool:
    """Press Tab until the page ends: every link and button is reached, each visibly."""
    wanted = int(
        tab.evaluate(
            "[...document.querySelectorAll('a[href], button, summary, input')].filter(e => e.checkVisibility()).length"
        )
    )
    reached = set()
    for place in range(wanted):
        tab.keyboard.press("Tab")
        seen = tab.evaluate(
            "(e => { e.dataset.mark ??= String(Math.random()); const s = getComputedStyle(e); "
            "return [e.dataset.mark, s.outlineStyle !== 'none' || s.boxShadow !== 'none'] })(document.activeElement)"
        )
        if not seen[1]:
            return False
        reached.add(seen[0])
        assert place < 200
    return len(reached) == wanted


def skips(tab: Tab) -> bool:
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    return bool(tab.evaluate("document.querySelector('main')?.matches(':target, :has(:target)') ?? false"))


def can_be_read(tab: Tab) -> bool:
    return not faults(tab, {"runOnly": ["color-contrast"]})


def grows(tab: Tab) -> bool:
    """Double the reader's own size of letters, as a browser's setting does: the text grows and still fits."""
    size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    before = float(tab.evaluate(size))
    tab.evaluate("document.documentElement.style.setProperty('font-size', '200%', 'important')")
    return float(tab.evaluate(size)) >= 1.9 * before and fits(tab)


def names_its_language(tab: Tab) -> bool:
    return bool(tab.evaluate("document.documentElement.lang") == "id")


def is_whole(tab: Tab) -> bool:
    return WORDS in tab.inner_text("main") and tab.locator("nav a, summary").count() > 0


def searches(tab: Tab) -> bool:
    tab.goto(f"{HOST}{SEARCH}")
    return tab.locator("input[type=search]").first.is_visible()


PROBES: Mapping[Feature, Callable[[Tab], bool]] = {
    Feature.MOBILE: is_mobile,
    Feature.KEYBOARD: works_with_keys,
    Feature.SKIP_LINK: skips,
    Feature.CONTRAST: can_be_read,
    Feature.TEXT_SIZE: grows,
    Feature.LANGUAGE: names_its_language,
    Feature.NO_SCRIPT: is_whole,
    Feature.SEARCH: searches,
}


def pages(theme: Theme, shell: Shell) -> dict[str, bytes]:
    renderer = Renderer(theme, shell)
    blocks = (Section("Bagian", "bagian", (Text(WORDS),)),)
    search = SearchApp((("unit", "Unit"),), (Link("A–Z", "/a-z/"),))
    made = {
        ADDRESS: renderer.render(Page(ADDRESS, "naskah", "Judul", blocks)),
        SEARCH: renderer.render(Page(SEARCH, "cari", "Cari", (search,))),
    }
    return {f"{address}index.html": html for address, html in made.items()} | {
        f"/{file.path}": file.content for file in renderer.assets
    }


def test_every_feature_that_a_theme_may_claim_can_be_looked_for() -> None:
    assert PROBES.keys() == OF_THEMES


@pytest.mark.slow
@pytest.mark.parametrize("name", THEMES)
def test_a_theme_says_of_itself_what_a_browser_finds(name: str, shell: Shell, browser: Browser) -> None:
    theme = load(built_in(name))
    files = pages(theme, replace(shell, alerts=()))
    found = set()
    for feature, probe in PROBES.items():
        width = 320 if feature is Feature.MOBILE else 1280
        with visit(browser, files, width=width, scripts=feature is not Feature.NO_SCRIPT) as (tab, _):
            tab.goto(f"{HOST}{ADDRESS}")
            if probe(tab):
                found.add(feature)
    assert theme.features == found


@pytest.mark.slow
def test_a_page_that_cannot_do_a_thing_is_found_out(browser: Browser) -> None:
    poor = b"<!doctype html><title>x</title><main><p style='font-size:12px;color:#bbb;width:900px'>abu</p></main>"
    bare = b"<a href=#x>x</a><style>a:focus{outline:none}</style>"
    files = {f"{ADDRESS}index.html": poor + bare, f"{SEARCH}index.html": poor}
    with visit(browser, files, width=320) as (tab, _):
        for feature, probe in PROBES.items():
            tab.goto(f"{HOST}{ADDRESS}")
            assert not probe(tab), feature


def test_a_theme_that_names_none_has_none_and_one_that_claims_what_no_theme_can_is_refused() -> None:
    files = dict(load(built_in("polos")).files)
    settings = files["theme.yaml"].decode()
    line = next(one for one in settings.splitlines() if one.startswith("features:"))
    assert theme_of(files | {"theme.yaml": settings.replace(line, "").encode()}).features == frozenset()
    for claimed in ("[statistik]", "[apa-saja]", "7"):
        with pytest.raises(MachineFault):
            theme_of(files | {"theme.yaml": settings.replace(line, f"features: {claimed}").encode()})


@pytest.mark.parametrize("name", THEMES)
def test_the_features_are_read_without_the_rest_of_the_theme(name: str) -> None:
    assert features_of(built_in(name)) == load(built_in(name)).features
