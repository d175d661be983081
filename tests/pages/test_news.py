"""News and articles."""

from ppidgen.model.body import Site
from ppidgen.model.page import Notice, Pagination, Prose, Rows
from ppidgen.model.publication import NewsItem
from tests.pages.portals import TODAY, blocks, context, page, rich


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


def test_without_news_the_list_says_so() -> None:
    assert blocks(page(context(), "/berita/"), Notice)[0].title == "Berita: belum diterbitkan"
