"""What a citizen reads on the page of one entry."""

import json
from datetime import date
from typing import Any

import pytest

from ppidgen.model.pages.page import Documents, Fact, Facts, Media, Notice, Page, Prose, Rows, SearchFields, Section
from ppidgen.model.records.body import Site
from ppidgen.model.records.parts import Document
from tests.pages.portals import SITE, blocks, context, entry, page, rich, unit

LINK = "https://contoh.go.id/neraca"
LKPD = "/informasi/bpkad/lkpd-2024/"


def facts(shown: Page) -> dict[str, Fact]:
    return {row.label: row for block in blocks(shown, Facts) for row in block.rows}


def test_the_documents_stand_first_with_size_pages_and_digest() -> None:
    shown = page(rich(), LKPD)
    first = shown.blocks[0]
    assert isinstance(first, Documents)
    own, elsewhere = first.items
    assert (own.address, own.format, own.size, own.pages, own.sha256) == (
        "/berkas/bpkad/lkpd-2024.pdf", "PDF", 2048, 3, "a" * 64,
    )  # fmt: skip
    assert (elsewhere.address, elsewhere.format) == ("https://contoh.go.id/ringkasan.pdf", "PDF")


def test_every_column_of_the_law_is_shown_with_its_article() -> None:
    told = facts(page(rich(), LKPD))
    assert told["Pejabat atau unit yang menguasai"].values == ("Kepala BPKAD",)
    assert told["Pejabat atau unit yang menguasai"].citation == "Perki 1/2021 Pasal 21(2) huruf c"
    assert told["Waktu pembuatan"].values == ("Maret 2025",)
    assert told["Bentuk yang tersedia"].values == ("Dokumen digital (softcopy)", "Dokumen nondigital (hardcopy)")
    assert told["Jangka waktu penyimpanan"].citation == "Perki 1/2021 Pasal 21(2) huruf g"
    assert told["Diperbarui"].values == ("5 Januari 2026",)


def test_a_legal_fact_that_is_missing_is_said() -> None:
    told = facts(page(context(information=(entry("a", "A"),)), "/informasi/a/"))
    missing = {label for label, row in told.items() if row.missing}
    assert missing == {
        "Ringkasan isi informasi", "Pejabat atau unit yang menguasai", "Penanggung jawab pembuatan atau penerbitan",
        "Waktu pembuatan", "Tempat pembuatan", "Bentuk yang tersedia", "Jangka waktu penyimpanan", "Diperbarui",
    }  # fmt: skip
    assert told["Tempat pembuatan"].values == ("Belum diisi",)


def test_an_entry_without_a_file_says_how_to_get_it() -> None:
    portal = context(information=(entry("a", "A", how_to_get="Datang ke meja layanan."),))
    (notice,) = blocks(page(portal, "/informasi/a/"), Notice)
    assert (notice.title, notice.text) == ("Cara memperoleh", "Datang ke meja layanan.")
    assert notice.links[-1].address == "/layanan/permohonan/"


def test_a_file_that_is_not_there_is_named_but_never_linked() -> None:
    portal = context(information=(entry("a", "A", documents=(Document(title="Neraca", file="hilang.pdf"),)),))
    shown = page(portal, "/informasi/a/")
    assert blocks(shown, Documents) == []
    assert [notice.text for notice in blocks(shown, Notice) if notice.title == "Berkas belum tersedia"] == ["Neraca"]
    assert "hilang.pdf" not in repr(shown)


def test_what_an_entry_says_stands_above_how_to_get_a_copy_and_what_the_law_wants_told() -> None:
    shown = page(context(information=(entry("a", "A", body="Jadwalnya."),)), "/informasi/a/")
    assert [type(block) for block in shown.blocks[:3]] == [Prose, Notice, Section]
    assert blocks(shown, Notice)[0].text.startswith("Isinya dapat dibaca di laman ini.")


def test_the_duties_it_meets_are_named_in_the_words_of_the_law() -> None:
    section = next(one for one in blocks(page(rich(), LKPD), Section) if one.title == "Kewajiban yang dipenuhi")
    (row,) = section.blocks[0].rows
    assert row.values == ("rencana dan laporan realisasi anggaran",)
    assert row.citation == "Perki 1/2021 Pasal 15(4) huruf a"


def test_duties_that_only_an_import_proposed_are_not_said_to_be_met() -> None:
    portal = context(
        information=(
            entry("neraca", "Neraca", duties=("B04.b",), link=LINK, to_check=("memenuhi",)),
            entry("lra", "LRA", duties=("B04.b",), link=LINK, to_check=("kategori",)),
        )
    )
    headings = {
        name: [one.title for one in blocks(page(portal, f"/informasi/{name}/"), Section) if one.shared]
        for name in ("neraca", "lra")
    }
    assert headings == {
        "neraca": ["Kewajiban yang mungkin dipenuhi, belum diperiksa petugas"],
        "lra": ["Kewajiban yang dipenuhi"],
    }


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        ({}, "Kewajiban yang berkaitan"),
        ({"summary": "Neraca daerah."}, "Kewajiban yang berkaitan"),
        ({"documents": (Document(title="Neraca", file="hilang.pdf"),)}, "Kewajiban yang berkaitan"),
        ({"link": LINK}, "Kewajiban yang dipenuhi"),
    ],
)
def test_an_entry_of_which_nothing_can_be_read_is_not_said_to_meet_a_duty(fields: dict[str, Any], heading: str) -> None:
    portal = context(information=(entry("neraca", "Neraca", duties=("B04.b",), **fields),))
    assert [one.title for one in blocks(page(portal, "/informasi/neraca/"), Section) if one.shared] == [heading]


