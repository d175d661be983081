"""Exempt information is explained, and nothing that is withheld is ever said."""

import json
from datetime import date

import pytest

from ppidgen.model.elements.fields import key_of
from ppidgen.model.elements.vocabulary import ExemptionStatus, Ground
from ppidgen.model.pages.page import Facts, Figures, Grid, Notice, Prose, Section
from ppidgen.model.records.cases import Case, ObjectionCase, RequestCase
from ppidgen.model.records.evidence import Attestation
from ppidgen.model.records.exemption import (
    ClassificationDecree,
    ConsequenceTest,
    Ending,
    Exemption,
    LegalBasis,
    WithheldFile,
)
from ppidgen.model.records.parts import Decree, Person
from ppidgen.pages import shell
from tests.pages import richness
from tests.pages.portals import BODY, blocks, context, files, page, pages, rich

PATIENTS = "/dikecualikan/data-pasien/"

# One word per field that must never reach the site; a new field of that kind fails the test below until it is here.
SECRETS = {
    "ConsequenceTest.testers": "rahasiapenguji",
    "WithheldFile.name": "rahasianama",
    "WithheldFile.sha256": "rahasiasidik",
    "WithheldFile.size": 987654321987,
    "WithheldFile.text_sha256": "rahasiateks",
    "Exemption.withheld": "rahasianama",
    "Exemption.source": "rahasiasumber",
    "Exemption.to_check": "rahasiaperiksa",
    "InformationEntry.source": "rahasiaasal",
    "InformationEntry.to_check": "rahasiausul",
    "Attestation.criterion": "rahasiakriteria",
    "Attestation.stage": "rahasiatahap",
    "Attestation.claim": "135792468",
    "Attestation.value": "246813579",
    "Attestation.file": "rahasiafoto.png",
    "Attestation.link": "https://rahasiatautan.contoh.go.id/x",
    "Attestation.by": "rahasiapetugas",
    "Attestation.verified_by": "rahasiapenilai",
    "Attestation.letter": "rahasiasurat.pdf",
    "Attestation.inapplicable": "rahasiaalasan",
    "Attestation.note": "rahasiaketerangan",
    "RequestCase.receipt": "rahasiapermohonan",
    "RequestCase.source": "rahasiaasalperkara",
    "RequestCase.to_check": "rahasiausulperkara",
    "ObjectionCase.receipt": "rahasiakeberatan",
    "SatisfactionSurvey.answers": "4,1,3",
}


def _receipted(number: int, case: Case) -> Case:
    secret = {RequestCase: "rahasiapermohonan", ObjectionCase: "rahasiakeberatan"}.get(type(case))
    code = f"{secret}{number}" if secret else ""
    imported = {"source": "rahasiaasalperkara", "to_check": ("rahasiausulperkara",)}
    more = imported if isinstance(case, RequestCase) else {}
    return case.model_copy(update={"receipt": code, **more}) if code else case


def planted() -> tuple[dict[str, bytes], str]:
    withheld = WithheldFile(name="rahasianama", sha256="rahasiasidik", size=987654321987, text_sha256="rahasiateks")
    test = ConsequenceTest(number="1", testers=(Person(name="rahasiapenguji", post="rahasiapenguji"),))
    exemption = Exemption(
        id="x", title="X", test=test, withheld=(withheld,), source="rahasiasumber", to_check=("rahasiaperiksa",)
    )
    entries = tuple(
        one.model_copy(update={"source": "rahasiaasal", "to_check": ("rahasiausul",)}) for one in richness.INFORMATION
    )
    cases = tuple(_receipted(number, case) for number, case in enumerate(richness.CASES))
    portal = rich(
        exemptions=(*richness.EXEMPTIONS, exemption), information=entries, evidence=(attestation(),), cases=cases
    )
    return files(portal), repr(list(pages(portal).values())) + repr(shell(portal))


def attestation() -> Attestation:
    told = {
        name: SECRETS[f"Attestation.{name}"] for name in Attestation.model_fields if f"Attestation.{name}" in SECRETS
    }
    return Attestation.model_validate({"id": "kkp-2024/x", "kind": "foto", "day": "2026-01-02", **told})


@pytest.mark.slow
@pytest.mark.parametrize("field", SECRETS)
def test_what_is_not_public_is_in_no_page_and_no_file(field: str) -> None:
    made, said = planted()
    secret = str(SECRETS[field])
    assert secret not in said
    assert [path for path, content in made.items() if secret.encode() in content] == []


def test_the_term_is_told_in_the_words_of_the_decree_where_there_are_any() -> None:
    decided = Exemption(id="a", title="A", duration="Sampai tanah dibayar", expires=Ending(day=date(2030, 1, 20)))
    (table,) = blocks(page(context(exemptions=(decided,)), "/dik/"), Grid)
    assert table.rows[0][-1] == "Sampai tanah dibayar"


