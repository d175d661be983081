"""How words of a title are compared: which do not count, which mean the same, which affixes hide a root."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pydantic import Field

from ppidgen.model.elements.record import Part

# A root shorter than this is none: "pekan" is not "pe" and "kan".
SHORTEST_ROOT = 4
_WORD = re.compile(r"[a-z0-9]+")
_APART = re.compile(r"\bnon[ -]+(?=[a-z])")


class RootWord(NamedTuple):
    """A word as it was written, and what it is compared by."""

    root: str
    written: str


class RootWords(Part):
    """The table that ships (`padanan.yaml`)."""

    connectors: frozenset[str] = Field(alias="kata_sambung")
    common: frozenset[str] = Field(alias="kata_umum")
    closing: frozenset[str] = Field(alias="kata_penutup")
    offices: frozenset[str] = Field(alias="kata_kantor")
    office_ends: frozenset[str] = Field(alias="batas_kantor")
    events: frozenset[str] = Field(alias="kata_kegiatan")
    alike: dict[str, str] = Field(alias="padanan")
    prefixes: tuple[str, ...] = Field(alias="awalan")
    suffixes: tuple[str, ...] = Field(alias="akhiran")

    def of(self, text: str) -> tuple[RootWord, ...]:
        """Give the words of a text that say what it is about, in order; a closing word ends them."""
        found: list[RootWord] = []
        for word in plain_words(text):
            if word in self.closing:
                break
            if word not in self.connectors:
                found.append(RootWord(self.root(word), word))
        return tuple(found)

    def in_offices(self, words: Sequence[RootWord], text: str) -> frozenset[int]:
        """Give the places, among the words of a text, of those that name an office; what a text begins with names it.

        A name goes on from a word such as "dinas" to a number or a word that ends names.
        """
        named, inside, place = set(), False, -1
        for written in plain_words(text):
            is_next = place + 1 < len(words) and words[place + 1].written == written
            place += is_next
            if written in self.offices and place > 0:
                inside = True
            elif written in self.office_ends or written.isdigit():
                inside = False
            elif inside and is_next:
                named.add(place)
        return frozenset(named)

    def is_event(self, words: Sequence[RootWord]) -> bool:
        """Say whether a text is about something that takes place, by the word that it begins with."""
        return bool(words) and words[0].written in self.events

    def root(self, word: str) -> str:
        """Give what is left of a word without its affixes; both sides of a comparison lose them alike."""
        known = self.alike.get(word, word)
        return _root(known, self.prefixes, self.suffixes)


def plain_words(text: str) -> list[str]:
    """Give the words of a text in small letters without marks; "non" belongs to the word after it (nonalam)."""
    return _WORD.findall(
        _APART.sub("non", unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower())
    )


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
