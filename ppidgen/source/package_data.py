"""EDGE: reads what ships inside the package and is not Python (law, duties, rubrics, rulebook)."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable


def read_text(name: str) -> str:
    """Give the text of the shipped file `name`, a path below `ppidgen/data` such as "hukum/pp-61-2010.yaml"."""
    return _root().joinpath(*name.split("/")).read_text(encoding="utf-8")


def names(folder: str) -> tuple[str, ...]:
    """Name every file below the shipped folder, in order, each as `read_text` takes it."""
    return tuple(sorted(_walk(_root().joinpath(*folder.split("/")), folder)))


def _root() -> Traversable:
    return files("ppidgen").joinpath("data")


def _walk(folder: Traversable, path: str) -> Iterator[str]:
    for child in folder.iterdir():
        below = f"{path}/{child.name}"
        if child.is_dir():
            yield from _walk(child, below)
        else:
            yield below
