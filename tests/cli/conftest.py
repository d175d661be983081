"""What the tests of the command line share: the program as its users run it, and small portals."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

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
