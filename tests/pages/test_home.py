"""The home page and what stands around every page."""

import json

from ppidgen.model.pages.page import Cards, Figures, Notice, Rows, SearchApp, SearchBox
from ppidgen.pages import shell
from tests.pages.portals import blocks, context, page, rich


def test_search_comes_first_and_the_services_next() -> None:
    shown = page(rich(), "/")
    assert isinstance(shown.blocks[0], SearchBox)
    assert shown.blocks[0].large
    first = blocks(shown, Cards)[0]
    assert [card.link.address for card in first.items] == [
        "/layanan/permohonan/",
        "/layanan/lacak/",
        "/layanan/keberatan/",
        "/layanan/kanal/",
    ]


def test_the_categories_are_counted() -> None:
    counts = {card.link.text: card.count for card in blocks(page(rich(), "/"), Cards)[1].items}
    assert counts == {
        "Informasi Berkala": "2 informasi",
        "Informasi Serta-Merta": "1 informasi",
        "Informasi Setiap Saat": "1 informasi",
        "Informasi Dikecualikan": "1 informasi",
    }


def test_only_what_is_always_owed_is_said_to_be_still_unpublished() -> None:
    counts = {card.link.text: card.count for card in blocks(page(context(), "/"), Cards)[1].items}
    assert counts == {
        "Informasi Berkala": "Belum diterbitkan",
        "Informasi Serta-Merta": "Belum ada yang tercatat",
        "Informasi Setiap Saat": "Belum diterbitkan",
        "Informasi Dikecualikan": "Belum ada yang tercatat",
    }


def test_the_newest_entries_and_news_are_shown() -> None:
    newest, news = blocks(page(rich(), "/"), Rows)
    assert [row.link.text for row in newest.rows] == ["Laporan Keuangan Daerah 2024"]
    assert [row.link.text for row in news.rows] == ["Rapat PPID", "Berita lama"]


def test_the_latest_year_of_service_is_shown_in_numbers() -> None:
    figures = {figure.label: figure.value for figure in blocks(page(rich(), "/"), Figures)[0].items}
    assert figures == {
        "informasi publik tersedia": "4", "unit kerja": "3", "permohonan diterima pada 2025": "13",
        "dikabulkan seluruhnya": "11",
        "hari kerja, rata-rata waktu pemenuhan": "3,8",
    }  # fmt: skip


def test_an_empty_portal_has_a_home_page_that_says_so() -> None:
    assert blocks(page(context(), "/"), Notice)[0].tone == "kosong"


def test_the_home_page_tells_machines_who_the_body_is() -> None:
    told = json.loads(page(rich(), "/").structured)
    assert (told["@type"], told["name"], told["telephone"]) == (
        "GovernmentOrganization", "Pemerintah Kabupaten Contoh", "021 555 0100",
    )  # fmt: skip


def test_the_shell_carries_names_menu_logo_and_foot() -> None:
    around = shell(rich(draft=True))
    assert (around.site_title, around.body_name) == ("PPID Kabupaten Contoh", "Pemerintah Kabupaten Contoh")
    assert (around.logo, around.draft, around.built_on) == ("/berkas/logo.svg", True, "2026-03-16")
    assert [node.link.text for node in around.menu] == [
        "Profil", "Informasi Publik", "Layanan Informasi", "Laporan", "Publikasi", "Kontak",
    ]  # fmt: skip
    assert [section.title for section in around.footer] == ["Kontak", "Layanan", "Tentang portal", "Di tempat lain"]


def test_a_logo_that_is_not_there_is_not_named() -> None:
    assert shell(rich(files=frozenset())).logo == ""


def test_search_offers_its_facets_and_plain_lists() -> None:
    shown = page(rich(), "/cari/")
    (app,) = blocks(shown, SearchApp)
    assert app.facets == (("kategori", "Kategori"), ("unit", "Unit"), ("tahun", "Tahun"), ("format", "Format"))
    assert "/dip/huruf/" in [link.address for link in app.fallback]
    assert shown.index is True


def test_a_lost_reader_is_helped_on() -> None:
    shown = page(context(), "/404.html")
    assert (shown.type, shown.index, shown.title) == ("galat", False, "Laman tidak ditemukan")
