"""EDGE. Registers as files for spreadsheets: DIP and DIK in the annex layout, every register flat with all its keys."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import StringIO

from ppidgen.exchange.annex import Annex, dik_annex, dip_annex, flat_heads
from ppidgen.exchange.flat import flat_row, paths
from ppidgen.exchange.tables import report_words
from ppidgen.exchange.workbook import workbook
from ppidgen.model.context import Context
from ppidgen.model.elements.record import Record
from ppidgen.model.language.words import Words
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.whole import Portal
from ppidgen.model.public.data_file import DataFile
from ppidgen.model.text.formula import guarded

DIP_WORKBOOK = "data/dip.xlsx"
DIK_WORKBOOK = "data/dik.xlsx"
_WORDS = "ekspor"
_ALWAYS = 4  # by so many keys in its head an export is told from any table with an "id"
_BOM = "\ufeff"  # without it the usual spreadsheet program reads CSV as CP1252


def export_words(language: str) -> Words:
    """Read the words of the exported sheets."""
    return report_words(language, _WORDS)


def dip_xlsx(portal: Portal, words: Words) -> bytes:
    """Give the DIP as a workbook in the layout of Lampiran I."""
    return workbook(dip_annex(portal, words), words)


def dik_xlsx(portal: Portal, words: Words, as_of: date) -> bytes:
    """Give the DIK of a day as a workbook in the layout of the table of Lampiran II; the public half only."""
    return workbook(dik_annex(portal, words, as_of), words)


def annex_csv(annex: Annex) -> bytes:
    """Give an annex as CSV: one head row, and the title of its group in the last column of each row."""
    grouped = bool(annex.group_head)
    rows = ((*cells, group.title) if grouped else cells for group in annex.groups for cells in group.rows)
    return _csv(flat_heads(annex), rows)


def register_csv(records: Sequence[Record], kind: type[Record]) -> bytes:
    """Give records as CSV with a column for each key that any of them uses; importing it gives the same records."""
    flat = [flat_row(record) for record in records]
    used = {path for cells in flat for path in cells}
    every = paths(kind)
    used |= {*every[:_ALWAYS]}
    heads = [path for path in every if path in used]
    return _csv(heads, ([cells.get(head, "") for head in heads] for cells in flat))


def export_files(portal: Portal, as_of: date, language: str = "id") -> Mapping[str, bytes]:
    """Give every file of an export of a day by its name; the flat registers hold all keys that the portal has."""
    words = export_words(language)
    registers: tuple[tuple[reg.Register, Sequence[Record]], ...] = (
        (reg.INFORMATION, portal.information), (reg.EXEMPTIONS, portal.exemptions), (reg.UNITS, portal.units),
    )  # fmt: skip
    flat = {
        f"register/{register.name}.csv": register_csv(records, register.record_types[0])
        for register, records in registers
    }
    return {
        "dip.xlsx": dip_xlsx(portal, words),
        "dip.csv": annex_csv(dip_annex(portal, words)),
        "dik.xlsx": dik_xlsx(portal, words, as_of),
        "dik.csv": annex_csv(dik_annex(portal, words, as_of)),
        **flat,
    }


def site_workbooks(context: Context) -> tuple[DataFile, ...]:
    """Give the workbooks that the site offers beside its lists."""
    words = export_words(context.words.language)
    return (
        DataFile(DIP_WORKBOOK, dip_xlsx(context.portal, words)),
        DataFile(DIK_WORKBOOK, dik_xlsx(context.portal, words, context.standing.as_of)),
    )


def _csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    stream = StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([guarded(head) for head in heads])
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return (_BOM + stream.getvalue()).encode("utf-8")
