"""One secret planted wherever somebody might put one, and looked for in everything that is published or said."""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pikepdf
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ppidgen import pipeline
from ppidgen.diagnostics.shown import MASK
from tests.portals.laying import DAY, Content, Told, lay, ppidgen
from tests.rules.examples import sound_files
from tests.site.decoding import found_in, texts

pytestmark = pytest.mark.slow  # whole portals, one after the other

SECRET = "sandiperakkelabu"  # noqa: S105 -- a word to look for, no password
OPEN = "kataterbukabiru"
ENTRY = "content/informasi/contoh/laporan.yaml"
EXEMPT = "content/dikecualikan/contoh/rekam.yaml"

ENTRY_TEXT = f"""\
judul: Laporan {OPEN} 2024
ringkasan_isi: Neraca dan realisasi {OPEN}.
kategori: berkala
penanggung_jawab: Badan Keuangan
waktu_pembuatan: Maret 2025
bentuk: [softcopy]
jangka_waktu_simpan: 10 tahun
tahun: 2024
"""
EXEMPT_TEXT = f"""\
judul: Rekam medis pegawai {OPEN}
uraian: Catatan pemeriksaan kesehatan {OPEN}.
dasar:
  - huruf: 17h
sifat: seluruh
"""

# Ten places and some, each with what makes it: none of them is for the public.
HIDDEN: Mapping[str, Mapping[str, Content]] = {
    "comment of a register": {ENTRY: ENTRY_TEXT + f"# {SECRET}\n"},
    "source of an entry": {ENTRY: ENTRY_TEXT + f"sumber: dip {SECRET}.xlsx\nperlu_diperiksa: [{SECRET}]\n"},
    "testers": {EXEMPT: EXEMPT_TEXT + f"uji:\n  nomor: 1/2025\n  penguji: [{{nama: {SECRET}, jabatan: {SECRET}}}]\n"},
    "name of a withheld file": {EXEMPT: EXEMPT_TEXT + f"berkas_ditahan:\n  - nama: {SECRET}.pdf\n    ukuran: 7\n"},
    "source of an exemption": {EXEMPT: EXEMPT_TEXT + f"sumber: {SECRET}\nperlu_diperiksa: [{SECRET}]\n"},
    "reason of a waiver": {
        "content/toleransi.yaml": f"- kode: DIP012\n  tempat: {ENTRY}\n  alasan: {SECRET}\n  hingga: 2030-01-01\n"
    },
    "reason of a permit": {
        "content/izin-data-pribadi.yaml": f"- berkas: {ENTRY}\n  jenis: nik\n  terlihat: 3211\u202201\n"
        f"  alasan: {SECRET}\n  hingga: 2030-01-01\n"
    },
    "file that nobody names": {"content/berkas/contoh/draf.txt": f"{SECRET}\n"},
    "name of a file that nobody names": {f"content/berkas/contoh/{SECRET}.txt": "draf\n"},
    "internal notes of a case": {
        "content/perkara/2026/p-1.yaml": "jenis: permohonan\nditerima: 2026-01-05\n"
        f"penanggung_jawab: {SECRET}\nlangkah_berikut: {SECRET}\nkelompok_subjek: {SECRET}\n"
    },
    "litter of an editor": {f"content/informasi/contoh/.{SECRET}.yaml.swp": SECRET, f"content/.{SECRET}": SECRET},
    "folder outside of the content": {f"kerja/{SECRET}.yaml": f"judul: {SECRET}\n"},
}


def portal(folder: Path, *planted: Mapping[str, Content]) -> Path:
    """Lay out the sound portal with an entry, an exemption, and whatever is planted."""
    lay(folder, {**sound_files(), ENTRY: ENTRY_TEXT, EXEMPT: EXEMPT_TEXT})
    for files in planted:
        lay(folder, files)
    return folder


def built(folder: Path, *more: str) -> Told:
    return ppidgen("build", folder, "--out", folder / "site", "--as-of", DAY, *more)


def says(told: Told, word: str) -> bool:
    return word in told.out.casefold() or word in told.err.casefold()


@pytest.mark.parametrize("place", HIDDEN)
def test_what_is_not_public_is_nowhere_in_the_site(tmp_path: Path, place: str) -> None:
    told = built(portal(tmp_path, HIDDEN[place]), "--no-search")
    assert told.code == 0, told.err
    assert found_in(tmp_path / "site", SECRET) == []
    assert len(found_in(tmp_path / "site", OPEN)) >= 5


