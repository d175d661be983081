"""What one register file says, as text: for each record its id, its values and where they stand.

A sheet is all that is ever needed of a file again, so it is also what is kept between runs and passed between
processes, packed into plain JSON values.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import NamedTuple

import orjson

from ppidgen.diagnostics import Checked, Finding, Span
from ppidgen.diagnostics.shown import shown
from ppidgen.diagnostics.tally import Tally, bounded
from ppidgen.model.elements.origin import Origin
from ppidgen.model.portal.registers import BODY_KEY, CASES, CONTENT, ID_KEY, Register, original_of
from ppidgen.model.text.slug import is_slug, slugify
from ppidgen.source.personal.person_names import person_names
from ppidgen.source.personal.personal_data import Hit, covered, personal_data
from ppidgen.source.probe.opened import Trace, trace_of
from ppidgen.source.register_text import frontmatter, text, yaml
from ppidgen.source.register_text.nodes import Node, Place, Scalar, Sequence, Table
from ppidgen.source.undone import may_say_more, undone

MARKDOWN = ".md"
REGISTER = ""
NAME = "name"
NEWLINE = "\n"
TITLE_KEYS = ("judul", "nama", "kode")
_PACKED = [str, dict, str, list]  # id, values, places, prints


class Prints(NamedTuple):
    """What changes with every word of a record, and with every word but its long text."""

    whole: str
    brief: str


@dataclass(frozen=True, slots=True)
class Line:
    """One record as it was written; `kept` are its prints where an earlier run has taken them."""

    id: str
    values: dict[str, object]
    origin: Origin
    kept: Prints | None = None

    @property
    def prints(self) -> Prints:
        """Give the digests of what was written."""
        if self.kept:
            return self.kept
        whole = _digest(self.values)
        rest = {key: value for key, value in self.values.items() if key != BODY_KEY}
        return Prints(whole, whole if len(rest) == len(self.values) else _digest(rest))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The records of one file, the ids of those that could not be read at all, and the personal data in its text."""

    lines: tuple[Line, ...] = ()
    rejected: tuple[str, ...] = ()
    traces: tuple[Trace, ...] = ()


def read_sheet(path: str, raw: bytes, register: Register) -> Checked[Sheet]:
    """Read the bytes of the register file at `path`, which belongs to `register`."""
    lost = Sheet(rejected=(file_id(path, register),))
    decoded = text.decode(path, raw)
    if decoded.value is None:
        return Checked(lost, decoded.findings)
    read = _read(path, decoded.value, register, lost)
    traces = (*_traces_of_name(path), *traces_in(decoded.value, with_names=register is CASES))
    return Checked(replace(read.value, traces=traces) if traces else read.value, decoded.findings + read.findings)


def _read(path: str, content: str, register: Register, lost: Sheet) -> Checked[Sheet]:
    parsed = _parsed(path, content)
    if parsed.value is None:
        return Checked(lost, parsed.findings) if parsed.findings else _empty(path, register, lost)
    sheet = _sheet(path, parsed.value, register)
    return Checked(sheet.value, parsed.findings + sheet.findings)


def traces_in(content: str, *, with_names: bool = False) -> tuple[Trace, ...]:
    """Give the personal data in the text of a register, comments included; each place is "line:column".

    Names of persons are looked for in the register of cases alone, where none has a place.
    """
    hits = [*personal_data(content), *(person_names(content) if with_names else ())]
    if may_say_more(content):
        told = {hit.digest for hit in hits}
        hits += (hit for hit in _seen_only(content) if hit.digest not in told)
    return tuple(trace_of(hit, REGISTER, _place(content, hit.start)) for hit in hits)


def _traces_of_name(path: str) -> tuple[Trace, ...]:
    """Give the personal data in the path of a file, which becomes the address of a page."""
    hits = personal_data(path)
    name = covered(path.rpartition("/")[2]) if hits else ""
    return tuple(trace_of(hit, NAME, name) for hit in hits)


def _seen_only(content: str) -> Iterator[Hit]:
    """Give the personal data that a reader sees once Markdown is rendered, where they begin in the text."""
    seen = undone(content)
    return (replace(hit, start=seen.place(hit.start)) for hit in personal_data(seen.text))


def _place(content: str, start: int) -> str:
    return f"{content.count(NEWLINE, 0, start) + 1}:{start - content.rfind(NEWLINE, 0, start)}"


def _empty(path: str, register: Register, lost: Sheet) -> Checked[Sheet]:
    """Tell a file without a field; only a single file that holds a list may wait for its first entry."""
    if register.single and register.many:
        return Checked(Sheet())
    return Checked(lost, (Finding("SKM024", Span(path, 1, 1, 1, 1)),))


def _digest(values: dict[str, object]) -> str:
    return blake2b(orjson.dumps(values), digest_size=16).hexdigest()


def packed(sheet: Checked[Sheet]) -> list[tuple[str, dict[str, object], str, list[str]]] | None:
    """Give a sheet as plain values; None when something was found in the file and it must be read again.

    Prints are taken here, where several processes read: each time they were taken anew cost as much as half a binding.
    """
    if sheet.findings or sheet.value.rejected or sheet.value.traces:
        return None
    return [(line.id, line.values, line.origin.packed(), [*line.prints]) for line in sheet.value.lines]


