"""What plain text holds, tables among it (in the child)."""

import base64
import csv
import re
from collections.abc import Callable, Iterator, Sequence

from ppidgen.source.personal.card_numbers import KINDS
from ppidgen.source.personal.words import label_pattern
from ppidgen.source.probe.hidden_words import between_tags, unshown
from ppidgen.source.probe.mail import is_letter, parts
from ppidgen.source.probe.opened import Opened
from ppidgen.source.probe.queries import typed_tables

MOST_LETTERS = 20_000_000
_LABELS = ("identity", "family", "tax", "phone", "account", *KINDS)
_MARKED = frozenset({"svg", "html", "xml"})
# Letters by their number, one byte of Windows-1252 or one of Unicode with what stands in for it; commands; brackets.
_RTF = re.compile(r"\\'([0-9a-fA-F]{2})|\\u(-?\d{1,5}) ?(?:\?|\\'3[fF])?|\\[a-z]{1,32}-?\d{0,10} ?|[{}]")
_HELD_IN_RTF = re.compile(r"(?:[0-9a-fA-F]{2}\s{0,4}+){40,}+")  # pictures and files, two digits for each byte
_HELD_IN_TEXT = re.compile(r";base64,([A-Za-z0-9+/]{20,}+)")
_LETTER_OF_JSON = re.compile(r"\\u00([2-7][0-9a-fA-F])")
# A line of a calendar or of a card goes on behind a space (RFC 5545 3.1, RFC 6350 3.2), within a word too.
_FOLDED = ("BEGIN:VCALENDAR", "BEGIN:VCARD")
_FOLD = re.compile(r"\r?\n[ \t]")

OpenNested = Callable[[bytes, str, Opened], None]


def open_text(raw: bytes, kind: str, found: Opened, nested: OpenNested) -> None:
    """Read a text, a table or rich text; `nested` reads the files that stand in it as letters."""
    found.readable = True
    text = decoded(raw)
    found.unread += len(text) > MOST_LETTERS
    text = text[:MOST_LETTERS]
    if kind == "rtf":
        found.kind = kind
        for number, held in enumerate(_HELD_IN_RTF.findall(text), 1):
            nested(bytes.fromhex(held), f"#{number}", found)
        text = _RTF.sub(_letter_of_rtf, text)
    elif kind == "json":
        text = _LETTER_OF_JSON.sub(lambda letter: chr(int(letter[1], 16)), text)
    for name, held in _written_as_letters(raw, text):
        nested(held, name, found)
    for number, rows in enumerate(typed_tables(text), 1):
        found.say("part", f"Binary.FromText #{number}", rows)
    if text.startswith(_FOLDED):
        text = _FOLD.sub("", text)
    found.say("line", "", text)
    found.show(text)
    if kind in _MARKED or text.lstrip().startswith("<"):  # XML need not say that it is
        found.say("part", kind, between_tags(text))
        if "&#" in text:  # else all that stands beside it was said as it is
            found.say("part", kind, unshown(text))
    if kind == "csv":
        _labelled_cells(text, found)


def _written_as_letters(raw: bytes, text: str) -> Iterator[tuple[str, bytes]]:
    """Give the files that stand in a text as letters, by their names; a part of a letter that does not is left out."""
    for number, held in enumerate(_HELD_IN_TEXT.findall(text), 1):
        yield f"base64 #{number}", base64.b64decode(held[: len(held) // 4 * 4])
    for name, part in parts(raw) if is_letter(text) else ():
        if part not in raw:
            yield name, part


def _letter_of_rtf(found: re.Match[str]) -> str:
    if found[1]:
        return bytes.fromhex(found[1]).decode("cp1252", "replace")
    return chr(int(found[2]) % 0x10000) if found[2] else ""  # written with a sign, in sixteen bits


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
