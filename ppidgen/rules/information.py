"""Faults in the entries of the list of public information (DIP)."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import chain

from ppidgen.diagnostics import Finding, Related
from ppidgen.model.context import Context
from ppidgen.model.days.dates import Period, month_number
from ppidgen.model.elements.fields import key_of
from ppidgen.model.elements.keys import keys_of
from ppidgen.model.elements.vocabulary import Category, ExemptionStatus, Extent
from ppidgen.model.portal.registers import EXEMPTIONS
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.information import InformationEntry, empty_columns
from ppidgen.model.text.readability import shouts
from ppidgen.rules.rule import Rule

# Above this a list file merges badly in git and is tiresome to scroll.
LONGEST_LIST = 50

# "12/02/24", "12 Feb 24": which of the three is the year is anybody's guess.
_SHORT_YEAR = re.compile(r"(?:\d{1,2}[-/. ])?(?:\d{1,2}|([A-Za-z]{3,9})\.?)[-/. ]\d\d\Z")
_NOT_WORD = re.compile(r"[\W_]+")


def column_missing(context: Context) -> Iterator[Finding]:
    """Tell entries that lack one of the columns which the list must have."""
    for entry in context.portal.published_information:
        if missing := empty_columns(entry):
            yield _finding("DIP001", entry, columns=keys_of(InformationEntry, missing))


def periodic_entry_stale(context: Context) -> Iterator[Finding]:
    """Tell periodic entries that were not renewed in time."""
    stale = context.standing.stale
    months = str(context.law.deadlines["R01"].amount)
    for entry in context.portal.published_information if stale else ():
        last = entry.updated or entry.published
        if last is not None and entry.id in stale:
            span = entry.span("updated" if entry.updated else "published")
            yield Finding("DIP002", span, {"title": entry.title, "day": last.isoformat(), "months": months})


def nothing_to_open(context: Context) -> Iterator[Finding]:
    """Tell entries from which a citizen learns neither the content nor how to get it."""
    for entry in context.portal.published_information:
        if not (entry.documents or entry.link or entry.body or entry.how_to_get or entry.media):
            yield _finding("DIP005", entry)


def proposal_unchecked(context: Context) -> Iterator[Finding]:
    """Tell entries in which values that the program proposed wait for an officer."""
    records: tuple[tuple[InformationEntry | Exemption, ...], ...] = (
        context.portal.information,
        context.portal.exemptions,
    )
    for record in chain.from_iterable(records):
        if record.to_check:
            data = {"title": record.title, "keys": ", ".join(record.to_check)}
            yield Finding("DIP006", record.span("to_check"), data)


def list_file_long(context: Context) -> Iterator[Finding]:
    """Tell files that hold more entries than people can keep in order."""
    counted = Counter(entry.origin.path for entry in context.portal.information)
    long = {path for path, count in counted.items() if path and count > LONGEST_LIST}
    for entry in context.portal.information if long else ():
        path = entry.origin.path
        if path in long:
            long.remove(path)
            yield Finding("DIP007", entry.origin.start, {"count": str(counted[path]), "most": str(LONGEST_LIST)})


def year_missing(context: Context) -> Iterator[Finding]:
    """Tell entries that no search by year can find."""
    for entry in context.portal.published_information:
        is_dated = entry.made_on is not None and (entry.made_on.year is not None or _has_short_year(entry.made_on))
        if entry.year is None and not is_dated:
            yield _finding("DIP008", entry)


def year_short(context: Context) -> Iterator[Finding]:
    """Tell the time of making that is written with two figures of its year, which no reader is sure of."""
    for entry in context.portal.published_information:
        if entry.made_on is not None and _has_short_year(entry.made_on):
            data = {"key": key_of(InformationEntry, "made_on"), "value": entry.made_on.text}
            yield Finding("DIP015", entry.span("made_on"), data)


def title_shouted(context: Context) -> Iterator[Finding]:
    """Tell titles in capitals throughout, which are hard to read and which screen readers may spell out."""
    for entry in context.portal.published_information:
        title = entry.title
        if title.isupper() and shouts(title):
            yield _finding("DIP009", entry)


def title_repeated(context: Context) -> Iterator[Finding]:
    """Tell entries of one unit and year that only their punctuation tells apart."""
    seen: dict[tuple[str | None, int | None, str], InformationEntry] = {}
    for entry in context.portal.published_information:
        first = seen.setdefault((entry.unit, entry.year, _plain(entry.title)), entry)
        if first is not entry:
            related = (Related(first.span("title"), "first"),)
            data = {"title": entry.title, "other": str(first.span("title"))}
            yield Finding("DIP010", entry.span("title"), data, related)


def update_day_missing(context: Context) -> Iterator[Finding]:
    """Tell periodic entries that cannot show when they were last renewed."""
    for entry in context.portal.published_information:
        if entry.updated is None and entry.category is Category.PERIODIC and entry.published is None:
            yield _finding("DIP012", entry)


def listed_though_exempt(context: Context) -> Iterator[Finding]:
    """Tell entries that an exemption in force withholds in full: the list never holds exempt information."""
    withheld = {
        _plain(item.title): item
        for item in context.portal.exemptions
        if item.status is ExemptionStatus.IN_FORCE and item.extent is Extent.WHOLE
        if not context.standing.exemption_states[item.id].is_over
    }
    for entry in context.portal.published_information if withheld else ():
        item = withheld.get(_plain(entry.title))
        if item is not None and (not item.unit or not entry.unit or item.unit == entry.unit):
            data = {"title": entry.title, "other": str(item.span("title"))}
            yield Finding("DIP013", entry.span("title"), data, (Related(item.span("title"), "exemption"),))


def update_day_ahead(context: Context) -> Iterator[Finding]:
    """Tell days of renewal and publication that lie after today: nothing was renewed on them."""
    today = context.standing.as_of
    for entry in context.portal.published_information:
        for name in ("updated", "published"):
            day: date | None = getattr(entry, name)
            if day is not None and day > today:
                data = {"key": key_of(InformationEntry, name), "day": day.isoformat(), "today": today.isoformat()}
                yield Finding("DIP014", entry.span(name), data)


def _has_short_year(period: Period) -> bool:
    found = _SHORT_YEAR.match(period.text) if period.year is None else None
    return found is not None and (found[1] is None or month_number(found[1]) is not None)


def _finding(code: str, entry: InformationEntry, **data: str) -> Finding:
    return Finding(code, entry.span("title"), {"title": entry.title, **data})


@lru_cache(maxsize=1 << 16)  # a process that goes on asks it of every title at every save, and most stay
def _plain(title: str) -> str:
    return _NOT_WORD.sub(" ", title.casefold()).strip()


RULES = (
    Rule("DIP001", (), column_missing, by_itself=True),
    Rule("DIP002", (), periodic_entry_stale),
    Rule("DIP005", (), nothing_to_open, by_itself=True),
    Rule("DIP006", (), proposal_unchecked, by_itself=True),
    Rule("DIP007", (), list_file_long),
    Rule("DIP008", (), year_missing, by_itself=True),
    Rule("DIP009", (), title_shouted, by_itself=True),
    Rule("DIP010", (), title_repeated),
    Rule("DIP012", (), update_day_missing, by_itself=True),
    Rule("DIP013", (EXEMPTIONS,), listed_though_exempt),
    Rule("DIP014", (), update_day_ahead),
    Rule("DIP015", (), year_short, by_itself=True),
)
