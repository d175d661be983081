"""The periods that a series of documents is expected to have, and those it lacks."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from ppidgen.duties.calendar import add_months
from ppidgen.duties.carrying import of_another_year
from ppidgen.duties.reachable import LISTED, reach
from ppidgen.model.days.year_part import Rhythm, YearPart
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.series import Series
from ppidgen.model.standing.coverage import Expectation, ExpectationKind

_FURTHEST = 2  # a plan is due at most 24 months before its year ends
_DECEMBER = 12


class Slot(NamedTuple):
    """One place in a series: a year, or a part of it."""

    year: int
    part: YearPart | None = None

    @property
    def last_day(self) -> date:
        """Give the day with which the period ends."""
        month = self.part.last_month if self.part else _DECEMBER
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def label(self) -> str:
        """Say the period: 2025, Semester I 2025, Maret 2025."""
        return f"{self.part.label} {self.year}" if self.part else str(self.year)


def slots_expected(series: Series, as_of: date) -> tuple[Slot, ...]:
    """Give the periods whose document is due on the day, from the first to the last or the newest."""
    newest = as_of.year + _FURTHEST
    years = range(series.first, min(series.last or newest, newest) + 1)
    every = (Slot(year, part) for year in years for part in (series.rhythm.parts or (None,)))
    return tuple(slot for slot in every if add_months(slot.last_day, series.due_months) < as_of)


def slot_of(entry: InformationEntry, series: Series) -> Slot | None:
    """Give the place that an entry fills, None where it names none that the series has."""
    rhythm = entry.part.rhythm if entry.part else Rhythm.YEAR
    return Slot(entry.year, entry.part) if entry.year is not None and rhythm is series.rhythm else None


def slots_there(portal: Portal) -> Mapping[str, frozenset[Slot]]:
    """Give, by series, the periods of which a citizen can open something."""
    known = {one.id: one for one in portal.series}
    found: defaultdict[str, set[Slot]] = defaultdict(set)
    borrowed = of_another_year(portal) if known else {}
    for entry in portal.published_information if known else ():
        series = known.get(entry.series or "")
        slot = slot_of(entry, series) if series else None
        if series and slot and entry.id not in borrowed and reach(portal, entry) != LISTED:
            found[series.id].add(slot)
    return {name: frozenset(slots) for name, slots in found.items()}


def slots_missing(portal: Portal, as_of: date) -> Iterator[tuple[Series, tuple[Slot, ...]]]:
    """Give each series that lacks periods, with those periods."""
    there = slots_there(portal)
    for series in portal.series:
        missing = tuple(slot for slot in slots_expected(series, as_of) if slot not in there.get(series.id, ()))
        if missing:
            yield series, missing


def by_duty(portal: Portal, as_of: date) -> Mapping[str, tuple[Expectation, ...]]:
    """Give, for each duty, the periods that its series expect."""
    there = slots_there(portal)
    found: defaultdict[str, list[Expectation]] = defaultdict(list)
    for series in portal.series:
        known = there.get(series.id, frozenset())
        for slot in slots_expected(series, as_of):
            expected = Expectation(
                ExpectationKind.PERIOD, slot.label, reg.SERIES.name, series, series.unit,
                met=slot in known, ends=slot.last_day,
            )  # fmt: skip
            for code in series.duties:
                found[code].append(expected)
    return {code: tuple(expected) for code, expected in found.items()}
