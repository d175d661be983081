"""The parts of a zipped workbook: their text, what they refer to, and which of them is which sheet (in the child)."""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping

from ppidgen.exchange.grids.open_document import attributes

_BOOK = "xl/workbook.xml"
_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^<>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^<>]*>")


def read_part(archive: zipfile.ZipFile, name: str) -> str:
    """Give the text of a part."""
    return archive.read(name).decode("utf-8", "replace")


def sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Give the name and the part of each sheet of an XLSX file."""
    names = frozenset(archive.namelist())
    if _BOOK not in names:
        return
    parts = relations(archive, _BOOK)
    for tag in _SHEET.finditer(read_part(archive, _BOOK)):
        sheet = attributes(tag[0])
        part = posixpath.normpath(posixpath.join("xl", parts.get(sheet.get("id", ""), ""))).lstrip("/")
        if part in names:
            yield sheet.get("name", ""), part


def relations(archive: zipfile.ZipFile, part: str) -> Mapping[str, str]:
    """Give by id what a part refers to."""
    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels"
    tags = _RELATION.finditer(read_part(archive, path)) if path in archive.namelist() else ()
    return {one.get("Id", ""): one.get("Target", "") for one in (attributes(tag[0]) for tag in tags)}
