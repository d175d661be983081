"""A document before it has a format: what it says, block by block; `typeset` makes a PDF of it, `word` a DOCX.

Whoever makes a letter, form or report composes these values and adds a line to the table in `papers`.
"""

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, ClassVar, Literal

from ppidgen.exchange.annex import Heading

Sheet = Literal["letter", "large", "leaflet", "poster"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line break in it is kept. `style` is "body", "centre" or "note"."""

    text: str
    style: str = "body"
    kind: ClassVar[str] = "paragraph"


@dataclass(frozen=True, slots=True)
class Section:
    """A head inside the document."""

    text: str
    centred: bool = False
    kind: ClassVar[str] = "section"


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands beside one name: "Menimbang" with its items, each a mark ("a.", "1." or "") and a text."""

    name: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Clauses:
    """Named clauses one below the other, as in a decree."""

    rows: tuple[Clause, ...]
    kind: ClassVar[str] = "clauses"


@dataclass(frozen=True, slots=True)
class Fields:
    """Names and values, as in a form; an empty value is a line to write on, of so many lines."""

    rows: tuple[tuple[str, str], ...]
    lines: int = 1
    kind: ClassVar[str] = "fields"


@dataclass(frozen=True, slots=True)
class Options:
    """Boxes to tick: the text of each and whether it is ticked."""

    name: str
    rows: tuple[tuple[str, bool], ...]
    kind: ClassVar[str] = "options"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with heads over its columns; the `width` of a head is its share of the page."""

    heads: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: ClassVar[str] = "table"


@dataclass(frozen=True, slots=True)
class Points:
    """Numbered points: what to do, and what there is to say of it ("" for nothing)."""

    rows: tuple[tuple[str, str], ...]
    kind: ClassVar[str] = "points"


@dataclass(frozen=True, slots=True)
class Code:
    """A QR symbol of an address as SVG, with the words that stand in its place for those who do not see it."""

    address: str
    drawing: str
    words: str
    caption: str
    kind: ClassVar[str] = "code"


@dataclass(frozen=True, slots=True)
class Signature:
    """Room for one signature: the lines above it (place, day, post) and the name below."""

    above: tuple[str, ...]
    name: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signatures side by side; a single one stands on the right."""

    parties: tuple[Signature, ...]
    kind: ClassVar[str] = "signatures"


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""

    kind: ClassVar[str] = "new_page"


Block = Paragraph | Section | Clauses | Fields | Options | Table | Points | Code | Signatures | NewPage


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document.

    `day` is the day its files carry as their own; `letterhead` is the body's name and address, `subtitles` stand
    below the title, `marking` at the head of each page ("" for none), `footer` holds {page} and {pages}. A `sheet`
    is a letter, the same in large print (18 points, nothing smaller), or made to be handed out (A5) or hung up (A3)
    with its title on a band of `colour`.
    """

    title: str
    day: date
    blocks: tuple[Block, ...]
    subtitles: tuple[str, ...] = ()
    letterhead: tuple[str, ...] = ()
    author: str = ""
    footer: str = "{page} / {pages}"
    marking: str = ""
    landscape: bool = False
    language: str = "id"
    sheet: Sheet = "letter"
    colour: str = ""


def in_large_print(paper: Paper) -> Paper:
    """Give a letter or form for readers with low vision; what is no letter has a size of its own and stays."""
    return replace(paper, sheet="large") if paper.sheet == "letter" else paper


def as_table(paper: Paper) -> dict[str, Any]:
    """Give the document as JSON takes it, each block with its kind."""
    table = asdict(paper)
    blocks = [{"kind": block.kind, **asdict(block)} for block in paper.blocks]
    return {**table, "blocks": blocks, "day": [paper.day.year, paper.day.month, paper.day.day]}
