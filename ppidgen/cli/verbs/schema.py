"""`ppidgen schema`: write what an editor needs to check registers while they are typed."""

import json
from collections.abc import Mapping
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from ppidgen.cli import console, parameters

SETTINGS = Path(".vscode", "settings.json")


@parameters.verb("schema", _("Write JSON Schemas of all registers. Settings by which VS Code uses them come along."))
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    metavar=_("FOLDER"),
    help=_("Folder to write to, the portal's own as a rule; the current folder when left out."),
)
def command(out: Path) -> int:
    """Write the editor's files below a folder."""
    for path in write_editor_files(out):
        console.result(f"{path}\n")
    return 0


def write_editor_files(folder: Path) -> list[Path]:
    """Write schemas and editor settings below `folder` and name the files written; settings of others stay."""
    from ppidgen.machine import whole
    from ppidgen.model.portal import schema

    texts = {folder / schema.FOLDER / name: _text(content) for name, content in schema.schemas().items()}
    settings = _merged(folder / SETTINGS, schema.editor_settings())
    if settings is None:
        console.tell(_("{path} cannot be read as plain JSON and was left as it is.").format(path=folder / SETTINGS))
    else:
        texts[folder / SETTINGS] = settings
    for path, text in texts.items():
        whole.put(path, (text.encode(),))
    return list(texts)


def _merged(path: Path, ours: Mapping[str, Any]) -> str | None:
    """Give the settings with ours in them; None when the file holds what JSON alone does not allow, as comments."""
    try:
        theirs = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    except (OSError, ValueError):
        return None
    return _text({**theirs, **ours}) if isinstance(theirs, dict) else None


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
