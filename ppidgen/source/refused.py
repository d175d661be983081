"""How people say what the operating system refused, by the name of its fault."""

from collections.abc import Mapping
from functools import cache

import yaml

from ppidgen.source.package_data import read_text

_WORDS = "kata/sistem.yaml"
_MAIN = "id"
_REASON = "why"


def terms(language: str) -> Mapping[str, str]:
    """Give the words for the names that `reason_of` gives; Indonesian stands in for a language that is not there."""
    return _tables().get(language) or _tables()[_MAIN]


def in_words(reason: str, language: str) -> str:
    """Say a name that `reason_of` gave; one that is rare stays as it is, for whoever looks after the machine."""
    return terms(language).get(reason, reason)


def said(data: Mapping[str, str], language: str) -> dict[str, str]:
    """Give the data of a sentence with the refusal that stands under `why`, if any does, in words."""
    return {key: in_words(value, language) if key == _REASON else value for key, value in data.items()}


@cache
def _tables() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = yaml.load(read_text(_WORDS), Loader=yaml.CBaseLoader)  # noqa: S506 - builds nothing but text
    return tables
