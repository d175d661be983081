"""`ppidgen schema` writes what an editor reads, beside what is there already."""

import json
from pathlib import Path

from ppidgen.model.portal.schema import schemas
from tests.cli.conftest import Run, lay


def test_a_schema_of_every_register_is_written_and_named(run: Run, tmp_path: Path) -> None:
    shown = run("schema", "--out", "portal")
    assert shown.returncode == 0
    assert {path.name for path in (tmp_path / "portal/skema").iterdir()} == schemas().keys()
    assert "portal/skema/informasi.schema.json" in shown.stdout.splitlines()
    written = json.loads((tmp_path / "portal/skema/informasi.schema.json").read_text(encoding="utf-8"))
    assert written == schemas()["informasi.schema.json"]


def test_the_settings_that_an_officer_made_stay(run: Run, tmp_path: Path) -> None:
    lay(tmp_path, {".vscode/settings.json": '{"editor.fontSize": 18}'})
    run("schema")
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["editor.fontSize"] == 18
    assert "./skema/unit.schema.json" in settings["yaml.schemas"]


def test_settings_with_comments_are_left_as_they_are_and_told(run: Run, tmp_path: Path) -> None:
    lay(tmp_path, {".vscode/settings.json": "{ // mine\n}"})
    shown = run("schema")
    assert shown.returncode == 0
    assert ".vscode/settings.json bukan JSON murni" in shown.stderr
    assert (tmp_path / ".vscode/settings.json").read_text(encoding="utf-8") == "{ // mine\n}"
