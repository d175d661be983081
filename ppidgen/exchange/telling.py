"""The loss report told to a person, in the words of a data file."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from ppidgen.diagnostics.shown import shown
from ppidgen.exchange.loss import CellNote, FileFault, ImportReport, RowNote, SheetReport
from ppidgen.model.words import Words

MOST = 20
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
        lines += _cut([shown(name) for name in report.new_units], words, most)
    if report.proposed:
        lines += ["", words("proposed")]
        lines += [f"  {words('proposed_key', name=key, count=count)}" for key, count in report.proposed.items()]
    if report.guessed_categories:
        lines += [f"  {words('guessed', count=report.guessed_categories)}"]
    summary = {"read": report.read, "written": report.written, "present": report.present, "skipped": report.skipped}
    lines += ["", words("summary", **summary), *([words("dry")] if dry else [])]
    return "\n".join(lines).strip("\n") + "\n"


def _fault(fault: FileFault, words: Words) -> str:
    data = {key: shown(value) for key, value in fault.data.items()}
    return words(f"fault.{fault.reason}", file=shown(fault.file), **data)


def _sheet(sheet: SheetReport, words: Words, most: int) -> Iterator[str]:
    file = shown(sheet.file)
    yield words("sheet", file=file, sheet=shown(sheet.sheet)) if sheet.sheet else words("file", file=file)
    first, last = sheet.head_lines
    yield f"  {words('read', count=sheet.read, first=first, last=last)}"
    for name in ("written", "rerouted", "present", "joined"):
        if count := getattr(sheet, name):
            yield f"  {words(name, count=count)}"
    yield from _listed("removed", [_row(note, words) for note in sheet.removed], words, most)
    yield from _listed("skipped", [_row(note, words) for note in sheet.skipped], words, most)
    yield from _listed("passed", [_row(note, words) for note in sheet.passed], words, most)
    yield from _columns(sheet, words, most)
    yield from _listed("cells", [_cell(note, words) for note in sheet.cells], words, most)


def _columns(sheet: SheetReport, words: Words, most: int) -> Iterator[str]:
    used = [column for column in sheet.columns if column.target]
    unused = [column for column in sheet.columns if not column.target and not column.personal and column.filled]
    personal = [_head(column.head, words) for column in sheet.columns if column.personal]
    yield f"  {words('columns')}"
    for column in used:
        percent = round(column.confidence * 100)
        yield f"    {words('column', head=_head(column.head, words), target=column.target, percent=percent)}"
    told = [words("unmapped_column", head=_head(column.head, words), filled=column.filled) for column in unused]
    yield from _listed("unmapped", told, words, most)
    if personal:
        yield f"  {words('personal', heads=', '.join(personal), count=sheet.personal_cells)}"


def _listed(name: str, told: Sequence[str], words: Words, most: int) -> Iterator[str]:
    if told:
        yield f"  {words(name, count=len(told))}"
        yield from (f"  {line}" for line in _cut(told, words, most))


def _cut(told: Iterable[str], words: Words, most: int) -> Iterator[str]:
    lines = list(told)
    yield from (f"  {line}" for line in islice(lines, most))
    if len(lines) > most:
        yield f"  {words('more', count=len(lines) - most)}"


def _row(note: RowNote, words: Words) -> str:
    return words("row", line=note.line, reason=words(f"reason.{note.reason}"), text=note.shown)


def _cell(note: CellNote, words: Words) -> str:
    head, reason = _head(note.head, words), words(f"reason.{note.reason}")
    return words("cell", address=note.address, head=head, reason=reason, text=note.shown)


def _head(head: str, words: Words) -> str:
    return shown(head) or words("nameless")
