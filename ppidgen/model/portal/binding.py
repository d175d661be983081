"""From what a register file says to frozen records.

A record that cannot be built is set aside and told; the rest goes on. pydantic's English sentences are
never shown: its error types and places become findings.
"""

from dataclasses import dataclass

from pydantic import ValidationError

from ppidgen.diagnostics import Checked, Finding
from ppidgen.diagnostics.shown import shown
from ppidgen.diagnostics.tally import Tally
from ppidgen.model.elements.origin import Origin
from ppidgen.model.elements.record import Record, sharing_names
from ppidgen.model.portal.refusal import refusals
from ppidgen.model.portal.registers import KIND_KEY, UNIT_KEY, UNITS, Register
from ppidgen.model.portal.sheet import Line, Sheet, read_sheet


@dataclass(frozen=True, slots=True)
class Bound:
    """What one register file holds: its records, and the ids of those that could not be read."""

    records: tuple[Record, ...] = ()
    rejected: tuple[str, ...] = ()


def bind_file(path: str, raw: bytes, register: Register, units: frozenset[str] = frozenset()) -> Checked[Bound]:
    """Read the bytes of the register file at `path` into records of `register`; `units` as for `bind_sheet`."""
    sheet = read_sheet(path, raw, register)
    bound = bind_sheet(sheet.value, register, units)
    return Checked(bound.value, sheet.findings + bound.findings)


def bind_sheet(sheet: Sheet, register: Register, units: frozenset[str] = frozenset()) -> Checked[Bound]:
    """Make the records of a sheet; one that names no unit belongs to the unit of `units` in whose folder it lies."""
    records: list[Record] = []
    rejected = list(sheet.rejected)
    findings: list[Finding] = []
    tally = Tally()
    for line in sheet.lines:
        made = bind_line(line, register, units, tally)
        findings += made.findings
        if made.value is None:
            rejected.append(line.id)
        else:
            records.append(made.value)
    rest = tally.rest(findings) if findings else ()
    return Checked(Bound(tuple(records), tuple(rejected)), (*findings, *rest))


def bind_line(
    line: Line, register: Register, units: frozenset[str] = frozenset(), tally: Tally | None = None
) -> Checked[Record | None]:
    """Make the record that a line holds; None, with what is wrong and of its file still to be told, where it cannot."""
    told = tally or Tally()
    model = variant(line.values.get(KIND_KEY), register)
    if model is None:
        return Checked(None, (_unknown_kind(line, register),) if told.admits("SKM021") else ())
    unit = _unit_of(line, register, units)
    values = {**line.values, UNIT_KEY: unit} if unit else line.values
    try:
        record = model.model_validate(values, by_alias=True, by_name=False)
    except ValidationError as error:
        return Checked(None, tuple(refusals(error, model, line.origin, told)))
    fingerprint = f"{line.prints.whole}{unit}"
    record._origin = Origin(line.origin.path, line.origin.written, fingerprint)  # noqa: SLF001 - nobody else sets it
    return Checked(sharing_names(record))


def _unit_of(line: Line, register: Register, units: frozenset[str]) -> str:
    """Give the unit of the folder where none is written and the register's records have one, else ""."""
    folder = line.id.rpartition("/")[0]
    if not folder or UNIT_KEY in line.values or register is UNITS or UNIT_KEY not in register.keys:
        return ""
    return next((name for name in (folder, folder.partition("/")[0]) if name in units), "")


def variant(kind: object, register: Register) -> type[Record] | None:
    """Give the type of record that a register holds under a value of `jenis`, None for an unknown one."""
    if "" in register.variants:
        return register.variants[""]
    return register.variants.get(kind.strip()) if isinstance(kind, str) else None


def _unknown_kind(line: Line, register: Register) -> Finding:
    kind = line.values.get(KIND_KEY)
    value = shown(kind) if isinstance(kind, str) else ""
    span = line.origin.at(KIND_KEY) if kind else line.origin.start
    return Finding("SKM021", span, {"value": value, "choices": ", ".join(register.variants)})
