"""The fuzzer at its smallest, and that it would find what it looks for."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.run import case_of
from tests.fuzz.targets import TARGETS

pytestmark = pytest.mark.slow


def ran(repository: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, *arguments], cwd=repository, capture_output=True, text=True, check=False)


def test_damaged_files_of_all_kinds_end_within_bounds_and_without_a_traceback(repository: Path) -> None:
    done = ran(repository, "-m", "tests.fuzz.run", "--seconds", "60", "--cases", "30")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 findings" in done.stdout


@pytest.mark.parametrize(
    ("case", "fault"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("exec('while True: pass')", "SIGXCPU"),
        ("os.kill(os.getpid(), 11)", "SIGSEGV"),
        ("bytearray(400 << 20)[:0].decode()", "large: 4"),
        ("'what was found'", "what was found"),
    ],
)
def test_a_case_that_breaks_is_told(repository: Path, case: str, fault: str) -> None:
    code = f"import os; from tests.fuzz.bounded import bounded; print(bounded(lambda: str({case}), 0.5).fault)"
    assert fault in ran(repository, "-c", code).stdout


def test_a_number_is_always_the_same_damaged_file() -> None:
    for number in range(1, 2 * len(TARGETS) + 1):
        assert case_of(number).raw == case_of(number).raw
