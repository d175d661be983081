"""Exempt information (DIK) with its consequence test.

Only what Perki 1/2021 Pasal 49 lets the public read has a place here. The withheld document, its text and
its address have none: an exemption may only record the digest by which a copy is recognised.
"""

from ppidgen.model.days.dates import Day
from ppidgen.model.elements.record import Part, Record, entry_field
from ppidgen.model.elements.types import Code, Count, FilePath, Line, Prose, Reference
from ppidgen.model.elements.vocabulary import ExemptionStatus, Extent, Ground, TestOccasion
from ppidgen.model.records.exemption_terms import ChangeResult, OpeningCause
from ppidgen.model.records.parts import Person


class LegalBasis(Part):
    """One letter of Pasal 17 and the act that backs it."""

    ground: Ground = entry_field("huruf", "Huruf Pasal 17.", citation="UU 14/2008 Pasal 17")
    act: Line | None = entry_field(
        "undang_undang",
        "Undang-undang lain yang menjadi dasar.",
        default=None,
        citation="Perki 1/2021 Pasal 49(2) huruf c",
    )
    article: Line | None = entry_field("pasal", "Pasal, ayat, huruf, atau angka.", default=None)

    def named(self, letter: str, of: str = "") -> str:
        """Give the basis in one line: `letter` (the words for it) unless the article says it, the act, the article.

        `of` names the act of the letter, where what stands around it does not.
        """
        if self.article and self.article.startswith(letter):
            return ", ".join(filter(None, (self.act or of, self.article)))
        return ", ".join(filter(None, (f"{letter} {of}".rstrip(), self.act, self.article)))


class ConsequenceTest(Part):
    """The public half of a lembar pengujian konsekuensi (Perki 1/2021 Lampiran II)."""

    number: Code | None = entry_field("nomor", "Nomor lembar uji.", default=None)
    day: Day | None = entry_field("tanggal", "Tanggal uji.", default=None)
    place: Line | None = entry_field("tempat", "Tempat uji.", default=None)
    occasion: TestOccasion | None = entry_field(
        "waktu_uji", "Saat pengujian.", default=None, citation="Perki 1/2021 Pasal 49(1)"
    )
    harm_if_opened: Prose | None = entry_field(
        "konsekuensi_dibuka", "Akibat bila informasi dibuka.", default=None, citation="Perki 1/2021 Pasal 49(2) huruf d"
    )
    benefit_if_closed: Prose | None = entry_field(
        "konsekuensi_ditutup", "Manfaat bila informasi ditutup.", default=None,
        citation="Perki 1/2021 Pasal 49(2) huruf d",
    )  # fmt: skip
    testers: tuple[Person, ...] = entry_field("penguji", "Para penguji.", default=(), public=False)
    approved_by: Person | None = entry_field("menyetujui", "Pimpinan yang menyetujui.", default=None)


class ClassificationDecree(Part):
    """The decree that classifies information as exempt (PP 61/2010 Pasal 4(2); Perki 1/2021 Pasal 49(5))."""

    number: Code | None = entry_field("nomor", "Nomor penetapan.", default=None)
    day: Day | None = entry_field("tanggal", "Tanggal penetapan.", default=None)
    place: Line | None = entry_field("tempat", "Tempat penetapan.", default=None)
    classification: Line | None = entry_field("jenis_klasifikasi", "Jenis klasifikasi.", default=None)
    officer: Person | None = entry_field("pejabat", "PPID yang menetapkan.", default=None)
    unit: Line | None = entry_field("unit_kerja", "Badan Publik dan unit kerja pejabat.", default=None)
    approved_by_head: Line | None = entry_field(
        "persetujuan_pimpinan", "Pimpinan yang menyetujui.", default=None, citation="PP 61/2010 Pasal 3(2)"
    )
    approved_by_superior: Line | None = entry_field(
        "persetujuan_atasan", "Atasan PPID yang menyetujui.", default=None, citation="Perki 1/2021 Pasal 10(2) huruf e"
    )
    file: FilePath | None = entry_field("berkas", "Salinan penetapan yang boleh terbit.", default=None)


class Ending(Part):
    """When the exemption ends: a day, or an event with a day of review."""

    day: Day | None = entry_field("tanggal", "Tanggal berakhir.", default=None)
    event: Line | None = entry_field("peristiwa", "Peristiwa yang mengakhiri.", default=None)


class ClassificationChange(Part):
    """A change of the classification with its own test and decree (Perki 1/2021 Pasal 53, Lampiran IV-V)."""

    number: Code | None = entry_field("nomor", "Nomor penetapan pengubahan.", default=None)
    day: Day | None = entry_field("tanggal", "Tanggal penetapan pengubahan.", default=None)
    place: Line | None = entry_field("tempat", "Tempat penetapan pengubahan.", default=None)
    earlier_decree: Code | None = entry_field(
        "penetapan_semula", "Nomor penetapan yang diubah.", default=None, citation="Perki 1/2021 Pasal 53"
    )
    earlier_test: Code | None = entry_field("lembar_semula", "Nomor lembar uji yang pertama.", default=None)
    new_test: Code | None = entry_field(
        "lembar_baru", "Nomor lembar uji atas pengubahan.", default=None, citation="PP 61/2010 Pasal 10"
    )
    tested_on: Day | None = entry_field("tanggal_uji", "Tanggal uji atas pengubahan.", default=None)
    basis_before: Prose | None = entry_field("dasar_semula", "Dasar hukum semula.", default=None)
    basis_after: Prose | None = entry_field("dasar_pengubahan", "Dasar hukum sesudah pengubahan.", default=None)
    considered: Prose | None = entry_field("pertimbangan", "Pertimbangan pengubahan bagi publik.", default=None)
    duration: Line | None = entry_field("jangka_waktu", "Jangka waktu sesudah pengubahan.", default=None)
    result: ChangeResult | None = entry_field("hasil", "Hasil pengubahan.", default=None)
    officer: Person | None = entry_field("pejabat", "PPID yang menetapkan.", default=None)
    approved_by_head: Line | None = entry_field(
        "persetujuan_pimpinan", "Pimpinan yang menyetujui.", default=None, citation="PP 61/2010 Pasal 10"
    )
    file: FilePath | None = entry_field("berkas", "Salinan penetapan yang boleh terbit.", default=None)


