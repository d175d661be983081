from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ppidgen import pipeline, printing, reading, workshop
from ppidgen.diagnostics import Finding, MachineFault
from ppidgen.options import Options
from ppidgen.source.files import read_tree
from tests.portals.laying import SOUND, contents, lay
from tests.source.in_memory import memory_tree

MANY = workshop.WORTH_SHARING + 20
DAY = date(2026, 1, 31)


def entries(count: int) -> Iterator[tuple[str, str]]:
    for one in range(count):
        fault = "warna: x\n" if one % 97 == 5 else ": a: b\n" if one % 97 == 6 else ""
        yield f"content/informasi/bpkad/l{one}.yaml", f"judul: Laporan {one}\nkategori: berkala\n{fault}"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "index.html"),
        ("/informasi/", "informasi/index.html"),
        ("/404.html", "404.html"),
        ("/a/b/", "a/b/index.html"),
    ],
)
def test_every_address_is_answered_by_one_file(address: str, path: str) -> None:
    assert printing.path_of(address) == path


def test_sheets_are_the_same_however_many_read_them() -> None:
    tree = memory_tree({**dict(entries(MANY)), "content/unit/bpkad.yaml": "nama: A\n"})
    files = reading.register_files(tree)
    alone, together = (list(workshop.read_sheets(tree, files, processes)) for processes in (1, 3))
    assert alone == together
    assert [file for file, _, _ in alone] == [file for file, _ in files]
    assert sum(sheet is None for _, _, sheet in alone) == sum(one % 97 == 6 for one in range(MANY))


def test_findings_are_the_same_however_many_read(tmp_path: Path) -> None:
    tree = read_tree(lay(tmp_path, {**SOUND, **dict(entries(MANY))})).value
    results = [reading.read_records(tmp_path / str(processes), tree, processes) for processes in (1, 3)]
    assert results[0] == results[1]
    assert {finding.code for finding in results[0].findings} > {"SKM001"}


def nothing_is_fatal(_finding: Finding) -> bool:
    return False


@pytest.mark.slow
def test_a_site_is_the_same_however_many_make_it(tmp_path: Path) -> None:
    text = "".join(f"- judul: Laporan {one}\n  kategori: berkala\n  isi: Kata {one}.\n" for one in range(MANY))
    portal = lay(tmp_path, {**SOUND, "content/informasi/bpkad.yaml": text})
    found = []
    for processes in (1, 3):
        options = Options(DAY, search=False, processes=processes)
        outcome = pipeline.build(portal, portal / str(processes), options, nothing_is_fatal)
        found.append((contents(portal / str(processes)), outcome.pages, sorted(map(repr, outcome.findings))))
    assert found[0] == found[1]
    assert found[0][1] > MANY


def test_what_a_worker_cannot_do_is_the_machines_fault(tmp_path: Path) -> None:
    """A fault raised in another process arrives as it was raised."""
    files = {path: text for path, text in entries(MANY) if not text.endswith((": a: b\n", "x\n"))}
    tree = read_tree(lay(tmp_path, files)).value
    gone = max(files)
    (tmp_path / gone).unlink()
    with pytest.raises(MachineFault) as caught:
        list(workshop.read_sheets(tree, reading.register_files(tree), 3))
    assert (caught.value.code, caught.value.data["path"]) == ("MSN021", gone)
