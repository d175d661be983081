"""One edition written over another: what the child says replaces what its parent says, by id where there are ids."""

from collections.abc import Mapping

from ppidgen.source.register_text.nodes import Node, Place, Scalar, Sequence, Table

ID = "id"


def merged(parent: Node, child: Node, place: Place) -> Node:
    """Join two nodes; whatever comes from the parent stands at `place`, the line of the child that names it."""
    if isinstance(parent, Table) and isinstance(child, Table):
        values: dict[str, Node] = {key: relocated(value, place) for key, value in parent.values.items()}
        for key, value in child.values.items():
            values[key] = merged(parent.values[key], value, place) if key in parent.values else value
        return Table(values, {**dict.fromkeys(parent.keys, place), **child.keys}, child.place)
    if isinstance(parent, Sequence) and isinstance(child, Sequence) and _named(parent) and _named(child):
        return _merged_lists(_named(parent), _named(child), child.place, place)
    return child


def _named(node: Sequence) -> Mapping[str, Node]:
    """Give the items of a list by their ids; empty when any item has none."""
    found: dict[str, Node] = {}
    for item in node.items:
        name = item.values.get(ID) if isinstance(item, Table) else None
        if not isinstance(name, Scalar):
            return {}
        found[name.text] = item
    return found


def _merged_lists(parent: Mapping[str, Node], child: Mapping[str, Node], own: Place, place: Place) -> Sequence:
    kept = [
        merged(item, child[name], place) if name in child else relocated(item, place) for name, item in parent.items()
    ]
    return Sequence((*kept, *(item for name, item in child.items() if name not in parent)), own)


def relocated(node: Node, place: Place) -> Node:
    """Give the same node as if all of it stood at one place."""
    if isinstance(node, Scalar):
        return Scalar(node.text, place, node.plain)
    if isinstance(node, Sequence):
        return Sequence(tuple(relocated(item, place) for item in node.items), place)
    return Table(
        {key: relocated(value, place) for key, value in node.values.items()}, dict.fromkeys(node.keys, place), place
    )
