"""The published registers of eight real bodies, scored; and thirty answers checked by hand against those registers.

The registers name titles; none of them brings a document of its own, and Kota Bekasi alone brings addresses. So next to
nothing is proved, which is what an assessor would find on a portal that holds these registers and no more.
"""

import csv
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from ppidgen.assessment import assess
from ppidgen.cli import program
from ppidgen.model.rubrics.scorecard import Scorecard
from ppidgen.options import Options
from ppidgen.reading import rubric_files
from ppidgen.reading.study import Study, read_portal
from ppidgen.scoring.reading import Read
from tests.test_real_bodies import BODIES, REAL, Body, portal_of

AS_OF = date(2026, 2, 16)
# Bodies of which only lists of titles were found, too short for a portal of their own to be tried in a browser.
LISTS = (
    Body(
        "Badan Penanaman Modal Provinsi Jawa Timur",
        "eksekutif",
        "provinsi",
        (
            ("bpm-jawa-timur/informasi-berkala-2015.csv", "informasi", 24),
            ("bpm-jawa-timur/informasi-setiap-saat-2015.csv", "informasi", 19),
        ),
        "",
        "",
    ),
    Body("Bawaslu Kutai Timur", "eksekutif", "pusat", (("bawaslu-kutai-timur/dip-2020.csv", "informasi", 24),), "", ""),
    Body(
        "Kalurahan Gilangharjo",
        "desa",
        "desa",
        (("kalurahan-gilangharjo/informasi-dari-uraian.csv", "informasi", 14),),
        "",
        "",
    ),
)
SUMEDANG, BEKASI, TARDAMU, LLDIKTI, STATION = (body.name for body in BODIES)
INVESTMENT, ELECTION, VILLAGE = (body.name for body in LISTS)
OWN, KALTIM, BANJARNEGARA = "perki-1-2021", "kaltim-2025", "banjarnegara-opd-2026"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def studies(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Study]:
    return {body.name: _study(body, tmp_path_factory.mktemp("badan")) for body in (*BODIES, *LISTS)}


def _study(body: Body, folder: Path) -> Study:
    portal = portal_of(body, folder / "portal")
    for table, register, _ in body.tables:
        words = ["import", str(REAL / table), "--to", register, "--dir", str(portal)]
        assert program.program().main(words, "ppidgen", standalone_mode=False) == 0
    return read_portal(portal, Options(AS_OF))


@cache
def _edition(name: str) -> Read:
    read = rubric_files.shipped(name)
    assert read is not None
    return read


def scored(studies: Mapping[str, Study], body: str, name: str) -> Scorecard:
    return assess(studies[body], _edition(name))


SCORES = [
    (SUMEDANG, OWN, "0.46", "0.46", "0.46"),
    (SUMEDANG, KALTIM, "6.86", "6.86", "42.29"),
    (SUMEDANG, BANJARNEGARA, "0.00", "0.00", "9.00"),
    (BEKASI, OWN, "0.45", "36.49", "36.49"),
    (BEKASI, KALTIM, "6.86", "17.65", "53.08"),
    (BEKASI, BANJARNEGARA, "0.00", "0.00", "9.00"),
    (TARDAMU, OWN, "0.46", "0.46", "0.46"),
    (TARDAMU, KALTIM, "6.86", "6.86", "42.65"),
    (TARDAMU, BANJARNEGARA, "0.00", "0.00", "9.00"),
    (LLDIKTI, OWN, "0.46", "0.46", "0.46"),
    (LLDIKTI, KALTIM, "6.86", "6.86", "42.29"),
    (LLDIKTI, BANJARNEGARA, "0.00", "0.00", "9.00"),
    (STATION, OWN, "0.41", "0.41", "0.41"),
    (STATION, KALTIM, "6.86", "6.86", "42.29"),
    (STATION, BANJARNEGARA, "0.00", "0.00", "9.00"),
    (INVESTMENT, OWN, "0.46", "0.46", "0.46"),
    (INVESTMENT, KALTIM, "6.86", "6.86", "42.29"),
    (INVESTMENT, BANJARNEGARA, "0.00", "0.00", "9.00"),
    # Titles with an address on a drive each: half for B03.a (four final reports), B04.a and, mistaken, B02.h (findings
    # on the recruiting of others), full for S03.c; with the half of S01 that is 3 of 108.
    (ELECTION, OWN, "0.46", "2.78", "2.78"),
    (ELECTION, KALTIM, "6.86", "6.86", "42.29"),
    (ELECTION, BANJARNEGARA, "0.00", "0.00", "9.00"),
    # The list alone (DS01), which for a village has no day of renewal: 1 of 37.
    (VILLAGE, OWN, "2.70", "2.70", "2.70"),
    (VILLAGE, KALTIM, "6.86", "6.86", "43.43"),
    (VILLAGE, BANJARNEGARA, "0.00", "0.00", "9.00"),
]


