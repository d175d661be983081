"""Which file of the portal folder is read by which register, and which lie in the folder of documents."""

from functools import lru_cache

from ppidgen.model import registers as reg
from ppidgen.source.tree import SourceFile, SourceTree

REGISTER_ENDINGS = (".yaml", ".yml", ".md")
ATTACHED = f"{reg.CONTENT}/{reg.FILES}/"
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


def is_attachment(path: str) -> bool:
    """Say whether a path lies in the folder of documents."""
    return path.startswith(ATTACHED)


def from_attachments(path: str) -> str:
    """Write the path of a file as seen from the folder of documents."""
    if path.startswith(ATTACHED):
        return path.removeprefix(ATTACHED)
    content = f"{reg.CONTENT}/"
    return f"../{path.removeprefix(content)}" if path.startswith(content) else f"../../{path}"
