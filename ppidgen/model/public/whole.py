"""What the public may read of a portal: the one projection that pages, exports and search are made of.

A field whose table entry says that it is not public is empty here, a file that no public record names or that an
exemption withholds is unknown, and what the officers say among themselves (waivers, permits, faults) is not there. Of
an entry that was withdrawn there is no more than that it was. So no page can show it, whatever it asks for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any, NewType, TypeVar, get_args

from ppidgen.model.context import Context
from ppidgen.model.elements.fields import is_public
from ppidgen.model.elements.named_files import named_files
from ppidgen.model.elements.record import Part
from ppidgen.model.portal.whole import Portal
from ppidgen.model.portal.withheld import withheld_by
from ppidgen.model.records.information import InformationEntry
from ppidgen.source.document_facts import DocumentFacts

# A context whose portal is the public one, and whose standing follows from that.
PublicContext = NewType("PublicContext", Context)
P = TypeVar("P", bound=Part)

# Registers and facts of the portal that are no one's business but the officers'.
_OF_THE_OFFICE = ("waivers", "permits", "evidence", "rejected", "traces")
# What stays of a withdrawn entry: its address, its place in lists, and why it is gone.
_OF_WITHDRAWN = frozenset("id title category unit year part published updated duties series old_ids withdrawn".split())


def public_portal(portal: Portal) -> Portal:
    """Give a portal as the public may know it."""
    kept = {field.name: getattr(portal, field.name) for field in fields(portal) if field.name not in _OF_THE_OFFICE}
    shown = Portal(**{name: _projected(value) for name, value in kept.items()})
    withheld = withheld_by(portal.exemptions)
    named = {path for record in shown.publishing for _, path in named_files(record)}
    known = {path: portal.facts[path] for path in sorted(named & portal.facts.keys())}
    facts = {path: _public_facts(found) for path, found in known.items() if not withheld.recognises(found)}
    return replace(shown, facts=facts, files=(portal.files & named) - (known.keys() - facts.keys()))


def _public_facts(facts: DocumentFacts) -> DocumentFacts:
    return replace(facts, inside=(), traces=())


def _projected(value: Any) -> Any:  # noqa: ANN401 - whatever a portal holds
    if isinstance(value, Part):
        return public_part(_left_of(value) if isinstance(value, InformationEntry) and value.withdrawn else value)
    return tuple(map(_projected, value)) if isinstance(value, tuple) else value


def _left_of(entry: InformationEntry) -> InformationEntry:
    gone = {
        name: field.get_default(call_default_factory=True)
        for name, field in InformationEntry.model_fields.items()
        if name not in _OF_WITHDRAWN
    }
    return entry.model_copy(update=gone)


def public_part(part: P) -> P:
    """Give a record or a part of one with every field empty that is not public."""
    emptied, inner = _plan(type(part))
    update = {name: empty for name, empty in emptied.items() if getattr(part, name) != empty}
    for name in inner:
        value = getattr(part, name)
        if value and (shown := _projected(value)) is not value and shown != value:
            update[name] = shown
    return part.model_copy(update=update) if update else part


@cache
def _plan(model: type[Part]) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    """Give the fields to empty with what they are then, and the fields with parts that have such fields."""
    emptied: dict[str, Any] = {}
    inner: list[str] = []
    for name, field in model.model_fields.items():
        if not is_public(model, name):
            emptied[name] = field.get_default(call_default_factory=True)
        elif any(any(_plan(part)) for part in _parts(field.annotation)):
            inner.append(name)
    return emptied, tuple(inner)


def _parts(annotation: object) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for within in get_args(annotation):
        yield from _parts(within)
