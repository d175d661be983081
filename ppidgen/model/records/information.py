"""Entries of the list of public information (DIP)."""

from functools import lru_cache

from ppidgen.model.days.dates import Day, Period
from ppidgen.model.days.year_part import YearPart
from ppidgen.model.elements.record import Record, entry_field
from ppidgen.model.elements.types import Code, Line, Prose, Reference, Url, Year
from ppidgen.model.elements.vocabulary import Category, Form
from ppidgen.model.records.parts import Document, Media, Withdrawal

# The columns that the list must have, by attribute (Perki 1/2021 Pasal 21(2) huruf b-g): time and place of making are
# one column of two attributes. Huruf a, the number, is given by the portal.
LIST_COLUMNS = ("summary", "holder", "responsible", "made_on", "made_at", "forms", "retention")

# What is typed into a column that has to be filled and says nothing; in a list of its own each entry stands alone.
_FILLERS = frozenset({
    "", "idem", "sda", "s.d.a", "ditto", "xx", "xxx", "xxxx", "n/a", "na", "tbd", "isi", "diisi", "belum diisi",
    "belum ada", "kosong", "nihil", "tidak ada",
})  # fmt: skip
_AROUND = " .,-\u2013\u2014_()[]<>\"'?\u2026*/:"


class InformationEntry(Record):
    """One entry of the DIP with the columns of Perki 1/2021 Pasal 21(2) and Lampiran I (`informasi/`)."""

    title: Line = entry_field("judul", "Judul yang dibaca warga.", example="Laporan Keuangan Daerah 2024")
    summary: Prose | None = entry_field(
        "ringkasan_isi", "Ringkasan isi informasi.", default=None, citation="Perki 1/2021 Pasal 21(2) huruf b"
    )
    category: Category = entry_field("kategori", "Kategori informasi.", citation="UU 14/2008 Pasal 9, 10, 11")
    unit: Reference | None = entry_field(
        "unit", "Pengenal unit; boleh kosong bila berkas ada di folder unit.", default=None
    )
    holder: Line | None = entry_field(
        "pejabat_penguasa", "Pejabat atau unit yang menguasai informasi.", default=None,
        citation="Perki 1/2021 Pasal 21(2) huruf c",
    )  # fmt: skip
    responsible: Line | None = entry_field(
        "penanggung_jawab", "Penanggung jawab pembuatan atau penerbitan.", default=None,
        citation="Perki 1/2021 Pasal 21(2) huruf d",
    )  # fmt: skip
    made_on: Period | None = entry_field(
        "waktu_pembuatan",
        "Waktu pembuatan.",
        default=None,
        citation="Perki 1/2021 Pasal 21(2) huruf e",
        example="Maret 2025",
    )
    made_at: Line | None = entry_field(
        "tempat_pembuatan", "Tempat pembuatan.", default=None, citation="Perki 1/2021 Pasal 21(2) huruf e"
    )
    forms: tuple[Form, ...] = entry_field(
        "bentuk",
        "Bentuk yang tersedia.",
        default=(),
        citation="Perki 1/2021 Pasal 21(2) huruf f",
        example="[softcopy, hardcopy]",
    )
    retention: Line | None = entry_field(
        "jangka_waktu_simpan", "Jangka waktu penyimpanan atau retensi arsip.", default=None,
        citation="Perki 1/2021 Pasal 21(2) huruf g", example="5 tahun",
    )  # fmt: skip
    year: Year | None = entry_field("tahun", "Tahun isi informasi.", default=None, example="2025")
    part: YearPart | None = entry_field(
        "periode", "Bagian tahun, bila dokumen ini terbit lebih dari sekali setahun.", default=None,
        example="semester 1",
    )  # fmt: skip
    published: Day | None = entry_field("tanggal_terbit", "Tanggal terbit di portal.", default=None)
    updated: Day | None = entry_field(
        "tanggal_diperbarui",
        "Tanggal pemutakhiran terakhir.",
        default=None,
        citation="Perki 1/2021 Pasal 18, Pasal 45(7)",
    )
    documents: tuple[Document, ...] = entry_field("dokumen", "Dokumen yang dapat diunduh.", default=())
    media: tuple[Media, ...] = entry_field("media", "Rekaman video atau audio.", default=())
    duties: tuple[Code, ...] = entry_field(
        "memenuhi", "Kode kewajiban yang dipenuhi entri ini.", default=(), example="[B04.a]"
    )
    series: Reference | None = entry_field(
        "seri", "Pengenal seri bila dokumen ini terbit berkala.", default=None, example="lkpd"
    )
    group: Line | None = entry_field("kelompok", "Kelompok atau klasifikasi dalam DIP.", default=None)
    tags: tuple[Line, ...] = entry_field("tag", "Kata kunci yang ditampilkan.", default=())
    other_words: tuple[Line, ...] = entry_field(
        "kata_kunci_lain", "Kata lain untuk pencarian; tidak ditampilkan.", default=(), example="[LRA, APBD]"
    )
    how_to_get: Line | None = entry_field("cara_memperoleh", "Cara memperoleh bila tidak ada berkas.", default=None)
    link: Url | None = entry_field("tautan", "Laman sumber di situs lain.", default=None)
    source: Line | None = entry_field("sumber", "Asal entri bila diimpor.", default=None, public=False)
    to_check: tuple[Code, ...] = entry_field(
        "perlu_diperiksa", "Kunci yang diusulkan program dan belum diperiksa petugas.", default=(), public=False
    )
    old_ids: tuple[Code, ...] = entry_field("alamat_lama", "Pengenal lama yang dialihkan ke entri ini.", default=())
    withdrawn: Withdrawal | None = entry_field("ditarik", "Diisi bila entri ditarik.", default=None)
    body: Prose | None = entry_field(
        "isi", "Uraian panjang (Markdown); di berkas .md ditulis di bawah kepala.", default=None
    )


def empty_columns(entry: InformationEntry) -> list[str]:
    """Name the columns of the list that an entry leaves empty, or fills with a mark that says nothing."""
    return [name for name in LIST_COLUMNS if not (value := getattr(entry, name)) or says_nothing(value)]


def says_nothing(value: object) -> bool:
    """Tell a dash, "idem", "(diisi)" and their like from what somebody wrote."""
    return not isinstance(value, tuple) and _is_filler(str(value))


@lru_cache(maxsize=4096)  # ten thousand entries have a few hundred holders, places and terms
def _is_filler(text: str) -> bool:
    return text.strip(_AROUND).casefold() in _FILLERS
