"""The law as a value: its look-ups, the citations it sees in prose, and how a broken file is told."""

import pytest

from ppidgen.model.elements.vocabulary import Activity, BodyKind, Level
from ppidgen.model.law.duty import scopes_of
from ppidgen.model.law.whole import LAW_FILES, LAW_FOLDERS, Law, parse_law
from ppidgen.model.records.body import PublicBody
from ppidgen.source.package_data import names, read_text


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    shipped = [name for folder in LAW_FOLDERS for name in names(folder)] + list(LAW_FILES)
    return {name: read_text(name) for name in shipped}


@pytest.fixture(scope="module")
def law(texts: dict[str, str]) -> Law:
    return parse_law(texts)


@pytest.mark.parametrize(
    "text",
    [
        "PERKI No.1 Tahun 2017 Tentang Pengklasifikasian Informasi Publik",
        "Perki 1/2017",
        "Peraturan Komisi Informasi\nNomor 01 Tahun 2017",
        "Peraturan Komisi Informasi Pusat No. 1 Th. 2017 Pasal 3",
    ],
)
def test_a_revoked_regulation_is_seen_however_it_is_written(law: Law, text: str) -> None:
    assert [known.id for known in law.repealed_in(text)] == ["perki-1-2017"]


@pytest.mark.parametrize("text", ["Perki 1/2021", "Perki 11/2017", "Superki 1/2017", "Perki 1/20170", "tahun 2017", ""])
def test_other_words_and_regulations_in_force_are_not_taken_for_revoked_ones(law: Law, text: str) -> None:
    assert law.repealed_in(text) == ()


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("Undang-Undang Republik Indonesia Nomor 14 Tahun 2008", "uu-14-2008"),
        ("Undang Undang No 14 Tahun 2008", "uu-14-2008"),
        ("pasal 17 UU KIP", "uu-14-2008"),
        ("UU No. 27/2022", "uu-27-2022"),
        ("Peraturan Pemerintah RI No. 61 Tahun 2010", "pp-61-2010"),
        ("PERPRES 39 TAHUN 2019", "perpres-39-2019"),
        ("UUD 1945 Pasal 28F", "uud-1945"),
    ],
)
def test_an_instrument_is_recognised_in_free_text(law: Law, text: str, instrument: str) -> None:
    assert [known.id for known in law.instruments.values() if known.is_cited_in(text)] == [instrument]


def test_recognising_a_citation_takes_no_time_on_hostile_text(law: Law) -> None:
    assert (
        law.repealed_in("peraturan komisi informasi pusat nomor : " * 5_000 + " " * 200_000 + "perki 0" * 50_000) == ()
    )


def test_a_leaf_knows_the_heading_over_it_and_a_lone_one_has_none(law: Law) -> None:
    heading = law.group_of("B09.b.01")
    assert heading is not None
    assert heading.code == "B09"
    assert law.group_of("B09") is None
    assert law.group_of("BUM.a") is None
    assert law.group_of("no such code") is None


def body(kind: BodyKind, **fields: object) -> PublicBody:
    return PublicBody.model_validate({"name": "Contoh", "kind": kind, "level": Level.REGENCY, **fields})


def codes(law: Law, kind: BodyKind, **fields: object) -> set[str]:
    return {duty.code for duty in law.leaves(scopes_of(body(kind, **fields)))}


def test_a_regency_is_bound_by_what_binds_every_state_body_until_it_says_why_not(law: Law) -> None:
    usual = codes(law, BodyKind.EXECUTIVE)
    stated = codes(law, BodyKind.EXECUTIVE, not_applicable=({"kegiatan": "perizinan", "alasan": "Izin di provinsi."},))
    assert {"B01.a", "B02.h", "S08", "B09.a", "S06", "B01.d"} <= usual
    assert usual.isdisjoint({"B01", "BUM.a", "DB01.a", "B01.b"})
    assert usual - stated == {"S06"}


def test_a_body_adds_what_it_has_besides(law: Law) -> None:
    usual = codes(law, BodyKind.EXECUTIVE)
    assert codes(law, BodyKind.EXECUTIVE, activities=(Activity.BYLAWS,)) - usual == {"B01.b"}


def test_a_state_company_is_a_state_body_too_and_a_party_is_not(law: Law) -> None:
    assert {"BUM.a", "B02.h", "B01.b"} <= codes(law, BodyKind.STATE_ENTERPRISE)
    party = codes(law, BodyKind.POLITICAL_PARTY)
    assert {"PAR.a", "B01.b"} <= party
    assert party.isdisjoint({"B02.h", "B09.a"})


def test_a_village_has_its_own_catalogue_of_55_leaves(law: Law) -> None:
    found = codes(law, BodyKind.VILLAGE)
    assert len(found) == 55
    assert all(code.startswith("D") for code in found)


def test_families_come_in_the_order_of_the_law_and_not_of_the_alphabet(law: Law) -> None:
    assert list(law.families)[:3] == ["berkala", "pengadaan", "bumn-bumd"]
    assert next(iter(law.duties)) == "B01"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tenggat.yaml", "tenggat: [unclosed"),
        ("tenggat.yaml", "- a list"),
        ("tenggat.yaml", "tenggat: {kode: R01}"),
        ("pasal-17.yaml", "dasar_pengecualian: [{huruf: z}]"),
        ("kewajiban/parpol.yaml", "keluarga: parpol"),
        ("kewajiban/lagi.yaml", "{keluarga: parpol, urutan: 99, judul: Lagi, butir: []}"),
        ("hukum/uu-14-2008.yaml", "id: uu-14-2008\nunknown: 1"),
    ],
)
def test_a_broken_data_file_is_named(texts: dict[str, str], name: str, text: str) -> None:
    with pytest.raises(ValueError, match=f"^{name}: "):
        parse_law(texts | {name: text})


def test_a_missing_data_file_is_named(texts: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"^katalog\.yaml: file missing"):
        parse_law({name: text for name, text in texts.items() if name != "katalog.yaml"})


def test_a_code_used_twice_is_refused(texts: dict[str, str]) -> None:
    doubled = texts["kewajiban/ornop.yaml"].replace("ORN.b", "ORN.a")
    with pytest.raises(ValueError, match=r"ornop\.yaml: 'ORN\.a' occurs twice"):
        parse_law(texts | {"kewajiban/ornop.yaml": doubled})
