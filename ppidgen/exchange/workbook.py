"""An annex as a workbook: head in two rows, frozen and repeated on paper, A4 across; equal annexes give equal bytes."""

from datetime import UTC, datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ppidgen.exchange.annex import Annex, Heading
from ppidgen.model.language.words import Words

_A4 = 9
_CREATED = datetime(2021, 6, 30, tzinfo=UTC).replace(tzinfo=None)
_LONGEST = 32_000  # a cell holds 32,767 characters, and one that does not fit would be dropped without a word
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def workbook(annex: Annex, words: Words) -> bytes:
    """Write an annex as an XLSX file; every cell is text."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, _PLAIN)
    book.set_properties({"title": annex.titles[0], "created": _CREATED})
    sheet = book.add_worksheet(annex.sheet)
    top = len(annex.titles) + 1
    _page(sheet, top, words)
    _titles(book, sheet, annex)
    _heads(book, sheet, annex.heads, top)
    _rows(book, sheet, annex, top + 2)
    book.close()
    return stream.getvalue()


def _page(sheet: Worksheet, top: int, words: Words) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.repeat_rows(top, top + 1)
    sheet.freeze_panes(top + 2, 0)
    sheet.set_footer(f"&C{words('page')}")


def _titles(book: Workbook, sheet: Worksheet, annex: Annex) -> None:
    strong = book.add_format({"bold": True, "font_size": 14})
    for row, title in enumerate(annex.titles):
        sheet.write_string(row, 0, title[:_LONGEST], strong if row == 0 else None)


def _heads(book: Workbook, sheet: Worksheet, heads: tuple[Heading, ...], top: int) -> None:
    style = book.add_format(
        {"bold": True, "text_wrap": True, "border": 1, "align": "center", "valign": "vcenter", "bg_color": "#E8EEF7"}
    )
    column = 0
    for head in heads:
        last = column + max(len(head.parts), 1) - 1
        sheet.set_column(column, last, head.width)
        if head.parts:
            sheet.merge_range(top, column, top, last, head.text, style)
            for place, part in enumerate(head.parts, start=column):
                sheet.write_string(top + 1, place, part, style)
        else:
            sheet.merge_range(top, column, top + 1, column, head.text, style)
        column = last + 1


def _rows(book: Workbook, sheet: Worksheet, annex: Annex, row: int) -> None:
    cell = book.add_format({"text_wrap": True, "border": 1, "valign": "top"})
    strong = book.add_format({"bold": True, "border": 1, "bg_color": "#F4F4F4"})
    width = sum(max(len(head.parts), 1) for head in annex.heads)
    for group in annex.groups:
        if group.title:
            sheet.merge_range(row, 0, row, width - 1, group.title, strong)
            row += 1
        for cells in group.rows:
            _write(sheet, row, cells, cell)
            row += 1


def _write(sheet: Worksheet, row: int, cells: tuple[str, ...], style: Format) -> None:
    for column, text in enumerate(cells):
        fits = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}\u2026"
        if fits:
            sheet.write_string(row, column, fits, style)
        else:
            sheet.write_blank(row, column, None, style)
