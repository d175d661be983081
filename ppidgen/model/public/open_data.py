"""The open data of the portal: the public half of DIP and DIK, chosen field by field.

Nothing reaches an export because a register has it, only because it stands here.
"""

from datetime import date
from enum import StrEnum

from ppidgen.model.elements.record import Part, entry_field
from ppidgen.model.elements.types import Count


class PublicFile(Part):
    """One document of an entry."""

    title: str = entry_field("judul", "Nama dokumen.")
    address: str = entry_field("alamat", "Alamat dokumen.")
    format: str = entry_field("format", "Format dokumen.", default="")
    size: Count | None = entry_field("ukuran", "Ukuran dalam bita; kosong bila tidak diketahui.", default=None)
    sha256: str = entry_field("sha256", "Sidik SHA-256 berkas.", default="")


class PublicEntry(Part):
    """One DIP entry; the first columns are those of Perki 1/2021 Pasal 21(2), in its order."""

    number: int = entry_field("nomor", "Nomor urut dalam DIP.", citation="Perki 1/2021 Pasal 21(2) huruf a")
    summary: str | None = entry_field(
        "ringkasan_isi", "Ringkasan isi informasi.", citation="Perki 1/2021 Pasal 21(2) huruf b"
    )
    holder: str | None = entry_field(
        "pejabat_penguasa", "Pejabat atau unit yang menguasai informasi.", citation="Perki 1/2021 Pasal 21(2) huruf c"
    )
    responsible: str | None = entry_field(
        "penanggung_jawab", "Penanggung jawab pembuatan atau penerbitan.", citation="Perki 1/2021 Pasal 21(2) huruf d"
    )
    made_on: str | None = entry_field(
        "waktu_pembuatan", "Waktu pembuatan.", citation="Perki 1/2021 Pasal 21(2) huruf e"
    )
    made_at: str | None = entry_field(
        "tempat_pembuatan", "Tempat pembuatan.", citation="Perki 1/2021 Pasal 21(2) huruf e"
    )
    softcopy: bool = entry_field("softcopy", "Tersedia digital.", citation="Perki 1/2021 Pasal 21(2) huruf f")
    hardcopy: bool = entry_field("hardcopy", "Tersedia nondigital.", citation="Perki 1/2021 Pasal 21(2) huruf f")
    retention: str | None = entry_field(
        "jangka_waktu_simpan",
        "Jangka waktu penyimpanan atau retensi arsip.",
        citation="Perki 1/2021 Pasal 21(2) huruf g",
    )
    id: str = entry_field("id", "Pengenal tetap.")
    title: str = entry_field("judul", "Judul.")
    category: str = entry_field("kategori", "Kategori informasi.")
    unit: str | None = entry_field("unit", "Nama unit.")
    year: int | None = entry_field("tahun", "Tahun isi informasi; bila tidak disebut, tahun pembuatannya.")
    group: str | None = entry_field("kelompok", "Kelompok dalam DIP.")
    published: date | None = entry_field("tanggal_terbit", "Tanggal terbit.")
    updated: date | None = entry_field("tanggal_diperbarui", "Tanggal pemutakhiran terakhir.")
    duties: tuple[str, ...] = entry_field("memenuhi", "Kode kewajiban yang dinyatakan dipenuhi.")
    proposed_duties: tuple[str, ...] = entry_field(
        "memenuhi_diusulkan", "Kode kewajiban yang diusulkan program dan belum diperiksa petugas."
    )
    address: str = entry_field("alamat", "Alamat laman entri.")
    link: str | None = entry_field("tautan", "Laman sumber di situs lain.")
    how_to_get: str | None = entry_field("cara_memperoleh", "Cara memperoleh bila tidak ada berkas.")
    documents: tuple[PublicFile, ...] = entry_field("dokumen", "Dokumen entri.")


class PublicStatus(StrEnum):
    """Where an exemption stands, for each member of `ExemptionState` by its name."""

    IDENTIFIED = "belum-diuji"
    TESTED = "belum-ditetapkan"
    DECIDED = "belum-berlaku"
    IN_FORCE = "berlaku"
    CHANGED = "diubah"
    EXPIRED = "lewat-jangka-waktu"
    OPENED = "dibuka"


class PublicExemption(Part):
    """One item of the DIK: what is withheld and why, never the withheld file."""

    number: int = entry_field("nomor", "Nomor urut dalam DIK.")
    title: str = entry_field("judul", "Informasi yang dikecualikan.")
    basis: str | None = entry_field("dasar_hukum", "Dasar hukum pengecualian.", citation="UU 14/2008 Pasal 17")
    harm_if_opened: str | None = entry_field(
        "konsekuensi_dibuka", "Akibat bila informasi dibuka.", citation="Perki 1/2021 Pasal 49(2) huruf d"
    )
    benefit_if_closed: str | None = entry_field(
        "konsekuensi_ditutup", "Manfaat bila informasi ditutup.", citation="Perki 1/2021 Pasal 49(2) huruf d"
    )
    period: str | None = entry_field(
        "jangka_waktu", "Jangka waktu pengecualian.", citation="PP 61/2010 Pasal 4(2) huruf d"
    )
    id: str = entry_field("id", "Pengenal tetap.")
    content: str | None = entry_field("uraian", "Uraian informasi, tanpa isinya.")
    extent: str = entry_field("sifat", "Seluruh atau sebagian dokumen.")
    blackened: str | None = entry_field("bagian_dihitamkan", "Bagian yang dihitamkan.")
    unit: str | None = entry_field("unit", "Nama unit.")
    expires: date | None = entry_field("berakhir", "Tanggal berakhir.")
    decree_number: str | None = entry_field("nomor_penetapan", "Nomor penetapan.")
    decree_day: date | None = entry_field("tanggal_penetapan", "Tanggal penetapan.")
    status: PublicStatus = entry_field("status", "Keadaan pengecualian pada hari data ini dibuat.")
    address: str = entry_field("alamat", "Alamat laman.")


