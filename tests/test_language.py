"""The language rule: the program is English; Indonesian keys and values are spelled in one chapter of it.

A list of words cannot know a language, but it catches the slips that people make.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "ppidgen"

WORDS = frozenset(
    """
    adalah adanya agama akan alamat alur anggaran antara apabila apakah artikel atas atasan atau ayat baca badan
    bagaimana bagi bahasa bahwa bantuan banyak baris baru batas beberapa belum bentuk berakhir beranda berikut
    berikutnya berisi berita berkala berkas berlaku bernama biaya bila bisa bobot bukan bukti bulan cari catatan
    daftar dalam dan dapat dari dasar dengan desa dibuka dihapus diisi dikecualikan diklaim dinas diperbarui
    disimpan ditutup dokumen formulir galat hanya hari harus hasil hingga hukum informasi instansi isian jangka
    jawab jawaban jelas jenis jika judul jumlah kabupaten kalimat kantor karena kategori keberatan kecamatan
    kekurangan kelurahan kembali kepada keputusan kerja keterangan keterbukaan ketika keuangan kewajiban kolom
    konsekuensi kosong kunci kurang laman lampiran lanjut laporan layanan lebih lengkap maklumat maksud masih
    masyarakat melalui memenuhi memiliki memuat mengapa menjadi menurut merta milik misalnya nama nihil nilai nomor
    oleh orang pada paling pasal pejabat pelaksana pemerintah pemohon penanggung pencarian pendaftaran penerbitan
    pengadaan pengaduan pengecualian penguasa pengujian pengumuman penjelasan penyimpanan peran peraturan perbaiki
    perbarui perkara permohonan pernyataan pertanyaan pilihan potensi profil provinsi publik rahasia rancangan
    retensi ringkasan rubrik saat salah salinan sampai sangat saran sebagai sebagian sebelum sebelumnya sebuah
    sedang sejak selain selama seluruh semua sengketa serta sesuai setelah setiap silakan simpan standar suatu sudah
    sumber supaya surat surel tabel tahun tahunan tanda tanggal tanggapan tautan telah telepon tempat tentang terbit
    terbuka tercatat terdapat terhadap terlambat tersebut tersedia tertutup tetapi tiap tidak tindak toleransi
    tujuan tulis uji ukuran undang unduh untuk wajib waktu yang
    """.split(),
)

# Chapters whose matter is the officer's words: the spine, the table of addresses, the three severities of a fault,
# the published list of files.
SPELLERS = (
    "ppidgen/model/",
    "ppidgen/pages/addresses/urls.py",
    "ppidgen/diagnostics/finding.py",
    "ppidgen/publish/manifest.py",
)

# Names of folders and files of the left page, which a program must say to open them. Only as strings, never as names.
FOLDERS = frozenset("hukum kewajiban rubrik isian halaman komponen kata aset contoh".split())

# A sentence of the interface is asked for by its key; the key belongs to the theme's file of words.
KEY_OF_A_SENTENCE = re.compile(r"[a-z0-9-]+(\.[a-z0-9_-]+)+")

WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def words(text: str) -> set[str]:
    """Split a name or a sentence into lower-case words."""
    return {word.lower() for word in WORD.findall(text)}


def names(node: ast.AST) -> Iterator[str]:
    """Give the names that a node of the syntax tree brings into being or uses."""
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
            yield name
        case ast.keyword(arg=str(name)) | ast.alias(asname=str(name)):
            yield name


def docstrings(tree: ast.Module) -> set[int]:
    """Tell the docstrings (by identity) from the strings that do something: prose may quote a word."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def strings(tree: ast.Module) -> Iterator[ast.Constant]:
    prose = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node


def foreign_names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        for name in names(node):
            for word in sorted(words(name) & WORDS):
                yield getattr(node, "lineno", 0), word


def page_vocabulary() -> frozenset[str]:
    """Give what the model of a page spells out (types, styles, tones): pages say it whole, and mypy checks it."""
    model = ast.parse((PACKAGE / "model/pages/page.py").read_bytes())
    return frozenset(str(node.value) for node in strings(model))


def foreign_strings(tree: ast.Module, allowed: frozenset[str] = frozenset()) -> Iterator[tuple[int, str]]:
    for node in strings(tree):
        if node.value in allowed or KEY_OF_A_SENTENCE.fullmatch(str(node.value)):
            continue
        for word in sorted(words(str(node.value)) & WORDS - FOLDERS):
            yield node.lineno, word


def parsed(folder: Path) -> Iterator[tuple[str, ast.Module]]:
    for file in sorted(folder.rglob("*.py")):
        yield file.relative_to(ROOT).as_posix(), ast.parse(file.read_bytes())


def test_names_in_the_program_and_its_tests_are_english() -> None:
    found = [
        f"{path}:{line}: {word}"
        for folder in (PACKAGE, ROOT / "tests")
        for path, tree in parsed(folder)
        for line, word in foreign_names(tree)
    ]
    assert found == []


def test_indonesian_words_are_spelled_only_in_the_model() -> None:
    vocabulary = page_vocabulary()
    found = [
        f"{path}:{line}: {word}"
        for path, tree in parsed(PACKAGE)
        if not path.startswith(SPELLERS)
        for line, word in foreign_strings(tree, vocabulary)
    ]
    assert found == []


def test_the_list_of_words_catches_a_slip() -> None:
    slip = ast.parse('"""Kategori may be quoted here."""\n\ndef get_daftar():\n    return row["kategori"]\n')
    assert list(foreign_names(slip)) == [(3, "daftar")]
    assert list(foreign_strings(slip)) == [(4, "kategori")]
