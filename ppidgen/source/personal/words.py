"""The words beside a number that say what it is, as `data/pola/data-pribadi.yaml` lists them."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from ppidgen.source import package_data
from ppidgen.source.register_text import yaml
from ppidgen.source.register_text.nodes import Scalar, Sequence, Table

FILE = "pola/data-pribadi.yaml"
_BETWEEN = r"[ ._\-]{0,2}"
_LONGEST = 40


def words_of(file: str) -> Mapping[str, tuple[str, ...]]:
    """Read the lists of words in a file of the package; raises TypeError for one that holds anything else."""
    node = yaml.parse(file, package_data.read_text(file)).value
    if not isinstance(node, Table):
        raise TypeError(f"{file} is no table")
    return {key: tuple(_items(value)) for key, value in node.values.items()}


def _items(node: object) -> Iterable[str]:
    return (item.text for item in node.items if isinstance(item, Scalar)) if isinstance(node, Sequence) else ()


# Read as the module is: these words are as much the program as its code, and whoever looks for them stays pure.
WORDS = words_of(FILE)
_NUMBER_OF = re.compile(rf"\A(?:{'|'.join(WORDS['number_of'])})[ .]{{1,2}}")


@cache
def label_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Give one pattern of lower-case labels, with a group for each of the named lists."""
    # The look behind comes first, so that the many words are tried only where a word begins.
    lists = "|".join(f"(?P<{name}>{_any_of(WORDS[name])})" for name in names)
    return re.compile(rf"(?<![a-z])(?:{lists})(?![a-z])")


def is_label(text: str, names: tuple[str, ...]) -> bool:
    """Say whether a text is nothing but a label of the named lists: "NIK", "No. Rekening :"."""
    if len(text) > _LONGEST:
        return False
    bare = text.strip(" :.").lower()
    return any(label_pattern(names).fullmatch(one) for one in (bare, _NUMBER_OF.sub("", bare)))


def _any_of(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(_BETWEEN.join(map(re.escape, one.split())) for one in longest_first)