class PublicList(Part):
    """The whole DIP."""

    body: str = entry_field("badan_publik", "Nama Badan Publik.")
    as_of: date = entry_field("per_tanggal", "Hari data ini dibuat.")
    licence: str = entry_field("lisensi", "Lisensi data.")
    entries: tuple[PublicEntry, ...] = entry_field("informasi", "Entri DIP.")


class PublicExemptionList(Part):
    """The whole DIK."""

    body: str = entry_field("badan_publik", "Nama Badan Publik.")
    as_of: date = entry_field("per_tanggal", "Hari data ini dibuat.")
    licence: str = entry_field("lisensi", "Lisensi data.")
    entries: tuple[PublicExemption, ...] = entry_field("dikecualikan", "Entri DIK.")


class PublicDuty(Part):
    """One row of the catalogue of duties; its code is its identifier and never changes."""

    code: str = entry_field("kode", "Kode tetap kewajiban.")
    group: str | None = entry_field("kelompok", "Kode kepala kelompok.")
    level: str = entry_field("tingkat", "Kelompok atau butir; yang dipenuhi hanya butir.")
    duty_class: str = entry_field("kategori", "Kategori informasi.")
    family: str = entry_field("keluarga", "Bagian katalog.")
    text: str = entry_field("butir", "Bunyi butir dalam peraturan.")
    label: str = entry_field("judul_pendek", "Sebutan pendek.")
    basis: str = entry_field("dasar", "Pasal yang mewajibkannya.")
    applies_to: tuple[str, ...] = entry_field("berlaku_untuk", "Badan Publik yang terikat.")
    note: str | None = entry_field("catatan", "Keterangan.")
    interval: str = entry_field("selang", "Seberapa sering diperbarui.")
    interval_basis: str | None = entry_field("dasar_selang", "Dasar selang pembaruan.")
    event_driven: bool = entry_field("peristiwa", "Hanya wajib bila peristiwanya terjadi.")
    single: bool = entry_field("tunggal", "Dipenuhi oleh satu dokumen.")
    weight: int = entry_field("bobot", "Bobot; 0 berarti tidak dihitung.")
    status: str = entry_field("status", "Sudah diperiksa terhadap naskah peraturan atau belum.")
    synonyms: tuple[str, ...] = entry_field("sinonim", "Sebutan lain untuk pencarian dan usulan.")


class PublicCatalogue(Part):
    """The whole catalogue of duties."""

    version: str = entry_field("versi", "Versi katalog.")
    day: date = entry_field("tanggal", "Tanggal versi.")
    checked_against: str = entry_field("diverifikasi_terhadap", "Naskah yang dipakai memeriksa.")
    duties: tuple[PublicDuty, ...] = entry_field("kewajiban", "Baris katalog.")


class PublicCoverage(Part):
    """How one duty stands."""

    code: str = entry_field("kode", "Kode kewajiban.")
    label: str = entry_field("judul_pendek", "Sebutan pendek.")
    state: str = entry_field("keadaan", "Kode keadaan.")
    told: str = entry_field("keadaan_terbaca", "Keadaan dalam kata.")
    to_do: str | None = entry_field("tindak_lanjut", "Yang perlu dilakukan.")
    counted: bool = entry_field("dihitung", "Apakah ikut dihitung dalam skor.")
    expected: int = entry_field(
        "diharapkan", "Banyak tahun, paket, unit, atau pengumuman yang diharapkan; 0 bila satu."
    )
    met: int = entry_field("terpenuhi", "Banyak yang sudah ada di antaranya.")
    gaps: tuple[str, ...] = entry_field("celah", "Yang belum ada.")
    owners: tuple[str, ...] = entry_field("unit", "Unit yang bertanggung jawab.")
    evidence: tuple[str, ...] = entry_field("bukti", "Alamat laman yang membuktikannya.")
    basis: str = entry_field("dasar", "Pasal yang mewajibkannya.")


class PublicCoverageList(Part):
    """How all duties stand on one day."""

    body: str = entry_field("badan_publik", "Nama Badan Publik.")
    as_of: date = entry_field("per_tanggal", "Hari data ini dibuat.")
    licence: str = entry_field("lisensi", "Lisensi data.")
    version: str = entry_field("versi_katalog", "Versi katalog kewajiban.")
    duties: tuple[PublicCoverage, ...] = entry_field("kewajiban", "Keadaan setiap kewajiban.")
