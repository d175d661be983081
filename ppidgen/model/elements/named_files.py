"""Which files a record names, and where in the record it does so."""

from collections.abc import Iterator
from functools import cache
from typing import get_args

from ppidgen.model.elements.record import Part
from ppidgen.model.elements.types import FilePath

Path = tuple[str | int, ...]
_FILE_MARK = get_args(FilePath)[-1]


def named_files(part: Part, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give each file that `part` and the parts inside it name, with its place (attribute names and positions)."""
    files, single, many = _plan(type(part))
    for name in files:
        value = getattr(part, name)
        if value:
            yield (*path, name), value
    for name in single:
        inner = getattr(part, name)
        if inner is not None:
            yield from named_files(inner, (*path, name))
    for name in many:
        for position, inner in enumerate(getattr(part, name)):
            yield from named_files(inner, (*path, name, position))


@cache
def _plan(model: type[Part]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    files: list[str] = []
    single: list[str] = []
    many: list[str] = []
    for name, field in model.model_fields.items():
        if _FILE_MARK in _metadata(field.annotation) or _FILE_MARK in field.metadata:
            files.append(name)
        elif (part := _part(field.annotation)) and any(_plan(part)):
            (many if _is_tuple(field.annotation) else single).append(name)
    return tuple(files), tuple(single), tuple(many)


def _metadata(annotation: object) -> tuple[object, ...]:
    found: list[object] = list(getattr(annotation, "__metadata__", ()))
    for inner in get_args(annotation):
        if not isinstance(inner, type):
            found.extend(getattr(inner, "__metadata__", ()))
    return tuple(found)


def _part(annotation: object) -> type[Part] | None:
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, Part) else None
    return next((found for inner in get_args(annotation) if (found := _part(inner))), None)


def _is_tuple(annotation: object) -> bool:
    return getattr(annotation, "__origin__", None) is tuple
