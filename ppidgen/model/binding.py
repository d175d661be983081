"""From the text of one register file to frozen records.

A record that cannot be built is set aside and told; the rest goes on. pydantic's English sentences are
never shown: its error types and places become findings.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from ppidgen.diagnostics import Checked, Finding, Span
from ppidgen.diagnostics.shown import shown
from ppidgen.model.origin import Origin
from ppidgen.model.record import Record
from ppidgen.model.refusal import refusals
from ppidgen.model.registers import BODY_KEY, CONTENT, ID_KEY, KIND_KEY, Register
from ppidgen.model.slug import is_slug, slugify
from ppidgen.source import frontmatter, text, yaml
from ppidgen.source.nodes import Node, Place, Scalar, Sequence, Table

MARKDOWN = ".md"
TITLE_KEYS = ("judul", "nama", "kode")


@dataclass(frozen=True, slots=True)
class Bound:
    """What one register file holds: its records, and the ids of those that could not be read."""

    records: tuple[Record, ...] = ()
    rejected: tuple[str, ...] = ()


def bind_file(path: str, raw: bytes, register: Register) -> Checked[Bound]:
    """Read the bytes of the register file at `path` into records of `register`."""
    decoded = text.decode(path, raw)
    if decoded.value is None:
        return Checked(Bound(rejected=(file_id(path, register),)), decoded.findings)
    parsed = _read(path, decoded.value)
    findings = decoded.findings + parsed.findings
    if parsed.value is None:
        return Checked(Bound(rejected=(file_id(path, register),)), findings)
    bound = _bind_node(path, parsed.value, register)
    return Checked(bound.value, findings + bound.findings)


def file_id(path: str, register: Register) -> str:
    """Give the id that a file's place gives its record: the path inside the register, without ending."""
    stem = path.rpartition(".")[0]
    return register.name if register.single else stem.removeprefix(f"{CONTENT}/{register.name}/")


def _read(path: str, content: str) -> Checked[Node | None]:
    if not path.endswith(MARKDOWN):
        return yaml.parse(path, content)
    split = frontmatter.split(path, content)
    head = split.value.head
    if not isinstance(head, Table) or not split.value.body.strip():
        return Checked(head, split.findings)
    return Checked(_with_body(head, split.value.body, split.value.body_line), split.findings)


def _with_body(head: Table, body: str, line: int) -> Table:
    last = line + body.count("\n")
    place = Place(line, 1, last, 1)
    value = Scalar(body, place, plain=False)
    return Table({BODY_KEY: value, **head.values}, {BODY_KEY: place, **head.keys}, head.place)


def _bind_node(path: str, node: Node, register: Register) -> Checked[Bound]:
    if isinstance(node, Table):
        return _collect([_bind_record(path, node, register, file_id(path, register))])
    if isinstance(node, Sequence) and register.many:
        return _collect(list(_bind_items(path, node, register)))
    finding = Finding("SKM022", node.place.in_file(path), {"found": _kind(node)})
    return Checked(Bound(rejected=(file_id(path, register),)), (finding,))


def _kind(node: Node) -> str:
    return shown(node.text) if isinstance(node, Scalar) else "-"


def _bind_items(path: str, node: Sequence, register: Register) -> Iterator[Checked[Record | str]]:
    prefix = "" if register.single else file_id(path, register) + "/"
    for position, item in enumerate(node.items, start=1):
        if isinstance(item, Table):
            yield _bind_record(path, item, register, prefix + (_title_slug(item) or str(position)))
        else:
            span = item.place.in_file(path)
            yield Checked(f"{prefix}{position}", (Finding("SKM023", span, {"position": str(position)}),))


def _title_slug(table: Table) -> str:
    for key in TITLE_KEYS:
        value = table.values.get(key)
        if isinstance(value, Scalar) and not value.is_empty:
            return slugify(value.text)
    return ""


def _collect(results: list[Checked[Record | str]]) -> Checked[Bound]:
    records = tuple(result.value for result in results if isinstance(result.value, Record))
    rejected = tuple(result.value for result in results if isinstance(result.value, str))
    return Checked(Bound(records, rejected), tuple(finding for result in results for finding in result.findings))


def _bind_record(path: str, table: Table, register: Register, default_id: str) -> Checked[Record | str]:
    origin = Origin(path, table)
    chosen = _id(origin, default_id)
    model = _variant(table, register)
    if model is None:
        return Checked(chosen.value, (*chosen.findings, _unknown_kind(origin, register)))
    values = {**_plain(table), ID_KEY: chosen.value}
    try:
        record = model.model_validate(values, by_alias=True, by_name=False)
    except ValidationError as error:
        return Checked(chosen.value, (*chosen.findings, *refusals(error, model, origin)))
    record._origin = origin  # noqa: SLF001 - the one place that gives a record its origin
    return Checked(record, chosen.findings)


def _variant(table: Table, register: Register) -> type[Record] | None:
    if "" in register.variants:
        return register.variants[""]
    kind = table.values.get(KIND_KEY)
    return register.variants.get(kind.text.strip()) if isinstance(kind, Scalar) else None


def _unknown_kind(origin: Origin, register: Register) -> Finding:
    kind = origin.node.values.get(KIND_KEY)
    value = shown(kind.text) if isinstance(kind, Scalar) else ""
    span = origin.at(KIND_KEY) if kind else origin.start
    return Finding("SKM021", span, {"value": value, "choices": ", ".join(register.variants)})


def _id(origin: Origin, default: str) -> Checked[str]:
    written = origin.node.values.get(ID_KEY)
    own = written.text.strip() if isinstance(written, Scalar) else ""
    folder, _, name = default.rpartition("/")
    full = "/".join(part for part in (folder, own or name) if part)
    if all(is_slug(part) for part in full.split("/")):
        return Checked(full)
    fixed = "/".join(slugify(part) for part in full.split("/"))
    span = origin.at(ID_KEY) if own else Span(origin.path)
    return Checked(fixed, (Finding("SKM015", span, {"key": ID_KEY, "value": shown(full), "fixed": fixed}),))


def _plain(table: Table) -> dict[str, object]:
    return {key: _value(node) for key, node in table.values.items() if not _is_empty(node)}


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_empty


def _value(node: Node) -> object:
    if isinstance(node, Scalar):
        return "" if node.is_empty else node.text
    if isinstance(node, Sequence):
        return tuple(_value(item) for item in node.items)
    return _plain(node)
