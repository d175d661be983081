"""Make a portal of N entries, the same for the same N: forty units, five years of documents, long texts.

Used by the benchmark and by nothing else. The same entries are laid out twice: as a portal's `content/`, and
as the `content/` of a Hugo site whose front matter holds the same fields.
"""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

UNITS = 40
SEED = 14_2008
FIELDS = "Pendidikan Kesehatan Sosial Perhubungan Pertanian Perikanan Kehutanan Pariwisata Perdagangan Industri".split()
OFFICES = "Dinas Badan Bagian Kecamatan".split()
KINDS = (
    "Laporan Realisasi Anggaran", "Laporan Kinerja", "Rencana Kerja", "Daftar Aset", "Perjanjian Kinerja",
    "Standar Pelayanan", "Profil Pejabat", "Rencana Umum Pengadaan", "Keputusan Kepala", "Statistik Sektoral",
)  # fmt: skip
WORDS = (
    "informasi publik daerah laporan program kegiatan anggaran belanja realisasi semester rencana strategis kinerja "
    "aset gedung sekolah puskesmas desa kelurahan jalan jembatan irigasi pengadaan barang jasa kontrak hibah bantuan "
    "data statistik profil pejabat struktur organisasi tugas fungsi prosedur standar maklumat keberatan masyarakat "
    "pelayanan pendapatan pembangunan pengelolaan pemeliharaan peningkatan penyusunan evaluasi pemantauan hasil"
).split()
CATEGORIES = ("berkala", "berkala", "berkala", "setiap-saat", "setiap-saat", "serta-merta")


@dataclass(frozen=True)
class Unit:
    """One of the forty units."""

    id: str
    name: str


@dataclass(frozen=True)
class Entry:
    """One entry, as front matter lines and a body."""

    unit: str
    name: str
    head: str
    body: str


def units() -> tuple[Unit, ...]:
    """Give the forty units."""
    names = [f"{OFFICES[number // 10]} {FIELDS[number % 10]}" for number in range(UNITS)]
    return tuple(Unit(name.lower().replace(" ", "-"), name) for name in names)


def entries(count: int) -> Iterator[Entry]:
    """Give `count` entries, spread evenly over the units."""
    chance = random.Random(SEED)  # noqa: S311 - the same corpus each time is the point
    offices = units()
    for number in range(count):
        office = offices[number % UNITS]
        kind = KINDS[chance.randrange(len(KINDS))]
        year = 2021 + chance.randrange(5)
        title = f"{kind} {office.name} {year} nomor {number // UNITS + 1} tentang {_words(chance, 3)}"
        yield Entry(office.id, f"entri-{number:06d}", _head(chance, title, office, year), _body(chance, number))


def write_portal(root: Path, count: int) -> None:
    """Write the corpus as a portal folder at `root`, anew."""
    shutil.rmtree(root, ignore_errors=True)
    content = root / "content"
    _write(
        content / "badan-publik.yaml", "nama: Pemerintah Kabupaten Contoh\njenis: eksekutif\ntingkat: kabupaten-kota\n"
    )
    _write(content / "situs.yaml", "judul: PPID Kabupaten Contoh\nalamat: https://ppid.contohkab.go.id/\n")
    for unit in units():
        _write(content / "unit" / f"{unit.id}.yaml", f"nama: {unit.name}\n")
    for entry in entries(count):
        _write(content / "informasi" / entry.unit / f"{entry.name}.md", f"---\n{entry.head}---\n{entry.body}")


def write_hugo(root: Path, count: int) -> None:
    """Write the corpus as a Hugo site at `root`, anew, with the templates that lie beside this file."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(Path(__file__).parent / "hugo", root)
    for unit in units():
        _write(root / "content" / unit.id / "_index.md", f"---\ntitle: {unit.name}\nsatuan: true\n---\n")
    for entry in entries(count):
        _write(root / "content" / entry.unit / f"{entry.name}.md", f"---\n{_hugo_head(entry)}---\n{entry.body}")


def _hugo_head(entry: Entry) -> str:
    """Add what ppidgen finds out by itself: by what Hugo shall call a page, its letter and its group of duties."""
    title = entry.head.partition("\n")[0].removeprefix("judul: ")
    return f"title: {title}\nhuruf: {title[0].lower()}\nkewajiban: b03\n{entry.head}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(count))


def _sentence(chance: random.Random, count: int) -> str:
    return _words(chance, count).capitalize() + "."


def _head(chance: random.Random, title: str, office: Unit, year: int) -> str:
    documents = "".join(
        f"  - judul: {title[:40]} bagian {part}\n"
        f"    tautan: https://arsip.contohkab.go.id/{office.id}/{chance.randrange(10**6)}.pdf\n"
        f"    format: PDF\n"
        for part in range(1, 2 + chance.randrange(3))
    )
    return (
        f"judul: {title}\n"
        f"ringkasan_isi: {_sentence(chance, 14)} {_sentence(chance, 10)}\n"
        f"kategori: {chance.choice(CATEGORIES)}\n"
        f"pejabat_penguasa: Kepala {office.name}\n"
        f"penanggung_jawab: Sekretaris {office.name}\n"
        f"waktu_pembuatan: {year}-{1 + chance.randrange(12):02d}-{1 + chance.randrange(28):02d}\n"
        f"tempat_pembuatan: Kabupaten Contoh\n"
        f"bentuk: [softcopy, hardcopy]\n"
        f"jangka_waktu_simpan: {chance.choice((1, 2, 5, 10))} tahun\n"
        f"tahun: {year}\n"
        f"tanggal_diperbarui: 2026-0{7 + chance.randrange(3)}-{1 + chance.randrange(28):02d}\n"
        f"tag: [{chance.choice(WORDS)}, {chance.choice(WORDS)}]\n"
        f"memenuhi: [B03.a]\n"
        f"dokumen:\n{documents}"
    )


def _body(chance: random.Random, number: int) -> str:
    length = 80 + chance.randrange(220)
    paragraphs = [" ".join(_sentence(chance, 14) for _ in range(max(1, length // 42))) for _ in range(2)]
    items = "".join(f"- **{_words(chance, 2)}** {_words(chance, 6)}\n" for _ in range(4))
    rows = "".join(f"| {_words(chance, 2)} | {chance.randrange(1000)} | {_words(chance, 3)} |\n" for _ in range(4))
    return (
        f"## Uraian\n\n{paragraphs[0]}\n\n{items}\n"
        f"| Komponen | Jumlah | Keterangan |\n| --- | ---: | --- |\n{rows}\n"
        f"### Dasar hukum\n\nLihat [peraturan](https://jdih.contohkab.go.id/{number}) dan *{_words(chance, 3)}*. "
        f"{paragraphs[1]}\n"
    )
