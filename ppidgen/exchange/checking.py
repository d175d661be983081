"""Values held against the type of their record, so that nothing is written that could not be read again."""

from pydantic import ValidationError

from ppidgen.exchange.drafts import Values
from ppidgen.model.record import Record
from ppidgen.model.registers import ID_KEY

_ANY_ID = "x"
_MOST_ROUNDS = 8


def fitted(values: Values, kind: type[Record]) -> tuple[Values, tuple[str, ...]]:
    """Give the values in the order of their keys without those that do not fit, and the keys of those."""
    order = [field.alias or name for name, field in kind.model_fields.items()]
    kept = {key: values[key] for key in sorted(values, key=order.index)}
    dropped: list[str] = []
    for _ in range(_MOST_ROUNDS):
        wrong = wrong_keys(kept, kind)
        if not wrong.intersection(kept):
            break
        dropped += [key for key in kept if key in wrong]
        kept = {key: value for key, value in kept.items() if key not in wrong}
    return kept, tuple(dropped)


def wrong_keys(values: Values, kind: type[Record]) -> frozenset[str]:
    """Give the keys whose values do not fit the record."""
    try:
        kind.model_validate({ID_KEY: _ANY_ID, **values}, by_alias=True, by_name=False)
    except ValidationError as error:
        return frozenset(str(fault["loc"][0]) for fault in error.errors(include_url=False, include_input=False))
    return frozenset()
