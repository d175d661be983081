"""The calculator of lawful dates: its table holds what the engine says, and is there without a script."""

import json
from datetime import date, timedelta

import jsonschema
import pytest

from ppidgen.duties.deadlines import following
from ppidgen.model.deadline_rule import DeadlineEvent
from ppidgen.model.page import Facts, Grid, Notice
from ppidgen.model.questions import Calculator
from tests.pages.portals import blocks, context, file, page, rich

ADDRESS = "/layanan/kalkulator/"


@pytest.mark.parametrize("event", DeadlineEvent)
def test_every_day_of_the_table_says_what_the_engine_says(event: DeadlineEvent) -> None:
    portal = context()
    table = json.loads(file(portal, "data/tenggat.json").content)
    first, found = date.fromisoformat(table["dari"]), table["peristiwa"][event.value]
    assert (table["dari"], table["sampai"]) == ("2025-01-01", "2027-12-31")
    assert len(found["hari"]) == 365 * 3
    for place in range(0, len(found["hari"]), 13):
        day = first + timedelta(place)
        told = following(event, day, portal.law, portal.standing.calendar)
        assert found["aturan"] == [one.rule.code for one in told]
        assert found["hari"][place] == [(one.due - day).days for one in told]


def test_the_table_keeps_to_its_published_schema() -> None:
    portal = context()
    schema = json.loads(file(portal, "data/tenggat.schema.json").content)
    jsonschema.validate(json.loads(file(portal, "data/tenggat.json").content), schema)


def test_without_a_script_the_weeks_around_are_a_table() -> None:
    shown = page(context(), ADDRESS)
    grids: list[Grid] = blocks(shown, Grid)
    of_requests = {row[0]: row[1:] for row in grids[0].rows}
    assert of_requests["16 Maret 2026"] == ("26 Maret 2026", "7 April 2026", "16 April 2026", "22 Mei 2026")
    assert "19 Maret 2026" not in of_requests  # Nyepi is no day on which anything is received


def test_the_page_says_how_it_counts_what_is_uncertain_and_by_which_decrees() -> None:
    shown = page(rich(), ADDRESS)
    assert "Hari libur 2027 belum pasti" in [one.title for one in blocks(shown, Notice)]
    facts = [row.values for block in blocks(shown, Facts) for row in block.rows]
    assert ("Nomor 100/2026 tanggal 5 Januari 2026",) in facts
    (calculator,) = blocks(shown, Calculator)
    assert calculator.questions[1].value == "2026-03-16"