def test_the_list_has_the_columns_of_the_consequence_test() -> None:
    (table,) = blocks(page(rich(), "/dik/"), Grid)
    assert table.head == ("No.", "Informasi", "Dasar hukum pengecualian", "Dibuka", "Ditutup", "Jangka waktu")
    assert table.groups == (("", 3), ("Konsekuensi atau pertimbangan bagi publik", 2), ("", 1))
    number, name, basis, opened, closed, period = table.rows[0]
    assert (number, name.text, basis) == ("1", "Data pasien (hanya sebagian)", "Pasal 17 huruf h, UU 27/2022, Pasal 4")
    assert (opened, closed, period) == ("Rahasia pribadi terungkap.", "Pasien terlindungi.", "Sampai 20 Januari 2030")
    bare = Exemption(id="a", title="A", expires=Ending(day=date(2030, 3, 1), event="Kontrak ditandatangani"))
    (table,) = blocks(page(context(exemptions=(bare,)), "/dik/"), Grid)
    ending = "Sampai 1 Maret 2030; Berakhir bila: Kontrak ditandatangani"
    assert table.rows[0][2:] == ("Belum diisi", "Belum diisi", "Belum diisi", ending)


def test_what_a_decree_or_the_end_of_its_term_has_opened_is_no_longer_in_the_list() -> None:
    for address in ("/dik/", "/dik/cetak/"):
        (table,) = blocks(page(rich(), address), Grid)
        assert [row[1].text for row in table.rows] == ["Data pasien (hanya sebagian)"]


def test_decrees_that_the_one_of_the_list_cannot_hold_are_named() -> None:
    later = ClassificationDecree(number="7", day=date(2026, 3, 2))
    held = ClassificationDecree(number="2", day=date(2026, 1, 1))
    told = (Exemption(id="a", title="A", decree=later), Exemption(id="b", title="B", decree=held))
    decided = BODY.model_copy(update={"exemption_decree": Decree(number="3", day=date(2026, 1, 1))})
    for address in ("/dik/", "/dik/cetak/"):
        _, fact = blocks(page(context(exemptions=told, body=decided), address), Facts)[0].rows
        assert (fact.label, fact.values) == ("Penetapan sesudahnya", ("Nomor 7 tanggal 2 Maret 2026",))


def test_an_empty_list_of_exemptions_says_so() -> None:
    assert blocks(page(context(), "/dik/"), Notice)[0].title == "Tidak ada pengecualian yang tercatat"


def test_a_page_says_what_why_until_when_and_how_to_object() -> None:
    shown = page(rich(), PATIENTS)
    sections = {one.title: one for one in blocks(shown, Section)}
    assert "Nama dan alamat pasien." in [block.markdown for block in sections["Bagian yang dikecualikan"].blocks]
    ground = sections["Alasan pengecualian"].blocks[0].rows[0]
    assert ground.label == "Pasal 17 huruf h"
    assert (ground.values[0].text, ground.values[0].address) == ("Mengungkap rahasia pribadi", "/dik/alasan/17h/")
    assert ground.values[1] == "UU 27/2022, Pasal 4"
    consequences = sections["Hasil uji konsekuensi"].blocks[0].rows
    assert [row.values[0] for row in consequences] == ["Rahasia pribadi terungkap.", "Pasien terlindungi."]
    facts = {row.label: row.values for block in blocks(shown, Facts) for row in block.rows}
    assert facts["Berlaku sampai"] == ("20 Januari 2030",)
    assert facts["Nomor penetapan"] == ("9/2025",)
    assert sections["Alasan pengecualian"].blocks[0].rows[0].citation == "UU KIP Pasal 17 huruf h"
    steps = sections["Bila Anda tidak setuju"].blocks[0].items
    assert [(one.time, one.citation) for one in steps[1:]] == [
        ("30 hari kerja", "UU KIP Pasal 36(1)"),
        ("30 hari kerja", "UU KIP Pasal 36(2); Perki 1/2021 Pasal 44(1)"),
        ("14 hari kerja", "UU KIP Pasal 37(2); Perki 1/2013 Pasal 13"),
    ]
    challenge = next(one for one in blocks(shown, Notice) if one.title == "Anda tidak setuju?")
    assert [link.address for link in challenge.links] == ["/layanan/permohonan/", "/layanan/keberatan/"]


def test_a_missing_consequence_is_told_with_its_article() -> None:
    shown = page(rich(), "/dikecualikan/naskah/")
    rows = {row.label: row for block in blocks(shown, Facts) for row in block.rows}
    assert rows["Akibat bila dibuka"].missing
    assert rows["Akibat bila dibuka"].citation == "Perki 1/2021 Pasal 49(2) huruf d"


def test_an_opened_and_a_lapsed_exemption_say_that_they_no_longer_hold() -> None:
    opened, lapsed = (blocks(page(rich(), f"/dikecualikan/{one}/"), Notice)[0] for one in ("naskah", "harga"))
    assert (opened.title, lapsed.title) == ("Telah dibuka", "Jangka waktunya telah lewat")
    assert opened.text == "Informasi ini tidak lagi dikecualikan dan telah masuk Daftar Informasi Publik."
    assert "Anda dapat memintanya" in lapsed.text
    (table,) = blocks(page(rich(), "/dik/berakhir/"), Grid)
    assert [row[0].text for row in table.rows] == ["Harga perkiraan", "Naskah soal ujian"]


