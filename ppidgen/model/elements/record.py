"""What all records of a register have in common."""

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from ppidgen.diagnostics import Span
from ppidgen.model.elements.origin import UNKNOWN, Origin

P = TypeVar("P", bound="Part")


def entry_field(
    alias: str,
    help_text: str,
    *,
    default: Any = ...,  # noqa: ANN401 - a default may be of any field's type
    citation: str = "",
    example: str = "",
    public: bool = True,
) -> Any:  # noqa: ANN401 - pydantic's Field() is typed so; the annotation of the attribute is what counts
    """Declare a field of a register: its Indonesian key, the officer's help text and the legal citation.

    This one line yields validation, the editor's JSON Schema, the reference pages and the decision whether
    the field may ever reach the site (`public`).
    """
    extra: dict[str, Any] = {"publik": public}
    if citation:
        extra["dasar"] = citation
    return Field(
        default,
        alias=alias,
        description=help_text,
        examples=[example] if example else None,
        json_schema_extra=extra,
    )


class Part(BaseModel):
    """A value inside a record: frozen, and refusing keys that it does not know.

    `unknown_key_code` is the code by which such a key is told.
    """

    unknown_key_code: ClassVar[str] = "SKM001"

    # No portal uses every record: what reads one is built when the first is read.
    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, defer_build=True
    )


def sharing_names(part: P) -> P:
    """Let a part share the set of names that were written of it with every part that has the same.

    pydantic makes a set for each, which takes more memory than all the values: a tenth of all there is in a build.
    """
    object.__setattr__(part, "__pydantic_fields_set__", _names(frozenset(part.model_fields_set)))
    return part


@cache
def _names(written: frozenset[str]) -> set[str]:
    return set(written)


class Record(Part):
    """One entry of a register; remembers where it was written."""

    id: str = Field("", alias="id", description="Pengenal; biasanya nama berkas. Menjadi alamat laman.")

    _origin: Origin = PrivateAttr(default_factory=lambda: UNKNOWN)  # a default would be deep-copied for each record

    @property
    def origin(self) -> Origin:
        """Give the place this record was read from."""
        # Asked for by its own name, a private attribute is what pydantic looks for last: thirty times as slow.
        private = self.__pydantic_private__
        found: Origin = private["_origin"] if private else UNKNOWN
        return found

    def span(self, *path: str | int) -> Span:
        """Give the span of the attribute at `path` (attribute names and list positions)."""
        return self.origin.at(*keys_at(self, path))


def keys_at(record: Part, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Give the keys under which the attribute at `path` (attribute names and list positions) is written."""
    keys: list[str | int] = []
    value: object = record
    for step in path:
        if isinstance(value, Part) and isinstance(step, str):
            keys.append(type(value).model_fields[step].alias or step)
            value = getattr(value, step)
        else:
            keys.append(step)
            value = _item(value, step)
    return tuple(keys)


def _item(value: object, step: str | int) -> object:
    if isinstance(value, tuple) and isinstance(step, int) and step < len(value):
        return value[step]
    if isinstance(value, Mapping):
        return value.get(step)
    return None
