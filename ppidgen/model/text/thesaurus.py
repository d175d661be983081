"""Words as people use them when they search: those that say nothing, and those that mean the same."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import yaml

THESAURUS_FILE = "pencarian.yaml"
_STOP, _ALIKE = "henti", "padanan"
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a text in small letters, without signs: "KTP-el" is "ktp", "el"."""
    return tuple(_WORD.findall(text.casefold()))


@dataclass(frozen=True)
class Thesaurus:
    """Stop words, and groups of phrases that mean the same."""

    stop: tuple[str, ...] = ()
    alike: tuple[tuple[str, ...], ...] = ()

    def with_groups(self, groups: Mapping[str, Iterable[str]]) -> "Thesaurus":
        """Add groups of a portal's own, each a phrase with the others that mean the same."""
        return Thesaurus(self.stop, (*((phrase, *others) for phrase, others in groups.items()), *self.alike))

    def kin(self, text: str) -> Iterator[str]:
        """Give what else the phrases of a text are called, the longest phrases first where they overlap."""
        words, place = words_of(text), 0
        while place < len(words):
            lengths = self._lengths.get(words[place], ())
            phrase = next((found for n in lengths if (found := words[place : place + n]) in self._groups), ())
            yield from self._groups.get(phrase, ())
            place += len(phrase) or 1

    @cached_property
    def _groups(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        found: dict[tuple[str, ...], tuple[str, ...]] = {}
        for group in self.alike:
            for phrase in group:
                if words := words_of(phrase):  # a phrase of signs alone, as "&", stands nowhere among words
                    found[words] = tuple(dict.fromkeys((*found.get(words, ()), *group)))
        return found

    @cached_property
    def _lengths(self) -> Mapping[str, tuple[int, ...]]:
        """Give, by their first word, how many words phrases have, the most first."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for words in self._groups:
            found[words[0]].add(len(words))
        return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}

    @property
    def vocabulary(self) -> Iterator[str]:
        """Give every word of every phrase."""
        return chain.from_iterable(map(words_of, chain.from_iterable(self.alike)))


def parse_thesaurus(text: str) -> Thesaurus:
    """Read the words that ship with the program; a broken file is a bug and raises."""
    table = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - the base loader builds nothing but text
    return Thesaurus(tuple(table[_STOP].split()), tuple(tuple(group) for group in table[_ALIKE]))
