"""Faults in the texts: addresses that are refused, pictures from elsewhere, HTML, nesting too deep, comments."""

from collections.abc import Iterator
from functools import cache
from itertools import chain

from ppidgen.diagnostics import Finding
from ppidgen.model.context import Context
from ppidgen.model.portal import Portal
from ppidgen.model.record import Record
from ppidgen.model.registers import BODY_KEY
from ppidgen.model.translated import spoken_fields
from ppidgen.rules.places import in_text
from ppidgen.rules.rule import Rule
from ppidgen.source.markdown import scheme_of, survey

# One text may hold a thousand faults of one kind; the first ones say it.
MOST_OF_ONE_TEXT = 20
_COMMENTS = "<!--", "]:"


def prose_at_fault(context: Context) -> Iterator[Finding]:
    """Tell what a text holds that a page must not hold; every text is looked through once."""
    for record, body in _bodies(context.portal):
        found = survey(body)
        if found.too_complex:
            yield Finding("SIT013", record.span("body"))
        for code, marks in (("SIT010", found.html), ("SIT011", found.refused), ("SIT012", found.remote_images)):
            for mark in marks[:MOST_OF_ONE_TEXT]:
                yield Finding(
                    code, in_text(record, ("body",), mark), {"value": mark.text, "scheme": scheme_of(mark.text)}
                )


def comment_in_text(context: Context) -> Iterator[Finding]:
    """Tell what a text holds for its writer alone: it reaches data and search, or the page itself."""
    for record in _public(context.portal):
        for name in _texts_of(type(record)):
            text = getattr(record, name)
            if isinstance(text, str) and any(mark in text for mark in _COMMENTS):
                for mark in survey(text).comments[:MOST_OF_ONE_TEXT]:
                    yield Finding("SIT014", in_text(record, (name,), mark))


def _public(portal: Portal) -> Iterator[Record]:
    translated = (record for _, record in portal.translations)
    return chain(portal.publishing, (one for one in portal.information if one.withdrawn), translated)


@cache
def _texts_of(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name, itself in spoken_fields(kind).items() if itself)


def _bodies(portal: Portal) -> Iterator[tuple[Record, str]]:
    translated = (record for _, record in portal.translations if BODY_KEY in record.origin.node.values)
    for record in chain(portal.information, portal.services, portal.news, portal.articles, translated):
        body = getattr(record, "body", None)
        if body:
            yield record, body


RULES = (
    Rule("SIT010", (), prose_at_fault, by_itself=True),
    Rule("SIT014", (), comment_in_text, by_itself=True),
)
