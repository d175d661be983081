"""In an emergency the reader is first told what to do."""

from dataclasses import replace

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Facts, Notice, Prose, Rows, Section
from ppidgen.pages import shell
from ppidgen.pages.news.announcements import IN_FULL
from tests.pages.portals import blocks, context, page, rich

FLOOD = "/pengumuman/banjir/"
ARCHIVE = "/serta-merta/arsip/"


def test_what_to_do_now_comes_before_everything_else() -> None:
    first, second = page(rich(), FLOOD).blocks[:2]
    assert isinstance(first, Section)
    assert (first.title, first.blocks) == ("Yang harus dilakukan sekarang", (Prose("Pindah ke tempat tinggi.", 3),))
    assert isinstance(second, Notice)
    assert [link.address for link in second.links] == ["tel:112"]


def test_each_of_the_eight_points_is_present_or_missed_with_its_letter() -> None:
    sections = {one.title: one for one in blocks(page(rich(), FLOOD), Section)}
    assert sections["Cara mendapat bantuan"].blocks == (Prose("Hubungi posko.", 3),)
    (missing,) = sections["Belum dijelaskan"].blocks
    assert isinstance(missing, Facts)
    assert [row.citation[-1] for row in missing.rows] == ["b", "c", "d", "f", "g", "h"]
    assert all(row.missing for row in missing.rows)


def test_the_head_of_every_page_carries_what_is_in_force() -> None:
    (alert,) = shell(rich()).alerts
    assert (alert.title, alert.area, alert.instruction) == (
        "Banjir Sungai Contoh", "Kecamatan Hilir", "Pindah ke tempat tinggi.",
    )  # fmt: skip
    assert alert.link.address == FLOOD


def test_the_list_tells_the_whole_instruction_too_for_its_end_may_be_the_order_to_leave() -> None:
    told = "Siapkan tas siaga. " * 15 + "Mengungsilah sekarang."
    (flood,) = (one for one in rich().portal.announcements if one.id == "banjir")
    portal = replace(rich().portal, announcements=(flood.model_copy(update={"instruction": told}),))
    standing = replace(rich().standing, active=portal.announcements)
    notice = blocks(page(replace(rich(), portal=portal, standing=standing), "/serta-merta/"), Notice)[0]
    assert notice.text.endswith(told)


def test_what_is_in_force_to_come_and_past_are_kept_apart() -> None:
    now = page(rich(), "/serta-merta/")
    assert blocks(now, Notice)[0].title == "Banjir Sungai Contoh"
    upcoming = next(one for one in blocks(now, Section) if one.title == "Akan berlaku")
    assert [row.link.text for row in upcoming.blocks[0].rows] == ["Pemadaman listrik"]
    (past,) = blocks(page(rich(), "/serta-merta/arsip/"), Rows)
    assert [row.link.text for row in past.rows] == ["Angin kencang"]
    assert past.rows[0].summary == "Pesisir. 1 Januari 2025 sampai 2 Januari 2025."


def test_a_past_announcement_says_that_it_no_longer_applies() -> None:
    shown = page(rich(), "/pengumuman/lama/")
    assert [one.title for one in blocks(shown, Notice)] == ["Masa berlaku pengumuman ini telah lewat"]
    assert blocks(shown, Section)[0].title == "Petunjuk pada waktu itu"
    assert shown.section == "/serta-merta/arsip/"


def test_with_nothing_in_force_the_page_says_so_and_still_gives_112() -> None:
    notice = blocks(page(context(), "/serta-merta/"), Notice)[0]
    assert (notice.tone, notice.citation) == ("kosong", "Perki 1/2021 Pasal 19(2)")
    assert notice.links[0].address == "tel:112"
    assert blocks(page(context(), "/serta-merta/arsip/"), Notice)[0].tone == "kosong"


def many(count: int) -> Context:
    whole = rich()
    (flood,) = (one for one in whole.portal.announcements if one.id == "banjir")
    warnings = tuple(flood.model_copy(update={"id": f"b-{n}", "title": f"Banjir {n}"}) for n in range(count))
    portal = replace(whole.portal, announcements=warnings)
    return replace(whole, portal=portal, standing=replace(whole.standing, active=warnings, upcoming=(), archived=()))


def test_of_many_warnings_the_worst_are_told_in_full_and_the_others_in_rows_over_several_pages() -> None:
    portal = many(IN_FULL + 51)
    first = page(portal, "/serta-merta/")
    assert len(blocks(first, Notice)) == IN_FULL
    others = blocks(first, Rows)[0]
    assert (others.caption, others.rows[0].link.text) == ("Pengumuman 1–50 dari 51", f"Banjir {IN_FULL}")
    second = page(portal, "/serta-merta/laman/2/")
    assert second.title == "Informasi Serta-Merta: laman 2"
    assert [row.link.text for row in blocks(second, Rows)[0].rows] == [f"Banjir {IN_FULL + 50}"]
    assert page(portal, "/serta-merta/laman/").leads_to == "/serta-merta/"


def test_a_long_archive_goes_on_over_several_pages() -> None:
    portal = many(51)
    past = replace(portal, standing=replace(portal.standing, active=(), archived=portal.standing.active))
    assert [len(blocks(page(past, at), Rows)[0].rows) for at in (ARCHIVE, f"{ARCHIVE}laman/2/")] == [50, 1]
    assert page(past, f"{ARCHIVE}laman/").leads_to == ARCHIVE
