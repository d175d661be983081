from typing import TypeVar

import orjson
import pytest

from ppidgen.diagnostics import Checked, Finding
from ppidgen.model.elements.record import Record
from ppidgen.model.elements.vocabulary import Category, Form
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.binding import Bound, bind_file, bind_sheet
from ppidgen.model.portal.sheet import packed, read_sheet, unpacked
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.service import FeeSchedule

R = TypeVar("R", bound=Record)
PATH = "content/informasi/bpkad/lkpd-2024.yaml"
WHOLE = """\
judul: Laporan Keuangan 2024
kategori: berkala
bentuk: [softcopy, hardcopy]
waktu_pembuatan: Maret 2025
dokumen:
  - judul: Naskah
    berkas: bpkad/lkpd-2024.pdf
"""


def bind(text: str, path: str = PATH, register: reg.Register = reg.INFORMATION) -> Checked[Bound]:
    return bind_file(path, text.encode(), register)


def only(bound: Checked[Bound], kind: type[R]) -> R:
    assert bound.findings == ()
    (record,) = bound.value.records
    assert isinstance(record, kind)
    return record


def fault(text: str, path: str = PATH, register: reg.Register = reg.INFORMATION) -> Finding:
    (finding,) = bind(text, path, register).findings
    return finding


def test_a_file_becomes_an_entry_named_after_its_place() -> None:
    entry = only(bind(WHOLE), InformationEntry)
    assert entry.id == "bpkad/lkpd-2024"
    assert entry.category is Category.PERIODIC
    assert entry.forms == (Form.SOFTCOPY, Form.HARDCOPY)
    assert entry.made_on is not None
    assert entry.made_on.month == 3
    assert entry.documents[0].file == "bpkad/lkpd-2024.pdf"


def test_an_attribute_knows_where_it_was_written() -> None:
    entry = only(bind(WHOLE), InformationEntry)
    assert str(entry.span("category")) == f"{PATH}:2:11"
    assert str(entry.span("documents", 0, "file")) == f"{PATH}:7:13"
    assert str(entry.span("retention")).startswith(f"{PATH}:1:")


def test_a_list_gives_each_record_an_id_from_its_title() -> None:
    text = "- judul: Renja 2024\n  kategori: berkala\n- judul: Renja 2025\n  kategori: berkala\n  id: renja-baru\n"
    bound = bind(text, "content/informasi/bappeda.yaml")
    assert bound.findings == ()
    assert [record.id for record in bound.value.records] == ["bappeda/renja-2024", "bappeda/renja-baru"]


def test_the_text_below_front_matter_is_the_body() -> None:
    text = "---\njudul: Profil\nkategori: setiap-saat\n---\n## Sejarah\n\nSatu.\n"
    entry = only(bind(text, "content/informasi/bpkad/profil.md"), InformationEntry)
    assert entry.body == "## Sejarah\n\nSatu."


def test_empty_tilde_and_null_are_the_same_as_absent() -> None:
    text = "judul: A\nkategori: berkala\nringkasan_isi:\njangka_waktu_simpan: ~\ntempat_pembuatan: ''\ntahun: null\n"
    entry = only(bind(text), InformationEntry)
    assert (entry.summary, entry.retention, entry.made_at, entry.year) == (None, None, None, None)


def test_values_arrive_as_typed() -> None:
    text = "judul: 007\nkategori: berkala\njangka_waktu_simpan: 1.10\npejabat_penguasa: no\ncara_memperoleh: 12:30\n"
    entry = only(bind(text), InformationEntry)
    assert (entry.title, entry.retention, entry.holder, entry.how_to_get) == ("007", "1.10", "no", "12:30")


def test_an_unknown_key_is_told_with_the_nearest_known_one() -> None:
    finding = fault("judul: A\nkategory: berkala\nkategori: berkala\n")
    assert finding.code == "SKM001"
    assert finding.data["guess"] == "kategori"
    assert str(finding.span) == f"{PATH}:2:1"


def test_a_key_that_belongs_below_another_is_told_where() -> None:
    text = b"judul: Laporan 2025\ntahun: 2025\njumlah_permintaan: 0\n"
    (finding,) = bind_file("content/laporan/2025.yaml", text, reg.REPORTS).findings
    assert (finding.code, finding.data["under"]) == ("SKM001", "statistik")


def test_a_year_of_two_digits_is_told_with_the_whole_one() -> None:
    finding = fault("judul: A\nkategori: berkala\ntahun: 24\n")
    assert (finding.code, finding.data["guess"]) == ("SKM008", "2024")


def test_a_missing_required_key_is_told_with_its_help() -> None:
    finding = fault("judul: A\n")
    assert finding.code == "SKM002"
    assert finding.data["key"] == "kategori"
    assert finding.data["help"] == "Kategori informasi."
    assert finding.data["choices"] == "berkala, serta-merta, setiap-saat"


