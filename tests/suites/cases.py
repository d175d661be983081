"""The cases of the YAML test suite, as its files in `src/` write them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from ppidgen.source.register_text.nodes import Node, Scalar, Sequence, Table

# How the suite shows what cannot be seen; its README lists them.
_SHOWN = {"␣": " ", "↵": "", "⇔": "\ufeff", "∎\n": ""}


class Case(NamedTuple):
    """One case: its text, whether it must be refused, and the tree of events that it stands for."""

    name: str
    text: str
    refused: bool
    tree: str


def cases(folder: Path) -> Iterator[Case]:
    """Read the cases below a folder, in the order of their names; parts of one file are numbered."""
    for path in sorted(folder.glob("**/*.yaml")):
        before: dict[str, str] = {}
        parts = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
        for number, part in enumerate(parts):
            # A part that leaves a key out means the one before it; whether it must fail, each says for itself.
            before = {**before, "fail": "", **part}
            name = path.stem + (f"/{number}" if len(parts) > 1 else "")
            yield Case(name, _seen(before["yaml"]), before["fail"] == "true", _seen(before.get("tree", "")))


def _seen(text: str) -> str:
    for sign, meant in _SHOWN.items():
        text = text.replace(sign, meant)
    return _tabs(text)


def _tabs(text: str) -> str:
    """Undo the dashes that the suite draws in front of a tab to show its width."""
    parts = text.split("»")
    return "\t".join([*(part.rstrip("—") for part in parts[:-1]), parts[-1]])


def told(node: Node | None) -> list[str]:
    """Write a node as the suite writes events, without documents, styles, anchors and tags."""
    if node is None:
        return []
    match node:
        case Scalar(text=text):
            return [f"={text}"]
        case Sequence(items=items):
            return ["+SEQ", *(line for item in items for line in told(item)), "-SEQ"]
        case Table(values=values):
            inner = (line for key, value in values.items() for line in (f"={key}", *told(value)))
            return ["+MAP", *inner, "-MAP"]


def meant(tree: str) -> list[str]:
    """Give the events of a tree in the words of `told`."""
    lines = (line.strip(" ") for line in tree.splitlines())
    return [_event(line) for line in lines if line and line[1:4] not in {"STR", "DOC"}]


def _event(line: str) -> str:
    if not line.startswith("=VAL"):
        return line[:4]
    written = line.removeprefix("=VAL ")
    while written[:1] in "&<":  # an anchor or a tag stands before the value
        written = written.partition(" ")[2]
    return "=" + _unescaped(written[1:])


def _unescaped(text: str) -> str:
    signs = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "\\": "\\"}
    out, letters = "", iter(text)
    for letter in letters:
        following = next(letters, "") if letter == "\\" else ""
        out += signs.get(following, "\\" + following) if letter == "\\" else letter
    return out
