"""Which file of the portal folder is read by which register, and which lie in the folder of documents."""

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from pathlib import Path

from ppidgen.diagnostics import Finding, Span
from ppidgen.diagnostics.nearest import nearest
from ppidgen.model.portal import registers as reg
from ppidgen.source.beside import beside_content
from ppidgen.source.tree import SourceFile, SourceTree

REGISTER_ENDINGS = (".yaml", ".yml", ".md")
_TEXT = ".txt"  # Windows puts it behind any name and does not show it
ATTACHED = f"{reg.CONTENT}/{reg.FILES}/"
_DOCUMENT = re.compile(r".*\.(?:pdf|docx?|pptx?|odt|odp|rtf|jpe?g|png|webp|gif|mp[34]|zip|rar)\Z", re.IGNORECASE)
_BEHIND_NAME = re.compile(r"(?<=.)[ _(-]")
_BY_NAME = {register.name: register for register in reg.REGISTERS}


def register_files(tree: SourceTree) -> tuple[tuple[SourceFile, reg.Register], ...]:
    """Give the files that registers read by their paths, units first: they decide whose folder a folder is."""
    found = [(file, register) for file in tree.files.values() if (register := register_of(file.path))]
    return tuple(sorted(found, key=_in_order))


def register_count(tree: SourceTree) -> int:
    """Count the files that registers read."""
    return sum(1 for path in tree.files if register_of(path))


def _in_order(file: tuple[SourceFile, reg.Register]) -> tuple[bool, str]:
    return file[1] is not reg.UNITS, file[0].path


@lru_cache(maxsize=1 << 16)  # it is asked of every file several times in each reading
def register_of(path: str) -> reg.Register | None:
    """Give the register that reads the file at `path`, or None."""
    if not path.endswith(REGISTER_ENDINGS):
        return None
    inside = path.removeprefix(f"{reg.CONTENT}/")
    folder, slash, _ = inside.partition("/")
    name = folder if slash else reg.original_of(inside).rpartition(".")[0]
    found = _BY_NAME.get(name)
    return found if found and found.single == (not slash) else None


def astray(root: Path) -> Iterator[Finding]:
    """Tell registers that lie beside the folder in which they would be read."""
    single = {register.name for register in reg.REGISTERS if register.single}
    for name in beside_content(root, single, _BY_NAME.keys() - single, REGISTER_ENDINGS):
        yield Finding("SUM058", Span(name), {"name": name, "fixed": f"{reg.CONTENT}/{name}"})


def meant_path(path: str) -> str:
    """Give the path under which a register would read a file that none reads (other ending or folder), or ""."""
    bare = path[: -len(_TEXT)] if path.lower().endswith(_TEXT) else path
    stem, _, ending = bare.rpartition(".")
    named = f"{stem}.{ending.lower()}" if f".{ending.lower()}" in REGISTER_ENDINGS else ""
    named = named or (f"{bare}{REGISTER_ENDINGS[0]}" if bare != path else "")
    content, _, inside = named.partition("/")
    folder, slash, name = inside.partition("/")
    guess = f"{content}/{nearest(folder, _BY_NAME, 0.7)}/{name}" if slash else ""
    return next((one for one in (named, guess) if one not in {"", path} and register_of(one)), "")


def copied_path(path: str, files: Container[str]) -> str:
    """Give the file that one seems to be a copy of, as file managers and synced folders name theirs, or "".

    "a (1).yaml", "a - Copy.yaml" and "a-LAPTOP-7.yaml" lie beside "a.yaml".
    """
    folder, slash, name = path.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    shorter = (f"{folder}{slash}{stem[: found.start()]}{dot}{ending}" for found in _BEHIND_NAME.finditer(stem))
    return next((one for one in shorter if one in files), "")


def document_path(path: str) -> str:
    """Give the path among the documents of a file that looks like one, "" for any other."""
    inside = path.removeprefix(f"{reg.CONTENT}/")
    folder, _, name = inside.partition("/")
    return f"{ATTACHED}{name if folder in _BY_NAME and name else inside}" if _DOCUMENT.match(path) else ""


def is_attachment(path: str) -> bool:
    """Say whether a path lies in the folder of documents."""
    return path.startswith(ATTACHED)


def from_attachments(path: str) -> str:
    """Write the path of a file as seen from the folder of documents."""
    if path.startswith(ATTACHED):
        return path.removeprefix(ATTACHED)
    content = f"{reg.CONTENT}/"
    return f"../{path.removeprefix(content)}" if path.startswith(content) else f"../../{path}"
