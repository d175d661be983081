"""The words of the interface in one language, by key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import yaml


@dataclass(frozen=True, slots=True)
class Words:
    """Sentences by dotted key ("list.title"); `{name}` in a sentence is filled from keyword arguments."""

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Give the sentence of `key` with its places filled; raises KeyError for an unknown key."""
        text = self.texts[key]
        return text.format(**values) if values else text


def parse_words(text: str, language: str) -> Words:
    """Read the words of one language from YAML, where nested keys join with a dot ("list: {title: …}").

    The file ships with the package, so a broken one is a bug and raises ValueError.
    """
    try:
        # BaseLoader keeps every scalar as it was typed: a word such as "no" or "on" stays a word.
        table = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - the base loader builds nothing but text
    except yaml.YAMLError as fault:
        raise ValueError(f"words of {language}: {fault}") from fault
    return Words(language, MappingProxyType(dict(_leaves(table, ""))))


def _leaves(node: object, key: str) -> Iterator[tuple[str, str]]:
    match node:
        case str():
            yield key, node.rstrip("\n")
        case dict():
            for name, child in node.items():
                yield from _leaves(child, f"{key}.{name}" if key else str(name))
        case _:
            raise ValueError(f"words: {key or 'the file'} holds neither a sentence nor further keys")
