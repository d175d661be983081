"""From the portal folder to its records: every register file read once, or recalled.

What an earlier run read of a file that nobody touched since is taken from `.ppidgen/`; a fault is always told from
the file itself.
"""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import chain
from pathlib import Path

from ppidgen.diagnostics import Checked, Finding, MachineFault, Span
from ppidgen.diagnostics.progress import Progress, silent
from ppidgen.model.elements.record import Record
from ppidgen.model.language.translation import translated
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.assembly import Records, RegisterDigests
from ppidgen.model.portal.binding import Bound, bind_sheet
from ppidgen.model.portal.sheet import Sheet, read_sheet, unpacked
from ppidgen.reading.files import (
    copied_path,
    document_path,
    is_attachment,
    meant_path,
    register_count,
    register_files,
    register_of,
)
from ppidgen.reading.memory import Reading, Readings
from ppidgen.reading.sheets import Sheets, recalled
from ppidgen.source.caches.cache_file import CACHE
from ppidgen.source.caches.register_cache import recall
from ppidgen.source.files import together
from ppidgen.source.probe.opened import Trace
from ppidgen.source.register_text.mistakes import MENDED
from ppidgen.source.tree import SourceFile, SourceTree

# A table laid among the registers waits to be taken in.
TABLE_ENDINGS = (".xlsx", ".xls", ".ods", ".csv")
# The registers of which is known by themselves what they say: pages differ in which of them they ask.
_SAID_ALONE = (reg.INFORMATION, reg.ANNOUNCEMENTS)


def read_records(
    root: Path, tree: SourceTree, processes: int, progress: Progress = silent, memory: Readings | None = None
) -> Checked[Records]:
    """Read the register files of the portal folder at `root`, which holds `tree`; `memory` is that of a process."""
    try:
        if memory is not None and memory.begin(time.time_ns()):
            return bind(tree, ((*one, None) for one in register_files(tree)), progress, memory)
        with closing(recall(root / CACHE / "registers.json")) as known:
            records = bind(tree, recalled(tree, known, processes), progress, memory)
            known.save()
            return records
    except MachineFault:
        if closed := _closed(tree):
            raise together(closed) from None
        raise


def _closed(tree: SourceTree) -> list[MachineFault]:
    """Give a fault for every register file that cannot be read, once one of them could not."""
    found: list[MachineFault] = []
    for file, _ in register_files(tree):
        try:
            tree.reader.read(file.path)
        except MachineFault as fault:
            found.append(fault)
    return found


@dataclass(slots=True)
class _Gathered:
    """What register files hold together, added one after the other; `is_translated`: translations ask for originals."""

    findings: list[Finding]
    is_translated: bool
    records: defaultdict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))
    rejected: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    traces: dict[str, tuple[Trace, ...]] = field(default_factory=dict)
    said: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    texts: list[str] = field(default_factory=list)
    originals: list[tuple[reg.Register, Sheet]] = field(default_factory=list)
    translations: list[tuple[str, reg.Register, Sheet]] = field(default_factory=list)

    def add(self, path: str, register: reg.Register, one: Reading, language: str) -> None:
        """Add one file; in a `language` of its own it holds no records, but what others say in that language."""
        self.said[register.name if register in _SAID_ALONE else ""].append(one.said)
        if register is reg.INFORMATION:
            self.texts += (line.prints.whole for line in one.sheet.lines)
        self.findings += one.findings
        if one.sheet.traces:
            self.traces[path] = one.sheet.traces
        if language:
            self.translations.append((language, register, one.sheet))
            return
        if self.is_translated:
            self.originals.append((register, one.sheet))
        self.records[register.name] += one.bound.records
        self.rejected[register.name].update(one.bound.rejected)

    def units(self) -> frozenset[str]:
        """Name the units: they come first, so all are there once another register does."""
        return frozenset(unit.id for unit in self.records[reg.UNITS.name])

    def together(self) -> Checked[Records]:
        """Give all that was added, with what is wrong in it."""
        rejected = {name: frozenset(ids) for name, ids in self.rejected.items()}
        by_register = {name: tuple(found) for name, found in self.records.items()}
        listed, announced = (self.said[register.name] for register in _SAID_ALONE)
        digests = RegisterDigests(*map(_digest, (self.said[""], listed, self.texts, announced)))
        further = translated(self.translations, self.originals, rejected, self.units())
        records = Records(by_register, rejected, digests, self.traces, further.value)
        return Checked(records, (*self.findings, *further.findings))