def test_a_wrong_choice_is_told_with_the_choices() -> None:
    finding = fault("judul: A\nkategori: tahunan\n")
    assert finding.code == "SKM003"
    assert finding.data["choices"] == "berkala, serta-merta, setiap-saat"
    assert str(finding.span) == f"{PATH}:2:11"


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("periode: Semester I", "semester 1"),
        ("periode: Triwulan III", "triwulan 3"),
        ("periode: Mart", "maret"),
        ("bentuk: [Salinan Lunak]", ""),
    ],
)
def test_a_choice_written_as_readers_see_it_is_told_with_the_word_to_type(line: str, meant: str) -> None:
    finding = fault(f"judul: A\nkategori: berkala\n{line}\n")
    assert (finding.code, finding.data["guess"]) == ("SKM003", meant)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("tanggal_diperbarui: 13-02-2022", "SKM004"),
        ("tanggal_diperbarui: 31-02-2024", "SKM005"),
        ("tanggal_diperbarui: kemarin", "SKM006"),
        ("tahun: dua ribu", "SKM007"),
        ("tahun: 1800", "SKM008"),
        ("tahun: 99999999999999999999999999999999", "SKM008"),
        ("tautan: www.contoh", "SKM009"),
        ("tempat_pembuatan: [a, b]", "SKM011"),
        ("tahun: [2024]", "SKM011"),
        ("tanggal_diperbarui: [2024-01-31]", "SKM011"),
        ("waktu_pembuatan: [Mei 2024]", "SKM011"),
        ("periode: [semester 1]", "SKM011"),
        ("bentuk: softcopy", "SKM012"),
        ("dokumen: [a]", "SKM013"),
        ("waktu_pembuatan: 31-02-2024", "SKM005"),
    ],
)
def test_each_kind_of_refusal_has_its_code(line: str, code: str) -> None:
    finding = fault(f"judul: A\nkategori: berkala\n{line}\n")
    assert finding.code == code
    assert finding.span.line == 3


def test_keys_in_the_place_of_a_list_of_keys_are_not_called_one_value() -> None:
    finding = fault("judul: A\nkategori: berkala\ndokumen:\n  judul: B\n  berkas: b.pdf\n")
    assert (finding.code, finding.data["group"]) == ("SKM012", "dokumen")


@pytest.mark.parametrize(("word", "hint"), [("softcopy", ""), ("hardcop", "hardcopy"), ("PDF", "softcopy")])
def test_a_word_in_the_place_of_a_list_is_put_in_brackets_only_where_it_is_a_choice(word: str, hint: str) -> None:
    finding = fault(f"judul: A\nkategori: berkala\nbentuk: {word}\n")
    assert (finding.code, finding.data.get("guess", "")) == ("SKM012", hint)


def test_all_faults_of_a_record_are_told_in_one_run() -> None:
    bound = bind("judul: A\nkategori: x\ntahun: y\nwarna: z\n")
    assert sorted(finding.code for finding in bound.findings) == ["SKM001", "SKM003", "SKM007"]
    assert bound.value.rejected == ("bpkad/lkpd-2024",)


def test_one_bad_record_of_a_list_does_not_take_the_others_along() -> None:
    bound = bind("- judul: A\n  kategori: berkala\n- judul: B\n- C\n", "content/informasi/bpkad.yaml")
    assert [record.id for record in bound.value.records] == ["bpkad/a"]
    assert sorted(bound.value.rejected) == ["bpkad/3", "bpkad/b"]
    assert sorted(finding.code for finding in bound.findings) == ["SKM002", "SKM023"]


def test_the_kind_decides_the_type_of_a_service() -> None:
    bound = bind("jenis: biaya\ncara_bayar: [tunai]\n", "content/layanan/biaya.yaml", reg.SERVICES)
    assert only(bound, FeeSchedule).payment == ("tunai",)
    finding = fault("jenis: iuran\n", "content/layanan/biaya.yaml", reg.SERVICES)
    assert finding.code == "SKM021"
    assert "maklumat" in finding.data["choices"]


def test_a_file_name_that_cannot_be_an_address_is_told_with_one_that_can() -> None:
    finding = fault("judul: A\nkategori: berkala\n", "content/informasi/bpkad/LKPD 2024.yaml")
    assert finding.code == "SKM015"
    assert finding.data["fixed"] == "bpkad/lkpd-2024"


@pytest.mark.parametrize("written", ["[a]", "{a: b}"])
def test_an_id_that_is_no_text_is_told_and_not_passed_over(written: str) -> None:
    finding = fault(f"judul: A\nkategori: berkala\nid: {written}\n")
    assert (finding.code, finding.span.line) == ("SKM011", 3)