@pytest.mark.parametrize(("body", "name", "recorded", "claimed", "possible"), SCORES)
def test_the_totals_of_a_real_body(
    studies: Mapping[str, Study], body: str, name: str, recorded: str, claimed: str, possible: str
) -> None:
    card = scored(studies, body, name)
    found = [card.recorded.value, card.claimed.value, card.possible.value]
    assert found == [Fraction(recorded), Fraction(claimed), Fraction(possible)]


# The row of the register of Kota Bekasi that an assessor takes for each leaf of the own edition, found by reading and
# searching its 1,400 titles (the row, and how its title begins). What is not here no row speaks of:
# - budgets of programmes (B02.e), agenda of the body (B02.f; the two rows are a book of procurement and the agenda of
#   a head of office, which is S09), recruiting (B02.h), admission of pupils (B02.i), complaints of contractors (B08.b);
# - watching for disasters, analysis, decisions, what citizens do, places of refuge (B11.a, b, c, e, f);
# - procurement but one memorandum (B09): row 440 is a report from SIRUP, no plan; 319, 376, 381 and 729 name
#   procurement at large, of no document of any package;
# - opinions, minutes and stages of rules (S02.b, c, e), letters (S05), the service itself (S10), breaches (S11),
#   standards of recording and of the charter (W05, W06).
# B01.c has rows, but the duty asks it of every unit, and none has a profile.
ROWS = """
B01.a 428 Ruang lingkup kegiatan, maksud dan tujuan
B01.d 499 Laporan LHKPN Kepala Bapenda
B02.a 371 Program dan Kegiatan BLPU
B02.c 540 Indikator Kinerja Utama Disperkimtan
B02.d 340 Jadwal Pelaksanaan Program Dan Kegiatan RSUD
B02.g 866 STANDAR PELAYANAN BANTUAN HIBAH
B03.a 547 LAPORAN KINERJA INSTANSI PEMERINTAH DISPERKIMTAN
B04.a 539 Laporan Realisasi Anggaran Disperkimtan
B04.b 538 Laporan Neraca Keuangan Disperkimtan
B04.c 25 Catatan Atas Laporan Keuangan & Laporan Arus Kas
B04.d 1262 Daftar Aset RSUD
B05.a 727 jumlah permohonan informasi publik
B05.b 726 waktu yang diperlukan dalam memenuhi
B05.c 725 Jumlah Permohonan Informasi Publik yag dikabulkan
B05.d 724 alasan penolakan permohonan
B06.a 730 daftar rancangan peraturan perundang-undangan
B06.b 567 Peraturan Wali Kota Bekasi No 35
B07.a 659 TATA CARA MEMPEROLEH INFORMASI PUBLIK
B07.b 407 SOP Sengketa Informasi
B08.a 883 SOP Pengaduan masyarakat
B10 666 DATA PEGAWAI DINAS PEMADAM KEBAKARAN
B11.d 320 Informasi Peringatan Dini Evakuasi
B11.g 401 Prosedur Evakuasi Keadaan Darurat
B09.b.23 79 Kesepakatan bersama antara Pemerintah Kota Bekasi
M02 795 Kebijakan Pandemi Covid-19
M06 751 Pengumuman Gangguan Pelayanan Pencetakan
MS.h 757 Himbauan Upaya Pencegahan Paparan
S02.a 1336 Naskah Akademis Rancangan Peraturan Daerah Tentang Bantuan
S02.d 1396 RAPERDA DINAS KETAHANAN PANGAN
S02.f 567 Peraturan Wali Kota Bekasi No 35
S03.a 1342 Pedoman Pengelolaan Organisasi, Administrasi
S03.b 666 DATA PEGAWAI DINAS PEMADAM KEBAKARAN
S03.c 215 ANGGARAN PENDAPATAN BELANJA DAERAH SEKRETARIAS
S03.d 453 DATA STATISTIK SEKTORAL DISHUB
S04 79 Kesepakatan bersama antara Pemerintah Kota Bekasi
S06 1333 Persyaratan Izin Apotek
S07 307 Daftar Inventaris Barang Tahun 2017 (KIB A)
S08 493 RENSTRA DINAS KESEHATAN
S09 932 Agenda Kerja Kepala Diskominfostandi
S12 373 Rekapitulasi Pengaduan Bulan Oktober 2021
S13 1338 Daftar Penelitian Dan Hasil Penelitian
S14 1376 Undang Undang No. 17 Tahun 2016
S15 1344 Konferensi Pers Penerapan
S19 81 LAPORAN PPID BULAN JANUARI
W01 1292 Tata Cara Pengumuman Informasi
W02 409 Sop Pelayanan Permohonan
W03 397 SOP Penanganan Keberatan
W04 399 SOP Penyusunan Daftar Informasi Publik
W07 398 SOP Uji Konsekuensi
W08 402 Maklumat Pelayanan Informasi Publik PPID
W09 388 Standar Biaya Layanan Informasi
W10 35 Laporan Rekapitulasi Pelayanan Informasi Publik
"""