def bind(
    tree: SourceTree, sheets: Sheets, progress: Progress = silent, memory: Readings | None = None
) -> Checked[Records]:
    """Bind every register file of the tree into records; files that no register reads are told.

    The sheets come in the order of `register_files`. One that is None stands for a file in which something was found:
    it is read here, and told. What `memory` holds of a file is taken from there.
    """
    languages = {path: language for path in tree.files if (language := reg.language_of(path))}
    gathered, expected = _Gathered(list(_unread(tree)), bool(languages)), register_count(tree)
    units: frozenset[str] = frozenset()
    for number, (file, register, kept) in enumerate(sheets):
        if register is not reg.UNITS and not units:
            units = gathered.units()
        language = languages.get(file.path, "")
        one = None if memory is None else memory.of(file, units)
        if one is None:
            one = _reading(tree, file, register, kept, units, is_whole=not language)
            if memory is not None:
                memory.keep(file, units, one)
        gathered.add(file.path, register, one, language)
        progress("read", number + 1, expected)
    read = gathered.together()
    return Checked(read.value, tuple(_told_as_copy(tree, found) for found in read.findings))


def _unread(tree: SourceTree) -> Iterator[Finding]:
    """Tell files that lie among the registers and that none of them reads."""
    for path in tree.files:
        if register_of(path) is None and not is_attachment(path):
            table = path if path.lower().endswith(TABLE_ENDINGS) else ""
            copied = copied_path(path, tree.files)
            fixed = meant_path(path)
            is_misplaced = fixed.rpartition("/")[2] == path.rpartition("/")[2]
            renamed, moved = ("", fixed) if is_misplaced else (fixed, "")
            meant = {"copied": copied, "fixed": renamed, "moved": moved, "document": document_path(path)}
            yield Finding("RUJ011", Span(path), {"path": path, "table": table, **meant})


def _told_as_copy(tree: SourceTree, found: Finding) -> Finding:
    """Name what a file with an odd name seems to be a copy of: made an entry of its own, it would count twice."""
    if found.code != "SKM015" or found.span != Span(found.span.path):
        return found
    return replace(found, data={**found.data, "copied": copied_path(found.span.path, tree.files)})


def _reading(
    tree: SourceTree, file: SourceFile, register: reg.Register, kept: object, units: frozenset[str], *, is_whole: bool
) -> Reading:
    """Read one register file, from its sheet where an earlier run `kept` it; a translation is no `whole` record."""
    known = unpacked(file.path, kept)
    sheet = Checked(known) if known else read_sheet(file.path, tree.reader.read(file.path), register)
    bound = bind_sheet(sheet.value, register, units) if is_whole else Checked(Bound())
    said = _without_long_text(sheet.value, register, is_whole=is_whole)
    mended = {found.span.line for found in sheet.findings if found.code in MENDED}
    fitting = (found for found in bound.findings if not (found.code.startswith("SKM") and found.span.line in mended))
    return Reading(sheet.value, bound.value, (*sheet.findings, *fitting), said)


def _without_long_text(sheet: Sheet, register: reg.Register, *, is_whole: bool) -> str:
    """Give what stands for what a sheet says, except for long texts of DIP entries, which their own pages alone show.

    A translation is said in full: it has no record with a fingerprint.
    """
    is_entry = register is reg.INFORMATION and is_whole
    prints = ((line.id, line.prints.brief if is_entry else line.prints.whole) for line in sheet.lines)
    path = sheet.lines[0].origin.path if sheet.lines else ""
    # None of them can hold what they are joined by: no text of a register holds a control character.
    return "\0".join((register.name, path, *chain.from_iterable(prints), "", *sheet.rejected))


def _digest(parts: Iterable[str]) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def bind_only(tree: SourceTree, registers: Sequence[reg.Register]) -> Checked[Records]:
    """Read the files of a few registers alone; nothing of it is kept."""
    files = {path: file for path, file in tree.files.items() if register_of(path) in registers}
    few = SourceTree(files, tree.reader)
    return bind(few, ((*one, None) for one in register_files(few)))
