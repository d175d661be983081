"""Tables of many units can be overseen: by what stands above each, or by the alphabet."""

from dataclasses import replace

from ppidgen.model.pages.page import Grid, Link, Tree
from ppidgen.pages.addresses import urls
from ppidgen.pages.parts.unit_tables import MOST
from tests.pages.portals import blocks, context, crowd, page, pages, unit
from tests.pages.standings import grids, standings


def names(*tables: Grid) -> list[str]:
    """Read the first column of some tables."""
    return [row[0] if isinstance(row[0], str) else row[0].text for one in tables for row in one.rows]


def test_the_villages_of_each_district_are_folded_under_its_name() -> None:
    for address in (urls.UNITS, urls.LIST_UNITS):
        top, below = blocks(page(context(units=crowd()), address), Grid)
        assert (names(top), top.folded) == (["Kecamatan 1", "Kecamatan 2"], False)
        assert (below.caption, below.folded) == ("Kecamatan 1, 60 unit", True)
        assert len(set(names(below))) == MOST


def test_many_units_below_nothing_are_cut_by_the_alphabet() -> None:
    flat = tuple(unit(f"kantor-{n}", f"Kantor {n:02}") for n in range(MOST + 1))
    assert [one.caption for one in blocks(page(context(units=flat), urls.UNITS), Grid)] == [
        "Kantor 00 sampai Kantor 59, 60 unit",
        "Kantor 60 sampai Kantor 60, 1 unit",
    ]


def test_no_unit_of_a_ring_of_parents_is_left_out() -> None:
    ring = tuple(unit(f"u-{n}", f"U {n}", parent=f"u-{(n + 1) % (MOST + 1)}") for n in range(MOST + 1))
    shown = names(*blocks(page(context(units=ring), urls.UNITS), Grid))
    assert set(shown) == {one.name for one in ring}


def test_the_name_of_a_unit_leads_to_its_own_page_and_in_the_list_to_what_it_published() -> None:
    portal = context(units=(unit("dinas", "Dinas"),))
    for address, to in ((urls.UNITS, "/unit/dinas/"), (urls.LIST_UNITS, "/dip/unit/dinas/")):
        assert blocks(page(portal, address), Grid)[0].rows[0][0] == Link("Dinas", to)


def test_of_many_units_those_with_most_to_do_are_shown_and_the_others_have_a_page() -> None:
    whole = standings()
    portal = replace(whole, portal=replace(whole.portal, units=(*whole.portal.units, *crowd())))
    shown = grids(page(portal, urls.COVERAGE))["Menurut unit"]
    unsettled = [int(str(row[2])) for row in shown.rows]
    assert shown.caption == "Unit yang kewajibannya paling banyak belum beres"
    assert unsettled == sorted(unsettled, reverse=True)
    assert set(names(shown)) <= set(names(*blocks(page(portal, urls.COVERAGE_UNITS), Grid)))
    assert pages(whole)[urls.COVERAGE_UNITS].leads_to == urls.COVERAGE


def test_a_tree_of_many_units_is_folded_and_one_that_can_be_overseen_is_open() -> None:
    (tree,) = blocks(page(context(units=crowd()), urls.STRUCTURE), Tree)
    assert [(one.fold, len(one.children)) for one in tree.branches] == [("60 unit di bawahnya", 60), ("", 0)]
    (open_one,) = blocks(page(context(units=crowd()[:5]), urls.STRUCTURE), Tree)
    assert [(one.fold, len(one.children)) for one in open_one.branches] == [("", 3), ("", 0)]
