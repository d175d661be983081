"""What somebody may have meant by a word that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from re import compile as pattern

_ZERO = pattern(r"(?<!\d)0+(?=\d)")
_BETWEEN = pattern(r"[\s_]+")


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """Give the known word that looks most like `word`; "" where none is alike enough, of 0 to 1."""
    return _nearest(word, frozenset(known), likeness)


@lru_cache(maxsize=4_096)  # a unit that got another id is a thousand faults, all with the same guess
def _nearest(word: str, known: frozenset[str], likeness: float) -> str:
    alike = sorted(one for one in known if _bare(one) == _bare(word))
    if alike:
        return alike[0]
    found = get_close_matches(word, known, n=1, cutoff=likeness)
    return found[0] if found else ""


def _bare(word: str) -> str:
    """Take off what people type otherwise and mean nothing by: capitals, zeros before a number, signs between words."""
    return _BETWEEN.sub("-", _ZERO.sub("", word.casefold()))