def test_entries_that_meet_the_same_duties_share_the_section_that_says_so() -> None:
    met = {"a": ("B04.a",), "b": ("B04.a",), "c": ("B03.a",)}
    portal = context(information=tuple(entry(one, one, duties=codes) for one, codes in met.items()))
    first, second, other = (
        next(one for one in blocks(page(portal, f"/informasi/{name}/"), Section) if one.shared) for name in met
    )
    assert first is second
    assert other.blocks != first.blocks


def test_related_entries_are_five_at_most_and_never_the_entry_itself() -> None:
    portal = context(
        information=tuple(entry(f"e-{n}", f"Entri {n}", unit="dinas", duties=("B04.a",)) for n in range(9)),
        units=(unit("dinas", "Dinas"),),
    )
    (rows,) = blocks(page(portal, "/informasi/e-4/"), Rows)
    shown = [row.link.address for row in rows.rows]
    assert len(shown) == 5
    assert "/informasi/e-4/" not in shown
    assert shown == [row.link.address for row in blocks(page(portal, "/informasi/e-4/"), Rows)[0].rows]


def test_the_last_entry_of_a_unit_still_has_its_neighbours() -> None:
    portal = context(
        information=(entry("a", "A", unit="dinas"), entry("b", "B", unit="dinas")), units=(unit("dinas", "Dinas"),)
    )
    (rows,) = blocks(page(portal, "/informasi/b/"), Rows)
    assert [row.link.text for row in rows.rows] == ["A"]


def found_by(shown: Page) -> SearchFields:
    assert shown.search is not None
    return shown.search()


def test_search_knows_the_entry_by_its_words_and_their_synonyms() -> None:
    site = Site(title=SITE.title, synonyms={"LRA": ("laporan realisasi anggaran",)})
    one = entry("a", "Laporan Realisasi Anggaran 2024", other_words=("APBD",), body="Lihat **tabel** [ini](/dip/).")
    search = found_by(page(context(site=site, information=(one,)), "/informasi/a/"))
    assert search.synonyms == ("APBD", "LRA", "laporan realisasi anggaran")
    assert search.text == "Laporan Realisasi Anggaran 2024\nLihat tabel ini."
    assert search.filters == (("kategori", ("Informasi Berkala",)),)


def test_search_can_be_narrowed_by_category_unit_year_and_format() -> None:
    search = found_by(page(rich(), LKPD))
    assert dict(search.filters) == {
        "kategori": ("Informasi Berkala",), "unit": ("BPKAD",), "tahun": ("2024",), "format": ("PDF",),
    }  # fmt: skip


def test_words_for_search_alone_are_not_shown() -> None:
    shown = page(rich(), LKPD)
    assert "APBD" not in repr(shown.blocks)


def test_the_structured_data_reads_as_json_and_cannot_end_its_element() -> None:
    portal = context(information=(entry("a", "Judul </script><b>"),))
    text = page(portal, "/informasi/a/").structured
    assert "<" not in text
    thing, crumbs = json.loads(text)["@graph"]
    assert thing["name"] == "Judul </script><b>"
    assert (thing["@type"], "isAccessibleForFree" in thing) == ("CreativeWork", False)
    assert thing["url"] == "https://ppid.contoh.go.id/informasi/a/"
    assert [step["position"] for step in crumbs["itemListElement"]] == [1, 2, 3, 4]
    assert "item" not in crumbs["itemListElement"][-1]


def test_what_can_be_read_is_a_digital_document_that_is_free() -> None:
    portal = context(information=(entry("a", "A", link=LINK),))
    thing = json.loads(page(portal, "/informasi/a/").structured)["@graph"][0]
    assert (thing["@type"], thing["isAccessibleForFree"]) == ("DigitalDocument", True)


def test_an_entry_with_data_is_a_dataset() -> None:
    portal = context(information=(entry("a", "A", documents=(Document(title="Data", link="https://x.go.id/a.csv"),)),))
    thing = json.loads(page(portal, "/informasi/a/").structured)["@graph"][0]
    assert thing["@type"] == "Dataset"
    assert thing["distribution"][0]["contentUrl"] == "https://x.go.id/a.csv"
    assert thing["distribution"][0]["encodingFormat"] == "text/csv"


def test_without_an_address_of_the_portal_no_address_is_made_up() -> None:
    text = page(rich(base_url=""), LKPD).structured
    graph = json.loads(text)["@graph"]
    assert "url" not in graph[0]
    assert all("item" not in step for step in graph[1]["itemListElement"])


def test_recordings_come_with_their_companions() -> None:
    (media,) = blocks(page(rich(), LKPD), Media)
    assert (media.items[0].title, media.items[0].captions) == ("Penjelasan", True)


def test_an_entry_grown_old_says_so() -> None:
    portal = context(information=(entry("a", "A", updated=date(2025, 1, 2)),))
    notice = blocks(page(portal, "/informasi/a/"), Notice)[0]
    assert notice.title == "Informasi ini perlu diperbarui"
    assert "2 Januari 2025" in notice.text


def test_the_page_names_its_feeds_and_its_place_in_the_menu() -> None:
    shown = page(rich(), LKPD)
    assert [feed.address for feed in shown.feeds] == ["/umpan/kategori/berkala.xml", "/umpan/unit/bpkad.xml"]
    assert shown.section == "/dip/berkala/"
    assert [crumb.text for crumb in shown.crumbs] == ["Beranda", "Informasi Publik", "Informasi Berkala"]
