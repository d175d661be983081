"""A survey's outcome stands with the number of respondents and the period, or does not stand at all."""

from datetime import date

from ppidgen.model.pages.chart import Chart
from ppidgen.model.pages.page import Figures, Grid, Notice, Text
from ppidgen.model.records.service_report import SatisfactionSurvey, ServiceReport
from tests.pages.portals import blocks, context, page, rich


def test_index_and_elements_name_respondents_and_period() -> None:
    shown = page(rich(), "/survei-kepuasan/")
    (figures,) = blocks(shown, Figures)
    period = "6 responden, 3 Februari 2025 sampai 28 November 2025"
    assert figures.items[0].value == "66,67"
    assert period in [block.text for block in blocks(shown, Text)]
    (table,) = blocks(shown, Grid)
    assert table.caption == "Nilai tiap unsur (6 responden, 3 Februari 2025 sampai 28 November 2025)"
    assert table.rows == (("Kemudahan", "4,0"), ("Kecepatan", "1,0"), ("Sikap", "3,0"))


def test_the_outcome_of_fewer_than_five_is_not_shown() -> None:
    few = SatisfactionSurvey(first=date(2025, 1, 1), last=date(2025, 1, 2), answers="A,B\n1,2\n")
    shown = page(context(reports=(ServiceReport(id="r", title="R", year=2025, survey=few),)), "/survei-kepuasan/")
    assert "kurang dari 5 responden" in blocks(shown, Notice)[0].title
    assert blocks(shown, Chart) + blocks(shown, Grid) == []
