"""What a screen reader is given: landmarks, headings and controls with their names, in the order of reading.

The trees that are expected lie in `trees/`, one for each kind of page, to be read by whoever reviews a change.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.site.building import Site
from tests.theme.browsing import HOST, visit

pytestmark = pytest.mark.slow

TREES = Path(__file__).with_name("trees")
PAGES = {
    "home": "/",
    "list": "/dip/berkala/",
    "entry": "/informasi/bpkad/lkpd-2024/",
    "request": "/layanan/permohonan/ajukan/",
    "search": "/cari/",
}
LANDMARKS = frozenset("banner navigation main contentinfo search region complementary form".split())
CONTROLS = frozenset(
    "button textbox searchbox checkbox radio combobox DisclosureTriangle DisclosureTriangleGrouped".split()
)
DEEPEST_HEADING = 2
NAMELESS_BY_RIGHT = frozenset("banner main contentinfo".split())


def outline(nodes: list[Mapping[str, Any]]) -> Iterator[str]:
    """Give landmarks, headings of the first two levels and controls, each indented below the landmark it stands in."""
    by_id = {node["nodeId"]: node for node in nodes}

    def walk(node: Mapping[str, Any], depth: int) -> Iterator[str]:
        role, name = node.get("role", {}).get("value", ""), node.get("name", {}).get("value", "").strip()
        ignored = node.get("ignored", False)
        level = next((one["value"]["value"] for one in node.get("properties", ()) if one["name"] == "level"), 0)
        shown = role in LANDMARKS | CONTROLS or (role == "heading" and level <= DEEPEST_HEADING)
        if shown and not ignored:
            yield f"{'  ' * depth}{role}{level or ''} {name}".rstrip()
        inside = depth + (role in LANDMARKS and not ignored)
        for child in node.get("childIds", ()):
            if child in by_id:
                yield from walk(by_id[child], inside)

    yield from walk(nodes[0], 0)


@pytest.fixture(scope="module")
def trees(browser: Browser, site: Site) -> Mapping[str, list[str]]:
    """Read the accessibility tree of each kind of page in one window."""
    found = {}
    with visit(browser, site.served) as (page, _):
        for name, address in PAGES.items():
            page.goto(f"{HOST}{address}")
            session = page.context.new_cdp_session(page)
            found[name] = list(outline(session.send("Accessibility.getFullAXTree")["nodes"]))
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_screen_reader_is_given_the_tree_that_was_reviewed(name: str, trees: Mapping[str, list[str]]) -> None:
    assert trees[name] == (TREES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", PAGES)
def test_every_control_and_every_repeated_landmark_has_a_name(name: str, trees: Mapping[str, list[str]]) -> None:
    nameless = [line for line in trees[name] if " " not in line.strip() and line.strip() not in NAMELESS_BY_RIGHT]
    assert nameless == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", ["/layanan/sop/", "/profil/pimpinan/"])
def test_the_name_of_a_column_is_read_once_with_each_cell(
    address: str, width: int, visited: tuple[Page, list[str]]
) -> None:
    page, _ = visited
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{HOST}{address}")
    table = page.get_by_role("table").first
    names = [cell.get_attribute("data-kolom") or "" for cell in table.locator("tbody tr").first.locator("td").all()]
    heads, cells = table.get_by_role("columnheader"), table.get_by_role("cell")
    for place, name in enumerate(names):
        as_head = heads.get_by_text(name, exact=True).count()
        as_part = cells.nth(place).aria_snapshot().partition("\n")[0].count(name)
        assert as_head + as_part == 1, name
