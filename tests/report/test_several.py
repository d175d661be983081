"""Several scores at once in every format: each says what it is, whom it is for, and the same numbers."""

import csv
import io
import json
import re
from collections.abc import Callable
from fractions import Fraction
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from ppidgen.exchange.score_sheet import several_csv, several_xlsx
from ppidgen.model.rubrics.rubric import Rubric
from ppidgen.model.rubrics.scorecard import Note, Scorecard
from ppidgen.report import Setting
from ppidgen.report.scores.formats import SEVERAL_FORMATS
from ppidgen.report.shipped import score_words
from ppidgen.scoring.comparison import moves
from ppidgen.scoring.several import Comparison, Figures, Row, Series, Several, Way, figures_of, rows_of
from ppidgen.scoring.target import path_to
from ppidgen.scoring.told import decimal
from tests.scoring.portals import AS_OF, documents, edition, entry, facts, found, scored

WORDS = score_words("id")
LABEL = "estimasi mandiri, bukan nilai Komisi Informasi"
CAUTION = "edisi ini untuk"


def standard() -> Rubric:
    return edition("perki-1-2021")


def cards() -> tuple[Scorecard, Scorecard]:
    files = (found("a.pdf"),)
    full = (entry(duties=("B04.a",), documents=documents("a.pdf")),)
    return scored("perki-1-2021", facts=files), scored("perki-1-2021", facts=files, information=full)


def figures(card: Scorecard) -> Figures:
    made = figures_of(card)
    return Figures(made.recorded, made.claimed, made.possible, made.losses, (Note.OTHER_BODIES,))


def series() -> Several:
    rows = tuple(Row(f"2026-0{place}", AS_OF, figures(card)) for place, card in enumerate(cards(), start=1))
    return Series("commit", standard(), rows, in_time=True)


def comparison() -> Several:
    before, after = cards()
    rows = (Row("<lama>", AS_OF, figures(before)), Row("=1+1", AS_OF, figures(after)))
    return Comparison(standard(), *rows, moves(before, after))


def way() -> Several:
    rubric = standard()
    given = facts(rubric)
    card = scored(rubric)
    return Way(card, path_to(Fraction(12), rubric, given))


ALL = {"series": series, "comparison": comparison, "way": way}


def recorded(several: Several) -> list[Fraction]:
    reached = [several.path.start, several.path.reached] if isinstance(several, Way) else []
    return reached or [row.figures.recorded.value for row in rows_of(several)]


def number(value: Fraction, form: str) -> str:
    return decimal(value).rstrip("0").rstrip(",").replace(",", ".") if form == "json" else decimal(value)


def in_words(form: str, several: Several) -> str:
    if form == "csv":
        return several_csv(several, WORDS).decode("utf-8-sig")
    if form == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(several_xlsx(several, WORDS))).active
        assert sheet is not None
        return "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    return SEVERAL_FORMATS[form](several, Setting(WORDS))


@pytest.mark.slow
@pytest.mark.parametrize("form", [*SEVERAL_FORMATS, "csv", "xlsx"])
@pytest.mark.parametrize("make", ALL.values(), ids=ALL)
def test_each_format_says_what_it_is_an_estimate_of_and_the_recorded_totals(
    form: str, make: Callable[[], Several]
) -> None:
    told = in_words(form, make())
    assert LABEL.upper() in told if form == "text" else LABEL in told
    if make is not way:
        assert CAUTION in told
    assert all(number(value, form) in told for value in recorded(make()))


@pytest.mark.parametrize("form", [*SEVERAL_FORMATS, "csv", "xlsx"])
def test_a_series_without_rows_is_written_all_the_same(form: str) -> None:
    assert LABEL.casefold() in in_words(form, Series("commit", standard(), ())).casefold() or form == "csv"


def test_a_page_holds_a_drawing_with_a_name_a_description_and_the_table_of_the_same_numbers() -> None:
    page = in_words("html", series())
    found = re.search(r"<svg.*</svg>", page, re.DOTALL)
    assert found
    drawing = ET.fromstring(found[0])  # noqa: S314 - our own page
    names = {one.get("id"): one.text for one in drawing if one.get("id")}
    assert drawing.get("role") == "img"
    assert drawing.get("aria-labelledby", "").split() == list(names)
    assert "2 penilaian" in (names["trend-text"] or "")
    dashes = {one.get("stroke-dasharray") for one in drawing if one.get("stroke-width") == "2"}
    assert len(dashes) == 3  # told apart without colour
    assert page.count('<th scope="row">2026-0') == 2


def test_what_a_commit_is_called_is_text_and_runs_nothing() -> None:
    assert "<lama>" not in in_words("html", comparison())
    rows = list(csv.reader(io.StringIO(in_words("csv", comparison()))))
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


def test_programs_read_whether_a_path_is_proved_the_cheapest() -> None:
    told = json.loads(in_words("json", way()))
    assert told["proven_cheapest"] is True
    assert told["cost"] >= len(told["steps"])
    assert told["reached"] >= told["target"] == 12
