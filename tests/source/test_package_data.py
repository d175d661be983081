"""Reading what ships beside the Python."""

import pytest

from ppidgen.source.package_data import names, read_text


def test_the_files_of_a_folder_are_named_in_order_as_they_are_read() -> None:
    found = names("hukum")
    assert found == tuple(sorted(found))
    assert "hukum/uu-14-2008.yaml" in found
    assert "Keterbukaan Informasi Publik" in read_text("hukum/uu-14-2008.yaml")


def test_a_file_that_does_not_ship_is_a_bug_of_ours() -> None:
    with pytest.raises(FileNotFoundError):
        read_text("hukum/uu-0-0000.yaml")
