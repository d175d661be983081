"""A power cut: what is done to the disk is recorded, and then only what had been synced is sure to have happened.

The model is harsher than any file system in use: whatever no sync covers may be lost or kept, each change by itself,
and bytes that were written may be there whole, half or not at all. Files and folders are followed by themselves, not by
their names, so that a change which outlives the exchange before it hits the tree that is published.
"""

import os
import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ppidgen.machine import syncing
from ppidgen.publish import exchange_dirs, staging

Node = int
Place = tuple[Node, str]  # a name in a folder


@dataclass(frozen=True)
class Change:
    """One change: its kind, the names it concerns, the file or folder, its bytes; `lasting` is the sync sealing it."""

    kind: str
    places: tuple[Place, ...] = ()
    node: Node = 0
    content: bytes = b""
    start: int = 0
    lasting: int | None = None


# What a file holds after a change of what it held. "over" is harsher than on any file system: what was there is gone
# before the new is written.
_FILLING: Mapping[str, Callable[[bytes, bytes, int], bytes]] = {
    "write": lambda held, content, _: held + content,
    "over": lambda _held, _content, _: b"",
    "piece": lambda held, content, start: held[:start].ljust(start, b"\0") + content + held[start + len(content) :],
    "cut": lambda held, _, size: held[:size].ljust(size, b"\0"),
}


@dataclass
class Disk:
    """Files and folders by number, as they lie at some moment."""

    files: dict[Node, bytes] = field(default_factory=dict)
    folders: dict[Node, dict[str, Node]] = field(default_factory=dict)

    def apply(self, change: Change, content: bytes) -> None:
        """Do a change, unless what it needs was lost."""
        held = [(self.folders[node], name) for node, name in change.places if node in self.folders]
        if len(held) < len(change.places):
            return
        if change.kind in _FILLING:
            if change.node in self.files:
                self.files[change.node] = _FILLING[change.kind](self.files[change.node], content, change.start)
        elif change.kind == "file":
            self._put(held[0], change.node, self.files, b"")
        elif change.kind == "folder":
            self._put(held[0], change.node, self.folders, {})
        elif change.kind == "link":
            if change.node in self.files:
                held[0][0].setdefault(held[0][1], change.node)
        elif change.kind == "remove":
            held[0][0].pop(held[0][1], None)
        else:
            self._move(change.kind, *held)

    @staticmethod
    def _put(place: tuple[dict[str, Node], str], node: Node, kept: dict[Node, Any], empty: object) -> None:
        kept.setdefault(node, empty)
        place[0][place[1]] = node

    @staticmethod
    def _move(kind: str, one: tuple[dict[str, Node], str], other: tuple[dict[str, Node], str]) -> None:
        source = one[0].get(one[1])
        target = other[0].get(other[1])
        if source is None or (kind == "exchange" and target is None):
            return
        other[0][other[1]] = source
        if kind == "exchange" and target is not None:
            one[0][one[1]] = target
        else:
            del one[0][one[1]]

    def lay(self, node: Node, place: Path, laid: dict[Node, Path] | None = None) -> None:
        """Write a folder and all below it to a real disk, files of two names as such."""
        laid = {} if laid is None else laid
        place.mkdir()
        for name, inner in self.folders[node].items():
            if inner in self.folders:
                self.lay(inner, place / name, laid)
            elif inner in laid:
                os.link(laid[inner], place / name)
            else:
                (place / name).write_bytes(self.files[inner])
                laid[inner] = place / name


