from datetime import date, timedelta

import pytest

from ppidgen.duties.standing import derive
from ppidgen.model.elements.vocabulary import BodyKind, Category, Decision, ExemptionStatus, HazardKind, Level
from ppidgen.model.law.whole import Law
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.body import PublicBody, Site
from ppidgen.model.records.cases import RequestCase
from ppidgen.model.records.exemption import Ending, Exemption
from ppidgen.model.records.exemption_terms import ExemptionState
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.parts import Withdrawal
from ppidgen.model.records.publication import Announcement
from ppidgen.reading.shipped import shipped_law

BODY = PublicBody(name="Contoh", kind=BodyKind.EXECUTIVE, level=Level.REGENCY)
SITE = Site(title="PPID Contoh")


@pytest.fixture(scope="module")
def law() -> Law:
    return shipped_law()


def entry(name: str, **fields: object) -> InformationEntry:
    return InformationEntry.model_validate({"id": name, "title": name, "category": Category.PERIODIC, **fields})


def announcement(name: str, starts: date, ends: date | None, kind: HazardKind = HazardKind.NATURAL) -> Announcement:
    return Announcement(id=name, title=name, kind=kind, starts=starts, ends=ends, area="A", instruction="Menjauh.")


def test_periodic_information_grows_old_after_six_months(law: Law) -> None:
    portal = Portal(BODY, SITE, information=(entry("lama", updated=date(2026, 1, 31)),))
    assert derive(portal, law, date(2026, 7, 31)).stale == frozenset()
    assert derive(portal, law, date(2026, 8, 1)).stale == {"lama"}


def test_what_came_on_a_day_off_takes_no_more_days_than_its_deadline_counts(law: Law) -> None:
    case = {"id": "p", "kind": "permohonan", "received": date(2026, 3, 14), "decision": Decision.GRANTED}
    answered = {
        "notified": date(2026, 4, 7),
        "given": date(2026, 4, 7),
    }  # a Saturday, and the tenth working day after it
    cases = (RequestCase.model_validate({**case, **answered}),)
    (year,) = derive(Portal(BODY, SITE, cases=cases), law, date(2026, 5, 1)).figures
    assert (year.in_time, year.mean_days, year.days) == (1, 10, (0, 0, 1, 0, 0))


def test_only_periodic_and_published_information_grows_old(law: Law) -> None:
    old = date(2020, 1, 1)
    withdrawn = Withdrawal(day=old, reason="Diganti")
    portal = Portal(
        BODY,
        SITE,
        information=(
            entry("saat", category=Category.ON_DEMAND, updated=old),
            entry("ditarik", updated=old, withdrawn=withdrawn),
            entry("tanpa-tanggal"),
        ),
    )
    assert derive(portal, law, date(2026, 1, 1)).stale == frozenset()


def test_what_threatens_lives_is_told_before_a_newer_interruption(law: Law) -> None:
    day = date(2026, 5, 1)
    portal = Portal(
        BODY,
        SITE,
        announcements=(
            announcement("air", day, None, HazardKind.UTILITY),
            announcement("longsor", day - timedelta(9), None),
            announcement("wabah", day - timedelta(2), None, HazardKind.DISEASE),
        ),
    )
    assert [one.id for one in derive(portal, law, day).active] == ["wabah", "longsor", "air"]


def test_an_announcement_is_in_force_from_its_first_to_its_last_day(law: Law) -> None:
    first, last = date(2026, 5, 1), date(2026, 5, 3)
    portal = Portal(BODY, SITE, announcements=(announcement("banjir", first, last),))
    states = {day: derive(portal, law, day) for day in (first - timedelta(1), first, last, last + timedelta(1))}
    assert [len(state.upcoming) for state in states.values()] == [1, 0, 0, 0]
    assert [len(state.active) for state in states.values()] == [0, 1, 1, 0]
    assert [len(state.archived) for state in states.values()] == [0, 0, 0, 1]


def test_an_announcement_without_a_last_day_stays_in_force(law: Law) -> None:
    portal = Portal(BODY, SITE, announcements=(announcement("banjir", date(2020, 1, 1), None),))
    assert len(derive(portal, law, date(2040, 1, 1)).active) == 1


def test_an_exemption_opens_by_itself_the_day_after_its_end(law: Law) -> None:
    ending = Ending(day=date(2026, 5, 1))
    still = Exemption(id="a", title="A", expires=ending)
    opened = Exemption(id="b", title="B", expires=ending, status=ExemptionStatus.OPENED)
    portal = Portal(BODY, SITE, exemptions=(still, opened))
    on_the_day, after = (derive(portal, law, date(2026, 5, day)).exemption_states for day in (1, 2))
    assert on_the_day == {"a": ExemptionState.IDENTIFIED, "b": ExemptionState.OPENED}
    assert after == {"a": ExemptionState.EXPIRED, "b": ExemptionState.OPENED}


def test_what_comes_next_stands_before_what_comes_later(law: Law) -> None:
    ahead = tuple(announcement(f"a-{month}", date(2026, month, 1), None) for month in (7, 5, 6))
    upcoming = derive(Portal(BODY, SITE, announcements=ahead), law, date(2026, 4, 1)).upcoming
    assert [one.id for one in upcoming] == ["a-5", "a-6", "a-7"]
