"""A withheld file, or personal data, in every disguise: the portal stops, and nothing that is said repeats them."""

import gzip
import hashlib
import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from ppidgen.model.portal.registers import REGISTERS
from tests.portals.laying import DAY, Content, Told, lay, ppidgen
from tests.rules.examples import sound_files
from tests.site.decoding import texts
from tests.site.planted import CONTAINERS, ENTRY, ENTRY_TEXT, EXEMPT, EXEMPT_TEXT, pdf_with, word, workbook, zipped

pytestmark = pytest.mark.slow  # whole portals, one after the other

SECRET = "sandiperakkelabu"  # noqa: S105 - a word to look for, no password


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


# A withheld file, and every disguise in which it may come back.
PAPER = "Hasil pemeriksaan kesehatan: " + f"{SECRET} " * 20
DIGEST = hashlib.sha256(PAPER.encode()).hexdigest()
BY_DIGEST = EXEMPT_TEXT + f"berkas_ditahan:\n  - sha256: {DIGEST}\n    ukuran: {len(PAPER)}\n"
BY_NAME = EXEMPT_TEXT + "berkas_ditahan:\n  - nama: Rekam Medis.txt\n"


def holding(outer: bytes, place: str) -> bytes:
    """Put the paper into a packed document."""
    held = io.BytesIO(outer)
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr(place, PAPER)
    return held.getvalue()


PACKED = zipped("lain.txt", PAPER.encode())
DISGUISES: Mapping[str, tuple[str, str, Content]] = {
    "as it is": (BY_DIGEST, "content/berkas/contoh/lain.txt", PAPER),
    "under its name": (BY_NAME, "content/berkas/contoh/Rekam Medis.txt", "lain"),
    "under its name in capitals": (BY_NAME, "content/berkas/contoh/REKAM-MEDIS.TXT", "lain"),
    "under its name in wide letters": (BY_NAME, "content/berkas/contoh/\uff32ekam_medis.txt", "lain"),
    "in a folder of another register": (BY_DIGEST, "content/berita/lain.txt", PAPER),
    "as a page": (BY_DIGEST, "content/halaman/lain.md", PAPER),
    "in an archive": (BY_DIGEST, "content/berkas/contoh/arsip.zip", PACKED),
    "in an archive by its name": (BY_NAME, "content/berkas/contoh/arsip.zip", zipped("a/rekam medis.txt", b"x")),
    "in an archive in an archive": (BY_DIGEST, "content/berkas/contoh/arsip.zip", zipped("b.zip", PACKED)),
    "packed with gzip": (BY_DIGEST, "content/berkas/contoh/arsip.gz", gzip.compress(PAPER.encode())),
    "in a workbook": (BY_DIGEST, "content/berkas/contoh/buku.xlsx", holding(workbook("a"), "xl/media/gambar.bin")),
    "in a Word document": (
        BY_DIGEST, "content/berkas/contoh/surat.docx", holding(word("a"), "word/embeddings/oleObject1.bin")
    ),
    "attached to a PDF": (BY_DIGEST, "content/berkas/contoh/surat.pdf", pdf_with(PAPER)),
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
    "cadangan.zip": PACKED,
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
        ("content/informasi/contoh/3211011212850001.yaml", ENTRY_TEXT),
        (ENTRY, ENTRY_TEXT + "# NIK 3211011212850001\n"),
        ("content/berkas/contoh/daftar.csv", "no,nik\n1,3211011212850001\n"),
        ("content/berkas/contoh/arsip.zip", zipped("daftar.txt", b"NIK 3211011212850001")),
        ("content/halaman/bantuan.md", "---\njudul: Bantuan\n---\nNIK **321101**121285**0001**\n"),
    ],
    ids=["field", "name", "comment", "table", "archive", "page"],
)
def test_personal_data_stop_the_portal_and_are_never_repeated(tmp_path: Path, path: str, content: Content) -> None:
    folder = portal(tmp_path, {path: content})
    for shape in ("text", "json", "github", "sarif", "junit", "markdown"):
        told = ppidgen("check", folder, "--as-of", DAY, "--format", shape)
        assert told.code == 1
        assert re.search("PDP00[19]", told.out)
        digits = "".join(c for c in told.out + told.err if c.isdigit())
        assert "3211011212850001" not in digits
    assert built(folder, "--draft", "--no-search").code == 1
    assert not (tmp_path / "site").exists()


def test_personal_data_are_told_wherever_they_are_planted(tmp_path: Path) -> None:
    """In every register, as a comment and as a value, in its translation, and in every container of documents."""
    number = "NIK 3211011212850001"
    singles = {one.name for one in REGISTERS if one.single}
    stems = [f"content/{one.name}" if one.single else f"content/{one.name}/contoh/pribadi" for one in REGISTERS]
    texts_of_registers = {
        f"{stem}.yaml": f"{'' if stem[8:] in singles else 'judul: A'}\n# {number}\n" for stem in stems
    }
    sound = {path: raw.decode() for path, raw in sound_files().items()}
    planted: dict[str, Content] = {path: sound.get(path, "") + text for path, text in texts_of_registers.items()}
    planted |= {
        "content/halaman/badan.md": f"---\njudul: A\n---\nB **{number}**\n",
        "content/halaman/kepala.md": f"---\njudul: A\n# {number}\n---\nB\n",
        "content/halaman/kepala.en.md": f"---\njudul: {number}\n---\nB\n",
        "content/informasi/contoh/laporan.en.yaml": f"judul: {number}\n",
        "content/informasi/contoh/nilai.yaml": f"{ENTRY_TEXT}uraian: {number}\n",
        "content/informasi/contoh/rusak.yaml": f"judul: [{number}\n",
        "content/informasi/contoh/pecah.yaml": "judul: A\nringkasan_isi: NIK 3211 0112 1285 0001\n",
        "content/informasi/contoh/lebar.yaml": "judul: A\nringkasan_isi: NIK \uff13\uff12\uff11\uff11\uff10\uff11"
        "\uff11\uff12\uff11\uff12\uff18\uff15\uff10\uff10\uff10\uff11\n",
        "content/berkas/a.txt.gz": gzip.compress(number.encode()),
    }
    planted |= {f"content/berkas/wadah/{name}": make(number) for name, make in CONTAINERS.items() if name != "nama.zip"}
    told = ppidgen("check", portal(tmp_path, planted), "--as-of", DAY, "--format", "json")
    found = {one["path"] for one in told.findings if one["code"].startswith("PDP") and one["severity"] == "galat"}
    assert len(planted) > 40
    assert planted.keys() - found == set()


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
