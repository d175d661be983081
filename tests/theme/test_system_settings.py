"""Every component before a reader whose system forces its colours on pages, or asks them to keep still."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from ppidgen.model.pages.shell import Shell
from ppidgen.theme import Renderer, Theme
from ppidgen.theme.gallery import gallery
from tests.theme.browsing import HOST, visit
from tests.theme.system_settings import moving, unbounded, undrawn, unfocused, unmarked

pytestmark = pytest.mark.slow

POOR = """<!doctype html><title>x</title>
<style>:focus { outline: 0 } input, button { border: 0; background: #00f } a { transition: color 1s }
a[aria-current] { background: #00f } @media (forced-colors: active) { rect { fill: Canvas } }</style>
<a href="/" aria-current="page">x</a><input><button>x</button>
<figure><svg><rect width="9" height="9"/></svg></figure>"""


@pytest.fixture
def shown(theme: Theme, shell: Shell, browser: Browser) -> Iterator[Page]:
    renderer = Renderer(theme, shell)
    files = {f"/{file.path}": file.content for file in renderer.assets}
    files |= {"/index.html": renderer.render(gallery(theme)), "/buruk/index.html": POOR.encode()}
    with visit(browser, files) as (page, _):
        page.goto(f"{HOST}/")
        yield page


def test_in_forced_colours_nothing_of_a_component_is_lost_and_the_focus_is_seen(shown: Page) -> None:
    shown.emulate_media(forced_colors="active")
    found = {test.__name__: test(shown) for test in (unbounded, unmarked, undrawn, unfocused)}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_nothing_moves_for_a_reader_who_asks_for_rest_and_something_does_for_others(shown: Page) -> None:
    assert moving(shown) == []
    shown.emulate_media(reduced_motion="no-preference")
    assert moving(shown)


def test_a_page_that_loses_things_or_moves_is_found_out(shown: Page) -> None:
    shown.goto(f"{HOST}/buruk/")
    shown.emulate_media(forced_colors="active")
    assert [len(test(shown)) for test in (unbounded, unmarked, undrawn, unfocused, moving)] == [2, 1, 1, 3, 1]
