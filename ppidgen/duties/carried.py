"""Duties that the portal's own registers carry: profile, services, announcements, reports, the list itself.

`CARRIERS` names, for each such duty, the function that says what proves it. What a register carries is shown by a page
of the portal on every build, so it needs no day of renewal of its own; reports do.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType

from ppidgen.duties.calendar import newest_year_due
from ppidgen.duties.reachable import INCOMPLETE, PAGE, Reach, is_text, reach_of
from ppidgen.model.elements.record import Record
from ppidgen.model.elements.vocabulary import HazardKind, OfficerRole, ServiceKind, StandardCode
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.publication import ANNOUNCEMENT_POINTS
from ppidgen.model.records.service import CHARTER_POINTS, FeeSchedule, Procedure, ServiceCharter, ServiceStandard
from ppidgen.model.records.service_report import ServiceReport, ServiceStatistics
from ppidgen.model.records.unit import Unit
from ppidgen.model.standing.coverage import CoverageState, Evidence, Expectation, ExpectationKind, Reason

# The report of a year is due three months after its end (Perki 1/2021 Pasal 56(1)).
REPORT_MONTHS = 3

Proof = Evidence | Expectation
Carrier = Callable[[Portal, date], Iterator[Proof]]


def _page(register: str, record: Record, reach: Reach, *path: str | int, unit: str | None = None) -> Evidence:
    return Evidence(register, record, *reach, path, unit)


def _body(*attributes: str) -> Carrier:
    def carrier(portal: Portal, _as_of: date) -> Iterator[Evidence]:
        there = [name for name in attributes if getattr(portal.body, name)]
        if there:
            whole = len(there) == len(attributes)
            yield _page(reg.PUBLIC_BODY.name, portal.body, PAGE if whole else INCOMPLETE, there[0])

    return carrier


def _units(portal: Portal, _as_of: date) -> Iterator[Proof]:
    """Perki 1/2021 Pasal 15(1) huruf c: the general picture of each unit, and who leads it."""
    seen: set[str] = set()
    for unit in sorted(portal.units, key=_is_told):
        whole = _is_told(unit)
        name = " ".join(unit.name.casefold().split())
        if name not in seen:  # one unit that is listed again is no other unit; the emptier of the two counts
            yield Expectation(ExpectationKind.UNIT, unit.name, reg.UNITS.name, unit, unit.id, whole)
        seen.add(name)
        if whole:
            yield _page(reg.UNITS.name, unit, PAGE, "overview", unit=unit.id)


def _is_told(unit: Unit) -> bool:
    return bool(unit.head and unit.overview)


def _standard(code: StandardCode, portal: Portal, _as_of: date) -> Iterator[Evidence]:
    for one in portal.services:
        if isinstance(one, ServiceStandard) and one.code is code:
            yield _page(reg.SERVICES.name, one, reach_of(portal, one.documents, one.body))


def _procedures(kinds: frozenset[ServiceKind], portal: Portal, _as_of: date) -> Iterator[Evidence]:
    """Every kind that is asked for must be told; one without the other is not the whole."""
    found = [one for one in portal.services if isinstance(one, Procedure) and one.kind in kinds]
    told = {one.kind for one in found if one.steps or is_text(one.body)}
    for one in found:
        yield _page(reg.SERVICES.name, one, PAGE if told == kinds else INCOMPLETE)


def _charter(portal: Portal, _as_of: date) -> Iterator[Evidence]:
    for one in portal.services:
        if isinstance(one, ServiceCharter):
            whole = all(getattr(one, name) for name in CHARTER_POINTS)
            yield _page(reg.SERVICES.name, one, PAGE if whole else INCOMPLETE)


def _fees(portal: Portal, _as_of: date) -> Iterator[Evidence]:
    for one in portal.services:
        if isinstance(one, FeeSchedule):
            whole = one.payment and (one.copying or one.free_for)
            yield _page(reg.SERVICES.name, one, PAGE if whole else INCOMPLETE)


def _appointed(portal: Portal, as_of: date) -> Iterator[Evidence]:
    for position, officer in enumerate(portal.body.officers):
        if officer.role is OfficerRole.PRINCIPAL:
            reached = PAGE if officer.decree and officer.decree.day <= as_of else INCOMPLETE
            yield _page(reg.PUBLIC_BODY.name, portal.body, reached, "officers", position)


def _hazard(kind: HazardKind, portal: Portal, _as_of: date) -> Iterator[Evidence]:
    for one in portal.announcements:
        if one.kind is kind:
            yield Evidence(reg.ANNOUNCEMENTS.name, one, *PAGE, ("kind",), one.unit, one.starts)


def _point(attribute: str, portal: Portal, _as_of: date) -> Iterator[Proof]:
    for one in portal.announcements:
        told = bool(getattr(one, attribute))
        yield Expectation(ExpectationKind.POINT, one.title, reg.ANNOUNCEMENTS.name, one, one.unit, told)
        if told:
            yield Evidence(reg.ANNOUNCEMENTS.name, one, *PAGE, (attribute,), one.unit, one.starts)


def _list(portal: Portal, _as_of: date) -> Iterator[Evidence]:
    """Find the list where it has entries; when it was last set is told by its decree."""
    decree = portal.body.list_decree
    if portal.published_information:
        day = decree.day if decree else None
        yield Evidence(reg.PUBLIC_BODY.name, portal.body, *PAGE, ("list_decree",) if decree else (), day=day)


def _figures(told: Callable[[ServiceStatistics], bool], portal: Portal, _as_of: date) -> Iterator[Evidence]:
    for one in portal.reports:
        reached = PAGE if one.statistics and told(one.statistics) else INCOMPLETE
        yield _report_evidence(one, reached)


def _yearly(told: Callable[[ServiceStatistics], bool], portal: Portal, as_of: date) -> Iterator[Evidence]:
    """Figures that count only for the newest year that is due."""
    for made in _figures(told, portal, as_of):
        yield _of_year(made, as_of)


def _report(portal: Portal, as_of: date) -> Iterator[Evidence]:
    """Find the whole report, as a document or in its sections (Perki 1/2021 Pasal 56(2))."""
    for one in portal.reports:
        yield _of_year(_report_evidence(one, reach_of(portal, one.documents, *one.sections.values())), as_of)


def _report_evidence(one: ServiceReport, reached: Reach) -> Evidence:
    return Evidence(reg.REPORTS.name, one, *reached, day=one.published, year=one.year)


def _of_year(made: Evidence, as_of: date) -> Evidence:
    """Give what a report proves on a day: an older year than the newest due is stale, no year that runs is whole."""
    year = made.year or 0
    if made.state.rank >= CoverageState.STALE.rank:
        return made
    if year >= as_of.year:
        state, reason = INCOMPLETE
        return replace(made, state=state, reason=reason)
    if year < newest_year_due(as_of, REPORT_MONTHS):
        return replace(made, state=CoverageState.STALE, reason=Reason.OLD)
    return made


def _requests(told: ServiceStatistics) -> bool:
    return told.requests is not None


def _time(told: ServiceStatistics) -> bool:
    return told.mean_days is not None


def _outcomes(told: ServiceStatistics) -> bool:
    return None not in (told.granted, told.granted_in_part, told.refused)


def _refusals(told: ServiceStatistics) -> bool:
    return told.refused == 0 or bool(told.reasons)


def _all_figures(told: ServiceStatistics) -> bool:
    return all(asked(told) for asked in (_requests, _time, _outcomes, _refusals))


_PROFILE = _body("address", "scope", "tasks")
_STANDARDS = {code.value: partial(_standard, code) for code in StandardCode}
_HAZARDS = {
    f"{family}0{number}": partial(_hazard, kind)
    for family in ("M", "DM")
    for number, kind in enumerate(HazardKind, start=1)
}
_POINTS = {f"MS.{letter}": partial(_point, name) for letter, name in zip("abcdefgh", ANNOUNCEMENT_POINTS, strict=True)}

CARRIERS: Mapping[str, Carrier] = MappingProxyType({
    "B01.a": _PROFILE,
    "B01.c": _units,
    "B05.a": partial(_figures, _requests),
    "B05.b": partial(_figures, _time),
    "B05.c": partial(_figures, _outcomes),
    "B05.d": partial(_figures, _refusals),
    "B07.a": partial(_procedures, frozenset({ServiceKind.REQUEST})),
    "B07.b": partial(_procedures, frozenset({ServiceKind.OBJECTION, ServiceKind.DISPUTE})),
    "S01": _list,
    "S10": partial(_yearly, _requests),
    "S19": _report,
    "W10": partial(_yearly, _all_figures),
    "W08": _charter,
    "W09": _fees,
    "DB01.a": _body("address"),
    "DB01.b": _body("vision", "missions"),
    "DB01.c": _body("tasks"),
    "DS01": _list,
    "DS09": _report,
    "DW02": partial(_procedures, frozenset({ServiceKind.REQUEST})),
    "DW03": _appointed,
    **_STANDARDS,
    **_HAZARDS,
    **_POINTS,
})  # fmt: skip

# Duties whose evidence must be renewed by day even though a register carries it.
DATED = frozenset({"S01", "B05.a", "B05.b", "B05.c", "B05.d"})
