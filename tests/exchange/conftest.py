"""What the tests of import and export share: the law, the real tables, an import in one line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ppidgen.exchange.importing.files import ImportOptions, import_files, register_named
from ppidgen.exchange.importing.plan import ImportPlan
from ppidgen.exchange.importing.writing import apply
from ppidgen.exchange.tables import import_words
from ppidgen.model.import_table import ImportWords
from ppidgen.model.law.whole import LAW_FILES, LAW_FOLDERS, Law, parse_law
from ppidgen.source import package_data

Import = Callable[..., ImportPlan]


@pytest.fixture(scope="session")
def law() -> Law:
    names = [*LAW_FILES, *(name for folder in LAW_FOLDERS for name in package_data.names(folder))]
    return parse_law({name: package_data.read_text(name) for name in names})


@pytest.fixture(scope="session")
def words() -> ImportWords:
    return import_words()


@pytest.fixture(scope="session")
def real(repository: Path) -> Path:
    return repository / "tests/data/real"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give an empty portal."""
    folder = tmp_path / "portal"
    (folder / "content").mkdir(parents=True)
    return folder


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Write rows as a CSV file and give its path."""

    def write(text: str, name: str = "tabel.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def take(root: Path, law: Law) -> Import:
    """Plan an import into the portal and, unless told otherwise, write it."""

    def run(
        file: Path, to: str = "informasi", *, options: ImportOptions | None = None, write: bool = True
    ) -> ImportPlan:
        plan = import_files([file], register_named(to), root, law, options)
        if write:
            apply(plan, root)
        return plan

    return run
