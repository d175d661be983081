"""The shipped instruments, deadlines and closed lists of the Act, with the very numbers and articles."""

import pytest

from ppidgen.model.law.deadline_rule import DeadlineStage
from ppidgen.model.law.instrument import Force, Provision
from ppidgen.model.law.whole import Law
from ppidgen.source.package_data import names


def cited(law: Law, places: tuple[Provision, ...]) -> list[str]:
    return [law.cite(place) for place in places]


@pytest.mark.parametrize(
    ("instrument", "gazette"),
    [
        ("uu-14-2008", "LN 2008/61, TLN 4846"),
        ("pp-61-2010", "LN 2010/99, TLN 5149"),
        ("perki-1-2021", "BN 2021/741"),
        ("perki-1-2013", "BN 2013/649"),
        ("perki-1-2018", "BN 2018/1899"),
        ("perki-1-2010", "BN 2010/272"),
    ],
)
def test_an_instrument_names_its_gazette(law: Law, instrument: str, gazette: str) -> None:
    assert law.instruments[instrument].gazette == gazette


def test_the_file_of_an_instrument_bears_its_id(law: Law) -> None:
    assert [f"hukum/{known}.yaml" for known in law.instruments] == list(names("hukum"))


def test_the_two_older_standards_are_repealed_by_the_present_one(law: Law) -> None:
    repealed = {known.id: known.repealed_by for known in law.instruments.values() if known.force is Force.REPEALED}
    assert {code: law.cite(place) for code, place in repealed.items() if place} == {
        "perki-1-2010": "Perki 1/2021 Pasal 63",
        "perki-1-2017": "Perki 1/2021 Pasal 63 huruf b",
    }
    assert [known.id for known in law.instruments.values() if known.repealed_by and known.id not in repealed] == []


def test_the_edition_says_what_it_was_checked_against(law: Law) -> None:
    assert law.edition.checked_against == "BN 2021/741"
    assert law.edition.instrument in law.instruments


@pytest.mark.parametrize(
    ("code", "period", "basis"),
    [
        ("R01", "6 bulan sesudah", ["UU KIP Pasal 9(3)", "Perki 1/2021 Pasal 18"]),
        ("R02", "6 bulan sesudah", ["Perki 1/2021 Pasal 45(7)"]),
        ("R03", "0 segera sesudah", ["UU KIP Pasal 10", "Perki 1/2021 Pasal 25(1)"]),
        ("R04", "3 bulan sesudah", ["Perki 1/2021 Pasal 56(1)"]),
        ("R05", "3 hari_kerja sesudah", ["Perki 1/2021 Pasal 31(2)"]),
        ("R06", "3 hari_kerja sesudah", ["Perki 1/2021 Pasal 33"]),
        (
            "R07",
            "10 hari_kerja sesudah",
            ["UU KIP Pasal 22(7)", "Perki 1/2021 Pasal 31(3)", "Perki 1/2021 Pasal 34(3)"],
        ),
        ("R08", "7 hari_kerja sesudah", ["UU KIP Pasal 22(8)", "Perki 1/2021 Pasal 36"]),
        ("R09", "30 hari_kerja sesudah", ["UU KIP Pasal 36(1)"]),
        ("R10", "30 hari_kerja sesudah", ["UU KIP Pasal 36(2)", "Perki 1/2021 Pasal 44(1)"]),
        ("R11", "14 hari_kerja sesudah", ["UU KIP Pasal 37(2)", "Perki 1/2013 Pasal 13"]),
        ("R12", "14 hari_kerja sesudah", ["UU KIP Pasal 38(1)"]),
        ("R13", "100 hari_kerja sesudah", ["UU KIP Pasal 38(2)"]),
        ("R14", "30 tahun sesudah", ["PP 61/2010 Pasal 5(1)", "Perki 1/2021 Pasal 51(1)"]),
        ("R15", "30 hari_kerja sebelum", ["PP 61/2010 Pasal 11(2)", "Perki 1/2021 Pasal 52(1)"]),
        ("R16", "0 segera sesudah", ["PP 61/2010 Pasal 11(3)", "Perki 1/2021 Pasal 52(2)"]),
        ("R17", "14 hari_kerja sesudah", ["UU KIP Pasal 48(1)"]),
    ],
)
def test_a_deadline_has_the_number_and_the_article_of_the_law(
    law: Law, code: str, period: str, basis: list[str]
) -> None:
    rule = law.deadlines[code]
    assert f"{rule.amount} {rule.unit} {rule.direction}" == period
    assert cited(law, rule.basis) == basis


def test_there_are_twenty_deadlines_and_chains_lead_to_known_ones(law: Law) -> None:
    assert sorted(law.deadlines) == [f"R{number:02d}" for number in range(1, 21)]
    assert {rule.code: rule.after for rule in law.deadlines.values() if rule.after} == {
        "R08": "R07",
        "R09": "R07",
        "R11": "R10",
        "R13": "R12",
        "R19": "R18",
    }