@pytest.mark.parametrize(
    ("one", "told"),
    [
        ("naskah", "Dahulu hanya sebagian isi dokumen yang dikecualikan."),
        ("harga", "Dahulu seluruh dokumen dikecualikan."),
    ],
)
def test_what_is_over_is_told_of_as_over(one: str, told: str) -> None:
    shown = page(rich(), f"/dikecualikan/{one}/")
    said = [block.markdown for block in blocks(shown, Prose)]
    assert told in said
    assert not [text for text in said if "tidak diberikan" in text or "tetap diberikan" in text]


def test_a_changed_exemption_says_so() -> None:
    one = Exemption(id="x", title="X", status=ExemptionStatus.CHANGED)
    assert blocks(page(context(exemptions=(one,)), "/dikecualikan/x/"), Notice)[0].title == "Diubah"


def test_a_partial_exemption_without_its_part_says_so() -> None:
    shown = page(rich(exemptions=(richness.EXEMPTIONS[0].model_copy(update={"blackened": None}),)), PATIENTS)
    assert "Bagian yang dihitamkan belum diuraikan" in [one.title for one in blocks(shown, Notice)]


def test_each_ground_is_explained_at_the_place_that_exemptions_name_with_what_is_exempt_under_it() -> None:
    (table,) = blocks(page(rich(), "/dik/alasan/"), Grid)
    assert [row[0].address for row in table.rows] == [f"/dik/alasan/17{letter}/" for letter in "abcdefghij"]
    assert [row[2] for row in table.rows] == ["0"] * 7 + ["1", "0", "0"]
    shown = page(rich(), "/dik/alasan/17h/")
    assert "riwayat" in blocks(shown, Prose)[0].markdown
    (listed,) = blocks(shown, Grid)
    assert [(row[0].address, *row[1:]) for row in listed.rows] == [
        (PATIENTS, "Sebagian (dihitamkan atau dikaburkan)", "Sekretariat Daerah", "Berlaku")
    ]


def test_what_is_over_is_listed_under_no_ground() -> None:
    over = Exemption(id="x", title="X", basis=(LegalBasis(ground=Ground.H),), status=ExemptionStatus.OPENED)
    assert blocks(page(context(exemptions=(over,)), "/dik/alasan/17h/"), Grid) == []


def test_what_has_opened_leads_to_its_entry_in_the_list() -> None:
    entry = richness.INFORMATION[0]
    opened = Exemption.model_validate({
        "id": "x", "title": "X", "pembukaan": {"nomor": "3", "tanggal": "2026-01-02", "entri_dip": entry.id}
    })  # fmt: skip
    notice = blocks(page(rich(exemptions=(opened,)), "/dikecualikan/x/"), Notice)[0]
    assert (notice.title, notice.links[0].address) == ("Telah dibuka", f"/informasi/{entry.id}/")


def test_the_numbers_count_what_holds_and_what_is_over() -> None:
    shown = page(rich(), "/dik/statistik/")
    assert [one.value for one in blocks(shown, Figures)[0].items] == ["1", "1", "1", "2"]
    assert {"Telah dibuka": "1", "Berlaku": "1"}.items() <= dict(blocks(shown, Grid)[1].rows).items()


@pytest.mark.parametrize(
    ("day", "harm", "count"),
    [
        (date(2025, 1, 1), "Rugi.", "1"),
        (None, "Rugi.", "0"),
        (date(2099, 1, 1), "Rugi.", "0"),
        (date(2025, 1, 1), None, "0"),
    ],
    ids=["done", "no day", "a day to come", "no consequence"],
)
def test_a_test_of_consequences_is_counted_once_it_was_done(day: date | None, harm: str | None, count: str) -> None:
    one = Exemption(id="x", title="X", test=ConsequenceTest(day=day, harm_if_opened=harm))
    figures = blocks(page(context(exemptions=(one,)), "/dik/statistik/"), Figures)[0].items
    assert {figure.label: figure.value for figure in figures}["telah diuji konsekuensinya"] == count


def test_several_letters_are_named_each() -> None:
    basis = (LegalBasis(ground=Ground.B), LegalBasis(ground=Ground.J, act="UU 8/1997"))
    one = Exemption(id="x", title="X", basis=basis, starts=date(2025, 1, 1))
    (table,) = blocks(page(context(exemptions=(one,)), "/dik/"), Grid)
    assert table.rows[0][2] == "Pasal 17 huruf b; Pasal 17 huruf j, UU 8/1997"


def test_the_key_of_a_field_is_the_indonesian_one() -> None:
    assert key_of(Exemption, "withheld") == "berkas_ditahan"


def test_the_open_data_tell_where_each_exemption_stands_as_its_page_does() -> None:
    entries = json.loads(files(rich())["data/dik.json"])["dikecualikan"]
    assert {one["id"]: one["status"] for one in entries} == {
        "data-pasien": "berlaku",
        "harga": "lewat-jangka-waktu",
        "naskah": "dibuka",
    }
    new = context(exemptions=(Exemption(id="x", title="X"),))
    assert json.loads(files(new)["data/dik.json"])["dikecualikan"][0]["status"] == "belum-diuji"
