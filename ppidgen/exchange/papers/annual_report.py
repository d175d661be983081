"""The draft of the yearly service report, sections a to f of Perki 1/2021 Pasal 56(4) and 57.

Every table is the one that the portal shows, made by the same functions of the same figures: a number of the report
cannot differ from the register. What only people can say comes from the report's own record, else it is asked for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ppidgen.duties.case_course import stage_of
from ppidgen.duties.deadlines import deadline
from ppidgen.duties.digest import digest_of
from ppidgen.exchange.annex import Heading
from ppidgen.exchange.papers.paper import Block, Paper, Paragraph, Section, Table
from ppidgen.exchange.papers.paper_words import letterhead, paper_words
from ppidgen.model.context import Context
from ppidgen.model.days.dates import long_date
from ppidgen.model.elements.vocabulary import ReportSection
from ppidgen.model.pages.page import Grid
from ppidgen.model.pages.page import Section as PageSection
from ppidgen.model.records.cases import DisputeCase
from ppidgen.model.records.service_report import ServiceReport
from ppidgen.model.standing.figures import Origin, YearFigures
from ppidgen.model.text.indented import indented_json
from ppidgen.pages.files.statistics_data import public_year
from ppidgen.pages.parts.text import plain
from ppidgen.pages.service.statistics import (
    OF_DISPUTES,
    OF_REQUESTS,
    aftermath,
    detail_sections,
    reasons_table,
    year_table,
)

REPORT = "R04"
_FIRST_COLUMN, _OTHER = 50, 18
_FROM_REGISTER = "register"


@dataclass(frozen=True, slots=True)
class DraftSection:
    """One section: what is said, the tables below it, and whether people have still to write it."""

    letter: str
    title: str
    texts: tuple[str, ...]
    tables: tuple[Grid, ...] = ()
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """The whole report of one year; `figures` is None where nothing is known of it."""

    year: int
    due: str
    report: ServiceReport | None
    figures: YearFigures | None
    sections: tuple[DraftSection, ...]


def years_known(context: Context) -> tuple[int, ...]:
    """Give the years of which a report can be drafted, the newest first."""
    known = {year.year for year in context.standing.figures} | {report.year for report in context.portal.reports}
    return tuple(sorted(known, reverse=True))


def draft(context: Context, year: int) -> Draft:
    """Draft the report of a year."""
    report = next((one for one in context.portal.reports if one.year == year), None)
    figures = next((one for one in context.standing.figures if one.year == year), None)
    rule = context.law.deadlines[REPORT]
    last = deadline(rule, date(year, 12, 31), context.standing.calendar).due
    due = paper_words()("annual.due", day=long_date(last), basis=context.law.cite(rule.basis[0]))
    sections = tuple(_section(context, part, report, figures) for part in ReportSection)
    return Draft(year, due, report, figures, sections)


def _section(
    context: Context, part: ReportSection, report: ServiceReport | None, figures: YearFigures | None
) -> DraftSection:
    words = paper_words()
    written = plain(report.sections[part]) if report and part in report.sections else ""
    texts = [written] if written else []
    tables: tuple[Grid, ...] = ()
    if part is ReportSection.REQUESTS:
        texts += [words(f"annual.{_origin(figures)}"), *_unfinished(context, figures)]
        tables = tuple(_request_tables(context, figures)) if figures else ()
    elif part is ReportSection.DISPUTES and figures:
        tables = tuple(_dispute_tables(context, figures))
    elif part is ReportSection.FOLLOW_UP and figures and figures.year >= context.standing.as_of.year - 1:
        proposals = digest_of(context).publish
        texts += [words("annual.proposal", subject=one.subject, count=one.count) for one in proposals]
    if part is ReportSection.DISPUTES and not (written or tables) and _origin(figures) == _FROM_REGISTER:
        texts.append(words("annual.no_disputes"))
    told = bool(texts or tables) if part is ReportSection.DISPUTES else bool(written)
    is_missing = not told and bool(words(f"annual.hint.{part.value}"))
    if is_missing:
        texts.insert(0, words("annual.missing", hint=words(f"annual.hint.{part.value}")))
    return DraftSection(part.value, part.label, tuple(texts), tables, is_missing)


def _unfinished(context: Context, figures: YearFigures | None) -> Iterator[str]:
    """Say of a year that is not over up to which day its figures reach."""
    as_of = context.standing.as_of
    if figures and as_of <= date(figures.year, 12, 31):
        yield paper_words()("annual.unfinished", year=figures.year, day=long_date(as_of))


def _origin(figures: YearFigures | None) -> str:
    if figures is None:
        return "none"
    return _FROM_REGISTER if figures.origin is Origin.REGISTER else "entered"


def _request_tables(context: Context, figures: YearFigures) -> Iterator[Grid]:
    yield year_table(context, (figures,), OF_REQUESTS)
    yield from _grids(reasons_table(context, figures))
    yield from _grids(detail_sections(context, figures))


def _dispute_tables(context: Context, figures: YearFigures) -> Iterator[Grid]:
    words = paper_words()
    if any(read(figures) for _, read in OF_DISPUTES):
        yield year_table(context, (figures,), OF_DISPUTES, "statistics.aftermath")
    yield from _grids(aftermath(context, (figures,)))
    disputes = [
        one
        for one in context.portal.cases
        if isinstance(one, DisputeCase) and one.received and one.received.year == figures.year
    ]
    if disputes:
        head = tuple(words(f"annual.{name}") for name in ("number", "unit", "stage", "outcome"))
        rows = tuple(
            (
                one.register_number or "",
                context.portal.unit_name(one.unit),
                stage.label if (stage := stage_of(one)) else "",
                one.outcome or "",
            )
            for one in disputes
        )
        yield Grid(words("annual.disputes"), head, rows, row_heading=0)


def _grids(blocks: Iterable[object]) -> Iterator[Grid]:
    for block in blocks:
        if isinstance(block, PageSection):
            yield from _grids(block.blocks)
        elif isinstance(block, Grid):
            yield block


def as_paper(context: Context, found: Draft) -> Paper:
    """Compose the report as a document."""
    words, body = paper_words(), context.portal.body
    blocks: list[Block] = [Paragraph(found.due, "note")]
    for one in found.sections:
        blocks.append(Section(words("annual.section", letter=one.letter, label=one.title)))
        blocks += [Paragraph(text) for text in one.texts]
        for grid in one.tables:
            blocks += [Paragraph(grid.caption), Table(_heads(grid), _rows(grid))]
    return Paper(
        title=words("annual.title"),
        day=context.standing.as_of,
        blocks=tuple(blocks),
        subtitles=(body.name.upper(), words("annual.year", year=found.year)),
        letterhead=letterhead(body),
        author=body.name,
        footer=words("footer"),
    )


def _heads(grid: Grid) -> tuple[Heading, ...]:
    return tuple(Heading(name, _OTHER if place else _FIRST_COLUMN) for place, name in enumerate(grid.head))


def _rows(grid: Grid) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell if isinstance(cell, str) else cell.text for cell in row) for row in grid.rows)


def as_markdown(context: Context, found: Draft) -> str:
    """Write the report as Markdown."""
    words = paper_words()
    title = f"# {words('annual.title').title()} {context.portal.body.name}, {words('annual.year', year=found.year)}"
    lines = [title, "", found.due, ""]
    for one in found.sections:
        lines += [f"## {words('annual.section', letter=one.letter, label=one.title)}", ""]
        lines += [line for text in one.texts for line in (text, "")]
        for grid in one.tables:
            lines += [f"**{grid.caption}**", "", *_marked_rows(grid), ""]
    return "\n".join(lines).rstrip() + "\n"


def _marked_rows(grid: Grid) -> Iterator[str]:
    yield _marked(grid.head)
    yield _marked("---:" if place in grid.numeric else "---" for place in range(len(grid.head)))
    yield from map(_marked, _rows(grid))


def _marked(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|').replace(chr(10), ' ') for cell in cells)} |"


def as_json(context: Context, found: Draft) -> str:
    """Give the report to a program; `statistics` is the year as the portal's open data has it."""
    report = found.report
    sections = [
        {
            "letter": one.letter,
            "title": one.title,
            "missing": one.is_missing,
            "texts": one.texts,
            "tables": [{"caption": grid.caption, "head": grid.head, "rows": _rows(grid)} for grid in one.tables],
        }
        for one in found.sections
    ]
    statistics = public_year(context, found.figures).model_dump(mode="json", by_alias=True) if found.figures else None
    table = {
        "body": context.portal.body.name,
        "year": found.year,
        "published": report.published if report else None,
        "delivered": report.delivered.day if report and report.delivered else None,
        "sections": sections,
        "statistics": statistics,
    }
    return indented_json(table)