def test_each_page_for_applicants_has_its_deadlines(law: Law) -> None:
    shown = {stage: [r.code for r in law.deadlines.values() if r.stage is stage] for stage in DeadlineStage}
    assert shown == {
        DeadlineStage.REQUEST: ["R05", "R06", "R07", "R08"],
        DeadlineStage.OBJECTION: ["R09", "R10"],
        DeadlineStage.DISPUTE: ["R11", "R12", "R18", "R19", "R13", "R17", "R20"],
        DeadlineStage.INTERNAL: ["R01", "R02", "R03", "R04", "R14", "R15", "R16"],
    }


@pytest.mark.parametrize(
    ("code", "title", "details", "last_citation"),
    [
        ("17a", "Menghambat proses penegakan hukum", 5, "Perki 1/2021 Pasal 51(1)"),
        (
            "17b",
            "Mengganggu perlindungan hak atas kekayaan intelektual dan perlindungan dari persaingan usaha tidak sehat",
            0,
            "Perki 1/2021 Pasal 51(3)",
        ),
        ("17c", "Membahayakan pertahanan dan keamanan negara", 7, "Perki 1/2021 Pasal 51(5)"),
        ("17d", "Mengungkapkan kekayaan alam Indonesia", 0, "Perki 1/2021 Pasal 51(5)"),
        ("17e", "Merugikan ketahanan ekonomi nasional", 7, "Perki 1/2021 Pasal 51(5)"),
        ("17f", "Merugikan kepentingan hubungan luar negeri", 4, "Perki 1/2021 Pasal 51(5)"),
        (
            "17g",
            "Mengungkapkan isi akta otentik yang bersifat pribadi dan kemauan terakhir ataupun wasiat seseorang",
            0,
            "Perki 1/2021 Pasal 51(6)",
        ),
        ("17h", "Mengungkap rahasia pribadi", 5, "Perki 1/2021 Pasal 51(7)"),
        (
            "17i",
            (
                "Memorandum atau surat-surat antar Badan Publik atau intra Badan Publik, "
                "yang menurut sifatnya dirahasiakan"
            ),
            0,
            "Perki 1/2021 Pasal 51(9)",
        ),
        ("17j", "Informasi yang tidak boleh diungkapkan berdasarkan Undang-Undang", 0, "UU KIP Pasal 17 huruf j"),
    ],
)
def test_a_letter_of_article_17_has_its_title_sub_items_and_articles(
    law: Law, code: str, title: str, details: int, last_citation: str
) -> None:
    ground = law.exemption_grounds[code]
    assert ground.title == title
    assert len(ground.details) == details
    assert law.cite(ground.basis[0]) == f"UU KIP Pasal 17 huruf {ground.letter}"
    assert law.cite(ground.basis[-1]) == last_citation


def test_the_letters_are_closed_and_the_first_six_cannot_be_permanent(law: Law) -> None:
    grounds = law.exemption_grounds
    assert list(grounds) == [f"17{letter}" for letter in "abcdefghij"]
    assert [code for code, ground in grounds.items() if not ground.may_be_permanent] == [
        *("17a", "17b", "17c", "17d", "17e", "17f"),
    ]
    assert all("UU KIP Pasal 20(1)" in cited(law, g.basis) for g in grounds.values() if not g.may_be_permanent)


def test_only_letter_a_has_a_longest_term_and_only_letter_j_needs_another_statute(law: Law) -> None:
    grounds = law.exemption_grounds
    assert {code: ground.max_years for code, ground in grounds.items() if ground.max_years} == {"17a": 30}
    assert [code for code, ground in grounds.items() if ground.needs_statute] == ["17j"]
    assert [code for code, ground in grounds.items() if ground.needs_regulation] == ["17b", "17g", "17i"]
    assert [code for code, ground in grounds.items() if ground.set_by] == ["17c", "17d", "17e", "17f"]


def test_personal_grounds_open_by_consent_or_public_office(law: Law) -> None:
    for code in ("17g", "17h"):
        consent, office = law.exemption_grounds[code].openings
        assert "UU KIP Pasal 18(2) huruf a" in cited(law, consent.basis)
        assert "UU KIP Pasal 18(2) huruf b" in cited(law, office.basis)
    assert [code for code, ground in law.exemption_grounds.items() if ground.openings] == ["17a", "17g", "17h", "17i"]


def test_seven_things_can_never_be_exempt(law: Law) -> None:
    assert list(law.never_exempt) == list("abcdefg")
    assert law.cite(law.never_exempt["c"].basis) == "UU KIP Pasal 18(1) huruf c"
    assert "sp3" in law.never_exempt["c"].keywords


@pytest.mark.parametrize(
    ("letter", "text"),
    [
        ("a", "penolakan atas permintaan informasi berdasarkan alasan pengecualian"),
        ("b", "tidak disediakannya informasi berkala"),
        ("c", "tidak ditanggapinya permintaan informasi"),
        ("d", "permintaan informasi ditanggapi tidak sebagaimana yang diminta"),
        ("e", "tidak dipenuhinya permintaan informasi"),
        ("f", "pengenaan biaya yang tidak wajar"),
        ("g", "penyampaian informasi yang melebihi waktu"),
    ],
)
def test_a_reason_to_object_is_worded_as_in_the_act(law: Law, letter: str, text: str) -> None:
    reason = law.objection_reasons[letter]
    assert reason.text == text
    assert reason.amicable is (letter != "a")
    assert law.cite(reason.basis[0]) == f"UU KIP Pasal 35(1) huruf {letter}"
