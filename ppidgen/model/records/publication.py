"""Announcements, news and pages."""

from datetime import date

from ppidgen.model.days.dates import Day
from ppidgen.model.elements.record import Record, entry_field
from ppidgen.model.elements.types import Code, FilePath, Line, Prose, Reference, Slug, Url
from ppidgen.model.elements.vocabulary import HazardKind, NewsKind
from ppidgen.model.records.parts import Document, Media

# The points of an announcement, in the order of Perki 1/2021 Pasal 20(2) huruf a-h.
ANNOUNCEMENT_POINTS = (
    "hazard", "affected", "evacuation", "avoidance", "help", "announcers", "manner", "prevention",
)  # fmt: skip


class Announcement(Record):
    """Information that must be announced at once (`pengumuman/`; Perki 1/2021 Pasal 19-20, 25)."""

    title: Line = entry_field("judul", "Judul pengumuman.")
    kind: HazardKind = entry_field("jenis", "Jenis keadaan.", citation="Perki 1/2021 Pasal 19(2)")
    starts: Day = entry_field("mulai", "Hari mulai berlaku.")
    ends: Day | None = entry_field("selesai", "Hari terakhir berlaku; kosong bila belum diketahui.", default=None)
    area: Line = entry_field("wilayah", "Wilayah terdampak.")
    instruction: Prose = entry_field("instruksi", "Yang harus dilakukan warga sekarang.")
    hazard: Prose | None = entry_field(
        "potensi_bahaya",
        "Potensi bahaya atau besaran dampak.",
        default=None,
        citation="Perki 1/2021 Pasal 20(2) huruf a",
    )
    affected: Prose | None = entry_field(
        "pihak_terdampak", "Pihak yang berpotensi terdampak.", default=None, citation="Perki 1/2021 Pasal 20(2) huruf b"
    )
    evacuation: Prose | None = entry_field(
        "evakuasi", "Prosedur dan tempat evakuasi.", default=None, citation="Perki 1/2021 Pasal 20(2) huruf c"
    )
    avoidance: Prose | None = entry_field(
        "cara_menghindari", "Cara menghindari bahaya.", default=None, citation="Perki 1/2021 Pasal 20(2) huruf d"
    )
    help: Prose | None = entry_field(
        "cara_bantuan", "Cara mendapat bantuan.", default=None, citation="Perki 1/2021 Pasal 20(2) huruf e"
    )
    announcers: Prose | None = entry_field(
        "pihak_wajib_mengumumkan",
        "Pihak yang wajib mengumumkan.",
        default=None,
        citation="Perki 1/2021 Pasal 20(2) huruf f",
    )
    manner: Prose | None = entry_field(
        "tata_cara_pengumuman", "Tata cara pengumuman.", default=None, citation="Perki 1/2021 Pasal 20(2) huruf g"
    )
    prevention: Prose | None = entry_field(
        "upaya_pencegahan", "Upaya pencegahan.", default=None, citation="Perki 1/2021 Pasal 20(2) huruf h"
    )
    unit: Reference | None = entry_field("unit", "Pengenal unit yang mengumumkan.", default=None)
    phone: Code | None = entry_field("telepon", "Telepon posko kantor.", default=None)
    source: Line | None = entry_field("sumber", "Sumber keterangan.", default=None)
    local_summary: Prose | None = entry_field("ringkasan_bahasa_daerah", "Ringkasan dalam bahasa daerah.", default=None)
    documents: tuple[Document, ...] = entry_field("dokumen", "Peta dan lampiran.", default=())

    def is_over(self, day: date) -> bool:
        """Tell whether it no longer holds on a day; without a last day it holds until someone writes one."""
        return self.ends is not None and self.ends < day


class NewsItem(Record):
    """News, press releases, clarifications (`berita/`)."""

    title: Line = entry_field("judul", "Judul.")
    day: Day = entry_field("tanggal", "Tanggal terbit.")
    event_day: Day | None = entry_field(
        "tanggal_kegiatan", "Hari kegiatan berlangsung; agenda diurutkan menurutnya.", default=None
    )
    kind: NewsKind = entry_field("jenis", "Jenis tulisan.", default=NewsKind.NEWS)
    summary: Line | None = entry_field("ringkasan", "Ringkasan satu atau dua kalimat.", default=None)
    unit: Reference | None = entry_field("unit", "Pengenal unit.", default=None)
    tags: tuple[Line, ...] = entry_field("tag", "Kata kunci.", default=())
    image: FilePath | None = entry_field("gambar", "Gambar di folder berkas.", default=None)
    image_text: Line | None = entry_field("teks_gambar", "Keterangan gambar untuk pembaca layar.", default=None)
    link: Url | None = entry_field("tautan", "Laman sumber.", default=None)
    media: tuple[Media, ...] = entry_field("media", "Rekaman.", default=())
    documents: tuple[Document, ...] = entry_field("dokumen", "Lampiran.", default=())
    language: Slug | None = entry_field("bahasa", "Bahasa tulisan, bila bukan Indonesia.", default=None, example="jv")
    body: Prose | None = entry_field("isi", "Isi (Markdown).", default=None)

    @property
    def happens(self) -> date:
        """Give the day that an agenda puts it under: of the event, else of publication."""
        return self.event_day or self.day


class Article(Record):
    """A page of the portal's own (`halaman/*.md`)."""

    title: Line = entry_field("judul", "Judul laman.")
    summary: Line | None = entry_field("ringkasan", "Satu kalimat ringkas.", default=None)
    menu: Code | None = entry_field(
        "menu", "Simpul menu yang diisi laman ini.", default=None, example="profil/visi-misi"
    )
    order: int = entry_field("urutan", "Urutan di antara laman sejenis.", default=0)
    updated: Day | None = entry_field("tanggal_diperbarui", "Tanggal pemutakhiran.", default=None)
    duties: tuple[Code, ...] = entry_field("memenuhi", "Kode kewajiban yang dipenuhi laman ini.", default=())
    documents: tuple[Document, ...] = entry_field("dokumen", "Lampiran.", default=())
    language: Slug | None = entry_field("bahasa", "Bahasa tulisan, bila bukan Indonesia.", default=None, example="jv")
    body: Prose | None = entry_field("isi", "Isi (Markdown).", default=None)
