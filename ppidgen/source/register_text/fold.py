"""libyaml's events folded into nodes: no recursion, no expansion, every scalar as typed.

What registers do not need (anchors, aliases, tags, directives, further documents, merge keys, keys
that are not plain text) is told and left out. Depth and number are bounded, so that no input can
exhaust the interpreter, neither while the tree is built nor when it is dropped.
"""

from collections.abc import Callable
from typing import NamedTuple

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from ppidgen.diagnostics import Related
from ppidgen.source.register_text.lines import in_quotes, take_apart
from ppidgen.source.register_text.nodes import Node, Place, Scalar, Sequence, Table
from ppidgen.source.register_text.notes import Notes, quote

DEEPEST = 20
MOST_EVENTS = 200_000

Events = Callable[[], Event | None]

_NOWHERE = ""  # no key may be empty; a value kept under this one is thrown away with its frame
_NO_KEYS = frozenset({_NOWHERE, "<<"})
_new = tuple.__new__  # a third of the price of calling the class, sixty times a record


class Folded(NamedTuple):
    """The tree, if there is one, and the plain values that spread over lines of their own."""

    node: Node | None
    spread: tuple[Scalar, ...]


class _Frame:
    """One list or mapping that is still open. `keys` is None in a list; `key` is None where a key comes next."""

    __slots__ = ("flow", "items", "key", "keys", "place", "values")

    def __init__(self, place: Place, keys: dict[str, Place] | None, flow: bool | None) -> None:  # noqa: FBT001 - as the event has it
        self.place = place
        self.flow = flow
        self.key: str | None = None
        self.keys = keys
        self.items: list[Node] = []
        self.values: dict[str, Node] = {}

    def put(self, node: Node) -> None:
        """Take a finished node in; one that stands in the place of a key is dropped, and its value after it."""
        if self.key is not None:
            self.values[self.key] = node
            self.key = None
        elif self.keys is None:
            self.items.append(node)
        else:
            self.key = _NOWHERE

    def finish(self, last: Place) -> Node:
        """Give the finished list or mapping, which ends where `last` ends."""
        place = _new(Place, (self.place[0], self.place[1], last[2], last[3]))
        if self.keys is None:
            return _new(Sequence, (tuple(self.items), place))
        self.values.pop(_NOWHERE, None)
        return _new(Table, (self.values, self.keys, place))


