"""A record as one flat row: a cell for each key, so that a spreadsheet can hold it and give it back unchanged.

A key inside a part is written with its path ("uji.konsekuensi_dibuka"). A list of words stands in one cell,
parted by semicolons; a list of parts, and words that would be ambiguous, stand as JSON.
"""

import json
import types
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from ppidgen.exchange.emitter import Item, Value
from ppidgen.model.days.dates import Period
from ppidgen.model.elements.record import Part, Record
from ppidgen.model.portal.registers import ID_KEY

_BETWEEN = "; "


def record_values(record: Part) -> dict[str, Value]:
    """Give what a record holds beyond its defaults as its file would write it, without the id."""
    values: dict[str, Value] = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        key = field.alias or name
        if key != ID_KEY and value is not None and value != field.get_default(call_default_factory=True):
            values[key] = _value(value)
    return values


def flat_row(record: Record) -> dict[str, str]:
    """Give the cells of a record by path, its id first."""
    return {ID_KEY: record.id, **dict(_cells(record_values(record), ""))}


def paths(kind: type[Part], prefix: str = "") -> tuple[str, ...]:
    """Give every path that a record of this kind may have, in the order of its keys."""
    found: list[str] = []
    for name, field in kind.model_fields.items():
        key = f"{prefix}{field.alias or name}"
        part = _part(field.annotation)
        found += paths(part, f"{key}.") if part and not _is_list(field.annotation) else (key,)
    return tuple(found)


@cache
def days(kind: type[Part]) -> frozenset[str]:
    """Give the paths of `paths` that hold one day."""
    return frozenset(path for path in paths(kind) if _bare(_annotation(kind, path.split("."))) is date)


@cache
def periods(kind: type[Part]) -> frozenset[str]:
    """Give the paths of `paths` that hold a day, month or year, or words about time."""
    return frozenset(path for path in paths(kind) if _bare(_annotation(kind, path.split("."))) is Period)


def nested(kind: type[Part], cells: Mapping[str, str]) -> dict[str, Value]:
    """Give the values that cells by path stand for; the counterpart of `flat_row`."""
    values: dict[str, Any] = {}
    for path, text in cells.items():
        if text:
            *folders, last = path.split(".")
            inner = values
            for folder in folders:
                inner = inner.setdefault(folder, {})
            inner[last] = _list(text) if _is_list(_annotation(kind, path.split("."))) else text
    return values


def _value(value: object) -> Value:
    if isinstance(value, Part):
        return record_values(value)
    if isinstance(value, Period):
        return value.text
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_item(item) for item in value]
    return str(value)


def _item(value: object) -> Item:
    found = _value(value)
    return found if isinstance(found, str | dict) else str(found)


def _cells(values: Mapping[str, Value], prefix: str) -> Iterable[tuple[str, str]]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield from _cells(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value if isinstance(value, str) else _cell(value)


def _cell(items: Sequence[Item]) -> str:
    words = [item for item in items if isinstance(item, str)]
    joined = _BETWEEN.join(words)
    if len(words) == len(items) and words and not joined.startswith("[") and all(map(_is_tidy, words)):
        return joined
    return json.dumps(items, ensure_ascii=False)


def _is_tidy(word: str) -> bool:
    return word == word.strip() and ";" not in word and bool(word)


def _list(text: str) -> Value:
    if text.startswith("["):
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return [text]
        return found if isinstance(found, list) else [text]
    return [part.strip() for part in text.split(_BETWEEN.strip()) if part.strip()]


def _annotation(kind: type[Part], path: Sequence[str]) -> object:
    for name, field in kind.model_fields.items():
        if (field.alias or name) == path[0]:
            part = _part(field.annotation)
            return _annotation(part, path[1:]) if part and len(path) > 1 else field.annotation
    return None


def _is_list(annotation: object) -> bool:
    return get_origin(_bare(annotation)) is tuple


def _part(annotation: object) -> type[Part] | None:
    bare = _bare(annotation)
    if get_origin(bare) is tuple:
        bare = _bare(get_args(bare)[0])
    return bare if isinstance(bare, type) and issubclass(bare, Part) else None


def _bare(annotation: object) -> object:
    """Take `Annotated` and `| None` off a type."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _bare(get_args(annotation)[0])
    if origin in {Union, types.UnionType}:
        return next((_bare(arg) for arg in get_args(annotation) if arg is not type(None)), annotation)
    return annotation
