"""The nodes of the menu say what the registers know, what articles add and what is missing."""

import pytest

from ppidgen.model.elements.vocabulary import BodyKind, Level
from ppidgen.model.pages.page import Cards, Facts, Grid, Links, Notice, Prose, Rows, Section, Tree
from ppidgen.model.records.body import PublicBody
from ppidgen.model.records.publication import Article
from ppidgen.pages.addresses.menu import TRAILS
from ppidgen.pages.body.nodes import BUILDERS, ELSEWHERE
from tests.pages.portals import blocks, context, entry, page, pages, rich


def test_every_builder_has_its_node() -> None:
    assert BUILDERS.keys() <= TRAILS.keys() - ELSEWHERE


def test_an_empty_node_is_shown_with_its_state_and_its_legal_basis() -> None:
    (notice,) = blocks(page(context(), "/profil/lhkpn/"), Notice)
    assert (notice.tone, notice.title) == ("kosong", "Laporan kekayaan (LHKPN): belum diterbitkan")
    assert notice.citation == "Perki 1/2021 Pasal 15(1) huruf d"
    assert notice.links[0].address == "/layanan/permohonan/"


def test_where_no_report_is_published_the_page_of_reports_says_so_before_it_leads_on() -> None:
    shown = page(context(), "/laporan/")
    assert [notice.title for notice in blocks(shown, Notice)] == ["Laporan: belum diterbitkan"]
    assert blocks(shown, Cards)
    assert blocks(page(rich(), "/laporan/"), Notice) == []


@pytest.mark.parametrize("address", ["/penghargaan/", "/permohonan-terjawab/"])
def test_where_nothing_need_exist_nothing_is_said_to_be_owed(address: str) -> None:
    (notice,) = blocks(page(context(), address), Notice)
    assert notice.title.endswith(": belum ada yang tercatat")
    assert "semestinya" not in notice.text


def test_a_village_is_not_told_an_article_that_does_not_bind_it() -> None:
    village = PublicBody(name="Desa Contoh", kind=BodyKind.VILLAGE, level=Level.VILLAGE)
    (notice,) = blocks(page(context(body=village), "/profil/lhkpn/"), Notice)
    assert notice.citation == ""


def test_a_node_that_no_duty_names_takes_its_basis_from_its_register() -> None:
    (notice,) = blocks(page(context(), "/profil/ppid/sk/"), Notice)
    assert notice.citation == "Perki 1/2021 Pasal 5(2) huruf b, Pasal 8"


def test_an_article_fills_the_node_that_it_names() -> None:
    shown = page(rich(), "/profil/ppid/komitmen/")
    assert [block.markdown for block in blocks(shown, Prose)] == ["Kami berkomitmen."]
    assert "Kewajiban yang berkaitan" in [one.title for one in blocks(shown, Section)]
    assert "/halaman/komitmen/" not in pages(rich())


def test_an_article_meets_a_duty_once_it_says_more_than_that_it_will() -> None:
    told = "Kami membuka rencana, anggaran, hasil kerja, dan setiap keputusan yang menyangkut warga kabupaten ini."
    article = Article(id="a", title="A", menu="profil/ppid/komitmen", body=told, duties=("B01.a",))
    shown = page(context(articles=(article,)), "/profil/ppid/komitmen/")
    assert [one.title for one in blocks(shown, Section)] == ["Kewajiban yang dipenuhi"]


def test_an_article_takes_the_place_of_a_statement_that_the_program_proposes() -> None:
    own = Article(id="privasi", title="Privasi", menu="privasi", body="Kebijakan kami sendiri.")
    shown = page(context(articles=(own,)), "/privasi/")
    assert [block.markdown for block in blocks(shown, Prose)] == ["Kebijakan kami sendiri."]


def test_two_articles_of_one_node_stand_under_their_titles_in_their_order() -> None:
    articles = (
        Article(id="b", title="Dua", menu="profil/visi-misi", order=2, body="B."),
        Article(id="a", title="Satu", menu="/profil/visi-misi/", order=1, body="A."),
    )
    shown = page(context(articles=articles), "/profil/visi-misi/")
    assert [one.title for one in blocks(shown, Section)] == ["Satu", "Dua"]


