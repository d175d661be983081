"""Open data: DIP and DIK as CSV and JSON, with the schema of the JSON.

The CSV opens in a spreadsheet set to Indonesian by a double click: UTF-8 with a byte-order mark, semicolons
between columns (the comma is the decimal sign there), and no cell that a spreadsheet would run as a formula.
"""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from types import SimpleNamespace
from typing import Any

from pydantic_core import to_json

from ppidgen.model.context import Context
from ppidgen.model.elements.record import Part
from ppidgen.model.elements.vocabulary import Form
from ppidgen.model.pages.page import DocumentItem
from ppidgen.model.public.data_file import DataFile
from ppidgen.model.public.open_data import (
    PublicEntry,
    PublicExemption,
    PublicExemptionList,
    PublicFile,
    PublicList,
    PublicStatus,
)
from ppidgen.model.records.exemption import ClassificationDecree, ConsequenceTest, Exemption
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.standing.deadline_table import DeadlineTable
from ppidgen.model.text.formula import guarded
from ppidgen.model.text.indented import indented_json
from ppidgen.pages.addresses import urls
from ppidgen.pages.dik.exemptions import basis_text, duration_text, in_order
from ppidgen.pages.parts.documents import document_item
from ppidgen.pages.parts.index import index
from ppidgen.pages.parts.rows import year_of
from ppidgen.pages.parts.structured import absolute
from ppidgen.pages.service.deadline_table import deadline_table

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def steady_files(context: Context) -> tuple[DataFile, ...]:
    """Give the open data that say nothing of what the registers list."""
    schema = schema_bytes(context, DeadlineTable, urls.DEADLINES_SCHEMA)
    return deadlines(context), data_file(urls.DEADLINES_SCHEMA, schema)


def data_files(context: Context) -> Iterator[DataFile]:
    """Give the lists as open data."""
    portal, day = context.portal, context.standing.as_of
    listed = PublicList(body=portal.body.name, as_of=day, licence=portal.site.licence, entries=())
    yield from _list_files(context, listed, _entries(context), (urls.LIST_CSV, urls.LIST_JSON))
    yield data_file(urls.LIST_SCHEMA, schema_bytes(context, PublicList, urls.LIST_SCHEMA))
    exempt = PublicExemptionList(body=portal.body.name, as_of=day, licence=portal.site.licence, entries=())
    yield from _list_files(context, exempt, _exemptions(context), (urls.EXEMPT_CSV, urls.EXEMPT_JSON))
    yield data_file(urls.EXEMPT_SCHEMA, schema_bytes(context, PublicExemptionList, urls.EXEMPT_SCHEMA))


def _list_files(
    context: Context, empty: PublicList | PublicExemptionList, rows: Iterator[Part], addresses: tuple[str, str]
) -> Iterator[DataFile]:
    """Write a list as CSV and as JSON, a row to a line in both, each row before the next one is made.

    Ten thousand entries as parts take 30 MB, and a third of the JSON would be indentation.
    """
    lines: list[bytes] = []

    def noted() -> Iterator[Part]:
        for row in rows:
            lines.append(to_json(row, by_alias=True))
            yield row

    as_csv, as_json = addresses
    kind = PublicEntry if isinstance(empty, PublicList) else PublicExemption
    yield data_file(as_csv, csv_bytes(context, kind, noted()))
    head = to_json(empty, by_alias=True).removesuffix(b"]}")  # the entries come last
    yield data_file(as_json, b"".join((head, b"\n", b",\n".join(lines), b"\n]}\n")))


def deadlines(context: Context) -> DataFile:
    """Give the table of the calculator."""
    return data_file(urls.DEADLINES_JSON, deadline_table(context).model_dump_json(by_alias=True).encode() + b"\n")


def _entries(context: Context) -> Iterator[PublicEntry]:
    """Give the public half of the DIP, numbered in the order of the annex."""
    return (_entry(context, place, one) for place, one in enumerate(index(context).annex_order, start=1))


