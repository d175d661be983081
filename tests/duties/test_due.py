"""What falls due follows from registers and law alone."""

from datetime import date
from typing import Any

import yaml

from ppidgen.duties.due import falling_due, in_unit
from ppidgen.model.context import Context
from ppidgen.model.records.nil import NilStatement
from ppidgen.model.records.publication import Announcement
from ppidgen.model.records.service_report import ServiceReport
from ppidgen.model.records.unit import Unit
from ppidgen.model.records.waiver import Waiver
from ppidgen.model.standing.due import DueKind
from ppidgen.source.package_data import read_text
from tests.rules.portals import body, context, entry, exemption

DAY = date(2026, 2, 16)
FAR = date(2100, 1, 1)


def days(portal: Context, until: date = FAR) -> dict[str, str]:
    return {due.kind.value: due.day.isoformat() for due in falling_due(portal, until)}


OLD_REPORT = ServiceReport.model_validate({"id": "2024", "judul": "Laporan", "tahun": 2024})


def of(as_of: date = DAY, **registers: Any) -> Context:
    return context(as_of, **{"reports": (OLD_REPORT,), **registers})


def test_every_register_that_ends_or_grows_old_is_looked_at() -> None:
    decree = {"nomor": "1", "tanggal": "2026-01-10"}
    nil = NilStatement.model_validate({"id": "n", "kewajiban": ["S11"], "pernyataan": "Tidak ada.", "tanggal": DAY})
    alert = {"id": "b", "judul": "B", "jenis": "bencana-alam", "mulai": DAY, "selesai": "2026-03-01"}
    portal = of(
        body=body(list_decree=decree),
        information=(entry(updated="2026-01-15"),),
        exemptions=(exemption(expires={"tanggal": "2026-06-30"}, review="2026-04-01"),),
        nil=(nil,),
        announcements=(Announcement.model_validate({**alert, "wilayah": "W", "instruksi": "I"}),),
        waivers=(Waiver(code="DIP001", place="content/a.yaml", reason="A", until=date(2026, 5, 5)),),
    )
    assert days(portal) == {
        "archive": "2026-03-01",
        "report": "2026-03-31",
        "exemption_review": "2026-04-01",
        "waiver": "2026-05-05",
        "opening_decree": "2026-05-11",  # counted by hand over Ascension, Idul Adha, Pancasila and 1 Muharram
        "exemption_ends": "2026-06-30",
        "list_decree": "2026-07-10",
        "renewal": "2026-07-15",
        "nil": "2027-02-16",
    }


def test_what_lies_beyond_the_horizon_is_left_out_and_what_is_overdue_is_not() -> None:
    portal = of(exemptions=(exemption(expires={"tanggal": "2026-03-31"}),), information=(entry(updated="2025-01-15"),))
    assert days(portal, DAY) == {"renewal": "2025-07-15", "opening_decree": "2026-02-06"}


def test_a_report_that_is_overdue_stays_so_over_new_year_until_the_next_one_is_due() -> None:
    for as_of, years in ((date(2026, 12, 31), ["2025"]), (date(2027, 1, 1), ["2025", "2026"])):
        found = [due.record for due in falling_due(of(as_of), FAR) if due.kind is DueKind.REPORT]
        assert found == years
    assert [due.record for due in falling_due(of(date(2027, 4, 1)), FAR) if due.kind is DueKind.REPORT] == ["2026"]


def test_what_has_opened_asks_only_to_be_listed_and_what_is_listed_for_nothing() -> None:
    ending = {"tanggal": "2025-12-31"}
    assert days(of(exemptions=(exemption(expires=ending, review="2025-06-01"),)), DAY) == {"listing": "2025-12-31"}
    listed = {"nomor": "2", "tanggal": "2025-11-01", "entri_dip": "contoh/entri-1"}
    assert days(of(exemptions=(exemption(expires=ending, opening=listed, status="dibuka"),)), DAY) == {}


def test_what_was_changed_and_is_exempt_all_the_same_still_falls_due() -> None:
    changed: dict[str, Any] = {"expires": {"tanggal": "2026-03-31"}, "status": "diubah"}
    kept = exemption(changes=[{"nomor": "2", "hasil": "tetap-dikecualikan"}], **changed)
    assert days(of(exemptions=(kept,)))["exemption_ends"] == "2026-03-31"
    assert "exemption_ends" not in days(of(exemptions=(exemption(replaced_by="contoh/lain", **changed),)))


def test_a_unit_has_the_matters_of_those_below_it_and_a_circle_ends() -> None:
    units = (Unit(id="a", name="A", parent="c"), Unit(id="b", name="B", parent="a"), Unit(id="c", name="C", parent="a"))
    portal = of(units=units, information=(entry(unit="b", updated="2026-01-15"),))
    due = next(one for one in falling_due(portal, FAR) if one.kind is DueKind.RENEWAL)
    assert [in_unit(portal, due, unit) for unit in ("b", "a", "c", "d")] == [True, True, True, False]


def test_every_kind_has_its_sentence_in_both_languages() -> None:
    tables = yaml.safe_load(read_text("kata/jatuh-tempo.yaml"))
    assert tables["id"].keys() == tables["en"].keys()
    assert {kind.value for kind in DueKind} <= tables["id"].keys()
