"""How the program ends when it is stopped, and what it says when the machine refuses."""

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import Run, lay


def test_a_folder_that_may_not_be_read_is_the_machines_fault(run: Run, sound: Path) -> None:
    if os.geteuid() == 0:
        # Root may read anything; a loop of links is refused to root too.
        (sound / "site").symlink_to("site")
        shown = run("build", "--no-search", cwd=sound)
    else:
        (sound / "content/unit").chmod(0)
        shown = run("check", sound)
    assert shown.returncode == 3
    assert shown.stderr.startswith("MSN")
    assert ("Situs yang terbit tetap utuh." in shown.stderr) == (os.geteuid() == 0), "a check publishes nothing"
    assert "Traceback" not in shown.stderr


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout.startswith("ppidgen 0.")


def test_a_module_that_is_being_loaded_is_loaded_to_its_end_before_the_run_stops(tmp_path: Path) -> None:
    """Half of a compiled module can bring the interpreter down; so the request waits, and is still obeyed."""
    asking = "import os, signal, time\nos.kill(os.getpid(), signal.SIGINT)\ntime.sleep(0.05)\nwhole = True\n"
    lay(tmp_path, {"diminta.py": asking})
    work = "from ppidgen.cli import stopping; stopping.listen()\ntry:\n import diminta, time; time.sleep(9)\n"
    end = "except KeyboardInterrupt:\n import sys; print(sys.modules['diminta'].whole); stopping.leave(stopping.code())"
    told = subprocess.run(
        [sys.executable, "-c", work + end],
        env={"PYTHONPATH": f"{tmp_path}:{Path(__file__).resolve().parents[2]}"},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (told.returncode, told.stdout) == (130, "True\n"), told.stderr
