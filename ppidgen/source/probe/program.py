"""The program that opens documents which may be hostile, in a process of its own that may die of them.

It reads lines of JSON `[path, kind, seconds]`, the last its time for that file, and answers each with a line: the
fields of `Opened`, of the text as much as search takes, and the personal data found in all of it. Whatever it is
asked, it never writes a file.
"""

import hashlib
import json
import os
import re
import sys
import unicodedata
from dataclasses import asdict
from itertools import islice

from ppidgen.source.document_facts import FEWEST_WORDS
from ppidgen.source.kinds import SAMPLE, SHUT, kind_of
from ppidgen.source.limits import allow, limit
from ppidgen.source.probe.exif import says_where, texts
from ppidgen.source.probe.hidden_words import runs
from ppidgen.source.probe.ole import open_ole
from ppidgen.source.probe.opened import Opened
from ppidgen.source.probe.packed import open_packed
from ppidgen.source.probe.pdf import open_pdf
from ppidgen.source.probe.plain import open_text
from ppidgen.source.probe.secret_marks import secret_mark
from ppidgen.source.probe.tapes import open_gzip, open_tar

MEMORY = 1 << 30
LARGEST = 256 << 20
LONGEST_TEXT = 200_000  # letters that search takes of one document
MOST_TRACES = 2_000
MOST_INSIDE = 2_000
_DEEPEST = 3
_FEWEST_LETTERS = 200
_PACKED = frozenset("zip docx xlsx pptx odt ods odp".split())
_MADE_OF_PARTS = frozenset("docx xlsx xlsb pptx odt ods odp rtf".split())
_RECORDED = frozenset("jpeg png gif tiff webp avif heic mp3 mp4 ogg flac wav avi webm".split())
_TEXTS = frozenset("csv text json xml rtf html svg".split())
_READ_AS_TEXT = frozenset("pdf docx pptx odt odp rtf html text zip".split())
_TABLES = frozenset("csv xlsx ods".split())
_HEAD_AND_ROW = 2
_WORD = re.compile(r"[^\W_]+")

Answer = dict[str, object]


def open_bytes(raw: bytes, kind: str, found: Opened, depth: int = 0) -> None:
    """Read a document of some kind."""

    def nested(inner: bytes, name: str, outer: Opened) -> None:
        _nested(inner, name, outer, depth)

    if kind == "pdf":
        open_pdf(raw, found, nested)
    elif kind in _PACKED:
        open_packed(raw, found, nested)
    elif kind == "gzip":
        open_gzip(raw, found, nested)
    elif kind == "tar":
        open_tar(raw, found, nested)
    elif kind == "ole":
        open_ole(raw, found)
    elif kind in _TEXTS:
        open_text(raw, kind, found, nested)
    elif kind in _RECORDED:
        found.readable = True
        found.hidden += ["place"] * says_where(raw)
        found.say("metadata", "EXIF", "\n".join((*texts(raw), runs(raw))))
    else:
        found.say("metadata", "", runs(raw))


def _nested(raw: bytes, name: str, outer: Opened, depth: int) -> None:
    """Read a file within a file: its text and hidden things count as those of the outer one, its place is its name.

    What cannot be read there counts as unread, but for the fonts and settings that an Office file is made of.
    """
    kind = kind_of(raw[:SAMPLE])
    if depth >= _DEEPEST:
        outer.unread += 1
        return
    inner = Opened(active=["program"] * (kind == "exe"))
    open_bytes(raw, kind, inner, depth + 1)
    is_lost = bool(raw) and not inner.readable and not inner.active and outer.kind not in _MADE_OF_PARTS
    outer.active += inner.active
    outer.hidden += inner.hidden
    outer.unread += inner.unread + (inner.encrypted or kind in SHUT or is_lost)
    outer.inside += inner.inside
    for piece in inner.pieces:
        outer.say("inside", name, piece.text)


def look_at(path: str, kind: str) -> Answer:
    """Say what can be said of one file; it is opened only if it is a regular file and no link."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    found = Opened()
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            raw = file.read(LARGEST + 1)
        if len(raw) <= LARGEST:
            open_bytes(raw, kind, found)
        else:
            found.readable, found.unread = True, 1
    except (OSError, MemoryError, RecursionError):
        found.readable = False
    return _answer(found, found.kind or kind)


def _answer(found: Opened, kind: str) -> Answer:
    answer = asdict(found)
    del answer["pieces"], answer["texts"], answer["drawn"]
    traces = found.traces()
    shown = "\n".join(found.texts)
    return answer | {
        "active": sorted(set(found.active)),
        "hidden": sorted(set(found.hidden)),
        "inside": answer["inside"][:MOST_INSIDE],
        "unread": found.unread + max(0, len(found.inside) - MOST_INSIDE),
        "blank": _is_blank(found, kind, shown),
        "traces": [asdict(trace) for trace in traces[:MOST_TRACES]],
        "text": shown[:LONGEST_TEXT],
        "text_sha256": text_digest(shown),
        "mark": secret_mark(shown),
    }


def _is_blank(found: Opened, kind: str, shown: str) -> bool:
    """Tell a document that shows a reader nothing or a mere notice; what was not read to its end may hold more."""
    if not found.readable or found.unread or found.drawn or found.active or kind not in _READ_AS_TEXT | _TABLES:
        return False
    if kind in _TABLES:
        filled = (line for line in shown.split("\n") if any(map(str.isalnum, line)))
        return sum(1 for _ in islice(filled, _HEAD_AND_ROW)) < _HEAD_AND_ROW
    return not found.scanned and not _says_enough(shown)


def _says_enough(shown: str) -> bool:
    said: set[str] = set()
    for word in _WORD.finditer(shown):
        said.add(word[0].casefold())
        if len(said) == FEWEST_WORDS:
            return True
    return False


def text_digest(text: str) -> str:
    """Give the digest of what a text says, however it is set; "" for one too short to tell a document by."""
    letters = "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest() if len(letters) >= _FEWEST_LETTERS else ""


def main() -> None:
    """Answer line by line until nobody asks any more."""
    limit(MEMORY)
    for line in sys.stdin:
        path, kind, seconds = json.loads(line)
        allow(seconds)
        sys.stdout.write(json.dumps(look_at(path, kind)) + "\n")
        sys.stdout.flush()
