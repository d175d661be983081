"""What the text of a cell means: days and periods, places, forms, categories, addresses."""

import re
from collections.abc import Iterator
from datetime import date

from pydantic_core import PydanticCustomError

from ppidgen.exchange.wording import normal, one_line
from ppidgen.model.days.dates import MONTHS, WEEKDAYS, Period, month_number, parse_day, parse_period
from ppidgen.model.elements.vocabulary import Category, Form
from ppidgen.model.import_table import ImportWords

CATEGORIES = {category.value: category for category in Category}
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?\Z")
_WEEKDAY = re.compile(rf"(?:{'|'.join(WEEKDAYS)})\s*,?\s+(?=\d)", re.IGNORECASE)
# As a spreadsheet program shows a day of its own, also one set to English; a later year of two digits may be any.
_SHOWN_DAY = re.compile(r"(\d{1,2})[- ]([A-Za-z]{3})[- ](\d{4}|[0-4]\d)\Z")
_SHOWN_MONTH = re.compile(r"([A-Za-z]{3})-([0-4]\d)\Z")  # what such a program makes of a month and its year
_ENGLISH_MONTHS = {"may": 5, "aug": 8, "oct": 10, "dec": 12}
_NUMBERS = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2\d{4}(?![\d/-])")
_DOUBLED = re.compile(r"([-/.])\1+")
_YEAR = re.compile(r"(?:^|\D)((?:19|20)\d{2})(?!\d)")
_LAST_BREAK = re.compile(r"(.+?)\s*(?:,|;|/|\n|\s-\s)\s*([^,;\n]+)\Z", re.DOTALL)
_NAMES = re.compile(r"[A-Za-z]{2}")
_LAST_WORDS = re.compile(r"(.*?\D)\s+((?:[A-Za-z]+\s+)?\d{4})\Z")
_LONGEST_PLACE = 200  # beyond it a text is no place and time, and the patterns would take their time
_ADDRESS = re.compile(r"https?://[^\s/?#@\\]+\.[^\s\\\"<>]+\Z")
_BETWEEN_FORMS = re.compile(r"\s*(?:[,;/&+\n]|\bdan\b|\batau\b)\s*")


def day_of(text: str) -> date | None:
    """Read a day in any usual way of writing; None for anything that is not exactly one day that exists."""
    period = period_of(text)
    if period is None or not (period.year and period.month and period.day):
        return None
    return date(period.year, period.month, period.day)


def period_of(text: str) -> Period | None:
    """Read a day, month, year or words about time; None for a day that does not exist."""
    line = _WEEKDAY.sub("", _DOUBLED.sub(r"\1", one_line(text)), count=1)
    if moment := _MOMENT.match(line):
        line = moment[1]
    elif shown := _SHOWN_DAY.match(line):
        line = _spelled(*shown.groups()) or line
    elif shown := _SHOWN_MONTH.match(line):
        line = _spelled("", *shown.groups()).lstrip() or line
    try:
        return parse_period(line)
    except PydanticCustomError:
        return None


def is_month_first(text: str) -> bool:
    """Tell a day in numbers that can only be meant month first: 4/18/2026."""
    return any(first <= len(MONTHS) < second for first, second in _numbered(text))


def may_be_month_first(text: str) -> bool:
    """Tell a day in numbers that would be another one were it meant month first: 4/8/2026."""
    return any(first != second and max(first, second) <= len(MONTHS) for first, second in _numbered(text))


def _numbered(text: str) -> Iterator[tuple[int, int]]:
    return ((int(found[1]), int(found[3])) for found in _NUMBERS.finditer(text))


def _spelled(day: str, name: str, year: str) -> str:
    month = month_number(name) or _ENGLISH_MONTHS.get(name.lower())
    whole_year = year if len(year) > len("24") else f"20{year}"
    return f"{day} {MONTHS[month - 1]} {whole_year}" if month else ""


def written_period(period: Period) -> str:
    """Write a period as a register keeps it: a day year first, all else as it was typed."""
    if period.year and period.month and period.day:
        return f"{period.year:04d}-{period.month:02d}-{period.day:02d}"
    return period.text


