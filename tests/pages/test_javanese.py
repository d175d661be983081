"""The portal in Javanese: the key pages, and the way to all others."""

from dataclasses import replace
from functools import cache

from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import SiteLanguage
from ppidgen.model.language.tongue import STEP_IN
from ppidgen.model.pages.page import Page, Text
from ppidgen.pages import families
from ppidgen.pages.editions import KEY_PAGES, editions
from ppidgen.pages.shell import shell
from ppidgen.reading.shipped import shipped
from tests.pages.portals import context


@cache
def portal() -> Context:
    languages = (SiteLanguage.ENGLISH, SiteLanguage.JAVANESE)
    return replace(context(), tongues=shipped("id").speaking(languages).tongues)


def pages() -> dict[str, Page]:
    known = portal()
    spoken = [family for family in families(known) if family.name.endswith(":jv")]
    return {spec.address: family.compose(known, spec) for family in spoken for spec in family.items(known)}


def test_only_the_key_pages_are_there_in_javanese() -> None:
    assert sorted(pages()) == sorted(f"/jv{address}" for address in KEY_PAGES)


def test_the_key_pages_say_their_names_and_headings_in_javanese() -> None:
    titles = [page.title for address, page in pages().items() if address != "/jv/"]
    assert titles
    assert not any(STEP_IN in title for title in titles)
    assert pages()["/jv/layanan/permohonan/"].title == "Nyuwun informasi"


def test_a_page_that_is_not_there_in_javanese_leads_to_the_home_page_of_the_language() -> None:
    known = portal()
    fees = next(
        family.compose(known, spec)
        for family in families(known)
        for spec in family.items(known)
        if spec.address == "/layanan/biaya/"
    )
    assert [(one.language, one.address, one.home) for one in fees.counterparts] == [
        ("id", "/layanan/biaya/", "/"),
        ("en", "/en/layanan/biaya/", "/en/"),
        ("jv", "", "/jv/"),
    ]


def test_links_to_other_pages_lead_to_the_indonesian_ones() -> None:
    edition = editions(portal())[1].edition
    assert edition.place("/layanan/keberatan/") == "/jv/layanan/keberatan/"
    assert edition.place("/layanan/biaya/") == "/layanan/biaya/"


def test_every_page_says_that_the_others_are_indonesian_and_only_where_they_are() -> None:
    def notes(known: Context) -> list[str]:
        return [block.text for part in shell(known).footer for block in part.blocks if isinstance(block, Text)]

    said = {one.edition.language: notes(one.context) for one in editions(portal())}
    assert "Namung kaca baku ingkang sumadhiya ing basa Jawi; kaca sanesipun mawi basa Indonesia." in said["jv"]
    assert len(said["en"]) == len(notes(portal())) == len(said["jv"]) - 1