@pytest.mark.parametrize("place", HIDDEN)
def test_what_pages_are_given_does_not_hold_it(tmp_path: Path, place: str) -> None:
    options = pipeline.Options(date.fromisoformat(DAY), processes=1)
    study = pipeline.read(portal(tmp_path, HIDDEN[place]), options)
    assert OPEN in repr(study.public)
    assert SECRET not in repr(study.public)


# A document that says an open word, and a number that its person let stand in it and nowhere else.
NIK = "3211011212850001"
INSIDE = "katadalamdokumen"
PERMITS = "content/izin-data-pribadi.yaml"
OPENED = "content/berkas/contoh/terbuka.csv"
OPEN_DOCUMENT: Mapping[str, Content] = {
    OPENED: f"uraian,nilai\n{INSIDE},1\nNIK penerima,{NIK}\n",
    PERMITS: str(HIDDEN["reason of a permit"][PERMITS]) + f"- berkas: {OPENED}\n  jenis: nik\n"
    f"  terlihat: 3211{MASK * 10}01\n  alasan: {SECRET}\n  persetujuan_tertulis: 1/2026\n  hingga: 2030-01-01\n",
}


def test_one_secret_in_every_place_is_found_nowhere_and_what_is_public_everywhere(tmp_path: Path) -> None:
    told = built(portal(tmp_path, *HIDDEN.values(), joined(), OPEN_DOCUMENT))
    assert told.code == 0, told.out + told.err
    site = tmp_path / "site"
    assert found_in(site, SECRET) == []
    shown = found_in(site, OPEN)
    for container in (".html", ".json", ".csv", ".xlsx", ".pf_fragment"):
        assert [path for path in shown if path.endswith(container)], container
    assert {path.rpartition(".")[2] for path in found_in(site, INSIDE)} == {"csv", "pf_fragment", "pf_index"}
    assert found_in(site, NIK) == ["berkas/contoh/terbuka.csv"]
    assert found_in(tmp_path / ".ppidgen/search", NIK) == []


def test_what_goes_out_beside_the_site_holds_no_secret_either(tmp_path: Path) -> None:
    folder, out = portal(tmp_path / "portal", *HIDDEN.values(), joined(), OPEN_DOCUMENT), tmp_path / "keluar"
    out.mkdir()
    dated = ("--as-of", DAY)
    orders: tuple[tuple[object, ...], ...] = (
        ("bundle", folder, "--out", out / "portal.zip", *dated),
        ("evidence", folder, "--out", out / "paket", "--no-screenshots", *dated),
        ("export", folder, "--out", out / "tabel"),
        ("document", "dik", "--dir", folder, "--out", out / "dik.pdf", *dated),
        ("document", "lembar-uji", "contoh/rekam", "--dir", folder, "--out", out / "uji.docx", "--format", "docx"),
        ("report", "2024", folder, "--format", "docx", "--out", out / "laporan.docx", *dated),
    )
    for order in orders:
        told = ppidgen(*order)
        assert told.code == 0, told.out + told.err
    assert found_in(out, SECRET) == ["uji.docx"]  # a test sheet holds the names of its testers
    assert {path.rpartition(".")[2] for path in found_in(out, OPEN)} >= {"zip", "xlsx", "csv", "pdf"}
    assert found_in(out, NIK) == ["portal.zip"]


def joined() -> dict[str, Content]:
    """Give one entry and one exemption with all their hidden places filled at once, and a document with the entry."""
    both = {ENTRY: ENTRY_TEXT, EXEMPT: EXEMPT_TEXT}
    for files in HIDDEN.values():
        for path in both.keys() & files.keys():
            both[path] += str(files[path]).removeprefix(ENTRY_TEXT if path == ENTRY else EXEMPT_TEXT)
    both[ENTRY] += "dokumen: [{judul: Daftar, berkas: contoh/terbuka.csv}]\n"
    both[EXEMPT] = both[EXEMPT].replace(f"sumber: {SECRET}\nperlu_diperiksa: [{SECRET}]\n", "", 1)
    return dict(both)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    places=st.sets(st.sampled_from(sorted(HIDDEN)), min_size=1), word=st.from_regex(r"[qxz][a-z]{11}", fullmatch=True)
)
def test_any_word_in_any_of_these_places_stays_there(
    tmp_path_factory: pytest.TempPathFactory, places: set[str], word: str
) -> None:
    folder = tmp_path_factory.mktemp("portal")
    planted = [
        {path.replace(SECRET, word): str(text).replace(SECRET, word) for path, text in HIDDEN[place].items()}
        for place in sorted(places)
    ]
    told = built(portal(folder, *planted), "--no-search")
    assert told.code == 0, told.err
    assert found_in(folder / "site", word) == []


