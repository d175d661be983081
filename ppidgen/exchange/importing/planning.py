"""From grids to a plan: every row of every table read, checked, named and accounted for; pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from ppidgen.diagnostics.shown import shown
from ppidgen.exchange.emitter import emit
from ppidgen.exchange.flat import days, periods
from ppidgen.exchange.grids.grid import MOST_CELLS_TAKEN, MOST_TAKEN, Grid, Unreadable, address
from ppidgen.exchange.importing.body import Row
from ppidgen.exchange.importing.case_rows import case_draft
from ppidgen.exchange.importing.checking import fitted, wrong_keys
from ppidgen.exchange.importing.columns import Column
from ppidgen.exchange.importing.ditto import Filled, without_dittos
from ppidgen.exchange.importing.drafts import Draft, Tools, Values
from ppidgen.exchange.importing.exemption_rows import DURATION, exemption_draft
from ppidgen.exchange.importing.exemption_rows import TITLE as EXEMPT_TITLE
from ppidgen.exchange.importing.exported import edited, fits, values_of
from ppidgen.exchange.importing.fingerprints import Fingerprints, history_text, source_of
from ppidgen.exchange.importing.information_rows import CATEGORY, TO_CHECK, information_draft
from ppidgen.exchange.importing.loss import CellNote, FileFault, ImportReport, RowNote, SheetReport
from ppidgen.exchange.importing.mapping import write_map
from ppidgen.exchange.importing.plan import ImportPlan, Request, Write
from ppidgen.exchange.importing.proposals import make_proposer
from ppidgen.exchange.importing.reading import RowReading
from ppidgen.exchange.importing.sheets import Table, names_something, read_table
from ppidgen.exchange.importing.slugs import Names
from ppidgen.exchange.importing.unit_rows import CODE, KIND, NAME, OTHER_NAMES, PARENT, kind_of, unit_draft
from ppidgen.exchange.importing.units import UnitBook
from ppidgen.exchange.importing.values import is_exempt_list, is_month_first, may_be_month_first
from ppidgen.exchange.wording import normal
from ppidgen.model.elements.fields import key_of
from ppidgen.model.elements.record import Record
from ppidgen.model.import_table import FOLDER, ColumnRole
from ppidgen.model.portal import registers as reg
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.text.slug import is_slug, slugify

SOURCE = key_of(InformationEntry, "source")
TITLE = key_of(InformationEntry, "title")
_DAYS_AMONG_WORDS = {ColumnRole.PLACE_AND_TIME, DURATION}
IMPORTABLE = (reg.INFORMATION, reg.EXEMPTIONS, reg.UNITS, reg.CASES)


def plan_import(grids: Sequence[Grid], request: Request, faults: Sequence[FileFault] = ()) -> ImportPlan:
    """Read all grids into entries of one register; `faults` are files that could not be read at all."""
    planner = _Planner(request)
    planner.faults += faults
    unknown = [key for key in request.fixed if key not in request.table.columns]
    planner.faults += [FileFault("", "unknown-key", {"name": shown(key)}) for key in unknown]
    if not unknown:
        for grid in grids:
            planner.sheet(grid)
    return planner.plan(grids)


class _Planner:
    """Keeps what one import shares: names that are taken, units that are new, digests that were met."""

    def __init__(self, request: Request) -> None:
        self.request = request
        existing = request.existing
        units = UnitBook(existing.units, existing.ids.get(reg.UNITS.name, frozenset()), request.words)
        self.tools = Tools(request.words, request.law, make_proposer(request.law, request.scopes), units)
        self.names = {register.name: Names(existing.ids.get(register.name, ())) for register in IMPORTABLE}
        self.digests = set(existing.digests)
        self.removed = frozenset() if request.again else existing.remembered - existing.digests
        self.old_units = frozenset(unit.id for unit in existing.units)
        self.faults: list[FileFault] = []
        self.sheets: list[SheetReport] = []
        self.columns: list[Column] = []
        self.writes: list[Write] = []
        self.unit_values: dict[str, Values] = {}
        self.proposed: Counter[str] = Counter()
        self.guessed = 0
        self.lines, self.room = 0, MOST_CELLS_TAKEN

    @cached_property
    def known(self) -> Mapping[str, Record]:
        """Give the entries that are there; only what comes back from an export is held against them."""
        return self.request.existing.records(self.request.register)

    def sheet(self, grid: Grid) -> None:
        """Read one sheet."""
        try:
            self._make_room(grid)
            table = read_table(grid, self.request)
        except Unreadable as fault:
            self.faults.append(FileFault(grid.file, fault.reason, fault.data))
            return
        self.columns += () if table.whole else table.columns
        if grid.blind:
            self.faults.append(FileFault(grid.file, "links-unread", {"sheet": grid.sheet}))
        if self._seems_exempt(table):
            self.faults.append(FileFault(grid.file, "looks-exempt", {"sheet": grid.sheet}))
        personal = any(column.personal for column in table.columns)
        passed = tuple(
            RowNote(row.line + 1, row.reason, "" if personal else shown(row.text)) for row in table.body.passed
        )
        report = SheetReport(
            grid.file, grid.sheet, table.head_lines, table.columns, len(table.body.rows), passed=passed,
            unseen=tuple(
                RowNote(row.lines[0] + 1, "unseen", shown(table.telling(row)))
                for row in table.body.rows
                if not grid.unseen.isdisjoint(row.lines)
            ),
            personal_cells=sum(column.filled for column in table.columns if column.personal),
        )  # fmt: skip
        if not table.whole and not names_something(table, self.request):
            reason = "no-title-column"
            skipped = tuple(RowNote(row.lines[0] + 1, reason, shown(table.telling(row))) for row in table.body.rows)
            self.sheets.append(replace(report, skipped=skipped))
        else:
            self.sheets.append(_Sheet(self, table).read(report))

    def _seems_exempt(self, table: Table) -> bool:
        """Tell what looks like a list of exempt information, without any category, on its way to the DIP."""
        if self.request.register is not reg.INFORMATION or table.whole or CATEGORY in table.by_key:
            return False
        return any(is_exempt_list(title, self.request.words) for title in table.titles)

    def _make_room(self, grid: Grid) -> None:
        self.lines += len(grid.cells)
        self.room -= len(grid.cells) * grid.width
        if self.lines > MOST_TAKEN or self.room < 0:
            data = {"sheet": grid.sheet, "rows": str(MOST_TAKEN), "cells": str(MOST_CELLS_TAKEN)}
            raise Unreadable("too-many-rows", data)

    def plan(self, grids: Sequence[Grid]) -> ImportPlan:
        """Close the import."""
        names = tuple(unit.name for unit in self.tools.units.new) if self.request.register is not reg.UNITS else ()
        report = ImportReport(
            self.request.register.name, tuple(self.sheets), tuple(self.faults), dict(sorted(self.proposed.items())),
            self.guessed, names,
        )  # fmt: skip
        writes = sorted([*self.writes, *self._new_units()], key=lambda write: write.path)
        stem = slugify(grids[0].file.rpartition(".")[0]) if grids else ""
        history = history_text(self.request.existing.remembered, self.digests, self.request.sentences("history"))
        if not self.columns:
            return ImportPlan(report, tuple(writes), history=history)
        choices = [*self.request.table.columns]
        text = write_map(self.request.register.name, self.columns, self.request.fixed, choices, self.request.sentences)
        mapping = f"{FOLDER}/{stem or FOLDER}-{self.request.register.name}.yaml"
        return ImportPlan(report, tuple(writes), mapping, text, history)

    def _new_units(self) -> list[Write]:
        found = []
        for unit in self.tools.units.new:
            values = self.unit_values.get(unit.id, {NAME: unit.name})
            if KIND not in values and (kind := kind_of(self.tools.words, unit.name)):
                values = {**values, KIND: kind}
            if others := list(dict.fromkeys(unit.others)):
                values = {**values, OTHER_NAMES: others}
            kept = fitted(values, reg.UNITS.record_types[0]).values
            found.append(Write(_path(reg.UNITS, unit.id), emit(kept)))
        return found


class _Sheet:
    """Reads the rows of one table."""

    def __init__(self, planner: _Planner, table: Table) -> None:
        self.planner, self.table = planner, table
        self.request, self.tools = planner.request, planner.tools
        self.prints = Fingerprints(self.request.register.name)
        self.shared = table.shared(EXEMPT_TITLE) if self.request.register is reg.EXEMPTIONS else frozenset()
        self.fixed = {**(self.request.mapping.fixed if self.request.mapping else {}), **self.request.fixed}
        kind = self.request.register.record_types[0]
        self.fitting = {key: value for key, value in self.fixed.items() if table.whole and fits(kind, key, value)}
        self.counts: Counter[str] = Counter()
        self.edited: list[RowNote] = []
        self.removed: list[RowNote] = []
        self.skipped: list[RowNote] = []
        self.passed: list[RowNote] = []
        self.cells: list[CellNote] = []
        self.parents: list[tuple[str, RowReading]] = []
        self.heads = {column.index: column.head for column in table.columns if not column.personal}
        self.links: dict[int, list[tuple[int, str]]] = {}
        for link in table.grid.links:
            if link.column in self.heads:
                self.links.setdefault(link.row, []).append((link.column, link.address))

    @cached_property
    def unsure(self) -> frozenset[str]:
        """Give the keys under which a day in numbers may be meant month first, as some day of the table must be."""
        kind = self.request.register.record_types[0]
        keys = days(kind) | periods(kind) | _DAYS_AMONG_WORDS
        places = [column.index for column in self.table.columns if column.target in keys]
        cells = (row.cells[place] for row in self.table.body.rows for place in places)
        return keys - self.fixed.keys() if any(map(is_month_first, cells)) else frozenset()

    def read(self, report: SheetReport) -> SheetReport:
        """Read every row."""
        if self.table.whole and (unfit := sorted(self.fixed.keys() - self.fitting.keys())):
            self.planner.faults.append(FileFault(self.table.grid.file, "set-unfit", {"name": ", ".join(unfit)}))
        rows = self.table.body.rows
        filled = [Filled(row) for row in rows] if self.table.whole else without_dittos(rows, self.tools.words)
        for as_found, meant in zip(rows, filled, strict=True):
            row = meant.row
            links = {column: address for line in row.lines for column, address in self.links.get(line, ())}
            reading = RowReading(
                row, self.table.by_key, self.fixed, self.tools.words, self.table.context, links, self.unsure
            )
            digest = self.prints.of(self.table.impersonal(as_found) if self.request.register is reg.CASES else as_found)
            self.counts["repeated"] += meant.repeated
            self.cells += self._baseless(as_found, meant.baseless)
            if self.table.whole:
                self._take_whole(reading, digest)
            elif self.request.register is reg.UNITS:
                self._take_unit(reading, digest)
            elif digest in self.planner.digests:
                self.counts["present"] += 1
            elif digest in self.planner.removed:
                self._leave_out(reading)
            else:
                self._take(reading, digest)
            self.cells += reading.notes
        self._find_parents()
        return replace(
            report, written=self.counts["written"], present=self.counts["present"], rerouted=self.counts["rerouted"],
            joined=self.counts["joined"], repeated=self.counts["repeated"],
            edited=tuple(self.edited), removed=tuple(self.removed), skipped=tuple(self.skipped),
            passed=(*report.passed, *self.passed),
            cells=tuple(self.cells),
        )  # fmt: skip

    def _take(self, reading: RowReading, digest: str) -> None:
        draft = self._draft(reading)
        if draft is None:
            self._skip(reading, "no-day" if self.request.register is reg.CASES else "no-title")
            return
        checks = list(dict.fromkeys(draft.to_check))
        line = reading.row.lines[0]
        draft.values[SOURCE] = source_of(self.tools.words, self.table.grid.file, line, digest)
        if checks:
            draft.values[TO_CHECK] = checks
        values, dropped, wrong = fitted(draft.values, draft.record_type)
        for key in dropped:
            reading.note(key, "unfit")
        if wrong:
            self._skip(reading, "unfit-row")
            return
        folder = f"{draft.unit}/" if draft.unit else ""
        name = self.planner.names[draft.register.name].new(draft.title, folder)
        self.planner.writes.append(Write(_path(draft.register, name), emit(values)))
        self.planner.digests.add(digest)
        self.planner.proposed.update(checks)
        self.planner.guessed += draft.guessed_category
        self._count_written(reading)
        self.counts["rerouted"] += draft.register is not self.request.register

    def _draft(self, reading: RowReading) -> Draft | None:
        if self.request.register is reg.INFORMATION:
            return information_draft(reading, self.tools)
        if self.request.register is reg.CASES:
            return case_draft(reading, self.tools)
        return exemption_draft(reading, self.tools, shared=normal(reading.text(EXEMPT_TITLE)) in self.shared)

    def _take_unit(self, reading: RowReading, digest: str) -> None:
        draft = unit_draft(reading, self.tools)
        if draft is None:
            self._skip(reading, "no-title")
            return
        parent = str(draft.values.get(PARENT, ""))
        code = str(draft.values.get(CODE, ""))
        if digest in self.planner.removed and not self.tools.units.has(draft.title, code, parent):
            self._leave_out(reading)
            return
        self.planner.digests.add(digest)
        unit_id = self.tools.units.find(draft.title, code, parent, near=False)
        if unit_id in self.planner.old_units:
            self.counts["present"] += 1
        elif unit_id in self.planner.unit_values:
            self.counts["joined"] += 1
            line = reading.row.lines[0]
            self.passed.append(RowNote(line + 1, "joined", shown(self.table.telling(reading.row))))
        else:
            values, dropped, _ = fitted(draft.values, draft.record_type)
            for key in dropped:
                reading.note(key, "unfit")
            self.planner.unit_values[unit_id] = values
            self.parents.append((unit_id, reading))
            self._count_written(reading)

    def _find_parents(self) -> None:
        """Turn the names of parents into ids, now that every unit of the list is known."""
        for unit_id, reading in self.parents:
            values = self.planner.unit_values[unit_id]
            parent = values.pop(PARENT, "")
            found = self.tools.units.known(str(parent)) if parent else ""
            if found and found != unit_id:
                self.planner.unit_values[unit_id] = {**values, PARENT: found}
            elif parent:
                before = len(reading.notes)
                reading.note(PARENT, "unknown-parent")
                self.cells += reading.notes[before:]

    def _take_whole(self, reading: RowReading, digest: str) -> None:
        """Take one row of an export of ours as it stands; `digest` is for one that an officer added without an id."""
        register = self.request.register
        cells = self._cells(reading.row)
        record_id = cells.pop(reg.ID_KEY, "").strip() or (slugify(cells.get(NAME, "")) if register is reg.UNITS else "")
        values = values_of(register.record_types[0], cells, self._doubtful(cells))
        if not record_id:
            self._take_added(reading, values, digest)
            return
        digest = self.prints.of_record(record_id)
        if not all(is_slug(part) for part in record_id.split("/")) or record_id.count("/") > 1:
            self._skip(reading, "bad-id")
        elif record_id in self.planner.names[register.name]:
            self.planner.digests.add(digest)
            self.counts["present"] += 1
            self._compare(reading, record_id, values)
        elif digest in self.planner.removed:
            self._leave_out(reading)
        elif self._fits(reading, values):
            self.planner.names[register.name].take(record_id)
            self._write_whole(reading, record_id, values, digest)

    def _take_added(self, reading: RowReading, values: Values, digest: str) -> None:
        register = self.request.register
        title = str(values.get(TITLE, ""))
        if digest in self.planner.digests:
            self.counts["present"] += 1
        elif digest in self.planner.removed:
            self._leave_out(reading)
        elif not title:
            self._skip(reading, "no-title")
        elif self._fits(reading, values):
            unit = str(values.get(reg.UNIT_KEY, ""))
            name = self.planner.names[register.name].new(title, f"{unit}/" if is_slug(unit) else "")
            source = source_of(self.tools.words, self.table.grid.file, reading.row.lines[0], digest)
            self._write_whole(reading, name, {**values, SOURCE: source}, digest)

    def _fits(self, reading: RowReading, values: Values) -> bool:
        doubtful = self._doubtful(self._cells(reading.row))
        wrong = wrong_keys(values, self.request.register.record_types[0]) | {key.partition(".")[0] for key in doubtful}
        if wrong:
            self._note_wrong(reading, wrong, doubtful)
            self._skip(reading, "unfit-row")
        return not wrong

    def _write_whole(self, reading: RowReading, record_id: str, values: Values, digest: str) -> None:
        kept = fitted(values, self.request.register.record_types[0]).values
        self.planner.digests.add(digest)
        self.planner.writes.append(Write(_path(self.request.register, record_id), emit(kept)))
        self._count_written(reading)

    def _compare(self, reading: RowReading, record_id: str, values: Values) -> None:
        """Tell what an officer edited in the table: the entry stays as it is."""
        before = self.planner.known.get(record_id)
        if before and (keys := edited(before, values, list(self._cells(reading.row)))):
            told = f"{', '.join(keys)} ({record_id})"
            self.edited.append(RowNote(reading.row.lines[0] + 1, "edited", told))

    def _cells(self, row: Row) -> dict[str, str]:
        """Give the cells of an export of ours by key, among them what holds for all its rows."""
        return {c.head: row.cells[c.index] for c in self.table.columns if c.target} | self.fitting

    def _doubtful(self, cells: Mapping[str, str]) -> frozenset[str]:
        return frozenset(key for key in self.unsure if may_be_month_first(cells.get(key, "")))

    def _count_written(self, reading: RowReading) -> None:
        reading.tell_links(self.heads)
        self.counts["written"] += 1

    def _baseless(self, row: Row, columns: Sequence[int]) -> list[CellNote]:
        """Tell the marks that point to an empty cell; what stands in columns about persons is not told."""
        return [
            CellNote(address(row.lines[0], index), self.heads[index], "ditto-of-nothing", shown(row.cells[index]))
            for index in columns
            if index in self.heads
        ]

    def _note_wrong(self, reading: RowReading, wrong: frozenset[str], doubtful: frozenset[str]) -> None:
        line = reading.row.lines[0]
        for column in self.table.columns:
            if column.head.partition(".")[0] in wrong and reading.row.cells[column.index]:
                text = shown(reading.row.cells[column.index])
                reason = "month-first" if column.head in doubtful else "unfit"
                self.cells.append(CellNote(address(line, column.index), column.head, reason, text))

    def _leave_out(self, reading: RowReading) -> None:
        """Leave out a row that was imported before and whose record an officer has deleted since."""
        self.removed.append(RowNote(reading.row.lines[0] + 1, "removed", shown(self.table.telling(reading.row))))

    def _skip(self, reading: RowReading, reason: str) -> None:
        self.skipped.append(RowNote(reading.row.lines[0] + 1, reason, shown(self.table.telling(reading.row))))


def _path(register: reg.Register, name: str) -> str:
    return f"{reg.CONTENT}/{register.name}/{name}.yaml"
