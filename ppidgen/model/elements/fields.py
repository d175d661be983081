"""What the table of fields says about one field: its Indonesian key, its legal basis, whether it is public."""

from functools import cache
from typing import Any

from ppidgen.model.elements.record import Part


def key_of(part: type[Part], attribute: str) -> str:
    """Give the Indonesian key of a field: `summary` of an information entry is "ringkasan_isi"."""
    return part.model_fields[attribute].alias or attribute


@cache
def citation_of(part: type[Part], attribute: str) -> str:
    """Give the legal basis of a field as the table of fields cites it, "" where it cites none."""
    return str(_extra(part, attribute).get("dasar", ""))


@cache
def is_public(part: type[Part], attribute: str) -> bool:
    """Tell whether the field may ever reach the site."""
    return _extra(part, attribute).get("publik") is not False


def _extra(part: type[Part], attribute: str) -> dict[str, Any]:
    extra = part.model_fields[attribute].json_schema_extra
    return dict(extra) if isinstance(extra, dict) else {}