def taken_by_hand() -> Mapping[str, tuple[int, str]]:
    lines = (line.split(" ", 2) for line in ROWS.strip().splitlines())
    return {code: (int(row), title) for code, row, title in lines}


def test_the_rows_that_were_taken_by_hand_stand_in_the_register_and_name_an_address() -> None:
    with (REAL / "kota-bekasi/informasi.csv").open(encoding="utf-8-sig", newline="") as file:
        register = list(csv.DictReader(file))
    for code, (row, title) in taken_by_hand().items():
        told = register[row - 1]
        assert " ".join(told["judul"].split()).startswith(title), code
        assert told["tautan"].startswith("http"), code


def test_the_claimed_total_of_kota_bekasi_by_the_own_edition_is_the_sum_of_its_leaves(
    studies: Mapping[str, Study],
) -> None:
    """Each leaf weighs 1. No address was tried, so each row is a claim, and nothing of them is recorded.

    Pasal 18 asks for renewal of periodic information within six months, and all rows are years old: half. What the law
    names no interval for is full. Two exceptions: S01, the list itself, is there without a decree and without a day,
    so half and recorded (the half point of 111 is the 0.45 of the recorded total); W10, the yearly report of service,
    is not of 2024, the newest year that is due in February 2026: half.

    The program agrees but for one leaf: it takes "Pelaksanaan Kegiatan Apel Pagi" for B02.b, who carries programmes
    out. By hand the total is 40 of 111, 36.04; the program says 40.5 of 111, 36.49.
    """
    half, full = Fraction(1, 2), Fraction(1)
    by_hand = {code: half if code.startswith("B") else full for code in taken_by_hand()} | {"S01": half, "W10": half}
    answers = [one for one in scored(studies, BEKASI, OWN).answers if one.ends is not None]
    found = {one.criterion.id: one.ends.claimed for one in answers if one.ends and one.ends.claimed}
    assert found == by_hand | {"B02.b": half}
    assert len(answers) == 35 + 39 + 3 + 24 + 10  # periodic, procurement, immediate that happened, on demand, service
    assert round(sum(by_hand.values(), Fraction(0)) / len(answers) * 100, 2) == Fraction("36.04")
    assert round(sum(found.values()) / len(answers) * 100, 2) == Fraction("36.49")
    assert [one.criterion.id for one in answers if one.ends and one.ends.recorded] == ["S01"]


