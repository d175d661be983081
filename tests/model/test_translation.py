"""Translations of registers: what they may say, and what becomes of what they leave out."""

from datetime import date
from pathlib import Path

import pytest

from ppidgen.model.language.tongue import bare, in_main
from ppidgen.model.language.translated import marked, portal_in
from ppidgen.model.portal.registers import language_of, original_of
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.service import Procedure
from ppidgen.options import Options
from ppidgen.reading.study import Study, read_portal
from tests.rules.examples import lay_out

SITE = "judul: PPID Kabupaten Contoh\nalamat: https://ppid.contohkab.go.id/\nbahasa: [id, en]\n"
ENTRY = "judul: Laporan Keuangan 2024\nkategori: berkala\nringkasan_isi: Neraca.\npenanggung_jawab: Kepala BPKAD\n"
PROCEDURE = """\
jenis: permohonan
judul: Tata cara permohonan
syarat: [KTP, Rincian]
langkah:
  - judul: Ajukan
    uraian: Datang ke meja layanan.
  - judul: Tunggu
"""


def read(folder: Path, **files: str) -> Study:
    lay_out((), folder)
    written = {"situs.yaml": SITE, **files}
    for path, content in written.items():
        place = folder / "content" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content, encoding="utf-8")
    return read_portal(folder, Options(as_of=date(2026, 2, 16), processes=1))


@pytest.mark.parametrize(
    ("path", "language", "original"),
    [
        ("content/halaman/x.en.md", "en", "content/halaman/x.md"),
        ("content/situs.jv.yaml", "jv", "content/situs.yaml"),
        ("content/halaman/x.md", "", "content/halaman/x.md"),
        ("content/halaman/x.id.md", "", "content/halaman/x.id.md"),
        ("content/en.yaml", "", "content/en.yaml"),
    ],
)
def test_the_name_of_a_file_says_its_language(path: str, language: str, original: str) -> None:
    assert (language_of(path), original_of(path)) == (language, original)


def test_a_translated_text_is_shown_and_the_rest_stays_indonesian(tmp_path: Path) -> None:
    files = {"informasi/contoh/lkpd.yaml": ENTRY, "informasi/contoh/lkpd.en.yaml": "judul: Financial report 2024\n"}
    portal = read(tmp_path, **files).public.portal
    entry = portal_in(portal, "en").information_by_id["contoh/lkpd"]
    assert (entry.title, entry.summary) == ("Financial report 2024", in_main("Neraca."))
    assert entry.category is portal.information_by_id["contoh/lkpd"].category
    assert portal.information_by_id["contoh/lkpd"].title == "Laporan Keuangan 2024"


def test_items_are_translated_by_their_place_and_lists_of_texts_as_a_whole(tmp_path: Path) -> None:
    translation = "syarat: [Identity card]\nlangkah:\n  - judul: Ask\n"
    files = {"layanan/permohonan.yaml": PROCEDURE, "layanan/permohonan.en.yaml": translation}
    portal = portal_in(read(tmp_path, **files).public.portal, "en")
    (procedure,) = (one for one in portal.services if isinstance(one, Procedure) and one.kind == "permohonan")
    assert procedure.requirements == ("Identity card",)
    assert [(bare(step.title), bare(step.text or "")) for step in procedure.steps] == [
        ("Ask", "Datang ke meja layanan."),
        ("Tunggu", ""),
    ]
    assert procedure.steps[0].text == in_main("Datang ke meja layanan.")


def test_an_entry_of_a_list_is_translated_by_its_id(tmp_path: Path) -> None:
    listed = "- judul: Laporan\n  kategori: berkala\n  id: laporan\n"
    files = {"informasi/contoh.yaml": listed, "informasi/contoh.en.yaml": "- id: laporan\n  judul: Report\n"}
    portal = portal_in(read(tmp_path, **files).public.portal, "en")
    assert portal.information_by_id["contoh/laporan"].title == "Report"


def test_faults_of_a_translation_are_told_at_its_own_lines(tmp_path: Path) -> None:
    translation = "judul: Financial report\ntahun: 2023\npenanggun_jawab: Head\n"
    files = {"informasi/contoh/lkpd.yaml": ENTRY, "informasi/contoh/lkpd.en.yaml": translation}
    found = [one for one in read(tmp_path, **files).findings if one.code.startswith("BHS")]
    assert [(one.code, one.span.line, one.data["key"]) for one in found] == [
        ("BHS002", 2, "tahun"),
        ("BHS002", 3, "penanggun_jawab"),
    ]


def test_a_second_translation_of_the_same_text_is_told_and_the_first_one_shown(tmp_path: Path) -> None:
    twin = "id: lkpd\njudul: Another report\n"
    files = {
        "informasi/contoh/lkpd.yaml": ENTRY,
        "informasi/contoh/lkpd.en.yaml": "judul: Financial report\n",
        "informasi/contoh/zz.en.yaml": twin,
    }
    study = read(tmp_path, **files)
    found = [(one.code, one.span.path) for one in study.findings if one.code.startswith("BHS")]
    assert found == [("BHS006", "content/informasi/contoh/zz.en.yaml")]
    assert portal_in(study.public.portal, "en").information_by_id["contoh/lkpd"].title == "Financial report"


def test_a_translation_of_what_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    files = {"informasi/contoh/x.yaml": "judul: X\nkategori: tahunan\n", "informasi/contoh/x.en.yaml": "judul: X\n"}
    assert [one.code for one in read(tmp_path, **files).findings if one.code.startswith(("SKM", "BHS"))] == ["SKM003"]


def test_what_is_no_word_of_a_language_is_never_marked() -> None:
    entry = InformationEntry.model_validate(
        {"id": "a", "judul": "Laporan", "kategori": "berkala", "memenuhi": ["B04.a"], "tag": ["APBD"]}
    )
    shown = marked(entry, entry)
    assert (shown.title, shown.tags, shown.duties) == (in_main("Laporan"), (in_main("APBD"),), ("B04.a",))
