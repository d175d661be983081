"""Which personal data are at fault: not what offices publish of themselves, and not what a sound permit covers."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ppidgen.diagnostics import Finding
from ppidgen.model.context import Context
from ppidgen.model.elements.origin import Origin
from ppidgen.model.portal.registers import INFORMATION
from ppidgen.model.portal.sheet import read_sheet, traces_in
from ppidgen.model.records.body import Channel
from ppidgen.model.records.parts import Contact
from ppidgen.model.records.permit import PersonalDataPermit
from ppidgen.model.records.service import FeeSchedule
from ppidgen.report.explain import tell
from ppidgen.report.shipped import Rulebook
from ppidgen.rules.personal_data import RULES
from ppidgen.source.document_facts import DocumentFacts
from ppidgen.source.personal.personal_data import personal_data
from ppidgen.source.probe.opened import Trace, trace_of
from ppidgen.source.register_text.nodes import Place, Table
from tests.rules import portals
from tests.rules.portals import body

PATH = "content/halaman/bantuan.md"
PHONE = "Hubungi Sari pada 0812-3456-7890."
MASKED = "0812\u2022\u2022\u2022\u2022\u2022\u202290"
NIK = "NIK 3211011212850001"


def found(text: str = "", *, path: str = PATH, facts: DocumentFacts | None = None, **settings: Any) -> list[Finding]:
    context: Context = portals.context(**settings)
    known = {} if facts is None else {facts.path: facts}
    portal = replace(context.portal, traces={path: traces_in(text)} if text else {}, facts=known)
    given = replace(context, portal=portal)
    return [finding for rule in RULES for finding in rule.function(given)]


def codes(text: str, **settings: Any) -> list[str]:
    return [finding.code for finding in found(text, **settings)]


def permit(**values: Any) -> PersonalDataPermit:
    given = {"place": PATH, "kind": "ponsel", "shown": MASKED, "reason": "Posko", "until": date(2026, 12, 31), **values}
    return PersonalDataPermit.model_validate(given)


def test_a_find_in_a_register_is_told_with_line_and_column() -> None:
    (finding,) = found(f"judul: Bantuan\nisi: {PHONE}\n")
    assert (finding.code, finding.span.line, finding.span.column) == ("PDP004", 2, 24)
    assert finding.data["shown"] == MASKED


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("3211&nbsp;0112&nbsp;1285&nbsp;0001", "PDP001"),
        ("32110112&shy;12850001", "PDP001"),
        ("3211&ndash;0112&ndash;1285&ndash;0001", "PDP001"),
        ("0812&nbsp;3456&nbsp;7890", "PDP004"),
        ("&plus;62 812 3456 7890", "PDP004"),
        ("budi&commat;gmail.com", "PDP005"),
        ("budi@gmail&period;com", "PDP005"),
        ("[surat](mailto:budi&commat;gmail.com)", "PDP005"),
        ("[a](https://x.go.id/ '32110112&#49;2850001')", "PDP001"),
        ("[32110112](https://x.go.id/?a=1&b=2)12850001", "PDP001"),
    ],
)
def test_what_markdown_writes_with_a_name_is_read_as_its_reader_sees_it(text: str, code: str) -> None:
    """Only what the description of a page repeats was looked at once more: the end of a long text was not."""
    assert codes(f"judul: Bantuan\nisi: Lihat {text} itu.\n") == [code]


def test_the_query_of_an_address_is_no_entity() -> None:
    assert codes("isi: 'https://x.go.id/?tahun=2024&halaman=3211&jenis=a; 0112'") == []


@pytest.mark.parametrize(
    "office",
    [
        {"contact": Contact(whatsapp="+62 812 3456 7890")},
        {"channels": (Channel(kind="whatsapp", name="WA", address="0812 3456 7890 (jam kerja)"),)},
        {"channels": (Channel(kind="whatsapp", name="WA", link="https://wa.me/6281234567890"),)},
    ],
    ids=["contact", "channel", "link"],
)
def test_a_number_by_which_an_office_says_it_can_be_reached_is_none(office: dict[str, Any]) -> None:
    assert codes(PHONE, body=body(**office)) == []
    assert codes(PHONE.replace("7890", "7891"), body=body(**office)) == ["PDP004"]


@pytest.mark.parametrize(
    ("text", "register", "asked_first"),
    [(PHONE, "badan-publik", True), (PHONE, "layanan", False), (NIK, "badan-publik", False)],
)
def test_what_may_be_an_office_s_own_waits_for_the_register_that_could_not_be_read(
    text: str, register: str, *, asked_first: bool
) -> None:
    (finding,) = found(text, rejected={register: frozenset({register})})
    hint = tell(finding, Rulebook()[finding.code]).hint
    assert ("perbaiki dahulu galat di register badan-publik;" in hint) == asked_first
    assert ("hapus atau hitamkan" in hint) != asked_first


def test_the_tax_number_of_a_firm_may_stand_in_the_procurement_register() -> None:
    firm = "penyedia: PT Contoh, NPWP 01.234.567.8-901.000"
    assert codes(firm, path="content/pengadaan/2026/a.yaml") == []
    assert codes(firm) == ["PDP003"]


def test_the_account_in_the_schedule_of_fees_is_the_office_s_own() -> None:
    fees = FeeSchedule(kind="biaya")
    fees._origin = Origin("content/layanan/biaya.yaml", Table({}, {}, Place(1, 1, 1, 1)))
    account = "cara_bayar: [rekening Bank Contoh 0123-01-012345-50-1]"
    assert codes(account, path="content/layanan/biaya.yaml", services=(fees,)) == []
    assert codes(account, services=(fees,)) == ["PDP006"]


def test_a_permit_covers_one_datum_in_one_file_until_its_day() -> None:
    assert codes(PHONE, permits=(permit(),)) == []
    assert codes(PHONE, permits=(permit(place="content/halaman/lain.md"),)) == ["PDP004", "PDP012"]
    assert codes(PHONE, permits=(permit(until=date(2026, 1, 1)),)) == ["PDP004", "PDP011"]


def test_a_permit_covers_neither_of_two_data_that_look_alike() -> None:
    both = PHONE + " Atau 0812-9999-9990."
    assert codes(both, permits=(permit(),)) == ["PDP004", "PDP004", "PDP012"]


def test_an_identity_number_needs_the_consent_of_its_owner() -> None:
    shown = personal_data(NIK)[0].shown
    assert codes(NIK, permits=(permit(kind="nik", shown=shown),)) == ["PDP001", "PDP010"]
    assert codes(NIK, permits=(permit(kind="nik", shown=shown, consent="12/PT/2026"),)) == []


def document(*texts: str) -> DocumentFacts:
    traces: tuple[Trace, ...] = tuple(
        trace_of(hit, "page", str(number)) for number, text in enumerate(texts, start=1) for hit in personal_data(text)
    )
    return DocumentFacts("bantuan.pdf", 9, "0" * 64, "pdf", 1, readable=True, ending="pdf", traces=traces)


def test_a_document_is_told_once_with_the_first_place_and_how_many_more() -> None:
    (finding,) = found(facts=document("", NIK, "NIK 3211011212850002", NIK))
    assert (finding.code, finding.span.path) == ("PDP001", "content/berkas/bantuan.pdf")
    assert (finding.data["part"], finding.data["place"], finding.data["others"]) == ("page", "2", "1")


def test_no_finding_holds_the_number_itself() -> None:
    told = (*found(f"{NIK} {PHONE}"), *found(facts=document(NIK)))
    assert len(told) == 3
    for finding in told:
        digits = "".join(c for value in finding.data.values() for c in value if c.isdigit())
        assert "3211011212850001" not in digits
        assert "081234567890" not in digits


def test_a_datum_in_the_name_of_a_register_file_is_told_once_at_that_file() -> None:
    path = "content/informasi/bpkad/bantuan-3211011212850001.yaml"
    sheet = read_sheet(path, f"judul: Bantuan\nringkasan_isi: {NIK}\n".encode(), INFORMATION).value
    portal = portals.context().portal
    given = replace(portals.context(), portal=replace(portal, traces={path: sheet.traces}))
    named, written = [one for rule in RULES for one in rule.function(given)]
    assert (named.code, named.span.path, named.span.line, written.span.line) == ("PDP001", path, 1, 2)
    message = tell(named, Rulebook()[named.code]).message
    assert message.startswith(
        "NIK 3211\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u202201 terbaca pada nama berkas"
    )
