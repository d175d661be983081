"""An open case has a last lawful day, counted over holidays, and a light that says how near it is."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ppidgen.duties.case_standing import case_standing
from ppidgen.duties.working_days import working_calendar
from ppidgen.model.elements.vocabulary import Decision, ObjectionGround
from ppidgen.model.records.cases import Case, DisputeCase, ObjectionCase, RequestCase
from ppidgen.model.standing.case_standing import CaseStanding
from ppidgen.model.standing.case_state import Light
from tests.rules.portals import context, law

CALENDAR = working_calendar(law(), context().portal)


def standing(case: Case, as_of: str) -> CaseStanding:
    return case_standing(case, law(), CALENDAR, date.fromisoformat(as_of))


def code_of(found: CaseStanding) -> str:
    return found.rule.code if found.rule else ""


def request(**values: Any) -> RequestCase:
    return RequestCase.model_validate({"id": "p-1", "kind": "permohonan", "received": "2026-03-16", **values})


def test_the_notice_is_due_ten_working_days_after_receipt_over_lebaran() -> None:
    found = standing(request(), "2026-03-17")
    assert (code_of(found), found.lawful, found.light) == ("R07", date(2026, 4, 7), Light.GREEN)


def test_an_extension_gives_seven_working_days_more() -> None:
    found = standing(request(extended="2026-04-06"), "2026-04-06")
    assert (code_of(found), found.lawful) == ("R08", date(2026, 4, 16))


@pytest.mark.parametrize(
    ("as_of", "light", "left"),
    [
        ("2026-03-31", Light.GREEN, 4),
        ("2026-04-01", Light.YELLOW, 3),
        ("2026-04-06", Light.YELLOW, 1),
        ("2026-04-07", Light.YELLOW, 0),
        ("2026-04-08", Light.RED, -1),
    ],
)
def test_the_light_turns_yellow_three_working_days_before_and_red_after(as_of: str, light: Light, left: int) -> None:
    found = standing(request(), as_of)
    assert (found.light, found.left) == (light, left)


def test_the_officers_own_day_counts_where_it_is_earlier() -> None:
    assert standing(request(due="2026-03-30"), "2026-03-17").due == date(2026, 3, 30)
    assert standing(request(due="2026-05-30"), "2026-03-17").due == date(2026, 4, 7)


def test_an_incomplete_request_waits_three_working_days_for_its_applicant() -> None:
    assert standing(request(incomplete="2026-03-17"), "2026-03-17").rule is law().deadlines["R06"]


def test_a_closed_case_has_no_light() -> None:
    assert standing(request(notified="2026-03-17", decision=Decision.REFUSED), "2026-09-01").light is None


def test_an_objection_is_answered_in_thirty_working_days_and_a_dispute_waits_for_others() -> None:
    objection = ObjectionCase(id="k", kind="keberatan", received=date(2026, 3, 30), ground=ObjectionGround.REFUSED)
    assert standing(objection, "2026-04-01").rule is law().deadlines["R10"]
    assert standing(DisputeCase(id="s", kind="sengketa", received=date(2026, 3, 30)), "2026-04-01").lawful is None


def dispute(**values: Any) -> DisputeCase:
    return DisputeCase.model_validate({"id": "s-1", "kind": "sengketa", "received": "2026-03-02", **values})


def test_after_an_award_the_board_tells_until_when_the_body_may_sue() -> None:
    found = standing(dispute(adjudication="2026-04-06", awarded="2026-06-08"), "2026-06-09")
    assert (code_of(found), found.lawful) == ("R17", date(2026, 6, 29))


def test_after_a_judgement_the_days_of_an_appeal_are_those_of_the_calendar() -> None:
    days = {"adjudication": "2026-03-09", "awarded": "2026-04-06", "sued": "2026-04-13", "judged": "2026-06-08"}
    found = standing(dispute(**days), "2026-06-09")
    assert (code_of(found), found.lawful) == ("R20", date(2026, 6, 22))


def test_what_the_commission_takes_its_time_for_is_no_delay_of_the_body() -> None:
    found = standing(dispute(started="2026-03-09", mediation="2026-03-16"), "2026-12-01")
    assert (found.lawful, found.light) == (None, Light.GREEN)


def test_a_request_of_an_election_is_due_in_three_working_days_on_grounds_without_an_article() -> None:
    days = replace(CALENDAR, elections=((date(2026, 3, 10), date(2026, 3, 16)),))
    found = case_standing(request(), law(), days, date(2026, 3, 17))
    assert found.lawful == date(2026, 3, 26)
    assert found.rule is not None
    assert law().grounds(found.rule).startswith("aturan masa pemilu yang dipakai")
    assert case_standing(request(received="2026-03-17"), law(), days, date(2026, 3, 17)).lawful == date(2026, 4, 8)
