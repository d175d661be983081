"""Every way through the portal leads somewhere, in a full portal as in an empty one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any
from urllib.parse import unquote

import pytest

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Prose
from ppidgen.pages import shell
from ppidgen.pages.parts.pictures import pictures
from tests.pages.portals import context, entry, files, pages, rich, unit

MADE_ELSEWHERE = {"/data/dip.xlsx", "/data/dik.xlsx"}
MARKDOWN_TARGET = re.compile(r"\]\((/[^)\s]*)\)")


def addresses(value: Any) -> Iterator[str]:
    """Give every address that a page or the shell names, however deep."""
    if isinstance(value, Prose):
        yield from MARKDOWN_TARGET.findall(value.markdown)
    elif isinstance(value, tuple):
        for part in value:
            yield from addresses(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            held = getattr(value, field.name)
            if field.name == "address" and isinstance(held, str):
                yield held
            else:
                yield from addresses(held)


def leading_nowhere(portal: Context) -> set[tuple[str, str]]:
    made = pages(portal)
    known = made.keys() | {f"/{path}" for path in files(portal)} | MADE_ELSEWHERE
    known |= {f"/berkas/{path}" for path in portal.portal.files} | {one.address for one in pictures(portal)}
    named = {(address, page.address) for page in made.values() for address in addresses(page)}
    named |= {(address, "shell") for address in addresses(shell(portal))}
    return {
        (address, where)
        for address, where in named
        if address.startswith("/") and unquote(address.partition("#")[0].partition("?")[0]) not in known
    }


PORTALS: dict[str, Callable[[], Context]] = {
    "rich": rich,
    "empty": context,
    "unit without entries": lambda: context(units=(unit("dinas", "Dinas"),)),
    "many pages": lambda: context(information=tuple(entry(f"e-{n}", f"Entri {n}") for n in range(180))),
    "without an address": lambda: rich(base_url=""),
}


@pytest.mark.parametrize("name", PORTALS)
def test_every_link_inside_the_portal_leads_to_a_page_or_a_file(name: str) -> None:
    assert leading_nowhere(PORTALS[name]()) == set()


def test_every_fragment_names_a_section_of_its_page() -> None:
    made = pages(rich())
    for page in made.values():
        for address in addresses(page):
            path, _, fragment = address.partition("#")
            if fragment and path in made:
                assert f"anchor='{fragment}'" in repr(made[path]), address


def test_every_address_is_lower_case_and_ends_in_a_slash() -> None:
    for address in pages(rich()):
        assert address == address.lower()
        assert address.endswith("/") or address == "/404.html"


def test_the_exempt_list_is_two_clicks_from_the_home_page() -> None:
    made = pages(rich())
    first = set(addresses(made["/"])) | set(addresses(shell(rich())))
    assert "/dik/" in first | {second for one in first if one in made for second in addresses(made[one])}


def test_the_menu_is_at_most_three_levels_deep_and_every_node_has_a_page() -> None:
    portal = context()
    made = pages(portal)
    for top in shell(portal).menu:
        for middle in top.children:
            for leaf in middle.children:
                assert leaf.children == ()
                assert made[leaf.link.address].title
            assert made[middle.link.address].title
        assert made[top.link.address].title


def test_the_crumbs_of_every_page_begin_at_the_home_page() -> None:
    for address, page in pages(rich()).items():
        if address != "/":
            assert page.crumbs == () or page.crumbs[0].address == "/", address
            assert address not in [crumb.address for crumb in page.crumbs]


def test_two_builds_say_the_same() -> None:
    assert list(pages(rich()).values()) == list(pages(rich()).values())
    assert files(rich()) == files(rich())
