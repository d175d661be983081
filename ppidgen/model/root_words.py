"""How words of a title are compared: which do not count, which mean the same, which affixes hide a root."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from pydantic import Field

from ppidgen.model.record import Part

# A root shorter than this is none: "pekan" is not "pe" and "kan".
SHORTEST_ROOT = 4
_WORD = re.compile(r"[a-z0-9]+")


class RootWord(NamedTuple):
    """A word as it was written, and what it is compared by."""

    root: str
    written: str


class RootWords(Part):
    """The table that ships (`padanan.yaml`)."""

    connectors: frozenset[str] = Field(alias="kata_sambung")
    common: frozenset[str] = Field(alias="kata_umum")
    closing: frozenset[str] = Field(alias="kata_penutup")
    alike: dict[str, str] = Field(alias="padanan")
    prefixes: tuple[str, ...] = Field(alias="awalan")
    suffixes: tuple[str, ...] = Field(alias="akhiran")

    def of(self, text: str) -> tuple[RootWord, ...]:
        """Give the words of a text that say what it is about, in order; a closing word ends them."""
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
        found: list[RootWord] = []
        for word in _WORD.findall(plain):
            if word in self.closing:
                break
            if word not in self.connectors:
                found.append(RootWord(self.root(word), word))
        return tuple(found)

    def root(self, word: str) -> str:
        """Give what is left of a word without its affixes; both sides of a comparison lose them alike."""
        known = self.alike.get(word, word)
        return _root(known, self.prefixes, self.suffixes)


@lru_cache(maxsize=16_384)
def _root(word: str, prefixes: tuple[str, ...], suffixes: tuple[str, ...]) -> str:
    for suffix in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_ROOT:
            word = word.removesuffix(suffix)
            break
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST_ROOT:
            return word.removeprefix(prefix)
    return word
