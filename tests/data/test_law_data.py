"""The catalogue of duties that ships: every row, label and citation that officers and citizens are shown."""

import re
from collections import Counter

import pytest

from ppidgen.model.law.duty import Duty, DutyClass, DutyStatus, Scope
from ppidgen.model.law.instrument import Force, Provision
from ppidgen.model.law.whole import LAW_FILES, LAW_FOLDERS, Law
from ppidgen.source.package_data import names, read_text


def provisions(law: Law) -> list[tuple[str, Provision]]:
    """Give every citation of the shipped law with the thing that cites it."""
    found: list[tuple[str, Provision]] = []
    for duty in law.duties.values():
        found += [(duty.code, place) for place in duty.basis + duty.interval_basis]
    for rule in law.deadlines.values():
        found += [(rule.code, place) for place in rule.basis]
    for ground in law.exemption_grounds.values():
        found += [(ground.code, place) for place in ground.basis]
        found += [(ground.code, place) for opening in ground.openings for place in opening.basis]
    found += [(row.letter, row.basis) for row in law.never_exempt.values()]
    found += [(row.letter, place) for row in law.objection_reasons.values() for place in row.basis]
    found += [(known.id, known.repealed_by) for known in law.instruments.values() if known.repealed_by]
    return found


def cited(law: Law, places: tuple[Provision, ...]) -> list[str]:
    return [law.cite(place) for place in places]


def village(duty: Duty) -> bool:
    return Scope.VILLAGE in duty.scopes


def test_the_catalogue_has_229_rows_and_210_leaves(law: Law) -> None:
    rows = list(law.duties.values())
    assert len(rows) == 229
    assert sum(not village(row) for row in rows) == 167
    assert sum(row.is_leaf and not village(row) for row in rows) == 155
    assert sum(village(row) for row in rows) == 62
    assert sum(row.is_leaf and village(row) for row in rows) == 55


@pytest.mark.parametrize(
    ("code", "leaves"),
    [
        (r"B\d", 75),
        (r"BUM\.", 14),
        (r"PAR\.", 7),
        (r"ORN\.", 7),
        (r"M\d", 6),
        (r"MS\.", 8),
        (r"S\d", 28),
        (r"W\d", 10),
        (r"B09", 39),
        (r"DB", 32),
        (r"DM", 6),
        (r"DS", 14),
        (r"DW", 3),
    ],
)
def test_each_family_has_as_many_leaves_as_the_law_lists(law: Law, code: str, leaves: int) -> None:
    assert sum(duty.is_leaf and re.match(code, duty.code) is not None for duty in law.duties.values()) == leaves


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "B01.a",
            (
                "Informasi tentang kedudukan atau domisili, alamat lengkap, ruang lingkup kegiatan, "
                "maksud dan tujuan, tugas dan fungsi Badan Publik serta kantor unit-unit di bawahnya"
            ),
        ),
        ("B04.a", "rencana dan laporan realisasi anggaran"),
        ("B09.b.19", "tahap pemilihan: Surat Penunjukan Penyedia Barang/Jasa (SPPBJ)"),
        (
            "B11",
            (
                "Informasi tentang prosedur peringatan dini dan prosedur evakuasi keadaan darurat "
                "di setiap kantor Badan Publik"
            ),
        ),
        ("BUM.e", "sistem dan alokasi dana remunerasi anggota komisaris/dewan pengawas dan direksi"),
        ("ORN.f", "keputusan-keputusan organisasi"),
        (
            "M04",
            "Informasi tentang jenis, persebaran dan daerah yang menjadi sumber penyakit yang berpotensi menular",
        ),
        ("S08", "rencana strategis dan rencana kerja Badan Publik"),
        ("W07", "Standar Pengujian Konsekuensi"),
        ("DB04.c", "Daftar Usulan Rencana Kerja Pemerintah"),
    ],
)
def test_a_duty_carries_the_exact_words_of_the_law(law: Law, code: str, text: str) -> None:
    assert law.duties[code].text == text


