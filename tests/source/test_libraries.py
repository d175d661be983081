"""What was kept under other versions of the libraries is not believed."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from ppidgen.source.libraries import NAMES, libraries
from ppidgen.source.package_data import identity

# They read no source and make no file, or their version is in keys of its own.
WITHOUT = {"click", "pagefind-bin"}


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install another version of one of them, as far as its version goes."""
    (tmp_path / "xlsxwriter-99.0.dist-info").mkdir()
    (tmp_path / "xlsxwriter-99.0.dist-info/METADATA").write_text("Name: xlsxwriter\nVersion: 99.0\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    forget()
    yield
    forget()


def forget() -> None:
    """Let the versions be asked anew, as by a program that starts."""
    libraries.cache_clear()
    identity.cache_clear()


def test_every_library_of_an_office_that_reads_or_makes_anything_is_named(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["documents"], *extras["precompress"]]
    assert {re.split("[>=]", one)[0] for one in wanted} - WITHOUT == set(NAMES)


def test_another_version_of_a_library_makes_the_program_another(request: pytest.FixtureRequest) -> None:
    before = identity()
    request.getfixturevalue("newer")
    assert "xlsxwriter 99.0" in libraries()
    assert identity() != before
