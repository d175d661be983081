"""What a document holds, as the process that opened it tells: facts, hidden things, files within, and its text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ppidgen.source.personal.parted_numbers import unboxed
from ppidgen.source.personal.personal_data import Hit, Kind, personal_data


@dataclass(frozen=True, slots=True)
class Trace:
    """A personal datum found in a file, without the datum.

    `part` says what kind of place it stands in (page, cell, comment …; "" for a line of text), `place` which one;
    `shown` is masked and `digest` tells equal data apart from others.
    """

    kind: Kind
    part: str
    place: str
    shown: str
    digest: str


@dataclass(frozen=True, slots=True)
class Inside:
    """A file within a file."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and where in the document it stands."""

    part: str
    place: str
    text: str


@dataclass(slots=True)
class Opened:
    """Everything found in one document. `active` and `hidden` hold words of the rulebook.

    `scanned` counts pages that are a picture without text, `unread` pages or parts past the bounds of the reader.
    `drawn` says that a reader sees something besides text.
    """

    readable: bool = False
    kind: str = ""
    pages: int | None = None
    scanned: int = 0
    unread: int = 0
    tagged: bool | None = None
    language: str = ""
    title: str = ""
    encrypted: bool = False
    signed: bool = False
    drawn: bool = False
    active: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    inside: list[Inside] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def say(self, part: str, place: str, text: str) -> None:
        """Keep a piece of text, if there is any in it."""
        if text and not text.isspace():
            self.pieces.append(Piece(part, place, text))

    def show(self, text: str) -> None:
        """Keep some text that a reader of the document sees, for search."""
        self.texts.append(text)

    def traces(self) -> tuple[Trace, ...]:
        """Give the personal data in all pieces, each datum once for each place."""
        return tuple(dict.fromkeys(trace for piece in self.pieces for trace in _traces_of(piece)))


def _traces_of(piece: Piece) -> Iterator[Trace]:
    line, before = 1, 0
    for hit in personal_data(unboxed(piece.text)):
        line += piece.text.count("\n", before, hit.start)
        before = hit.start
        yield trace_of(hit, piece.part, piece.place or str(line))


def trace_of(hit: Hit, part: str, place: str) -> Trace:
    """Make a trace of a find."""
    return Trace(hit.kind, part, place, hit.shown, hit.digest)


def trace_from(held: object) -> Trace | None:
    """Make a trace from the plain values of one, None where they are none."""
    match held:
        case {"kind": str(kind), "part": str(part), "place": str(place), "shown": str(shown), "digest": str(digest)}:
            return Trace(Kind(kind), part, place, shown, digest) if kind in set(Kind) else None
    return None


def inside_from(held: object) -> Inside | None:
    """Make a file within a file from the plain values of one, None where they are none."""
    match held:
        case {"name": str(name), "size": int(size), "sha256": str(sha256)}:
            return Inside(name, size, sha256)
    return None
