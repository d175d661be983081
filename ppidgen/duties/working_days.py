"""From the shipped table of days off and the portal's own decrees to one calendar of working days."""

from collections.abc import Iterable, Mapping
from datetime import date

from ppidgen.model.days.working_days import DayOff, OffKind, WorkingCalendar
from ppidgen.model.elements.vocabulary import HolidayKind
from ppidgen.model.law.whole import Law
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.holidays import Certainty, HolidayDecree

KINDS: Mapping[HolidayKind, OffKind] = {
    HolidayKind.NATIONAL: OffKind.NATIONAL,
    HolidayKind.JOINT_LEAVE: OffKind.JOINT_LEAVE,
    HolidayKind.LOCAL: OffKind.LOCAL,
}


def working_calendar(law: Law, portal: Portal) -> WorkingCalendar:
    """Make the calendar by which the body works: the table, changed by the body's decrees in order of their days."""
    body = portal.body
    holidays = national_table(law)
    for decree in sorted(portal.holidays, key=lambda one: (one.decree.day, one.id)):
        _apply(decree, holidays)
    if not body.joint_leave_off:
        holidays = {day: off for day, off in holidays.items() if off.kind is not OffKind.JOINT_LEAVE}
    elections = tuple((one.starts, one.ends) for one in body.elections)
    return WorkingCalendar(holidays, decided_years(law, portal.holidays), int(body.working_week.value), elections)


def national_table(law: Law) -> dict[date, DayOff]:
    """Give the days off that ship with the program."""
    table: dict[date, DayOff] = {}
    for year in law.holidays.values():
        table |= {day: DayOff(name, OffKind.JOINT_LEAVE) for day, name in year.joint_leave.items()}
        table |= {day: DayOff(name, OffKind.NATIONAL) for day, name in year.national.items()}
    return table


def decided_years(law: Law, decrees: Iterable[HolidayDecree]) -> frozenset[int]:
    """Give the years whose days off are decided: by the table, or by a decree that the body calls complete."""
    shipped = (year for year, known in law.holidays.items() if known.certainty is Certainty.DECREED)
    return frozenset((*shipped, *(one.year for one in decrees if one.complete)))


def _apply(decree: HolidayDecree, holidays: dict[date, DayOff]) -> None:
    for removed in decree.removed:
        holidays.pop(removed.day, None)
    for added in decree.added:
        holidays[added.day] = DayOff(added.name, KINDS[added.kind], decree.decree.number)
