"""The second theme: small, whole, and proof that pages need nothing of the first."""

from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from ppidgen.model.pages.page import Page, Section
from ppidgen.model.pages.page_terms import PAGE_TYPES
from ppidgen.model.pages.shell import Shell
from ppidgen.theme import Renderer, Theme, built_in, load
from ppidgen.theme.examples import KINDS, examples_of
from tests.theme.accessibility import CONTRAST, FITS, faults
from tests.theme.browsing import HOST, visit

MOST_LINES = 400


@pytest.fixture(scope="module")
def polos() -> Theme:
    return load(built_in("polos"))


def test_the_second_theme_stays_small(polos: Theme) -> None:
    assert sum(content.count(b"\n") for content in polos.files.values()) < MOST_LINES


def test_it_draws_every_block_and_every_type_of_page(polos: Theme) -> None:
    assert set(KINDS) <= {path.split("/")[1] for path in polos.below("komponen/", "")}
    assert set(polos.below("halaman/", "")) >= {f"halaman/{kind}.html" for kind in PAGE_TYPES}


def test_it_draws_every_example_of_the_first_theme(theme: Theme, polos: Theme, shell: Shell) -> None:
    renderer = Renderer(polos, shell)
    for example in examples_of(theme):
        html = renderer.render(Page("/x/", "naskah", "Judul", (example.block,))).decode()
        assert "<script>alert" not in html, example
        assert 'href="javascript' not in html, example


@pytest.mark.slow
def test_the_accessibility_checker_finds_nothing(theme: Theme, polos: Theme, shell: Shell, browser: Browser) -> None:
    examples = tuple(one.block for one in examples_of(theme) if one.name == "biasa" and one.kind != "isian")
    shown = (Section("Contoh", "contoh", examples),)
    renderer = Renderer(polos, replace(shell, draft=True))
    files = {f"/{kind}/index.html": renderer.render(Page(f"/{kind}/", kind, "Judul", shown)) for kind in PAGE_TYPES}
    files |= {f"/{file.path}": file.content for file in renderer.assets}
    with visit(browser, files, width=320) as (page, _):
        for kind in ("naskah", "cetak", "besar"):
            page.goto(f"{HOST}/{kind}/")
            page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
            assert page.evaluate(FITS), kind
            assert faults(page) == []
            page.emulate_media(color_scheme="dark")
            assert faults(page, CONTRAST) == []
            page.emulate_media(color_scheme="light")
