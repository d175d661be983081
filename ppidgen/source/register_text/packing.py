"""Where the values of a record stand, packed into one short text: unpacked only when a fault has to be placed."""

from functools import lru_cache
from typing import Any

import orjson

from ppidgen.source.register_text.nodes import Node, Place, Scalar, Sequence, Table

NOWHERE = Place(0, 0, 0, 0)


def pack(table: Table) -> str:
    """Write the places of a mapping and of everything in it; the values themselves are left out."""
    return orjson.dumps(_packed(table)).decode()


@lru_cache(maxsize=64)  # the faults of one record are placed one after the other, and there may be thousands of them
def unpack(packed: str) -> Table:
    """Give the mapping back, its values empty; a text that is no packing gives an empty mapping."""
    try:
        node = _unpacked(orjson.loads(packed))
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError):
        return Table({}, {}, NOWHERE)
    return node if isinstance(node, Table) else Table({}, {}, NOWHERE)


def _packed(node: Node) -> list[object]:
    if isinstance(node, Scalar):
        return [*node.place]
    if isinstance(node, Sequence):
        return [*node.place, [_packed(item) for item in node.items]]
    values = node.values
    return [*node.place, {key: [*at, _packed(values[key])] for key, at in node.keys.items() if key in values}]


def _unpacked(held: Any) -> Node:  # noqa: ANN401 - JSON that another run wrote; each step checks what it takes
    line, column, end_line, end_column, *inner = held
    place = Place(int(line), int(column), int(end_line), int(end_column))
    if not inner:
        return Scalar("", place, plain=False)
    if isinstance(inner[0], list):
        return Sequence(tuple(_unpacked(item) for item in inner[0]), place)
    keys = {key: Place(*map(int, at[:4])) for key, at in inner[0].items()}
    return Table({key: _unpacked(at[4]) for key, at in inner[0].items()}, keys, place)
