"""The numbers of the service in tables and charts: every year side by side, then the newest register in detail.

Nothing here is about one case: groups of fewer than five are put together (`duties/small_cells.py`).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from ppidgen.duties.figures import mean
from ppidgen.duties.small_cells import LEAST, breakdown
from ppidgen.model.context import Context
from ppidgen.model.elements.fields import citation_of
from ppidgen.model.elements.vocabulary import Choice, Decision, DisputeStage, RefusalReason
from ppidgen.model.pages.chart import Chart
from ppidgen.model.pages.page import Block, Figure, Figures, Grid, Link, Links, Section, Text
from ppidgen.model.pages.page_terms import NOTE
from ppidgen.model.records.service_report import ServiceStatistics
from ppidgen.model.standing.figures import TIME_CLASSES, Origin, YearFigures
from ppidgen.pages.addresses import urls
from ppidgen.pages.parts.charts import Counted, charted, counted, drawn, shown
from ppidgen.pages.parts.frame import section
from ppidgen.pages.parts.wording import glossed

C = TypeVar("C", bound=Choice)
K = TypeVar("K")

PER_CENT = 100

# The measures of a year in the order of the report: key of its words and how it is read from the figures.
Measures = tuple[tuple[str, Callable[[YearFigures], float | None]], ...]
OF_REQUESTS: Measures = (
    ("requests", lambda year: year.requests),
    ("mean_days", lambda year: year.mean_days),
    ("granted", lambda year: _decided(year, Decision.GRANTED)),
    ("granted_in_part", lambda year: _decided(year, Decision.GRANTED_IN_PART)),
    ("refused", lambda year: _decided(year, Decision.REFUSED)),
    ("undecided", lambda year: year.undecided),
    ("not_followed", lambda year: year.not_followed),
)
OF_DISPUTES: Measures = (
    ("objections", lambda year: year.objections),
    ("objections_answered", lambda year: year.objections_answered),
    ("disputes", lambda year: year.disputes),
    ("lawsuits", lambda year: year.lawsuits),
)
MEASURES: Measures = (*OF_REQUESTS, *OF_DISPUTES)


def statistics_blocks(context: Context) -> Iterator[Block]:
    """Give the numbers of all years, from the register of cases or from the reports."""
    years = context.standing.figures
    if not years:
        return
    words = context.words
    asked = [year for year in years if year.requests]
    if asked:
        yield Figures(tuple(_headline(context, asked[0])))
    yield year_table(context, years)
    yield origins(context, years)
    yield Text(words("statistics.source", citation=glossed(context, "; ".join(citations()))), NOTE)
    yield from _over_the_years(context, years)
    detailed = [year for year in asked if year.origin is Origin.REGISTER]
    if detailed:
        yield from detail_sections(context, detailed[0])
    yield from aftermath(context, [year for year in years if year.origin is Origin.REGISTER])
    yield Links((Link(words("statistics.json"), urls.STATISTICS_JSON),), style="unduhan")


def year_table(
    context: Context,
    years: Sequence[YearFigures],
    measures: Measures = MEASURES,
    caption: str = "statistics.caption",
) -> Grid:
    """Give measures of some years; a measure that no year knows is left out."""
    words = context.words
    head = (words("statistics.measure"), *(str(year.year) for year in years))
    rows = [(words(f"statistics.{name}"), tuple(read(year) for year in years)) for name, read in measures]
    return counted(context, words(caption), head, [row for row in rows if _is_known(row)])


def origins(context: Context, years: Sequence[YearFigures]) -> Text:
    """Tell which years were counted from the register of cases and which were taken from a report."""
    by_origin = {one: ", ".join(str(year.year) for year in years if year.origin is one) for one in Origin}
    told = [context.words(f"statistics.origin_{one.value}", years=named) for one, named in by_origin.items() if named]
    now = context.standing.as_of.year
    if any(year.year == now for year in years):
        told.append(context.words("statistics.running", year=now))
    return Text(" ".join(told), NOTE)


def citations() -> tuple[str, ...]:
    """Give the legal grounds of the numbers."""
    fields = ("requests", "mean_days", "granted", "reasons")
    return tuple(dict.fromkeys(citation_of(ServiceStatistics, name) for name in fields))


def _headline(context: Context, year: YearFigures) -> Iterator[Figure]:
    words = context.words
    pairs = (
        (year.requests, words("statistics.figure_requests", year=year.year)),
        (year.mean_days, words("statistics.figure_days")),
        (_share(year.in_time, year.notices_due), words("statistics.figure_in_time")),
    )
    yield from (Figure(shown(context, value), label) for value, label in pairs if value is not None)


def _share(part: int | None, whole: int | None) -> int | None:
    """Give a part in per cent: a hundred only where nothing lacks."""
    if part is None or not whole:
        return None
    return PER_CENT if part == whole else min(round(part * PER_CENT / whole), PER_CENT - 1)


def _over_the_years(context: Context, years: Sequence[YearFigures]) -> Iterator[Block]:
    words = context.words
    oldest_first = tuple(reversed(years))
    blocks: list[Block] = []
    # Two stand side by side where there is room, so charts of like height follow each other.
    for caption, head, rows in (
        (
            words("statistics.requests_by_year"),
            (words("statistics.requests_short"),),
            _by_year(oldest_first, "requests"),
        ),
        (words("statistics.days_by_year"), (words("statistics.mean_days"),), _by_year(oldest_first, "mean_days")),
        (words("statistics.results_by_year"), tuple(words.label(one) for one in Decision), _results(oldest_first)),
        (words("statistics.reasons_caption"), *_reasons_by_year(context, oldest_first)),
        (
            words("statistics.objections_by_year"),
            (words("statistics.objections"),),
            _by_year(oldest_first, "objections"),
        ),
        (words("statistics.disputes_by_year"), (words("statistics.disputes"),), _by_year(oldest_first, "disputes")),
    ):
        if any(any(values) for _, values in rows):
            blocks += charted(context, caption, (words("statistics.year"), *head), rows)
    blocks += _classes_by_year(context, [year for year in oldest_first if year.measured])
    if blocks:
        yield section(words("statistics.over_the_years"), blocks)


def _results(years: Iterable[YearFigures]) -> list[Counted]:
    return [(str(year.year), tuple(_decided(year, one) for one in Decision)) for year in years]


def _by_year(years: Iterable[YearFigures], name: str) -> list[Counted]:
    read = dict(MEASURES)[name]
    return [(str(year.year), (read(year),)) for year in years if read(year) is not None]


def _classes_by_year(context: Context, years: Sequence[YearFigures]) -> tuple[Block, ...]:
    """Give the distribution of working days of several years side by side; that of one year has a place of its own."""
    if len(years) < 2:  # noqa: PLR2004 - nothing stands beside a single year
        return ()
    words = context.words
    rows = [(str(year.year), year.days) for year in years]
    head = (words("statistics.year"), *(time_class(context, place) for place in range(len(TIME_CLASSES))))
    return charted(context, words("statistics.time_by_year"), head, rows)


def _reasons_by_year(context: Context, years: Sequence[YearFigures]) -> tuple[tuple[str, ...], list[Counted]]:
    """Give the reasons for refusal that any of some years knows, and how often each year had them."""
    known = [reason for reason in RefusalReason if any(year.reasons.get(reason) for year in years)]
    rows: list[Counted] = [(str(year.year), tuple(year.reasons.get(one, 0) for one in known)) for year in years]
    return tuple(map(context.words.label, known)), rows


def reasons_table(context: Context, year: YearFigures) -> tuple[Block, ...]:
    """Give the reasons for refusal, which the law wants published whatever their number (UU 14/2008 Pasal 12)."""
    words = context.words
    rows: list[Counted] = [(words.label(one), (year.reasons[one],)) for one in RefusalReason if year.reasons.get(one)]
    head = (words("statistics.reason"), str(year.year))
    return charted(context, words("statistics.reasons_caption"), head, rows) if rows else ()


def detail_sections(context: Context, year: YearFigures) -> Iterator[Section]:
    """Give what only a register knows of a year: classes of time, channels, kinds of applicant, units."""
    words = context.words
    if year.measured:
        yield section(words("statistics.time", year=year.year), time_blocks(context, year))
    parts = tuple(_breakdowns(context, year))
    if parts:
        note = Text(words("statistics.small", least=LEAST), NOTE)
        yield section(words("statistics.who_and_how", year=year.year), (*parts, note))


def time_blocks(context: Context, year: YearFigures) -> tuple[Chart | Grid | Text, ...]:
    """Give how many requests took how many working days."""
    words = context.words
    rows = [(time_class(context, place), (count,)) for place, count in enumerate(year.days)]
    head = (words("statistics.working_days"), words("statistics.requests_short"))
    mean = Text(words("statistics.time_text", mean=shown(context, year.mean_days), count=shown(context, year.measured)))
    return (mean, *charted(context, words("statistics.time_caption", year=year.year), head, rows))


def time_class(context: Context, place: int) -> str:
    """Name a class of time: from so many to so many working days."""
    first, last = TIME_CLASSES[place]
    if last is None:
        return context.words("statistics.class_over", days=first - 1)
    return context.words("statistics.class", first=first, last=last)


def _breakdowns(context: Context, year: YearFigures) -> Iterator[Block]:
    for name, rows in breakdown_rows(context, year).items():
        if rows:
            head = (context.words(f"statistics.{name}"), context.words("statistics.requests_short"))
            yield from charted(context, context.words(f"statistics.by_{name}", year=year.year), head, rows)
    yield from _means(context, year)


def _means(context: Context, year: YearFigures) -> Iterator[Block]:
    """Draw the mean working days alone; how many requests each is of stands in the table."""
    words = context.words
    for name, rows in mean_rows(context, year).items():
        if rows:
            caption = words(f"statistics.days_by_{name}", year=year.year)
            head = (words(f"statistics.{name}"), words("statistics.mean_days"), words("statistics.measured"))
            table = counted(context, caption, head, rows)
            if len(rows) > 1:
                yield drawn(context, caption, head[:2], [(label, values[:1]) for label, values in rows])
            yield replace(table, folded=len(rows) > 1)


def breakdown_rows(context: Context, year: YearFigures) -> Mapping[str, list[Counted]]:
    """Give the requests of a year by channel, kind of applicant and unit, without groups that are too small."""
    portal, nowhere = context.portal, context.words("statistics.no_unit")
    counts = {
        "channel": _labelled(context, year.channels),
        "applicant": _labelled(context, year.applicants),
        "unit": {portal.unit_name(unit) or nowhere: count for unit, count in year.units.items()},
    }
    return {name: _safe_rows(context, found) for name, found in counts.items()}


def mean_rows(context: Context, year: YearFigures) -> Mapping[str, list[Counted]]:
    """Give the mean working days of a year by channel and unit, with how many requests each mean is of.

    A mean of fewer than five is none: such groups are put together, as are those whose number it would give away.
    """
    portal, nowhere = context.portal, context.words("statistics.no_unit")
    days = {
        "channel": {context.words.label(channel): days for channel, days in year.channel_days.items()},
        "unit": {portal.unit_name(unit) or nowhere: days for unit, days in year.unit_days.items()},
    }
    return {name: _mean_rows(context, found) for name, found in days.items()}


def _mean_rows(context: Context, days: Mapping[str, tuple[int, ...]]) -> list[Counted]:
    found = breakdown({name: len(lasted) for name, lasted in days.items()})
    shown = {name for name, _ in found.shown}
    rest = tuple(day for name, lasted in days.items() if name not in shown for day in lasted)
    rows: list[Counted] = [(name, (mean(days[name]), count)) for name, count in found.shown]
    return [*rows, (context.words("statistics.rest"), (mean(rest), len(rest)))] if shown and rest else rows


def _safe_rows(context: Context, counts: Mapping[str, int]) -> list[Counted]:
    found = breakdown(counts)
    if not found.shown:
        return []
    rows: list[Counted] = [(label, (count,)) for label, count in found.shown]
    return [*rows, (context.words("statistics.rest"), (found.rest,))] if found.rest else rows


def aftermath(context: Context, years: Sequence[YearFigures]) -> tuple[Section, ...]:
    """Give objections by ground, in groups that give nobody away, and disputes by the stage that each came to.

    Disputes are told one by one in their own register; grounds of objections are those of single applicants.
    """
    words = context.words
    blocks = (*_grounds(context, years), *_stages(context, years))
    return (section(words("statistics.aftermath"), blocks),) if blocks else ()


def ground_rows(context: Context, years: Iterable[YearFigures]) -> list[Counted]:
    """Give the objections of some years by ground, without groups that are too small in their year.

    Each year is told alone elsewhere (its report, the open data): what one hides must not come out as the sum of all
    years less the others.
    """
    together: Counter[str] = Counter()
    rest = 0
    for year in years:
        found = breakdown(_labelled(context, year.grounds))
        together.update(dict(found.shown))
        rest += found.rest
    largest_first = sorted(together.items(), key=lambda pair: (-pair[1], pair[0]))
    rows: list[Counted] = [(label, (count,)) for label, count in largest_first]
    return [*rows, (context.words("statistics.rest"), (rest,))] if rows and rest else rows


def _grounds(context: Context, years: Sequence[YearFigures]) -> tuple[Block, ...]:
    words, rows = context.words, ground_rows(context, years)
    head = (words("statistics.ground"), words("statistics.objections"))
    return charted(context, words("statistics.grounds_caption"), head, rows) if rows else ()


def _stages(context: Context, years: Sequence[YearFigures]) -> tuple[Block, ...]:
    words = context.words
    rows = [
        (words.label(one), tuple(year.stages.get(one, 0) for year in years))
        for one in DisputeStage
        if any(one in year.stages for year in years)
    ]
    head = (words("statistics.stage"), *(str(year.year) for year in years))
    return charted(context, words("statistics.stages_caption"), head, rows) if rows else ()


def _labelled(context: Context, counts: Mapping[C, int]) -> dict[str, int]:
    return {context.words.label(choice): count for choice, count in counts.items()}


def _decided(year: YearFigures, decision: Decision) -> int | None:
    known = year.decisions.get(decision)
    return 0 if known is None and year.origin is Origin.REGISTER else known


def _is_known(row: Counted) -> bool:
    return any(value is not None for value in row[1])
