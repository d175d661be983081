"""The specimen, published once at the root of a host and once below a path, for all tests of the finished site."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.building import Site, build
from tests.theme.browsing import visit


@pytest.fixture(scope="session")
def sources(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the specimen's registers, so that no test leaves anything in the checkout."""
    folder = tmp_path_factory.mktemp("sumber")
    shutil.copytree(repository / "content", folder / "content")
    return folder


@pytest.fixture(scope="session")
def site(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Give the site at the root of its host."""
    return build(sources, tmp_path_factory.mktemp("akar") / "situs")


@pytest.fixture(scope="session")
def site_below(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Give the same site below a path of its host."""
    return build(sources, tmp_path_factory.mktemp("jalur") / "situs", base="/ppid/")


@pytest.fixture(scope="session", params=["/", "/ppid/"])
def either(request: pytest.FixtureRequest) -> Site:
    """Give the site in both places, one after the other."""
    found: Site = request.getfixturevalue("site" if request.param == "/" else "site_below")
    return found


@pytest.fixture
def visited(browser: Browser, site: Site) -> Iterator[tuple[Page, list[str]]]:
    """Open the site in a browser; yields the page with the browser's complaints so far."""
    with visit(browser, site.served) as opened:
        yield opened
