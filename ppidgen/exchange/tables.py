"""EDGE. The words of the importer, read from the package."""

from functools import cache

import yaml

from ppidgen.model.import_table import FOLDER, ColumnTable, ImportWords
from ppidgen.model.language.words import Words, parse_words
from ppidgen.source.package_data import read_text

_GENERAL = "umum"


@cache
def import_words() -> ImportWords:
    """Read the words and patterns for any table."""
    return ImportWords.model_validate(_table(_GENERAL))


@cache
def column_table(register: str) -> ColumnTable:
    """Read the column heads known for one register."""
    return ColumnTable.model_validate(_table(register))


def report_words(language: str, name: str = FOLDER) -> Words:
    """Read the sentences of the loss report, or of another file of words with both languages, in one of them."""
    both = parse_words(read_text(f"kata/{name}.yaml"), language)
    prefix = f"{language}."
    ours = {key.removeprefix(prefix): text for key, text in both.texts.items() if key.startswith(prefix)}
    return Words(language, ours)


def _table(name: str) -> object:
    # The base loader leaves every word a word: "no" heads a column of numbers.
    return yaml.load(read_text(f"{FOLDER}/{name}.yaml"), Loader=yaml.CBaseLoader)  # noqa: S506 - it builds nothing but text
