"""Procurement packages and their documents."""

from ppidgen.model.elements.record import Part, Record, entry_field
from ppidgen.model.elements.types import Code, Count, FilePath, Line, Reference, Url, Year
from ppidgen.model.elements.vocabulary import PackageDocumentState, ProcurementMethod


class PackageDocument(Part):
    """One document of a package, by the code of the duty it meets."""

    duty: Code = entry_field("kode", "Kode kewajiban, misalnya B09.b.01.", citation="Perki 1/2021 Pasal 15(9)")
    state: PackageDocumentState = entry_field("status", "Keadaan dokumen.", default=PackageDocumentState.AVAILABLE)
    title: Line | None = entry_field("judul", "Nama dokumen.", default=None)
    file: FilePath | None = entry_field("berkas", "Berkas di folder berkas.", default=None)
    link: Url | None = entry_field("tautan", "Alamat di situs lain.", default=None)
    reason: Line | None = entry_field(
        "alasan", "Alasan bila nihil, dikecualikan, atau tidak dipersyaratkan.", default=None
    )


class ProcurementPackage(Record):
    """One procurement package (`pengadaan/`; Perki 1/2021 Pasal 15(9))."""

    name: Line = entry_field("nama", "Nama paket.")
    year: Year = entry_field("tahun", "Tahun anggaran.", example="2025")
    unit: Reference | None = entry_field("unit", "Pengenal unit.", default=None)
    rup_code: Code | None = entry_field("kode_rup", "Kode RUP.", default=None)
    method: ProcurementMethod = entry_field("metode", "Metode pengadaan.")
    ceiling: Count | None = entry_field("nilai_pagu", "Pagu dalam rupiah.", default=None)
    value: Count | None = entry_field("nilai_kontrak", "Nilai kontrak dalam rupiah.", default=None)
    supplier: Line | None = entry_field("penyedia", "Nama badan usaha penyedia.", default=None)
    location: Line | None = entry_field("lokasi", "Lokasi pekerjaan.", default=None)
    link: Url | None = entry_field("tautan", "Laman SIRUP atau LPSE.", default=None)
    documents: tuple[PackageDocument, ...] = entry_field("dokumen", "Dokumen paket.", default=())
