"""The calculator of lawful dates: its table holds what the engine says, and is there without a script."""

import json
from datetime import date, timedelta

import jsonschema
import pytest

from ppidgen.duties.deadlines import following
from ppidgen.model.law.deadline_rule import DeadlineEvent
from ppidgen.model.pages.page import Facts, Grid, Notice
from ppidgen.model.pages.questions import Calculator
from ppidgen.model.records.body import ElectionTime
from tests.pages.portals import BODY, blocks, context, file, page, rich

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


def test_in_an_election_page_and_table_say_what_the_engine_counts_and_what_it_rests_on() -> None:
    time = ElectionTime(starts=date(2026, 3, 1), ends=date(2026, 3, 31), source="Keputusan KPU tentang tahapan")
    portal = context(body=BODY.model_copy(update={"elections": (time,)}))
    table = json.loads(file(portal, "data/tenggat.json").content)
    request, first = table["peristiwa"]["permohonan"], date.fromisoformat(table["dari"])
    of_answer = request["aturan"].index("R07")
    due = {day: request["hari"][(day - first).days][of_answer] for day in (date(2026, 3, 2), date(2026, 4, 1))}
    assert due == {date(2026, 3, 2): 3, date(2026, 4, 1): 15}
    assert table["masa_pemilu"] == [{"mulai": "2026-03-01", "selesai": "2026-03-31"}]
    assert list(table["aturan_pemilu"]) == ["R07"]
    assert table["aturan_pemilu"]["R07"]["lama"] == "3 hari kerja"
    assert "yang dipakai Badan Publik ini" in table["aturan_pemilu"]["R07"]["dasar"]
    for address in (ADDRESS, "/layanan/permohonan/", "/layanan/pertanyaan-umum/"):
        (notice,) = [one for one in blocks(page(portal, address), Notice) if one.title.startswith("Masa pemilu")]
        assert notice.title == "Masa pemilu, 1 Maret 2026 sampai 31 Maret 2026"
        assert "paling lambat 3 hari kerja. Masanya menurut Keputusan KPU tentang tahapan." in notice.text
        assert "Pasal" not in notice.text


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
