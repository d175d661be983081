"""The online forms: just what the law asks, by kind of applicant, and the ways of sending that the portal offers."""

from typing import Any

import pytest

from ppidgen.model.elements.vocabulary import ApplicantKind, ChannelKind
from ppidgen.model.pages.page import Grid, Link
from ppidgen.model.pages.questions import Asked, SteppedForm
from ppidgen.model.records.body import Channel, Site
from ppidgen.model.records.parts import Contact
from ppidgen.model.records.submission import Submission
from ppidgen.pages.shell import shell
from tests.pages.portals import BODY, blocks, context, law, page

REQUEST, OBJECTION = "/layanan/permohonan/ajukan/", "/layanan/keberatan/ajukan/"


def form(address: str, **registers: Any) -> SteppedForm:
    (found,) = blocks(page(context(**registers), address), SteppedForm)
    assert isinstance(found, SteppedForm)
    return found


def asked(found: SteppedForm) -> dict[str, Asked]:
    return {one.question.name: one for step in found.steps for one in step.asked}


@pytest.mark.parametrize(("name", "letters"), [("permohonan", "bcdefghij"), ("keberatan", "bcde")])
def test_a_form_asks_all_that_the_article_lists_and_nothing_else(name: str, letters: str) -> None:
    # The letters left out are filled in by the office: register numbers, the day of the reply, signatures.
    fields = list(law().forms[name].fields)
    assert sorted({field.letter for field in fields} - {""}) == list(letters)
    assert {field.name for field in fields if not field.letter} <= {"pemohon", "kasus"}


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (ApplicantKind.PERSON, {"nama", "nik"}),
        (ApplicantKind.LEGAL_ENTITY, {"nama_badan", "nomor_pengesahan"}),
        (ApplicantKind.GROUP, {"nama", "nik", "surat_kuasa"}),
        (ApplicantKind.PROXY, {"nama", "nik", "surat_kuasa"}),
    ],
)
def test_each_kind_of_applicant_is_asked_for_its_own_identity(kind: ApplicantKind, wanted: set[str]) -> None:
    found = form(REQUEST)
    assert {name for name, one in asked(found).items() if kind.value in one.applicants} == wanted
    assert [one.citation for one in found.enclosures if one.applicant == kind.value] != []


def test_an_objection_names_the_seven_grounds_and_needs_no_number_for_one_of_them() -> None:
    found = asked(form(OBJECTION))
    assert [value for value, _ in found["alasan"].question.options] == list("abcdefg")
    assert found["nomor_pendaftaran"].unless == "alasan=b"
    assert "nik" not in found


def test_where_the_form_can_be_sent_follows_from_the_settings() -> None:
    contact = BODY.model_copy(update={"contact": Contact(email="ppid@contohkab.go.id", whatsapp="0812 3456 7890")})
    assert form(REQUEST, body=contact).delivery.email == "ppid@contohkab.go.id"
    assert form(REQUEST, body=contact).delivery.whatsapp == "", "a number is no consent to receive requests by it"
    chosen = Submission.model_validate(
        {"alamat_kirim": "https://layanan.contoh.go.id:8443/masuk", "whatsapp": "0812 3456 7890"}
    )
    site = Site(title="PPID Contoh", submission=chosen)
    found = form(REQUEST, body=contact, site=site).delivery
    assert (found.endpoint, found.whatsapp) == ("https://layanan.contoh.go.id:8443/masuk", "6281234567890")
    assert shell(context(site=site)).receiver == "https://layanan.contoh.go.id:8443"
    assert shell(context(body=contact)).receiver == "mailto:"
    assert shell(context()).receiver == ""


def test_other_matters_are_sent_to_their_own_channels() -> None:
    lapor = Channel(kind=ChannelKind.LAPOR, name="SP4N-LAPOR!", link="https://www.lapor.go.id/")
    body = BODY.model_copy(update={"channels": (lapor,)})
    (routes,) = blocks(page(context(body=body), REQUEST), Grid)
    links = [cell for row in routes.rows for cell in row if isinstance(cell, Link)]
    assert [link.address for link in links] == [OBJECTION, "https://www.lapor.go.id/", "/layanan/pengaduan/", "tel:112"]
    assert links[2].text == "Pengaduan"  # no channel for whistleblowers is promised where there is none
