"""EDGE. One file behind an answer, as it goes into a Paket Bukti; a reader is always told which of four ways it went.

A file of at most 2 MB is copied byte for byte. A larger PDF is packed closer where that loses nothing it says, which is
compared page by page; a larger picture is drawn in fewer pixels, which is told with its digest; else a cover page with
its address and digest stands for it, and says why.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from ppidgen.exchange.evidence.smaller import Obstacle, smaller
from ppidgen.exchange.papers.paper import Fields, Paper, Paragraph
from ppidgen.exchange.papers.rendering import rendered
from ppidgen.model.language.words import Words
from ppidgen.model.pack_files import COVER, ITEMS
from ppidgen.model.rubrics.scorecard import Answer, Scorecard
from ppidgen.pages.addresses import urls
from ppidgen.source.document_facts import DocumentFacts

LARGEST = 2_000_000


class Manner(StrEnum):
    """How a file went into the pack, as a key of the pack's words."""

    WHOLE = "whole"
    SMALLER = "smaller"
    REDUCED = "reduced"
    COVER = "cover"


@dataclass(frozen=True, slots=True)
class Behind:
    """A file that an answer rests on: its name below `content/berkas`, its facts, whether it is published."""

    name: str
    facts: DocumentFacts
    is_published: bool


@dataclass(frozen=True, slots=True)
class Enclosed:
    """One file behind an answer: its place in the pack, and digest and size of the original and of what is enclosed.

    `obstacle` says why a cover page stands for it, None where none does; `pixels` how large a reduced picture is.
    """

    path: str
    name: str
    manner: Manner
    sha256: str
    size: int
    content: bytes
    obstacle: Obstacle | None = None
    pixels: tuple[int, int] | None = None


def enclose(one: Behind, answer: Answer, card: Scorecard, root: Path, words: Words) -> Enclosed:
    """Put one file into the folder of an answer; `root` is the portal's folder."""
    place, name, facts = f"{ITEMS}/{answer.criterion.id}/{one.name}", PurePosixPath(one.name).name, one.facts
    raw = (root / facts.path).read_bytes()
    if facts.size <= LARGEST:
        return Enclosed(place, name, Manner.WHOLE, facts.sha256, facts.size, raw)
    packed = smaller(raw, LARGEST)
    if packed.pixels:
        place = place if facts.kind == "jpeg" else f"{place}.jpg"
        whole = (Manner.REDUCED, facts.sha256, facts.size, packed.content)
        return Enclosed(place, name, *whole, pixels=packed.pixels)
    if packed.content:
        return Enclosed(place, name, Manner.SMALLER, facts.sha256, facts.size, packed.content)
    obstacle = packed.obstacle or Obstacle.UNREADABLE
    cover = rendered(_cover(one, answer, card, obstacle, words), "pdf")
    return Enclosed(f"{place}.{COVER}", name, Manner.COVER, facts.sha256, facts.size, cover, obstacle)


def manner_words(one: Enclosed, words: Words) -> str:
    """Say how a file is enclosed, and why not whole."""
    reason = words(f"cover_{one.obstacle.value}") if one.obstacle else ""
    pixels = " \N{MULTIPLICATION SIGN} ".join(map(str, one.pixels)) if one.pixels else ""
    return words(f"enclosed_{one.manner.value}", size=one.size, sha256=one.sha256, reason=reason, pixels=pixels)


def _cover(one: Behind, answer: Answer, card: Scorecard, obstacle: Obstacle, words: Words) -> Paper:
    address = card.base_url.rstrip("/") + urls.file(one.name) if one.is_published else words("unpublished")
    rows = (
        (words("question"), answer.criterion.question),
        (words("address"), address),
        ("SHA-256", one.facts.sha256),
        (words("size"), f"{one.facts.size} B"),
        (words("reason").capitalize(), words(f"cover_{obstacle.value}")),
    )
    return Paper(
        title=PurePosixPath(one.name).name,
        day=card.as_of,
        blocks=(Paragraph(words("label")), Paragraph(words("cover")), Fields(rows)),
    )
