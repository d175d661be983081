"""The words of the interface in one language, by key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import yaml

from ppidgen.model.elements.vocabulary import Choice
from ppidgen.model.language.tongue import in_main

# Below this key stand the names of closed choices, by type and value, in every language but the model's own.
CHOICES = "choice"


@dataclass(frozen=True, slots=True)
class Words:
    """Sentences by dotted key ("list.title"); `{name}` in a sentence is filled from keyword arguments.

    `further` says that these are not the words of the main language.
    """

    language: str
    texts: Mapping[str, str]
    further: bool = False

    def __call__(self, key: str, **values: object) -> str:
        """Give the sentence of `key` with its places filled; raises KeyError for an unknown key."""
        text = self.texts[key]
        return text.format(**values) if values else text

    def label(self, choice: Choice) -> str:
        """Name a closed choice, in Indonesian where this language has no name for it."""
        return self.texts.get(_key(choice)) or (in_main(choice.label) if self.further else choice.label)

    def with_more(self, more: "Words") -> "Words":
        """Give these words with those of another file."""
        return replace(self, texts=MappingProxyType({**self.texts, **more.texts}))

    def above(self, main: "Words") -> "Words":
        """Give these words as those of a further language: what it lacks is said in the main one, and marked so."""
        marked = {key: in_main(text) for key, text in main.texts.items()}
        return replace(self, texts=MappingProxyType({**marked, **self.texts}), further=True)


def _key(choice: Choice) -> str:
    return f"{CHOICES}.{type(choice).__name__}.{choice.value}"


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
