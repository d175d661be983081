"""Where a record was written down."""

from dataclasses import dataclass

from ppidgen.diagnostics import Span
from ppidgen.source.register_text.nodes import Node, Sequence, Table
from ppidgen.source.register_text.packing import NOWHERE, pack, unpack


@dataclass(frozen=True, slots=True, eq=False)
class Origin:
    """The file and the node that a record was read from; carried along, never compared.

    The node of a record that an earlier run read is kept packed until a fault has to be placed. `fingerprint` is a
    digest of all that was written in the record.
    """

    path: str
    written: Table | str
    fingerprint: str = ""

    @property
    def node(self) -> Table:
        """Give the node that the record was read from."""
        return unpack(self.written) if isinstance(self.written, str) else self.written

    def packed(self) -> str:
        """Give the places in a form that takes little memory and can be kept."""
        return self.written if isinstance(self.written, str) else pack(self.written)

    def __eq__(self, other: object) -> bool:
        """Count any two origins as equal, so that equal records from two files are equal."""
        return isinstance(other, Origin)

    def __hash__(self) -> int:
        """Hash all origins alike, as equality asks."""
        return hash(Origin)

    def at(self, *keys: str | int) -> Span:
        """Give the span of the value under `keys`, or of the nearest enclosing value that was written."""
        node: Node = self.node
        for key in keys:
            child = _child(node, key)
            if child is None:
                break
            node = child
        return node.place.in_file(self.path)

    def key(self, *keys: str | int) -> Span:
        """Give the span of the last key itself, for faults about the key and not its value."""
        node: Node = self.node
        for key in keys[:-1]:
            node = _child(node, key) or node
        if isinstance(node, Table) and keys and keys[-1] in node.keys:
            return node.keys[str(keys[-1])].in_file(self.path)
        return node.place.in_file(self.path)

    @property
    def start(self) -> Span:
        """Give the first character of the record."""
        place = self.node.place
        return Span(self.path, place.line, place.column, place.line, place.column + 1)


def _child(node: Node, key: str | int) -> Node | None:
    if isinstance(node, Table):
        return node.values.get(str(key))
    if isinstance(node, Sequence) and isinstance(key, int) and 0 <= key < len(node.items):
        return node.items[key]
    return None


UNKNOWN = Origin("", Table({}, {}, NOWHERE))
