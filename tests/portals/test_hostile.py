"""The hostile cases at a small size; all of them: `python -m tests.portals.hostile` and `… .hostile_files`."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.portals.hostile import Case, cases, wrong_with
from tests.portals.hostile_files import DOCUMENTS, TABLES
from tests.portals.laying import ENTRY_TEXT

PLACE = "content/informasi/bpkad/lain.yaml"


@pytest.mark.slow
def test_each_sixteenth_case_is_refused_with_its_line_or_kept_within_bounds(repository: Path) -> None:
    command = [sys.executable, "-m", "tests.portals.hostile", "--every", "16"]
    done = subprocess.run(command, cwd=repository, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_there_are_as_many_cases_as_were_promised_and_one_that_fares_otherwise_is_told() -> None:
    assert len(list(cases())) > 292
    assert len(DOCUMENTS) + len(TABLES) > 65
    assert wrong_with(Case({PLACE: ENTRY_TEXT}, is_refused=True)) == "refused: []"
    assert "SKM001" in wrong_with(Case({PLACE: ENTRY_TEXT + "x: y\n"}, is_refused=False))
    assert "came out as" in wrong_with(Case({PLACE: ENTRY_TEXT}, is_refused=False, title="Lain"))


@pytest.mark.slow
def test_each_sixteenth_document_or_table_is_told_within_bounds_and_no_secret_of_it_is_said(repository: Path) -> None:
    command = [sys.executable, "-m", "tests.portals.hostile_files", "--every", "16"]
    done = subprocess.run(command, cwd=repository, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
