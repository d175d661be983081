"""Whoever cuts an address short still arrives somewhere."""

from ppidgen.model.pages.page import Notice
from ppidgen.pages.shortened import above
from tests.pages.portals import blocks, context, entry, page, pages, rich, unit


def test_every_folder_above_a_page_has_a_page() -> None:
    for portal in (rich(), context()):
        made = pages(portal)
        assert {folder for address in made for folder in above(address)} - made.keys() == set()


def test_a_folder_leads_to_the_list_of_what_lies_in_it() -> None:
    leads = {address: one.leads_to for address, one in pages(rich()).items() if one.leads_to}
    assert leads["/pengumuman/"] == "/serta-merta/"
    assert leads["/informasi/bpkad/"] == "/dip/unit/bpkad/"
    assert leads["/dip/kewajiban/"] == "/kelengkapan/"
    assert leads["/berita/jenis/"] == "/berita/"
    assert leads["/umpan/unit/"] == "/data/"


def test_the_second_page_of_a_list_cut_short_is_the_list() -> None:
    many = tuple(entry(f"e-{n}", f"Entri {n}") for n in range(180))
    assert page(context(information=many), "/dip/laman/").leads_to == "/dip/"


def test_entries_in_a_folder_of_no_unit_lead_to_the_whole_list() -> None:
    portal = context(information=(entry("arsip/a", "A"),), units=(unit("dinas", "Dinas"),))
    assert page(portal, "/informasi/arsip/").leads_to == "/dip/"


def test_above_an_address_that_no_system_stores_no_folder_is_made() -> None:
    made = pages(context(information=(entry("a", "A", old_ids=("../../etc", 'b"/c')),)))
    assert [address for address in made if ".." in address or '"' in address] == [
        "/informasi/../../etc/",
        '/informasi/b"/c/',
    ]


def test_the_page_has_a_link_for_browsers_that_do_not_go_on_and_stays_out_of_search() -> None:
    shown = page(rich(), "/pengumuman/")
    (notice,) = blocks(shown, Notice)
    assert [link.address for link in notice.links] == [shown.leads_to]
    assert (shown.index, shown.search) == (False, None)
