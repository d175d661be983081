"""The satisfaction surveys: index and elements, never without the number of respondents and the period."""

from collections.abc import Iterator

from ppidgen.duties.small_cells import LEAST
from ppidgen.duties.survey import tally
from ppidgen.model.context import Context
from ppidgen.model.pages.page import Block, Figure, Figures, Notice, Text
from ppidgen.model.pages.page_terms import EMPTY, NOTE
from ppidgen.model.records.service_report import SatisfactionSurvey
from ppidgen.pages.parts.charts import charted
from ppidgen.pages.parts.frame import section
from ppidgen.pages.parts.wording import day_words, number
from ppidgen.pages.service.reports import newest


def survey_blocks(context: Context) -> Iterator[Block]:
    """Give each survey, the newest first."""
    words = context.words
    surveys = [(report.year, report.survey) for report in newest(context) if report.survey]
    for year, survey in surveys:
        yield section(words("survey.year", year=year), _survey(context, survey))
    if surveys:
        yield Text(words("survey.scale"), NOTE)


def _survey(context: Context, survey: SatisfactionSurvey) -> Iterator[Block]:
    words, found = context.words, tally(survey.answers)
    told = {
        "count": number(words, found.count),
        "first": day_words(words, survey.first),
        "last": day_words(words, survey.last),
    }
    if found.index is None or found.count < LEAST:
        yield Notice(words("survey.too_few", least=LEAST, **told), tone=EMPTY)
        return
    period = words("survey.period", **told)
    yield Figures((Figure(_decimal(context, found.index), words("survey.index")),))
    yield Text(period)
    head = (words("survey.element"), words("survey.value"))
    rows = [(name, (value,)) for name, value in found.means]
    yield from charted(context, words("survey.caption", **told), head, rows)


def _decimal(context: Context, value: float) -> str:
    return f"{value:.2f}".replace(".", context.words("number.point"))
