"""What an officer's machine receives: a wheel that carries the themes, the specimen and the data."""

import json
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml

from ppidgen.source import child


def test_the_one_folder_program_starts_its_children_by_itself(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no interpreter beside it, so what `sys.executable` names is the program."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    command = child.command("ppidgen.source.probe.program")
    assert command[0] == sys.executable
    called = [sys.executable, "-m", "ppidgen", *command[1:]]
    done = subprocess.run(called, cwd=repository, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.slow
def test_a_wheel_made_of_the_source_archive_carries_all_that_the_program_reads(
    repository: Path, tmp_path: Path
) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--directory", str(tmp_path), "--target"]
    subprocess.run([*build, "sdist"], cwd=repository, check=True, capture_output=True)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        opened.extractall(tmp_path, filter="data")
    sources = tmp_path / archive.name.removesuffix(".tar.gz")
    subprocess.run([*build, "wheel"], cwd=sources, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    carried = set(zipfile.ZipFile(wheel).namelist())
    homes = {"ppidgen": "ppidgen", "themes": "ppidgen/_themes", "content": "ppidgen/_specimen"}
    wanted = {
        f"{home}/{file.relative_to(repository / folder).as_posix()}"
        for folder, home in homes.items()
        for file in (repository / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert wanted - carried == set()
    assert "ppidgen/_themes/baku/theme.yaml" in carried
    assert "ppidgen/_specimen/badan-publik.yaml" in carried
    assert "ppidgen/py.typed" in carried, "it says of itself that it is typed"
    assert any(name.endswith(".dist-info/sboms/sbom.cdx.json") for name in carried)
    texts = {file.relative_to(repository).as_posix() for file in licence_texts(repository)}
    assert {name.partition(".dist-info/licenses/")[2] for name in carried} - {""} == {"LICENSE", *texts}


def origins(repository: Path) -> list[tuple[Path, dict[str, str]]]:
    """Give every vendored file as its table tells of it, with the folder it lies in."""
    tables = [*repository.glob("themes/*/aset/ASAL.yaml"), *repository.glob("ppidgen/data/*/ASAL.yaml")]
    return [(table.parent, row) for table in tables for row in yaml.safe_load(table.read_text(encoding="utf-8"))]


def licence_texts(repository: Path) -> set[Path]:
    named = ((folder, re.search(r"\((.+)\)", row["lisensi"])) for folder, row in origins(repository))
    return {folder / text for folder, found in named if found for text in found[1].split(", ")}


def test_the_package_names_the_licence_of_all_that_it_carries(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    vendored = {one for _, row in origins(repository) for one in row["lisensi"].partition(" (")[0].split(", ")}
    assert set(project["license"].split(" AND ")) == {"MIT", *vendored}
    given = {file for pattern in project["license-files"] for file in repository.glob(pattern)}
    assert given == {repository / "LICENSE", *licence_texts(repository)}


def test_the_bill_of_materials_names_what_is_locked_and_vendored_with_its_licence(repository: Path) -> None:
    bill = json.loads((repository / ".ci/sbom.cdx.json").read_bytes())
    lock = (repository / ".ci/requirements/officer.txt").read_text(encoding="utf-8")
    packages = [one for one in bill["components"] if one["type"] != "file"]
    listed = {(one["name"].lower().replace("_", "-"), one["version"]) for one in packages}
    assert set(re.findall(r"^([a-z0-9-]+)==([^ ]+)", lock, re.MULTILINE)) == listed
    assert [one["name"] for one in bill["components"] if not one.get("licenses")] == []
    vendored = {row["sha256"] for _, row in origins(repository)}
    told = {one["hashes"][0]["content"] for one in bill["components"] if one["type"] == "file"}
    assert vendored == told, "renew it: .ci/lock"
