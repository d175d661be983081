"""The hostile cases at a small size; all of them: `python -m tests.portals.hostile`."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.portals.hostile import Case, cases, wrong_with
from tests.portals.laying import ENTRY_TEXT

PLACE = "content/informasi/bpkad/lain.yaml"


@pytest.mark.slow
def test_each_twelfth_case_is_refused_with_its_line_or_kept_within_bounds(repository: Path) -> None:
    command = [sys.executable, "-m", "tests.portals.hostile", "--every", "12"]
    done = subprocess.run(command, cwd=repository, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_there_are_as_many_cases_as_were_promised_and_one_that_fares_otherwise_is_told() -> None:
    assert len(list(cases())) > 292
    assert wrong_with(Case({PLACE: ENTRY_TEXT}, is_refused=True)) == "refused: []"
    assert "SKM001" in wrong_with(Case({PLACE: ENTRY_TEXT + "x: y\n"}, is_refused=False))
    assert "came out as" in wrong_with(Case({PLACE: ENTRY_TEXT}, is_refused=False, title="Lain"))