class Recorder:
    """Notes every change below `root` that this process makes while it records."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.changes: list[Change] = []
        self.start = Disk()
        self._numbers: dict[int, Node] = {}
        self._next = 0
        self.top = self._take_in(root)

    def _take_in(self, folder: Path) -> Node:
        node = self._fresh(folder.stat().st_ino)
        self.start.folders[node] = {}
        for entry in sorted(folder.iterdir()):
            number = entry.stat().st_ino
            if entry.is_dir():
                self.start.folders[node][entry.name] = self._take_in(entry)
                continue
            inner = self._numbers.get(number) or self._fresh(number)
            self.start.files[inner] = entry.read_bytes()
            self.start.folders[node][entry.name] = inner
        return node

    def _fresh(self, number: int) -> Node:
        """Give a number of our own: a file system uses the number of a removed file again."""
        self._next += 1
        self._numbers[number] = self._next
        return self._next

    def place(self, path: Any, folder: int | None = None) -> Place:
        """Name a place by its folder's own number."""
        parent, name = os.path.split(os.fspath(path))
        number = os.fstat(folder).st_ino if folder is not None and not parent else Path(parent).stat().st_ino
        return self._numbers[number], name

    def node(self, path: Any) -> Node:
        """Give the number of what lies at a path, or behind a handle."""
        return self._numbers.get(os.fstat(path).st_ino if isinstance(path, int) else os.lstat(path).st_ino, 0)

    def note(self, kind: str, *places: Place, node: Node = 0, content: bytes = b"", start: int = 0) -> None:
        """Note a change."""
        self.changes.append(Change(kind, places, node, content, start))

    def sealed(self) -> list[Change]:
        """Give all changes, each with the first sync after it that makes it last."""
        found = []
        for at, change in enumerate(self.changes):
            concerned = {change.node} if change.kind in _FILLING else {node for node, _ in change.places}
            later = (
                number
                for number, one in enumerate(self.changes[at:], at)
                if one.kind == "sync" and (not one.node or one.node in concerned)
            )
            found.append(replace(change, lasting=next(later, None)))
        return found

    def after(self, cut: int, dice: random.Random) -> Disk:
        """Give the disk as it may lie after a power cut that lets the first `cut` changes happen."""
        disk = Disk(dict(self.start.files), {node: dict(held) for node, held in self.start.folders.items()})
        for change in self.sealed()[:cut]:
            sure = change.lasting is not None and change.lasting < cut
            if change.kind != "sync" and (sure or dice.random() < 0.5):
                whole = sure or dice.random() < 0.3
                disk.apply(change, change.content if whole else change.content[: len(change.content) // 2])
        return disk


@contextmanager
def recorded(root: Path) -> Iterator[Recorder]:
    """Record what this process does below `root`, with the system calls that publishing uses."""
    recorder = Recorder(root)
    replaced = {**_names(recorder), **_contents(recorder), **_pieces(recorder)}
    kept = {name: getattr(os, name) for name in replaced}
    exchanged, everything = exchange_dirs.exchanged, syncing.sync_file_system
    for name, made in replaced.items():
        setattr(os, name, made(kept[name]))
    _set(_exchange(recorder, exchanged), _sync_all(recorder, everything))
    try:
        yield recorder
    finally:
        for name, original in kept.items():
            setattr(os, name, original)
        _set(exchanged, everything)


def _set(exchange: Callable[[str, str], bool], everything: Callable[[str], bool]) -> None:
    setattr(exchange_dirs, "exchanged", exchange)  # noqa: B010 - a plain assignment is refused by the type checker
    for module in (syncing, staging):
        setattr(module, "sync_file_system", everything)  # noqa: B010 - as above


Wrap = Callable[[Callable[..., Any]], Callable[..., Any]]


def _names(recorder: Recorder) -> Mapping[str, Wrap]:
    """Wrap the calls that change names."""

    def made_folder(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, mode: int = 0o777, **rest: Any) -> None:
            original(path, mode, **rest)
            recorder.note("folder", recorder.place(path), node=recorder._fresh(os.lstat(path).st_ino))

        return call

    def removed(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, *, dir_fd: int | None = None) -> None:
            place = recorder.place(path, dir_fd)
            original(path, dir_fd=dir_fd)
            recorder.note("remove", place)

        return call

    def renamed(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(source: Any, target: Any) -> None:
            node, places = recorder.node(source), (recorder.place(source), recorder.place(target))
            _note_unseen(recorder, source, node)
            original(source, target)
            recorder.note("rename", *places)

        return call

    def linked(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(source: Any, target: Any, **rest: Any) -> None:
            original(source, target, **rest)
            recorder.note("link", recorder.place(target), node=recorder.node(source))

        return call

    return {
        "mkdir": made_folder,
        "unlink": removed,
        "rmdir": removed,
        "rename": renamed,
        "replace": renamed,
        "link": linked,
    }


def _note_unseen(recorder: Recorder, path: Any, node: Node) -> None:
    """Note what was written to a file through a buffer, which passes `os.write` by."""
    if Path(path).is_file() and not any(one.kind == "write" and one.node == node for one in recorder.changes):
        recorder.note("write", node=node, content=Path(path).read_bytes())


def _contents(recorder: Recorder) -> Mapping[str, Wrap]:
    """Wrap the calls that make, fill and sync files."""

    def opened(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, flags: int, mode: int = 0o777, **rest: Any) -> int:
            is_new = bool(flags & os.O_CREAT) and not os.path.lexists(path)
            handle: int = original(path, flags, mode, **rest)
            if flags & os.O_WRONLY and not is_new:
                recorder.note("over", node=recorder.node(handle))
            if is_new:
                recorder.note("file", recorder.place(path), node=recorder._fresh(os.fstat(handle).st_ino))
            return handle

        return call

    def written(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(handle: int, block: Any) -> int:
            sent: int = original(handle, block)
            if node := recorder.node(handle):
                recorder.note("write", node=node, content=bytes(block[:sent]))
            return sent

        return call

    def synced(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(handle: int) -> None:
            original(handle)
            recorder.note("sync", node=recorder.node(handle))

        return call

    return {"open": opened, "write": written, "fsync": synced}


def _pieces(recorder: Recorder) -> Mapping[str, Wrap]:
    """Wrap the calls that change a part of a file."""

    def placed(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(handle: int, block: Any, start: int) -> int:
            sent: int = original(handle, block, start)
            recorder.note("piece", node=recorder.node(handle), content=bytes(block[:sent]), start=start)
            return sent

        return call

    def cut(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(handle: int, size: int) -> None:
            original(handle, size)
            recorder.note("cut", node=recorder.node(handle), start=size)

        return call

    return {"pwrite": placed, "ftruncate": cut}


def _exchange(recorder: Recorder, original: Callable[[str, str], bool]) -> Callable[[str, str], bool]:
    def call(one: str, other: str) -> bool:
        places = recorder.place(one), recorder.place(other)
        done = original(one, other)
        if done:
            recorder.note("exchange", *places)
        return done

    return call


def _sync_all(recorder: Recorder, original: Callable[[str], bool]) -> Callable[[str], bool]:
    def call(root: str) -> bool:
        done = original(root)
        if done:
            recorder.note("sync")  # of everything
        return done

    return call
