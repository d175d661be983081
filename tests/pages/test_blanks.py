"""Blank forms: all that the annexes hold, their gaps mended, also in large print."""

import pytest

from ppidgen.model.pages.page import Grid, Link
from ppidgen.model.pages.questions import BlankSheet
from ppidgen.model.paper_kind import BLANKS
from ppidgen.model.records.body import Site
from tests.pages.portals import blocks, context, law, page

FORMS = sorted(law().blanks)


def sheet(address: str) -> BlankSheet:
    (found,) = blocks(page(context(), address), BlankSheet)
    assert isinstance(found, BlankSheet)
    return found


@pytest.mark.parametrize("form", FORMS)
def test_each_form_has_a_page_and_the_same_in_large_print(form: str) -> None:
    common, large = sheet(f"/layanan/formulir/{form}/"), sheet(f"/layanan/formulir/{form}/besar/")
    assert (common.large, large.large) == (False, True)
    assert common.sections == large.sections
    assert common.citation


def test_the_request_form_has_the_lines_that_its_annex_forgot() -> None:
    labels = [row.label for part in sheet("/layanan/formulir/formulir-permohonan/").sections for row in part.rows]
    assert "Nomor induk kependudukan atau nomor surat keputusan pengesahan badan hukum" in labels
    assert "Tujuan penggunaan informasi" in labels
    assert labels[0] == "Nomor pendaftaran"


@pytest.mark.parametrize("name", ["permohonan", "keberatan"])
def test_what_the_applicant_fills_in_stands_under_a_head_of_its_own_in_the_order_of_the_law(name: str) -> None:
    form = law().forms[name]
    letters = {field.printed: field.letter for field in form.fields if field.printed}
    officer, applicant, *_ = sheet(f"/layanan/formulir/formulir-{name}/").sections
    assert (officer.title, applicant.title) == ("Diisi petugas", "Diisi pemohon")
    rows = [row.label for row in applicant.rows]
    assert sorted(rows) == sorted(letters)  # each question once
    told = [letters[row] for row in rows if letters[row]]
    assert told == sorted(told)


def test_the_objection_form_has_the_seven_grounds_to_tick() -> None:
    rows = [row for part in sheet("/layanan/formulir/formulir-keberatan/").sections for row in part.rows]
    grounds = next(row for row in rows if row.label == "Alasan pengajuan keberatan")
    assert [option[0] for option in grounds.options] == list("abcdefg")


@pytest.mark.parametrize("name", ["permohonan", "keberatan"])
def test_a_form_made_for_all_passes_the_check_of_forms_that_a_body_makes(name: str) -> None:
    found = sheet(f"/layanan/formulir/formulir-{name}/")
    said = [row.label.casefold() for part in found.sections for row in part.rows]
    items = law().forms[name].items
    missing = [item.letter for item in items if not any(word in line for word in item.words for line in said)]
    assert missing == ([] if name == "permohonan" else ["g", "h"])  # those two are the signatures


def test_every_form_is_offered_to_print_to_print_large_and_to_fill_in_where_the_portal_prints() -> None:
    offered = page(context(site=Site(title="S", print_kit=True)), "/layanan/formulir/")
    _, files = blocks(offered, Grid)
    assert isinstance(files, Grid)
    found = [cell.address for row in files.rows for cell in row if isinstance(cell, Link)]
    assert sorted(found) == sorted(
        f"/layanan/formulir/{form}/{form}{ending}" for form in FORMS for ending in (".pdf", "-besar.pdf", ".docx")
    )


def test_the_list_leads_to_all_forms_and_each_can_be_made_as_a_document() -> None:
    (table,) = blocks(page(context(), "/layanan/formulir/"), Grid)
    assert len(table.rows) == len(FORMS) == 8
    assert {kind.value for kind in BLANKS} == set(FORMS)
    assert {kind.label for kind in BLANKS} == {form.title for form in law().blanks.values()}
