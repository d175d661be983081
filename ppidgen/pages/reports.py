"""Service reports and the numbers of the service, by year; never a row of a single case."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ppidgen.model.cases import Case
from ppidgen.model.context import Context
from ppidgen.model.fields import citation_of
from ppidgen.model.page import Block, Facts, Grid, Link, Notice, Page, Prose, Row, Rows, Text
from ppidgen.model.page_terms import EMPTY, NOTE, PROSE_PAGE
from ppidgen.model.service_report import ServiceReport, ServiceStatistics
from ppidgen.model.vocabulary import CaseKind, RefusalReason, ReportSection
from ppidgen.pages import urls
from ppidgen.pages.documents import document_blocks
from ppidgen.pages.family import Family, Spec
from ppidgen.pages.frame import Place, page, section
from ppidgen.pages.text import plain, short
from ppidgen.pages.wording import day_words, fact, iso, number

MEASURES = (
    "requests", "mean_days", "granted", "granted_in_part", "refused", "objections", "objections_answered", "disputes",
    "lawsuits",
)  # fmt: skip


def newest(context: Context) -> tuple[ServiceReport, ...]:
    """Give the reports, the newest year first."""
    return tuple(sorted(context.portal.reports, key=lambda one: (-one.year, one.id)))


def items(context: Context) -> tuple[Spec, ...]:
    """Give one page for each service report."""
    return tuple(
        Spec(urls.report(one.id), one.id, place, iso(one.published)) for place, one in enumerate(context.portal.reports)
    )


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of one service report."""
    report = context.portal.reports[spec.number]
    return page(
        context,
        PROSE_PAGE,
        Place(spec.address, urls.REPORTS),
        report.title,
        _blocks(context, report),
        summary=short(plain(report.summary or "")),
        eyebrow=context.words("report.eyebrow", year=report.year),
        updated=iso(report.published),
        source=report.origin.path,
    )


def _blocks(context: Context, report: ServiceReport) -> Iterator[Block]:
    words = context.words
    yield from document_blocks(context, report.documents)
    delivered = report.delivered
    told = (day_words(words, delivered.day), delivered.proof or "") if delivered else ()
    yield Facts((
        fact(context, "report_published", day_words(words, report.published), (ServiceReport, "published")),
        fact(context, "delivered", tuple(part for part in told if part), (ServiceReport, "delivered")),
    ))  # fmt: skip
    if report.summary:
        yield section(words("report.summary"), (Prose(report.summary, 3),))
    if report.statistics:
        yield section(words("menu.statistics"), tuple(_tables(context, [(str(report.year), report.statistics)])))
    for part in ReportSection:
        yield section(part.label, (_part(context, report, part),))


def _part(context: Context, report: ServiceReport, part: ReportSection) -> Block:
    if text := report.sections.get(part):
        return Prose(text, 3)
    citation = citation_of(ServiceReport, "sections")
    return Notice(context.words("report.part_missing"), tone=EMPTY, citation=citation)


def list_blocks(context: Context) -> Iterator[Block]:
    """Give the list of reports."""
    if rows := tuple(_row(report) for report in newest(context)):
        yield Rows(rows)


def _row(report: ServiceReport) -> Row:
    return Row(
        Link(report.title, urls.report(report.id)),
        short(plain(report.summary or "")),
        year=str(report.year),
        day=iso(report.published),
    )


def statistics_blocks(context: Context) -> Iterator[Block]:
    """Give the numbers of all years side by side, from the reports and from the register of cases."""
    columns = [(str(one.year), one.statistics) for one in newest(context) if one.statistics]
    yield from _tables(context, columns)
    yield from _case_counts(context)


def _tables(context: Context, columns: Sequence[tuple[str, ServiceStatistics]]) -> Iterator[Block]:
    words = context.words
    if not columns:
        return
    years = tuple(year for year, _ in columns)
    numeric = tuple(range(1, len(columns) + 1))
    rows = tuple(
        (words(f"statistics.{name}"), *(_count(context, one, name) for _, one in columns)) for name in MEASURES
    )
    yield Grid(words("statistics.caption"), (words("statistics.measure"), *years), rows, numeric, 0)
    reasons = tuple(
        (reason.label, *(number(words, one.reasons.get(reason, 0)) for _, one in columns))
        for reason in RefusalReason
        if any(one.reasons.get(reason) for _, one in columns)
    )
    if reasons:
        yield Grid(words("statistics.reasons_caption"), (words("statistics.reason"), *years), reasons, numeric, 0)
    yield Text(words("statistics.source", citation="; ".join(_citations())), NOTE)


def _citations() -> tuple[str, ...]:
    fields = ("requests", "mean_days", "granted", "reasons")
    return tuple(dict.fromkeys(citation_of(ServiceStatistics, name) for name in fields))


def _count(context: Context, statistics: ServiceStatistics, name: str) -> str:
    value = getattr(statistics, name)
    return context.words("none") if value is None else number(context.words, value)


def _case_counts(context: Context) -> Iterator[Block]:
    words = context.words
    counts = Counter((str(one.kind), one.received.year) for one in context.portal.cases if one.received)
    years = sorted({year for _, year in counts}, reverse=True)
    if not years:
        return
    rows = [(kind.label, *(number(words, counts[kind.value, year]) for year in years)) for kind in CaseKind]
    rows += _decisions(context, context.portal.cases, years)
    head = (words("statistics.measure"), *(str(year) for year in years))
    table = Grid(words("statistics.cases_caption"), head, tuple(rows), tuple(range(1, len(years) + 1)), 0)
    yield section(words("statistics.cases"), (table, Text(words("statistics.anonymous"), NOTE)))


def _decisions(context: Context, cases: Sequence[Case], years: Sequence[int]) -> list[tuple[str, ...]]:
    decided: Mapping[tuple[str, int], int] = Counter(
        (decision.label, one.received.year)
        for one in cases
        if one.received and (decision := getattr(one, "decision", None))
    )
    labels = sorted({label for label, _ in decided})
    return [(label, *(number(context.words, decided[label, year]) for year in years)) for label in labels]


FAMILY = Family("reports", items, compose)
