"""The named examples of a theme's components, made into blocks of the model."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from ppidgen.model.pages.page import Badge, Block, Link
from ppidgen.theme.load import Theme, mapping

KINDS: Mapping[str, type[Block]] = {block.kind: block for block in get_args(Block)}


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a component: the component's kind, the example's name, the block."""

    kind: str
    name: str
    block: Block


def examples_of(theme: Theme) -> tuple[Example, ...]:
    """Give every example of every component, in the order of the model's blocks."""
    return tuple(
        Example(kind, name, made(KINDS[kind], values))
        for kind in KINDS
        for name, values in mapping(theme.files, f"komponen/{kind}/contoh.yaml").items()
    )


def made(wanted: Any, value: Any) -> Any:  # noqa: ANN401 - the type decides, and is a value here
    """Make a value of the wanted type from what YAML holds."""
    if wanted == Block:
        rest = {key: inner for key, inner in value.items() if key != "kind"}
        return made(KINDS[value["kind"]], rest)
    if is_dataclass(wanted) and isinstance(wanted, type):
        return _record(wanted, value)
    if get_origin(wanted) is tuple:
        return _tuple(get_args(wanted), value)
    if get_origin(wanted) in {Union, UnionType}:
        return _either(get_args(wanted), value)
    return value


def _record(wanted: type, value: Mapping[str, Any]) -> Any:  # noqa: ANN401 - as `made`
    known = {field.name for field in fields(wanted)}
    unknown = value.keys() - known
    if unknown:
        raise TypeError(f"{wanted.__name__} has no {sorted(unknown)}")
    hints = get_type_hints(wanted)
    return wanted(**{name: made(hints[name], inner) for name, inner in value.items()})


def _tuple(inner: tuple[Any, ...], values: list[Any]) -> tuple[Any, ...]:
    if inner[-1] is Ellipsis:
        return tuple(made(inner[0], value) for value in values)
    return tuple(made(each, value) for each, value in zip(inner, values, strict=True))


def _either(choices: tuple[Any, ...], value: Any) -> Any:  # noqa: ANN401 - as `made`
    """Make a cell, which is text, a link or a badge, or a thing that may be absent."""
    if value is None or isinstance(value, str):
        return value
    if Badge in choices and "address" not in value:
        return made(Badge, value)
    return made(Link if Link in choices else next(each for each in choices if each is not NoneType), value)
