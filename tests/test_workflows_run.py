"""Workflows, action and templates, run step by step as their hosts run them, over a portal that an officer began.

Two things stand in: steps that name somebody else's action are left out, and `pip install` only asks whether the lock
is there, since what it holds is installed already.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
HOLE = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
PYTHON = f"""#!/usr/bin/env bash
if [ "$2" = pip ]; then exec test -f "${{!#}}"; fi
exec {sys.executable} "$@"
"""
BAD = "judul: Rencana Kerja 2026\nringkasan_isi: Program dan kegiatan.\nkategori: tahunan\n"
PRINTED = "bahan_cetak: ya\n"  # the choice that asks for most of what a lock can hold


def table_of(place: Path) -> dict[str, Any]:
    # The loader that keeps text as text: to any other, the key `on` is a truth value.
    table: dict[str, Any] = yaml.load(place.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 builds only text
    return table


def git(folder: Path, *words: str) -> str:
    person = ("-c", "user.name=Petugas", "-c", "user.email=ppid@contohkab.go.id")
    return subprocess.run(["git", *person, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@dataclass
class Host:
    """A machine of a host: its folder of the portal, and what one step leaves to the next."""

    portal: Path
    scratch: Path
    known: Mapping[str, str] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.scratch.mkdir()
        (self.scratch / "python").write_text(PYTHON, encoding="utf-8")
        (self.scratch / "python").chmod(0o755)
        files = {name: str(self.scratch / name) for name in ("GITHUB_ENV", "GITHUB_STEP_SUMMARY")}
        path = f"{self.scratch}:{os.environ['PATH']}"
        self.environment |= {"PATH": path, "HOME": str(self.scratch), "RUNNER_TEMP": str(self.scratch), **files}

    def said(self, text: str) -> str:
        """Fill the holes of a text with what the host knows."""
        return HOLE.sub(lambda hole: self.known[hole[1]], text)

    def run(self, script: str, own: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", self.said(script)]
        filled = {name: self.said(value) for name, value in own.items()}
        environment = {**self.environment, **filled}
        return subprocess.run(
            command, cwd=self.portal, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    def steps(self, steps: Iterable[Mapping[str, Any]], common: Mapping[str, str]) -> tuple[int, str]:
        """Run steps until one fails; give how the last one ended and what it said."""
        for step in steps:
            if "run" not in step:
                continue
            done = self.run(step["run"], {**common, **step.get("env", {})})
            if done.returncode:
                return done.returncode, done.stdout + done.stderr
            kept = self.scratch / "GITHUB_ENV"
            lines = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
            self.environment |= dict(line.split("=", 1) for line in lines)
        return 0, ""

    @property
    def summary(self) -> str:
        return (self.scratch / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Begin a portal as an officer does, name the program in its workflows, and propose a change with a mistake."""
    folder = tmp_path_factory.mktemp("portal") / "kami"
    begin = [sys.executable, "-m", "ppidgen", "new", str(folder), "--profile", "desa"]
    subprocess.run(begin, cwd=ROOT, check=True, capture_output=True)
    commit = git(ROOT, "rev-parse", "HEAD").strip()
    for place in (*folder.glob(".github/workflows/*.yml"), folder / ".gitlab-ci.yml"):
        text = place.read_text(encoding="utf-8").replace('PPIDGEN_REPOSITORY: ""', f"PPIDGEN_REPOSITORY: file://{ROOT}")
        place.write_text(text.replace('PPIDGEN_COMMIT: ""', f"PPIDGEN_COMMIT: {commit}"), encoding="utf-8")
    with (folder / "content/situs.yaml").open("a", encoding="utf-8") as settings:
        settings.write(PRINTED)
    git(folder, "init", "--quiet", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Awal")
    git(folder, "checkout", "-qb", "usul")
    (folder / "content/informasi/rencana.yaml").write_text(BAD, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Usul")
    return folder


def host(portal: Path, folder: Path, branch: str, **known: str) -> Host:
    git(portal, "checkout", "-q", branch)
    scratch = folder / "host"
    return Host(portal, scratch, {"runner.temp": str(scratch), **known})


def test_a_proposal_on_github_is_reported_and_its_fault_marked_on_its_line(portal: Path, tmp_path: Path) -> None:
    table = table_of(portal / ".github/workflows/periksa.yml")
    machine = host(portal, tmp_path, "usul")
    code, told = machine.steps(table["jobs"]["periksa"]["steps"], table["env"])
    assert code == 1
    assert "::error file=content/informasi/rencana.yaml,line=3,col=11," in told
    assert "SKM003" in machine.summary
    assert "## Perbandingan HEAD^1 dan HEAD" in machine.summary
    assert (tmp_path / "host/laporan.md").read_text(encoding="utf-8") == machine.summary


def test_the_main_branch_on_github_becomes_a_site_with_its_printed_matter(portal: Path, tmp_path: Path) -> None:
    table = table_of(portal / ".github/workflows/terbitkan.yml")
    code, told = host(portal, tmp_path, "main").steps(table["jobs"]["bangun"]["steps"], table["env"])
    assert code == 0, told
    assert (portal / "site/index.html").is_file()
    assert list((portal / "site").rglob("*.pdf"))


def test_the_action_checks_a_portal_and_builds_it_for_the_address_that_it_is_given(
    portal: Path, tmp_path: Path
) -> None:
    place = ROOT / ".github/actions/ppidgen/action.yml"
    inputs = {"inputs.folder": ".", "inputs.out": str(tmp_path / "site"), "inputs.base-url": "https://desa.contoh.id/"}
    machine = host(portal, tmp_path, "main", **{"github.action_path": str(place.parent)}, **inputs)
    code, told = machine.steps(table_of(place)["runs"]["steps"], {})
    assert code == 0, told
    assert "### Kekurangan" in machine.summary
    assert "https://desa.contoh.id/" in (tmp_path / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("place", "checks", "report"),
    [("portal", "periksa", "laporan.md"), (".ci/gitlab-ci.yml", "check", "report.md")],
)
def test_gitlab_reports_a_proposal_and_publishes_the_main_branch(
    portal: Path, tmp_path: Path, place: str, checks: str, report: str
) -> None:
    given = table_of(portal / ".gitlab-ci.yml")
    table = given if place == "portal" else table_of(ROOT / place)
    prepare = table[".ppidgen"]["before_script"]
    known = {**given["variables"], "CI_MERGE_REQUEST_DIFF_BASE_SHA": "main", "TMPDIR": str(tmp_path)}
    machine = host(portal, tmp_path, "usul")
    proposed = machine.run("\n".join((*prepare, *table[checks]["script"])), known)
    assert proposed.returncode == 1, proposed.stdout + proposed.stderr
    told = (portal / report).read_text(encoding="utf-8")
    assert "SKM003" in told
    assert "## Perbandingan main dan HEAD" in told
    git(portal, "clean", "-fdq")
    git(portal, "checkout", "-q", "main")
    published = machine.run("\n".join((*prepare, *table["pages"]["script"])), known)
    assert published.returncode == 0, published.stdout + published.stderr
    assert (portal / "public/index.html").is_file()
