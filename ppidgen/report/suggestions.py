"""Proposals of duties written for a person, a program or a spreadsheet."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from ppidgen.duties.suggest import Suggestion
from ppidgen.model.elements.keys import key_of
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.standing.suggested import SuggestedDuties, SuggestedDuty
from ppidgen.model.text.formula import guarded

Found = Iterable[tuple[InformationEntry, tuple[Suggestion, ...]]]


def rows_of(found: Found) -> SuggestedDuties:
    """Turn proposals into rows; an entry without any has one row without a code."""
    rows: list[SuggestedDuty] = []
    entries = 0
    for entry, proposals in found:
        entries += 1
        rows += [_row(entry, one) for one in proposals] or [_row(entry, None)]
    return SuggestedDuties(entries=entries, rows=tuple(rows))


def _row(entry: InformationEntry, proposal: Suggestion | None) -> SuggestedDuty:
    start = entry.origin.start
    return SuggestedDuty(
        path=start.path,
        line=start.line,
        entry=entry.id,
        title=entry.title,
        code=proposal.duty.code if proposal else "",
        label=proposal.duty.label if proposal else "",
        words=proposal.words if proposal else (),
    )


def _json(told: SuggestedDuties) -> str:
    """Write them for programs, whose keys are English as in every answer of the command line."""
    return told.model_dump_json(by_alias=False, indent=2) + "\n"


def _csv(told: SuggestedDuties) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    names = list(SuggestedDuty.model_fields)
    writer.writerow([key_of(SuggestedDuty, name) for name in names])
    for row in told.rows:
        values = (getattr(row, name) for name in names)
        writer.writerow([guarded(" ".join(one) if isinstance(one, tuple) else str(one)) for one in values])
    return "\ufeff" + out.getvalue()


def _text(told: SuggestedDuties) -> str:
    """Write each entry once; if there is a proposal, with the line to copy and the words that speak for it."""
    lines: list[str] = []
    key = key_of(InformationEntry, "duties")
    by_entry: dict[str, list[SuggestedDuty]] = {}
    for row in told.rows:
        by_entry.setdefault(row.entry, []).append(row)
    for rows in by_entry.values():
        proposed = [row for row in rows if row.code]
        lines.append(f"{rows[0].path}:{rows[0].line}  {rows[0].title}")
        if proposed:
            lines.append(f"  {key}: [{', '.join(row.code for row in proposed)}]")
            lines += [f"    {row.code}  {row.label}  ← {' '.join(row.words)}" for row in proposed]
    return "".join(f"{line}\n" for line in lines)


SUGGESTION_FORMATS: Mapping[str, Callable[[SuggestedDuties], str]] = MappingProxyType(
    {"text": _text, "json": _json, "csv": _csv}
)
