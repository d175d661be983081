"""The second theme: small, whole, and proof that pages need nothing of the first."""

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from ppidgen.model.page import PAGE_TYPES, Page, Section
from ppidgen.model.shell import Shell
from ppidgen.theme import Renderer, Theme, built_in, load
from ppidgen.theme.examples import KINDS, examples_of
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
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_accessibility_checker_finds_nothing(
    scheme: str, theme: Theme, polos: Theme, shell: Shell, browser: Browser
) -> None:
    examples = tuple(one.block for one in examples_of(theme) if one.name == "biasa" and one.kind != "isian")
    shown = (Section("Contoh", "contoh", examples),)
    renderer = Renderer(polos, replace(shell, draft=True))
    files = {f"/{kind}/index.html": renderer.render(Page(f"/{kind}/", kind, "Judul", shown)) for kind in PAGE_TYPES}
    files |= {f"/{file.path}": file.content for file in renderer.assets}
    with visit(browser, files, width=320, scheme="dark" if scheme == "dark" else "light") as (page, _):
        for kind in ("naskah", "cetak", "besar"):
            page.goto(f"{HOST}/{kind}/")
            page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
            faults = Axe().run(page).response["violations"]
            assert [(fault["id"], [node["html"][:120] for node in fault["nodes"]][:2]) for fault in faults] == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), kind
