from datetime import date
from itertools import permutations

import pytest

from ppidgen.diagnostics import Finding, Severity, Span
from tests.report.telling import AS_OF, CAPITALS, CHOICE, COLUMNS, LKPD, TWINS, told, waiver


def test_a_finding_takes_its_words_and_severity_from_the_rulebook() -> None:
    (one,) = told(CHOICE).told
    assert one.severity is Severity.ERROR
    assert one.message == "'kategori' berisi 'tahunan', yang bukan salah satu pilihan."
    assert one.hint == "tulis berkala, serta-merta, atau setiap-saat"


def test_a_guess_is_offered_when_there_is_one() -> None:
    (one,) = told(Finding(CHOICE.code, CHOICE.span, {**CHOICE.data, "guess": "berkala"})).told
    assert one.hint == "maksud Anda 'berkala'? Pilihannya: berkala, serta-merta, atau setiap-saat"


def test_english_words_are_there_for_those_who_ask() -> None:
    (one,) = told(CHOICE, language="en").told
    assert one.message == "'kategori' holds 'tahunan', which is not one of the choices."
    assert one.hint == "write berkala, serta-merta, or setiap-saat"


def test_a_related_place_says_what_it_is() -> None:
    (one,) = told(TWINS).told
    assert [place.words for place in one.related] == ["pemakai pertama pengenal ini"]


def test_the_order_of_findings_changes_nothing() -> None:
    findings = [CHOICE, COLUMNS, CAPITALS, TWINS]
    assert all(told(*findings).told == told(*shuffled).told for shuffled in permutations(findings))


def test_the_same_finding_is_told_once() -> None:
    assert len(told(CHOICE, CHOICE).told) == 1


def test_counts_name_every_severity_the_gravest_first() -> None:
    assert list(told(CHOICE, CAPITALS).counts.items()) == [
        (Severity.ERROR, 1),
        (Severity.SHORTFALL, 0),
        (Severity.ADVICE, 1),
    ]


def test_the_level_that_stops_a_build_is_asked_by_name() -> None:
    assert told(COLUMNS).at_least(Severity.SHORTFALL)
    assert not told(COLUMNS).at_least(Severity.ERROR)
    assert not told().at_least(Severity.ADVICE)


@pytest.mark.parametrize("place", [LKPD, "content/informasi/bpkad", "content/informasi/"])
def test_a_waiver_sets_a_fault_apart(place: str) -> None:
    found = told(COLUMNS, CAPITALS, waivers=[waiver("DIP001", place=place)])
    assert [one.code for one in found.told] == ["DIP009"]
    assert [(one.diagnostic.code, one.reason) for one in found.waived] == [("DIP001", "Menunggu pindaian.")]
    assert found.counts[Severity.SHORTFALL] == 0


def test_a_waiver_holds_on_its_last_day_and_fails_the_day_after() -> None:
    assert told(COLUMNS, waivers=[waiver("DIP001", until=AS_OF)]).told == ()
    found = told(COLUMNS, waivers=[waiver("DIP001", until=date(2026, 2, 15))])
    assert {one.code for one in found.told} == {"DIP001", "TLR001"}
    assert any("berakhir 2026-02-15" in one.message for one in found.told)


def test_a_waiver_of_a_neighbouring_file_quiets_nothing() -> None:
    found = told(COLUMNS, waivers=[waiver("DIP001", place="content/informasi/bpk")])
    assert {one.code for one in found.told} == {"DIP001", "TLR002"}


def test_an_error_cannot_be_waived() -> None:
    found = told(CHOICE, waivers=[waiver("SKM003")])
    assert {one.code for one in found.told} == {"SKM003", "TLR003"}
    assert found.waived == ()


def test_a_waiver_for_a_code_that_does_not_exist_is_told() -> None:
    assert [one.message for one in told(waivers=[waiver("DIP999")]).told] == [
        "Toleransi ini menyebut kode 'DIP999', yang tidak ada dalam buku aturan."
    ]


def test_a_value_that_looks_like_a_place_is_not_filled_in_again() -> None:
    (one,) = told(Finding("SKM001", Span(LKPD, 1, 1, 1, 5), {"key": "{keys}", "guess": "", "keys": "judul, unit"})).told
    assert one.message == "Kunci '{keys}' tidak dikenal di sini."
    assert one.hint == "kunci yang dikenal: judul dan unit"


def test_the_citation_of_the_field_is_shown_with_the_fault() -> None:
    (one,) = told(Finding(CHOICE.code, CHOICE.span, {**CHOICE.data, "citation": "UU 14/2008 Pasal 9, 10, 11"})).told
    assert one.citations == ("UU 14/2008 Pasal 9, 10, 11",)
