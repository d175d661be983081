"""The list of information and the ways through it."""

from ppidgen.model.elements.vocabulary import Category
from ppidgen.model.pages.page import Cards, Links, Notice, Page, Pagination, Rows
from ppidgen.model.records.body import Site
from ppidgen.pages.dip.lists import pagination
from tests.pages.portals import blocks, context, entry, page, pages, rich, unit


def titles(shown: Page) -> list[str]:
    return [row.link.text for block in blocks(shown, Rows) for row in block.rows]


def test_titles_are_ordered_as_a_reader_looks_them_up() -> None:
    portal = context(
        information=(
            entry("c", "\u201cZ\u201d terakhir"),
            entry("b", "(Beta)"),
            entry("a", "alfa"),
            entry("d", "Éclair"),
        )
    )
    assert titles(page(portal, "/dip/")) == ["alfa", "(Beta)", "Éclair", "\u201cZ\u201d terakhir"]


def test_a_list_is_cut_into_pages_that_lead_to_each_other() -> None:
    site = Site(title="PPID", per_page=10)
    portal = context(site=site, information=tuple(entry(f"e-{n:02}", f"Entri {n:02}") for n in range(95)))
    first, middle, last = (page(portal, at) for at in ("/dip/", "/dip/laman/5/", "/dip/laman/10/"))
    assert len(titles(first)) == 10
    assert titles(last) == [f"Entri {n}" for n in range(90, 95)]
    (turner,) = blocks(middle, Pagination)
    assert [(link.text, link.current) for link in turner.links] == [
        ("1", False), ("2", False), ("", False), ("4", False), ("5", True), ("6", False), ("", False), ("8", False),
        ("", False), ("10", False),
    ]  # fmt: skip
    assert (turner.previous.address, turner.next.address) == ("/dip/laman/4/", "/dip/laman/6/")
    assert (first.title, middle.title) == ("Daftar Informasi Publik", "Daftar Informasi Publik: laman 5")
    assert blocks(middle, Rows)[0].caption == "Informasi 41–50 dari 95"
    assert (blocks(middle, Rows)[0].shared, blocks(page(rich(), "/dip/unit/setda/"), Rows)[0].shared) == ("", "unit")


def test_every_page_of_a_long_list_is_a_few_links_away_where_no_search_runs() -> None:
    reached, clicks = {1}, 0
    while len(reached) < 200:
        turners = (pagination(context(), "/dip/", number, 200) for number in reached)
        reached |= {int(link.text) for turner in turners for link in turner.links if link.text}
        clicks += 1
    assert clicks <= 7
    assert max(len(pagination(context(), "/dip/", number, 200).links) for number in range(1, 201)) <= 11


def test_the_second_page_links_back_to_the_list_itself() -> None:
    portal = context(
        site=Site(title="PPID", per_page=10), information=tuple(entry(f"e-{n}", f"Entri {n}") for n in range(11))
    )
    (turner,) = blocks(page(portal, "/dip/laman/2/"), Pagination)
    assert turner.previous.address == "/dip/"
    assert turner.next is None


def test_entries_are_found_by_category_unit_year_letter_and_duty() -> None:
    portal = rich()
    assert titles(page(portal, "/dip/berkala/")) == ["Laporan Keuangan Daerah 2024", "Neraca Daerah"]
    assert titles(page(portal, "/dip/unit/bpkad/")) == ["Laporan Keuangan Daerah 2024", "Neraca Daerah"]
    assert titles(page(portal, "/dip/tahun/2021/")) == ["Rencana Strategis"]
    assert titles(page(portal, "/dip/huruf/p/")) == ["Peta Bahaya"]
    assert titles(page(portal, "/dip/kewajiban/b04/")) == ["Laporan Keuangan Daerah 2024", "Neraca Daerah"]


def test_titles_that_begin_with_no_letter_have_their_own_lists() -> None:
    made = pages(context(information=(entry("a", "2024 dalam angka"), entry("b", "道"))))
    assert titles(made["/dip/huruf/0-9/"]) == ["2024 dalam angka"]
    assert titles(made["/dip/huruf/lainnya/"]) == ["道"]
    assert made["/dip/huruf/lainnya/"].title == "Informasi publik: Lainnya"


