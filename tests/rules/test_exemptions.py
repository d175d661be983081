from datetime import date
from typing import Any

import pytest

from ppidgen.report.explain import tell
from ppidgen.report.shipped import Rulebook
from tests.rules.portals import body, entry, exemption, inspected

LONG = "Akibat yang cukup panjang untuk menimbang sesuatu bagi publik."


def told(code: str, **values: Any) -> list[dict[str, str]]:
    return [dict(found.data) for found in inspected(code, exemptions=(exemption(**values),))]


@pytest.mark.parametrize(
    "act",
    [
        "UU 27/2022",
        "Undang-Undang Nomor 10 Tahun 1998",
        "KUHAP",
        "undang undang perbankan",
        "Perpres 16/2018 dan UU 43/2009",
        "Perki 1/2021 tentang Standar Layanan Informasi Publik dan UU 27/2022",
        "PP 61/2010 tentang Pelaksanaan UU 14/2008, UU 43/2009",
        "PP 61/2010 tentang Pelaksanaan UU 14/2008 dan UU 25/2009; UU 43/2009",
        "UU 14/2008 jo. PP 61/2010 tentang Pelaksanaan UU 14/2008",
        "Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2020",
        "peraturan perundang-undangan (UU 36/2009)",
    ],
)
def test_an_act_is_recognised_however_it_is_written(act: str) -> None:
    assert told("DIK003", basis=[{"huruf": "17h", "undang_undang": act}]) == []


@pytest.mark.parametrize(
    "act",
    [
        "Peraturan Bupati 5/2019",
        "Perki 1/2021",
        "SK Kepala Dinas",
        "Perka ANRI",
        "Peraturan Bupati 5/2019 berdasarkan UU 27/2022",
        "Keputusan Bupati 5/2019 menurut Undang-Undang 27/2022",
        "Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Undang-Undang Nomor 14 Tahun 2008",
        "PP 61/2010 tentang Pelaksanaan UU 14/2008 dan UU 43/2009",
        "Keputusan Bupati 5/2019 berdasarkan UU 14/2008 dan UU 43/2009 serta Perki 1/2021",
    ],
)
def test_a_regulation_is_no_act(act: str) -> None:
    assert told("DIK003", basis=[{"huruf": "17h", "undang_undang": act}]) == [{"value": act}]


@pytest.mark.parametrize("letter", ["17j", "17b", "17g", "17i"])
@pytest.mark.parametrize(
    "act", ["UU 14/2008", "UU KIP", "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik (UU KIP)"]
)
def test_the_act_of_the_letters_is_not_the_other_act_that_a_letter_asks_for(letter: str, act: str) -> None:
    code = "DIK002" if letter == "17j" else "DIK032"
    assert [data["ground"] for data in told(code, basis=[{"huruf": letter, "undang_undang": act}])] == [letter]
    both = f"{act} dan UU 43/2009 tentang Kearsipan"
    assert told(code, basis=[{"huruf": letter, "undang_undang": both}]) == []


def test_a_regulation_beside_the_act_of_the_letters_sets_a_term_and_forbids_nothing() -> None:
    named = {"undang_undang": "UU KIP dan Perpres 16/2018"}
    assert told("DIK032", basis=[{"huruf": "17i", **named}]) == []
    assert len(told("DIK002", basis=[{"huruf": "17j", **named}])) == 1


@pytest.mark.parametrize(
    "term", ["Tidak terbatas", "Permanen", "selamanya", "tanpa batas waktu", "Sampai kapan pun", "Seumur hidup"]
)
def test_no_end_is_recognised_however_it_is_written(term: str) -> None:
    assert len(told("DIK004", basis=[{"huruf": "17b"}], duration=term)) == 1
    assert told("DIK004", basis=[{"huruf": "17h"}], duration=term) == []


def test_the_last_year_of_the_calendar_is_no_end() -> None:
    (data,) = told("DIK004", basis=[{"huruf": "17c"}], expires={"tanggal": "9999-12-31"})
    assert data["value"] == "9999-12-31"


