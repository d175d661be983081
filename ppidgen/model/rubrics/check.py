"""What a criterion asks of a portal: one closed table of questions, each with typed arguments.

A `Check` holds exactly one question. The attributes of `Check` are the whole table; the functions that answer
them stand in `scoring/`, one for each.
"""

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from ppidgen.model.elements.exact import TimeSpan, Years
from ppidgen.model.elements.record import Part
from ppidgen.model.elements.types import Count, Flag, Line
from ppidgen.model.elements.vocabulary import Category, ChannelKind, OfficerRole, ReportSection, StandardCode

Words = tuple[Line, ...]


class FileDemand(StrEnum):
    """Which file must stand behind a record."""

    NONE = "tidak"
    ANY = "ada"
    DOCUMENT = "dokumen"
    PDF = "pdf"
    TABLE = "tabel"
    PICTURE = "gambar"
    VIDEO = "video"


class LinkDemand(StrEnum):
    """Whose address counts when a record has no file of its own."""

    OWN = "sendiri"
    ANY = "bebas"


class RegisterTest(Part):
    """Records of a register that satisfy all conditions; met when there are `at_least` of them."""

    name: Line = Field(alias="nama")
    where: dict[str, tuple[Line, ...] | Line] = Field(default={}, alias="di_mana")
    words: Words = Field((), alias="kata", description="Salah satu harus ada dalam judul atau kata kunci.")
    years: Years | None = Field(None, alias="tahun")
    within: TimeSpan | None = Field(None, alias="dalam", description="Tanggal terakhir tidak lebih lama dari ini.")
    file: FileDemand = Field(FileDemand.NONE, alias="berkas")
    domain: LinkDemand = Field(LinkDemand.OWN, alias="domain")
    filled: Words = Field((), alias="terisi", description="Kunci yang harus terisi.")
    at_least: Count = Field(1, alias="paling_sedikit")


class DutyTest(Part):
    """The state of duties of the catalogue; the share is the mean over those that apply."""

    codes: Words = Field(alias="kode", min_length=1)
    years: Years | None = Field(None, alias="tahun")
    file: FileDemand = Field(FileDemand.NONE, alias="berkas")


class SeriesTest(Part):
    """Years of a document series, each with an entry that meets the duty; the share is years found by years asked."""

    code: Line = Field(alias="kode")
    years: Years = Field(alias="tahun")
    file: FileDemand = Field(FileDemand.DOCUMENT, alias="berkas")


class FieldsTest(Part):
    """Fields of a register of one record that must be filled; the share is filled by asked."""

    name: Line = Field(alias="nama")
    keys: Words = Field(alias="kunci", min_length=1)


class DecreeOf(StrEnum):
    """What is decided by a decree."""

    LIST = "dip"
    EXEMPTIONS = "dik"
    FEES = "biaya"
    ORGANISATION = "ppid"
    DEPUTIES = "ppid-pelaksana"


class DecreeTest(Part):
    """A decree with number, day and a readable copy."""

    of: DecreeOf = Field(alias="tentang")
    years: Years | None = Field(None, alias="tahun")
    copy_needed: Flag = Field(default=True, alias="salinan")


class ExemptTest(Part):
    """The list of exempt information: each with its ground and term, tested, decreed, still in force."""

    grounded: Flag = Field(default=True, alias="berdasar")
    timed: Flag = Field(default=True, alias="berjangka")
    tested: Flag = Field(default=True, alias="diuji")
    decreed: Flag = Field(default=True, alias="ditetapkan")
    none_expired: Flag = Field(default=True, alias="tanpa_kedaluwarsa")


class ReopenedTest(Part):
    """Exemptions that have ended and whose information now stands open in the DIP."""


class ListTest(Part):
    """The DIP: each entry with all columns of the annex, and how fresh it is."""

    complete: Flag = Field(default=True, alias="lengkap")
    at_least: Count = Field(1, alias="paling_sedikit")
    within: TimeSpan | None = Field(None, alias="dalam")


class ProcedureKind(StrEnum):
    """The procedures a portal explains."""

    REQUEST = "permohonan"
    OBJECTION = "keberatan"
    DISPUTE = "sengketa"


class ProcedureTest(Part):
    """A procedure page that says at least these things; the share is said by asked."""

    kind: ProcedureKind = Field(alias="jenis")
    keys: Words = Field(("langkah",), alias="unsur", min_length=1)


class FormTest(Part):
    """A form that can be downloaded for a procedure."""

    kind: ProcedureKind = Field(alias="jenis")


class CharterTest(Part):
    """The service charter with its six points."""

    keys: Words = Field(alias="unsur", min_length=1)


class StandardsTest(Part):
    """Service standards, with content or a document; the share is present by asked."""

    codes: tuple[StandardCode, ...] = Field(alias="kode", min_length=1)


