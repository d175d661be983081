"""The stamps and heads by which a document says itself that it is secret (pure)."""

import re

from ppidgen.source.personal.words import WORDS

_SEARCHED = 20_000  # letters: a stamp stands on the first pages
_STAMPS = frozenset(WORDS["marks"])
_HEADS = frozenset("".join(head.split()).casefold() for head in WORDS["mark_heads"])
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def secret_mark(text: str) -> str:
    """Give the first line that is such a stamp or head, "" where there is none."""
    for line in text[:_SEARCHED].splitlines():
        bare = " ".join(_EDGES.sub("", line).split())
        if bare in _STAMPS or "".join(bare.split()).casefold() in _HEADS:
            return bare
    return ""
