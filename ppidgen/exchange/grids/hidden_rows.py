"""The rows that a spreadsheet program hides, by a filter or by hand, which the reader of office files does not tell.

XLSX says it of each row (ECMA-376-1, 18.3.1.73), ODS as well (OpenDocument 1.3, 9.1.3); the binary formats have modules
of their own. It is read in the child.
"""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO

from ppidgen.exchange.grids import binary_workbook
from ppidgen.exchange.grids.office_parts import read_part, sheets
from ppidgen.exchange.grids.open_document import CONTENT, TAG, attributes, times
from ppidgen.source.probe import old_workbook

_ROW = re.compile(r"<(?:\w+:)?row(\s[^<>]*|/)?>")
_HIDDEN_IN_WORKBOOKS = frozenset({"1", "true"})
_HIDDEN_IN_OPEN_DOCUMENTS = frozenset({"filter", "collapse"})


def hidden_rows(raw: bytes, most_rows: int) -> Mapping[str, list[int]]:
    """Give by sheet its hidden rows, from 0; a row beyond `most_rows` is not looked at."""
    if not raw.startswith(b"PK"):
        return _of_binary(partial(old_workbook.hidden_rows, raw, most_rows))
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        if CONTENT in archive.namelist():
            return dict(_of_open_document(read_part(archive, CONTENT), most_rows))
        if binary_workbook.BOOK in archive.namelist():
            return _of_binary(partial(binary_workbook.hidden_rows, archive, most_rows))
        return {name: [*_of_sheet(read_part(archive, part), most_rows)] for name, part in sheets(archive)}


def _of_binary(read: Callable[[], Mapping[str, list[int]]]) -> Mapping[str, list[int]]:
    """Give none where only the reader of the cells makes sense of a file."""
    try:
        return read()
    except (KeyError, *old_workbook.BROKEN):
        return {}


def _of_sheet(text: str, most_rows: int) -> Iterator[int]:
    row = -1
    for tag in _ROW.finditer(text) if "hidden" in text else ():
        told = attributes(tag[1] or "")
        row = times(told, "r") - 1 if "r" in told else row + 1
        if row < most_rows and told.get("hidden") in _HIDDEN_IN_WORKBOOKS:
            yield row


def _of_open_document(text: str, most_rows: int) -> Iterator[tuple[str, list[int]]]:
    name, found, row = "", list[int](), 0
    for closing, tag, inside in TAG.findall(text) if "table:visibility" in text else ():
        if tag == "table:table" and closing:
            yield name, found
        elif tag == "table:table":
            name, found, row = attributes(inside).get("name", ""), [], 0
        elif tag == "table:table-row" and not closing:
            told = attributes(inside)
            after = row + times(told, "number-rows-repeated")
            if told.get("visibility") in _HIDDEN_IN_OPEN_DOCUMENTS:
                found += range(row, min(after, most_rows))
            row = after
