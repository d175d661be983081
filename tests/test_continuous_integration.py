"""What runs where nobody looks: workflows take the least power, and locks hold what pyproject asks for."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ppidgen.cli.installing import OFFICER

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
ACTIONS = sorted((ROOT / ".github/actions").rglob("action.yml"))
# What `ppidgen new` gives a portal is held to the same.
FITTINGS = ROOT / "ppidgen/data/kelengkapan"
GIVEN = sorted(FITTINGS.glob("github-*.yml"))
PINNED = re.compile(r"^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ]+)", re.MULTILINE)


def project() -> dict[str, Any]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        table: dict[str, Any] = tomllib.load(file)["project"]
    return table


def locked(name: str) -> dict[str, str]:
    text = (ROOT / ".ci/requirements" / name).read_text(encoding="utf-8")
    return {canonicalize_name(package): version for package, version in LOCKED.findall(text)}


def workflow_table(workflow: Path) -> dict[str, Any]:
    # The loader that keeps text as text: to any other, the key `on` is a truth value.
    table: dict[str, Any] = yaml.load(workflow.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 builds only text
    return table


def missing(wanted: list[str], lock: dict[str, str]) -> list[str]:
    requirements = [Requirement(line) for line in wanted]
    return [
        str(requirement)
        for requirement in requirements
        if requirement.name != "ppidgen"
        and not requirement.specifier.contains(lock.get(canonicalize_name(requirement.name), "0"))
    ]


def test_the_lock_of_the_tool_holds_what_the_tool_asks_for() -> None:
    table = project()
    extras = table["optional-dependencies"]
    wanted = [line for extra in OFFICER for line in extras[extra]]
    assert extras["officer"] == [f"ppidgen[{','.join(sorted(OFFICER))}]"]
    assert missing([*table["dependencies"], *wanted], locked("officer.txt")) == []


def test_the_lock_of_the_gate_holds_what_the_gate_asks_for() -> None:
    table = project()
    extras = table["optional-dependencies"]
    assert missing([*table["dependencies"], *extras["serve"], *extras["dev"]], locked("dev.txt")) == []


def test_officers_run_the_very_versions_that_the_gate_tried() -> None:
    tried = locked("dev.txt")
    assert {name: version for name, version in locked("officer.txt").items() if tried.get(name) != version} == {}


@pytest.mark.parametrize("name", ["officer.txt", "dev.txt"])
def test_every_locked_package_has_a_hash(name: str) -> None:
    text = (ROOT / ".ci/requirements" / name).read_text(encoding="utf-8")
    packages = re.split(r"\n(?=\S)", text.strip())
    assert [package.splitlines()[0] for package in packages if "--hash=sha256:" not in package] == []


@pytest.mark.parametrize("workflow", [*WORKFLOWS, *ACTIONS, *GIVEN], ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit(workflow: Path) -> None:
    used = re.findall(r"uses: (.+)", workflow.read_text(encoding="utf-8"))
    assert used
    assert [action for action in used if not PINNED.match(action)] == []


@pytest.mark.parametrize("workflow", [*WORKFLOWS, *GIVEN], ids=lambda path: path.name)
def test_a_workflow_gives_strangers_no_power(workflow: Path) -> None:
    table = workflow_table(workflow)
    assert "pull_request_target" not in table["on"]
    assert "secrets." not in workflow.read_text(encoding="utf-8")
    assert table["permissions"] in ({}, {"contents": "read"})


def test_only_the_job_that_publishes_may_write() -> None:
    table = workflow_table(ROOT / ".github/workflows/publish.yml")
    powers = {name: job["permissions"] for name, job in table["jobs"].items()}
    assert powers == {"build": {"contents": "read"}, "deploy": {"pages": "write", "id-token": "write"}}


def step_of(workflow: Path, name: str) -> str:
    (job,) = workflow_table(workflow)["jobs"].values()
    (script,) = (step["run"] for step in job["steps"] if step.get("name") == name)
    return str(script)


def ran(script: str, folder: Path, programs: dict[str, str], **settings: str) -> "subprocess.CompletedProcess[str]":
    """Run a step as its host would, with stand-ins for the programs that this machine lacks."""
    for name, text in programs.items():
        (folder / name).write_text(f"#!/usr/bin/env bash\n{text}", encoding="utf-8")
        (folder / name).chmod(0o755)
    environment = {"PATH": f"{folder}:{os.environ['PATH']}", "RUNNER_TEMP": str(folder), **settings}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)


TOLD_CUT = "*Laporan ini dipotong. Selengkapnya, dengan perubahan skor, ada pada ringkasan alur kerja periksa.*"


def test_a_report_goes_to_the_proposal_that_was_checked_and_to_no_other_of_that_name(tmp_path: Path) -> None:
    """A branch may be called like the number of somebody else's proposal."""
    (tmp_path / "laporan").mkdir()
    (tmp_path / "laporan/laporan.md").write_text("Temuan", encoding="utf-8")
    listed = 'printf "%s\\n" "$@" >>"$RUNNER_TEMP/calls"\n'  # it knows of no such proposal
    done = ran(
        step_of(FITTINGS / "github-komentari.yml", "Komentar"), tmp_path, {"gh": listed},
        PENGUSUL="warga", CABANG="8", COMMIT="a1",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    calls = (tmp_path / "calls").read_text(encoding="utf-8")
    assert "select(.headRefOid == env.COMMIT and .headRepositoryOwner.login == env.PENGUSUL)" in calls
    assert "comment" not in calls


@pytest.mark.parametrize("place", [*GIVEN, *ACTIONS, FITTINGS / "gitlab-ci.yml"], ids=lambda path: path.name)
def test_nothing_that_lies_in_a_portal_is_run(place: Path) -> None:
    """`python -m` looks for programs in the folder it is called in first: a proposal may bring a `click.py`."""
    text = place.read_text(encoding="utf-8")
    assert "python -m" not in text or 'PYTHONSAFEPATH: "1"' in text


def test_a_proposal_gets_its_report_as_one_comment_and_none_of_its_texts_is_run(tmp_path: Path) -> None:
    (tmp_path / "laporan").mkdir()
    report = "## Temuan\n$(touch terjebak) `touch terjebak`\n" + "- temuan\n" * 7_000 + "\u00e9" * 70_000
    (tmp_path / "laporan/laporan.md").write_text(report, encoding="utf-8")
    listed = '[ "$1 $2" = "pr list" ] && echo 7\nprintf "%s\\n" "$@" >>"$RUNNER_TEMP/calls"\n'
    done = ran(
        step_of(FITTINGS / "github-komentari.yml", "Komentar"), tmp_path, {"gh": listed},
        PENGUSUL="kab", CABANG="usul", COMMIT="a1", GH_REPO="kab/portal", GITHUB_WORKSPACE=str(tmp_path),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    calls = (tmp_path / "calls").read_text(encoding="utf-8").split()
    assert calls[:3] == ["pr", "list", "--head=usul"]
    assert "repos/kab/portal/pulls/7/files?per_page=100" in calls
    assert calls[calls.index("comment") :][:4] == ["comment", "7", "--edit-last", "--create-if-none"]
    comment = (tmp_path / "komentar.md").read_text(encoding="utf-8")
    assert comment.startswith("*Laporan otomatis")
    assert "$(touch terjebak)" in comment
    assert len(comment.encode()) < 65_536
    assert comment.splitlines()[-3:] == ["- temuan", "", TOLD_CUT]
    assert not list(tmp_path.rglob("terjebak"))


@pytest.mark.parametrize("files", [".github/workflows/periksa.yml", "content/unit/a.yaml\n.github/x", "a\n" * 3_000])
def test_a_proposal_that_may_have_written_its_report_itself_gets_none(tmp_path: Path, files: str) -> None:
    (tmp_path / "laporan").mkdir()
    (tmp_path / "laporan/laporan.md").write_text("Skor naik menjadi 100", encoding="utf-8")
    (tmp_path / "files").write_text(f"{files}\n", encoding="utf-8")
    listed = 'case "$1" in pr) [ "$2" = list ] && echo 7;; api) cat "$RUNNER_TEMP/files";; esac; exit 0\n'
    done = ran(
        step_of(FITTINGS / "github-komentari.yml", "Komentar"), tmp_path, {"gh": listed},
        PENGUSUL="warga", CABANG="usul", COMMIT="a1", GH_REPO="kab/portal",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    comment = (tmp_path / "komentar.md").read_text(encoding="utf-8")
    assert "tidak dapat dipercaya" in comment
    assert "Skor" not in comment


@pytest.mark.parametrize(("code", "ends"), [(0, 0), (1, 0), (3, 3)])
def test_the_report_of_a_proposal_holds_findings_and_score_and_a_broken_machine_fails_it(
    tmp_path: Path, code: int, ends: int
) -> None:
    program = f'if [ "$3" = check ]; then echo temuan >"$8"; exit {code}; fi\necho skor "$@"\n'
    done = ran(
        step_of(FITTINGS / "github-periksa.yml", "Laporan"), tmp_path, {"python": program},
        GITHUB_STEP_SUMMARY=str(tmp_path / "ringkasan.md"),
    )  # fmt: skip
    assert bool(done.returncode) == bool(ends), done.stderr
    if not ends:
        told = (tmp_path / "ringkasan.md").read_text(encoding="utf-8")
        assert told == "temuan\nskor -m ppidgen score . --compare HEAD^1 HEAD --format markdown\n"


def test_a_summary_beyond_what_its_host_takes_says_that_it_is_cut(tmp_path: Path) -> None:
    program = 'if [ "$3" = check ]; then yes -- "- temuan" | head -n 200000 >"$8"; fi\n'
    done = ran(
        step_of(FITTINGS / "github-periksa.yml", "Laporan"), tmp_path, {"python": program},
        GITHUB_STEP_SUMMARY=str(tmp_path / "ringkasan.md"),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = (tmp_path / "ringkasan.md").read_text(encoding="utf-8")
    assert len(told.encode()) < 1 << 20
    assert told.splitlines()[-3:-1] == ["- temuan", ""]
    assert told.splitlines()[-1].startswith("*Laporan ini dipotong.")


@pytest.mark.parametrize(("lines", "ending"), [(2, "- temuan"), (200_000, "*Laporan ini dipotong.*")])
def test_the_action_says_so_too(tmp_path: Path, lines: int, ending: str) -> None:
    (script,) = (
        step["run"] for step in workflow_table(ACTIONS[0])["runs"]["steps"] if "STEP_SUMMARY" in step.get("run", "")
    )
    program = f'if [ "$6" = markdown ]; then yes -- "- temuan" | head -n {lines}; exit 1; fi\nexit 5\n'
    summary = tmp_path / "ringkasan.md"
    done = ran(str(script), tmp_path, {"python": program}, FOLDER=".", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 5, done.stderr
    told = summary.read_text(encoding="utf-8")
    assert len(told.encode()) < 1 << 20
    assert told.splitlines()[-1] == ending


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", [*WORKFLOWS, *GIVEN]),
        ("vendor.github-actions", ACTIONS),
        ("vendor.gitlab-ci", [FITTINGS / "gitlab-ci.yml", ROOT / ".ci/gitlab-ci.yml"]),
    ],
)
def test_what_runs_elsewhere_has_the_form_that_is_read_there(schema: str, files: list[Path]) -> None:
    assert files
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.slow
def test_an_analyser_of_workflows_finds_no_weakness() -> None:
    program = Path(sys.executable).with_name("zizmor")
    command = [str(program), "--offline", "--no-progress", "--quiet", *map(str, (*WORKFLOWS, *ACTIONS, *GIVEN))]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert told.returncode == 0, told.stdout + told.stderr
