"""A letter follows from its case: the right days, the right grounds, and room for who asked."""

from datetime import date
from typing import Any

import pytest

from ppidgen.exchange.papers.letters import Unfit, letter
from ppidgen.exchange.papers.paper import Fields, Options, Paper, Paragraph, Signatures
from ppidgen.model.elements.vocabulary import (
    BodyKind,
    Decision,
    ExtensionReason,
    Extent,
    Level,
    ObjectionGround,
    OfficerRole,
    RefusalReason,
)
from ppidgen.model.records.applicant import Applicant
from ppidgen.model.records.body import Officer, PublicBody
from ppidgen.model.records.cases import ObjectionCase, RequestCase
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.parts import Decree
from ppidgen.model.standing.case_state import LetterKind
from tests.rules.portals import context, entry

NOBODY = Applicant()
EXEMPTION = Exemption.model_validate({
    "id": "dik-1", "title": "Rekam medis", "basis": [{"ground": "17h", "act": "UU 17/2023", "article": "Pasal 177"}],
    "decree": {"number": "188/1", "day": "2026-01-05"},
})  # fmt: skip


def request(**values: Any) -> RequestCase:
    return RequestCase.model_validate({"id": "2026/p-1", "kind": "permohonan", "received": "2026-03-16", **values})


def paper(kind: LetterKind, case: RequestCase | ObjectionCase, who: Applicant = NOBODY) -> Paper:
    portal = context(as_of=date(2026, 5, 1), cases=(case,), exemptions=(EXEMPTION,))
    return letter(kind, portal, case, who)


def said(made: Paper) -> str:
    return "\n".join(block.text for block in made.blocks if isinstance(block, Paragraph))


def fields(made: Paper) -> dict[str, str]:
    return {name: value for block in made.blocks if isinstance(block, Fields) for name, value in block.rows}


def test_a_receipt_tells_every_day_that_follows_over_lebaran() -> None:
    made = paper(LetterKind.RECEIPT, request())
    assert "Pemberitahuan tertulis: paling lambat 7 April 2026 (UU KIP Pasal 22(7)" in said(made)
    assert "UU 14/2008" not in said(made)
    extended = "Perpanjangan waktu pemberitahuan, bila diperpanjang dengan alasan tertulis: paling lambat 16 April 2026"
    assert extended in said(made)
    assert "bila sampai batas pemberitahuan tertulis permohonan tidak dijawab: paling lambat 2" in said(made)
    assert fields(made)["Nama pemohon"] == ""


def test_an_extension_names_both_days_and_ticks_its_reason() -> None:
    made = paper(LetterKind.EXTENSION, request(extended="2026-04-06", extension_reason=ExtensionReason.UNDECIDED))
    assert "semula paling lambat 7 April 2026" in said(made)
    assert "sampai 16 April 2026" in said(made)
    (boxes,) = [block for block in made.blocks if isinstance(block, Options)]
    assert [ticked for _, ticked in boxes.rows] == [False, True]


def test_an_incomplete_request_is_told_what_may_lack_and_until_when() -> None:
    made = paper(LetterKind.INCOMPLETE, request(incomplete="2026-03-17"))
    assert "Mohon lengkapi paling lambat 27 Maret 2026" in said(made)
    (boxes,) = [block for block in made.blocks if isinstance(block, Options)]
    assert len(boxes.rows) == 9


def test_a_refusal_carries_the_exemption_with_its_decree_and_the_way_to_object() -> None:
    refused = {"notified": "2026-03-30", "decision": Decision.REFUSED, "refusal": RefusalReason.EXEMPT}
    made = paper(LetterKind.REFUSAL, request(exemption="dik-1", **refused))
    assert fields(made)["Dasar hukum pengecualian"] == "Pasal 17 huruf h UU 14/2008, UU 17/2023, Pasal 177"
    assert fields(made)["Penetapan klasifikasi"] == "Nomor 188/1, 5 Januari 2026"
    assert "Surat keputusan pengecualian informasi dilampirkan (Perki 1/2021 Pasal 34(2))." in said(made)
    assert "keberatan kepada Atasan PPID paling lambat 13 Mei 2026" in said(made)


