"""No address ever falls silent."""

from datetime import date

from ppidgen.model.pages.page import Facts, Notice
from ppidgen.model.records.parts import Withdrawal
from tests.pages.portals import blocks, context, entry, page, pages, rich


def test_a_withdrawn_entry_keeps_a_page_that_says_why_and_what_replaces_it() -> None:
    shown = page(rich(), "/informasi/bpkad/ditarik/")
    assert shown.title == "Ditarik: Laporan Keliru"
    assert blocks(shown, Notice)[0].text == "Angkanya keliru."
    facts = {row.label: row for block in blocks(shown, Facts) for row in block.rows}
    assert facts["Tanggal penarikan"].values == ("1 Februari 2025",)
    assert facts["Pengganti"].values[0].address == "/informasi/bpkad/lkpd-2024/"


def test_a_withdrawn_entry_without_a_replacement_says_so() -> None:
    gone = entry("a", "A", withdrawn=Withdrawal(day=date(2025, 1, 1), reason="Ganda."))
    (facts,) = blocks(page(context(information=(gone,)), "/informasi/a/"), Facts)
    assert facts.rows[1].values == ("Tidak ada pengganti",)


def test_an_old_address_points_to_the_new_one() -> None:
    shown = page(rich(), "/informasi/bpkad/lkpd-lama/")
    (notice,) = blocks(shown, Notice)
    assert [link.address for link in notice.links] == ["/informasi/bpkad/lkpd-2024/"]
    assert shown.title == "Pindah: Laporan Keuangan Daerah 2024"


def test_an_old_address_of_what_was_withdrawn_says_so_and_sends_nobody_on() -> None:
    gone = entry("a", "A", old_ids=("b",), withdrawn=Withdrawal(day=date(2025, 1, 1), reason="Ganda."))
    made = pages(context(information=(gone,)))
    old, own = made["/informasi/b/"], made["/informasi/a/"]
    assert (old.title, old.blocks) == (own.title, own.blocks)
    assert blocks(old, Notice)[0].text == "Ganda."


def test_an_old_address_that_lives_again_is_left_to_the_living() -> None:
    made = pages(context(information=(entry("a", "A", old_ids=("b",)), entry("b", "B"))))
    assert made["/informasi/b/"].title == "B"


def test_gone_pages_stay_out_of_search_and_of_the_site_map() -> None:
    for address in ("/informasi/bpkad/ditarik/", "/informasi/bpkad/lkpd-lama/"):
        shown = page(rich(), address)
        assert (shown.index, shown.search) == (False, None)
