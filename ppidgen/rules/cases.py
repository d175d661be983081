"""Faults in the anonymous register of requests, objections and disputes."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ppidgen.diagnostics import Finding
from ppidgen.model.cases import Case, DisputeCase, ObjectionCase, RequestCase
from ppidgen.model.context import Context
from ppidgen.model.keys import key_of
from ppidgen.model.vocabulary import Decision
from ppidgen.rules.rule import Rule

# The days of a case in the order in which they can only happen.
_ORDER: dict[type[Case], tuple[tuple[str, ...], ...]] = {
    RequestCase: (("received", "complete", "notified", "given"), ("received", "extended")),
    ObjectionCase: (("received", "answered"),),
    DisputeCase: (("received", "closed"),),
}


def days_out_of_order(context: Context) -> Iterator[Finding]:
    """Tell cases in which a later step was taken on an earlier day."""
    for case in context.portal.cases:
        for chain in _ORDER[type(case)]:
            for earlier, later in pairwise(name for name in chain if getattr(case, name)):
                if getattr(case, later) < getattr(case, earlier):
                    yield Finding("PRK001", case.span(later), _days(case, earlier, later))


def refusal_unreasoned(context: Context) -> Iterator[Finding]:
    """Tell refusals without a reason (UU 14/2008 Pasal 22(7) huruf e)."""
    for case in context.portal.cases:
        if isinstance(case, RequestCase) and case.decision is Decision.REFUSED and case.refusal is None:
            yield Finding("PRK002", case.span("decision"), {"key": key_of(RequestCase, "refusal")})


def day_in_the_future(context: Context) -> Iterator[Finding]:
    """Tell days of what has happened that lie after today."""
    today = context.standing.as_of
    for case in context.portal.cases:
        for name in dict.fromkeys(name for chain in _ORDER[type(case)] for name in chain):
            day: date | None = getattr(case, name)
            if day is not None and day > today:
                data = {"key": key_of(type(case), name), "day": day.isoformat(), "today": today.isoformat()}
                yield Finding("PRK003", case.span(name), data)


def decision_unannounced(context: Context) -> Iterator[Finding]:
    """Tell decisions of which the applicant was not notified (UU 14/2008 Pasal 22(7))."""
    for case in context.portal.cases:
        if isinstance(case, RequestCase) and case.decision is not None and case.notified is None:
            yield Finding("PRK004", case.span("decision"), {"key": key_of(RequestCase, "notified")})


def _days(case: Case, earlier: str, later: str) -> dict[str, str]:
    return {
        "key": key_of(type(case), later),
        "value": getattr(case, later).isoformat(),
        "other": key_of(type(case), earlier),
        "other_value": getattr(case, earlier).isoformat(),
    }


RULES = (
    Rule("PRK001", (), days_out_of_order),
    Rule("PRK002", (), refusal_unreasoned),
    Rule("PRK003", (), day_in_the_future),
    Rule("PRK004", (), decision_unannounced),
)