def test_a_refusal_of_what_the_body_has_not_says_who_has_it_and_why() -> None:
    refused = {"notified": "2026-03-30", "decision": Decision.REFUSED}
    who, why = "Badan Publik yang menguasainya, bila diketahui", "Penjelasan bila belum dikuasai"
    elsewhere = str(fields(paper(LetterKind.REFUSAL, request(**refused, refusal=RefusalReason.NOT_HELD))))
    undocumented = str(fields(paper(LetterKind.REFUSAL, request(**refused, refusal=RefusalReason.NOT_DOCUMENTED))))
    exempt = str(fields(paper(LetterKind.REFUSAL, request(**refused, refusal=RefusalReason.EXEMPT))))
    assert (who in elsewhere, why in elsewhere) == (True, True)
    assert (who in undocumented, why in undocumented) == (False, True)
    assert (who in exempt, why in exempt) == (False, False)


def test_an_exemption_without_a_decree_of_its_own_rests_on_that_of_the_list() -> None:
    listed = EXEMPTION.model_copy(update={"decree": None})
    decree = Decree.model_validate({"number": "480/096/2026", "day": "2026-06-15"})
    body = PublicBody(name="Kabupaten Contoh", kind=BodyKind.EXECUTIVE, level=Level.REGENCY, exemption_decree=decree)
    case = request(notified="2026-07-01", decision=Decision.REFUSED, refusal=RefusalReason.EXEMPT, exemption="dik-1")
    portal = context(as_of=date(2026, 8, 3), cases=(case,), exemptions=(listed,), body=body)
    made = fields(letter(LetterKind.REFUSAL, portal, case, NOBODY))
    assert made["Penetapan klasifikasi"] == "Nomor 480/096/2026, 15 Juni 2026"


def test_a_grant_in_part_names_the_exemption_of_what_is_withheld() -> None:
    granted = {"notified": "2026-03-30", "decision": Decision.GRANTED_IN_PART, "exemption": "dik-1"}
    made = paper(LetterKind.NOTIFICATION, request(**granted))
    assert fields(made)["Informasi yang dikecualikan"] == "Rekam medis"
    lacking = "Penjelasan bila belum dikuasai atau belum didokumentasikan"
    assert lacking in fields(made)
    assert lacking not in fields(paper(LetterKind.NOTIFICATION, request(**granted | {"decision": Decision.GRANTED})))
    assert "dilampirkan (Perki 1/2021 Pasal 34(2))." in said(made)


def test_a_grant_in_part_explains_the_part_that_is_blackened() -> None:
    values = {"notified": "2026-03-25", "decision": "dikabulkan-sebagian", "exemption": "dik-1"}
    part = EXEMPTION.model_copy(update={"extent": Extent.PART, "blackened": "Nama dan diagnosis pasien."})
    case = request(**values)
    portal = context(as_of=date(2026, 5, 1), cases=(case,), exemptions=(part,))
    told = fields(letter(LetterKind.NOTIFICATION, portal, case, NOBODY))
    assert told["Penjelasan penghitaman atau pengaburan"] == "Nama dan diagnosis pasien."
    whole = fields(paper(LetterKind.NOTIFICATION, case))
    assert whole["Penjelasan penghitaman atau pengaburan"] == ""


def test_a_notice_sends_nobody_to_an_entry_that_was_withdrawn() -> None:
    case = request(notified="2026-03-25", decision="dikabulkan-seluruhnya", answered_by="contoh/entri-1")
    for gone, told in ((None, True), ({"tanggal": "2026-03-26", "alasan": "Keliru."}, False)):
        portal = context(as_of=date(2026, 5, 1), cases=(case,), information=(entry(withdrawn=gone),))
        assert ("contoh/entri-1" in said(letter(LetterKind.NOTIFICATION, portal, case, NOBODY))) is told


