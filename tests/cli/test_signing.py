"""The guide to signing a portal: its own commands, run one after the other with the real minisign."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ppidgen.source import package_data
from tests.cli.conftest import SOUND, lay

pytestmark = pytest.mark.slow

SHELL = re.compile(r"^ +```sh\n(.*?)^ +```$", re.DOTALL | re.MULTILINE)
MAKE_KEYS, SIGN, CHECK, COMPARE = SHELL.findall(package_data.read_text("panduan/tanda-tangan.md"))
Shell = Callable[[str], subprocess.CompletedProcess[str]]


@pytest.fixture
def shell(tmp_path: Path, repository: Path) -> Shell:
    """Give a shell in the folder of a sound portal, in which `ppidgen` is this one."""
    portal = tmp_path / "portal"
    lay(portal, SOUND)
    program = tmp_path / "bin/ppidgen"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{repository}" exec "{sys.executable}" -m ppidgen "$@"\n')
    program.chmod(0o755)
    settings = os.environ | {"PATH": f"{program.parent}:{os.environ['PATH']}"}

    def run(commands: str) -> subprocess.CompletedProcess[str]:
        command = ["bash", "-euo", "pipefail", "-c", commands]
        return subprocess.run(command, check=False, cwd=portal, env=settings, capture_output=True, text=True)

    return run


def test_a_signed_portal_is_proven_and_one_that_was_touched_is_not(shell: Shell, tmp_path: Path) -> None:
    for commands in (MAKE_KEYS, SIGN, CHECK, COMPARE):
        ended = shell(commands)
        assert ended.returncode == 0, ended.stdout + ended.stderr
    page = tmp_path / "portal/site/index.html"
    page.write_bytes(page.read_bytes() + b"<a href='https://judi.example'>slot</a>")
    assert "site/index.html: FAILED" in shell(CHECK).stdout
    assert shell(COMPARE).returncode == 1


def test_a_forged_manifest_does_not_carry_the_signature(shell: Shell, tmp_path: Path) -> None:
    assert shell(MAKE_KEYS + SIGN).returncode == 0
    manifest = tmp_path / "portal/site/manifes.json"
    manifest.write_bytes(manifest.read_bytes().replace(b"index.html", b"indeks.htm"))
    assert "verification failed" in shell(CHECK).stderr


def test_the_next_build_takes_the_old_signature_away(shell: Shell, tmp_path: Path) -> None:
    assert shell(MAKE_KEYS + SIGN).returncode == 0
    (tmp_path / "portal/content/unit/bpkad.yaml").write_text("nama: Badan Pendapatan\n", encoding="utf-8")
    assert shell("ppidgen build --out site").returncode == 0
    assert not (tmp_path / "portal/site/manifes.json.minisig").exists()