def test_of_many_faults_of_one_kind_a_hundred_are_told_and_the_others_counted() -> None:
    keys = "".join(f"k{number}: x\n" for number in range(150))
    found = bind(f"judul: A\nkategori: berkala\n{keys}").findings
    assert [one.code for one in found] == ["SKM001"] * 100 + ["SUM057"]
    assert found[-1].data["count"] == "50"


def test_of_a_list_that_holds_texts_a_hundred_are_told_and_the_others_counted() -> None:
    bound = bind("- a\n" * 250, "content/informasi/bpkad.yaml")
    assert [one.code for one in bound.findings] == ["SKM023"] * 100 + ["SUM057"]
    assert len(bound.value.rejected) == 250


def test_a_long_number_is_never_repeated_whole() -> None:
    finding = fault("judul: A\nkategori: 3201011708450001\n")
    assert "3201011708450001" not in str(finding.data)
    assert finding.data["value"] == "3201••••••••••01"


def test_a_record_in_a_units_folder_belongs_to_that_unit() -> None:
    units = frozenset({"bpkad"})
    for text, unit in ((WHOLE, "bpkad"), (WHOLE + "unit: setda\n", "setda")):
        bound = bind_file(PATH, text.encode(), reg.INFORMATION, units)
        assert only(bound, InformationEntry).unit == unit
    assert only(bind(WHOLE), InformationEntry).unit is None


def test_a_sheet_that_was_kept_gives_the_same_records_and_faults() -> None:
    for text in (WHOLE, WHOLE.replace("berkala", "tahunan"), "- judul: A\n  kategori: berkala\n- judul: B\n"):
        sheet = read_sheet(PATH, text.encode(), reg.INFORMATION)
        again = unpacked(PATH, orjson.loads(orjson.dumps(packed(sheet))))
        assert again is not None
        fresh, kept = bind_sheet(sheet.value, reg.INFORMATION), bind_sheet(again, reg.INFORMATION)
        assert kept == fresh
        assert [one.origin.fingerprint for one in kept.value.records] == [
            one.origin.fingerprint for one in fresh.value.records
        ]
        assert [str(finding.span) for finding in kept.findings] == [str(finding.span) for finding in fresh.findings]


@pytest.mark.parametrize(
    "kept",
    [None, [], {}, [1], [["a"]], [["a", {}, 1]], [["a", [], "x"]], [["a", {}, "x"]], [["a", {}, "x", ["1"]]], "text"],
)
def test_what_no_run_can_have_kept_is_not_taken(kept: object) -> None:
    assert unpacked(PATH, kept) is None


def test_the_english_name_of_a_field_is_no_key() -> None:
    assert fault("judul: A\nkategori: berkala\ncategory: berkala\n").code == "SKM001"


@pytest.mark.parametrize("text", ["hanya kalimat\n", "42\n"])
def test_a_file_that_holds_no_record_is_told(text: str) -> None:
    assert fault(text).code == "SKM022"


def test_records_that_say_the_same_keys_share_the_set_of_their_names() -> None:
    texts = ("judul: A\nkategori: berkala\n", "judul: B\nkategori: setiap-saat\n", WHOLE)
    names = [only(bind(text), InformationEntry).model_fields_set for text in texts]
    assert names[0] is names[1]
    assert {"title", "category"} < names[2] != names[0]


def test_a_misspelt_key_that_must_be_there_is_one_fault() -> None:
    finding = fault("judul: A\nKategori: berkala\n")
    assert (finding.code, finding.data["guess"]) == ("SKM001", "kategori")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("penyimpanan", ""), ("simpan", "jangka_waktu_simpan"), ("jangka waktu", "jangka_waktu_simpan"), ("waktu", "")],
)
def test_a_key_written_in_short_is_known_where_only_one_can_be_meant(written: str, meant: str) -> None:
    assert fault(f"judul: A\nkategori: berkala\n{written}: 5 tahun\n").data["guess"] == meant


def test_an_english_key_is_one_fault_and_told_with_the_indonesian_one() -> None:
    (finding,) = bind("Title: A\nkategori: berkala\n").findings
    assert (finding.code, finding.data["guess"]) == ("SKM001", "judul")
    assert fault("judul: A\nkategori: berkala\ncategory: berkala\n").data["guess"] == "kategori"


def test_a_key_that_is_missing_beside_another_misspelt_one_is_told() -> None:
    assert [one.code for one in bind("Judul: A\n").findings] == ["SKM002", "SKM001"]


def test_the_list_to_write_leaves_out_the_dash_of_an_item_without_its_space() -> None:
    found = next(one for one in bind(f"{WHOLE}memenuhi:\n  -B04.a\n").findings if one.code == "SKM012")
    assert found.data["item"] == "B04.a"


@pytest.mark.parametrize("year", ["dua ribu", "20226"])
def test_a_year_that_is_none_is_told_with_the_example_of_a_year(year: str) -> None:
    assert fault(f"judul: A\nkategori: berkala\ntahun: {year}\n").data["example"] == "2025"
