from datetime import date

import pytest

from tests.rules.examples import told
from tests.rules.portals import body, entry, exemption, inspected


def test_one_finding_names_all_columns_that_are_missing() -> None:
    (found,) = inspected("DIP001", information=(entry(made_at=None, forms=None),))
    assert found.data["columns"] == "tempat_pembuatan, bentuk"


def test_a_withdrawn_entry_is_left_in_peace() -> None:
    withdrawn = entry(
        title="LAPORAN LAMA SEKALI", summary=None, withdrawn={"tanggal": "2026-01-01", "alasan": "Ganda."}
    )
    assert [found.code for found in inspected("DIP0", information=(withdrawn,))] == ["DIP003"]


@pytest.mark.parametrize(("day", "told"), [("2025-08-16", False), ("2025-08-15", True)])
def test_a_periodic_entry_grows_old_on_the_day_after_six_months(day: str, told: bool) -> None:  # noqa: FBT001 - a table
    assert bool(inspected("DIP002", information=(entry(updated=day),))) is told


def test_an_entry_for_every_time_does_not_grow_old() -> None:
    old = entry(category="setiap-saat", updated="2019-01-01")
    assert inspected("DIP002", information=(old,)) == []


def test_an_entry_without_any_day_is_told_once_and_not_as_old() -> None:
    parts = (entry(updated=None),)
    assert inspected("DIP002", information=parts) == []
    assert len(inspected("DIP012", information=parts)) == 1


@pytest.mark.parametrize("word", ["-", "sda", "s.d.a.", "IDEM", "(diisi)", "xxx", "\u2026", "belum ada"])
def test_a_column_that_holds_a_mark_is_not_filled(word: str) -> None:
    (finding,) = inspected("DIP001", information=(entry(holder=word),))
    assert finding.data["columns"] == "pejabat_penguasa"


def test_a_day_of_renewal_that_has_not_come_is_told() -> None:
    (finding,) = inspected("DIP014", information=(entry(updated="2062-01-15"),))
    assert (finding.data["key"], finding.data["day"]) == ("tanggal_diperbarui", "2062-01-15")
    (diagnostic,) = told((finding,)).told
    assert "UU 14/2008 Pasal 7(2)" in diagnostic.citations[0], "a day holds for entries that are not periodic, too"


@pytest.mark.parametrize("title", ["APBD", "RKPD 24", "Laporan APBD 2024", "DIP/DIK/DPA"])
def test_an_abbreviation_is_no_shouting(title: str) -> None:
    assert inspected("DIP009", information=(entry(title=title),)) == []


def test_titles_that_differ_in_signs_alone_are_twins_only_within_one_unit_and_year() -> None:
    first = entry(1, title="Laporan Keuangan (2024)")
    assert len(inspected("DIP010", information=(first, entry(2, title="laporan keuangan, 2024")))) == 1
    assert inspected("DIP010", information=(first, entry(2, title="laporan keuangan, 2024", unit="lain"))) == []
    assert inspected("DIP010", information=(first, entry(2, title="laporan keuangan, 2024", year="2023"))) == []


def test_an_exemption_that_has_ended_may_stand_in_the_list() -> None:
    listed = (entry(title="Rekam medis 1"),)
    assert len(inspected("DIP013", information=listed, exemptions=(exemption(),))) == 1
    ended = exemption(expires={"tanggal": "2026-01-31"})
    assert inspected("DIP013", information=listed, exemptions=(ended,)) == []
    part = exemption(extent="sebagian")
    assert inspected("DIP013", information=listed, exemptions=(part,)) == []


def test_the_list_itself_grows_old_after_six_months() -> None:
    decree = {"nomor": "188/9/2025", "tanggal": "2025-08-16", "persetujuan_atasan": "Sekretaris Daerah"}
    assert inspected("DIP004", body=body(list_decree=decree)) == []
    assert len(inspected("DIP004", body=body(list_decree=decree), as_of=date(2026, 2, 17))) == 1


@pytest.mark.parametrize("made", ["12/02/24", "12-2-24", "12 Feb 24", "Peb-24", "02/24"])
def test_a_year_of_two_figures_is_told_once(made: str) -> None:
    item = entry(made_on=made, year=None)
    assert [found.data["value"] for found in inspected("DIP015", information=(item,))] == [made]
    assert inspected("DIP008", information=(item,)) == []


@pytest.mark.parametrize("made", ["12/02/2024", "2024", "Setiap hari", "Semester 24", "TW 1 24"])
def test_other_times_of_making_are_let_through(made: str) -> None:
    assert inspected("DIP015", information=(entry(made_on=made),)) == []
