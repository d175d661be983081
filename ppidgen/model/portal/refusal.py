"""What pydantic refuses, said as findings: its error types become codes, its places become spans."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ppidgen.diagnostics import Finding, Span
from ppidgen.diagnostics.nearest import nearest
from ppidgen.diagnostics.shown import shown
from ppidgen.diagnostics.tally import Tally
from ppidgen.model.elements.origin import Origin
from ppidgen.model.elements.record import Part
from ppidgen.model.elements.vocabulary import Category, Choice
from ppidgen.model.portal.registers import CONTENT, EXEMPTIONS

T = TypeVar("T")
Loc = tuple[str | int, ...]

CODES: Mapping[str, str] = {
    "extra_forbidden": "SKM001",
    "missing": "SKM002",
    "string_too_short": "SKM002",
    "enum": "SKM003",
    "literal_error": "SKM003",
    "day_form": "SKM004",
    "day_missing": "SKM005",
    "day_unreadable": "SKM006",
    "int_parsing": "SKM007",
    "int_from_float": "SKM007",
    "int_parsing_size": "SKM007",
    "float_parsing": "SKM007",
    "greater_than_equal": "SKM008",
    "less_than_equal": "SKM008",
    "url": "SKM009",
    "email": "SKM010",
    "string_type": "SKM011",
    "int_type": "SKM011",
    "float_type": "SKM011",
    "tuple_type": "SKM012",
    "model_type": "SKM013",
    "model_attributes_type": "SKM013",
    "dict_type": "SKM013",
    "string_too_long": "SKM014",
    "slug": "SKM015",
    "clock": "SKM016",
    "yes_no": "SKM017",
    "phone": "SKM018",
    "colour": "SKM019",
    "file_is_url": "SKM020",
    "exact_number": "SKM007",
    "year_expression": "RBK012",
    "time_span": "RBK013",
    "https_url": "SKM041",
    "age_key": "SKM042",
    "age_secret": "SKM043",
    "receipt": "SKM040",
}
UNKNOWN_KEY = "SKM001"
# What is refused here was to be one value; a list is no wrong one.
_OF_ONE_VALUE = frozenset(
    {"SKM003", "SKM006", "SKM007", "SKM009", "SKM010", "SKM015", "SKM016", "SKM017", "SKM018", "SKM019"}
)
_NUMBERS = frozenset({"SKM007", "SKM008"})
OTHER = "SKM025"
# So many keys of a part show what belongs in it.
_KEYS = 4
_DAY = "2026-01-31"
_EARLIEST = 1900
_TWO_DIGITS = re.compile(r"\d\d\Z")
_CHOICE = re.compile(r"'([^']*)'")
# The dash of an item that lacks the space behind it belongs to no value.
_TIGHT_DASH = re.compile(r"\A-(?=\S)")


def refusals(error: ValidationError, model: type[Part], origin: Origin, tally: Tally) -> Iterator[Finding]:
    """Tell each refusal of `error` at the place in the file that caused it, as far as the tally admits it."""
    details = [(_loc(detail), detail) for detail in error.errors(include_url=False)]
    misspelt = {_meant_at(loc, model) for loc, detail in details if detail["type"] == "extra_forbidden"}
    for loc, detail in details:
        code = _code(detail, loc, model)
        if not (detail["type"] == "missing" and loc in misspelt) and tally.admits(code):
            yield Finding(code, _span(code, loc, origin), _data(code, detail, loc, model))


def _loc(detail: ErrorDetails) -> Loc:
    return tuple(step for step in detail["loc"] if step != "[key]")


def _meant_at(loc: Loc, model: type[Part]) -> Loc:
    """Give the place of the key that an unknown one seems to be meant for: that it is missing is no second fault."""
    *place, key = loc
    return (*place, _guessed(str(key), _model_at(model, tuple(place))))


def _code(detail: ErrorDetails, loc: Loc, model: type[Part]) -> str:
    code = CODES.get(detail["type"], OTHER)
    if code in _OF_ONE_VALUE and isinstance(detail["input"], list | tuple | Mapping):
        return "SKM011"
    at = _model_at(model, loc[:-1]) if code == UNKNOWN_KEY else None
    return at.unknown_key_code if at else code


def _span(code: str, loc: Loc, origin: Origin) -> Span:
    if code in {UNKNOWN_KEY, "RBK001"}:
        return origin.key(*loc)
    if code == "SKM002":
        return origin.at(*loc) if len(loc) > 1 else origin.start
    return origin.at(*loc)


def _data(code: str, detail: ErrorDetails, loc: Loc, model: type[Part]) -> dict[str, str]:
    key = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    context: Mapping[str, Any] = detail.get("ctx") or {}
    data = {"key": key, "value": shown(detail["input"])} | _citation(_model_at(model, loc[:-1]), key)
    if code in {UNKNOWN_KEY, "RBK001"}:
        known = tuple(_aliases(at := _model_at(model, loc[:-1])))
        data |= {
            "under": _holder(key, at),
            "guess": _guessed(key, at) or _longer(key, known),
            "keys": ", ".join(known),
        }
    elif code == "SKM002":
        data |= _help(_model_at(model, loc[:-1]), key)
        data |= {"choices": ", ".join(str(one.value) for one in _choice_at(model, loc) or ())}
    elif code == "SKM003":
        choices = _CHOICE.findall(str(context.get("expected", "")))
        data |= {"choices": ", ".join(choices), "guess": _chosen(str(detail["input"]), model, loc, choices)}
        exempt = EXEMPTIONS.name in str(detail["input"]).lower() and Category.PERIODIC.value in choices
        data |= {"register": f"{CONTENT}/{EXEMPTIONS.name}"} if exempt else {}
    elif code == "SKM011":
        data |= {"choices": ", ".join(str(one.value) for one in _choice_at(model, loc) or ())}
    elif code in {"SKM012", "SKM013"}:
        data |= {"keys": ", ".join([*_aliases(_model_at(model, loc))][:_KEYS])}
        choices = [str(one.value) for one in _choice_at(model, loc) or ()]
        word = str(detail["input"])
        if choices and word not in choices:  # in brackets it would be refused again
            data |= {"choices": ", ".join(choices), "guess": _chosen(word, model, loc, choices) or choices[0]}
        data |= {"item": shown(_TIGHT_DASH.sub("", word)), "group": key if isinstance(detail["input"], Mapping) else ""}
    else:
        data |= _details(code, context, detail)
    if code in _NUMBERS:
        data |= {"example": _help(_model_at(model, loc[:-1]), key)["example"]}
    return data


def _details(code: str, context: Mapping[str, Any], detail: ErrorDetails) -> dict[str, str]:
    if code == "SKM008":
        limits = [f"{name} {context[name]}" for name in ("ge", "le") if name in context]
        told = ", ".join(limits).replace("ge ", "≥ ").replace("le ", "≤ ")
        return {"limits": told, "guess": _whole_year(str(detail["input"]), int(context.get("ge", 0)))}
    if code == "SKM014":
        return {"limit": str(context.get("max_length", "")), "length": str(len(str(detail["input"])))}
    return {name: str(context[name]) for name in ("fixed",) if name in context} | {"kind": detail["type"]}


def _chosen(word: str, model: type[Part], loc: Loc, choices: Iterable[str]) -> str:
    """Give the choice that a word stands for: the one with this label, else the nearest; "" where none is near."""
    by_label = {one.label.casefold(): str(one.value) for one in _choice_at(model, loc) or ()}
    return by_label.get(word.casefold()) or _meant(word, choices)


def _meant(word: str, known: Iterable[str]) -> str:
    return nearest(word.lower().replace(" ", "_"), known, 0.7)


def _guessed(key: str, model: type[Part] | None) -> str:
    """Give the key that an unknown one is meant for: `judul` for `title`, as others call it, or for `jdul`."""
    named = (field.alias for name, field in (model.model_fields if model else {}).items() if name == key.lower())
    return next(filter(None, named), "") or _meant(key, _aliases(model))


def _longer(key: str, known: Iterable[str]) -> str:
    """Give the one key that says more words than an unknown one: `nilai_pagu` for `pagu`; "" where several do."""
    words = set(key.lower().replace(" ", "_").split("_"))
    longer = [one for one in known if words < set(one.split("_"))]
    return longer[0] if len(longer) == 1 else ""


def _aliases(model: type[Part] | None) -> Iterator[str]:
    for name, field in (model.model_fields if model else {}).items():
        yield field.alias or name


def _whole_year(written: str, least: int) -> str:
    """Give the year of this century that two digits stand for, where only a year can stand; else ""."""
    return f"20{written}" if least >= _EARLIEST and _TWO_DIGITS.match(written) else ""


def _holder(key: str, model: type[Part] | None) -> str:
    """Give the key of the one part, no list of them, below which `key` is known; "" where there is none."""
    for name, field in (model.model_fields if model else {}).items():
        for kind in (field.annotation, *get_args(field.annotation)):
            if isinstance(kind, type) and issubclass(kind, Part) and key in _aliases(kind):
                return field.alias or name
    return ""


def _help(model: type[Part] | None, key: str) -> dict[str, str]:
    for name, field in (model.model_fields if model else {}).items():
        if key == (field.alias or name):
            usual = _DAY if field.annotation is date else ""
            return {"help": field.description or "", "example": str(field.examples[0]) if field.examples else usual}
    return {"help": "", "example": ""}


def _citation(model: type[Part] | None, key: str) -> dict[str, str]:
    for name, field in (model.model_fields if model else {}).items():
        extra = field.json_schema_extra
        if key == (field.alias or name) and isinstance(extra, dict) and "dasar" in extra:
            return {"citation": str(extra["dasar"])}
    return {}


def _model_at(model: type[Part] | None, loc: Loc) -> type[Part] | None:
    for step in loc:
        if model is None:
            return None
        if isinstance(step, str):
            by_alias = {field.alias or name: field for name, field in model.model_fields.items()}
            field = by_alias.get(step)
            model = _type_in(field.annotation, Part) if field else None
    return model


def _choice_at(model: type[Part], loc: Loc) -> type[Choice] | None:
    """Give the choices that the key at `loc` has, or the key whose list that is."""
    *place, key = (step for step in loc if isinstance(step, str))
    at = _model_at(model, tuple(place))
    fields = at.model_fields.items() if at else ()
    return next((_type_in(field.annotation, Choice) for name, field in fields if key == (field.alias or name)), None)


def _type_in(annotation: object, kind: type[T]) -> type[T] | None:
    if isinstance(annotation, type) and issubclass(annotation, kind):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _type_in(inner, kind))), None)
