"""What runs where nobody looks: workflows take the least power, and locks hold what pyproject asks for."""

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
    assert missing([*table["dependencies"], *table["optional-dependencies"]["serve"]], locked("core.txt")) == []


def test_the_lock_of_the_gate_holds_what_the_gate_asks_for() -> None:
    table = project()
    extras = table["optional-dependencies"]
    assert missing([*table["dependencies"], *extras["serve"], *extras["dev"]], locked("dev.txt")) == []


def test_officers_run_the_very_versions_that_the_gate_tried() -> None:
    tried = locked("dev.txt")
    assert {name: version for name, version in locked("core.txt").items() if tried.get(name) != version} == {}


@pytest.mark.parametrize("name", ["core.txt", "dev.txt"])
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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", [*WORKFLOWS, *GIVEN]),
        ("vendor.github-actions", ACTIONS),
        ("vendor.gitlab-ci", [FITTINGS / "gitlab-ci.yml"]),
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