def test_withdrawn_entries_are_in_no_list() -> None:
    portal = rich()
    withdrawn = {entry.title for entry in portal.portal.information if entry.withdrawn}
    assert withdrawn == {"Laporan Keliru"}
    assert {title for shown in pages(portal).values() for title in titles(shown)} & withdrawn == set()


def test_an_empty_category_is_shown_with_its_state_and_its_ground() -> None:
    (notice,) = blocks(page(context(), "/dip/setiap-saat/"), Notice)
    assert notice.tone == "kosong"
    assert notice.title == "Belum ada informasi dalam daftar ini"
    assert notice.citation == "UU KIP Pasal 9, 10, 11"


def test_a_category_shows_which_groups_of_duties_have_nothing() -> None:
    (cards,) = blocks(page(rich(), "/dip/berkala/"), Cards)
    counts = {card.link.text: (card.count, card.link.address) for card in cards.items}
    assert counts["Laporan keuangan yang telah diaudit"] == ("2 informasi", "/dip/kewajiban/b04/")
    assert counts["Peraturan dan kebijakan yang berdampak bagi publik"] == ("Belum diterbitkan", "/layanan/permohonan/")


def test_the_list_of_a_service_document_is_led_to_from_where_its_entry_stands() -> None:
    standard = entry("standar", "Standar Pengumuman", category=Category.ON_DEMAND, duties=("W01",))
    shown = pages(context(information=(standard,)))
    assert "/dip/kewajiban/w01/" in shown
    (cards,) = blocks(shown["/dip/setiap-saat/"], Cards)
    counts = {card.link.address: card.count for card in cards.items}
    assert counts["/dip/kewajiban/w01/"] == "1 informasi"
    assert not any("/kewajiban/w" in card.link.address for card in blocks(shown["/dip/berkala/"], Cards)[0].items)


def test_a_list_of_a_duty_whose_regulation_was_not_seen_cites_nothing() -> None:
    company = entry("bum-desa", "Laporan BUM Desa", category=Category.ON_DEMAND, duties=("DS07",))
    shown = page(context(information=(company,)), "/dip/kewajiban/ds07/")
    assert shown.lead == "informasi Badan Usaha Milik Desa."


def test_the_list_offers_its_data() -> None:
    downloads = next(one for one in blocks(page(rich(), "/dip/"), Links) if one.style == "unduhan")
    assert [link.address for link in downloads.items] == ["/data/dip.csv", "/data/dip.xlsx", "/data/dip.json"]


def test_a_row_says_what_helps_to_choose() -> None:
    (rows,) = blocks(page(rich(), "/dip/tahun/2024/"), Rows)
    (row,) = rows.rows
    assert (row.unit, row.day, row.event, row.formats) == ("BPKAD", "2026-01-05", "diperbarui", ("PDF",))
    assert (row.category, row.category_label) == (Category.PERIODIC.value, "Informasi Berkala")
    assert row.summary == "Laporan keuangan yang telah diaudit."


def test_a_row_names_the_year_that_its_title_does_not() -> None:
    (rows,) = blocks(page(rich(), "/dip/tahun/2024/"), Rows)
    assert [(row.link.text, row.year) for row in rows.rows] == [("Laporan Keuangan Daerah 2024", "")]
    (rows,) = blocks(page(rich(), "/dip/tahun/2021/"), Rows)
    assert [(row.link.text, row.year) for row in rows.rows] == [("Rencana Strategis", "2021")]


def test_the_current_year_is_marked_among_the_years() -> None:
    portal = context(information=(entry("a", "A", year=2023), entry("b", "B", year=2024)), units=(unit("x", "X"),))
    years = next(one for one in blocks(page(portal, "/dip/tahun/2023/"), Links) if one.label == "Tahun")
    assert [(link.text, link.current) for link in years.items] == [("2024", False), ("2023", True)]
