"""The years that a series of documents is expected to have, and those it lacks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from ppidgen.duties.calendar import newest_year_due
from ppidgen.duties.reachable import LISTED, reach
from ppidgen.model import registers as reg
from ppidgen.model.coverage import Expectation, ExpectationKind
from ppidgen.model.portal import Portal
from ppidgen.model.series import Series


def years_expected(series: Series, as_of: date) -> range:
    """Give the years whose document is due on the day, from the first to the last or the newest."""
    newest = newest_year_due(as_of, series.due_months)
    return range(series.first, min(series.last or newest, newest) + 1)


def years_there(portal: Portal) -> Mapping[str, frozenset[int]]:
    """Give, by series, the years of which a citizen can open something."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for entry in portal.published_information:
        if entry.series and entry.year is not None and reach(portal, entry) != LISTED:
            found[entry.series].add(entry.year)
    return {name: frozenset(years) for name, years in found.items()}


def years_missing(portal: Portal, as_of: date) -> Iterator[tuple[Series, tuple[int, ...]]]:
    """Give each series that lacks years, with those years."""
    there = years_there(portal) if portal.series else {}
    for series in portal.series:
        missing = tuple(year for year in years_expected(series, as_of) if year not in there.get(series.id, ()))
        if missing:
            yield series, missing


def by_duty(portal: Portal, as_of: date) -> Mapping[str, tuple[Expectation, ...]]:
    """Give, for each duty, the years that its series expect."""
    there = years_there(portal) if portal.series else {}
    found: defaultdict[str, list[Expectation]] = defaultdict(list)
    for series in portal.series:
        known = there.get(series.id, frozenset())
        for year in years_expected(series, as_of):
            expected = Expectation(
                ExpectationKind.PERIOD, str(year), reg.SERIES.name, series, series.unit, met=year in known
            )
            for code in series.duties:
                found[code].append(expected)
    return {code: tuple(expected) for code, expected in found.items()}
