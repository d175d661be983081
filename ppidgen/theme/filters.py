"""How sizes, days and numbers are written for people; pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_ISO_DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
_WHOLE = re.compile(r"-?\d{1,60}")
_STEP = 1000
_GAP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Format:
    """The habits of one language: signs in numbers, names of months, units of size from bytes up."""

    decimal: str
    group: str
    months: tuple[str, ...]
    units: tuple[str, ...]


def fill(text: str, values: Mapping[str, object]) -> str:
    """Put values into the `{named}` gaps of a text.

    A gap is a name and no more: `str.format` would follow attributes to the insides of Python.
    """
    return _GAP.sub(lambda gap: str(values[gap[1]]), text)


def size(amount: int, habits: Format) -> str:
    """Write a number of bytes as people say it: "1,2 MB"; units are decimal, as storage is sold."""
    value, unit = max(amount, 0), 0
    whole, tenths = value, 0
    while whole >= _STEP and unit < len(habits.units) - 1:
        unit += 1
        whole, tenths = divmod((value * 10 + _STEP**unit // 2) // _STEP**unit, 10)
    shown = f"{number(whole, habits)}{habits.decimal}{tenths}" if unit and tenths else number(whole, habits)
    return f"{shown} {habits.units[unit]}"


def day(iso: str, habits: Format) -> str:
    """Write an ISO day in words: "17 Agustus 2024"; a month or a year alone is written as such, other text as it is."""
    found = _ISO_DAY.fullmatch(iso)
    if not found:
        return iso
    year, month, date = found.groups()
    words = (str(int(date)) if date else "", habits.months[int(month) - 1] if month else "", year)
    return " ".join(word for word in words if word)


def number(value: str | int, habits: Format) -> str:
    """Put the signs of thousands into a whole number: "1.234.567"; other text stays as it is."""
    text = str(value)
    if not _WHOLE.fullmatch(text):
        return text
    return f"{int(text):,}".replace(",", habits.group)
