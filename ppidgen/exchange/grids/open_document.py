"""The tables of an OpenDocument workbook as they are written: what repeats stands there once (1.3, 9.1.4 and 9.1.6)."""

import html
import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

MOST_WRITTEN_OUT = 64 << 20  # signs; the reader writes all repetitions out, and takes some three times as much memory
CONTENT = "content.xml"
TAG = re.compile(r"<(/?)(table:table|table:table-row|table:table-cell|table:covered-table-cell|text:a)(\s[^<>]*)?/?>")
_ATTRIBUTE = re.compile(r"(?<![\w:-])([\w:-]++)\s?=\s?(?:\"([^\"]*)\"|'([^']*)')")
_DIGITS = 7  # no sheet has ten million rows


def attributes(tag: str) -> Mapping[str, str]:
    """Give the attributes of a tag, without the prefixes of their names."""
    found = _ATTRIBUTE.finditer(tag)
    return {one[1].rpartition(":")[2]: html.unescape(one[2] if one[2] is not None else one[3]) for one in found}


def times(told: Mapping[str, str], name: str) -> int:
    """Say how often a row or a cell stands there, by the attribute that says so."""
    said = told.get(name, "1")
    return int(said) if said.isdecimal() and len(said) <= _DIGITS else 1


def repeats_too_much(raw: bytes) -> bool:
    """Say whether the cells of a workbook would be too much once written out: a few kilobytes can stand for gigabytes.

    Empty cells do not count: office programs write a million of them below and beside what is filled.
    """
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        if CONTENT not in archive.namelist():
            return False
        text = archive.read(CONTENT).decode("utf-8", "replace")
    return _length_written_out(text) > MOST_WRITTEN_OUT


def merged_cells(raw: bytes) -> Mapping[str, list[list[int]]]:
    """Give by sheet the top, left, bottom and right (from 0) of cells that cover others; none in any other file."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        text = archive.read(CONTENT).decode("utf-8", "replace") if CONTENT in archive.namelist() else ""
    found: dict[str, list[list[int]]] = {}
    name = ""
    row = next_row = next_column = 0
    for tag in TAG.finditer(text) if "-spanned" in text else ():
        if tag[1] or tag[2] == "text:a":
            continue
        told = attributes(tag[3] or "")
        if tag[2] == "table:table":
            name, next_row = told.get("name", ""), 0
        elif tag[2] == "table:table-row":
            row, next_column = next_row, 0
            next_row += times(told, "number-rows-repeated")
        else:
            down, along = times(told, "number-rows-spanned"), times(told, "number-columns-spanned")
            if max(down, along) > 1:
                stretch = [row, next_column, row + down - 1, next_column + along - 1]
                found.setdefault(name, []).append(stretch)
            next_column += times(told, "number-columns-repeated")
    return found


def _length_written_out(text: str) -> int:
    """Count the signs of what stands in cells, each as often as it stands for."""
    length, rows, cells, behind = 0, 1, 0, 0
    for tag in TAG.finditer(text):
        length += (tag.start() - behind) * rows * cells
        behind = tag.end()
        told = tag[3] or ""
        if tag[2] == "table:table-row":
            rows = 1 if tag[1] else times(attributes(told), "number-rows-repeated")
        elif tag[2] != "text:a":
            is_open = not tag[1] and tag[2] != "table:table" and not tag[0].endswith("/>")
            cells = times(attributes(told), "number-columns-repeated") if is_open else 0
    return length