# A withheld file, and every disguise in which it may come back.
PAPER = "Hasil pemeriksaan kesehatan: " + f"{SECRET} " * 20
DIGEST = hashlib.sha256(PAPER.encode()).hexdigest()
BY_DIGEST = EXEMPT_TEXT + f"berkas_ditahan:\n  - sha256: {DIGEST}\n    ukuran: {len(PAPER)}\n"
BY_NAME = EXEMPT_TEXT + "berkas_ditahan:\n  - nama: Rekam Medis.txt\n"


def zipped(name: str, content: bytes = PAPER.encode()) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return held.getvalue()


def attached() -> bytes:
    held = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.attachments["lampiran.txt"] = pikepdf.AttachedFileSpec(document, PAPER.encode())
        document.save(held)
    return held.getvalue()


def embedded() -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        book.add_worksheet().write(0, 0, "a")
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("xl/media/gambar.bin", PAPER)
    return held.getvalue()


DISGUISES: Mapping[str, tuple[str, str, Content]] = {
    "as it is": (BY_DIGEST, "content/berkas/contoh/lain.txt", PAPER),
    "under its name": (BY_NAME, "content/berkas/contoh/Rekam Medis.txt", "lain"),
    "under its name in capitals": (BY_NAME, "content/berkas/contoh/REKAM-MEDIS.TXT", "lain"),
    "under its name in wide letters": (BY_NAME, "content/berkas/contoh/\uff32ekam_medis.txt", "lain"),
    "in a folder of another register": (BY_DIGEST, "content/berita/lain.txt", PAPER),
    "as a page": (BY_DIGEST, "content/halaman/lain.md", PAPER),
    "in an archive": (BY_DIGEST, "content/berkas/contoh/arsip.zip", zipped("lain.txt")),
    "in an archive by its name": (BY_NAME, "content/berkas/contoh/arsip.zip", zipped("a/rekam medis.txt", b"x")),
    "in an archive in an archive": (BY_DIGEST, "content/berkas/contoh/arsip.zip", zipped("b.zip", zipped("c.txt"))),
    "in a workbook": (BY_DIGEST, "content/berkas/contoh/buku.xlsx", embedded()),
    "attached to a PDF": (BY_DIGEST, "content/berkas/contoh/surat.pdf", attached()),
}  # fmt: skip


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("draft", [(), ("--draft",)], ids=["build", "draft"])
def test_a_withheld_file_stops_the_portal_in_every_disguise(
    tmp_path: Path, disguise: str, draft: tuple[str, ...]
) -> None:
    exempt, path, content = DISGUISES[disguise]
    told = built(portal(tmp_path, {EXEMPT: exempt, path: content}), "--no-search", *draft)
    assert told.code == 1
    assert "DIK091" in told.out + told.err
    assert not (tmp_path / "site").exists()
    assert not says(told, SECRET)
    assert [text for text in cached(tmp_path) if SECRET in text] == []


BESIDE: Mapping[str, Content] = {
    "cadangan.zip": zipped("lain.txt"),
    "catatan.txt": PAPER,
    "content/informasi/contoh/.laporan.yaml.swp": PAPER,
    "kerja/lama/REKAM_MEDIS.txt": "lain",
    "themes/baku/aset/gambar.bin": PAPER,
}


@pytest.mark.parametrize("folder", ["", "portal"], ids=["portal", "portal within a repository"])
def test_copies_of_a_withheld_file_are_seen_in_the_whole_repository(tmp_path: Path, folder: str) -> None:
    root = portal(tmp_path / folder, {EXEMPT: f"{BY_DIGEST}  - nama: Rekam Medis.txt\n"})
    for path, content in BESIDE.items():
        lay(root if path.startswith("content") else tmp_path, {path: content})
    (tmp_path / ".git").mkdir()
    told = ppidgen("check", root, "--as-of", DAY)
    assert told.code == 1
    expected = {f"../{path}" if folder and not path.startswith("content") else path for path in BESIDE}
    assert {line.split()[0] for line in told.out.splitlines() if line.endswith("galat DIK091")} == expected
    assert not says(told, SECRET)
    assert [text for text in cached(root) if SECRET in text] == []


