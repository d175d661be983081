"""A damaged XLS file is known before its reader follows it for ever."""

import struct
from pathlib import Path

import pytest

from ppidgen.source.probe.old_workbook import is_endless

SECTOR = 512


@pytest.mark.parametrize("name", ["dip.xls", "tersaring.xls"])
def test_a_chain_of_sectors_that_leads_back_is_told_wherever_it_lies(repository: Path, name: str) -> None:
    whole = (repository / "tests/data" / name).read_bytes()
    assert not is_endless(whole)
    (table,) = struct.unpack_from("<I", whole, 76)
    (folder,) = struct.unpack_from("<I", whole, 48)
    place = (table + 1) * SECTOR + 4 * folder
    assert is_endless(whole[:place] + struct.pack("<I", folder) + whole[place + 4 :])


def test_so_is_a_list_of_tables_that_never_ends(repository: Path) -> None:
    whole = (repository / "tests/data/dip.xls").read_bytes()
    last = len(whole) // SECTOR
    head = whole[:68] + struct.pack("<I", last - 1) + whole[72:]
    assert is_endless(head + b"\0" * (SECTOR - 4) + struct.pack("<I", last - 1))


def test_no_other_file_is(repository: Path) -> None:
    others = (b"", b"PK\x03\x04", (repository / "tests/data/dip.xls").read_bytes()[:600])
    assert [is_endless(raw) for raw in others] == [False, False, False]
