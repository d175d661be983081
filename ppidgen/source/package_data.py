"""EDGE: reads what ships inside the package and is not Python (law, duties, rubrics, rulebook)."""

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from ppidgen import __version__
from ppidgen.source.libraries import libraries


def read_text(name: str) -> str:
    """Give the text of the shipped file `name`, a path below `ppidgen/data` such as "hukum/pp-61-2010.yaml"."""
    return _root().joinpath(*name.split("/")).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """Give the bytes of the shipped file `name`, a path below `ppidgen/data`."""
    return _root().joinpath(*name.split("/")).read_bytes()


def names(folder: str) -> tuple[str, ...]:
    """Name every file below the shipped folder, in order, each as `read_text` takes it."""
    return tuple(sorted(_walk(_root().joinpath(*folder.split("/")), folder)))


@cache  # a program that runs does not change
def identity() -> str:
    """Give what changes whenever the program does: its version, its files as the system numbers them, its libraries.

    Nothing that another program kept is believed: a later one finds more, personal data among it.
    """
    package = Path(__file__).parent.parent
    digest = hashlib.blake2b(f"{__version__} {libraries()}".encode(), digest_size=16)
    for folder, folders, found in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(found):
            stat = os.stat(f"{folder}/{name}")  # noqa: PTH116 - twice as fast as Path, and there are hundreds
            digest.update(f"{folder}/{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _root() -> Traversable:
    return files("ppidgen").joinpath("data")


def _walk(folder: Traversable, path: str) -> Iterator[str]:
    for child in folder.iterdir():
        below = f"{path}/{child.name}"
        if child.is_dir():
            yield from _walk(child, below)
        else:
            yield below
