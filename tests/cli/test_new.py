"""`ppidgen new`: each starting point is sound, builds at once, and brings what an editor and a host need."""

import json
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from ppidgen.cli import VERBS
from ppidgen.cli.verbs.new import speaks_for_a_sample
from ppidgen.model.days.today import BODY_FILES
from ppidgen.model.elements.vocabulary import Profile
from tests.cli.conftest import Run, lay

PINNED = re.compile(r"^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


@pytest.mark.slow
@pytest.mark.parametrize("profile", list(Profile))
def test_a_new_portal_has_no_error_and_builds_at_once(run: Run, tmp_path: Path, profile: Profile) -> None:
    begun = run("new", "portal", "--profile", profile.value)
    assert begun.returncode == 0, begun.stderr
    assert begun.stdout.startswith("Portal baru ada di portal. Lanjutkan dengan:\n  cd portal\n  ppidgen check\n")
    portal = tmp_path / "portal"
    checked = run("check", portal)
    assert checked.returncode == 0, checked.stdout
    built = run("build", "--no-search", cwd=portal)
    assert built.returncode == 0, built.stderr
    assert (portal / "site/index.html").is_file()
    assert "Badan Publiknya masih contoh bawaan" in built.stderr


def test_the_case_that_the_readme_shows_is_sound_and_every_verb_in_it_exists(run: Run, tmp_path: Path) -> None:
    assert run("new", "portal", "--profile", "desa").returncode == 0
    portal = tmp_path / "portal"
    readme = (portal / "README.md").read_text(encoding="utf-8")
    found = re.search(r"```yaml\n# (content/perkara/\S+)\n(.*?)```", readme, re.DOTALL)
    assert found is not None
    unit = next((portal / "content/unit").glob("*.yaml")).stem
    lay(portal, {found[1]: found[2].replace("<unit>", unit)})
    assert run("check", portal, "--show", "galat").returncode == 0
    assert "2026/p-001" in run("status", cwd=portal).stdout
    assert set(re.findall(r"\bppidgen ([a-z]+)", readme)) <= set(VERBS)


@pytest.mark.parametrize("folder", ["OneDrive - Dinas Kominfo", "PPID & Humas", "Bu'Ani #1"])
def test_the_way_into_a_new_portal_can_be_copied_as_it_is_told(run: Run, tmp_path: Path, folder: str) -> None:
    told = run("new", folder, "--profile", "desa").stdout
    (entering,) = (line for line in told.splitlines() if line.startswith("  cd "))
    found = subprocess.run(["sh", "-c", f"{entering}; pwd"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert found.stdout == f"{tmp_path / folder}\n"


def test_a_portal_with_a_body_of_its_own_is_not_taken_for_a_sample(run: Run, tmp_path: Path) -> None:
    run("new", "portal", "--profile", "desa")
    assert speaks_for_a_sample(tmp_path / "portal")
    with (tmp_path / "portal" / BODY_FILES[0]).open("a", encoding="utf-8") as body:
        body.write("media_sosial: []\n")
    assert not speaks_for_a_sample(tmp_path / "portal")


def test_a_new_portal_brings_schemas_and_settings_for_editors(run: Run, tmp_path: Path) -> None:
    run("new", "portal", "--profile", "desa")
    settings = json.loads((tmp_path / "portal/.vscode/settings.json").read_text(encoding="utf-8"))
    wanted = settings["yaml.schemas"]
    assert wanted
    assert all((tmp_path / "portal" / schema).is_file() for schema in wanted)


def test_a_new_portal_brings_workflows_that_take_the_least_power(run: Run, tmp_path: Path) -> None:
    run("new", "portal", "--profile", "desa")
    portal = tmp_path / "portal"
    for name, power in (("periksa", {"contents": "read"}), ("terbitkan", {})):
        text = (portal / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
        table = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it builds only text
        assert table["permissions"] == power
        assert "pull_request_target" not in table["on"]
        assert "secrets." not in text
        assert [used for used in re.findall(r"uses: (.+)", text) if not PINNED.match(used)] == []
        assert "--require-hashes" in text
    assert "ppidgen check ." in (portal / ".gitlab-ci.yml").read_text(encoding="utf-8")
    assert "/site/" in (portal / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_one_action_has_one_pin_in_our_workflows_and_in_those_of_a_portal(repository: Path) -> None:
    files = [
        *(repository / ".github/workflows").glob("*.yml"),
        *(repository / "ppidgen/data/kelengkapan").glob("github-*.yml"),
    ]
    pins = {pin for file in files for pin in re.findall(r"uses: (.+)", file.read_text(encoding="utf-8"))}
    assert len({pin.partition("@")[0] for pin in pins}) == len(pins)


def test_a_folder_that_holds_something_is_refused_and_left_alone(run: Run, tmp_path: Path) -> None:
    lay(tmp_path / "full", {"letter.txt": "mine"})
    shown = run("new", "full", "--profile", "kota")
    assert shown.returncode == 2
    assert "full tidak kosong; sebutkan folder yang belum ada." in shown.stderr
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["letter.txt"]


def test_an_empty_folder_and_the_current_one_will_do(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("new", ".", "--profile", "kota", cwd=tmp_path / "empty").returncode == 0
    assert (tmp_path / "empty/content/badan-publik.yaml").is_file()


def test_a_folder_that_cannot_be_made_is_the_machines_fault(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    shown = run("new", "file/portal", "--profile", "kota")
    assert shown.returncode == 3
    assert "Traceback" not in shown.stderr


@pytest.mark.slow
def test_a_disk_that_takes_no_more_leaves_no_half_made_portal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    for name in ("baru", "kosong"):
        command = [sys.executable, "-m", "ppidgen", "new", name, "--profile", "desa"]
        shown = subprocess.run(
            command,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(Path.cwd())},
            capture_output=True,
            encoding="utf-8",
            check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000)),
        )
        assert shown.returncode == 3, shown.stderr
        assert "Traceback" not in shown.stderr
    assert [path.name for path in tmp_path.rglob("*")] == ["kosong"]
    assert run("new", "kosong", "--profile", "desa").returncode == 0


def test_what_a_killed_run_left_gives_way(run: Run, tmp_path: Path) -> None:
    lay(tmp_path / "portal/.ppidgen-new/content", {"situs.yaml": "judul: setengah\n"})
    assert run("new", "portal", "--profile", "desa").returncode == 0
    assert not (tmp_path / "portal/.ppidgen-new").exists()
    assert "setengah" not in (tmp_path / "portal/content/situs.yaml").read_text(encoding="utf-8")
