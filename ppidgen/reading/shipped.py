"""What ships with the program, read once: the law, the words of the main language and those of further ones."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from ppidgen.model.accessibility import ACCESSIBILITY_FILE, AccessibilityTest, parse_accessibility
from ppidgen.model.context import Tongue
from ppidgen.model.elements.vocabulary import SiteLanguage
from ppidgen.model.language.data_words import CHOICES_FILE, SENTENCES_FILE, accessibility_in, law_in, parse_data_words
from ppidgen.model.language.words import Words, parse_words
from ppidgen.model.law.whole import LAW_FILES, LAW_FOLDERS, Law, parse_law
from ppidgen.model.text.readability import READABILITY_FILE, Readability, parse_readability
from ppidgen.model.text.thesaurus import THESAURUS_FILE, Thesaurus, parse_thesaurus
from ppidgen.source import package_data


@dataclass(frozen=True, slots=True)
class Shipped:
    """What ships with the program and every portal is judged by and worded in."""

    law: Law
    words: Words
    accessibility: AccessibilityTest
    thesaurus: Thesaurus
    readability: Readability
    tongues: tuple[Tongue, ...] = ()

    def speaking(self, languages: Iterable[SiteLanguage]) -> "Shipped":
        """Give the same with the words of further languages."""
        return replace(self, tongues=tuple(self._tongue(one.value) for one in languages))

    def _tongue(self, language: str) -> Tongue:
        """Read the words of a language; what it has no words for is said in the main one, and marked so."""
        own = _words(language)
        choices = parse_words(package_data.read_text(CHOICES_FILE.format(language)), language)
        data = parse_data_words(package_data.read_text(SENTENCES_FILE.format(language)), language)
        words = own.with_more(choices).above(self.words)
        return Tongue(words, law_in(self.law, data), accessibility_in(self.accessibility, data), data)


def _words(language: str) -> Words:
    return parse_words(package_data.read_text(f"kata/{language}.yaml"), language)


@cache
def shipped_law() -> Law:
    """Read the law that ships with the program."""
    names = [*LAW_FILES, *(name for folder in LAW_FOLDERS for name in package_data.names(folder))]
    return parse_law({name: package_data.read_text(name) for name in names})


@cache
def shipped(language: str) -> Shipped:
    """Read all that ships, with the words of the portal in one language."""
    return Shipped(
        law=shipped_law(),
        words=_words(language),
        accessibility=parse_accessibility(package_data.read_text(ACCESSIBILITY_FILE)),
        thesaurus=parse_thesaurus(package_data.read_text(THESAURUS_FILE)),
        readability=parse_readability(package_data.read_text(READABILITY_FILE)),
    )
