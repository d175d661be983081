"""Portals that are broken in one way each: told with their places, never published, and what was published stays."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.pace import within
from tests.portals.laying import ENTRY, ENTRY_TEXT, Content, build, check, contents, lay, ppidgen

pytestmark = pytest.mark.slow  # whole portals, one after the other

BODY = "content/badan-publik.yaml"
SITE = "content/situs.yaml"
UNIT = "content/unit/bpkad.yaml"
FOLDER = "content/informasi/bpkad"
NEWS = "content/berita/kabar.md"
HEAD = "---\njudul: A\ntanggal: 2024-01-31\n---\n"
NINES = "9" * 5_000


class Case(NamedTuple):
    """What is laid over a sound portal, and the errors that it must yield: code and place."""

    files: Mapping[str, Content]
    errors: list[tuple[str, str]]


def names(*paths: str) -> str:
    return ENTRY_TEXT + "dokumen:\n" + "".join(f"  - judul: A\n    berkas: '{path}'\n" for path in paths)


def gone(path: Path) -> None:
    path.unlink()


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def link_to(target: str) -> Content:
    return lambda path: path.symlink_to(target)


BROKEN: Mapping[str, Case] = {
    "a merge conflict left in a file": Case(
        {ENTRY: "judul: A\n<<<<<<< HEAD\nkategori: berkala\n=======\nkategori: serta-merta\n>>>>>>> cabang\n"},
        [("SUM007", f"{ENTRY}:2")],
    ),
    "files that no register reads": Case(
        {"content/informas/x.yaml": "judul: A\n", "content/informasi.txt": "x"},
        [("RUJ011", "content/informas/x.yaml"), ("RUJ011", "content/informasi.txt")],
    ),
    "no public body": Case({BODY: gone}, [("RUJ009", BODY)]),
    "an empty public body": Case({BODY: "# nama: A\n"}, [("SKM024", f"{BODY}:1")]),
    "body and site both ruined": Case(
        {BODY: "nama: [\njenis: eksekutif\ntingkat: desa\n", SITE: 'judul: "a\n'},
        [("SUM014", f"{SITE}:1"), ("SUM016", f"{BODY}:1")],
    ),
    "a folder in the place of the body": Case({BODY: folder_instead}, [("RUJ009", BODY)]),
    "bytes that are no text": Case(
        {ENTRY: b"judul: \xff\xfe\xfa\xc3\x28 d\xc3\xa9sa\nkategori: berkala\n"}, [("SUM003", f"{ENTRY}:1")]
    ),
    "a NUL": Case({ENTRY: b"judul: a\0b\nkategori: berkala\n"}, [("SUM004", f"{ENTRY}:1")]),
    "UTF-16": Case({ENTRY: ENTRY_TEXT.encode("utf-16")}, [("SUM001", f"{ENTRY}:1")]),
    "200 kB of brackets": Case({ENTRY: "[" * 200_000}, [("SUM026", f"{ENTRY}:1")]),
    "10,000 levels": Case({ENTRY: "a: " + "[" * 10_000 + "]" * 10_000}, [("SUM026", f"{ENTRY}:1")]),
    "levels of mappings": Case({ENTRY: "".join(f"{' ' * i}a:\n" for i in range(1_300))}, [("SUM026", f"{ENTRY}:21")]),
    "aliases": Case(
        {ENTRY: ENTRY_TEXT + "ringkasan_isi: &a x\npejabat_penguasa: *a\n"},
        [("SUM020", f"{ENTRY}:3"), ("SUM020", f"{ENTRY}:4")],
    ),
    "a file of 2 MB": Case({ENTRY: ENTRY_TEXT + "#" * 2_000_000}, [("SUM028", ENTRY)]),
    "days and years of 5,000 digits": Case(
        {ENTRY: ENTRY_TEXT + f"tanggal_terbit: {NINES}-01-01\ntanggal_diperbarui: 31-12-{NINES}\ntahun: {NINES}\n"},
        [("SKM006", f"{ENTRY}:3"), ("SKM006", f"{ENTRY}:4"), ("SKM007", f"{ENTRY}:5")],
    ),
    "files outside the portal": Case(
        {ENTRY: names("../../etc/passwd", "/etc/passwd", "C:\\Data\\x.pdf", "file:///etc/passwd", "a/../../b", "~/x")},
        [("RUJ003", f"{ENTRY}:{line}") for line in (11, 13, 15, 5, 7, 9)],
    ),
    "a link as a register": Case({f"{FOLDER}/x.yaml": link_to("/etc/passwd")}, [("SUM050", f"{FOLDER}/x.yaml")]),
    "a link as a folder": Case({"content/berita": link_to("/etc")}, [("SUM050", "content/berita")]),
    "a link as a document": Case(
        {"content/berkas/x.pdf": link_to("/etc/passwd"), ENTRY: names("x.pdf")},
        [("RUJ002", f"{ENTRY}:5"), ("SUM050", "content/berkas/x.pdf")],
    ),
    "pipes as register and document": Case(
        {f"{FOLDER}/x.yaml": os.mkfifo, "content/berkas/x.pdf": os.mkfifo, ENTRY: names("x.pdf")},
        [("RUJ002", f"{ENTRY}:5"), ("SUM051", "content/berkas/x.pdf"), ("SUM051", f"{FOLDER}/x.yaml")],
    ),
    "two names that differ in case": Case(
        {"content/berkas/A.csv": "a,b\n", "content/berkas/a.csv": "a,b\n"}, [("SUM052", "content/berkas/a.csv")]
    ),
    "a picture called PDF": Case(
        {"content/berkas/x.pdf": b"\x89PNG\r\n\x1a\n" + bytes(50), ENTRY: names("x.pdf")}, [("DOK002", f"{ENTRY}:5")]
    ),
    "a web page as a document": Case(
        {"content/berkas/x.html": "<script>alert(1)</script>", ENTRY: names("x.html")}, [("DOK008", f"{ENTRY}:5")]
    ),
    "a web page called PDF": Case(
        {"content/berkas/x.pdf": "<html><script>alert(1)</script>", ENTRY: names("x.pdf")}, [("DOK008", f"{ENTRY}:5")]
    ),
    "a drawing with a script": Case(
        {"content/berkas/x.svg": "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", ENTRY: names("x.svg")},
        [("DOK008", f"{ENTRY}:5")],
    ),
    "two documents under one plain name": Case(
        {"content/berkas/Lampiran 2.csv": "a,b\n", "content/berkas/lampiran-2.csv": "c,d\n",
         ENTRY: names("Lampiran 2.csv", "lampiran-2.csv")},
        [("SIT001", f"{ENTRY}:7")],
    ),
    "a document without a name that an address could have": Case(
        {"content/berkas/文档.csv": "a,b\n", ENTRY: names("文档.csv")}, [("SIT002", f"{ENTRY}:5")]
    ),
    "ids equal in lower case": Case(
        {f"{FOLDER}.yaml": "- {judul: A, kategori: berkala, id: Apbd}\n- {judul: B, kategori: berkala, id: apbd}\n"},
        [("RUJ005", f"{FOLDER}.yaml:2"), ("SKM015", f"{FOLDER}.yaml:1")],
    ),
    "an id that leads out": Case(
        {ENTRY: ENTRY_TEXT + "id: ../x\n"}, [("SIT002", f"{ENTRY}:3"), ("SKM015", f"{ENTRY}:3")]
    ),
    "an id too long for any disk": Case({ENTRY: ENTRY_TEXT + f"id: {'a' * 300}\n"}, [("SIT002", f"{ENTRY}:3")]),
    "old addresses that lead out": Case(
        {ENTRY: ENTRY_TEXT + "alamat_lama: [../../x, 'a b']\n"}, [("SIT002", f"{ENTRY}:3"), ("SIT002", f"{ENTRY}:3")]
    ),
    "Markdown without fields": Case({NEWS: "Hanya teks.\n"}, [("SUM034", f"{NEWS}:1")]),
    "Markdown with one fence": Case({NEWS: HEAD[:-4] + "\nIsi.\n"}, [("SUM037", f"{NEWS}:1")]),
    "quotations in 5,000 levels": Case({NEWS: HEAD + ">" * 5_000 + " x\n"}, [("SIT013", f"{NEWS}:5")]),
    "an error that a waiver would quiet": Case(
        {"content/toleransi.yaml": f"- kode: SKM003\n  tempat: {ENTRY}\n  alasan: x\n  hingga: 2027-01-01\n",
         ENTRY: "judul: A\nkategori: x\n"},
        [("SKM003", f"{ENTRY}:2"), ("TLR003", "content/toleransi.yaml:1")],
    ),
    "a unit that is its own parent": Case({UNIT: "nama: A\ninduk: bpkad\n"}, [("RUJ008", f"{UNIT}:2")]),
    "an address that no page can begin with": Case(
        {SITE: "judul: A\nalamat: https://ppid.contoh.go.id/?a=b#c\n"}, [("SKM009", f"{SITE}:2")]
    ),
    "an address with a step upward": Case(
        {SITE: "judul: A\nalamat: https://contoh.go.id/ppid/../x\n"}, [("SKM009", f"{SITE}:2")]
    ),
    "a file name with a line break": Case(
        {f"{FOLDER}/a\n::error::b.yaml": ENTRY_TEXT}, [("SUM053", f"{FOLDER}/a\ufffd::error::b.yaml")]
    ),
    "folders in 40 levels": Case(
        {"content/informasi/" + "a/" * 40 + "x.yaml": ENTRY_TEXT}, [("SUM056", "content/informasi" + "/a" * 20)]
    ),
    "half a letter": Case({ENTRY: 'judul: "\\ud800"\nkategori: berkala\n'}, [("SUM030", f"{ENTRY}:1")]),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_portal_is_told_and_what_was_published_stays(portal: Path, name: str) -> None:
    lay(portal, BROKEN[name].files)
    before = contents(portal / "site")
    told = check(portal)
    assert (told.code, told.err) == (1, "")
    assert told.errors == BROKEN[name].errors
    told = build(portal)
    assert told.code == 1
    assert "Tidak ada yang diterbitkan" in told.err
    assert contents(portal / "site") == before


def test_a_broken_portal_is_not_published_for_the_first_time_either(tmp_path: Path) -> None:
    portal = lay(tmp_path, {ENTRY: "judul: A\n"})
    assert build(portal).code == 1
    assert not (portal / "site").exists()


def test_all_faults_of_all_files_are_told_in_one_run(portal: Path) -> None:
    several = [BROKEN[name] for name in ("a merge conflict left in a file", "files that no register reads",
                                         "an empty public body", "Markdown without fields",
                                         "a unit that is its own parent")]  # fmt: skip
    for case in several:
        lay(portal, case.files)
    assert check(portal).errors == sorted(error for case in several for error in case.errors)


SEEDS = (
    ("katagori: berkala", "SKM001"), ("kategori: tahunan", "SKM003"), ("tanggal_terbit: 31-01-2024", "SKM004"),
    ("tanggal_terbit: 2024-02-30", "SKM005"), ("tanggal_terbit: kemarin", "SKM006"), ("tahun: dua ribu", "SKM007"),
    ("tahun: 20245", "SKM008"), ("tautan: contoh", "SKM009"), ("bentuk: {a: b}", "SKM012"), ("dokumen: [a]", "SKM013"),
    (f"unit: {'u' * 1_001}", "SKM014"), ("judul: [A]", "SKM011"), ("unit: dinas", "RUJ001"), ("judul: A", "SUM012"),
    ("ringkasan_isi: a: b", "SUM008"), ("ringkasan_isi: *a", "SUM020"),
    ("dokumen: [{judul: A, berkas: x.pdf}]", "RUJ002"),
)  # fmt: skip


def test_a_hundred_seeded_mistakes_are_told_in_one_run_each_at_its_line_and_column(portal: Path) -> None:
    seeded = [(f"{FOLDER}/e{at}.yaml", *SEEDS[at % len(SEEDS)], 1 + at % 3) for at in range(102)]
    for path, mistake, _, line in seeded:
        key = mistake.partition(":")[0]
        sound = [one for one in (*ENTRY_TEXT.splitlines(), "jangka_waktu_simpan: 5 tahun") if not one.startswith(key)]
        sound += ["tempat_pembuatan: Contoh", "penanggung_jawab: A"]
        lines = ["judul: B"] * (mistake == "judul: A") + sound
        lay(portal, {path: "\n".join([*lines[:line], mistake, *lines[line:]]) + "\n"})
    told = check(portal)
    assert all(one["column"] for one in told.findings if one["severity"] == "galat")
    assert told.errors == sorted((code, f"{path}:{line + 1}") for path, _, code, line in seeded)


def test_an_empty_content_folder_is_a_portal_that_lacks_its_body(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert check(tmp_path).errors == [("RUJ009", BODY)]
    assert build(tmp_path).code == 1


def test_content_that_is_a_link_is_never_entered(tmp_path: Path) -> None:
    (tmp_path / "content").symlink_to("/etc")
    assert check(tmp_path).errors == [("RUJ009", BODY), ("SUM050", "content")]


@pytest.mark.parametrize("verb", ["check", "build"])
def test_a_folder_without_content_is_a_wrong_call(tmp_path: Path, verb: str) -> None:
    told = ppidgen(verb, tmp_path)
    assert told.code == 2
    assert "tidak ada folder content/ di dalamnya" in told.err
    assert list(tmp_path.iterdir()) == []


def test_names_that_differ_in_case_are_one_fault_of_three_views(portal: Path) -> None:
    """The name is refused, it cannot be an id, and its nearest id is taken: each has its own way out."""
    lay(portal, {f"{FOLDER}/LKPD-2024.yaml": ENTRY_TEXT})
    assert [code for code, _ in check(portal).errors] == ["RUJ005", "SKM015", "SUM052"]


def test_a_link_that_a_text_makes_out_of_a_script_is_told(portal: Path) -> None:
    text = "[x](javascript:alert(1)) ![x](https://lain.example/x.png) [y](../../../../etc/passwd)\n"
    lay(portal, {NEWS: HEAD + text})
    assert check(portal).errors == [("SIT003", f"{NEWS}:5"), ("SIT011", f"{NEWS}:5"), ("SIT012", f"{NEWS}:5")]


def test_three_hundred_records_in_one_file_are_three_hundred_pages(portal: Path) -> None:
    lay(portal, {f"{FOLDER}.yaml": "".join(f"- judul: Berita Acara {i}\n  kategori: berkala\n" for i in range(300))})
    assert build(portal).code == 0
    assert len(list((portal / "site/informasi/bpkad").glob("berita-acara-*/index.html"))) == 300


def test_a_unit_that_does_not_exist_is_told_once_and_a_draft_can_be_seen(portal: Path) -> None:
    lay(portal, {ENTRY: ENTRY_TEXT + "unit: Dinas Keuangan\n"})
    assert check(portal).errors == [("RUJ001", f"{ENTRY}:3")]
    assert build(portal, "--draft").code == 1
    assert (portal / "site/informasi/bpkad/lkpd-2024/index.html").is_file()
    assert not any("Dinas" in path for path in contents(portal / "site"))


SLOW_TO_READ = {
    "brackets": "[" * 190_000,
    "pictures": "![" * 90_000,
    "links": "[a](" * 45_000,
    "stars": "*a " * 60_000,
    "lists": "".join(" " * one + "- a\n" for one in range(600)),
    "quotes": "`" * 190_000,
    "tables": "|" * 90_000 + "\n" + "|-" * 45_000,
    "angles": "<" * 190_000,
}


@pytest.mark.parametrize("name", SLOW_TO_READ)
def test_a_text_made_to_take_long_is_dealt_with_in_two_seconds(portal: Path, name: str) -> None:
    lay(portal, {NEWS: HEAD + SLOW_TO_READ[name] + "\n"})
    with within(2.0):
        told = check(portal)
    assert {(told.code, told.err)} <= {(0, ""), (1, "")}


def test_two_thousand_faults_in_one_record_are_told_in_two_seconds(portal: Path) -> None:
    head = "nama: A\ntahun: 2026\nunit: bpkad\nmetode: tender\ndokumen:\n"
    item = "  - kode: B0-03\n    judul: A\n    status: nihil\n    alasan: B\n"
    lay(portal, {"content/pengadaan/2026/a.yaml": head + item * 2_000})
    with within(2.0):
        told = check(portal)
    assert {code for code, _ in told.errors} >= {"RUJ006"}