@pytest.mark.parametrize("term", ["5 tahun", "Terbatas pada masa lelang", "Selama proses penyidikan"])
def test_a_term_with_an_end_is_let_through(term: str) -> None:
    assert told("DIK004", basis=[{"huruf": "17b"}], duration=term) == []


def test_a_term_in_years_yields_the_day_to_write() -> None:
    (data,) = told("DIK006", starts="2025-02-10", duration="30 (tiga puluh) th")
    assert data["fixed"] == "2055-02-10"


@pytest.mark.parametrize(("event", "fixed"), [("5 tahun", "2030-02-10"), ("Selama 6 (enam) bulan", "")])
def test_a_length_of_time_is_no_event_that_ends_anything(event: str, fixed: str) -> None:
    ends = {"basis": [{"huruf": "17a"}], "starts": "2025-02-10", "expires": {"peristiwa": event}}
    (data,) = told("DIK006", **ends)
    assert (data["value"], data["fixed"]) == (event, fixed)
    assert told("DIK007", **ends) == told("DIK018", **ends) == []
    later = {"peristiwa": "5 tahun sesudah kontrak berakhir"}
    assert told("DIK006", **{**ends, "expires": later}) == []


def test_thirty_years_to_the_day_are_allowed_and_one_day_more_is_not() -> None:
    ground = [{"huruf": "17a"}]
    assert told("DIK005", basis=ground, starts="2025-02-10", expires={"tanggal": "2055-02-10"}) == []
    (data,) = told("DIK005", basis=ground, starts="2025-02-10", expires={"tanggal": "2055-02-11"})
    assert (data["limit"], data["years"]) == ("2055-02-10", "30")


def test_thirty_years_are_counted_from_the_decree_though_the_exemption_starts_later() -> None:
    decree = {"number": "188/12/2025", "day": "2025-02-10"}
    late = {"basis": [{"huruf": "17a"}], "decree": decree, "starts": "2025-03-01", "expires": {"tanggal": "2055-02-28"}}
    (data,) = told("DIK005", **late)
    assert data["limit"] == "2055-02-10"


def test_an_exemption_stands_on_its_last_day() -> None:
    item = exemption(expires={"tanggal": "2026-02-16"})
    assert inspected("DIK014", exemptions=(item,)) == []
    assert len(inspected("DIK014", exemptions=(item,), as_of=date(2026, 2, 17))) == 1


@pytest.mark.parametrize(("letter", "hint"), [("17h", "huruf 17h melindungi hal pribadi"), ("17b", "ubah 'status'")])
def test_what_is_personal_is_looked_at_before_it_is_opened(letter: str, hint: str) -> None:
    item = exemption(basis=[{"huruf": letter}], expires={"tanggal": "2026-02-01"})
    (found,) = inspected("DIK014", exemptions=(item,))
    assert tell(found, Rulebook()["DIK014"]).hint.startswith(hint)


@pytest.mark.parametrize("result", ["tetap-dikecualikan", "dikecualikan-sebagian"])
def test_what_was_changed_and_is_exempt_all_the_same_is_asked_for_its_term(result: str) -> None:
    changed = {"basis": [{"huruf": "17a"}], "status": "diubah", "changes": [{"nomor": "2", "hasil": result}]}
    assert len(told("DIK004", duration="selamanya", **changed)) == 1
    assert len(told("DIK014", expires={"tanggal": "2026-02-01"}, **changed)) == 1


@pytest.mark.parametrize("over", [{"replaced_by": "contoh/lain"}, {"changes": [{"nomor": "2", "hasil": "dibuka"}]}])
def test_what_was_replaced_or_opened_by_its_change_is_asked_for_nothing(over: dict[str, Any]) -> None:
    assert told("DIK004", basis=[{"huruf": "17a"}], status="diubah", duration="selamanya", **over) == []


def test_an_opened_exemption_is_asked_for_nothing() -> None:
    opening = {"nomor": "188/2/2026", "tanggal": "2026-01-12", "entri_dip": "contoh/entri-1"}
    assert inspected("DIK", exemptions=(exemption(status="dibuka", opening=opening),)) == []


