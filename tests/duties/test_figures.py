"""The numbers of a year follow from its cases, and no report can say otherwise."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ppidgen.duties.figures import classed, disagreements, mean, yearly
from ppidgen.model.elements.vocabulary import ChannelKind, Decision, DisputeStage, ObjectionGround, RefusalReason
from ppidgen.model.records.cases import Case, DisputeCase, ObjectionCase, RequestCase
from ppidgen.model.records.service_report import ServiceReport, ServiceStatistics
from ppidgen.model.standing.figures import TIME_CLASSES, Origin, YearFigures


def request(received: str, **values: Any) -> RequestCase:
    return RequestCase.model_validate({"id": received, "kind": "permohonan", "received": received, **values})


def figures(cases: list[Case], *reports: ServiceReport) -> tuple[YearFigures, ...]:
    """Count with a calendar on which every day works."""
    return yearly(
        cases,
        reports,
        lambda first, last: (last - first).days,
        lambda case: case.received + timedelta(10),
        date(2026, 1, 5),
    )


CASES: list[Case] = [
    request(
        "2025-03-03", notified="2025-03-05", given="2025-03-07", decision=Decision.GRANTED, channel=ChannelKind.EMAIL
    ),
    request("2025-03-03", notified="2025-03-24", given="2025-03-24", decision=Decision.GRANTED_IN_PART, unit="dinkes"),
    request("2025-04-01", notified="2025-04-03", decision=Decision.REFUSED, refusal=RefusalReason.EXEMPT),
    request("2025-04-02", incomplete="2025-04-03", dropped="2025-04-10"),
    request("2025-12-30"),
    ObjectionCase(id="k", kind="keberatan", received=date(2025, 5, 5), ground=ObjectionGround.LATE),
    DisputeCase(id="s", kind="sengketa", received=date(2025, 8, 1), stage=DisputeStage.COURT),
]


def test_every_request_is_counted_once_whatever_became_of_it() -> None:
    (year,) = figures(CASES)
    assert year.origin is Origin.REGISTER
    assert year.requests == 5
    assert year.decisions == {Decision.GRANTED: 1, Decision.GRANTED_IN_PART: 1, Decision.REFUSED: 1}
    assert (year.undecided, year.not_followed) == (1, 1)
    assert year.reasons == {RefusalReason.EXEMPT: 1}
    assert (year.objections, year.objections_answered, year.disputes, year.lawsuits) == (1, 0, 1, 1)
    assert year.channels == {ChannelKind.EMAIL: 1}
    assert year.units == {"": 4, "dinkes": 1}


def test_a_request_that_is_withdrawn_after_its_decision_is_counted_by_the_decision_alone() -> None:
    (year,) = figures([
        request("2025-06-02", notified="2025-06-10", decision=Decision.GRANTED_IN_PART, withdrawn="2025-06-12"),
        request("2025-06-03", withdrawn="2025-06-12"),
    ])  # fmt: skip
    assert (sum(year.decisions.values()), year.undecided, year.not_followed) == (1, 0, 1)


def test_time_runs_to_the_giving_or_to_the_notice_of_refusal() -> None:
    (year,) = figures(CASES)
    assert (year.measured, year.mean_days) == (3, 9.0)  # 4, 21 and 2 days
    assert year.days == (0, 2, 0, 0, 1)
    assert (year.notices_due, year.in_time) == (3, 2)


def test_a_notice_that_nobody_gave_is_late_once_its_last_day_went_by() -> None:
    waiting = [
        request("2025-11-03"),
        request("2025-11-04", complete="2025-11-05"),
        request("2025-11-05", incomplete="2025-11-06"),
        request("2025-12-30"),
    ]
    (year,) = figures([*CASES, *waiting])
    assert (year.notices_due, year.in_time) == (5, 2)


def test_a_report_speaks_for_a_year_without_cases_and_for_one_whose_register_is_not_complete() -> None:
    entered = ServiceStatistics(requests=40, granted=38)
    old = ServiceReport(id="2024", title="2024", year=2024, statistics=entered)
    partial = ServiceStatistics(requests=40, register_is_complete=False)
    now = ServiceReport(id="2025", title="2025", year=2025, statistics=partial)
    assert [(year.year, year.origin, year.requests) for year in figures(CASES, old, now)] == [
        (2025, Origin.REPORT, 40),
        (2024, Origin.REPORT, 40),
    ]
    assert figures(CASES, old)[0].origin is Origin.REGISTER


def test_what_a_report_enters_otherwise_is_told_number_by_number() -> None:
    (year,) = figures(CASES)
    entered = ServiceStatistics(requests=6, mean_days=9.0, granted=1, refused=2)
    assert disagreements(year, entered) == (("requests", 6, 5), ("refused", 2, 1))


def test_a_mean_is_rounded_once_and_halves_go_up() -> None:
    assert (mean([1, 2]), mean([1, 1, 1, 2]), mean([])) == (1.5, 1.3, None)


@given(st.lists(st.integers(0, 400)))
def test_every_length_of_time_falls_into_one_class(days: list[int]) -> None:
    assert sum(classed(days)) == len(days)
    assert len(classed(days)) == len(TIME_CLASSES)
