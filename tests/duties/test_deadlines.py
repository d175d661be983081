"""Deadlines against days counted by hand, and against a second way of counting that shares nothing with the first."""

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.duties.deadlines import counted_days, deadline, following
from ppidgen.duties.working_days import working_calendar
from ppidgen.model.days.working_days import WorkingCalendar
from ppidgen.model.elements.vocabulary import BodyKind, Level
from ppidgen.model.law.deadline_rule import DeadlineEvent, DeadlineRule, DeadlineUnit, Direction
from ppidgen.model.law.whole import Law
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.body import PublicBody, Site
from ppidgen.source.package_data import read_text
from tests.pages.portals import law as shipped_law

CASES = yaml.safe_load(Path(__file__).with_name("deadline_cases.yaml").read_text(encoding="utf-8"))
BODY = PublicBody(name="Contoh", kind=BodyKind.EXECUTIVE, level=Level.REGENCY)
SITE = Site(title="PPID Contoh")


@pytest.fixture(scope="module")
def law() -> Law:
    return shipped_law()


@pytest.fixture(scope="module")
def calendar_of_2026(law: Law) -> WorkingCalendar:
    return working_calendar(law, Portal(BODY, SITE))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']} {case['event']}")
def test_a_deadline_falls_where_a_person_counts_it(
    case: dict[str, Any], law: Law, calendar_of_2026: WorkingCalendar
) -> None:
    found = deadline(law.deadlines[case["rule"]], case["event"], calendar_of_2026)
    assert found.due == case["due"], case["why"]
    assert list(found.provisional) == case.get("provisional", [])


def test_the_hand_counted_days_are_more_than_forty_and_name_every_rule_that_counts_working_days(law: Law) -> None:
    counted = [case["rule"] for case in CASES if law.deadlines[case["rule"]].unit is DeadlineUnit.WORKING_DAYS]
    assert len(counted) > 40
    assert set(counted) == {code for code, rule in law.deadlines.items() if rule.unit is DeadlineUnit.WORKING_DAYS}
    assert {case["rule"] for case in CASES} == set(law.deadlines)


# The second way: the table is read with a pattern, months are laid out week by week as on a wall calendar, what is
# off is struck out, and the n-th day that remains is looked up.
STRUCK = {date.fromisoformat(found) for found in re.findall(r"^ {6}(\S+):", read_text("hari-libur.yaml"), re.MULTILINE)}
WALL = [
    day
    for year in range(2019, 2031)
    for month in range(1, 13)
    for week in calendar.Calendar().monthdatescalendar(year, month)
    for day in week[:5]
    if day.month == month and day not in STRUCK
]


# Periods of an office, which is closed on days off; all others begin when something reaches a person.
OF_OFFICES = {"R05", "R07", "R10", "R12"}


def second_opinion(event: date, rule: DeadlineRule) -> date:
    if rule.direction is Direction.BEFORE:
        return [day for day in WALL if day < event][-rule.amount]
    if rule.code in OF_OFFICES:
        event = next(day for day in WALL if day >= event)
    return [day for day in WALL if day > event][rule.amount - 1]


@given(st.dates(date(2020, 1, 1), date(2029, 6, 30)), st.sampled_from(sorted(shipped_law().deadlines)))
def test_two_ways_of_counting_agree(event: date, code: str) -> None:
    law = shipped_law()
    rule = law.deadlines[code]
    found = deadline(rule, event, working_calendar(law, Portal(BODY, SITE)))
    if rule.unit is DeadlineUnit.WORKING_DAYS:
        assert found.due == second_opinion(event, rule)


@given(st.dates(date(2020, 1, 1), date(2029, 6, 30)), st.sampled_from(sorted(shipped_law().deadlines)))
def test_a_deadline_explains_itself_day_by_day(event: date, code: str) -> None:
    law = shipped_law()
    rule, days = law.deadlines[code], working_calendar(law, Portal(BODY, SITE))
    if rule.unit is not DeadlineUnit.WORKING_DAYS:
        return
    told = list(counted_days(deadline(rule, event, days), days))
    assert [one.number for one in told if one.number] == list(range(1, rule.amount + 1))
    assert all(one.off is None for one in told if one.number)
    assert {abs(after.day - before.day) for before, after in pairwise(told)} == {timedelta(1)}
    silent = [one.day for one in told[1:] if not one.number and one.off is None]
    assert silent in ([], [deadline(rule, event, days).start]), "only the working day that stands for the event"


def test_all_that_follows_from_a_request_is_told_in_one_chain(law: Law, calendar_of_2026: WorkingCalendar) -> None:
    told = following(DeadlineEvent.REQUEST, date(2026, 3, 2), law, calendar_of_2026)
    assert [(one.rule.code, one.due.isoformat(), one.conditional) for one in told] == [
        ("R05", "2026-03-05", False),
        ("R07", "2026-03-16", False),
        ("R08", "2026-04-01", True),
        ("R09", "2026-05-06", True),
    ]


def test_a_chain_is_as_uncertain_as_the_days_before_it(law: Law, calendar_of_2026: WorkingCalendar) -> None:
    """Only 2028 is decided beside: what is counted on from an end in 2027 may still move with that end."""
    later = replace(calendar_of_2026, decided=calendar_of_2026.decided | {2028})
    found = {one.rule.code: one for one in following(DeadlineEvent.REQUEST, date(2027, 12, 20), law, later)}
    assert found["R07"].due.year == found["R08"].start.year == 2028
    assert found["R08"].provisional == found["R09"].provisional == found["R07"].provisional == (2027,)


def test_a_reply_starts_the_period_that_silence_would_have_started_later(
    law: Law, calendar_of_2026: WorkingCalendar
) -> None:
    silent = {one.rule.code: one for one in following(DeadlineEvent.OBJECTION, date(2026, 1, 5), law, calendar_of_2026)}
    answered = following(DeadlineEvent.REPLY, date(2026, 1, 5), law, calendar_of_2026)
    assert list(silent) == ["R10", "R11"]
    assert silent["R11"].event == silent["R10"].due
    assert [one.rule.code for one in answered] == ["R11"]
    assert not answered[0].conditional


@pytest.mark.parametrize("event", DeadlineEvent)
def test_every_event_sets_some_period_going(event: DeadlineEvent, law: Law, calendar_of_2026: WorkingCalendar) -> None:
    assert following(event, date(2026, 6, 2), law, calendar_of_2026)
