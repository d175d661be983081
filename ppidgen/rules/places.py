"""Where in the registers a fault of the finished site began: the attribute, and in a long text the line.

Of a page the site knows only the file that it was made from; the records of that file are asked which of them says
what is at fault. Asked only once there is a fault, so that no place is unpacked in vain.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import chain

from ppidgen.diagnostics import Finding, Span
from ppidgen.model.elements.named_files import named_files
from ppidgen.model.elements.record import Part, Record
from ppidgen.model.portal.whole import Portal
from ppidgen.source.markdown import Mark, survey

_MARKDOWN = ".md"

Path = tuple[str | int, ...]


def public_records(portal: Portal) -> Iterator[Record]:
    """Give every record of which pages tell something, in each language."""
    translated = (record for _, record in portal.translations)
    return chain(portal.publishing, (one for one in portal.information if one.withdrawn), translated)


def in_text(record: Record, path: Path, mark: Mark) -> Span:
    """Give the line of the file on which a mark in the long text at `path` stands."""
    place, file = record.span(*path), record.origin.path
    # Below "isi: |" the text begins one line later than the value.
    below = not file.endswith(_MARKDOWN) and place.end_line > place.line
    line = place.line + below + mark.line - 1
    return Span(file, line, 1, line, 1)


def linked(finding: Finding, portal: Portal, written: str) -> Finding:
    """Give a fault of a link the place at which an officer wrote the link."""
    places = (
        place
        for record in _records(portal, finding.span.path)
        for path, text in _texts(record)
        if (place := _link_in(record, path, text, written))
    )
    return replace(finding, span=next(places, None) or _begin(portal, finding.span.path))


def claimed(finding: Finding, portal: Portal) -> Finding:
    """Give a fault of an address, and the other claim to it where there is one, the place that asks for the address."""
    data = finding.data
    span = _claim(portal, finding.span.path, data["address"], data["named"])
    related = tuple(
        replace(one, span=_claim(portal, one.span.path, data["other_address"], data["other_named"]))
        for one in finding.related
    )
    return replace(finding, span=span, related=related)


def composed(finding: Finding, portal: Portal) -> Finding:
    """Give a fault that only what was composed shows the place where its source begins."""
    return replace(finding, span=_begin(portal, finding.span.path))


def _claim(portal: Portal, file: str, address: str, named: str) -> Span:
    records = tuple(_records(portal, file))
    for record in records:
        for path, value in named_files(record):
            if value == named:
                return record.span(*path)
    for record in records:
        for position, old in enumerate(getattr(record, "old_ids", ())):
            if _answers(old, address):
                return record.span("old_ids", position)
        if _answers(record.id, address):
            place = record.span("id")
            return place if place.line == place.end_line else record.origin.start
    return _begin(portal, file)


def _answers(record_id: str, address: str) -> bool:
    return f"/{record_id.lower()}/" in f"/{address}/"


def _link_in(record: Record, path: Path, text: str, written: str) -> Span | None:
    if text == written:
        return record.span(*path)
    if written not in text and "[" not in text:
        return None
    found = next((mark for mark in survey(text).links if mark.text == written), None)
    return in_text(record, path, found) if found else None


def _begin(portal: Portal, file: str) -> Span:
    """Give the start of the only record of a file; where there are more, or none, the file must do."""
    records = tuple(_records(portal, file))
    return records[0].origin.start if len(records) == 1 else Span(file)


def _records(portal: Portal, file: str) -> Iterator[Record]:
    for field in fields(portal):
        value = getattr(portal, field.name)
        for record in value if isinstance(value, tuple) else (value,):
            if file and isinstance(record, Record) and record.origin.path == file:
                yield record


def _texts(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give every text of a record with its place (attribute names and positions)."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _texts(item, (*path, position))