def test_consent_opens_what_is_personal_and_no_letter_beside_it() -> None:
    opening = {"nomor": "188/2/2026", "tanggal": "2026-01-12", "sebab": "persetujuan-tertulis"}
    both = [{"huruf": "17h", "undang_undang": "UU 27/2022"}, {"huruf": "17a", "undang_undang": "UU 8/1981"}]
    (data,) = told("DIK030", basis=both, status="dibuka", opening=opening)
    assert (data["grounds"], data["own"]) == ("17g, 17h", "17a")
    assert told("DIK030", basis=both[:1], status="dibuka", opening=opening) == []


def test_what_was_opened_is_not_listed_by_an_entry_that_was_withdrawn() -> None:
    opening = {"nomor": "188/2/2026", "tanggal": "2026-01-12", "entri_dip": "contoh/entri-1"}
    item = exemption(status="dibuka", opening=opening)
    gone = entry(withdrawn={"tanggal": "2026-01-13", "alasan": "Keliru."})
    assert inspected("DIK029", exemptions=(item,), information=(entry(),)) == []
    assert len(inspected("DIK029", exemptions=(item,), information=(gone,))) == 1


def test_what_a_change_opened_is_to_be_listed_and_needs_no_second_decree() -> None:
    opened = {"nomor": "188/3/2026", "tanggal": "2026-01-12", "hasil": "dibuka"}
    decree = {"nomor": "188/1/2025", "tanggal": "2025-01-12"}
    for status in ("berlaku", "diubah", "dibuka"):
        assert len(told("DIK029", decree=decree, status=status, pengubahan=[opened])) == 1
        assert told("DIK028", decree=decree, status=status, pengubahan=[opened]) == []
    assert len(told("DIK028", decree=decree, status="dibuka", pengubahan=[{**opened, "nomor": None}])) == 1


def test_one_decree_of_the_body_stands_for_all_exemptions() -> None:
    decree = {"nomor": "188/48/2024", "tanggal": "2024-08-19"}
    assert inspected("DIK009", exemptions=(exemption(),), body=body(exemption_decree=decree)) == []


def test_the_same_words_in_three_exemptions_are_told_twice_and_point_at_the_first() -> None:
    test = {"konsekuensi_dibuka": LONG, "konsekuensi_ditutup": LONG + " Tutup."}
    items = tuple(exemption(number, test=test) for number in range(3))
    found = inspected("DIK011", exemptions=items)
    assert len(found) == 4
    assert {one.related[0].role for one in found} == {"first"}


def test_words_of_what_can_never_be_exempt_are_pointed_out_with_their_law() -> None:
    (data,) = told("DIK017", content="Salinan putusan pengadilan yang sudah tetap.")
    assert data["words"] == "putusan pengadilan"
    assert data["basis"] == "UU KIP Pasal 18(1) huruf a"


def test_the_wealth_that_an_official_declared_is_no_personal_secret_as_a_whole() -> None:
    title = "Laporan Harta Kekayaan Penyelenggara Negara (LHKPN) Bupati"
    (found,) = inspected("DIK017", exemptions=(exemption(title=title, basis=[{"huruf": "17h"}]),))
    assert found.data["basis"] == "UU KIP Pasal 18(2) huruf b"
    assert "jabatan publik" in tell(found, Rulebook()["DIK017"]).hint
    assert told("DIK017", title=title, basis=[{"huruf": "17h"}], extent="sebagian") == []
    assert told("DIK017", title="Rekam medis Bupati", basis=[{"huruf": "17h"}]) == []


def test_a_repealed_regulation_is_told_with_the_one_that_repealed_it() -> None:
    (found,) = inspected("HKM", exemptions=(exemption(basis_text="Pasal 17 UU 14/2008; Perki Nomor 1 Tahun 2017"),))
    assert found.data == {"instrument": "Perki 1/2017", "successor": "Perki 1/2021 Pasal 63 huruf b"}
