"""What is known of one document: what its bytes are, and what was found when it was opened."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import TypeVar

from ppidgen.source.probe.opened import Inside, Trace, inside_from, trace_from

# Fewer different words than this are a notice that something will come, not the information itself.
FEWEST_WORDS = 10


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known of one file. `kind` is told by its bytes, `ending` by its name; they need not agree.

    An SVG file that is more than a drawing has the kind "active-svg". `scanned` counts pages that are a picture
    without text, `unread` what lay past the bounds of the reader, `letters` how much text search may take.
    `lost` says that nobody knows what it holds: its reader died of it, or did not come to an end. `blank` says that
    it shows a reader nothing but a notice: no picture, no drawing, too few words, and of a table no row below its head.
    `mark` is the stamp by which the document calls itself secret.
    `tagged` is None for what has no tags. `active` and `hidden` hold words of the rulebook.
    """

    path: str
    size: int
    sha256: str
    kind: str
    pages: int | None
    readable: bool
    ending: str
    scanned: int = 0
    unread: int = 0
    letters: int = 0
    text_sha256: str = ""
    mark: str = ""
    tagged: bool | None = None
    language: str = ""
    title: str = ""
    encrypted: bool = False
    signed: bool = False
    lost: bool = False
    blank: bool = False
    active: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    inside: tuple[Inside, ...] = ()
    traces: tuple[Trace, ...] = ()

    @property
    def identity(self) -> str:
        """Give what tells a document from others however it was saved: its text, or its bytes where it shows more."""
        return self.sha256 if self.scanned or self.unread else self.text_sha256 or self.sha256


_KINDS: Mapping[str, tuple[type, ...]] = {
    "path": (str,), "size": (int,), "sha256": (str,), "kind": (str,), "pages": (int, type(None)), "readable": (bool,),
    "ending": (str,), "scanned": (int,), "unread": (int,), "letters": (int,), "text_sha256": (str,), "mark": (str,),
    "tagged": (bool, type(None)), "language": (str,), "title": (str,), "encrypted": (bool,), "signed": (bool,),
    "lost": (bool,), "blank": (bool,),
}  # fmt: skip
_WORDS = ("active", "hidden")
T = TypeVar("T")


def plain(facts: DocumentFacts) -> dict[str, object]:
    """Give the facts as values that JSON can hold."""
    return asdict(facts)


def facts_from(held: Mapping[str, object]) -> DocumentFacts | None:
    """Make facts from plain values, None unless each has the type that it must have."""
    rest = held.keys() - _KINDS.keys()
    if rest != {*_WORDS, "inside", "traces"} or not _KINDS.keys() <= held.keys():
        return None
    if not all(isinstance(held[name], kinds) for name, kinds in _KINDS.items()):
        return None
    inside = _many(held["inside"], inside_from)
    traces = _many(held["traces"], trace_from)
    words = {name: _words(held[name]) for name in _WORDS}
    if inside is None or traces is None or None in words.values():
        return None
    values: dict[str, object] = {name: held[name] for name in _KINDS} | words
    return DocumentFacts(**values, inside=inside, traces=traces)  # type: ignore[arg-type]  # each was looked at above


def _words(held: object) -> tuple[str, ...] | None:
    if isinstance(held, list | tuple) and all(isinstance(word, str) for word in held):
        return tuple(held)
    return None


def _many(held: object, make: Callable[[object], T | None]) -> tuple[T, ...] | None:
    """Make each item of a list; None when it is no list, or when any is not what it must be."""
    made = [make(item) for item in held] if isinstance(held, list | tuple) else [None]
    kept = tuple(item for item in made if item is not None)
    return kept if len(kept) == len(made) else None
