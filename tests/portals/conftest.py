"""A published portal for every test that wants to break one."""

import shutil
from pathlib import Path

import pytest

from tests.portals.laying import SOUND, build, lay


@pytest.fixture(scope="session")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    portal = lay(tmp_path_factory.mktemp("terbit") / "portal", SOUND)
    told = build(portal)
    assert told.code == 0, told
    return portal


@pytest.fixture
def portal(published_once: Path, tmp_path: Path) -> Path:
    """Give a sound portal and, in `site`, what was published of it."""
    return shutil.copytree(published_once, tmp_path / "portal")
