"""EDGE: finds the folder of a theme and reads what is in it."""

import os
from collections.abc import Mapping
from pathlib import Path

from ppidgen.diagnostics.machine import MachineFault
from ppidgen.machine.faults import reason_of

STANDARD = "baku"


def built_in(name: str = STANDARD) -> Path:
    """Give the folder of a theme that ships with the program: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_themes" / name
    return inside if inside.is_dir() else package.parent / "themes" / name


def read_one(home: "os.PathLike[str]", name: str) -> bytes:
    """Give one file of the folder; a folder without it is MSN030."""
    folder = Path(home)
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise MachineFault("MSN030", {"path": folder.name, "reason": name}) from error


def read(home: "os.PathLike[str]") -> Mapping[str, bytes]:
    """Give every file below the folder, in order, by its path from there; a folder that cannot be read is MSN030.

    A link is refused: it would bring what lies elsewhere on this machine into the site.
    """
    folder = Path(home)
    try:
        files = sorted(file for file in folder.rglob("*") if not file.name.startswith("."))
        if linked := next((file for file in files if file.is_symlink()), None):
            raise MachineFault("MSN030", {"path": folder.name, "reason": linked.relative_to(folder).as_posix()})
        found = {file.relative_to(folder).as_posix(): file.read_bytes() for file in files if file.is_file()}
    except OSError as error:
        raise MachineFault("MSN030", {"path": folder.name, "reason": reason_of(error)}) from error
    if "theme.yaml" not in found:
        raise MachineFault("MSN030", {"path": folder.name, "reason": "theme.yaml"})
    return found
