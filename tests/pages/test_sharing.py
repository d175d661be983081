"""Passing a page on: what is sent, what stands for it, and that both need a portal that knows its own address."""

from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import Category, SharePictures
from ppidgen.model.pages.share import Picture, Share
from ppidgen.model.portal.whole import MOST_PICTURES
from ppidgen.model.records.body import Site
from ppidgen.pages.parts.pictures import pictures
from ppidgen.pages.parts.sharing import LONGEST_MESSAGE, message
from ppidgen.pages.shell import shell
from tests.pages.portals import SITE, blocks, context, entry, page

ADDRESS = "https://ppid.contoh.go.id/informasi/bpkad/lkpd-2024/"
ENTRY = entry("bpkad/lkpd-2024", "LKPD 2024", summary="Neraca dan *realisasi* anggaran.", year=2024)


def portal(wanted: SharePictures | None, base_url: str = "https://ppid.contoh.go.id/", others: int = 0) -> Context:
    site = SITE.model_copy(update={"pictures": wanted})
    more = tuple(entry(f"bpkad/lra-{number}", "LRA") for number in range(others))
    return context(base_url=base_url, site=site, information=(ENTRY, *more))


def named(wanted: SharePictures | None, others: int = 0) -> Picture | None:
    return page(portal(wanted, others=others), "/informasi/bpkad/lkpd-2024/").picture


def test_an_entry_is_sent_as_its_title_its_gist_and_its_permanent_address() -> None:
    (share,) = blocks(page(portal(SharePictures.MAIN), "/informasi/bpkad/lkpd-2024/"), Share)
    assert share.address == ADDRESS
    (text,) = parse_qs(urlsplit(share.message).query)["text"]
    assert text == f"*LKPD 2024*\nNeraca dan realisasi anggaran.\n{ADDRESS}"


def test_without_an_address_of_its_own_a_portal_offers_nothing_to_pass_on() -> None:
    nowhere = portal(SharePictures.ALL, base_url="")
    found = page(nowhere, "/informasi/bpkad/lkpd-2024/")
    assert list(blocks(found, Share)) == []
    assert (found.picture, shell(nowhere).picture, list(pictures(nowhere))) == (None, None, [])


@given(st.text(max_size=400), st.text(max_size=2000))
def test_a_message_keeps_its_head_and_foot_whatever_is_between(head: str, gist: str) -> None:
    found = message(head, gist, f"\n{ADDRESS}")
    assert found.startswith(head)
    assert found.endswith(ADDRESS)
    assert len(found) <= LONGEST_MESSAGE + 1


def test_where_the_owner_wants_it_or_entries_are_many_an_entry_is_shown_by_the_picture_of_its_category() -> None:
    of_category = Picture("/gambar/berkala.png", Category.PERIODIC.label, foot=SITE.title)
    assert named(SharePictures.MAIN) == of_category
    assert named(None, others=MOST_PICTURES) == of_category


def test_by_default_each_of_not_too_many_entries_has_a_picture_of_its_own() -> None:
    assert Site(title="PPID").pictures is None
    assert named(None, others=MOST_PICTURES - 1) == named(SharePictures.ALL)


def test_where_the_owner_wants_it_every_entry_has_a_picture_of_its_own() -> None:
    own = named(SharePictures.ALL)
    assert own is not None
    assert own.address == "/gambar/informasi/bpkad/lkpd-2024.png"
    assert own.text == "LKPD 2024. Informasi Berkala · 2024. Pemerintah Kabupaten Contoh"


def test_where_the_owner_wants_none_there_is_none() -> None:
    assert named(SharePictures.NONE) is None
    assert list(pictures(portal(SharePictures.NONE))) == []


def test_every_picture_that_a_page_names_is_made() -> None:
    for wanted in (SharePictures.ALL, SharePictures.MAIN):
        made = list(pictures(portal(wanted)))
        assert named(wanted) in made
        assert shell(portal(wanted)).picture in made
        assert len({one.address for one in made}) == len(made)
