"""The registers as a further language shows them: what is translated, and all else marked as Indonesian."""

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any, TypeVar, get_args

from ppidgen.model.elements.record import Part, Record
from ppidgen.model.elements.types import Spoken
from ppidgen.model.language.tongue import in_main
from ppidgen.model.law.whole import Law
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.publication import Announcement
from ppidgen.model.standing.coverage import Coverage, Expectation
from ppidgen.model.standing.public_score import PublicScore
from ppidgen.model.standing.whole import Standing

P = TypeVar("P", bound=Part)

# How the officers may name the language that a whole text of theirs is written in, other than the main one.
WRITTEN_IN = "language"


def portal_in(portal: Portal, language: str) -> Portal:
    """Give the portal in a language: each translated text in it, every other one marked."""
    said = {(type(one), one.id): one for spoken, one in portal.translations if spoken == language}

    def spoken(value: Any) -> Any:  # noqa: ANN401 - whatever a portal holds
        if isinstance(value, Record):
            return marked(said.get((type(value), value.id), value), value)
        return tuple(map(spoken, value)) if isinstance(value, tuple) else value

    kept = {field.name: getattr(portal, field.name) for field in fields(portal) if field.name != "translations"}
    return Portal(**{name: spoken(value) for name, value in kept.items()})


def standing_in(standing: Standing, portal: Portal, law: Law) -> Standing:
    """Give how the portal stands, with records as `portal` words them and duties as `law` does."""
    of = {one.id: one for one in portal.announcements}
    worded = {(type(one), one.id): one for one in portal.publishing}

    def told(announcements: tuple[Announcement, ...]) -> tuple[Announcement, ...]:
        return tuple(of.get(one.id, one) for one in announcements)

    def covered(one: Coverage) -> Coverage:
        records = (worded.get((type(each.record), each.record.id), each.record) for each in one.evidence)
        evidence = (replace(each, record=record) for each, record in zip(one.evidence, records, strict=True))
        expected = map(_expected, one.expectations)
        return replace(
            one, duty=law.duties.get(one.duty.code, one.duty), evidence=tuple(evidence), expectations=tuple(expected)
        )

    return replace(
        standing,
        active=told(standing.active),
        upcoming=told(standing.upcoming),
        archived=told(standing.archived),
        coverage={code: covered(one) for code, one in standing.coverage.items()},
    )


def score_in(score: PublicScore) -> PublicScore:
    """Give a score with all its words marked: a rubric is the work of those who score, in their own language."""

    def told(value: Any) -> Any:  # noqa: ANN401 - a text, a line of the score, or several
        if isinstance(value, str):
            return in_main(value) if any(map(str.isalpha, value)) else value
        if isinstance(value, tuple):
            return tuple(map(told, value))
        return replace(value, **{field.name: told(getattr(value, field.name)) for field in fields(value)})

    return replace(score, **{field.name: told(getattr(score, field.name)) for field in fields(score)})


def _expected(one: Expectation) -> Expectation:
    return one if one.label.isdecimal() else replace(one, label=in_main(one.label))


def marked(part: P, original: Part) -> P:
    """Mark every text of a part that is still that of the original; a text in a language of its own stays as it is."""
    if getattr(original, WRITTEN_IN, None) and part is original:
        return part
    update = {}
    for name in spoken_fields(type(part)):
        value = getattr(part, name)
        if value and (shown := _marked(value, getattr(original, name))) is not value:
            update[name] = shown
    return part.model_copy(update=update) if update else part


def _marked(value: Any, original: Any) -> Any:  # noqa: ANN401 - a text, a part, or several
    if isinstance(value, str):
        return in_main(value) if value == original else value
    if isinstance(value, Part):
        return marked(value, original) if isinstance(original, Part) else value
    if isinstance(value, Mapping) and isinstance(original, Mapping):
        return {key: _marked(own, original.get(key)) for key, own in value.items()}
    if isinstance(value, tuple) and isinstance(original, tuple):
        pairs = zip(value, (*original, *[None] * len(value)), strict=False)
        return tuple(_marked(own, other) for own, other in pairs)
    return value


@cache
def spoken_fields(model: type[Part]) -> Mapping[str, bool]:
    """Give the fields of a part that hold words of a language: True, or False where only parts within them do."""
    found = {}
    for name, field in model.model_fields.items():
        itself = any(isinstance(one, Spoken) for one in field.metadata) or _is_spoken(field.annotation)
        if itself or any(spoken_fields(part) for part in parts_in(field.annotation)):
            found[name] = itself
    return found


def _is_spoken(annotation: object) -> bool:
    return isinstance(annotation, Spoken) or any(map(_is_spoken, _inner(annotation)))


def _inner(annotation: object) -> tuple[object, ...]:
    return () if isinstance(annotation, type) and not get_args(annotation) else get_args(annotation)


def parts_in(annotation: object) -> tuple[type[Part], ...]:
    """Name the kinds of parts that a field holds."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return (annotation,)
    return tuple(part for within in get_args(annotation) for part in parts_in(within))
