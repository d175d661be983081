"""Faults in the long texts: addresses that are refused, pictures from elsewhere, HTML, nesting too deep."""

from collections.abc import Iterator
from itertools import chain

from ppidgen.diagnostics import Finding, Span
from ppidgen.model.context import Context
from ppidgen.model.portal import Portal
from ppidgen.model.record import Record
from ppidgen.rules.rule import Rule
from ppidgen.source.markdown import Mark, scheme_of, survey

_MARKDOWN = ".md"
# One text may hold a thousand faults of one kind; the first ones say it.
MOST_OF_ONE_TEXT = 20


def prose_at_fault(context: Context) -> Iterator[Finding]:
    """Tell what a text holds that a page must not hold; every text is looked through once."""
    for record, body in _bodies(context.portal):
        found = survey(body)
        if found.too_complex:
            yield Finding("SIT013", record.span("body"))
        for code, marks in (("SIT010", found.html), ("SIT011", found.refused), ("SIT012", found.remote_images)):
            for mark in marks[:MOST_OF_ONE_TEXT]:
                yield Finding(code, _span(record, mark), {"value": mark.text, "scheme": scheme_of(mark.text)})


def _bodies(portal: Portal) -> Iterator[tuple[Record, str]]:
    for record in chain(portal.information, portal.services, portal.news, portal.articles):
        body = getattr(record, "body", None)
        if body:
            yield record, body


def _span(record: Record, mark: Mark) -> Span:
    """Give the line of the file on which a mark stands."""
    place, path = record.span("body"), record.origin.path
    # Below "isi: |" the text begins one line later than the value.
    below = not path.endswith(_MARKDOWN) and place.end_line > place.line
    line = place.line + below + mark.line - 1
    return Span(path, line, 1, line, 1)


RULES = (Rule("SIT010", (), prose_at_fault),)
