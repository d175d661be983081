"""The open data of the service's numbers, chosen field by field as in `open_data`."""

from datetime import date

from ppidgen.model.elements.record import Part, entry_field


class PublicCount(Part):
    """One row of a breakdown; groups that are too small stand together in one row."""

    label: str = entry_field("nama", "Nama kelompok.")
    count: int = entry_field("jumlah", "Banyak permohonan atau perkara.")


class PublicMean(Part):
    """The mean of one group; groups that are too small stand together in one row."""

    label: str = entry_field("nama", "Nama kelompok.")
    mean_days: float | None = entry_field("rata_rata_hari_kerja", "Rata-rata hari kerja.")
    count: int = entry_field("jumlah", "Banyak permohonan yang dihitung.")


class PublicYear(Part):
    """The numbers of the information service in one year; a number that nobody knows is empty."""

    year: int = entry_field("tahun", "Tahun permohonan diterima.")
    origin: str = entry_field("sumber", "Dari mana angkanya: register perkara atau laporan layanan.")
    requests: int | None = entry_field(
        "jumlah_permintaan", "Permintaan diterima.", citation="UU 14/2008 Pasal 12 huruf a"
    )
    mean_days: float | None = entry_field(
        "waktu_rata_rata_hari_kerja", "Rata-rata waktu pemenuhan dalam hari kerja.",
        citation="UU 14/2008 Pasal 12 huruf b",
    )  # fmt: skip
    granted: int | None = entry_field(
        "dikabulkan_seluruhnya", "Dikabulkan seluruhnya.", citation="UU 14/2008 Pasal 12 huruf c"
    )
    granted_in_part: int | None = entry_field("dikabulkan_sebagian", "Dikabulkan sebagian.")
    refused: int | None = entry_field("ditolak", "Ditolak.", citation="UU 14/2008 Pasal 12 huruf c")
    undecided: int | None = entry_field("belum_diputus", "Belum diputus.")
    not_followed: int | None = entry_field("tidak_dilanjutkan", "Dicabut atau tidak dilengkapi pemohon.")
    objections: int | None = entry_field("keberatan", "Keberatan diterima.")
    objections_answered: int | None = entry_field("keberatan_ditanggapi", "Keberatan ditanggapi.")
    disputes: int | None = entry_field("sengketa", "Permohonan sengketa ke Komisi Informasi.")
    lawsuits: int | None = entry_field("gugatan", "Gugatan ke pengadilan.")
    reasons: tuple[PublicCount, ...] = entry_field(
        "alasan_penolakan", "Penolakan menurut alasan.", citation="UU 14/2008 Pasal 12 huruf d"
    )
    days: tuple[PublicCount, ...] = entry_field("waktu_pemenuhan", "Permohonan menurut kelas waktu.")
    channels: tuple[PublicCount, ...] = entry_field("kanal", "Permohonan menurut kanal.")
    applicants: tuple[PublicCount, ...] = entry_field("pemohon", "Permohonan menurut jenis pemohon.")
    units: tuple[PublicCount, ...] = entry_field("unit", "Permohonan menurut unit.")
    channel_days: tuple[PublicMean, ...] = entry_field("waktu_menurut_kanal", "Rata-rata waktu menurut kanal.")
    unit_days: tuple[PublicMean, ...] = entry_field("waktu_menurut_unit", "Rata-rata waktu menurut unit.")
    grounds: tuple[PublicCount, ...] = entry_field("alasan_keberatan", "Keberatan menurut alasannya.")
    stages: tuple[PublicCount, ...] = entry_field("tahap_sengketa", "Sengketa menurut tahapnya.")


class PublicStatistics(Part):
    """The statistics file of the portal (`statistik.json`)."""

    body: str = entry_field("badan_publik", "Nama Badan Publik.")
    as_of: date = entry_field("per_tanggal", "Hari keadaan data ini.")
    licence: str = entry_field("lisensi", "Lisensi.")
    years: tuple[PublicYear, ...] = entry_field("tahun", "Angka tiap tahun, yang terbaru lebih dahulu.")