def place_and_time(text: str, words: ImportWords) -> tuple[str, Period | None]:
    """Part "Sumedang, 2024" into place and time; either may be missing."""
    line = _bare_day(one_line(text), words)
    whole = period_of(line)
    if whole is not None and whole.year:
        return "", whole
    broken = None if len(line) > _LONGEST_PLACE else _LAST_BREAK.match(line) or _LAST_WORDS.match(line)
    if broken:
        for place, time in ((broken[1], broken[2]), (broken[2], broken[1])):
            period = period_of(time)
            if period is not None and period.year and not _YEAR.search(place) and _is_place(place, words):
                return place.strip(" ,;/-"), period
    return "", None if line.isdigit() else whole  # a number that is no year: a day as the program counts it


def _bare_day(line: str, words: ImportWords) -> str:
    """Take off the word that says that a day or month follows: "tgl. 5 Mei 2024"."""
    first, _, rest = line.partition(" ")
    period = period_of(rest) if normal(first) in words.day_starts else None
    return rest if period and period.month else line


def _is_place(text: str, words: ImportWords) -> bool:
    """Tell the name of a place from words about time: "Semester II 2024" and "Mei, 2024" name none."""
    said = normal(text).split()
    timely = any(word in words.time_words or month_number(word) for word in said[:1])
    return not timely and _NAMES.search(text) is not None


def year_of(text: str) -> int | None:
    """Read a year; None unless the text names exactly one."""
    found = {int(year) for year in _YEAR.findall(text)}
    return found.pop() if len(found) == 1 else None


def category_of(text: str, words: ImportWords) -> Category | None:
    """Give the category that a cell names."""
    wanted = normal(text)
    for value, phrases in words.categories.items():
        if wanted in phrases:
            return CATEGORIES[value]
    found = [value for value, phrases in words.categories.items() if any(_holds(wanted, phrase) for phrase in phrases)]
    return CATEGORIES[found[0]] if len(found) == 1 else None


def is_exempt(text: str, words: ImportWords) -> bool:
    """Tell a cell that says that the information is exempt."""
    return normal(text) in words.exempt


def is_exempt_group(title: str, words: ImportWords) -> bool:
    """Tell the title of a group of exempt information, whatever stands before it: "D. Informasi Dikecualikan"."""
    said = normal(title)
    named = any(said == phrase or said.endswith(f" {phrase}") for phrase in words.exempt)
    return named and words.not_exempt.isdisjoint(said.split())


def is_exempt_list(title: str, words: ImportWords) -> bool:
    """Tell a table that seems to list exempt information, by the name of its file or sheet or a title above it."""
    said = normal(title).split()
    return not words.exempt_lists.isdisjoint(said) and words.not_exempt.isdisjoint(said)


def forms_of(text: str, words: ImportWords) -> tuple[Form, ...] | None:
    """Give the forms that a cell names; None when it holds a word that is no form."""
    found: set[str] = set()
    for part in filter(None, _BETWEEN_FORMS.split(text.lower())):
        text = normal(part)
        named = {value for value, phrases in words.forms.items() if any(_holds(text, phrase) for phrase in phrases)}
        if not named and text:
            return None
        found |= named
    return tuple(form for form in Form if form.value in found)


def is_ticked(text: str, words: ImportWords, *, crosses_tick: bool) -> bool | None:
    """Tell a tick from a blank; None for anything else. A cross is a tick only where nothing else is."""
    mark = one_line(text).strip(" .").lower()
    if not mark or mark in words.blanks:
        return False
    if mark in words.ticks or (crosses_tick and mark in words.crosses):
        return True
    return None


def address_of(text: str) -> str | None:
    """Give the web address that a cell holds; None for anything else."""
    line = one_line(text)
    if line.startswith("www."):
        line = f"https://{line}"
    return line if len(line) <= 2_000 and _ADDRESS.match(line) else None  # noqa: PLR2004 - the limit of the field


def end_of(text: str, words: ImportWords) -> date | None:
    """Give the day on which a duration ends, if it plainly says so."""
    line = one_line(text)
    found = re.search(words.patterns.until, line.lower())
    if found:
        return day_of(found[1])
    try:
        return parse_day(line)
    except PydanticCustomError:
        return None


def _holds(text: str, phrase: str) -> bool:
    return f" {phrase} " in f" {text} "
