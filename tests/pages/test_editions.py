"""The portal in its further languages; what is told of a page here is told of every page."""

from dataclasses import replace
from datetime import date
from functools import cache

from ppidgen.model.context import Context
from ppidgen.model.days.dates import parse_period
from ppidgen.model.elements.vocabulary import SiteLanguage
from ppidgen.model.language.tongue import STEP_IN, bare, in_main
from ppidgen.model.pages.page import Facts, Page
from ppidgen.model.pages.questions import BlankSheet, SteppedForm
from ppidgen.model.records.publication import NewsItem
from ppidgen.pages import FAMILIES, families, share_pictures, shells
from ppidgen.pages.addresses import urls
from ppidgen.pages.editions import editions
from ppidgen.pages.parts.wording import period_words
from ppidgen.reading.shipped import shipped
from tests.pages.portals import blocks, context, entry, file, flat, unit

ENTRY = entry("bpkad/lkpd", "Laporan Keuangan", unit="bpkad", summary="Neraca dan arus kas.", holder="Kepala BPKAD")
NEWS = NewsItem(id="dip-terbit", title="DIP terbit", day=date(2026, 1, 5))


@cache
def portal(*languages: SiteLanguage) -> Context:
    known = context(information=(ENTRY,), units=(unit("bpkad", "Badan Keuangan"),), news=(NEWS,))
    return replace(known, tongues=shipped("id").speaking(languages).tongues)


@cache
def english() -> dict[str, Page]:
    known = portal(SiteLanguage.ENGLISH)
    return {spec.address: family.compose(known, spec) for family in families(known) for spec in family.items(known)}


def test_a_portal_of_one_language_has_its_families_as_they_are() -> None:
    assert families(portal()) is FAMILIES


def test_every_page_has_its_counterpart_below_en_and_leads_to_it() -> None:
    made = english()
    ours = {address for address in made if not address.startswith("/en/")} - {urls.NOT_FOUND}
    assert {f"/en{address}" for address in ours} == {address for address in made if address.startswith("/en/")}
    for address in ours - {f"{urls.LIST_LETTERS}l/"}:
        alike = [made[address].counterparts, made[f"/en{address}"].counterparts]
        assert all([one.address for one in each] == [address, f"/en{address}"] for each in alike), address


def test_the_languages_of_a_page_are_named_in_themselves() -> None:
    assert [one.name for one in english()["/en/"].counterparts] == ["Indonesia", "English"]


def test_an_english_page_has_english_words_and_says_what_is_still_indonesian() -> None:
    page = english()["/en/informasi/bpkad/lkpd/"]
    assert page.language == "en"
    assert page.title == in_main("Laporan Keuangan")
    assert page.eyebrow == "Periodic information"
    facts = {row.label: row for block in blocks(page, Facts) for row in block.rows}
    assert facts["Official or unit that holds it"].values == (in_main("Kepala BPKAD"),)


def test_when_something_was_made_is_said_in_the_language_of_the_page() -> None:
    words = portal(SiteLanguage.ENGLISH).tongues[0].words
    assert period_words(words, parse_period("Mei 2025")) == "May 2025"
    assert period_words(words, parse_period("2025-05-17")) == "17 May 2025"
    assert period_words(words, parse_period("2025")) == "2025"
    assert period_words(words, parse_period("Setiap tahun")) == in_main("Setiap tahun")
    assert period_words(portal().words, parse_period("Setiap tahun")) == "Setiap tahun"


def test_a_citation_stays_indonesian_with_a_gloss_behind_it() -> None:
    page = english()["/en/informasi/bpkad/lkpd/"]
    cited = [row.citation for block in blocks(page, Facts) for row in block.rows if row.citation]
    ours = in_main("Perki 1/2021 Pasal 21(2) huruf c")
    assert cited[0] == f"{ours} [Commission Reg. 1/2021 Art. 21(2) letter c]"


def test_structured_data_and_data_files_hold_no_marks() -> None:
    known = portal(SiteLanguage.ENGLISH)
    assert all("u000e" not in page.structured and STEP_IN not in page.structured for page in english().values())
    table = file(known, "en/data/tenggat.json").content.decode()
    assert "Written answer" in table
    assert "u000e" not in table


def test_the_main_language_is_the_same_with_and_without_a_second_one() -> None:
    alone = {spec.address: family.compose(portal(), spec) for family in FAMILIES for spec in family.items(portal())}
    assert all(replace(english()[address], counterparts=()) == page for address, page in alone.items())


def test_what_stands_around_the_pages_is_said_in_their_language() -> None:
    ours, theirs = shells(portal(SiteLanguage.ENGLISH)).values()
    assert (ours.menu[0].link.text, theirs.menu[0].link.text) == ("Profil", "Profile")
    assert (ours.edition, theirs.edition and theirs.edition.prefix) == (None, "/en")
    assert bare(theirs.site_title) == ours.site_title


