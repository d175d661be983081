"""The shipped law, read once for all tests of the data."""

import pytest

from ppidgen.model.law.whole import LAW_FILES, LAW_FOLDERS, Law, parse_law
from ppidgen.source.package_data import names, read_text


@pytest.fixture(scope="session")
def law() -> Law:
    shipped = [name for folder in LAW_FOLDERS for name in names(folder)] + list(LAW_FILES)
    return parse_law({name: read_text(name) for name in shipped})
