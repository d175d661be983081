"""The cells of an Excel workbook with all that it hides: sheets, rows, columns, comments, pivot caches (in the child).

The XML is read with patterns, never parsed: no entity can expand, and a cell in the far corner is one cell.
"""

import html
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from ppidgen.source.personal.parted_numbers import is_parted
from ppidgen.source.personal.personal_data import LABELS
from ppidgen.source.personal.words import is_label
from ppidgen.source.probe.hidden_words import all_words, remarks
from ppidgen.source.probe.opened import Opened

# Some programs write their own name before that of each tag.
_PREFIX = re.compile(r"\s{0,9}(?:<\?[^<>]{0,300}\?>)?\s{0,9}<([\w.\-]{1,40}):")
# No tag holds a `<`, and an end is put behind whatever may lack one: else a file of nothing but beginnings would be
# read to its end from each of them.
_SHEET = re.compile(r"<sheet\b([^<>]*)/?>")
_RELATION = re.compile(r"<Relationship\b([^<>]*)/?>")
_ROW = re.compile(r"<row\b([^<>]*?)(?:/>|>(.*?)</row>)", re.DOTALL)
_CELL = re.compile(r"<c\b([^<>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_COLUMN = re.compile(r"<col\b([^<>]*)/?>")
_STRING = re.compile(r"<si\b[^<>]*?(?:/>|>(.*?)</si>)", re.DOTALL)
_TEXT = re.compile(r"<t\b[^<>]*>([^<]*)</t>")
_VALUE = re.compile(r"<v\b[^<>]*>([^<]*)</v>")
_FORMULA = re.compile(r"<c\b([^<>]*+)><f\b[^<>]*+>([^<]++)</f>")
_LITERAL = re.compile(r"\"([^\"]{9,})\"|(?<!\d)(\d{16})(?!\d)")  # a text, or a number of sixteen digits
_ATTRIBUTE = re.compile(r"(?<![\w:])([\w:]+)=\"([^\"]*)\"")
_PIVOT_FIELD = re.compile(r"<cacheField\b([^<>]*?)(?:/>|>(.*?)</cacheField>)", re.DOTALL)
_PIVOT_RECORD = re.compile(r"<r>(.*?)</r>", re.DOTALL)
_PIVOT_VALUE = re.compile(r"<[a-z]\b([^<>]*)>")
_PHONETIC = re.compile(r"<rPh\b(?:(?!<rPh\b).)*?</rPh>", re.DOTALL)
_COMMENTS = re.compile(r"xl/(?:comments[^/]*|threadedComments/[^/]+)\.xml")
_SHARED = "xl/sharedStrings.xml"
_WORKSHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_PIVOT_PART = re.compile(r"xl/pivotCache/pivotCache(?:Records|Definition)\d*\.xml")
_SECTION = re.compile("&amp;[A-Z]")  # begins a part of what is printed above or below a sheet: "&C081..."
_HEADS_WITHIN = 10  # rows among which the heads of a table are looked for
_LONGEST_HEAD = 40
_SHORTEST = 9  # characters of whatever is looked for

_TRUE = frozenset({"1", "true"})
_LETTERS = 26

ReadText = Callable[[str], str]
Cell = tuple[str, str, str]


class _Strings:
    """The strings that the cells of a workbook share, and which of them none has."""

    def __init__(self, xml: str) -> None:
        held = [_PHONETIC.sub("", one) for one in _STRING.findall(xml + "</si>")]
        self._texts = ["".join(_texts(one)) for one in held]
        self._quiet = [*map("".join, map(_texts, _PHONETIC.findall(xml))), remarks(xml)]
        self._unused = set(range(len(held)))

    def at(self, number: str) -> str | None:
        """Give the string of a number, which a cell has; None for a number of none."""
        place = int(number) if number.isdecimal() and len(number) < 9 else -1  # noqa: PLR2004 - no file has so many
        if not 0 <= place < len(self._texts):
            return None
        self._unused.discard(place)
        return self._texts[place]

    def unseen(self) -> str:
        """Give what no cell has shown so far, each string on a line: what was deleted may still stand here."""
        return "\n".join([*(self._texts[place] for place in sorted(self._unused)), *self._quiet])


class _Row(NamedTuple):
    """A row of a sheet: its filled cells as (column letters, row number, text)."""

    hidden: bool
    cells: list[Cell]


def read_workbook(names: Sequence[str], held: ReadText, found: Opened) -> None:
    """Say every cell of a workbook, each under its address, and name what is hidden in it."""

    def text(name: str) -> str:
        return _unprefixed(held(name))

    strings = _Strings(text(_SHARED) if _SHARED in names else "")
    titles, hidden = _titles(names, text)
    found.hidden += ["sheets"] * bool(hidden)
    for name in names:
        if _WORKSHEET.fullmatch(name):
            title = titles.get(name, name.rpartition("/")[2])
            _worksheet(title, text(name), strings, found, is_hidden=name in hidden)
        elif _COMMENTS.fullmatch(name):
            found.hidden.append("comments")
            found.say("comment", name.rpartition("/")[2], "\n".join(_texts(text(name))))
        elif _PIVOT_PART.fullmatch(name):
            found.hidden.append("pivot-cache")
            found.say("pivot-cache", name.rpartition("/")[2], "\n".join(_pivot_values(name, names, text)))
    found.say("part", _SHARED.rpartition("/")[2], strings.unseen())


def _unprefixed(xml: str) -> str:
    prefix = _PREFIX.match(xml)
    return xml.replace(f"<{prefix[1]}:", "<").replace(f"</{prefix[1]}:", "</") if prefix else xml


def _pivot_values(name: str, names: Sequence[str], text: ReadText) -> Iterator[str]:
    """Give what a pivot table keeps of the rows that it sums up, each value behind the name of its field."""
    definition = name.replace("Records", "Definition")
    fields = _PIVOT_FIELD.findall(text(definition) + "</cacheField>") if definition in names else []
    heads = [_attributes(held).get("name", "") for held, _ in fields]
    if name == definition:
        columns = ((head, inner) for head, (_, inner) in zip(heads, fields, strict=True))
        held = ((head, value) for head, inner in columns for value in _PIVOT_VALUE.findall(inner))
    else:
        rows = (_PIVOT_VALUE.findall(row) for row in _PIVOT_RECORD.findall(text(name) + "</r>"))
        held = (pair for row in rows for pair in zip_longest(heads, row, fillvalue=""))
    for head, value in held:
        yield f"{head}: {_number(_attributes(value).get('v', ''))}"


def _titles(names: Sequence[str], text: ReadText) -> tuple[Mapping[str, str], frozenset[str]]:
    """Give the title of each worksheet by the name of its part, and the parts of those that are hidden."""
    places: dict[str, str] = {}
    if "xl/_rels/workbook.xml.rels" in names:
        for held in _RELATION.findall(text("xl/_rels/workbook.xml.rels")):
            facts = _attributes(held)
            target = facts.get("Target", "")
            places[facts.get("Id", "")] = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    titles: dict[str, str] = {}
    hidden: set[str] = set()
    for held in _SHEET.findall(text("xl/workbook.xml") if "xl/workbook.xml" in names else ""):
        facts = _attributes(held)
        titles[places.get(facts.get("r:id", ""), "")] = facts.get("name", "")
        if facts.get("state", "visible") != "visible":
            hidden.add(places.get(facts.get("r:id", ""), ""))
    return titles, frozenset(hidden)


def _worksheet(title: str, xml: str, strings: _Strings, found: Opened, *, is_hidden: bool) -> None:
    unseen = _hidden_columns(xml)
    rows = list(_rows(xml, strings))
    found.hidden += ["columns"] * bool(unseen) + ["rows"] * any(row.hidden for row in rows)
    heads = _heads(rows)
    lines: list[str] = []
    for row in rows:
        _say_row(title, row, heads, found)
        if not row.hidden:
            lines.append("\t".join(value for column, _, value in row.cells if not _is_within(column, unseen)))
    for address, literals in _literals(xml):
        found.say("cell", f"{title}!{address}", literals)
    # What is printed above the cells, and what may be chosen in them.
    ends = max(0, xml.rfind("</sheetData>"))
    found.say("part", title, remarks(xml[:ends]) + all_words(_SECTION.sub(" ", xml[ends:])))
    if not is_hidden:
        found.show("\n".join(lines))


def _say_row(title: str, row: _Row, heads: Mapping[str, str], found: Opened) -> None:
    """Say the cells of a row: a head says what the numbers below it are, a label what stands at its right."""
    label = ""
    for column, number, value in row.cells:
        if len(value) >= _SHORTEST:
            found.say("cell", f"{title}!{column}{number}", f"{heads.get(column, '')}: {label}{value}")
        if value.strip() != ":":
            label = f"{value} " if is_label(value, LABELS) else ""
    line = "\t".join(value for _, _, value in row.cells)
    if is_parted(line):
        column, number, _ = row.cells[0]
        found.say("cell", f"{title}!{column}{number}", line)


def _hidden_columns(xml: str) -> tuple[range, ...]:
    columns = map(_attributes, _COLUMN.findall(xml[: xml.find("<sheetData")]))
    return tuple(
        range(int(facts.get("min", "0")[:5]), int(facts.get("max", "0")[:5]) + 1)
        for facts in columns
        if facts.get("hidden") in _TRUE
    )


def _is_within(column: str, ranges: Sequence[range]) -> bool:
    """Tell whether a column of such letters lies in one of some ranges; columns count from 1."""
    number = 0
    for letter in column if ranges else "":
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return any(number in one for one in ranges)


def _literals(xml: str) -> Iterator[tuple[str, str]]:
    """Give what formulas say word for word, each formula under the address of its cell."""
    for held, formula in _FORMULA.findall(xml):
        if found := _LITERAL.findall(html.unescape(formula)):
            yield _attributes(held).get("r", ""), "\n".join(text or number for text, number in found)


def _rows(xml: str, strings: _Strings) -> Iterator[_Row]:
    for attributes, inner in _ROW.findall(xml + "</row>"):
        cells = [cell for held, content in _CELL.findall(inner + "</c>") if (cell := _cell(held, content, strings))]
        if cells:
            yield _Row(_attributes(attributes).get("hidden") in _TRUE, cells)


def _cell(held: str, content: str, strings: _Strings) -> Cell | None:
    facts = _attributes(held)
    value = _VALUE.search(content)
    text = html.unescape(value[1]) if value else "".join(_texts(content))
    if facts.get("t") == "s" and (shared := strings.at(text)) is not None:
        text = shared
    elif facts.get("t", "n") == "n":
        text = _number(text)
    address = facts.get("r", "")
    column = address.rstrip("0123456789")
    return (column, address.removeprefix(column), text) if text.strip() else None


def _number(text: str) -> str:
    """Write a number that Excel keeps as 3.211011212850001E15 with all its digits."""
    if "E" not in text and "." not in text:
        return text
    try:
        number = float(text)
    except ValueError:
        return text
    return str(int(number)) if number.is_integer() and abs(number) < 1e18 else text  # noqa: PLR2004 - longer than any


def _heads(rows: Sequence[_Row]) -> Mapping[str, str]:
    """Give the short words at the top of each column, the lowest that stands above a number."""
    heads: defaultdict[str, str] = defaultdict(str)
    for row in rows[:_HEADS_WITHIN]:
        for column, _, value in row.cells:
            if len(value) <= _LONGEST_HEAD and not any(c.isdecimal() for c in value):
                heads[column] = value
    return heads


def _texts(xml: str) -> Iterator[str]:
    return map(html.unescape, _TEXT.findall(xml))


def _attributes(held: str) -> dict[str, str]:
    return {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(held)}
