"""The page of a unit."""

from dataclasses import replace

from ppidgen.model.pages.page import Facts, Figures, Grid, Links, Notice, Rows, Tree
from ppidgen.pages.addresses.links import links_of
from ppidgen.pages.body.units import SHOWN
from ppidgen.pages.shell import shell
from tests.pages.portals import blocks, context, entry, page, pages, rich, unit
from tests.pages.standings import standings


def test_a_unit_shows_its_head_its_contacts_and_what_it_has_published() -> None:
    shown = page(rich(), "/unit/bpkad/")
    facts = {row.label: row for block in blocks(shown, Facts) for row in block.rows}
    assert facts["Pimpinan"].values == ("Budi, Kepala Badan",)
    assert facts["Unit induk"].values[0].address == "/unit/setda/"
    assert [figure.value for figure in blocks(shown, Figures)[0].items] == ["2", "0", "0"]
    assert [row.link.text for row in blocks(shown, Rows)[0].rows] == ["Laporan Keuangan Daerah 2024", "Neraca Daerah"]


def test_a_unit_leads_to_the_list_of_all_it_published_only_where_that_holds_more() -> None:
    for count, leads_on in ((SHOWN, False), (SHOWN + 1, True)):
        entries = tuple(entry(f"laporan-{number:02}", f"Laporan {number:02}", unit="dinas") for number in range(count))
        shown = page(context(units=(unit("dinas", "Dinas"),), information=entries), "/unit/dinas/")
        texts = [link.text for block in blocks(shown, Links) for link in block.items]
        assert (f"Lihat semua {count} informasi unit ini" in texts) == leads_on


def test_the_page_of_a_unit_leads_to_how_its_duties_stand() -> None:
    leads = {link.address for block in blocks(page(standings(), "/unit/bpkad/"), Links) for link in block.items}
    assert "/kelengkapan/unit/bpkad/" in leads


def test_a_unit_without_a_head_or_without_entries_says_so() -> None:
    shown = page(context(units=(unit("dinas", "Dinas"),)), "/unit/dinas/")
    (row,) = blocks(shown, Facts)[0].rows
    assert (row.missing, row.citation) == (True, "Perki 1/2021 Pasal 15(1) huruf c")
    assert blocks(shown, Notice)[0].tone == "kosong"


def test_a_unit_shows_the_units_below_it() -> None:
    (tree,) = blocks(page(rich(), "/unit/setda/"), Tree)
    assert [branch.name.text for branch in tree.branches] == ["BPKAD"]


def test_a_ring_of_parents_does_not_hang() -> None:
    portal = context(units=(unit("a", "A", parent="b"), unit("b", "B", parent="a")))
    assert blocks(page(portal, "/unit/a/"), Tree)


def test_all_units_are_counted_by_category() -> None:
    (table,) = blocks(page(rich(), "/unit/"), Grid)
    assert table.head == ("Unit", "Berkala", "Serta-merta", "Setiap saat", "Jumlah")
    assert [(row[0].text, *row[1:]) for row in table.rows] == [
        ("BPKAD", "2", "0", "0", "2"),
        ("Desa Contoh", "0", "0", "0", "0"),
        ("Sekretariat Daerah", "0", "1", "0", "1"),
    ]


def test_each_unit_can_be_shown_alone_and_no_page_leads_to_what_is_left_out() -> None:
    whole = rich()
    for one in whole.portal.units:
        alone = pages(replace(whole, portal=whole.portal.of_unit(one.id)))
        assert {"/", f"/unit/{one.id}/", "/kelengkapan/"} <= alone.keys()
        met = {link for shown in alone.values() for link in links_of(shown) if link.endswith("/")}
        assert met - alone.keys() == set()


def test_a_copy_says_of_whom_it_tells_and_nothing_of_what_others_publish() -> None:
    whole = rich()
    portal = replace(whole, portal=whole.portal.of_unit("bpkad"))
    note = "Salinan ini hanya memuat informasi BPKAD. Informasi unit lain ada di portal lengkap."
    assert (shell(whole).copy_note, shell(portal).copy_note) == ("", note)
    carried = replace(portal, is_copy=True)
    assert shell(carried).copy_note.startswith("Salinan ini dibuat 16 Maret 2026. Peringatan dan isi yang lebih baru")
    assert shell(carried).copy_note.endswith(note)
    of_others = [address for address in pages(portal) if {"setda", "desa"} & {*address.split("/")}]
    assert of_others == []
    (tree,) = blocks(page(portal, "/profil/struktur-organisasi/"), Tree)
    assert {branch.name for branch in tree.branches} == {"Sekretariat Daerah", "Desa Contoh"}
    (parent,) = [row for row in blocks(page(portal, "/unit/bpkad/"), Facts)[0].rows if row.label == "Unit induk"]
    assert parent.values == ("Sekretariat Daerah",)