def test_an_edition_gives_the_address_that_a_reader_of_it_wants() -> None:
    ((edition, _),) = editions(portal(SiteLanguage.ENGLISH))
    assert edition.place("/cari/?q=APBD") == "/en/cari/?q=APBD"
    assert edition.place("/layanan/biaya/#tarif") == "/en/layanan/biaya/#tarif"
    assert edition.place("/berkas/bpkad/lkpd.pdf") == "/berkas/bpkad/lkpd.pdf"
    assert edition.place("https://jdih.contohkab.go.id/") == "https://jdih.contohkab.go.id/"
    assert edition.place("/data/tenggat.json") == "/en/data/tenggat.json"


def test_the_site_map_tells_the_other_languages_of_each_page() -> None:
    known = file(portal(SiteLanguage.ENGLISH), "sitemap.xml").content.decode()
    link = '<xhtml:link rel="alternate" hreflang="en" href="https://ppid.contoh.go.id/en/layanan/biaya/"/>'
    lines = [line for line in known.splitlines() if link in line]
    assert [line[: line.index("</loc>")] for line in lines] == [
        "<url><loc>https://ppid.contoh.go.id/en/layanan/biaya/",
        "<url><loc>https://ppid.contoh.go.id/layanan/biaya/",
    ]
    assert b"xhtml" not in file(portal(), "sitemap.xml").content


def test_each_language_is_shown_by_pictures_in_its_own_words() -> None:
    known = replace(portal(SiteLanguage.ENGLISH), base_url="https://ppid.contoh.go.id/")
    made = {one.address: one for one in share_pictures(known)}
    assert made["/en/gambar/berkala.png"].title != made["/gambar/berkala.png"].title
    assert not any(STEP_IN in one.text for one in made.values())
    named = {own.picture for own in shells(known).values()}
    assert {one.address for one in named if one} == {"/gambar/portal.png", "/en/gambar/portal.png"}


def test_a_form_to_print_says_the_words_of_the_law_with_english_beside_them() -> None:
    shown = english()["/en/layanan/formulir/formulir-permohonan/"]
    (sheet,) = [block for block in shown.blocks if isinstance(block, BlankSheet)]
    labels = [row.label for part in sheet.sections for row in part.rows]
    assert f"{in_main('Rincian informasi yang diminta')} (Details of the information)" in labels
    assert shown.title.startswith(in_main("Formulir Permohonan Informasi Publik"))
    assert sheet.signatures[1] == f"{in_main('Pemohon informasi')} (Applicant)"


def test_a_file_that_is_made_in_the_main_language_alone_says_so_to_readers_of_another() -> None:
    for prefix, said in (("", "TXT"), ("/en", "TXT, in Indonesian")):
        links = [
            link for block in flat(english()[f"{prefix}{urls.CONTACT}"].blocks) for link in getattr(block, "items", ())
        ]
        assert next(link.note for link in links if link.address == urls.as_text(urls.CONTACT)) == said


def test_an_english_reader_is_asked_in_english_and_the_office_gets_its_own_language() -> None:
    ours, theirs = (
        next(block for block in flat(english()[address].blocks) if isinstance(block, SteppedForm))
        for address in ("/layanan/permohonan/ajukan/", "/en/layanan/permohonan/ajukan/")
    )
    assert theirs.steps[0].asked[0].question.label == "What information do you ask for?"
    assert [[one.written for one in step.asked] for step in theirs.steps] == [
        [one.question.label for one in step.asked] for step in ours.steps
    ]
    assert theirs.letter == replace(ours.letter, foreign=True)
    assert [one.written for one in theirs.enclosures] == [f"{one.text} ({one.citation})" for one in ours.enclosures]


def test_a_list_of_one_letter_has_no_counterpart_for_titles_begin_with_other_letters_there() -> None:
    english_title = ENTRY.model_copy(update={"title": "Zakat report"})
    known = portal(SiteLanguage.ENGLISH)
    known = replace(known, portal=replace(known.portal, translations=(("en", english_title),)))
    made = {spec.address: family.compose(known, spec) for family in families(known) for spec in family.items(known)}
    ours, theirs = f"{urls.LIST_LETTERS}l/", f"/en{urls.LIST_LETTERS}z/"
    assert {address for address in made if urls.LIST_LETTERS in address[:-1]} == {ours, theirs}
    for address, language in ((ours, "id"), (theirs, "en")):
        assert [one.language for one in made[address].counterparts if one.address] == [language]
    assert all(one.address in made for shown in made.values() for one in shown.counterparts if one.address)
