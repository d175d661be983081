"""Annual reports of the information service."""

from ppidgen.model.days.dates import Day
from ppidgen.model.elements.record import Part, Record, entry_field
from ppidgen.model.elements.types import Count, Flag, Line, Prose, Year
from ppidgen.model.elements.vocabulary import RefusalReason, ReportSection
from ppidgen.model.records.parts import Document


class ServiceStatistics(Part):
    """The counts that UU 14/2008 Pasal 12 and Perki 1/2021 Pasal 57 ask for."""

    requests: Count | None = entry_field(
        "jumlah_permintaan", "Permintaan diterima.", default=None, citation="UU 14/2008 Pasal 12 huruf a"
    )
    mean_days: float | None = entry_field(
        "waktu_rata_rata_hari_kerja", "Rata-rata waktu pemenuhan dalam hari kerja.", default=None,
        citation="UU 14/2008 Pasal 12 huruf b",
    )  # fmt: skip
    granted: Count | None = entry_field(
        "dikabulkan_seluruhnya", "Dikabulkan seluruhnya.", default=None, citation="UU 14/2008 Pasal 12 huruf c"
    )
    granted_in_part: Count | None = entry_field("dikabulkan_sebagian", "Dikabulkan sebagian.", default=None)
    refused: Count | None = entry_field("ditolak", "Ditolak.", default=None, citation="UU 14/2008 Pasal 12 huruf c")
    reasons: dict[RefusalReason, Count] = entry_field(
        "alasan_penolakan", "Banyak penolakan menurut alasan.", default={}, citation="UU 14/2008 Pasal 12 huruf d"
    )
    objections: Count | None = entry_field("keberatan", "Keberatan diterima.", default=None)
    objections_answered: Count | None = entry_field("keberatan_ditanggapi", "Keberatan ditanggapi.", default=None)
    disputes: Count | None = entry_field("sengketa", "Permohonan sengketa ke Komisi Informasi.", default=None)
    lawsuits: Count | None = entry_field("gugatan", "Gugatan ke pengadilan.", default=None)
    register_is_complete: Flag | None = entry_field(
        "register_lengkap",
        "Tulis tidak bila register perkara tahun itu tidak memuat semua permohonan; angka di sini lalu yang dipakai.",
        default=None,
    )


class Delivery(Part):
    """Proof that a copy went to the Komisi Informasi (Perki 1/2021 Pasal 56(3))."""

    day: Day = entry_field("tanggal", "Tanggal penyampaian.")
    proof: Line | None = entry_field("bukti", "Nomor surat atau tanda terima.", default=None)


class SatisfactionSurvey(Part):
    """A survey of satisfaction with the service; the answers themselves are never shown, only what follows of them."""

    first: Day = entry_field("mulai", "Hari pertama survei.")
    last: Day = entry_field("selesai", "Hari terakhir survei.")
    answers: Prose = entry_field(
        "jawaban",
        "Jawaban sebagai CSV: baris pertama nama unsur, lalu satu baris tiap responden dengan nilai 1 sampai 4.",
    )


class ServiceReport(Record):
    """Laporan layanan informasi publik of one year (`laporan/`; Perki 1/2021 Pasal 56-58)."""

    title: Line = entry_field("judul", "Judul laporan.")
    year: Year = entry_field("tahun", "Tahun pelaporan.", example="2025")
    published: Day | None = entry_field(
        "tanggal_terbit", "Tanggal terbit.", default=None, citation="Perki 1/2021 Pasal 56(1)"
    )
    summary: Prose | None = entry_field("ringkasan", "Ringkasan laporan.", default=None)
    sections: dict[ReportSection, Prose] = entry_field(
        "bagian", "Isi bagian a sampai f.", default={}, citation="Perki 1/2021 Pasal 56(4)"
    )
    statistics: ServiceStatistics | None = entry_field("statistik", "Angka layanan.", default=None)
    survey: SatisfactionSurvey | None = entry_field(
        "survei", "Survei kepuasan masyarakat atas layanan informasi.", default=None
    )
    delivered: Delivery | None = entry_field(
        "disampaikan_ke_ki", "Penyampaian ke Komisi Informasi.", default=None, citation="Perki 1/2021 Pasal 56(3)"
    )
    documents: tuple[Document, ...] = entry_field("dokumen", "Berkas laporan.", default=())