@pytest.mark.parametrize(
    ("code", "basis"),
    [
        ("B02.a", ["Perki 1/2021 Pasal 15(2) huruf a"]),
        ("B09.c.02", ["Perki 1/2021 Pasal 15(9) huruf c angka 2"]),
        ("BUM.a", ["Perki 1/2021 Pasal 16 huruf a", "UU KIP Pasal 14 huruf a"]),
        ("ORN.a", ["UU KIP Pasal 16 huruf a"]),
        ("S20", ["Perki 1/2021 Pasal 52(3)–(4)"]),
        ("W01", ["Perki 1/2021 Pasal 23(2) huruf a", "Perki 1/2021 Pasal 23(3)"]),
        ("W08", ["Perki 1/2021 Pasal 47", "Perki 1/2021 Pasal 48(1)"]),
        ("W10", ["UU KIP Pasal 12", "Perki 1/2021 Pasal 5(2) huruf g"]),
        ("DB04.a", ["Perki 1/2018 Pasal 2 urutan ke-4", "UU 6/2014 Pasal 82"]),
        ("DB07.a", ["Permendagri 20/2018 Pasal 72(2) huruf a"]),
        ("DS02.b", ["Perki 1/2018 Pasal 4 urutan ke-2"]),
    ],
)
def test_a_duty_cites_the_article_it_rests_on(law: Law, code: str, basis: list[str]) -> None:
    assert cited(law, law.duties[code].basis) == basis


def test_a_citation_is_an_article_and_nothing_else(law: Law) -> None:
    form = re.compile(r"Pasal \d+(?:\(\d+\)(?:–\(\d+\))?)?(?: (?:huruf [a-r]|urutan ke-\d))?(?: angka \d+)?\Z")
    assert [(who, place.article) for who, place in provisions(law) if not form.match(place.article)] == []


def test_every_citation_names_an_instrument_that_ships(law: Law) -> None:
    assert [(who, place) for who, place in provisions(law) if place.instrument not in law.instruments] == []


def test_no_revoked_regulation_is_cited_as_a_basis(law: Law) -> None:
    revoked = {known.id for known in law.instruments.values() if known.force is Force.REPEALED}
    assert [who for who, place in provisions(law) if place.instrument in revoked] == []


def test_nothing_is_cited_from_the_monev_regulation_that_nobody_has_read(law: Law) -> None:
    assert "perki-1-2022" not in law.instruments
    shipped = [name for folder in LAW_FOLDERS for name in names(folder)] + list(LAW_FILES)
    assert [name for name in shipped if "1/2022" in read_text(name)] == []


def test_unverified_rows_weigh_nothing_and_are_exactly_those_without_a_checked_source(law: Law) -> None:
    unverified = [duty for duty in law.duties.values() if duty.status is DutyStatus.UNVERIFIED]
    assert [duty.code for duty in unverified] == [
        *("DB09", "DB10", "DS02.e", "DS02.f", "DS03", "DS04", "DS05", "DS06", "DS07", "DS08", "DS09"),
    ]
    assert {duty.weight for duty in unverified} == {0}


def test_a_verified_duty_always_shows_its_basis(law: Law) -> None:
    verified = (duty for duty in law.duties.values() if duty.status is DutyStatus.VERIFIED)
    assert [duty.code for duty in verified if not duty.basis] == []


def test_only_leaves_weigh_and_what_others_cover_weighs_nothing(law: Law) -> None:
    weightless = [duty.code for duty in law.duties.values() if duty.is_leaf and duty.weight == 0]
    assert weightless[:2] == ["S16", "S18"]
    assert len(weightless) == 2 + 11
    assert {duty.weight for duty in law.duties.values() if not duty.is_leaf} == {0}


def test_every_dotted_code_of_a_numbered_family_stands_under_its_heading(law: Law) -> None:
    dotted = [duty for duty in law.duties.values() if re.match(r"[A-Z]+\d+\.", duty.code)]
    assert len(dotted) == 74 + 10 + 25 + 6  # B, S, DB, DS
    for duty in dotted:
        group = law.group_of(duty.code)
        assert group is not None, duty.code
        assert not group.is_leaf, duty.code