def test_the_claimed_total_of_kota_bekasi_by_the_design_of_kaltim_is_the_sum_of_its_indicators(
    studies: Mapping[str, Study],
) -> None:
    """Each indicator gives its weight times the share of its items, and the questionnaire is 80 of 100.

    What is full, by hand: kualitas.perjanjian (S04, row 79), kualitas.organisasi (S03.a, row 1342), jenis.renstra (S08,
    row 493), jenis.statistik (S03.d, row 453), jenis.agenda (S09, row 932), jenis.inventaris (S07, row 307) and
    pelayanan.biaya (W09, row 388); the mobile pages, the access and the open data are what the theme brings. All else
    that rests on periodic information is at most half, which on this yes-or-no sheet is no; the rest asks for decrees,
    hours, contacts, reports and accounts that the tables do not hold, or for evidence that nobody attached.
    kualitas.dibuka does not apply: nothing exempt has ended. So 2 of 11, 4 of 16, 1 of 6, 0 of 5, 0 of 6 and 3 of 7.
    """
    card = scored(studies, BEKASI, KALTIM)
    assert [one.criterion.id for one in card.answers if one.ends and one.ends.claimed] == [
        "kualitas.perjanjian", "kualitas.organisasi", "jenis.renstra", "jenis.statistik", "jenis.agenda",
        "jenis.inventaris", "pelayanan.biaya", "digitalisasi.gawai", "digitalisasi.akses", "digitalisasi.data",
    ]  # fmt: skip
    assert [one.criterion.id for one in card.answers if one.ends is None] == ["kualitas.dibuka"]
    claimed = {one.id: one.ends.claimed for one in card.indicators if one.ends}
    shares = {"kualitas": (10, 2, 11), "jenis": (40, 4, 16), "pelayanan": (10, 1, 6), "digitalisasi": (20, 3, 7)}
    expected = {name: Fraction(met, asked) for name, (_, met, asked) in shares.items()}
    assert claimed == {**expected, "komitmen": 0, "sarpras": 0}
    total = sum(weight * Fraction(met, asked) for weight, met, asked in shares.values()) * Fraction(80, 100)
    assert round(total, 2) == Fraction("17.65")


