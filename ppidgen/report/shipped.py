"""EDGE: the rulebook and the report's own words, read from the package when they are asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

import yaml

from ppidgen.model.language.words import Words
from ppidgen.model.rulebook import FOLDER, LANGUAGES, RulePage, parse_page
from ppidgen.source.package_data import names, read_text
from ppidgen.source.refused import terms

_WORDS = "kata/temuan.yaml"
_SCORE_WORDS = "kata/skor.yaml"
_DUE = "kata/jatuh-tempo.yaml"
_DEADLINE_WORDS = "kata/tenggat.yaml"
_ENDING = ".md"
_OF_MACHINE = "MSN"


class Rulebook(Mapping[str, RulePage]):
    """The shipped pages by code; a page is read when its code is looked up, for a run needs few of them."""

    def __getitem__(self, code: str) -> RulePage:
        if code not in _codes():
            raise KeyError(code)
        return _read(code)

    def __iter__(self) -> Iterator[str]:
        return iter(_codes())

    def __len__(self) -> int:
        return len(_codes())


def words(language: str) -> Words:
    """Give the fixed words of reports in a language; Indonesian stands in for one that is not there."""
    return _spoken(_WORDS, language)


def score_words(language: str) -> Words:
    """Give the fixed words of scores in a language; Indonesian stands in for one that is not there."""
    return _spoken(_SCORE_WORDS, language)


def deadline_words(language: str) -> Words:
    """Give the words in which deadlines are told; Indonesian stands in for a language that is not there."""
    return _spoken(_DEADLINE_WORDS, language)


def due_words(language: str) -> Words:
    """Give the words of the list of what falls due in a language."""
    return _spoken(_DUE, language)


def _spoken(name: str, language: str) -> Words:
    return _tables(name).get(language) or _tables(name)[LANGUAGES[0]]


@cache
def _codes() -> dict[str, str]:
    pages = (name for name in names(FOLDER) if name.endswith(_ENDING))
    return {name.rpartition("/")[2].removesuffix(_ENDING): name for name in pages}


@cache
def _read(code: str) -> RulePage:
    page = parse_page(read_text(_codes()[code]))
    if page.code != code:
        raise ValueError(f"rulebook page {code} calls itself {page.code}")
    return _with_system_words(page) if code.startswith(_OF_MACHINE) else page


def _with_system_words(page: RulePage) -> RulePage:
    """Let a page about the machine say what the operating system refused; terms of its own come first."""
    said = {
        language: replace(wording, terms={**terms(language), **wording.terms})
        for language, wording in page.wordings.items()
    }
    return replace(page, wordings=MappingProxyType(said))


@cache
def _tables(name: str) -> dict[str, Words]:
    tables = yaml.load(read_text(name), Loader=yaml.CBaseLoader)  # noqa: S506 - builds nothing but text
    return {language: Words(language, table) for language, table in tables.items()}
