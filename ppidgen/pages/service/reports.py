"""Service reports by year, each with its numbers; never a row of a single case."""

from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.elements.fields import citation_of
from ppidgen.model.elements.vocabulary import ReportSection
from ppidgen.model.pages.page import Block, Facts, Link, Notice, Page, Prose, Row, Rows
from ppidgen.model.pages.page_terms import EMPTY, PROSE_PAGE
from ppidgen.model.records.service_report import ServiceReport
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.parts.documents import document_blocks
from ppidgen.pages.parts.frame import Place, page, section
from ppidgen.pages.parts.text import plain, short
from ppidgen.pages.parts.wording import day_words, fact, glossed, iso
from ppidgen.pages.service.statistics import aftermath, detail_sections, origins, reasons_table, year_table


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
    for year in context.standing.figures:
        if year.year == report.year:
            tables = (year_table(context, (year,)), origins(context, (year,)), *reasons_table(context, year))
            parts = (*detail_sections(context, year), *aftermath(context, (year,)))
            yield section(words("menu.statistics"), (*tables, *parts))
    for part in ReportSection:
        yield section(words.label(part), (_part(context, report, part),))


def _part(context: Context, report: ServiceReport, part: ReportSection) -> Block:
    if text := report.sections.get(part):
        return Prose(text, 3)
    citation = glossed(context, citation_of(ServiceReport, "sections"))
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


FAMILY = Family("reports", items, compose)
