"""Small sites for the tests of publishing, and a look at what became of them."""

import os
import traceback
from collections.abc import Callable, Mapping
from functools import partial
from itertools import takewhile
from pathlib import Path

from ppidgen.model.pages.piece import Piece
from ppidgen.publish.staging import PublishResult, publishing

Pages = Mapping[str, bytes]

DAY = "2024-05-01"


def build(out: Path, pages: Pages, **options: object) -> PublishResult:
    """Publish `pages` the way the pipeline does; a page's content is its key. `over`: as when all pages change.

    What an earlier build made of `before` is brought up to the new content by another piece where it can be.
    """
    before = options.get("before")
    earlier = before if isinstance(before, Mapping) else {}
    with publishing(out, patience=float(str(options.get("patience", 5)))) as site:
        if options.get("over"):
            site.write_over()
        for path, content in pages.items():
            key = content.hex()
            if not (site.has(path, key) and site.keep(path, key)):
                was = earlier.get(path)
                spliced = site.splice(path, was.hex(), key, partial(piece_of, content)) if was else None
                site.add([spliced or site.write(path, key, content)])
        return site.publish("1", DAY)


def piece_of(new: bytes, old: bytes) -> Piece:
    """Give what makes the new content of the old: all but what both begin and end with."""
    start = _alike(old, new)
    same = _alike(old[start:][::-1], new[start:][::-1])
    return Piece(start, len(old) - same, new[start : len(new) - same])


def _alike(one: bytes, other: bytes) -> int:
    """Count the bytes with which both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder; folders without files count too, so that none is left behind unseen."""
    found: dict[str, bytes] = {}
    for base, folders, files in os.walk(folder):
        for name in files:
            found[(Path(base) / name).relative_to(folder).as_posix()] = (Path(base) / name).read_bytes()
        if not folders and not files:
            found[Path(base).relative_to(folder).as_posix() + "/"] = b""
    return found


def clean(beside: Path, pages: Pages) -> dict[str, bytes]:
    """Say what a first build of `pages` publishes."""
    build(beside / "situs", pages)
    return contents(beside / "situs")


def home(out: Path) -> Path:
    """Give the hidden companion folder."""
    return out.parent / f".{out.name}.ppidgen"


def litter(out: Path) -> set[str]:
    """Name what lies about and should not."""
    beside = {entry.name for entry in out.parent.iterdir()} - {out.name, home(out).name}
    inside = {entry.name for entry in home(out).iterdir()} - {"spare", "state.json", "lock", "unchanged", ".gitignore"}
    return beside | inside


def in_child(work: Callable[[], object]) -> int:
    """Run `work` in a forked child; give its exit code, negative for a signal, 1 for any exception."""
    child = os.fork()
    if not child:
        code = 1
        try:
            work()
            code = 0
        except BaseException:  # noqa: BLE001 told here, for the child has nobody above it
            traceback.print_exc()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