def test_an_article_of_a_list_or_of_no_node_has_a_page_of_its_own() -> None:
    made = pages(rich())
    assert made["/halaman/sejarah/"].updated == "2025-05-05"
    assert made["/halaman/tambahan/"].section == "/dip/berkala/"
    led_to = [link.address for links in blocks(made["/peta-situs/"], Links) for link in links.items]
    assert sorted(led_to) == sorted(
        address for address in made if address.startswith("/halaman/") and address != "/halaman/"
    )


def test_entries_that_meet_the_duty_of_a_node_are_shown_there() -> None:
    portal = context(information=(entry("lhkpn", "LHKPN Bupati", duties=("B01.d",)),))
    shown = page(portal, "/profil/lhkpn/")
    (rows,) = blocks(shown, Rows)
    assert [row.link.text for row in rows.rows] == ["LHKPN Bupati"]
    assert blocks(shown, Notice) == []


def test_the_seat_names_address_and_contacts() -> None:
    facts = {row.label: row for block in blocks(page(rich(), "/profil/kedudukan-alamat/"), Facts) for row in block.rows}
    assert facts["Alamat"].values == ("Jalan Contoh 1",)
    assert facts["Telepon"].values[0].address == "tel:0215550100"
    assert facts["WhatsApp"].values[0].address == "https://wa.me/628125550100"
    assert facts["Surel"].values[0].address == "mailto:ppid@contoh.go.id"


def test_a_missing_address_is_said() -> None:
    rows = [row for block in blocks(page(context(), "/profil/kedudukan-alamat/"), Facts) for row in block.rows]
    assert [row.citation for row in rows if row.missing] == ["Perki 1/2021 Pasal 15(1) huruf a"]


def test_the_network_shows_which_units_have_a_decree() -> None:
    shown = page(rich(), "/profil/jaringan/")
    (table,) = blocks(shown, Grid)
    assert table.rows == (("PPID Utama", "1", "0"), ("PPID Pelaksana", "1", "1"), ("PPID Desa/Kelurahan", "1", "0"))
    (tree,) = blocks(shown, Tree)
    top = {branch.name.text: branch for branch in tree.branches}
    assert top["Sekretariat Daerah"].state == "PPID Utama; Belum ada SK"
    assert [child.state for child in top["Sekretariat Daerah"].children] == ["PPID Pelaksana; SK 188/50/2025"]


def test_the_team_names_roles_and_decrees() -> None:
    (table,) = blocks(page(rich(), "/profil/ppid/struktur/"), Grid)
    assert table.rows[0] == ("Atasan PPID", "Ani", "Sekretaris Daerah", "Nomor 188/50/2025 tanggal 19 Agustus 2025")
    assert table.rows[1] == ("PPID", "–", "Kepala Dinas", "Belum ada SK")


def test_the_legal_basis_names_no_repealed_regulation() -> None:
    (table,) = blocks(page(rich(), "/profil/ppid/dasar-hukum/"), Grid)
    names = [row[0] for row in table.rows]
    assert "UU KIP" in names
    assert "Perki 1/2010" not in names


def test_the_site_map_holds_every_node() -> None:
    (tree,) = blocks(page(context(), "/peta-situs/"), Tree)
    found = []
    rest = list(tree.branches)
    while rest:
        branch = rest.pop()
        found.append(branch.name.address)
        rest += branch.children
    assert sorted(found) == sorted(TRAILS)


def test_a_weakness_is_reported_to_the_address_that_is_set_for_it() -> None:
    (facts,) = blocks(page(rich(), "/keamanan/"), Facts)
    assert facts.rows[0].values[0].address == "mailto:aman@contoh.go.id"
    assert blocks(page(context(), "/keamanan/"), Notice)[0].tone == "kosong"
