"""Of a warning only few pages and files say anything; the others are the same with it and without."""

from dataclasses import replace
from datetime import date
from functools import cache

from ppidgen.exchange.papers.blank_papers import blank_paper
from ppidgen.exchange.papers.print_kit import leaflet
from ppidgen.making.digests import digests
from ppidgen.model.context import Context
from ppidgen.model.pages.page import Page
from ppidgen.model.portal.assembly import RegisterDigests
from ppidgen.model.public.whole import PublicContext
from ppidgen.pages import FAMILIES, quiet_files, steady_files, whole_files
from ppidgen.pages.addresses.quiet import quiet, steady, whole
from ppidgen.pages.files import data
from tests.pages.portals import rich


@cache
def calm() -> Context:
    """Give the rich portal as it was before anything was announced; a warning meets duties too."""
    known = rich()
    return replace(known, portal=replace(known.portal, announcements=()), standing=quiet(known).standing)


def composed(context: Context, *, is_whole: bool) -> dict[str, Page]:
    found = [(family, spec) for family in FAMILIES if family.is_whole is is_whole for spec in family.items(context)]
    return {spec.address: replace(family.compose(context, spec), search=None) for family, spec in found}


def test_quiet_pages_and_files_are_the_same_with_a_warning_and_without() -> None:
    assert composed(rich(), is_whole=False) == composed(calm(), is_whole=False)
    assert [*quiet_files(rich())] == [*quiet_files(calm())]


def test_the_others_are_not() -> None:
    warned, before = composed(rich(), is_whole=True), composed(calm(), is_whole=True)
    assert {"/pengumuman/banjir/"} <= warned.keys() - before.keys()
    assert warned["/serta-merta/"] != before["/serta-merta/"]
    assert len([*whole_files(rich())]) > len([*whole_files(calm())])


def test_steady_files_lack_nothing_that_an_entry_could_have_told() -> None:
    assert [*steady_files(rich())] == [*data.steady_files(quiet(rich()))]
    assert leaflet(steady(rich())) == leaflet(quiet(rich()))
    assert all(blank_paper(steady(rich()), one) == blank_paper(rich(), one) for one in rich().law.blanks.values())


def test_a_quiet_portal_knows_the_one_that_it_is_a_part_of() -> None:
    known = rich()
    part = quiet(known)
    assert part is quiet(known)
    assert part is quiet(part)
    assert whole(part) is known
    assert part.portal.announcements == ()


def test_of_the_digests_only_that_of_the_whole_changes_with_a_warning() -> None:
    chosen = (date(2026, 1, 1), False, "")
    before = digests(PublicContext(calm()), RegisterDigests("a", "b", "c", ""), chosen)
    after = digests(PublicContext(rich()), RegisterDigests("a", "b", "c", "d"), chosen)
    assert before._replace(whole=b"") == after._replace(whole=b"")
    assert before.whole != after.whole
