"""What the tests of the command line share: the program as its users run it, and small portals."""

import gc
import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from ppidgen.cli import language, program

Run = Callable[..., subprocess.CompletedProcess[str]]

BODY = "nama: Pemerintah Kabupaten Contoh\njenis: eksekutif\ntingkat: kabupaten-kota\nzona_waktu: WIT\n"
SITE = "judul: PPID Kabupaten Contoh\n"
UNIT = "nama: Badan Keuangan\n"
ENTRY = "judul: Laporan Keuangan 2024\nkategori: berkala\nunit: bpkad\n"

SOUND: Mapping[str, str] = {
    "content/badan-publik.yaml": BODY,
    "content/situs.yaml": SITE,
    "content/unit/bpkad.yaml": UNIT,
    "content/informasi/bpkad/lkpd-2024.yaml": ENTRY,
}
BROKEN: Mapping[str, str] = {
    **SOUND,
    "content/informasi/bpkad/lkpd-2024.yaml": ENTRY.replace("kategori: berkala", "kategori: tahunan"),
}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `ppidgen` in the test's folder, with nothing of this machine's settings but the path."""
    checkout = Path(__file__).resolve().parents[2]
    settings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(checkout), "HOME": str(tmp_path), "LANG": "C"}

    def ppidgen(*arguments: object, cwd: Path = tmp_path, **changed: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "ppidgen", *map(str, arguments)]
        return subprocess.run(
            command,
            cwd=cwd,
            env={**settings, **changed},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    return ppidgen


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `ppidgen` in the test's folder as `run` does, but within this process: for the many ways to ask one verb."""

    def ppidgen(*arguments: object, cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        monkeypatch.chdir(cwd)
        monkeypatch.setenv("LANGUAGE", "id")
        given = list(map(str, arguments))
        raws = (io.BytesIO(), io.BytesIO())
        out, err = (io.TextIOWrapper(raw, encoding="utf-8", newline="\n", write_through=True) for raw in raws)
        with redirect_stdout(out), redirect_stderr(err), _nothing_left_behind():
            language.use(language.chosen(given))
            code = program.run(given)
        told, said = (raw.getvalue().decode("utf-8") for raw in raws)
        return subprocess.CompletedProcess(given, code, told, said)

    return ppidgen


@contextmanager
def _nothing_left_behind() -> Iterator[None]:
    """Give this process back the way it ends, and its collector of garbage, which some verbs turn off."""
    ways = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    hooks = (sys.unraisablehook, threading.excepthook)
    try:
        yield
    finally:
        for number, way in ways.items():
            signal.signal(number, way)
        sys.unraisablehook, threading.excepthook = hooks
        gc.enable()


def lay(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the files of a portal below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """Give a small portal without an error."""
    return lay(tmp_path / "portal", SOUND)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Give the same portal with one error in it, at line 2, column 11."""
    return lay(tmp_path / "portal", BROKEN)


def git(folder: Path, *words: str, day: str = "2026-01-10") -> None:
    """Run git in a folder as a made-up person on a made-up day, with nothing of this machine's settings."""
    stamp = f"{day}T08:00:00+07:00"
    who = {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp, "PATH": os.environ["PATH"], "HOME": str(folder)}
    name = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.go.id")
    subprocess.run(["git", *name, *words], cwd=folder, env=who, check=True, capture_output=True)
