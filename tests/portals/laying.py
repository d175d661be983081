"""Portals as files on disk, and the program run over them: in this process, or for a few as a process of its own."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

from ppidgen.cli import language, program

Content = str | bytes | Callable[[Path], object]

DAY = "2026-01-31"
ENTRY = "content/informasi/bpkad/lkpd-2024.yaml"
ENTRY_TEXT = "judul: Laporan Keuangan 2024\nkategori: berkala\n"
SOUND: Mapping[str, Content] = {
    "content/badan-publik.yaml": "nama: Pemerintah Kabupaten Contoh\njenis: eksekutif\ntingkat: kabupaten-kota\n",
    "content/situs.yaml": "judul: PPID Kabupaten Contoh\n",
    "content/unit/bpkad.yaml": "nama: Badan Keuangan\n",
    ENTRY: ENTRY_TEXT,
}


class Told(NamedTuple):
    """What a run of the program ended with and said."""

    code: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        """Give the findings of a run with `--format json`."""
        found: list[dict[str, Any]] = json.loads(self.out)["findings"]
        return found

    @property
    def errors(self) -> list[tuple[str, str]]:
        """Give code and place of every error, the way an editor writes a place; without the column."""
        return sorted(
            (one["code"], f"{one['path']}:{one['line']}" if one["line"] else one["path"])
            for one in self.findings
            if one["severity"] == "galat"
        )


def lay(folder: Path, files: Mapping[str, Content]) -> Path:
    """Write files below a folder; a content that can be called makes its file itself."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if callable(content):
            content(path)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def ppidgen(*arguments: object) -> Told:
    """Run a command line in this process, through everything but the interpreter's start."""
    language.use("id")
    out, err = io.StringIO(), io.StringIO()
    before = signal.getsignal(signal.SIGTERM)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = program.run([str(argument) for argument in arguments])
    finally:
        signal.signal(signal.SIGTERM, before)
    return Told(code, out.getvalue(), err.getvalue())


def check(portal: Path, *arguments: object) -> Told:
    """Check a portal as on a fixed day, the findings as JSON."""
    return ppidgen("check", portal, "--as-of", DAY, "--format", "json", *arguments)


def build(portal: Path, *arguments: object) -> Told:
    """Build a portal as on a fixed day into its folder `site`, without the search index."""
    return ppidgen("build", portal, "--as-of", DAY, "--no-search", "--out", portal / "site", *arguments)


def start(
    portal: Path, *arguments: object, before: Callable[[], object] | None = None, **settings: object
) -> "subprocess.Popen[str]":
    """Start the program as its users do, with nothing of this machine's settings but the path, and a few of its own.

    `before` is what the new process does first: where it sets itself limits.
    """
    checkout = os.fspath(Path(__file__).resolve().parents[2])
    own = {"PATH": os.environ["PATH"], "PYTHONPATH": checkout, "HOME": os.fspath(portal.parent), "LANG": "C"}
    own["PYTHONDONTWRITEBYTECODE"] = "1"  # under a limit Python would leave half of what it compiled
    added = {name: f"{value}:{checkout}" if name == "PYTHONPATH" else str(value) for name, value in settings.items()}
    return subprocess.Popen(
        [sys.executable, "-m", "ppidgen", *map(str, arguments)],
        cwd=portal,
        env={**own, **added},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=before,  # noqa: PLW1509 - these tests start no threads
        start_new_session=True,  # so that it can be ended with all that it started
    )


@contextmanager
def serving(portal: Path, verb: str) -> Iterator[str]:
    """Let a verb serve a portal at a free port; gives the address, and ends it with Ctrl+C as an officer does."""
    running = start(portal, verb, "--port", "0", PYTHONUNBUFFERED="1")
    try:
        assert running.stdout is not None
        found = re.search(r"http://\S+", running.stdout.readline())
        assert found
        yield found[0]
    finally:
        running.send_signal(signal.SIGINT)
        told = ended(running)
    assert told.code == 130, told.err


def in_charge(running: "subprocess.Popen[str]") -> None:
    """Wait until the program answers requests to stop itself; before that Python is still loading it."""
    status = Path(f"/proc/{running.pid}/status")
    while running.poll() is None:
        caught = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("SigCgt:"))
        if int(caught.split()[1], 16) >> (signal.SIGTERM - 1) & 1:
            return
        time.sleep(0.001)


def ended(running: "subprocess.Popen[str]") -> Told:
    """Wait for the program that was started."""
    out, err = running.communicate(timeout=120)
    return Told(running.returncode, out, err)


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