def unpacked(path: str, kept: object) -> Sheet | None:
    """Give the sheet that was packed; None when `kept` is not what this program writes."""
    lines = []
    for item in kept if isinstance(kept, list) else ():
        # Kinds by the list: a pattern takes twice as long, and there are ten thousand of them.
        if not isinstance(item, list) or [*map(type, item)] != _PACKED or [*map(type, item[3])] != [str, str]:
            return None
        record_id, values, places, prints = item
        lines.append(Line(record_id, values, Origin(path, places), Prints(*prints)))
    return Sheet(tuple(lines)) if lines else None


def file_id(path: str, register: Register) -> str:
    """Give the id that a file's place gives its record: the path inside the register, without ending."""
    stem = original_of(path).rpartition(".")[0]
    return register.name if register.single else stem.removeprefix(f"{CONTENT}/{register.name}/")


def _parsed(path: str, content: str) -> Checked[Node | None]:
    if not path.endswith(MARKDOWN):
        return yaml.parse(path, content)
    split = frontmatter.split(path, content)
    head = split.value.head
    if not isinstance(head, Table) or not split.value.body.strip():
        return Checked(head, split.findings)
    return Checked(_with_body(head, split.value.body, split.value.body_line), split.findings)


def _with_body(head: Table, body: str, line: int) -> Table:
    last = line + body.count("\n")
    # The empty lines above the text are no part of it; faults in it are counted from its first line.
    above = body[: len(body) - len(body.lstrip())].count("\n")
    place = Place(line + above, 1, last, 1)
    value = Scalar(body, place, plain=False)
    return Table({BODY_KEY: value, **head.values}, {BODY_KEY: place, **head.keys}, head.place)


def _sheet(path: str, node: Node, register: Register) -> Checked[Sheet]:
    if isinstance(node, Table):
        return _collected([_line(path, node, file_id(path, register))])
    if isinstance(node, Sequence) and register.many:
        tally = Tally()
        return _collected(list(_items(path, node, register, tally)), tally)
    found = shown(node.text) if isinstance(node, Scalar) else "-"
    finding = Finding("SKM022", node.place.in_file(path), {"found": found})
    return Checked(Sheet(rejected=(file_id(path, register),)), (finding,))


def _items(path: str, node: Sequence, register: Register, tally: Tally) -> Iterator[Checked[Line | str]]:
    prefix = "" if register.single else file_id(path, register) + "/"
    for position, item in enumerate(node.items, start=1):
        if isinstance(item, Table):
            yield _line(path, item, prefix + (_title_slug(item) or str(position)))
        elif tally.admits("SKM023"):
            span = item.place.in_file(path)
            yield Checked(f"{prefix}{position}", (Finding("SKM023", span, {"position": str(position)}),))
        else:
            yield Checked(f"{prefix}{position}")


def _title_slug(table: Table) -> str:
    for key in TITLE_KEYS:
        value = table.values.get(key)
        if isinstance(value, Scalar) and not value.is_empty:
            return slugify(value.text)
    return ""


def _collected(results: list[Checked[Line | str]], tally: Tally | None = None) -> Checked[Sheet]:
    lines = tuple(result.value for result in results if isinstance(result.value, Line))
    rejected = tuple(result.value for result in results if isinstance(result.value, str))
    findings = bounded(finding for result in results for finding in result.findings)
    return Checked(Sheet(lines, rejected), (*findings, *(tally.rest(findings) if tally else ())))


def _line(path: str, table: Table, default_id: str) -> Checked[Line | str]:
    origin = Origin(path, table)
    chosen = _id(origin, table, default_id)
    return Checked(Line(chosen.value, {**plain(table), ID_KEY: chosen.value}, origin), chosen.findings)


def _id(origin: Origin, table: Table, default: str) -> Checked[str]:
    written = table.values.get(ID_KEY)
    if not isinstance(written, Scalar | None):
        return Checked(default, (Finding("SKM011", origin.at(ID_KEY), {"key": ID_KEY}),))
    own = written.text.strip() if written else ""
    folder, _, name = default.rpartition("/")
    full = "/".join(part for part in (folder, own or name) if part)
    if all(is_slug(part) for part in full.split("/")):
        return Checked(full)
    fixed = "/".join(slugify(part) for part in full.split("/"))
    span = origin.at(ID_KEY) if own else Span(origin.path)
    return Checked(fixed, (Finding("SKM015", span, {"key": ID_KEY, "value": shown(full), "fixed": fixed}),))


def plain(table: Table) -> dict[str, object]:
    """Give what a table says as plain text, lists and mappings, without what is empty."""
    return {key: _value(node) for key, node in table.values.items() if not _is_empty(node)}


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_empty


def _value(node: Node) -> object:
    if isinstance(node, Scalar):
        return "" if node.is_empty else node.text
    if isinstance(node, Sequence):
        return tuple(_value(item) for item in node.items)
    return plain(node)
