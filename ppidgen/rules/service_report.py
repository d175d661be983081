"""Faults in the annual reports of the information service."""

from collections.abc import Iterator
from datetime import date

from ppidgen.diagnostics import Finding, Span
from ppidgen.diagnostics.shown import shown
from ppidgen.duties.calendar import add_months, newest_year_due
from ppidgen.duties.figures import disagreements
from ppidgen.duties.survey import tally
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import key_of, keys_of
from ppidgen.model.elements.vocabulary import ReportSection
from ppidgen.model.portal.registers import CASES, CONTENT, REPORTS
from ppidgen.model.records.service_report import ServiceReport, ServiceStatistics
from ppidgen.model.standing.figures import Origin
from ppidgen.rules.rule import Rule

# UU 14/2008 Pasal 12; the reasons of refusal are asked for only where something was refused.
COUNTS = ("requests", "mean_days", "granted", "granted_in_part", "refused")
# Perki 1/2021 Pasal 56(4) asks for huruf d only "jika ada".
OPTIONAL_SECTIONS = frozenset({ReportSection.DISPUTES})
# One message for each bad row would bury all others.
MOST_ANSWERS = 5


def _due_day(year: int, context: Context) -> date:
    """Give the last day for the report of a year: three months after its end (Perki 1/2021 Pasal 56(1))."""
    return add_months(date(year, 12, 31), context.law.deadlines["R04"].amount)


def report_missing(context: Context) -> Iterator[Finding]:
    """Tell the newest report that is due and not there."""
    year = newest_year_due(context.standing.as_of, context.law.deadlines["R04"].amount)
    if all(report.year != year for report in context.portal.reports):
        span = Span(f"{CONTENT}/{REPORTS.name}")
        yield Finding("LAP001", span, {"year": str(year), "day": _due_day(year, context).isoformat()})


def report_late(context: Context) -> Iterator[Finding]:
    """Tell reports that were published after the last day."""
    for report in context.portal.reports:
        last = _due_day(report.year, context)
        if report.published is not None and report.published > last:
            data = {"year": str(report.year), "day": report.published.isoformat(), "last": last.isoformat()}
            yield Finding("LAP002", report.span("published"), data)


def section_missing(context: Context) -> Iterator[Finding]:
    """Tell reports that lack a section and hold no whole report as a document either."""
    for report in context.portal.reports:
        missing = [code for code in ReportSection if code not in OPTIONAL_SECTIONS and code not in report.sections]
        if missing and not report.documents:
            named = ", ".join(f"{code.value} ({code.label})" for code in missing)
            yield Finding("LAP003", report.span("title"), {"title": report.title, "sections": named})


def count_missing(context: Context) -> Iterator[Finding]:
    """Tell reports that lack one of the counts which the law names (UU 14/2008 Pasal 12)."""
    for report in context.portal.reports:
        statistics = report.statistics or ServiceStatistics()
        missing = [name for name in COUNTS if getattr(statistics, name) is None]
        if statistics.requests == 0:  # nothing took any time, and a mean of 0 days would be told as a quick answer
            missing = [name for name in missing if name != "mean_days"]
        keys = [keys_of(ServiceStatistics, missing)] if missing else []
        keys += [key_of(ServiceStatistics, "reasons")] if statistics.refused and not statistics.reasons else []
        if keys:
            span = report.span("statistics" if report.statistics else "title")
            yield Finding("LAP004", span, {"title": report.title, "counts": ", ".join(keys)})


def delivery_missing(context: Context) -> Iterator[Finding]:
    """Tell reports of which no copy went to the Komisi Informasi (Perki 1/2021 Pasal 56(3))."""
    for report in context.portal.reports:
        if report.delivered is None:
            data = {"title": report.title, "key": key_of(ServiceReport, "delivered")}
            yield Finding("LAP005", report.span("title"), data)


def report_day_ahead(context: Context) -> Iterator[Finding]:
    """Tell reports said to be published or delivered on a day that has not come."""
    today = context.standing.as_of
    for report in context.portal.reports:
        delivered = report.delivered.day if report.delivered else None
        days = ((("published",), report.published), (("delivered", "day"), delivered))
        for place, day in days:
            if day is not None and day > today:
                data = {
                    "key": key_of(ServiceReport, place[0]), "day": day.isoformat(), "today": today.isoformat(),
                }  # fmt: skip
                yield Finding("LAP010", report.span(*place), data)


def counts_disagree(context: Context) -> Iterator[Finding]:
    """Tell reports in which more was decided than was asked, or the reasons do not add up to the refusals."""
    for report in context.portal.reports:
        counts = report.statistics
        if counts is None:
            continue
        decided = (counts.granted or 0) + (counts.granted_in_part or 0) + (counts.refused or 0)
        if counts.requests is not None and decided > counts.requests:
            data = {"fault": "decided", "sum": str(decided), "whole": str(counts.requests)}
            yield Finding("LAP006", report.span("statistics", "requests"), data)
        reasons = sum(counts.reasons.values())
        if counts.reasons and counts.refused is not None and reasons != counts.refused:
            data = {"fault": "reasons", "sum": str(reasons), "whole": str(counts.refused)}
            yield Finding("LAP006", report.span("statistics", "reasons"), data)


def register_disagrees(context: Context) -> Iterator[Finding]:
    """Tell numbers that a report enters otherwise than the register of cases counts them."""
    counted = {year.year: year for year in context.standing.figures if year.origin is Origin.REGISTER}
    for report in context.portal.reports:
        if report.statistics is None or report.year not in counted:
            continue
        for name, entered, number in disagreements(counted[report.year], report.statistics):
            data = {
                "key": key_of(ServiceStatistics, name),
                "entered": _written(entered),
                "counted": _written(number),
                "year": str(report.year),
            }
            yield Finding("LAP007", report.span("statistics", name), data)


def survey_answer_unsound(context: Context) -> Iterator[Finding]:
    """Tell answers of a survey that are none; what stands in such a cell is not repeated."""
    for report in context.portal.reports:
        if report.survey:
            for fault in tally(report.survey.answers).faults[:MOST_ANSWERS]:
                data = {"row": str(fault.row), "column": shown(fault.column)}
                yield Finding("LAP008", report.span("survey", "answers"), data)


def survey_period_reversed(context: Context) -> Iterator[Finding]:
    """Tell surveys that end before they begin."""
    for report in context.portal.reports:
        survey = report.survey
        if survey and survey.last < survey.first:
            data = {"first": survey.first.isoformat(), "last": survey.last.isoformat()}
            yield Finding("LAP009", report.span("survey", "last"), data)


def _written(number: float) -> str:
    return f"{number:g}".replace(".", ",")


RULES = (
    Rule("LAP001", (REPORTS,), report_missing),
    Rule("LAP002", (), report_late),
    Rule("LAP003", (), section_missing),
    Rule("LAP004", (), count_missing),
    Rule("LAP005", (), delivery_missing),
    Rule("LAP006", (), counts_disagree),
    Rule("LAP007", (CASES,), register_disagrees),
    Rule("LAP008", (), survey_answer_unsound),
    Rule("LAP009", (), survey_period_reversed),
    Rule("LAP010", (), report_day_ahead),
)
