"""Values held against the type of their record, so that nothing is written that could not be read again."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from pydantic import ValidationError

from ppidgen.exchange.importing.drafts import Values
from ppidgen.model.elements.record import Record
from ppidgen.model.portal.registers import ID_KEY

_ANY_ID = "x"
_MOST_ROUNDS = 8


class Fitted(NamedTuple):
    """Values in the order of their keys; `dropped` are the keys of those that did not fit, `wrong` what still does not.

    What is wrong to the end is mostly a value that the record must have.
    """

    values: Values
    dropped: tuple[str, ...]
    wrong: frozenset[str]


def fitted(values: Values, kind: type[Record]) -> Fitted:
    """Leave out, key by key, what does not fit a record."""
    order = _order(kind)
    kept = {key: values[key] for key in sorted(values, key=order.__getitem__)}
    dropped: list[str] = []
    for _ in range(_MOST_ROUNDS):
        wrong = wrong_keys(kept, kind)
        if not wrong.intersection(kept):
            return Fitted(kept, tuple(dropped), wrong)
        dropped += [key for key in kept if key in wrong]
        kept = {key: value for key, value in kept.items() if key not in wrong}
    return Fitted(kept, tuple(dropped), wrong_keys(kept, kind))


@cache
def _order(kind: type[Record]) -> Mapping[str, int]:
    return {field.alias or name: at for at, (name, field) in enumerate(kind.model_fields.items())}


def wrong_keys(values: Values, kind: type[Record]) -> frozenset[str]:
    """Give the keys whose values do not fit the record."""
    try:
        kind.model_validate({ID_KEY: _ANY_ID, **values}, by_alias=True, by_name=False)
    except ValidationError as error:
        return frozenset(str(fault["loc"][0]) for fault in error.errors(include_url=False, include_input=False))
    return frozenset()
