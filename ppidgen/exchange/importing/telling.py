"""The loss report told to a person, in the words of a data file."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from ppidgen.diagnostics.shown import shown
from ppidgen.exchange.importing.columns import Column
from ppidgen.exchange.importing.loss import CellNote, FileFault, ImportReport, RowNote, SheetReport
from ppidgen.model.language.words import Words
from ppidgen.source.refused import said

T = TypeVar("T")
MOST = 20
_FEW = 2
_ALL = 1_000_000


def tell(report: ImportReport, words: Words, *, dry: bool = False, everything: bool = False) -> str:
    """Give the loss report as text; long lists are cut after twenty lines and counted unless `everything`."""
    most = _ALL if everything else MOST
    lines = [_fault(fault, words) for fault in report.faults]
    if not report.sheets:
        lines.append(words("nothing"))
    for sheet in report.sheets:
        lines += ["", *_sheet(sheet, words, most)]
    if report.new_units:
        lines += ["", words("units", count=len(report.new_units))]
        lines += _cut(report.new_units, shown, words, most)
    if report.proposed:
        lines += ["", words("proposed")]
        lines += [f"  {words('proposed_key', name=key, count=count)}" for key, count in report.proposed.items()]
    if report.guessed_categories:
        lines += [f"  {words('guessed', count=report.guessed_categories)}"]
    summary = {"read": report.read, "written": report.written, "present": report.present, "skipped": report.skipped}
    lines += ["", words("summary", **summary), *([words("dry")] if dry else [])]
    return "\n".join(lines).strip("\n") + "\n"


def _fault(fault: FileFault, words: Words) -> str:
    data = {key: shown(value) for key, value in said(fault.data, words.language).items()}
    return words(f"fault.{fault.reason}", **data, file=_place(fault.file, fault.data.get("sheet", ""), words))


def _place(file: str, sheet: str, words: Words) -> str:
    return words("sheet", file=shown(file), sheet=shown(sheet)) if sheet else words("file", file=shown(file))


def _sheet(sheet: SheetReport, words: Words, most: int) -> Iterator[str]:
    yield _place(sheet.file, sheet.sheet, words)
    first, last = sheet.head_lines
    yield f"  {words('read', count=sheet.read, first=first, last=last)}"
    for name in ("written", "rerouted", "present", "joined", "repeated"):
        if count := getattr(sheet, name):
            yield f"  {words(name, count=count)}"
    yield from _listed("unseen", sheet.unseen, partial(_row_alike, words=words), words, most)
    yield from _listed("edited", sheet.edited, partial(_row, words=words), words, most)
    yield from _listed("removed", sheet.removed, partial(_row, words=words), words, most)
    yield from _skipped(sheet.skipped, words, most)
    yield from _listed("passed", sheet.passed, partial(_row, words=words), words, most)
    yield from _columns(sheet, words, most)
    yield from _listed("cells", sheet.cells, partial(_cell, words=words), words, most)


def _columns(sheet: SheetReport, words: Words, most: int) -> Iterator[str]:
    used = [column for column in sheet.columns if column.target]
    unused = [column for column in sheet.columns if not column.target and not column.personal and column.filled]
    personal = [_head(column.head, words) for column in sheet.columns if column.personal]
    yield f"  {words('columns')}"
    for column in used:
        percent = round(column.confidence * 100)
        yield f"    {words('column', head=_head(column.head, words), target=column.target, percent=percent)}"
    yield from _listed("unmapped", unused, partial(_unused, words=words), words, most)
    if personal:
        yield f"  {words('personal', heads=', '.join(personal), count=sheet.personal_cells)}"


def _listed(name: str, found: Sequence[T], line: Callable[[T], str], words: Words, most: int) -> Iterator[str]:
    if found:
        yield f"  {words(name, count=len(found))}"
        yield from (f"  {told}" for told in _cut(found, line, words, most))


def _skipped(rows: Sequence[RowNote], words: Words, most: int) -> Iterator[str]:
    """List the rows that became nothing; a reason that all of them share is said once."""
    reasons = {row.reason for row in rows}
    if len(rows) < _FEW or len(reasons) > 1:
        yield from _listed("skipped", rows, partial(_row, words=words), words, most)
        return
    yield f"  {words('skipped_alike', count=len(rows), reason=words(f'reason.{reasons.pop()}'))}"
    yield from (f"  {told}" for told in _cut(rows, partial(_row_alike, words=words), words, most))


def _row_alike(note: RowNote, words: Words) -> str:
    return words("row_alike", line=note.line, text=note.shown)


def _cut(found: Sequence[T], line: Callable[[T], str], words: Words, most: int) -> Iterator[str]:
    """Give the lines of the first; the words of thousands that nobody sees would take their time."""
    yield from (f"  {line(one)}" for one in found[:most])
    if len(found) > most:
        yield f"  {words('more', count=len(found) - most)}"


def _unused(column: Column, words: Words) -> str:
    return words("unmapped_column", head=_head(column.head, words), filled=column.filled)


def _row(note: RowNote, words: Words) -> str:
    return words("row", line=note.line, reason=words(f"reason.{note.reason}"), text=note.shown)


def _cell(note: CellNote, words: Words) -> str:
    head, reason = _head(note.head, words), words(f"reason.{note.reason}")
    return words("cell", address=note.address, head=head, reason=reason, text=note.shown)


def _head(head: str, words: Words) -> str:
    return shown(head) or words("nameless")
