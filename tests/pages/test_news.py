"""News and articles."""

from datetime import date

import pytest

from ppidgen.model.elements.vocabulary import NewsKind
from ppidgen.model.pages.page import Links, Notice, Page, Pagination, Prose, Rows
from ppidgen.model.records.body import Site
from ppidgen.model.records.publication import Article, NewsItem
from ppidgen.pages import shell
from tests.pages.portals import TODAY, blocks, context, page, rich

LISTS = {
    "/berita/": "Publikasi",
    "/berita/jenis/berita/": "Berita",
    "/berita/jenis/siaran-pers/": "Siaran pers",
    "/berita/jenis/klarifikasi/": "Klarifikasi",
    "/berita/jenis/agenda/": "Agenda",
}


def event(day: date) -> NewsItem:
    return NewsItem(id=f"acara-{day}", title=f"Acara {day}", day=day, kind=NewsKind.AGENDA)


def titles(shown: Page) -> list[str]:
    return [row.link.text for rows in blocks(shown, Rows) for row in rows.rows]


def test_news_is_listed_from_the_newest() -> None:
    (rows,) = blocks(page(rich(), "/berita/"), Rows)
    assert [(row.link.text, row.category_label, row.day) for row in rows.rows] == [
        ("Rapat PPID", "Siaran pers", "2026-02-02"),
        ("Berita lama", "Berita", "2025-02-02"),
    ]


def test_a_long_list_of_news_has_pages() -> None:
    items = tuple(NewsItem(id=f"n-{n}", title=f"N {n}", day=TODAY) for n in range(12))
    portal = context(news=items, site=Site(title="PPID", per_page=10))
    assert len(blocks(page(portal, "/berita/laman/2/"), Rows)[0].rows) == 2
    assert blocks(page(portal, "/berita/"), Pagination)[0].total == 2


def test_a_picture_keeps_its_words_whatever_they_hold() -> None:
    first = blocks(page(rich(), "/berita/2026/rapat/"), Prose)[0]
    assert first.markdown == "![Foto rapat (1)](/berkas/berita/foto.jpg)"


def test_a_news_item_says_its_kind_and_its_day() -> None:
    assert page(rich(), "/berita/2026/rapat/").eyebrow == "Siaran pers, 2 Februari 2026"


def test_a_news_item_is_found_below_the_list_of_its_kind() -> None:
    crumbs = page(rich(), "/berita/2026/rapat/").crumbs
    assert [one.address for one in crumbs] == ["/", "/berita/", "/berita/jenis/siaran-pers/"]


@pytest.mark.parametrize(("address", "title"), LISTS.items())
def test_without_news_every_list_is_shown_and_says_so(address: str, title: str) -> None:
    shown = page(context(), address)
    assert shown.title == title
    assert [one.title for one in blocks(shown, Notice)] == [f"{title}: belum diterbitkan"]


def test_the_menu_leads_to_the_list_of_each_kind() -> None:
    (node,) = (one for one in shell(context()).menu if one.link.address == "/berita/")
    assert {one.address: one.text for one in (node.link, *(child.link for child in node.children))} == LISTS


def test_a_kind_is_listed_apart_from_the_others() -> None:
    assert titles(page(rich(), "/berita/jenis/siaran-pers/")) == ["Rapat PPID"]
    assert titles(page(rich(), "/berita/jenis/berita/")) == ["Berita lama"]


def test_a_list_of_one_kind_marks_where_the_reader_is() -> None:
    (kinds,) = blocks(page(rich(), "/berita/jenis/klarifikasi/"), Links)
    assert [(one.text, one.current) for one in kinds.items if one.current] == [("Klarifikasi", True)]
    (kinds,) = blocks(page(rich(), "/berita/"), Links)
    assert [one.address for one in kinds.items] == list(LISTS)[1:]
    assert not any(one.current for one in kinds.items)


def test_a_long_list_of_one_kind_has_pages_of_its_own() -> None:
    items = tuple(event(TODAY.replace(day=day)) for day in range(1, 13))
    portal = context(news=items, site=Site(title="PPID", per_page=10))
    second = page(portal, "/berita/jenis/agenda/laman/2/")
    assert titles(second) == ["Acara 2026-03-02", "Acara 2026-03-01"]
    assert second.title == "Agenda: laman 2"
    assert blocks(second, Pagination)[0].total == 2


def test_the_agenda_begins_with_what_comes_next_and_ends_with_what_is_long_past() -> None:
    days = (date(2026, 1, 1), date(2026, 5, 1), date(2025, 1, 1), TODAY)
    shown = page(context(news=tuple(map(event, days))), "/berita/jenis/agenda/")
    assert [row.day for row in blocks(shown, Rows)[0].rows] == ["2026-03-16", "2026-05-01", "2026-01-01", "2025-01-01"]


def test_an_event_is_put_under_the_day_on_which_it_happens() -> None:
    told = (
        NewsItem(id="a", title="Rapat", day=TODAY, kind=NewsKind.AGENDA, event_day=date(2026, 6, 1)),
        NewsItem(id="b", title="Uji publik", day=date(2026, 2, 1), kind=NewsKind.AGENDA, event_day=date(2026, 4, 2)),
        NewsItem(id="c", title="Pameran", day=date(2026, 3, 1), kind=NewsKind.AGENDA, event_day=date(2026, 3, 2)),
    )
    portal = context(news=told)
    rows = blocks(page(portal, "/berita/jenis/agenda/"), Rows)[0].rows
    assert [(row.link.text, row.day) for row in rows] == [
        ("Uji publik", "2026-04-02"), ("Rapat", "2026-06-01"), ("Pameran", "2026-03-02"),
    ]  # fmt: skip
    assert blocks(page(portal, "/berita/"), Rows)[0].rows[0].day == "2026-03-16"
    assert page(portal, "/berita/b/").eyebrow == "Agenda, 2 April 2026"
    assert page(portal, "/berita/b/").updated == "2026-02-01"


def test_a_text_in_another_language_says_so_and_the_page_around_it_stays_indonesian() -> None:
    portal = context(
        news=(NewsItem(id="jawa", title="Kabar", day=TODAY, language="jv", body="Sugeng rawuh."),),
        articles=(Article(id="jawa", title="Maklumat", language="jv", body="Sugeng rawuh."),),
    )
    for address in ("/berita/jawa/", "/halaman/jawa/"):
        shown = page(portal, address)
        assert (shown.language, shown.written_in) == ("id", "jv")
        assert [block.language for block in blocks(shown, Prose)] == ["jv"]


def test_a_list_keeps_its_address_when_an_item_claims_it() -> None:
    portal = context(news=(NewsItem(id="jenis/agenda", title="Berkas bernama sama", day=TODAY),))
    assert page(portal, "/berita/jenis/agenda/").title == "Agenda"
