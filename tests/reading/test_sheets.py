"""Register files are read by as many processes as there are, and what they find is the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ppidgen.diagnostics import MachineFault
from ppidgen.machine.processes import WORTH_SHARING
from ppidgen.reading.files import register_files
from ppidgen.reading.records import read_records
from ppidgen.reading.sheets import read_sheets
from ppidgen.source.files import read_tree
from tests.portals.laying import SOUND, lay
from tests.source.in_memory import memory_tree

MANY = WORTH_SHARING + 20


def entries(count: int) -> Iterator[tuple[str, str]]:
    for one in range(count):
        fault = "warna: x\n" if one % 97 == 5 else ": a: b\n" if one % 97 == 6 else ""
        yield f"content/informasi/bpkad/l{one}.yaml", f"judul: Laporan {one}\nkategori: berkala\n{fault}"


def test_sheets_are_the_same_however_many_read_them() -> None:
    tree = memory_tree({**dict(entries(MANY)), "content/unit/bpkad.yaml": "nama: A\n"})
    files = register_files(tree)
    alone, together = (list(read_sheets(tree, files, processes)) for processes in (1, 3))
    assert alone == together
    assert [file for file, _, _ in alone] == [file for file, _ in files]
    assert sum(sheet is None for _, _, sheet in alone) == sum(one % 97 == 6 for one in range(MANY))


def test_findings_are_the_same_however_many_read(tmp_path: Path) -> None:
    tree = read_tree(lay(tmp_path, {**SOUND, **dict(entries(MANY))})).value
    results = [read_records(tmp_path / str(processes), tree, processes) for processes in (1, 3)]
    assert results[0] == results[1]
    assert {finding.code for finding in results[0].findings} > {"SKM001"}


def test_what_a_worker_cannot_do_is_the_machines_fault(tmp_path: Path) -> None:
    """A fault raised in another process arrives as it was raised."""
    files = {path: text for path, text in entries(MANY) if not text.endswith((": a: b\n", "x\n"))}
    tree = read_tree(lay(tmp_path, files)).value
    gone = max(files)
    (tmp_path / gone).unlink()
    with pytest.raises(MachineFault) as caught:
        list(read_sheets(tree, register_files(tree), 3))
    assert (caught.value.code, caught.value.data["path"]) == ("MSN021", gone)


def test_all_files_that_cannot_be_opened_are_told_in_one_run(tmp_path: Path) -> None:
    units = [f"content/unit/u{number}.yaml" for number in range(3)]
    tree = read_tree(lay(tmp_path, {**SOUND, **dict.fromkeys(units, "nama: A\n")})).value
    for path in units[1:]:
        (tmp_path / path).unlink()
    with pytest.raises(MachineFault) as caught:
        read_records(tmp_path, tree, 1)
    assert caught.value.data == {"path": units[1], "reason": "ENOENT", "others": units[2]}
