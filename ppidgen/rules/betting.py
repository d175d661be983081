"""Links to online betting: what somebody writes who has an officer's account and is none."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import get_args

from ppidgen.diagnostics import Finding
from ppidgen.diagnostics.shown import shown
from ppidgen.model.context import Context
from ppidgen.model.elements.record import Part
from ppidgen.model.text.betting import is_betting
from ppidgen.rules.places import Path, in_text, public_records
from ppidgen.rules.rule import Rule
from ppidgen.source.markdown import Mark

# What stands before a host, and a host.
_SIGNS = ("//", "www.", "@")
_HOST = re.compile(r"[\w.\-\u0300-\u036f]*\w")


def betting_link(context: Context) -> Iterator[Finding]:
    """Tell each address of online betting that a public record holds, wherever it stands in it."""
    for record in public_records(context.portal):
        for path, text in _texts(record, ()):
            for host, start in _hosts(text).items():
                if is_betting(host):
                    mark = Mark(host, text.count("\n", 0, start) + 1)
                    span = in_text(record, path, mark) if "\n" in text else record.span(*path)
                    yield Finding("SIT015", span, {"host": shown(host)})


def _hosts(text: str) -> dict[str, int]:
    """Give each host that a text names, and where it stands first."""
    found: dict[str, int] = {}
    for sign in _SIGNS:
        start = text.find(sign)
        while start >= 0:
            start += len(sign)
            if host := _HOST.match(text, start):
                found.setdefault(host[0].lower().removeprefix("www."), start)
            start = text.find(sign, start)
    return found


def _texts(held: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Give each text that may name a host, with its place (attribute names and positions)."""
    if isinstance(held, str):
        if _may_name_a_host(held):
            yield path, held
    elif isinstance(held, Part):
        for name in _fields(type(held)):
            inner = getattr(held, name)
            if isinstance(inner, str):  # as most are: a step down for each takes much longer
                if _may_name_a_host(inner):
                    yield (*path, name), inner
            elif inner:
                yield from _texts(inner, (*path, name))
    elif isinstance(held, tuple):
        for position, inner in enumerate(held):
            yield from _texts(inner, (*path, position))


def _may_name_a_host(text: str) -> bool:
    return "//" in text or "@" in text or "www." in text  # a loop over the signs takes a third longer


@cache
def _fields(model: type[Part]) -> tuple[str, ...]:
    """Name the fields of a part that may hold a text, by themselves or in parts within them."""
    return tuple(name for name, field in model.model_fields.items() if _may_hold_text(field.annotation))


def _may_hold_text(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, str | Part):
        return not issubclass(annotation, Enum)
    return any(map(_may_hold_text, get_args(annotation)))


RULES = (Rule("SIT015", (), betting_link, by_itself=True),)