def test_the_history_of_git_and_what_is_not_withheld_beside_the_content_are_let_be(tmp_path: Path) -> None:
    others: Mapping[str, Content] = {
        ".git/objects/ab": PAPER,
        "kerja/terbuka.zip": zipped("terbuka.txt", b"terbuka"),
        "LICENSE": "bebas",
    }
    told = ppidgen("check", portal(tmp_path, {EXEMPT: BY_DIGEST}, others), "--as-of", DAY)
    assert told.code == 0, told.out


def test_a_withheld_text_is_recognised_in_another_format(tmp_path: Path) -> None:
    letters = "".join(c for c in PAPER.casefold() if c.isalnum())
    exempt = EXEMPT_TEXT + f"berkas_ditahan:\n  - sidik_teks: {hashlib.sha256(letters.encode()).hexdigest()}\n"
    told = built(portal(tmp_path, {EXEMPT: exempt, "content/berkas/a.txt": PAPER.upper().replace(" ", "\n")}))
    assert "DIK091" in told.out + told.err
    assert not says(told, SECRET)


def test_a_link_to_a_withheld_file_leads_nowhere(tmp_path: Path) -> None:
    portal(tmp_path, {EXEMPT: BY_DIGEST, "luar/rekam.txt": PAPER})
    (tmp_path / "content/berkas").mkdir()
    (tmp_path / "content/berkas/lain.txt").symlink_to(tmp_path / "luar/rekam.txt")
    told = built(tmp_path, "--no-search")
    assert told.code == 1
    assert "SUM050" in told.out + told.err
    assert not (tmp_path / "site").exists()


def test_the_finding_tells_how_to_clean_the_history(tmp_path: Path) -> None:
    told = ppidgen("explain", "DIK091")
    assert tmp_path.exists()
    assert "git filter-repo --invert-paths --path" in told.out


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (ENTRY, ENTRY_TEXT + "uraian: Penerima NIK 3211011212850001.\n"),
        (ENTRY, ENTRY_TEXT + "# NIK 3211011212850001\n"),
        ("content/berkas/contoh/daftar.csv", "no,nik\n1,3211011212850001\n"),
        ("content/berkas/contoh/arsip.zip", zipped("daftar.txt", b"NIK 3211011212850001")),
        ("content/halaman/bantuan.md", "---\njudul: Bantuan\n---\nNIK **321101**121285**0001**\n"),
    ],
    ids=["field", "comment", "table", "archive", "page"],
)
def test_personal_data_stop_the_portal_and_are_never_repeated(tmp_path: Path, path: str, content: Content) -> None:
    folder = portal(tmp_path, {path: content})
    for shape in ("text", "json", "github", "sarif", "junit", "markdown"):
        told = ppidgen("check", folder, "--as-of", DAY, "--format", shape)
        assert told.code == 1
        assert "PDP001" in told.out
        digits = "".join(c for c in told.out + told.err if c.isdigit())
        assert "3211011212850001" not in digits
    assert built(folder, "--draft", "--no-search").code == 1
    assert not (tmp_path / "site").exists()


def cached(folder: Path) -> list[str]:
    return [text for file in (folder / ".ppidgen").rglob("*") if file.is_file() for text in texts(file.read_bytes())]


@pytest.mark.parametrize(
    ("written", "shape"),
    [("kelompok_subjek: Bantuan a.n. Siti Contoh", "text"), ("# telepon Bapak Qoromandel", "json")],
)
def test_a_name_in_a_case_stops_the_portal_and_is_not_repeated(tmp_path: Path, written: str, shape: str) -> None:
    case = f"jenis: permohonan\nditerima: 2026-01-05\n{written}\n"
    told = ppidgen("check", portal(tmp_path, {"content/perkara/2026/p-1.yaml": case}), "--format", shape)
    assert told.code == 1
    assert "PDP008" in told.out
    assert not says(told, "siti")
    assert not says(told, "qoromandel")
