"""EDGE. What the portal holds already, and new files put into it: all of them or none.

Every file is first written whole beside the registers and only then given its name, by a link that fails
where the name is taken; an error takes back what was put in.
"""

import errno
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from ppidgen.diagnostics import MachineFault
from ppidgen.exchange.fingerprints import HISTORY, digests_in, history_in
from ppidgen.exchange.plan import Existing, ImportPlan, Write
from ppidgen.model import registers as reg
from ppidgen.model.binding import bind_file
from ppidgen.model.import_table import ImportWords
from ppidgen.model.unit import Unit
from ppidgen.source.files import never_linked, read_tree

_CODES = {
    errno.ENOSPC: "MSN001",
    errno.EACCES: "MSN004",
    errno.EPERM: "MSN004",
    errno.EROFS: "MSN005",
    errno.EDQUOT: "MSN006",
}
_ANY_OTHER = "MSN007"
_STAGE = ".ppidgen/import"
_LONGEST_HISTORY = 20_000_000
_THREADS = 16  # the disk takes waiting writes together
_ENDINGS = (".yaml", ".yml", ".md")
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})


def read_existing(root: Path, words: ImportWords) -> Existing:
    """Look through the registers that an import can write to."""
    tree = read_tree(root).value
    ids: dict[str, set[str]] = {
        register.name: set() for register in (reg.INFORMATION, reg.EXEMPTIONS, reg.UNITS, reg.CASES)
    }
    digests: set[str] = set()
    units: list[Unit] = []
    for path in tree.files:
        name = path.removeprefix(f"{reg.CONTENT}/").partition("/")[0]
        if name not in ids or not path.endswith(_ENDINGS):
            continue
        raw = tree.reader.read(path)
        ids[name].add(path.rpartition(".")[0].removeprefix(f"{reg.CONTENT}/{name}/"))
        digests |= digests_in(raw.decode("utf-8", "replace"), words)
        if name == reg.UNITS.name or raw.lstrip().startswith((b"-", b"#")):
            register = next(known for known in reg.REGISTERS if known.name == name)
            records = bind_file(path, raw, register).value.records
            ids[name] |= {record.id for record in records}
            units += [record for record in records if isinstance(record, Unit)]
    by_register = {name: frozenset(found) for name, found in ids.items()}
    return Existing(by_register, frozenset(digests), _remembered(root), tuple(units))


def _remembered(root: Path) -> frozenset[str]:
    """Read the history of imports; one that cannot be read brings back what was deleted, and hinders nothing."""
    try:
        with open(root / HISTORY, "rb", opener=never_linked) as file:
            return history_in(file.read(_LONGEST_HISTORY).decode("utf-8", "replace"))
    except OSError:
        return frozenset()


def apply(plan: ImportPlan, root: Path) -> tuple[str, ...]:
    """Write the files of a plan below `root`; give the paths written. A name taken meanwhile is left alone.

    The history comes last: an entry that it does not list yet is known by the digest that it carries.
    """
    writes = [*plan.writes]
    if plan.mapping_path and not (root / plan.mapping_path).exists():
        writes.append(Write(plan.mapping_path, plan.mapping_text))
    if not writes and not plan.history:
        return ()
    stage = root / _STAGE
    targets = [root / write.path for write in writes]
    placed: list[Path] = []
    try:
        with _told(stage):
            shutil.rmtree(stage, ignore_errors=True)
            stage.mkdir(parents=True)
            with ThreadPoolExecutor(_THREADS) as pool:
                staged = list(pool.map(_stage, (stage / str(number) for number in range(len(writes))), writes))
            for folder in dict.fromkeys(target.parent for target in (*targets, root / HISTORY)):
                _make(folder, root.resolve())
            for temporary, target in zip(staged, targets, strict=True):
                placed += _place(temporary, target)
            if plan.history:
                _stage(stage / "history", Write(HISTORY, plan.history)).replace(root / HISTORY)
    except BaseException:
        for path in reversed(placed):
            path.unlink(missing_ok=True)
        raise
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return tuple(path.relative_to(root).as_posix() for path in placed)


def _stage(path: Path, write: Write) -> Path:
    with path.open("xb") as file:
        file.write(write.text.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())
    return path


def _place(temporary: Path, target: Path) -> list[Path]:
    """Give a staged file its name; an existing file of that name stays as it is."""
    try:
        os.link(temporary, target, follow_symlinks=False)
    except FileExistsError:
        return []
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if target.exists():
            return []
        temporary.rename(target)
    return [target]


def _make(folder: Path, root: Path) -> None:
    """Make a folder; a link that leads it out of the portal is not followed."""
    folder.mkdir(parents=True, exist_ok=True)
    if not folder.resolve().is_relative_to(root):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(folder))


@contextmanager
def _told(place: Path) -> Iterator[None]:
    """Turn what the operating system refuses into a fault with a page in the rulebook.

    `publish` has a table like this one; the two chapters are strangers.
    """
    try:
        yield
    except OSError as error:
        path = error.filename if isinstance(error.filename, str) else str(place)
        reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
        data = {"path": path, "reason": reason, "needed": ""}
        raise MachineFault(_CODES.get(error.errno or 0, _ANY_OTHER), data) from error
