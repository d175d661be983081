"""What the tests of the command line share: the program as its users run it, and small portals."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from ppidgen.model.language.languages import OPTION
from tests.cli.loaded import LoadedProgram

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


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Give the settings of a plain machine: nothing of this one's but the path."""
    checkout = Path(__file__).resolve().parents[2]
    home = tmp_path_factory.mktemp("home")
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(checkout), "HOME": str(home), "LANG": "C"}


@pytest.fixture(scope="session")
def loaded(settings: Mapping[str, str]) -> Iterator[LoadedProgram]:
    """Give the program that has loaded itself already."""
    with LoadedProgram(settings) as program:
        yield program


@pytest.fixture
def run(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, settings: Mapping[str, str], loaded: LoadedProgram
) -> Run:
    """Run `ppidgen` in the test's folder; from its very start where other settings or another language are asked."""
    outputs = tmp_path_factory.mktemp("outputs")

    def ppidgen(*arguments: object, cwd: Path = tmp_path, **changed: str) -> subprocess.CompletedProcess[str]:
        words = [*map(str, arguments)]
        if not changed and OPTION not in words:
            return loaded.call(words, cwd, settings, outputs)
        return subprocess.run(
            [sys.executable, "-m", "ppidgen", *words],
            cwd=cwd,
            env={**settings, **changed},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    return ppidgen


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
