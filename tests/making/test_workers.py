from datetime import date
from pathlib import Path

import pytest

from ppidgen import pipeline
from ppidgen.diagnostics import Finding
from ppidgen.machine.processes import WORTH_SHARING
from ppidgen.making.rendering import path_of
from ppidgen.options import Options
from tests.portals.laying import SOUND, contents, lay

MANY = WORTH_SHARING + 20
DAY = date(2026, 1, 31)


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
    assert path_of(address) == path


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