class OpeningDecree(Part):
    """The decree that opens exempt information, and what became of it (PP 61/2010 Pasal 11; Perki 1/2021 Pasal 52)."""

    number: Code | None = entry_field("nomor", "Nomor penetapan terbuka.", default=None)
    day: Day | None = entry_field(
        "tanggal", "Tanggal penetapan terbuka.", default=None, citation="Perki 1/2021 Pasal 52(1)"
    )
    effective: Day | None = entry_field("mulai_terbuka", "Hari mulai terbuka.", default=None)
    cause: OpeningCause | None = entry_field("sebab", "Sebab pembukaan.", default=None)
    entry: Reference | None = entry_field(
        "entri_dip", "Pengenal entri DIP yang memuatnya.", default=None, citation="Perki 1/2021 Pasal 52(4)"
    )
    file: FilePath | None = entry_field("berkas", "Salinan penetapan yang boleh terbit.", default=None)


class WithheldFile(Part):
    """A withheld file by name and digest only, so that a stray copy is recognised and stopped."""

    name: Line | None = entry_field("nama", "Nama berkas yang ditahan.", default=None, public=False)
    sha256: Code | None = entry_field("sha256", "Sidik SHA-256 berkas.", default=None, public=False)
    size: Count | None = entry_field("ukuran", "Ukuran berkas dalam bita.", default=None, public=False)
    text_sha256: Code | None = entry_field(
        "sidik_teks",
        "Sidik SHA-256 teks berkas, untuk mengenali salinan dalam format lain.",
        default=None,
        public=False,
    )


class Exemption(Record):
    """One item of exempt information (`dikecualikan/`)."""

    title: Line = entry_field("judul", "Nama informasi yang dikecualikan.")
    content: Prose | None = entry_field(
        "uraian", "Uraian yang jelas tentang informasi, tanpa isinya.", default=None,
        citation="Perki 1/2021 Pasal 49(5) huruf c",
    )  # fmt: skip
    unit: Reference | None = entry_field("unit", "Pengenal unit.", default=None)
    group: Line | None = entry_field("kelompok", "Kelompok dalam DIK.", default=None)
    holder: Line | None = entry_field("penanggung_jawab", "Pejabat atau unit yang menguasai.", default=None)
    duties: tuple[Code, ...] = entry_field(
        "kewajiban", "Kode kewajiban yang bahannya dikecualikan, bila ada.", default=(), example="[S04]"
    )
    basis: tuple[LegalBasis, ...] = entry_field(
        "dasar", "Dasar pengecualian.", default=(), citation="UU 14/2008 Pasal 17"
    )
    basis_text: Prose | None = entry_field("dasar_hukum", "Dasar hukum seperti tertulis dalam penetapan.", default=None)
    extent: Extent = entry_field(
        "sifat", "Seluruh dokumen atau sebagian.", default=Extent.WHOLE, citation="Perki 1/2021 Pasal 22(2)"
    )
    blackened: Prose | None = entry_field("bagian_dihitamkan", "Bagian yang dihitamkan, bila sebagian.", default=None)
    test: ConsequenceTest | None = entry_field(
        "uji", "Pengujian konsekuensi.", default=None, citation="UU 14/2008 Pasal 19"
    )
    decree: ClassificationDecree | None = entry_field("penetapan", "Penetapan klasifikasi.", default=None)
    starts: Day | None = entry_field("mulai", "Mulai berlaku.", default=None)
    duration: Line | None = entry_field("jangka_waktu", "Jangka waktu seperti tertulis dalam penetapan.", default=None)
    expires: Ending | None = entry_field(
        "berakhir", "Tanggal atau peristiwa berakhir.", default=None, citation="PP 61/2010 Pasal 4(2) huruf d"
    )
    review: Day | None = entry_field("tinjau", "Tanggal peninjauan.", default=None)
    status: ExemptionStatus = entry_field("status", "Keadaan pengecualian.", default=ExemptionStatus.IN_FORCE)
    changes: tuple[ClassificationChange, ...] = entry_field(
        "pengubahan", "Pengubahan klasifikasi, yang lama lebih dahulu.", default=(), citation="Perki 1/2021 Pasal 53"
    )
    replaced_by: Reference | None = entry_field(
        "pengganti", "Pengenal pengecualian yang menggantikan entri ini.", default=None
    )
    opening: OpeningDecree | None = entry_field(
        "pembukaan", "Pembukaan informasi ini.", default=None, citation="PP 61/2010 Pasal 11"
    )
    withheld: tuple[WithheldFile, ...] = entry_field(
        "berkas_ditahan", "Sidik berkas yang ditahan.", default=(), public=False
    )
    other_words: tuple[Line, ...] = entry_field("kata_kunci_lain", "Kata lain untuk pencarian.", default=())
    source: Line | None = entry_field("sumber", "Asal entri bila diimpor.", default=None, public=False)
    to_check: tuple[Code, ...] = entry_field(
        "perlu_diperiksa", "Kunci yang diusulkan program dan belum diperiksa petugas.", default=(), public=False
    )
