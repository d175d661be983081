"""The marks that git leaves where two people changed the same lines."""

import re

from ppidgen.diagnostics import Related
from ppidgen.source.register_text.nodes import Place
from ppidgen.source.register_text.notes import Notes, quote

_MARK = re.compile(r"<{7} |\|{7}(?: |$)|={7}$|>{7}(?: |$)")


def without_conflicts(notes: Notes) -> str:
    """Tell every conflict; give the text with the first of its two sides, line numbers unchanged."""
    if "<<<<<<< " not in notes.text and ">>>>>>> " not in notes.text:
        return notes.text
    kept: list[str] = []
    opened: int | None = None
    ours = True
    for number, line in enumerate(notes.lines):
        mark = line[:1] if _MARK.match(line) else ""
        if mark == "<":
            opened, ours = number, True
        elif mark == ">":
            _tell(notes, opened, number)
            opened, ours = None, True
        elif mark and opened is not None:
            ours = False
        else:
            kept.append(line if ours else "")
            continue
        kept.append("")
    if opened is not None:
        _tell(notes, opened, None)
    return "\n".join(kept)


def _tell(notes: Notes, opened: int | None, closed: int | None) -> None:
    """Tell one conflict by its first mark that is left, naming both sides."""
    first = opened if opened is not None else closed
    if first is None:
        return
    place = _whole_line(notes, first)
    ours = "" if opened is None else notes.lines[opened][8:]
    theirs = ""
    related: tuple[Related, ...] = ()
    if closed is not None and closed != first:
        theirs = notes.lines[closed][8:]
        related = (Related(_whole_line(notes, closed).in_file(notes.path), "end"),)
    end = closed if closed is not None else first
    data = {"ours": quote(ours) or "?", "theirs": quote(theirs) or "?"}
    notes.tell("SUM007", place, *related, **data, first=str(first + 1), last=str(end + 1))


def _whole_line(notes: Notes, index: int) -> Place:
    return notes.place(index, 0, len(notes.lines[index]))
