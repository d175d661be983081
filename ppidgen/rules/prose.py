"""Faults in the texts: addresses that are refused, pictures from elsewhere, HTML, nesting too deep, comments."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import get_args

from pydantic import StringConstraints

from ppidgen.diagnostics import Finding
from ppidgen.model.context import Context
from ppidgen.model.elements.record import Part, Record
from ppidgen.model.elements.types import MAX_PROSE
from ppidgen.model.portal.registers import BODY_KEY
from ppidgen.model.portal.whole import Portal
from ppidgen.rules.places import Path, in_text, public_records
from ppidgen.rules.rule import Rule
from ppidgen.source.markdown import SCHEMES, scheme_of, survey

# One text may hold a thousand faults of one kind; the first ones say it.
MOST_OF_ONE_TEXT = 20
# What a comment begins with, and what stands in one that is written as the label of a link.
_OPENING, _LABEL = "<!--", "]:"


def prose_at_fault(context: Context) -> Iterator[Finding]:
    """Tell what a text holds that a page must not hold; every text is looked through once."""
    for record, body in _bodies(context.portal):
        found = survey(body)
        if found.too_complex:
            yield Finding("SIT013", record.span("body"))
        for code, marks in (("SIT010", found.html), ("SIT011", found.refused), ("SIT012", found.remote_images)):
            for mark in marks[:MOST_OF_ONE_TEXT]:
                scheme = scheme_of(mark.text)
                data = {"value": mark.text, "scheme": "" if scheme in SCHEMES else scheme}
                yield Finding(code, in_text(record, ("body",), mark), data)


def comment_in_text(context: Context) -> Iterator[Finding]:
    """Tell what a text holds for its writer alone: it reaches data and search, or the page itself."""
    for record in public_records(context.portal):
        for path, text in _commented(record, ()):
            for mark in survey(text).comments[:MOST_OF_ONE_TEXT]:
                yield Finding("SIT014", in_text(record, path, mark))


def _commented(part: Part, path: Path) -> Iterator[tuple[Path, str]]:
    """Give each text that may hold a comment, with its place (attribute names, keys and positions)."""
    for name in _prose_fields(type(part)):
        held = getattr(part, name)
        if isinstance(held, str):  # nearly all are; a step down for each took 1.4 times as long
            if _OPENING in held or _LABEL in held:
                yield (*path, name), held
        elif held:
            yield from _inside(held, (*path, name))


def _inside(held: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Give the same of what stands in a field that is more than a text."""
    if isinstance(held, Part):
        yield from _commented(held, path)
    elif isinstance(held, tuple):
        for position, one in enumerate(held):
            yield from _inside(one, (*path, position))
    elif isinstance(held, dict):
        for key, one in held.items():
            yield from _inside(one, (*path, key))
    elif isinstance(held, str) and (_OPENING in held or _LABEL in held):
        yield path, held


def _bodies(portal: Portal) -> Iterator[tuple[Record, str]]:
    translated = (record for _, record in portal.translations if BODY_KEY in record.origin.node.values)
    for record in chain(portal.information, portal.services, portal.news, portal.articles, translated):
        body = getattr(record, "body", None)
        if body:
            yield record, body


@cache
def _prose_fields(model: type[Part]) -> tuple[str, ...]:
    """Name the fields of a part in which Markdown may stand, by themselves or in parts within them."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if any(map(_holds_prose, (field.annotation, *field.metadata))))


def _holds_prose(annotation: object) -> bool:
    if isinstance(annotation, StringConstraints):
        return annotation.max_length == MAX_PROSE
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return bool(_prose_fields(annotation))
    return any(map(_holds_prose, (*get_args(annotation), *getattr(annotation, "__metadata__", ()))))


RULES = (
    Rule("SIT010", (), prose_at_fault, by_itself=True),
    Rule("SIT014", (), comment_in_text, by_itself=True),
)
