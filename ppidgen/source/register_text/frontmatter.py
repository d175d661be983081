"""A Markdown file with its fields on top: between two lines of three dashes, and the text below them."""

from dataclasses import dataclass

from ppidgen.diagnostics import Checked
from ppidgen.source.register_text.nodes import Node
from ppidgen.source.register_text.notes import Notes, quote
from ppidgen.source.register_text.yaml import parse

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields and the text of one file; `body_line` is the line of the file on which the text begins."""

    head: Node | None
    body: str
    body_line: int


def split(path: str, text: str) -> Checked[FrontMatter]:
    """Split a text and read its fields."""
    if _line(text, 0).rstrip() != _FENCE:
        notes = Notes(path, text)
        begun = next((i for i, line in enumerate(notes.lines) if line.strip()), 0)
        above = str(begun) if begun and notes.lines[begun].rstrip() == _FENCE else ""
        notes.tell("SUM034", notes.place(0, 0, len(notes.lines[0])), text=quote(notes.lines[0]), above=above)
        return Checked(FrontMatter(None, text, 1), tuple(notes.findings))
    start = after = text.find("\n") + 1 or len(text)
    while after < len(text):
        line = _line(text, after)
        if line.rstrip() == _FENCE:
            head = parse(path, text[start:after], 2)
            end = min(after + len(line) + 1, len(text))
            body = FrontMatter(head.value, text[end:], text.count("\n", 0, end) + 1)
            return Checked(body, head.findings)
        after += len(line) + 1
    return _without_end(path, text, start)


def _line(text: str, start: int) -> str:
    """Give the line that begins at `start`."""
    end = text.find("\n", start)
    return text[start:] if end < 0 else text[start:end]


def _without_end(path: str, text: str, start: int) -> Checked[FrontMatter]:
    """Tell the missing second fence; what stands before the first empty line is read as the fields."""
    notes = Notes(path, text)
    notes.tell("SUM037", notes.place(0, 0, len(_FENCE)))
    end = text.find("\n\n", start)
    end = len(text) if end < 0 else end + 1
    head = parse(path, text[start:end], 2)
    body = FrontMatter(head.value, text[end:], text.count("\n", 0, end) + 1)
    return Checked(body, (*notes.findings, *head.findings))
