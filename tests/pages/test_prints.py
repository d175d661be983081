"""The print view is the annex of the regulation."""

from datetime import date

import pytest

from ppidgen.model.days.dates import parse_period
from ppidgen.model.elements.vocabulary import Category, Form
from ppidgen.model.pages.page import Facts, Grid, Links, Notice
from ppidgen.model.records.parts import Decree
from ppidgen.pages.dip import prints
from tests.pages.portals import BODY, blocks, context, entry, page, rich, unit

# Lampiran I of Perki 1/2021, in the order of Pasal 21(2).
ANNEX = (
    "No.",
    "Ringkasan isi informasi",
    "Pejabat/Unit/Satker yang menguasai informasi",
    "Penanggungjawab pembuatan atau penerbitan informasi",
    "Waktu dan tempat pembuatan informasi",
    "Softcopy",
    "Hardcopy",
    "Jangka waktu penyimpanan atau retensi arsip",
)


def test_the_columns_stand_in_the_order_of_the_annex() -> None:
    (table,) = blocks(page(rich(), "/dip/cetak/"), Grid)
    assert table.head == ANNEX
    assert table.groups == (("", 5), ("Bentuk informasi yang tersedia", 2), ("", 1))
    assert sum(columns for _, columns in table.groups) == len(table.head)


def test_a_row_holds_what_the_register_says() -> None:
    one = entry(
        "a", "Neraca", summary="Ringkas.", holder="Kepala", responsible="Bidang", made_on=parse_period("Maret 2025"),
        made_at="Contoh", forms=(Form.HARDCOPY,), retention="5 tahun",
    )  # fmt: skip
    (table,) = blocks(page(context(information=(one,)), "/dip/cetak/"), Grid)
    assert table.rows == (("1", "Neraca. Ringkas.", "Kepala", "Bidang", "Maret 2025, Contoh", "", "✓", "5 tahun"),)


def test_what_is_missing_is_said_and_never_left_blank() -> None:
    (table,) = blocks(page(context(information=(entry("a", "A"),)), "/dip/cetak/"), Grid)
    assert table.rows == (("1", "A", "Belum diisi", "Belum diisi", "Belum diisi", "", "", "Belum diisi"),)


def test_numbers_run_through_the_categories_in_their_order() -> None:
    information = (
        entry("a", "A", category=Category.ON_DEMAND),
        entry("b", "B", category=Category.PERIODIC),
        entry("c", "C", category=Category.IMMEDIATE),
    )
    (table,) = blocks(page(context(information=information), "/dip/cetak/"), Grid)
    assert [row[:2] for row in table.rows] == [("1", "B"), ("2", "C"), ("3", "A")]


def test_each_unit_has_a_print_of_its_own() -> None:
    (table,) = blocks(page(rich(), "/dip/cetak/unit/bpkad/"), Grid)
    assert [row[0] for row in table.rows] == ["1", "2"]
    assert page(rich(), "/dip/cetak/unit/bpkad/").title == "Daftar Informasi Publik BPKAD"


def test_a_long_list_leads_to_one_print_per_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prints, "MOST_ROWS", 2)
    portal = context(
        information=(entry("a", "A", unit="dinas"), entry("b", "B", unit="dinas"), entry("c", "C")),
        units=(unit("dinas", "Dinas"),),
    )
    shown = page(portal, "/dip/cetak/")
    assert blocks(shown, Grid) == []
    links, files = blocks(shown, Links)
    assert "/data/dip.xlsx" in [link.address for link in files.items]
    assert [link.address for link in links.items] == ["/dip/cetak/unit/dinas/", "/dip/cetak/tanpa-unit/"]
    (table,) = blocks(page(portal, "/dip/cetak/tanpa-unit/"), Grid)
    assert [row[1] for row in table.rows] == ["C"]


def test_the_decree_that_sets_the_list_is_named_or_missed() -> None:
    (told,) = blocks(page(rich(), "/dip/cetak/"), Facts)[0].rows
    assert told.values == ("Nomor 188/50/2025 tanggal 19 Agustus 2025",)
    (missed,) = blocks(page(context(), "/dip/cetak/"), Facts)[0].rows
    assert (missed.missing, missed.citation) == (True, "Perki 1/2021 Pasal 45(5)")


def test_what_the_decree_of_the_list_cannot_hold_is_counted() -> None:
    told = [entry(name, name.upper(), published=date(2026, 1, day)) for name, day in (("a", 1), ("b", 2), ("c", 3))]
    decided = BODY.model_copy(update={"list_decree": Decree(number="1", day=date(2026, 1, 1))})
    _, later = blocks(page(context(information=tuple(told), body=decided), "/dip/cetak/"), Facts)[0].rows
    assert (later.label, later.values) == ("Terbit sesudahnya", ("2 informasi",))


def test_an_empty_list_prints_its_state() -> None:
    assert blocks(page(context(), "/dip/cetak/"), Notice)[0].tone == "kosong"


def test_print_views_stay_out_of_search_engines() -> None:
    shown = page(rich(), "/dip/cetak/")
    assert (shown.type, shown.index, shown.search) == ("cetak", False, None)
    assert shown.updated == ""
    assert date(2026, 3, 16).isoformat() not in repr(shown)
