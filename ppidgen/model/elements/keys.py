"""The Indonesian keys of attributes: as an officer types them, and as a form labels them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from ppidgen.model.elements.record import Part

# What the parts of a key are when they are read: a key itself has no capitals.
_READ: Mapping[str, str] = MappingProxyType({
    "dik": "DIK", "dip": "DIP", "ki": "KI", "ppid": "PPID", "rup": "RUP", "sha256": "SHA-256", "sk": "SK", "sop": "SOP",
    "whatsapp": "WhatsApp",
})  # fmt: skip


def key_of(model: type[Part], attribute: str) -> str:
    """Give the key under which an attribute is written."""
    return model.model_fields[attribute].alias or attribute


def keys_of(model: type[Part], attributes: Iterable[str], prefix: str = "") -> str:
    """Give the keys of several attributes as a finding carries a list; `prefix` is the key that holds them."""
    inside = f"{prefix}." if prefix else ""
    return ", ".join(inside + key_of(model, attribute) for attribute in attributes)


def label_of(key: str) -> str:
    """Write a key as the label of its field: "entri_dip" is "Entri DIP", "undang_undang" is "Undang-undang"."""
    read = "".join(_joined(key.split("_")))
    return read[:1].upper() + read[1:]


def _joined(words: list[str]) -> Iterator[str]:
    # A word that is said twice is one word in Indonesian, with a hyphen.
    yield _READ.get(words[0], words[0])
    for before, word in pairwise(words):
        yield ("-" if word == before else " ") + _READ.get(word, word)