class OperatingTest(Part):
    """A standard operating procedure whose title holds one of these words."""

    words: Words = Field(alias="kata", min_length=1)
    file: FileDemand = Field(FileDemand.NONE, alias="berkas")


class ReportTest(Part):
    """The annual service report of a year."""

    years: Years = Field(alias="tahun")
    sections: tuple[ReportSection, ...] = Field((), alias="bagian")
    statistics: Words = Field((), alias="statistik")
    file: FileDemand = Field(FileDemand.NONE, alias="berkas")
    delivered: Flag = Field(default=False, alias="disampaikan")


class PackageTest(Part):
    """One document across all procurement packages of a year; the share is the mean over packages."""

    codes: Words = Field((), alias="kode")
    years: Years | None = Field(None, alias="tahun")


class OfficerTest(Part):
    """Officers of a role; with `decree` each needs one."""

    role: OfficerRole = Field(alias="peran")
    decree: Flag = Field(default=True, alias="sk")
    years: Years | None = Field(None, alias="tahun")


class ChannelTest(Part):
    """A channel of one of these kinds."""

    kinds: tuple[ChannelKind, ...] = Field(alias="jenis", min_length=1)
    by_link: Flag = Field(default=False, alias="bertautan")


class Feature(StrEnum):
    """What pages can do: what a theme says of itself in its `theme.yaml`, and what every portal has."""

    MOBILE = "ramah-gawai"
    KEYBOARD = "papan-ketik"
    SKIP_LINK = "lewati-ke-isi"
    CONTRAST = "kontras"
    TEXT_SIZE = "perbesaran-teks"
    LANGUAGE = "bahasa-tertulis"
    NO_SCRIPT = "tanpa-skrip"
    SEARCH = "pencarian"
    OPEN_DATA = "data-terbuka"
    STATISTICS = "statistik"


# What every portal has, whatever its theme; and what no build can know, so that no theme may claim either.
OF_EVERY_PORTAL = frozenset({Feature.OPEN_DATA})
OF_THEMES = frozenset(Feature) - OF_EVERY_PORTAL - {Feature.STATISTICS}


class FeatureTest(Part):
    """Features that every page of the theme has; the share is had by asked."""

    names: tuple[Feature, ...] = Field(alias="nama", min_length=1)


class RefreshTest(Part):
    """The newest dated publication of the portal is not older than this."""

    within: TimeSpan = Field(alias="dalam")


class CategoryTest(Part):
    """Entries of a category with something to open behind them."""

    category: Category = Field(alias="kategori")
    years: Years | None = Field(None, alias="tahun")
    file: FileDemand = Field(FileDemand.ANY, alias="berkas")


class SocialTest(Part):
    """An official social account is named."""


class Check(Part):
    """One question, or several joined by `all_of` (the mean), `any_of` (the best) and `none_of` (its opposite)."""

    unknown_key_code: ClassVar[str] = "RBK001"

    all_of: tuple["Check", ...] = Field((), alias="semua")
    any_of: tuple["Check", ...] = Field((), alias="salah_satu")
    none_of: "Check | None" = Field(None, alias="tidak")
    records: RegisterTest | None = Field(None, alias="register")
    duties: DutyTest | None = Field(None, alias="kewajiban")
    series: SeriesTest | None = Field(None, alias="seri")
    filled_in: FieldsTest | None = Field(None, alias="isian")
    decree: DecreeTest | None = Field(None, alias="penetapan")
    exempt: ExemptTest | None = Field(None, alias="daftar_dikecualikan")
    reopened: ReopenedTest | None = Field(None, alias="dibuka_kembali")
    listing: ListTest | None = Field(None, alias="daftar_informasi")
    procedure: ProcedureTest | None = Field(None, alias="tata_cara")
    form: FormTest | None = Field(None, alias="formulir")
    charter: CharterTest | None = Field(None, alias="maklumat")
    standards: StandardsTest | None = Field(None, alias="standar")
    operating: OperatingTest | None = Field(None, alias="sop")
    report: ReportTest | None = Field(None, alias="laporan_layanan")
    packages: PackageTest | None = Field(None, alias="paket")
    officers: OfficerTest | None = Field(None, alias="pejabat")
    channel: ChannelTest | None = Field(None, alias="kanal")
    features: FeatureTest | None = Field(None, alias="fitur")
    refreshed: RefreshTest | None = Field(None, alias="pemutakhiran")
    category: CategoryTest | None = Field(None, alias="golongan")
    social: SocialTest | None = Field(None, alias="media_sosial")

    @property
    def asked(self) -> tuple[str, ...]:
        """Name the questions that are set; a sound check has exactly one."""
        return tuple(name for name in type(self).model_fields if getattr(self, name) not in (None, ()))

    @property
    def question(self) -> Part | None:
        """Give the arguments of the one question, None for the joining ones."""
        found = getattr(self, self.asked[0]) if self.asked else None
        return found if isinstance(found, Part) and not isinstance(found, Check) else None
