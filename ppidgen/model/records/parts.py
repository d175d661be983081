"""Values that several registers share."""

from ppidgen.model.days.dates import Day
from ppidgen.model.elements.record import Part, entry_field
from ppidgen.model.elements.types import Code, Email, FilePath, Flag, Line, Phone, Prose, Slug, Url


class Decree(Part):
    """A decree by which something was decided."""

    number: Code = entry_field("nomor", "Nomor keputusan.", example="188/50/2024")
    day: Day = entry_field("tanggal", "Tanggal keputusan.", example="2024-08-19")
    about: Line | None = entry_field("tentang", "Judul keputusan.", default=None)
    signed_by: Line | None = entry_field("pejabat", "Jabatan yang menetapkan.", default=None)
    approved_by: Line | None = entry_field(
        "persetujuan_atasan", "Jabatan Atasan PPID yang menyetujui.", default=None,
        citation="Perki 1/2021 Pasal 45(6)",
    )  # fmt: skip
    file: FilePath | None = entry_field("berkas", "Salinan keputusan di folder berkas.", default=None)
    link: Url | None = entry_field("tautan", "Alamat salinan keputusan di situs lain.", default=None)


class Document(Part):
    """A document as its register declares it: a file of the portal or an address elsewhere."""

    title: Line = entry_field("judul", "Nama dokumen yang dibaca warga.", example="LKPD 2024 (PDF)")
    file: FilePath | None = entry_field(
        "berkas",
        "Berkas di folder content/berkas, ditulis dari folder itu.",
        default=None,
        example="bpkad/lkpd-2024.pdf",
    )
    link: Url | None = entry_field("tautan", "Alamat dokumen di situs lain.", default=None)
    day: Day | None = entry_field("tanggal", "Tanggal dokumen.", default=None)
    language: Slug | None = entry_field("bahasa", "Bahasa dokumen, bila bukan Indonesia.", default=None, example="en")
    format: Code | None = entry_field("format", "Format dokumen di situs lain.", default=None, example="PDF")
    note: Line | None = entry_field("keterangan", "Keterangan singkat.", default=None)
    alternative: Prose | None = entry_field(
        "alternatif_teks", "Isi dokumen sebagai teks, untuk pembaca layar.", default=None,
        citation="Perki 1/2021 Pasal 24(4)",
    )  # fmt: skip


class Contact(Part):
    """How to reach an office; office contacts only, never a private number."""

    phone: Phone | None = entry_field("telepon", "Telepon kantor.", default=None)
    whatsapp: Phone | None = entry_field("whatsapp", "Nomor WhatsApp layanan.", default=None)
    email: Email | None = entry_field("surel", "Surel kantor.", default=None)
    fax: Phone | None = entry_field("faksimile", "Faksimile kantor.", default=None)


class Person(Part):
    """An official named together with the post."""

    name: Line = entry_field("nama", "Nama pejabat.")
    post: Line = entry_field("jabatan", "Jabatan.")
    unit: Line | None = entry_field("unit_kerja", "Unit kerja.", default=None)


class Withdrawal(Part):
    """Why an entry is no longer published; its address keeps saying so."""

    day: Day = entry_field("tanggal", "Tanggal penarikan.")
    reason: Line = entry_field("alasan", "Alasan penarikan.")
    replacement: Code | None = entry_field("pengganti", "Pengenal entri pengganti.", default=None)


class Media(Part):
    """A video or audio recording with its accessible companions (Perki 1/2021 Pasal 24(4)-(5))."""

    title: Line = entry_field("judul", "Judul rekaman.")
    link: Url | None = entry_field("tautan", "Alamat rekaman.", default=None)
    file: FilePath | None = entry_field("berkas", "Berkas rekaman di folder berkas.", default=None)
    sign_language: Flag = entry_field("bahasa_isyarat", "Ada juru bahasa isyarat?", default=False)
    captions: Flag = entry_field("takarir", "Ada takarir (teks di layar)?", default=False)
    audio: FilePath | None = entry_field(
        "audio", "Rekaman suara di folder berkas, bagi yang tidak melihat.", default=None, example="dishub/naik-bus.mp3"
    )
    transcript: Prose | None = entry_field("transkrip", "Isi rekaman sebagai teks.", default=None)
