"""The web addresses behind the cells of an office file, which its reader does not tell (in the child).

XLSX keeps them beside the cells, by reference (ECMA-376-1, 18.3.1.47), or in a formula; ODS within the cell
(OpenDocument 1.3, 6.1.8) or in its formula. The binary formats are not taken apart: there it is only said that links
are waiting.
"""

import html
import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO

from ppidgen.exchange.grids.office_parts import read_part, relations, sheets
from ppidgen.exchange.grids.open_document import CONTENT, TAG, attributes, times

MOST_OF_ONE = 1_000  # cells that one link may lie behind; of a larger stretch the first has it
_IN_OLD_WORKBOOKS = bytes.fromhex("d0c9ea79f9bace118c8200aa004ba90b")  # begins each link there ([MS-XLS] 2.4.140)
_HYPERLINK = re.compile(r"<(?:\w+:)?hyperlink\s[^<>]*>")
_FORMULA = re.compile(
    r"<(?:\w+:)?c\s([^<>]*)>\s?<(?:\w+:)?f(?:\s[^<>]*)?>(HYPERLINK\((?:\s?\"([^\"<]*)\"\s?[,)]|[^<,]{1,200}))"
)
_OPEN_FORMULA = re.compile(r"(?:\w+:)?=\s?(HYPERLINK\((?:\s?\"([^\"]*)\"\s?[;)]|[^;]{1,200}))")
_OPEN_REFERENCE = re.compile(r"\[\.([^\[\]]*)\]")
_STRETCH = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?\Z")
_LETTERS = 26

Links = dict[tuple[int, int], str]
"""By row and column from 0: the address behind a cell."""


def links_behind(raw: bytes) -> dict[str, Links] | None:
    """Give the links of each sheet by its name; None where they are waiting in a form that is not read."""
    if not raw.startswith(b"PK"):
        return None if _IN_OLD_WORKBOOKS in raw else {}
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        names = frozenset(archive.namelist())
        if CONTENT in names:
            return dict(_of_open_document(read_part(archive, CONTENT)))
        if "xl/workbook.bin" in names:
            told = (read_part(archive, name) for name in names if name.endswith(".bin.rels"))
            return None if any("/hyperlink" in text for text in told) else {}
        return {name: _of_sheet(read_part(archive, part), relations(archive, part)) for name, part in sheets(archive)}


def _of_sheet(text: str, targets: Mapping[str, str]) -> Links:
    links: Links = {}
    for tag in _HYPERLINK.finditer(text) if "hyperlink" in text else ():
        link = attributes(tag[0])
        if address := targets.get(link.get("id", "")):
            links |= dict.fromkeys(_cells(link.get("ref", "")), address)
    for formula in _FORMULA.finditer(text) if "HYPERLINK(" in text else ():
        # What is put together of other cells is no address, but that there is one is told as it is written.
        address = formula[2] if formula[3] is None else formula[3]
        links |= dict.fromkeys(_cells(attributes(f" {formula[1]}").get("r", "")), html.unescape(address))
    return links


def _cells(stretch: str) -> Iterator[tuple[int, int]]:
    """Give the cells of "B5" or "B5:B7"."""
    found = _STRETCH.match(stretch)
    if not found:
        return
    left, top = _number(found[1]), int(found[2]) - 1
    right, bottom = _number(found[3] or found[1]), int(found[4] or found[2]) - 1
    if (bottom - top + 1) * (right - left + 1) > MOST_OF_ONE:
        right, bottom = left, top
    yield from ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def _of_open_document(text: str) -> Iterator[tuple[str, Links]]:
    """Go through the tables of a text that holds links, counting rows and cells; such as repeat are written once."""
    if "<text:a" not in text and "HYPERLINK(" not in text:
        return
    name, links = "", Links()
    row = column = next_row = next_column = 0
    for closing, tag, inside in TAG.findall(text):
        if closing:
            if tag == "table:table":
                yield name, links
            continue
        told = attributes(inside)
        if tag == "table:table":
            name, links, next_row = told.get("name", ""), Links(), 0
        elif tag == "table:table-row":
            row, next_column = next_row, 0
            next_row += times(told, "number-rows-repeated")
        elif tag == "text:a":
            links.setdefault((row, column), told.get("href", ""))
        else:
            column = next_column
            next_column += times(told, "number-columns-repeated")
            if address := _by_formula(told.get("formula", "")):
                links[row, column] = address


def _by_formula(formula: str) -> str:
    """Give the address of a formula of a link, or how the office program shows it where it is no address yet."""
    found = _OPEN_FORMULA.match(formula)
    if not found:
        return ""
    return _OPEN_REFERENCE.sub(r"\1", found[1]) if found[2] is None else found[2]
