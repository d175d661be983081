"""A document of JSON in parts: its long lists are written item by item, and no more than one is held."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson


def in_parts(document: Mapping[str, Any], lists: Mapping[str, Iterable[Any]]) -> Iterator[str]:
    """Write a document whose lists of these names, empty in it and in this order, hold these items."""
    rest = _written(document)
    for name, items in lists.items():
        # Within a value the quotes would be escaped, so this can only be the list.
        before, _, rest = rest.partition(f'"{name}": []')
        margin = before[before.rfind("\n") :]
        yield f'{before}"{name}": ['
        yield from _listed(items, margin)
    yield f"{rest}\n"


def _listed(items: Iterable[Any], margin: str) -> Iterator[str]:
    """Write the items of a list and its end; `margin` is a line break and what stands in front of its name."""
    own, between = f"{margin}  ", ""
    for item in items:
        yield between + own + _written(item).replace("\n", own)
        between = ","
    yield f"{margin}]" if between else "]"


def _written(value: object) -> str:
    # The standard library's writer takes ten times as long to indent.
    return orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()
