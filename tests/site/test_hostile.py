"""Texts that are markup, addresses, templates or names of a page's own things stay texts, policy or no policy."""

import pytest
from playwright.sync_api import Browser

from tests.site.building import Site
from tests.site.hostile import ALL, Planting
from tests.site.payloads import BEACONS, CLOBBERINGS, SCRIPTS
from tests.site.xss import (
    AT_ONCE,
    IN_ADDRESSES,
    POLICY,
    addressed,
    addresses_of,
    asked,
    by_programs,
    hostile_site,
    one_of_each,
    opened,
    without_policy,
)

pytestmark = pytest.mark.slow

FAMILIES = 60


@pytest.fixture(scope="module")
def planting() -> Planting:
    return Planting()


@pytest.fixture(scope="module")
def hostile(planting: Planting, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return hostile_site(tmp_path_factory.mktemp("jahat"), planting)


def test_payloads_stand_in_every_register_and_on_the_pages(hostile: Site, planting: Planting) -> None:
    registers = {name.partition(".")[0].partition(":")[0] for name in planting.fields}
    assert (len(SCRIPTS), len(BEACONS), len(CLOBBERINGS)) >= (202, 23, 12)
    assert len(set(ALL)) == len(ALL)
    assert len(planting.fields) > 200
    assert {"badan-publik", "situs", "unit", "informasi", "dikecualikan", "layanan", "berita", "halaman"} <= registers
    shown = sum(b"hit()" in raw for raw in hostile.pages.values())
    assert shown > len(hostile.pages) * 0.9
    assert all(POLICY.search(raw) for raw in hostile.pages.values())


@pytest.mark.parametrize("policy", ["in force", "taken out"])
def test_nothing_runs_and_nobody_else_is_asked(hostile: Site, browser: Browser, policy: str) -> None:
    addresses = one_of_each(addresses_of(hostile))
    assert len(addresses) > FAMILIES
    files = hostile.served if policy == "in force" else without_policy(hostile.served)
    assert opened(browser, files, addresses) == []


def test_no_payload_runs_from_an_address_or_the_search_box(hostile: Site, browser: Browser) -> None:
    bare = without_policy(hostile.served)
    groups = by_programs(bare, addresses_of(hostile))
    named = [{address.split("/")[-2] for address in group} for group in groups]
    assert sorted(map(sorted, named)) == [["ajukan"], ["cari"], ["kalkulator"], ["lacak"]]
    assert asked(browser, bare, [group[-1] for group in groups], ALL[::40]) == []


def test_a_page_that_took_its_texts_for_markup_would_be_found(browser: Browser) -> None:
    markup = "<img src=x onerror=hit()><a href=javascript:hit()>x</a><img name=currentScript>"
    files = {"/a.html": f"<!doctype html><title>A</title>{markup}<script>hit()</script>".encode()}
    told = " ".join(opened(browser, files, ["/a.html"]))
    for expected in ("RAN on", "img onerror", "a href=javascript:hit()", "script hit()", "document.currentScript"):
        assert expected in told


@pytest.mark.parametrize("form", ["search", "hash"])
@pytest.mark.parametrize("texts", [IN_ADDRESSES[:1], (AT_ONCE,)])
def test_a_page_that_took_its_address_for_markup_would_be_found(
    browser: Browser, form: str, texts: tuple[str, ...]
) -> None:
    program = f"document.body.innerHTML = decodeURIComponent(location.{form})"
    files = {"/a.html": b"<!doctype html><title>A</title><body><script src=a.js></script>", "/a.js": program.encode()}
    told = " ".join(addressed(browser, files, ["/a.html"], texts))
    assert "RAN on" in told
    assert "img onerror" in told