class _Fold:
    """The tree while it grows: the frames that are open, and where the last value stands."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.root = _Frame(Place(0, 0, 0, 0), None, flow=False)
        self.frames = [self.root]
        self.last = Place(0, 0, 0, 0)
        self.spread: list[Scalar] = []
        self.documents = 0
        self.too_much = False
        self.block = (0, 0)  # the mapping that is repeated below itself, and how many keys it has

    def run(self, events: Events) -> None:  # noqa: C901 - the hot loop: a call for each scalar would cost a fifth more
        """Take in all events, or as many as the bounds allow."""
        first, frame, last = self.notes.shift + 1, self.root, self.last
        keys, values, key = frame.keys, frame.values, frame.key
        for _ in range(MOST_EVENTS):
            event = events()
            if not isinstance(event, ScalarEvent):
                frame.key, self.last = key, last
                if event is None or not self.structure(event):
                    return
                frame, last = self.frames[-1], self.last
                keys, values, key = frame.keys, frame.values, frame.key
                continue
            start, end = event.start_mark, event.end_mark
            if start is None or end is None:
                continue  # said for the type checker: every event of a loader has both
            line, end_line = start.line, end.line
            place = _new(Place, (line + first, start.column + 1, end_line + first, end.column + 1))
            if event.anchor or event.tag:
                self.decorated(event, place)
            if key is not None:
                values[key] = scalar = _new(Scalar, (event.value, place, not event.style))
                key = None
                if end_line + first != last[2] and scalar[2]:
                    self.spread.append(scalar)
            elif keys is not None:
                key = event.value
                if key in keys or key in _NO_KEYS:
                    key = self.refused(key, keys, place)
                else:
                    keys[key] = place
            else:
                frame.items.append(scalar := _new(Scalar, (event.value, place, not event.style)))
                if end_line != line and scalar[2]:
                    self.spread.append(scalar)
            last = place
        self.too_much = True
        self.notes.tell("SUM027", last)

    def structure(self, event: Event) -> bool:
        """Take in an event that is no scalar; give False when reading must stop."""
        if isinstance(event, CollectionEndEvent):
            frame = self.frames.pop()
            if frame.flow:
                self.last = self.place(event)
            self.frames[-1].put(frame.finish(self.last))
        elif isinstance(event, CollectionStartEvent):
            return self.enter(event)
        elif isinstance(event, AliasEvent):
            self.alias(event)
        elif isinstance(event, DocumentStartEvent):
            return self.document(event)
        return True

    def place(self, event: Event) -> Place:
        """Give the place of an event."""
        start, end, first = event.start_mark, event.end_mark, self.notes.shift + 1
        if start is None or end is None:
            return self.last
        return _new(Place, (start.line + first, start.column + 1, end.line + first, end.column + 1))

    def enter(self, event: CollectionStartEvent) -> bool:
        """Open a list or a mapping, unless it lies too deep."""
        place = self.place(event)
        if len(self.frames) > DEEPEST:
            self.too_much = True
            self.notes.tell("SUM026", place, deepest=str(DEEPEST))
            return False
        if event.anchor or event.tag:
            self.decorated(event, place)
        outer = self.frames[-1]
        if outer.key is None and outer.keys is not None:
            self.notes.tell("SUM025", place)
        self.frames.append(_Frame(place, {} if isinstance(event, MappingStartEvent) else None, event.flow_style))
        return True

    def refused(self, key: str, keys: dict[str, Place], place: Place) -> str:
        """Tell a key that is empty, a merge key or known already; its value goes nowhere."""
        if key == "<<":
            if not self.notes.skips("SUM024"):
                self.notes.tell("SUM024", place)
        elif not key:
            self.notes.tell("SUM025", place)
        elif self.block != (id(keys), len(keys)) and not self.notes.skips("SUM012"):
            first = Related(keys[key].in_file(self.notes.path), "first")
            # The first key once more, below others: a whole entry stands below another, which is one fault and not ten.
            begins = len(keys) > 1 and key == next(iter(keys))
            self.block = (id(keys), len(keys)) if begins else self.block
            below = str(place.line) if begins else ""
            self.notes.tell("SUM012", place, first, key=quote(key), first=str(keys[key].line), below=below)
        return _NOWHERE

    def alias(self, event: NodeEvent) -> None:
        """Tell an alias; in its place stands its text as typed."""
        place = self.place(event)
        self.tell_sign("SUM020", place, "*")
        self.frames[-1].put(Scalar(f"*{event.anchor}", place, plain=True))
        self.last = place

    def decorated(self, event: ScalarEvent | CollectionStartEvent, place: Place) -> None:
        """Tell the anchor or tag before a value."""
        code, sign = ("SUM020", "&") if event.anchor else ("SUM021", "!")
        self.tell_sign(code, place, sign)

    def tell_sign(self, code: str, place: Place, sign: str) -> None:
        """Tell a sign before a value that YAML takes for its own."""
        if self.notes.skips(code):
            return
        line = self.notes.line_at(place)
        self.notes.tell(code, place, sign=sign, key=quote(take_apart(line).key), fixed=quote(in_quotes(line)))

    def document(self, event: DocumentStartEvent) -> bool:
        """Begin the document; tell directives before it, and stop at a second one."""
        self.documents += 1
        if event.version or event.tags:
            self.notes.tell("SUM022", self.place(event))
        if self.documents > 1:
            self.notes.tell("SUM023", self.place(event))
        return self.documents == 1

    def result(self) -> Node | None:
        """Give the tree; an empty document and one that passed the bounds have none."""
        if self.too_much or not self.root.items:
            return None
        node = self.root.items[0]
        return None if isinstance(node, Scalar) and node.is_empty else node


def fold(events: Events, notes: Notes) -> Folded:
    """Fold the events of one text into a tree; faults go to `notes`, syntax errors to the caller."""
    growing = _Fold(notes)
    growing.run(events)
    return Folded(growing.result(), tuple(growing.spread))
