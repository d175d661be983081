"""What plain text holds, tables among it (in the child)."""

import csv
import re
from collections.abc import Sequence

from ppidgen.source.opened import Opened
from ppidgen.source.personal_words import label_pattern
from ppidgen.source.quiet_words import between_tags

MOST_LETTERS = 20_000_000
_LABELS = ("identity", "family", "tax", "phone", "account")
_MARKED = frozenset({"svg", "html", "xml"})
_RTF = re.compile(r"\\'[0-9a-f]{2}|\\[a-z]{1,32}-?\d{0,10} ?|[{}]")


def open_text(raw: bytes, kind: str, found: Opened) -> None:
    """Read a text, a table or rich text."""
    found.readable = True
    text = decoded(raw)
    found.unread += len(text) > MOST_LETTERS
    text = text[:MOST_LETTERS]
    if kind == "rtf":
        text = _RTF.sub("", text)
    found.say("line", "", text)
    found.show(text)
    if kind in _MARKED:
        found.say("part", kind, between_tags(text))
    if kind == "csv":
        _labelled_cells(text, found)


def decoded(raw: bytes) -> str:
    """Give the text of some bytes, in the encoding they most likely have."""
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _labelled_cells(text: str, found: Opened) -> None:
    """Say the cells below a head that tells what their numbers are."""
    lines = text.split("\n")
    separator = max(";,\t|", key=lines[0].count)
    rows = csv.reader(lines, delimiter=separator)
    try:
        heads = _labelled(next(rows, []))
        for row in rows if heads else ():
            for column, head in heads:
                if column < len(row):
                    found.say("line", str(rows.line_num), f"{head}: {row[column]}")
    except csv.Error:
        return


def _labelled(heads: Sequence[str]) -> list[tuple[int, str]]:
    labels = label_pattern(_LABELS)
    return [(column, head) for column, head in enumerate(heads) if labels.search(head.lower())]
