"""The Indonesian keys of attributes, for messages that must name what an officer has to type."""

from collections.abc import Iterable

from ppidgen.model.record import Part


def key_of(model: type[Part], attribute: str) -> str:
    """Give the key under which an attribute is written."""
    return model.model_fields[attribute].alias or attribute


def keys_of(model: type[Part], attributes: Iterable[str], prefix: str = "") -> str:
    """Give the keys of several attributes as a finding carries a list; `prefix` is the key that holds them."""
    inside = f"{prefix}." if prefix else ""
    return ", ".join(inside + key_of(model, attribute) for attribute in attributes)