NOTHING, LINKED, OLD_LINK, UNKNOWN = ("0", "0", "0"), ("0", "1", "1"), ("0", "1/2", "1/2"), ("0", "0", "1")
CHECKED = [
    # The register lists profiles and duties of offices of 2021 with an address each: old, and nobody tried the address.
    (BEKASI, OWN, "B01.a", OLD_LINK),
    # 47 rows name an organisation chart, but the duty asks for every unit of the body, and none has a profile.
    (BEKASI, OWN, "B01.c", NOTHING),
    # Wealth reports of 2020 and 2021, none with a day within the six months of Pasal 18.
    (BEKASI, OWN, "B01.d", OLD_LINK),
    # Programmes of 2021.
    (BEKASI, OWN, "B02.a", OLD_LINK),
    # 4 rows name a realisation of the budget: 2019 and 2020.
    (BEKASI, OWN, "B04.a", OLD_LINK),
    # 7 rows name a balance sheet: 2020.
    (BEKASI, OWN, "B04.b", OLD_LINK),
    # 2 rows name notes to the accounts.
    (BEKASI, OWN, "B04.c", OLD_LINK),
    # Regulations with an address each.
    (BEKASI, OWN, "B06.b", OLD_LINK),
    # The one row, a report from SIRUP for 2018, is a report of packages, no plan; nothing is proposed for it.
    (BEKASI, OWN, "B09.a", NOTHING),
    # Row 79 is an agreement with a company; rows that say "perjanjian" mean performance agreements of officials.
    (BEKASI, OWN, "S04", LINKED),
    # The one row of an agenda is that of the head of an office; nobody tried its address.
    (BEKASI, KALTIM, "jenis.agenda", LINKED),
    # 42 rows name a strategic plan; what must be there at all times does not grow old, but the address is not tried.
    (BEKASI, OWN, "S08", LINKED),
    # 7 rows name a charter, one of them the mayor's.
    (BEKASI, OWN, "W08", LINKED),
    # No decree in `badan-publik.yaml`: the tables hold none.
    (BEKASI, BANJARNEGARA, "bna26-5", NOTHING),
    # The one exempt entry is a list, with neither a test nor a decree.
    (BEKASI, BANJARNEGARA, "bna26-6", NOTHING),
    # No row says DPA or "dokumen pelaksanaan anggaran".
    (BEKASI, BANJARNEGARA, "bna26-9", NOTHING),
    # No row names an RKA of 2026.
    (BEKASI, BANJARNEGARA, "bna26-10", NOTHING),
    # Realisations are there, but none of 2025.
    (BEKASI, BANJARNEGARA, "bna26-11", NOTHING),
    # Strategic plans are there, but all of 2018-2023.
    (BEKASI, BANJARNEGARA, "bna26-12", NOTHING),
    # Reports of accountability are there, but none of 2025.
    (BEKASI, BANJARNEGARA, "bna26-13", NOTHING),
    # Whether accounts are active once a week no register can tell, and nobody attached evidence.
    (BEKASI, BANJARNEGARA, "bna26-19", UNKNOWN),
    # The report from SIRUP is not of 2026.
    (BEKASI, BANJARNEGARA, "bna26-21", NOTHING),
    # No entry tells where it was made, which the list must say; and no decree is named.
    (SUMEDANG, KALTIM, "kualitas.dip", NOTHING),
    # 53 exempt entries, none with the day of its test.
    (SUMEDANG, KALTIM, "kualitas.dik", NOTHING),
    # The register names accounts, but no file stands behind any entry.
    (SUMEDANG, KALTIM, "jenis.lapkeu", NOTHING),
    # No entry names LHKPN.
    (SUMEDANG, KALTIM, "jenis.lhkpn", NOTHING),
    # No officer is named in the tables.
    (SUMEDANG, KALTIM, "komitmen.sk", NOTHING),
    # The theme brings it, whatever the registers hold.
    (SUMEDANG, KALTIM, "digitalisasi.gawai", ("1", "1", "1")),
    # A photograph is asked for and none is attached.
    (SUMEDANG, KALTIM, "sarpras.ruang", UNKNOWN),
    # The tables hold neither address nor hours nor contact.
    (SUMEDANG, KALTIM, "sarpras.jam", NOTHING),
    # No report of service is among the tables.
    (SUMEDANG, KALTIM, "pelayanan.laporan", NOTHING),
    # A title is listed; a title alone brings nothing to the reader.
    (SUMEDANG, OWN, "B04.a", NOTHING),
    # The list is there, without a decree and without a day of renewal: stale, so half.
    (SUMEDANG, OWN, "S01", ("1/2", "1/2", "1/2")),
    # A company of the province, whose register of 17 titles has no document on its shareholders.
    (STATION, OWN, "BUM.b", NOTHING),
]


@pytest.mark.parametrize(("body", "name", "criterion", "wanted"), CHECKED)
def test_an_answer_is_what_a_reader_of_the_register_would_give(
    studies: Mapping[str, Study], body: str, name: str, criterion: str, wanted: tuple[str, str, str]
) -> None:
    card = scored(studies, body, name)
    ends = next(one.ends for one in card.answers if one.criterion.id == criterion)
    assert ends is not None
    assert list(ends) == [Fraction(value) for value in wanted]


def test_what_did_not_happen_takes_nothing_away(studies: Mapping[str, Study]) -> None:
    for body, code in ((SUMEDANG, "M01"), (STATION, "S17")):
        card = scored(studies, body, OWN)
        assert next(one.ends for one in card.answers if one.criterion.id == code) is None
