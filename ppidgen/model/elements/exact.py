"""Numbers that are kept exact, and years and spans of time as a rubric writes them."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainValidator, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?\Z|\d{1,9}/[1-9]\d{0,8}\Z")
_YEAR = re.compile(r"(?:(t)(?:-(\d{1,2}))?|((?:19|20)\d\d))\Z")
_TIME = re.compile(r"(\d{1,4})\s+(hari|bulan|tahun)\Z")
_YEAR_SAID = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPAN_SAID = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:-|\u2013|/|s\.?d\.?|sampai)\s*((?:19|20)\d\d)(?!\d)")
_MONTHS_OF_A_YEAR = 12


def parse_number(value: object) -> Fraction:
    """Read 4, 0.5, 12,5 or 1/3 without rounding."""
    if isinstance(value, Fraction | int):
        return Fraction(value)
    text = str(value).strip()
    if not _NUMBER.match(text):
        raise PydanticCustomError("exact_number", "not a number")
    return Fraction(text.replace(",", "."))


Exact = Annotated[Fraction, PlainValidator(parse_number), WithJsonSchema({"type": ["number", "string"]})]


@dataclass(frozen=True, slots=True)
class Years:
    """Years counted from the year of an edition ("t", "t-1"), or written out ("2024", "2025-2029")."""

    text: str
    first: tuple[int, bool]
    last: tuple[int, bool]

    def of(self, year: int) -> range:
        """Give the years meant when the edition is of `year`."""
        first, last = (year - number if relative else number for number, relative in (self.first, self.last))
        return range(first, last + 1)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Let a field of this type take text."""
        return core_schema.no_info_plain_validator_function(
            parse_years, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Show editors a text field that also takes a bare year."""
        return {"type": ["string", "number"]}


def parse_years(value: object) -> Years:
    """Read a year or a span of years."""
    if isinstance(value, Years):
        return value
    text = str(value).strip()
    whole = _one_year(text)
    if whole:
        return Years(text, whole, whole)
    before, _, after = text.partition(" s.d. ") if " s.d. " in text else text.rpartition("-")
    first, last = _one_year(before.strip()), _one_year(after.strip())
    if first is None or last is None or (first[1] == last[1] and (first[0] > last[0]) is not first[1]):
        raise PydanticCustomError("year_expression", "no year and no span of years")
    return Years(text, first, last)


def _one_year(text: str) -> tuple[int, bool] | None:
    found = _YEAR.match(text)
    if found is None:
        return None
    return (int(found[2] or 0), True) if found[1] else (int(found[3]), False)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A length of time: "31 hari" counts days, "6 bulan" and "1 tahun" calendar months."""

    text: str
    days: int = 0
    months: int = 0

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Let a field of this type take text."""
        return core_schema.no_info_plain_validator_function(
            parse_time_span, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Show editors a text field."""
        return {"type": "string"}


def parse_time_span(value: object) -> TimeSpan:
    """Read a number of days, months or years."""
    if isinstance(value, TimeSpan):
        return value
    text = " ".join(str(value).split())
    found = _TIME.match(text)
    if found is None:
        raise PydanticCustomError("time_span", "not a length of time")
    number = int(found[1])
    if found[2] == "hari":
        return TimeSpan(text, days=number)
    return TimeSpan(text, months=number if found[2] == "bulan" else number * _MONTHS_OF_A_YEAR)


def years_said(text: str) -> frozenset[int]:
    """Give the years that a title names; a span names all between its ends."""
    spans = [range(int(first), int(last) + 1) for first, last in _SPAN_SAID.findall(text)]
    return frozenset((*(int(year) for year in _YEAR_SAID.findall(text)), *(year for span in spans for year in span)))