def test_every_heading_has_leaves(law: Law) -> None:
    under = Counter(group.code for duty in law.duties.values() if (group := law.group_of(duty.code)))
    assert [duty.code for duty in law.duties.values() if not duty.is_leaf and not under[duty.code]] == []


def test_every_leaf_offers_at_least_three_distinct_lower_case_words(law: Law) -> None:
    for duty in law.duties.values():
        low = 3 if duty.is_leaf else 0
        assert len(duty.synonyms) >= low, duty.code
        assert len(set(duty.synonyms)) == len(duty.synonyms), duty.code
        assert all(word == word.lower().strip() for word in duty.synonyms), duty.code


@pytest.mark.parametrize(
    ("word", "code"),
    [("lra", "B04.a"), ("lhkpn", "B01.d"), ("renstra", "S08"), ("hps", "B09.b.02"), ("apbdes", "DB04.d")],
)
def test_the_abbreviations_that_officers_write_lead_to_their_duty(law: Law, word: str, code: str) -> None:
    assert word in law.duties[code].synonyms


def test_short_labels_tell_the_leaves_of_one_family_apart(law: Law) -> None:
    seen = Counter((duty.family, duty.label) for duty in law.duties.values())
    assert [key for key, times in seen.items() if times > 1] == []


def test_periodic_duties_are_renewed_every_six_months_by_the_act(law: Law) -> None:
    periodic = [duty for duty in law.duties.values() if duty.duty_class is DutyClass.PERIODIC]
    assert {duty.interval.months for duty in periodic} == {6}
    assert {cited(law, duty.interval_basis)[0] for duty in periodic} == {"UU KIP Pasal 9(3)"}
    assert cited(law, law.duties["B01.a"].interval_basis) == ["UU KIP Pasal 9(3)", "Perki 1/2021 Pasal 18"]


def test_the_list_is_renewed_half_yearly_and_the_service_figures_yearly(law: Law) -> None:
    assert law.duties["S01"].interval.months == 6
    assert cited(law, law.duties["S01"].interval_basis) == ["Perki 1/2021 Pasal 45(7)"]
    assert law.duties["W10"].interval.months == 12


def test_event_driven_leaves_are_those_that_need_an_event(law: Law) -> None:
    driven = {duty.code for duty in law.duties.values() if duty.event_driven}
    expected = {f"M0{number}" for number in range(1, 7)} | {f"MS.{letter}" for letter in "abcdefgh"}
    assert driven == expected | {f"DM0{number}" for number in range(1, 7)} | {"S17", "S20", "DB06.b"}


@pytest.mark.parametrize(
    ("code", "scopes"),
    [
        ("B01.a", {Scope.EVERY_BODY}),
        ("B01.b", {Scope.STATE_COMPANY, Scope.PARTY, Scope.ASSOCIATION, Scope.BYLAWS}),
        ("B01.d", {Scope.WEALTH_REPORTS}),
        ("B02.h", {Scope.STATE_BODY}),
        ("B02.i", {Scope.EDUCATION}),
        ("B09.a", {Scope.PROCUREMENT}),
        ("BUM.n", {Scope.STATE_COMPANY}),
        ("PAR.a", {Scope.PARTY}),
        ("ORN.g", {Scope.ASSOCIATION}),
        ("MS.a", {Scope.RISKY_ACTIVITIES}),
        ("S06", {Scope.LICENSING}),
        ("S13", {Scope.RESEARCH}),
        ("DW01", {Scope.VILLAGE}),
    ],
)
def test_a_duty_says_whom_it_binds(law: Law, code: str, scopes: set[Scope]) -> None:
    assert law.duties[code].scopes == scopes


def test_a_duty_that_does_not_bind_everybody_says_so_in_words(law: Law) -> None:
    limited = [duty for duty in law.duties.values() if Scope.EVERY_BODY not in duty.scopes and not village(duty)]
    assert [duty.code for duty in limited if not duty.scope_note] == []
