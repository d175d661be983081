"""EDGE. A file made smaller, or why not: a PDF that says all that the original says, a picture in fewer pixels."""

from base64 import b64decode
from dataclasses import dataclass
from enum import StrEnum

from ppidgen.source.child import answer_to

CHILD = "ppidgen.exchange.evidence.smaller_child"
PATIENCE = 90  # seconds


class Obstacle(StrEnum):
    """Why a file is not packed closer, as a key of the pack's words."""

    NEITHER = "neither"
    SIGNED = "signed"
    ENCRYPTED = "encrypted"
    UNREADABLE = "unreadable"
    TOO_LONG = "too_long"
    DIFFERS = "differs"
    STILL_LARGE = "still_large"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Smaller:
    """The smaller file, or b"" and what stood in its way; `pixels` are the width and height of a reduced picture."""

    content: bytes
    obstacle: Obstacle | None = None
    pixels: tuple[int, int] | None = None


def smaller(raw: bytes, largest: int) -> Smaller:
    """Bring a PDF, without losing anything that it says, or a picture into at most `largest` bytes."""
    try:
        answer = answer_to(CHILD, raw, PATIENCE, str(largest))
    except TimeoutError:
        return Smaller(b"", Obstacle.TOO_LONG)
    if not isinstance(answer, dict):  # it died of the file
        return Smaller(b"", Obstacle.UNREADABLE)
    if "obstacle" in answer:
        return Smaller(b"", Obstacle(answer["obstacle"]))
    content = b64decode(answer["content"])
    if len(content) > largest:
        return Smaller(b"", Obstacle.STILL_LARGE)
    width, height = answer.get("pixels", (0, 0))
    return Smaller(content, pixels=(width, height) if width else None)
