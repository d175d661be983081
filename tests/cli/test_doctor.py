"""`ppidgen doctor` on this machine, on one where nobody may write, and on one without its indexer."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_machine_with_everything_is_told_so(run: Run) -> None:
    told = run("doctor")
    assert told.returncode == 0, told.stdout
    assert "Semua yang diperlukan ada." in told.stdout
    assert "baik      Pengindeks pencarian (Pagefind): pagefind 1." in told.stdout


def test_nothing_is_left_behind(run: Run, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    run("doctor", tmp_path)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_place_that_takes_no_files_is_told_with_what_helps(run: Run) -> None:
    told = run("doctor", "/proc")  # not even root may make a folder there
    assert told.returncode == 3
    assert "KURANG    Menulis:" in told.stdout
    assert "Pilih folder yang boleh Anda tulisi" in told.stdout


@pytest.mark.slow
def test_without_its_indexer_the_machine_lacks_something(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "lain" / "pagefind_bin"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("", encoding="utf-8")
    checkout = Path(__file__).resolve().parents[2]
    told = run("doctor", PYTHONPATH=f"{broken.parent}{os.pathsep}{checkout}")
    assert told.returncode == 3
    assert "KURANG    Pengindeks pencarian (Pagefind): tidak dapat dijalankan" in told.stdout