def test_a_reply_that_upholds_an_exemption_encloses_its_decree_by_the_article_on_replies() -> None:
    case = ObjectionCase.model_validate({
        "id": "k-1", "kind": "keberatan", "received": "2026-03-30", "ground": ObjectionGround.REFUSED,
        "answered": "2026-04-20", "exemption": "dik-1",
    })  # fmt: skip
    made = said(paper(LetterKind.OBJECTION_REPLY, case))
    assert "Surat keputusan pengecualian informasi dilampirkan (Perki 1/2021 Pasal 44(3))." in made
    assert "Pasal 34(2)" not in made


@pytest.mark.parametrize(
    ("post", "signs"),
    [("Kepala Diskominfo", "Kepala Diskominfo selaku PPID,"), ("Sekretaris Desa/PPID", "Sekretaris Desa/PPID,")],
)
def test_who_decides_signs_in_the_role_in_which_the_law_lets_him(post: str, signs: str) -> None:
    officer = Officer(role=OfficerRole.PRINCIPAL, post=post)
    body = PublicBody(name="Kabupaten Contoh", kind=BodyKind.EXECUTIVE, level=Level.REGENCY, officers=(officer,))
    case = request(notified="2026-03-30", decision=Decision.GRANTED)
    made = letter(LetterKind.NOTIFICATION, context(as_of=date(2026, 5, 1), cases=(case,), body=body), case, NOBODY)
    (signatures,) = [block for block in made.blocks if isinstance(block, Signatures)]
    assert signatures.parties[0].above == (signs,)


def test_a_reply_to_an_objection_names_the_last_day_of_a_dispute() -> None:
    case = ObjectionCase(
        id="k-1", kind="keberatan", received=date(2026, 3, 30), ground=ObjectionGround.LATE, answered=date(2026, 4, 20)
    )
    made = paper(LetterKind.OBJECTION_REPLY, case)
    assert "paling lambat 11 Mei 2026" in said(made)
    assert "Nomor pendaftaran permohonan" in fields(made)


def test_an_objection_to_what_is_not_announced_asks_for_no_request() -> None:
    case = ObjectionCase.model_validate({
        "id": "k-1", "kind": "keberatan", "received": "2026-03-30", "ground": ObjectionGround.NOT_PERIODIC,
        "answered": "2026-04-20",
    })  # fmt: skip
    assert "Nomor pendaftaran permohonan" not in fields(paper(LetterKind.OBJECTION_REPLY, case))


def test_who_asked_stands_only_where_the_private_file_puts_it() -> None:
    who = Applicant(name="Siti", address="Jalan Mawar 1", letter_number="480/1")
    granted = request(notified="2026-03-18", decision=Decision.GRANTED)
    assert "Yth. Siti" in said(paper(LetterKind.NOTIFICATION, granted, who))
    assert "Yth. ……" in said(paper(LetterKind.NOTIFICATION, granted))


@pytest.mark.parametrize(
    ("kind", "values", "needed"),
    [
        (LetterKind.EXTENSION, {}, "extended"),
        (LetterKind.REFUSAL, {"notified": "2026-03-18", "decision": Decision.GRANTED}, "decision"),
        (LetterKind.NOTIFICATION, {"notified": "2026-03-18", "decision": Decision.REFUSED}, "decision"),
        (LetterKind.OBJECTION_REPLY, {}, "answered"),
        (LetterKind.REFUSAL, {"notified": "2026-03-30", "decision": Decision.REFUSED}, "refusal"),
        (LetterKind.EXTENSION, {"extended": "2026-04-06"}, "extension_reason"),
    ],
)
def test_a_letter_that_the_case_does_not_call_for_is_refused(
    kind: LetterKind, values: dict[str, Any], needed: str
) -> None:
    with pytest.raises(Unfit) as refused:
        paper(kind, request(**values))
    assert refused.value.needed == needed
