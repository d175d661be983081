"""EDGE. A PDF packed closer than its maker did, or why there is none that says all that the original says."""

from base64 import b64decode
from dataclasses import dataclass
from enum import StrEnum

from ppidgen.source.child import answer_to

CHILD = "ppidgen.exchange.smaller_child"
PATIENCE = 90  # seconds
_PDF = b"%PDF-"


class Obstacle(StrEnum):
    """Why a file is not packed closer, as a key of the pack's words."""

    NOT_PDF = "not_pdf"
    SIGNED = "signed"
    ENCRYPTED = "encrypted"
    UNREADABLE = "unreadable"
    TOO_LONG = "too_long"
    DIFFERS = "differs"
    STILL_LARGE = "still_large"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Smaller:
    """The packed file, or b"" and what stood in its way."""

    content: bytes
    obstacle: Obstacle | None = None


def smaller(raw: bytes, largest: int) -> Smaller:
    """Pack a PDF into at most `largest` bytes without losing anything that it says."""
    if _PDF not in raw[:1024]:
        return Smaller(b"", Obstacle.NOT_PDF)
    try:
        answer = answer_to(CHILD, raw, PATIENCE)
    except TimeoutError:
        return Smaller(b"", Obstacle.TOO_LONG)
    if not isinstance(answer, dict):  # it died of the file
        return Smaller(b"", Obstacle.UNREADABLE)
    if "obstacle" in answer:
        return Smaller(b"", Obstacle(answer["obstacle"]))
    content = b64decode(answer["content"])
    return Smaller(content) if len(content) <= largest else Smaller(b"", Obstacle.STILL_LARGE)
