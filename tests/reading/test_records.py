from collections.abc import Mapping

import pytest

from ppidgen.diagnostics import Checked
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.assembly import Records
from ppidgen.model.portal.sheet import packed, read_sheet
from ppidgen.reading.files import is_attachment, register_files, register_of
from ppidgen.reading.records import bind
from tests.model.registered import ENTRY, LIST, SOUND
from tests.source.in_memory import memory_tree


def bound(texts: Mapping[str, str | bytes], *, kept: bool = True) -> Checked[Records]:
    """Bind a tree in memory; `kept`: as from an earlier run, else read in person."""
    tree = memory_tree(texts)
    sheets = [
        (file, register, packed(read_sheet(file.path, tree.reader.read(file.path), register)) if kept else None)
        for file, register in register_files(tree)
    ]
    return bind(tree, sheets)


def told(checked: Checked[Records]) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.span)) for finding in checked.findings]


@pytest.mark.parametrize(
    ("path", "register"),
    [
        ("content/badan-publik.yaml", reg.PUBLIC_BODY),
        ("content/badan-publik.yml", reg.PUBLIC_BODY),
        ("content/toleransi.yaml", reg.WAIVERS),
        ("content/informasi/bpkad/2024/lkpd.yaml", reg.INFORMATION),
        ("content/informasi/bpkad.yaml", reg.INFORMATION),
        ("content/halaman/profil.md", reg.ARTICLES),
        ("content/badan-publik/a.yaml", None),
        ("content/informasi.yaml", None),
        ("content/informas/a.yaml", None),
        ("content/informasi/a.YAML", None),
        ("content/informasi/a.txt", None),
        ("content/berkas/a.yaml", None),
    ],
)
def test_the_place_of_a_file_decides_who_reads_it(path: str, register: reg.Register | None) -> None:
    assert register_of(path) is register


def test_documents_are_no_registers_whatever_they_are_called() -> None:
    assert is_attachment("content/berkas/informasi/a.yaml")
    assert told(bound({**SOUND, "content/berkas/informasi/a.yaml": "judul: ["})) == []


def test_a_file_that_no_register_reads_is_told() -> None:
    assert told(bound({**SOUND, "content/informas/a.yaml": "", "content/catatan.txt": "x"})) == [
        ("RUJ011", "content/catatan.txt"), ("RUJ011", "content/informas/a.yaml"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "key", "advised"),
    [
        ("content/informasi/bpkad/a.yaml.txt", "fixed", "content/informasi/bpkad/a.yaml"),
        ("content/informasi/a.YAML", "fixed", "content/informasi/a.yaml"),
        ("content/informasi/a.txt", "fixed", "content/informasi/a.yaml"),
        ("content/infomasi/bpkad/a.yaml", "moved", "content/informasi/bpkad/a.yaml"),
        ("content/Informasi/a.md", "moved", "content/informasi/a.md"),
        ("content/informasi/bpkad/Laporan.docx", "document", "content/berkas/bpkad/Laporan.docx"),
        ("content/catatan.txt", "fixed", ""),
    ],
)
def test_a_file_that_no_register_reads_is_told_where_it_would_be(path: str, key: str, advised: str) -> None:
    (finding,) = (found for found in bound({**SOUND, path: ""}).findings if found.code == "RUJ011")
    assert finding.data[key] == advised


@pytest.mark.parametrize(
    "name", ["lkpd (1)", "lkpd - Copy", "lkpd-LAPTOP-7", "lkpd_2", "lkpd (conflicted copy 2026-01-02)", "lkpd (1) (1)"]
)
def test_what_a_synced_folder_made_of_an_entry_is_told_as_its_copy(name: str) -> None:
    files = {**SOUND, "content/informasi/bpkad/lkpd.yaml": ENTRY, f"content/informasi/bpkad/{name}.yaml": ENTRY}
    (finding,) = (found for found in bound(files).findings if found.code == "SKM015")
    assert finding.data["copied"] == "content/informasi/bpkad/lkpd.yaml"


def test_a_copy_of_the_body_is_told_and_what_only_has_an_odd_name_is_none() -> None:
    files = {**SOUND, "content/badan-publik (1).yaml": "", "content/informasi/bpkad/Aset tetap.yaml": ENTRY}
    told_as = {found.code: found.data["copied"] for found in bound(files).findings if "copied" in found.data}
    assert told_as == {"RUJ011": "content/badan-publik.yaml", "SKM015": ""}


def test_what_stands_on_a_mended_line_is_told_once() -> None:
    entry = "judul: A\nkategori = berkala\ntahun; 2024\n"
    assert told(bound({**SOUND, LIST: entry})) == [("SUM033", f"{LIST}:2:1"), ("SUM033", f"{LIST}:3:1")]
    assert told(bound({**SOUND, LIST: "judul: A\nkategori: @berkala\n"})) == [("SUM015", f"{LIST}:2:11")]


def test_an_entry_in_a_folder_named_after_a_unit_belongs_to_it() -> None:
    records = bound(SOUND).value.by_register["informasi"]
    assert [getattr(record, "unit", None) for record in records] == ["bpkad"]


def test_the_folder_of_a_unit_that_cannot_be_read_is_no_unit() -> None:
    checked = bound({**SOUND, "content/unit/bpkad.yaml": "nama: A\nwarna: b\n"})
    assert [getattr(record, "unit", None) for record in checked.value.by_register["informasi"]] == [None]
    assert checked.value.rejected["unit"] == {"bpkad"}


@pytest.mark.parametrize("text", [ENTRY, ENTRY + "x: y\n", "judul: a: b\n", "- judul: A\n- B\n", "[", "", b"\xff\0"])
def test_a_sheet_that_was_kept_and_one_read_in_person_are_the_same(text: str | bytes) -> None:
    texts = {**SOUND, LIST: text}
    assert bound(texts) == bound(texts, kept=False)


@pytest.mark.parametrize("text", ["", "\n\n", "# judul: A\n", "---\n", "~\n", "null\n", "---\n...\n"])
@pytest.mark.parametrize("path", [LIST, "content/badan-publik.yaml", "content/situs.yaml"])
def test_a_file_without_a_single_field_is_told(path: str, text: str) -> None:
    assert told(bound({**SOUND, path: text})) == [("SKM024", f"{path}:1:1")]


def test_a_file_of_waivers_may_wait_for_its_first() -> None:
    assert told(bound({**SOUND, "content/toleransi.yaml": "# belum ada\n"})) == []
    assert told(bound({**SOUND, "content/toleransi.yaml": "[]\n"})) == []


def test_front_matter_without_a_field_is_told() -> None:
    assert told(bound({**SOUND, "content/berita/a.md": "---\n---\nIsi.\n"})) == [("SKM024", "content/berita/a.md:1:1")]
