"""What a person at a terminal sees besides the result: colour, and a line of progress that goes away."""

import os
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # whole portals, one after the other

CHECKOUT = Path(__file__).resolve().parents[2]


def at_a_terminal(portal: Path, *arguments: str, **settings: str) -> tuple[str, str]:
    """Run the program with a terminal on both sides; give what each showed."""
    out, out_end = os.openpty()
    err, err_end = os.openpty()
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(CHECKOUT), "TERM": "xterm", **settings}
    command = [sys.executable, "-m", "ppidgen", *arguments]
    subprocess.run(command, cwd=portal, env=environment, stdout=out_end, stderr=err_end, timeout=60, check=False)
    shown = tuple(os.read(end, 1_000_000).decode() if ready(end) else "" for end in (out, err))
    for end in (out, out_end, err, err_end):
        os.close(end)
    return shown[0], shown[1]


def ready(end: int) -> bool:
    return bool(select.select([end], [], [], 0)[0])


def test_a_terminal_gets_colour_and_a_line_of_progress_that_goes_away(broken: Path) -> None:
    out, err = at_a_terminal(broken, "check")
    assert "\x1b[31mgalat SKM003\x1b[0m" in out
    assert "Membaca register" in err
    assert re.search(r"\r +\r\Z", err)


@pytest.mark.parametrize("settings", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_declined(broken: Path, settings: dict[str, str]) -> None:
    assert "\x1b[" not in at_a_terminal(broken, "check", **settings)[0]


def test_continuous_integration_gets_no_progress(broken: Path) -> None:
    assert at_a_terminal(broken, "check", CI="true")[1] == ""


def test_a_full_disk_behind_the_result_is_told_in_one_sentence(broken: Path) -> None:
    command = [sys.executable, "-m", "ppidgen", "check", os.fspath(broken)]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(CHECKOUT)}
    with Path("/dev/full").open("w") as full:
        shown = subprocess.run(command, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert shown.returncode == 3
    assert "Ruang penyimpanan habis saat menulis keluaran standar. Kosongkan ruang," in shown.stderr
    assert "situs" not in shown.stderr.lower(), "nothing was to be published"
    assert "Traceback" not in shown.stderr
