"""Days and periods as officers write them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainValidator, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

MONTHS = (
    "januari", "februari", "maret", "april", "mei", "juni",
    "juli", "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_SHORT = {name[:3]: number for number, name in enumerate(MONTHS, start=1)} | {"agt": 8, "ags": 8, "nop": 11, "peb": 2}
_OLDER = {"pebruari": 2, "nopember": 11}  # as they were spelled for long

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\Z")
_YEAR_FIRST = re.compile(r"(\d{4})[/. ](\d{1,2})[/. ](\d{1,2})\Z")
# A day as calendars and spreadsheets hand it over: behind the day of the week, before a time of day.
_AMONG = re.compile(
    r"(?:(?:senin|selasa|rabu|kamis|jum['\u2019]?at|sabtu|minggu|ahad),?\s+)?(\S.{4,20}?)"
    r"(?:[T\s]\s*\d{1,2}[.:]\d{2}(?:[.:]\d{2})?)?\Z",
    re.IGNORECASE,
)
_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(\d{4})\Z")
_YEAR = re.compile(r"(?:(?:tahun(?:\s+anggaran)?|th[n.]?\.?|t\.?a\.?)\s+)?(\d{4})\Z", re.IGNORECASE)


def month_number(word: str) -> int | None:
    """Give 1 to 12 for an Indonesian month name or its three letters, None for another word."""
    lower = word.lower()
    if lower in MONTHS:
        return MONTHS.index(lower) + 1
    return _SHORT.get(lower) if len(lower) == 3 else _OLDER.get(lower)  # noqa: PLR2004 - three-letter abbreviations


# Ten thousand entries were made on a few hundred days.
@lru_cache(maxsize=4096)
def long_date(day: date) -> str:
    """Write a day as Indonesian prose does: 17 Agustus 2024."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def parse_day(value: object) -> date:
    """Read a day written year first (2024-01-31); anything else is refused with the form to type instead."""
    return value if isinstance(value, date) else _read_day(str(value).strip())


@lru_cache(maxsize=4096)  # as above
def _read_day(text: str) -> date:
    iso = _ISO.match(text)
    if iso:
        return _existing(text, int(iso[1]), int(iso[2]), int(iso[3]))
    found = _AMONG.match(text)
    bare = found[1] if found else text
    day = _year_first(bare) or _day_first(bare) or _worded_day(bare)
    if day:
        _existing(text, *day)
        fixed = f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}"
        raise PydanticCustomError("day_form", "day written in another form", {"fixed": fixed})
    raise PydanticCustomError("day_unreadable", "not a day")


def _year_first(text: str) -> tuple[int, int, int] | None:
    found = _ISO.match(text) or _YEAR_FIRST.match(text)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def _day_first(text: str) -> tuple[int, int, int] | None:
    found = _DAY_FIRST.match(text)
    return (int(found[3]), int(found[2]), int(found[1])) if found else None


def _worded_day(text: str) -> tuple[int, int, int] | None:
    found = _WORDS.match(text)
    month = month_number(found[2]) if found else None
    if found is None or month is None or found[1] is None:
        return None
    return (int(found[3]), month, int(found[1]))


def _existing(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise PydanticCustomError("day_missing", "no such day", {"written": text}) from None


Day = Annotated[
    date,
    PlainValidator(parse_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]


@dataclass(frozen=True, slots=True)
class Period:
    """When something was made, as written, with what could be understood of it.

    Registers really hold "2024", "Januari 2023", "13-02-2022" and "Setiap tahun"; all are lawful, so the
    text is kept and shown, and year, month and day are None where it does not name them.
    """

    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """Show the period in Indonesian words."""
        if self.year and self.month and self.day:
            return long_date(date(self.year, self.month, self.day))
        if self.year and self.month:
            return f"{MONTHS[self.month - 1].capitalize()} {self.year}"
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Let a register field of this type take the officer's text."""
        return core_schema.no_info_plain_validator_function(
            parse_period, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Show editors a text field that also takes a bare year."""
        return {"type": ["string", "number"]}


def parse_period(value: object) -> Period:
    """Read a year, a month or a day; any other text is kept as it is. A day that does not exist is refused."""
    if isinstance(value, list | tuple | Mapping):
        raise PydanticCustomError("string_type", "several values")
    return value if isinstance(value, Period) else _read_period(str(value).strip())


@lru_cache(maxsize=4096)  # as days
def _read_period(text: str) -> Period:
    if year := _YEAR.match(text):
        return Period(text, int(year[1]))
    if iso := _ISO.match(text):
        return _whole_day(text, (int(iso[1]), int(iso[2]), int(iso[3])))
    if day := _day_first(text) or _worded_day(text):
        return _whole_day(text, day)
    found = _WORDS.match(text)
    month = month_number(found[2]) if found else None
    return Period(text, int(found[3]), month) if found and month else Period(text)


def _whole_day(text: str, parts: tuple[int, int, int]) -> Period:
    _existing(text, *parts)
    return Period(text, *parts)