def _entry(context: Context, place: int, entry: InformationEntry) -> PublicEntry:
    items = (document_item(context, document) for document in entry.documents)
    is_proposed, year = entry.id in context.standing.proposed, year_of(entry)
    return PublicEntry(
        number=place,
        summary=entry.summary,
        holder=entry.holder,
        responsible=entry.responsible,
        made_on=str(entry.made_on) if entry.made_on else None,
        made_at=entry.made_at,
        softcopy=Form.SOFTCOPY in entry.forms,
        hardcopy=Form.HARDCOPY in entry.forms,
        retention=entry.retention,
        id=entry.id,
        title=entry.title,
        category=entry.category.value,
        unit=context.portal.unit_name(entry.unit) or None,
        year=int(year) if year else None,
        group=entry.group,
        published=entry.published,
        updated=entry.updated,
        duties=() if is_proposed else entry.duties,
        proposed_duties=entry.duties if is_proposed else (),
        address=_whole(context, urls.entry(entry.id)),
        link=entry.link,
        how_to_get=entry.how_to_get,
        documents=tuple(_document(context, item) for item in items if item),
    )


def _document(context: Context, item: DocumentItem) -> PublicFile:
    inside = item.address.startswith("/")
    return PublicFile(
        title=item.title,
        address=_whole(context, item.address) if inside else item.address,
        format=item.format,
        size=item.size or None,
        sha256=item.sha256,
    )


def _exemptions(context: Context) -> Iterator[PublicExemption]:
    """Give the public half of the DIK."""
    return (_exemption(context, place, one) for place, one in enumerate(in_order(context), start=1))


def _exemption(context: Context, place: int, one: Exemption) -> PublicExemption:
    test, decree = one.test or ConsequenceTest(), one.decree or ClassificationDecree()
    return PublicExemption(
        number=place,
        title=one.title,
        basis=basis_text(context, one) or None,
        harm_if_opened=test.harm_if_opened,
        benefit_if_closed=test.benefit_if_closed,
        period=duration_text(context, one) or None,
        id=one.id,
        content=one.content,
        extent=one.extent.value,
        blackened=one.blackened,
        unit=context.portal.unit_name(one.unit) or None,
        expires=one.expires.day if one.expires else None,
        decree_number=decree.number,
        decree_day=decree.day,
        status=PublicStatus[context.standing.exemption_states[one.id].name],
        address=_whole(context, urls.exemption(one.id)),
    )


def _whole(context: Context, address: str) -> str:
    return absolute(context, address) or address


def data_file(address: str, content: bytes) -> DataFile:
    """Make the file that stands at an address."""
    return DataFile(address[1:], content)


def json_bytes(part: Part) -> bytes:
    """Write a part as JSON under its Indonesian keys."""
    return b"".join((to_json(part, by_alias=True, indent=2), b"\n"))


def schema_bytes(context: Context, part: type[Part], address: str) -> bytes:
    """Write the JSON Schema of a part."""
    schema = {"$schema": SCHEMA_DIALECT, "$id": _whole(context, address)} | _schema(part)
    return indented_json(schema).encode()


@cache
def _schema(part: type[Part]) -> dict[str, Any]:
    return part.model_json_schema(by_alias=True, mode="serialization")


def csv_bytes(context: Context, part: type[Part], rows: Iterable[Part]) -> bytes:
    """Write a table as the spreadsheets of this country open it."""
    names = [name for name in part.model_fields if name != "documents"]
    files = len(names) < len(part.model_fields)
    heads = [context.words(f"csv.{part.__name__}.{name}") for name in part.model_fields]
    lines: list[str] = ["\ufeff"]  # a stream of text takes four bytes for each letter
    writer = csv.writer(SimpleNamespace(write=lines.append), delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    for row in rows:
        cells = [_cell(context, getattr(row, name)) for name in names]
        writer.writerow([*cells, _files(row)] if files else cells)
    return "".join(lines).encode()


def _files(row: Part) -> str:
    return guarded(" ".join(document.address for document in getattr(row, "documents", ())))


def _cell(context: Context, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return context.words("yes") if value else context.words("no")
    return guarded(", ".join(value) if isinstance(value, tuple) else str(value))
