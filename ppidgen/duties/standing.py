"""How the portal stands on one day: announcements in force, entries grown old, how duties stand."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from ppidgen.duties.calendar import add_months
from ppidgen.duties.case_standing import case_standings, notice_deadline
from ppidgen.duties.coverage import cover
from ppidgen.duties.figures import yearly
from ppidgen.duties.life_cycle import state_of
from ppidgen.duties.working_days import working_calendar
from ppidgen.model.elements.vocabulary import Category
from ppidgen.model.law.whole import Law
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.exemption_terms import ExemptionState
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.publication import Announcement
from ppidgen.model.standing.whole import Standing

# Rule R01 of the deadline table: periodic information is renewed at least every six months
# (UU 14/2008 Pasal 9(3); Perki 1/2021 Pasal 18).
RENEWAL_RULE = "R01"


def derive(portal: Portal, law: Law, as_of: date, proposed: Collection[str] = ()) -> Standing:
    """Work out, for the day `as_of`, everything that registers and law decide together.

    `proposed` names the entries whose duties nobody has checked (`claims.unchecked`).
    """
    calendar = working_calendar(law, portal)
    months = law.deadlines[RENEWAL_RULE].amount or 0
    covered = cover(portal, law, as_of, proposed)
    return Standing(
        as_of=as_of,
        active=_worst(item for item in portal.announcements if item.starts <= as_of and not item.is_over(as_of)),
        upcoming=_next(item for item in portal.announcements if item.starts > as_of),
        archived=_newest(item for item in portal.announcements if item.is_over(as_of)),
        stale=frozenset(entry.id for entry in portal.published_information if _is_stale(entry, months, as_of)),
        proposed=frozenset(entry.id for entry in portal.published_information if entry.id in proposed),
        exemption_states=_states(portal, as_of),
        coverage=covered.duties,
        packages=covered.packages,
        beyond=covered.beyond,
        tasked=frozenset[str]().union(*(one.tasked for one in covered.duties.values())),
        calendar=calendar,
        cases=case_standings(portal.cases, law, calendar, as_of),
        figures=yearly(
            portal.cases,
            portal.reports,
            calendar.since_receipt,
            lambda case: notice_deadline(case, law, calendar).due,
            as_of,
        ),
    )


def _states(portal: Portal, as_of: date) -> Mapping[str, ExemptionState]:
    decided = portal.body.exemption_decree is not None
    return {item.id: state_of(item, as_of, list_decided=decided) for item in portal.exemptions}


def _worst(items: Iterable[Announcement]) -> tuple[Announcement, ...]:
    return tuple(sorted(_newest(items), key=lambda item: not item.kind.threatens_life))


def _newest(items: Iterable[Announcement]) -> tuple[Announcement, ...]:
    return tuple(sorted(items, key=lambda item: (-item.starts.toordinal(), item.id)))


def _next(items: Iterable[Announcement]) -> tuple[Announcement, ...]:
    return tuple(sorted(items, key=lambda item: (item.starts, item.id)))


def _is_stale(entry: InformationEntry, months: int, as_of: date) -> bool:
    last = entry.updated or entry.published
    return entry.category is Category.PERIODIC and last is not None and add_months(last, months) < as_of
