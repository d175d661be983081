"""The numbers of the service, computed from the register of cases or taken from what a report enters; pure."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TypeVar

from ppidgen.duties.case_course import course_of, stage_of
from ppidgen.model.elements.vocabulary import Decision, DisputeStage
from ppidgen.model.records.cases import Case, DisputeCase, ObjectionCase, RequestCase
from ppidgen.model.records.service_report import ServiceReport, ServiceStatistics
from ppidgen.model.standing.case_state import CaseState
from ppidgen.model.standing.figures import TIME_CLASSES, Origin, YearFigures

# Counts the working days from receipt on the first day up to and including the second.
Between = Callable[[date, date], int]
# Gives the last lawful day of a request's notice.
LastDay = Callable[[RequestCase], date]
K = TypeVar("K")

BEFORE_COURT = frozenset({DisputeStage.COURT, DisputeStage.CASSATION})
NOT_FOLLOWED = frozenset({CaseState.DROPPED, CaseState.WITHDRAWN})
WAITING_FOR_NOTICE = frozenset({CaseState.RECEIVED, CaseState.COMPLETE, CaseState.EXTENDED})


def yearly(
    cases: Iterable[Case], reports: Iterable[ServiceReport], between: Between, last_day: LastDay, as_of: date
) -> tuple[YearFigures, ...]:
    """Give the numbers of every year that register or reports know on the day `as_of`, the newest first.

    The register wins for a year in which it has a case, unless the report says that it is not complete.
    """
    register = _by_year(cases)
    entered = {report.year: report.statistics for report in reports if report.statistics}
    found = []
    for year in sorted(register.keys() | entered.keys(), reverse=True):
        statistics = entered.get(year)
        if year in register and is_ruled_by_register(statistics):
            found.append(from_register(year, register[year], between, last_day, as_of))
        elif statistics is not None:
            found.append(from_report(year, statistics))
    return tuple(found)


def is_ruled_by_register(statistics: ServiceStatistics | None) -> bool:
    """Say whether the numbers of a year that has cases are those of the register."""
    return statistics is None or statistics.register_is_complete is not False


def _by_year(cases: Iterable[Case]) -> dict[int, list[Case]]:
    found: dict[int, list[Case]] = {}
    for case in cases:
        if case.received is not None:
            found.setdefault(case.received.year, []).append(case)
    return found


def from_register(year: int, cases: Sequence[Case], between: Between, last_day: LastDay, as_of: date) -> YearFigures:
    """Count the cases that were received in one year."""
    requests = [case for case in cases if isinstance(case, RequestCase)]
    objections = [case for case in cases if isinstance(case, ObjectionCase)]
    disputes = [case for case in cases if isinstance(case, DisputeCase)]
    measured = [(case, days) for case in requests if (days := days_taken(case, between)) is not None]
    lasted = [days for _, days in measured]
    due, in_time = _notices(requests, last_day, as_of)
    return YearFigures(
        year=year,
        origin=Origin.REGISTER,
        requests=len(requests),
        decisions=_counted(case.decision for case in requests),
        undecided=sum(case.decision is None and not _is_not_followed(case) for case in requests),
        not_followed=sum(case.decision is None and _is_not_followed(case) for case in requests),
        reasons=_counted(case.refusal for case in requests if case.decision is Decision.REFUSED),
        mean_days=mean(lasted),
        measured=len(lasted),
        notices_due=due,
        in_time=in_time,
        days=classed(lasted),
        channels=_counted(case.channel for case in requests),
        applicants=_counted(case.applicant for case in requests),
        channel_days=_gathered((case.channel, days) for case, days in measured),
        unit_days=_gathered((case.unit or "", days) for case, days in measured),
        units=Counter(case.unit or "" for case in requests),
        objections=len(objections),
        objections_answered=sum(case.answered is not None for case in objections),
        grounds=_counted(case.ground for case in objections),
        disputes=len(disputes),
        stages=_counted(map(stage_of, disputes)),
        lawsuits=sum(stage_of(case) in BEFORE_COURT for case in disputes),
    )


def _is_not_followed(case: RequestCase) -> bool:
    return course_of(case).state in NOT_FOLLOWED


def _notices(requests: Iterable[RequestCase], last_day: LastDay, as_of: date) -> tuple[int, int]:
    """Count the notices that were given or should have been by the day `as_of`, and those given in time."""
    due = in_time = 0
    for case in requests:
        if case.notified:
            due += 1
            in_time += case.notified <= last_day(case)
        elif course_of(case).state in WAITING_FOR_NOTICE and last_day(case) < as_of:
            due += 1
    return due, in_time


def from_report(year: int, entered: ServiceStatistics) -> YearFigures:
    """Take the numbers that a report enters."""
    decided = {
        Decision.GRANTED: entered.granted,
        Decision.GRANTED_IN_PART: entered.granted_in_part,
        Decision.REFUSED: entered.refused,
    }
    return YearFigures(
        year=year,
        origin=Origin.REPORT,
        requests=entered.requests,
        decisions={decision: count for decision, count in decided.items() if count is not None},
        reasons=entered.reasons,
        mean_days=entered.mean_days,
        objections=entered.objections,
        objections_answered=entered.objections_answered,
        disputes=entered.disputes,
        lawsuits=entered.lawsuits,
    )


def days_taken(case: RequestCase, between: Between) -> int | None:
    """Count the working days from receipt until the information was given or its refusal told; None while neither.

    UU 14/2008 Pasal 12 huruf b: the time needed to meet a request. A request that ends by withdrawal has none.
    """
    end = case.notified if case.decision is Decision.REFUSED else case.given
    return None if end is None or end < case.received else between(case.received, end)


def mean(days: Sequence[int]) -> float | None:
    """Give the mean to one decimal, halves upward; None of nothing."""
    return math.floor(Fraction(sum(days), len(days)) * 10 + Fraction(1, 2)) / 10 if days else None


def disagreements(year: YearFigures, entered: ServiceStatistics) -> tuple[tuple[str, float, float], ...]:
    """Give what a report enters otherwise than the register counts: attribute, number entered, number counted."""
    counted: Mapping[str, float | None] = {
        "requests": year.requests,
        "mean_days": year.mean_days,
        "granted": year.decisions.get(Decision.GRANTED, 0),
        "granted_in_part": year.decisions.get(Decision.GRANTED_IN_PART, 0),
        "refused": year.decisions.get(Decision.REFUSED, 0),
        "objections": year.objections,
        "objections_answered": year.objections_answered,
        "disputes": year.disputes,
        "lawsuits": year.lawsuits,
    }
    pairs = ((name, getattr(entered, name), number) for name, number in counted.items())
    return tuple(
        (name, said, number if number is not None else 0)
        for name, said, number in pairs
        if said is not None and said != number
    )


def classed(days: Iterable[int]) -> tuple[int, ...]:
    """Count numbers of working days by class of time."""
    lasted = list(days)
    return tuple(
        sum(1 for one in lasted if first <= one and (last is None or one <= last)) for first, last in TIME_CLASSES
    )


def _counted(values: Iterable[K | None]) -> Mapping[K, int]:
    return Counter(value for value in values if value is not None)


def _gathered(pairs: Iterable[tuple[K | None, int]]) -> Mapping[K, tuple[int, ...]]:
    found: dict[K, list[int]] = {}
    for key, number in pairs:
        if key is not None:
            found.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}
