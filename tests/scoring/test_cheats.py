"""Ways in which somebody tried to raise what is recorded without its evidence; none of them works."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from ppidgen.model.records.evidence import Attestation
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.nil import NilStatement
from ppidgen.model.records.procurement import ProcurementPackage
from ppidgen.model.records.publication import NewsItem
from ppidgen.model.records.unit import Unit
from ppidgen.model.records.waiver import Waiver
from ppidgen.model.rubrics.scorecard import UNMET, LinkState, Scorecard
from ppidgen.reading import rubric_files
from ppidgen.scoring.reading import read_rubric
from tests.scoring.portals import answer_of, body, claim, documents, entry, found, law, lkpd, lra, own, scored

LETTER, PHOTO = "surat.pdf", "ruang.png"
KKP = "Kementerian Kelautan dan Perikanan"
VERIFIED: Mapping[str, Any] = {
    "criterion": "kkp24-105",
    "file": PHOTO,
    "state": "diverifikasi",
    "verified_by": KKP,
    "verified_on": "2026-02-01",
    "letter": LETTER,
}
FILES = (found(PHOTO, "png"), found(LETTER))


def recorded(card: Scorecard) -> Fraction:
    return card.recorded.value


def lra_entry(**changed: Any) -> Scorecard:
    full = {"title": "Laporan Realisasi Anggaran 2025", "year": "2025", "documents": documents("lra.pdf")}
    return scored("banjarnegara-opd-2026", information=(entry(**{**full, **changed}),), facts=(found("lra.pdf"),))


def test_the_honest_entry_counts() -> None:
    assert lra(lra_entry()) == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"periode": "semester 1"},
        {"periode": "desember"},
        {"title": "Laporan Realisasi Anggaran Semester I 2025"},
        {"title": "Laporan Realisasi Anggaran 2025 Triwulan 3", "duties": ("B04.a",)},
        {"periode": "semester 1", "duties": ("B04.a",)},
    ],
)
def test_a_report_of_one_half_or_quarter_is_not_that_of_the_year(changed: dict[str, Any]) -> None:
    assert lra(lra_entry(**changed)) == 0


@pytest.mark.parametrize("title", ["LRA per Triwulan 2025", "Laporan Realisasi Anggaran Semester I dan II 2025"])
def test_a_report_of_all_halves_or_quarters_is_that_of_the_year(title: str) -> None:
    assert lra(lra_entry(title=title)) == 1


def test_where_a_half_is_asked_for_its_report_counts() -> None:
    half = entry(
        title="Realisasi Keuangan Semester I 2024", year="2024", periode="semester 1", documents=documents("a.pdf")
    )
    ends = answer_of(scored("kkp-2024", information=(half,), facts=(found("a.pdf"),)), "kkp24-16").ends
    assert ends is not None
    assert ends.claimed > 0


@pytest.mark.parametrize(
    "changed",
    [
        {"documents": ()},
        {"documents": (), "link": "https://drive.example.com/lra"},
        {"documents": (), "link": "https://ppid.contoh.go.id/lra.pdf"},
        {"title": "Laporan Realisasi Anggaran 2019"},
        {"title": "Laporan Realisasi Anggaran 2019", "year": "2025"},
        {"year": "2024"},
        {"documents": documents("kosong.pdf")},
        {"documents": documents("tidak-ada.pdf")},
        {"title": "Rencana Liburan Anggota 2025", "other_words": ()},
        {"title": "Rencana Liburan Anggota 2025", "other_words": ("LRA", "Laporan Realisasi Anggaran")},
    ],
    ids=[
        "no document", "a link to another domain", "an own link that nobody tried", "an old title",
        "a year that the title denies", "another year", "an empty file", "a file that is not there", "another thing",
        "another thing that search finds by these words",
    ],
)  # fmt: skip
def test_an_entry_that_only_looks_like_it_records_nothing(changed: dict[str, Any]) -> None:
    assert lra(lra_entry(**changed)) == 0


@pytest.mark.parametrize(
    "broken", [{"size": 0}, {"readable": False}, {"pages": 0}, {"kind": "png"}], ids=lambda one: next(iter(one))
)
def test_a_file_that_is_empty_or_broken_or_of_another_kind_records_nothing(broken: dict[str, Any]) -> None:
    values: dict[str, Any] = {"title": "LRA 2025", "year": "2025", "documents": documents("lra.pdf")}
    card = scored("banjarnegara-opd-2026", information=(entry(**values),), facts=(found("lra.pdf", **broken),))
    assert lra(card) == 0


def attested(**changed: Any) -> Scorecard:
    return scored("kkp-2024", evidence=(claim(**{**VERIFIED, **changed}),), facts=FILES)


def test_evidence_that_a_verifier_confirmed_in_a_letter_counts() -> None:
    assert recorded(attested()) - recorded(scored("kkp-2024", facts=FILES)) == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"state": "diklaim"},
        {"verified_by": "PPID"},
        {"verified_by": None},
        {"verified_by": KKP, "by": KKP},
        {"letter": None},
        {"letter": PHOTO},
        {"letter": "tidak-ada.pdf"},
        {"verified_on": None},
        {"verified_on": "2025-12-31"},
        {"verified_on": "2026-12-31"},
        {"day": "2026-12-31"},
        {"file": None},
        {"file": None, "link": "https://ppid.contoh.go.id/ruang"},
        {"file": LETTER},
        {"state": "ditolak"},
        {"criterion": "kkp24-1"},
        {"claim": "7"},
    ],
    ids=str,
)
def test_evidence_that_nobody_else_confirmed_records_nothing(changed: dict[str, Any]) -> None:
    assert recorded(attested(**changed)) == recorded(scored("kkp-2024", facts=FILES))


def test_a_claim_between_two_grades_counts_as_the_lower_one() -> None:
    card = attested(criterion="kkp24-105", claim="0.99")
    ends = answer_of(card, "kkp24-105").ends
    assert ends is not None
    assert ends.recorded == Fraction(3, 4)


def test_many_claims_for_one_criterion_count_as_the_best_of_them() -> None:
    many = tuple(claim(number, criterion="kkp24-105", file=PHOTO, claim="0.25") for number in range(9))
    one = scored("kkp-2024", evidence=many[:1], facts=FILES)
    assert scored("kkp-2024", evidence=many, facts=FILES).claimed == one.claimed


def test_a_claim_for_a_visitation_records_nothing_until_it_is_verified() -> None:
    told: dict[str, Any] = {"stage": "visitasi", "value": "100", "kind": "surat", "file": LETTER}
    plain = scored("kaltim-2025", facts=FILES)
    claimed = scored("kaltim-2025", facts=FILES, evidence=(claim(edition="kaltim-2025", **told),))
    assert recorded(claimed) == recorded(plain)
    assert claimed.claimed.value == plain.claimed.value + 20


def test_a_statement_that_a_document_is_not_required_records_nothing() -> None:
    told = claim(criterion="kkp24-42", inapplicable="Tidak ada pengadaan.", kind="surat", file=LETTER)
    plain, stated = scored("kkp-2024", facts=FILES), scored("kkp-2024", evidence=(told,), facts=FILES)
    assert recorded(stated) == recorded(plain)
    assert stated.claimed.value > plain.claimed.value


@pytest.mark.parametrize(
    "changed",
    [{"criterion": "kkp24-42", "state": "ditolak"}, {"criterion": "kkp24-105"}],
    ids=["rejected", "not taken"],
)
def test_a_statement_that_was_rejected_or_that_the_rubric_does_not_take_is_not_even_a_claim(
    changed: Mapping[str, Any],
) -> None:
    told = claim(**changed, inapplicable="Tidak ada pengadaan.", kind="surat", file=LETTER)
    plain, stated = scored("kkp-2024", facts=FILES), scored("kkp-2024", evidence=(told,), facts=FILES)
    assert (recorded(stated), stated.claimed.value) == (recorded(plain), plain.claimed.value)


def test_packages_that_require_nothing_record_nothing() -> None:
    waived = package(1, {"duty": "B09.b.01", "state": "tidak-dipersyaratkan", "reason": "Tidak perlu."})
    ends = answer_of(scored("kkp-2024", procurement=(waived,)), "kkp24-42").ends
    assert ends is not None
    assert ends.recorded == 0


def package(number: int = 1, *documents: dict[str, str]) -> ProcurementPackage:
    return ProcurementPackage.model_validate(
        {"id": f"paket-{number}", "name": "Paket", "year": "2024", "method": "tender", "documents": documents}
    )


@pytest.mark.parametrize("name", ["kkp-2024", "perki-1-2021"])
def test_a_document_of_a_package_behind_an_address_counts_once_its_own_address_opened(name: str) -> None:
    first, second = "https://lpse.contoh.go.id/kak", "https://lpse.contoh.go.id/hps"
    linked = (package(1, {"duty": "B09.b.01", "link": first}, {"duty": "B09.b.02", "link": second}),)
    codes = ("kkp24-42", "kkp24-43") if name == "kkp-2024" else ("B09.b.01", "B09.b.02")

    def found(links: Mapping[str, LinkState]) -> list[Fraction]:
        answers = [answer_of(scored(name, procurement=linked, links=links), code).ends for code in codes]
        return [ends.recorded for ends in answers if ends]

    assert found({}) == [0, 0]
    assert found({first: LinkState.OPEN, second: LinkState.DEAD}) == [1, 0]


def test_the_package_that_has_its_file_says_nothing_for_one_whose_address_nobody_tried() -> None:
    packages = (
        package(1, {"duty": "B09.b.01", "file": "kak.pdf"}),
        package(2, {"duty": "B09.b.01", "link": "https://lpse.contoh.go.id/kak"}),
    )
    for name, code in (("kkp-2024", "kkp24-42"), ("perki-1-2021", "B09.b.01")):
        ends = answer_of(scored(name, procurement=packages, facts=(found("kak.pdf"),)), code).ends
        assert ends is not None
        assert ends.recorded <= Fraction(1, 2) < ends.claimed


def test_to_disclaim_duties_does_not_raise_what_is_recorded() -> None:
    files, told = (found("a.pdf"),), (entry(duties=("B04.a",), documents=documents("a.pdf")),)
    plain = scored("perki-1-2021", information=told, facts=files)
    fled = scored(
        "perki-1-2021",
        information=told,
        facts=files,
        body=body(not_applicable=[{"activity": "pengadaan", "reason": "Tidak mengadakan barang."}]),
    )
    assert recorded(fled) <= recorded(plain)


def test_a_waiver_earns_nothing() -> None:
    waiver = Waiver.model_validate(
        {"id": "t", "code": "DIP005", "place": "content/x.yaml", "reason": "Nanti.", "until": "2026-12-31"}
    )
    assert scored("perki-1-2021", waivers=(waiver,)) == scored("perki-1-2021")


def test_news_of_tomorrow_does_not_keep_a_portal_fresh() -> None:
    item = NewsItem.model_validate({"id": "n", "title": "Kabar", "day": "2027-01-01"})
    ends = answer_of(scored("banjarnegara-opd-2026", news=(item,)), "bna26-20").ends
    assert ends is not None
    assert ends.possible == 0


def test_one_entry_that_names_every_duty_without_a_document_records_nothing() -> None:
    codes = ("B01.a", "B02.a", "B04.a", "S02.a", "W09")
    card = scored("perki-1-2021", information=(entry(duties=codes),))
    assert [answer_of(card, code).ends for code in codes] == [UNMET] * len(codes)


def test_links_count_only_once_they_have_been_tried() -> None:
    address = "https://keuangan.contoh.go.id/lra"
    linked = (entry(duties=("B04.a",), link=address),)
    given: tuple[dict[str, LinkState], ...] = tuple({address: state} for state in LinkState)
    opened, dead, private = (scored("perki-1-2021", information=linked, links=links) for links in given)
    unknown = scored("perki-1-2021", information=linked)
    assert recorded(unknown) == recorded(dead) == recorded(private) < recorded(opened)
    assert unknown.claimed.value == private.claimed.value == opened.claimed.value > dead.claimed.value


def test_what_repeats_another_question_brings_no_second_point() -> None:
    evidence = (claim(criterion="kkp24-90", kind="dokumen", file=LETTER),)
    assert scored("kkp-2024", evidence=evidence, facts=FILES).claimed == scored("kkp-2024", facts=FILES).claimed


def test_one_word_said_ten_times_is_no_text() -> None:
    assert own("B04.a", information=(lkpd(documents=(), body="laporan " * 10),)) == [0, 0, 0]


def test_a_day_that_has_not_been_renews_nothing() -> None:
    assert own("B04.a", information=(lkpd(updated="2027-01-01"),)) == own("B04.a", information=(lkpd(updated=None),))


def test_an_entry_that_was_withdrawn_proves_nothing() -> None:
    gone = lkpd(withdrawn={"day": "2026-01-20", "reason": "Diganti."})
    assert own("B04.a", information=(gone,)) == [0, 0, 0]


@pytest.mark.parametrize(
    "changed",
    [
        {"day": "2024-01-01"},
        {"day": "2024-01-01", "until": "2030-01-01"},
        {"day": "2027-01-01"},
        {"signed_by": None},
        {"decree": None},
        {"reason": None},
    ],
    ids=["over", "over whatever it says", "of tomorrow", "unsigned", "without a letter", "without a reason"],
)
def test_a_nil_statement_that_holds_no_longer_or_that_nobody_signs_is_not_even_a_claim(changed: dict[str, Any]) -> None:
    letter = {"number": "1", "day": "2026-01-02"}
    told = {"id": "n", "duties": ("B04.a",), "statement": "Tidak ada.", "reason": "Tidak terjadi.", "day": "2026-01-02"}
    held = {**told, "signed_by": "Sekretaris Daerah", "decree": letter}
    assert own("B04.a", nil=(NilStatement.model_validate(held),)) == [0, 1, 1]
    assert own("B04.a", nil=(NilStatement.model_validate({**held, **changed}),)) == [0, 0, 0]


def test_an_exemption_without_a_test_a_decree_or_an_open_part_counts_as_nothing() -> None:
    told = {"id": "d", "title": "Rincian", "duties": ("B04.a",), "extent": "sebagian", "status": "berlaku"}
    assert own("B04.a", exemptions=(Exemption.model_validate(told),)) == [0, 0, 0]


def test_something_that_opens_on_a_host_that_anybody_may_have_is_a_claim_and_no_proof() -> None:
    places = ("https://contoh-lkpd.com/a", "https://drive.example.com/a", "https://go.id.example.com/a")
    for place in places:
        assert own("B04.a", information=(lkpd(documents=(), link=place),), links={place: LinkState.OPEN}) == [0, 1, 1]


def test_an_event_that_is_claimed_without_anything_to_read_stays_one_that_did_not_happen() -> None:
    assert own("M01", information=(entry(duties=("M01",)),)) is None


def test_a_unit_that_is_listed_again_raises_no_share() -> None:
    told = {"head": {"name": "A", "post": "Kepala"}, "overview": "Mengurus keuangan."}
    empty = Unit.model_validate({"id": "a", "name": "Dinas A"})
    full = Unit.model_validate({"id": "b", "name": "Dinas B", **told})
    again = tuple(Unit.model_validate({"id": f"b{n}", "name": " DINAS  b", **told}) for n in range(8))
    hollow = Unit.model_validate({"id": "c", "name": "Dinas A", **told})
    once = own("B01.c", units=(empty, full))
    assert once == own("B01.c", units=(empty, full, *again)) == own("B01.c", units=(empty, full, hollow))
    assert once == [0.5, 0.5, 0.5]


def test_a_rubric_that_goes_by_the_name_of_a_shipped_edition_and_says_something_else_is_refused() -> None:
    path, raw = rubric_files.text_of("kkp-2024") or ("", b"")
    kinder = raw.replace(b"biner", b"bagian").replace(KKP.encode(), b"PPID Kabupaten Contoh")
    found_faults = read_rubric("content/rubrik/kkp-2024.yaml", kinder, law(), rubric_files.text_of)
    assert found_faults.value is None
    assert "RBK030" in [one.code for one in found_faults.findings]
    assert read_rubric(path, raw, law(), rubric_files.text_of).value is not None


def totals(card: Scorecard) -> tuple[Fraction, ...]:
    return card.recorded.value, card.claimed.value, card.possible.value


@pytest.mark.parametrize(
    "name", ["perki-1-2021", "kkp-2024", "kaltim-2025", "banjarnegara-opd-2026", "jateng-saq-2023"]
)
def test_more_evidence_never_lowers_a_total(name: str) -> None:
    evidence: tuple[Attestation, ...] = ()
    before = scored(name, date(2026, 2, 16), facts=FILES)
    information = []
    for number, code in enumerate(("B01.a", "B04.a", "B06.b", "S04", "S08")):
        title = f"Dokumen {code} 2025"
        information.append(entry(number, title=title, year="2025", duties=(code,), documents=documents(LETTER)))
        evidence = (*evidence, claim(number, name, criterion="sarpras.ruang", file=PHOTO, claim="0.25"))
        after = scored(name, information=tuple(information), evidence=evidence, facts=FILES)
        assert all(new >= old for old, new in zip(totals(before), totals(after), strict=True))
        before = after
