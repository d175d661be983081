"""From register files to their sheets: as an earlier run kept them, else read now, in several processes."""

from collections.abc import Iterable, Sequence
from functools import partial

import orjson

from ppidgen.machine.processes import WORTH_SHARING, pool, portions
from ppidgen.model.portal.registers import Register
from ppidgen.model.portal.sheet import packed, read_sheet
from ppidgen.reading.files import register_files
from ppidgen.source.caches.register_cache import Recollection
from ppidgen.source.tree import SourceFile, SourceTree

# Each register file with its sheet as plain values, None where a fault must be told from the file itself.
Sheets = Iterable[tuple[SourceFile, Register, object]]


def recalled(tree: SourceTree, known: Recollection, processes: int) -> Sheets:
    """Give the sheet of each register file, in order: as an earlier run kept it, else read now and kept.

    Each is given as soon as it has been read, so that records are bound while other processes go on reading, and what
    was kept of a file is gone from memory once it is bound.
    """
    all_files = register_files(tree)
    new = iter(_read_now(tree, [one for one in all_files if not known.knows(one[0])], known, processes))
    for file, register in all_files:
        if not known.knows(file):
            yield next(new)
        elif (sheet := known.reading(file)) is not None:
            yield file, register, sheet
        else:  # it was damaged
            yield from _read_now(tree, [(file, register)], known, 1)


def _read_now(
    tree: SourceTree, new: Sequence[tuple[SourceFile, Register]], known: Recollection, processes: int
) -> Sheets:
    for file, register, sheet in read_sheets(tree, new, processes):
        if sheet is not None:
            known.keep(file, sheet)
        yield file, register, sheet


def read_sheets(tree: SourceTree, files: Sequence[tuple[SourceFile, Register]], processes: int) -> Sheets:
    """Read register files; give for each its sheet as plain values, or None where a fault must be told in person."""
    shares = portions(files)
    jobs = [partial(_read, tree, share) for share in shares]
    with pool(jobs, processes if len(files) >= WORTH_SHARING else 1) as done:
        for share, sheets in zip(shares, done(range(len(jobs))), strict=True):
            for (file, register), sheet in zip(share, orjson.loads(sheets), strict=True):
                yield file, register, sheet


def _read(tree: SourceTree, files: Sequence[tuple[SourceFile, Register]]) -> bytes:
    contents = tree.reader.read_each(file.path for file, _ in files)
    return orjson.dumps(
        [packed(read_sheet(file.path, raw, register)) for (file, register), raw in zip(files, contents, strict=True)]
    )
