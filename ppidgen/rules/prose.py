"""Faults in the long texts: addresses that are refused, pictures from elsewhere, HTML, nesting too deep."""

from collections.abc import Iterator
from itertools import chain

from ppidgen.diagnostics import Finding
from ppidgen.model.context import Context
from ppidgen.model.portal import Portal
from ppidgen.model.record import Record
from ppidgen.model.registers import BODY_KEY
from ppidgen.rules.places import in_text
from ppidgen.rules.rule import Rule
from ppidgen.source.markdown import scheme_of, survey

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
                yield Finding(
                    code, in_text(record, ("body",), mark), {"value": mark.text, "scheme": scheme_of(mark.text)}
                )


def _bodies(portal: Portal) -> Iterator[tuple[Record, str]]:
    translated = (record for _, record in portal.translations if BODY_KEY in record.origin.node.values)
    for record in chain(portal.information, portal.services, portal.news, portal.articles, translated):
        body = getattr(record, "body", None)
        if body:
            yield record, body


RULES = (Rule("SIT010", (), prose_at_fault, by_itself=True),)
