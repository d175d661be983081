from dataclasses import fields

from hypothesis import given, settings
from hypothesis import strategies as st

from ppidgen.diagnostics import Checked
from ppidgen.model.portal.assembly import NAMELESS, assemble
from ppidgen.model.portal.whole import Portal
from tests.model.registered import BODY, ENTRY, LIST, SOUND, only, portal_of, records_of, told


def test_a_sound_portal_is_joined_without_a_word() -> None:
    checked = portal_of({})
    assert told(checked) == []
    portal = checked.value
    assert portal.body.name == "Pemerintah Kabupaten Contoh"
    assert portal.information_by_id["bpkad/lkpd-2024"].title == "Laporan Keuangan 2024"
    assert portal.unit_name("bpkad") == "Badan Keuangan"


def test_records_are_sorted_by_id_whatever_their_files_are_called() -> None:
    texts = {"content/informasi/z.yaml": ENTRY + "id: aa\n", "content/informasi/a.yaml": ENTRY + "id: zz\n", LIST: ""}
    assert [entry.id for entry in portal_of(texts).value.information] == ["aa", "zz"]


def test_of_two_files_with_one_id_the_second_is_named_unless_it_is_a_list() -> None:
    copy = LIST.replace(".yaml", ".yml")
    assert only(portal_of({copy: ENTRY}), "RUJ005").data["file"] == copy
    body = "content/badan-publik.yml"
    finding = only(portal_of({body: "nama: A\njenis: eksekutif\ntingkat: desa\n"}), "RUJ005")
    assert (finding.data.get("file"), finding.data["only"]) == (None, body)


def test_an_id_used_twice_is_told_at_the_second_with_the_place_of_the_first() -> None:
    texts = {"content/informasi/bpkad.yaml": "- judul: Rekap\n  kategori: berkala\n  id: lkpd-2024\n"}
    finding = only(portal_of(texts), "RUJ005")
    assert str(finding.span) == "content/informasi/bpkad.yaml:1:3"
    assert finding.data == {"id": "bpkad/lkpd-2024", "other": f"{LIST}:1:1"}
    assert [(str(one.span), one.role) for one in finding.related] == [(f"{LIST}:1:1", "first")]
    assert [entry.title for entry in portal_of(texts).value.information] == ["Laporan Keuangan 2024"]


def test_three_of_the_same_id_are_two_faults() -> None:
    texts = {"content/informasi/bpkad.yaml": "- judul: A\n  kategori: berkala\n" * 3}
    assert told(portal_of(texts)) == [
        ("RUJ005", "content/informasi/bpkad.yaml:3:3"),
        ("RUJ005", "content/informasi/bpkad.yaml:5:3"),
    ]


def test_the_same_id_in_two_registers_is_no_fault() -> None:
    texts = {"content/berita/bpkad/lkpd-2024.yaml": "judul: A\ntanggal: 2024-01-31\n"}
    assert told(portal_of(texts)) == []


def test_a_portal_without_its_body_is_told_and_still_has_one() -> None:
    checked = portal_of({"content/badan-publik.yaml": ""})
    assert str(only(checked, "RUJ009").span) == "content/badan-publik.yaml"
    assert checked.value.body.name == NAMELESS


def test_a_portal_without_its_settings_is_told_and_takes_its_title_from_the_body() -> None:
    checked = portal_of({"content/situs.yaml": ""})
    assert str(only(checked, "RUJ010").span) == "content/situs.yaml"
    assert checked.value.site.title == "PPID Pemerintah Kabupaten Contoh"


def test_a_body_that_cannot_be_read_is_not_missing_as_well() -> None:
    checked = portal_of({"content/badan-publik.yaml": "nama: A\njenis: x\ntingkat: desa\n", "content/situs.yaml": "x"})
    assert told(checked) == [("SKM003", "content/badan-publik.yaml:2:8"), ("SKM022", "content/situs.yaml:1:1")]


def test_ids_that_could_not_be_read_are_kept() -> None:
    checked = portal_of({LIST: "judul: A\n"})
    assert checked.value.rejected["informasi"] == {"bpkad/lkpd-2024"}
    assert checked.value.information == ()


MANY = {
    **SOUND,
    "content/unit/setda.yaml": "nama: Sekretariat Daerah\ninduk: bpkd\n",
    "content/unit/dinas.yaml": "nama: Dinas\ninduk: dinas\n",
    "content/informasi/a.yaml": "- judul: A\n  kategori: berkala\n  unit: setda\n- judul: A\n  kategori: berkala\n",
    "content/informasi/b.yaml": "judul: B\nkategori: berkala\nmemenuhi: [B04.z]\ndokumen: [{judul: B, berkas: b}]\n",
    "content/dikecualikan/c.yaml": "judul: C\nberkas_ditahan:\n  - nama: b\n",
    "content/perkara/1.yaml": "jenis: permohonan\nditerima: 2024-01-31\ndijawab_dengan: tiada\n",
    "content/berita/d.yaml": "judul: D\n",
}


def joined(order: list[tuple[str, str]]) -> Checked[Portal]:
    records = records_of(order)
    portal = assemble(records.value, frozenset({"x/b"}), {}, frozenset({"B04.a"}))
    return Checked(portal.value, tuple(sorted((*records.findings, *portal.findings), key=lambda one: one.sort_key)))


@settings(max_examples=40)
@given(st.permutations(list(MANY.items())))
def test_the_order_of_files_changes_nothing(order: list[tuple[str, str]]) -> None:
    expected, found = joined(list(MANY.items())), joined(order)
    assert found.findings == expected.findings
    for one in fields(Portal):
        assert getattr(found.value, one.name) == getattr(expected.value, one.name)


def test_the_many_are_at_fault_in_every_way() -> None:
    """Hold the portal that is shuffled to what it is for."""
    codes = {code for code, _ in told(joined(list(MANY.items())))}
    assert codes == {"RUJ001", "RUJ002", "RUJ005", "RUJ006", "RUJ007", "RUJ008", "RUJ013", "SKM002"}


def test_two_bodies_in_one_portal_are_one_too_many() -> None:
    finding = only(portal_of({"content/badan-publik.yml": BODY}), "RUJ005")
    assert finding.span.path == "content/badan-publik.yml"
