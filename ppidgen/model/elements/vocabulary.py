"""The closed choices of the registers: the value an officer types, and the label a citizen reads."""

from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """A typed choice whose `label` is what people read."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make the choice from its typed value and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class BodyKind(Choice):
    """Kind of public body (Perki 1/2021 Pasal 3; villages: Perki 1/2018 Pasal 1 angka 3)."""

    LEGISLATIVE = "legislatif", "Lembaga legislatif"
    EXECUTIVE = "eksekutif", "Lembaga eksekutif"
    JUDICIAL = "yudikatif", "Lembaga yudikatif"
    OTHER_STATE = "badan-lain", "Badan lain penyelenggara negara"
    STATE_ENTERPRISE = "bumn-bumd", "Badan usaha milik negara atau daerah"
    NON_GOVERNMENTAL = "ornop", "Organisasi nonpemerintah"
    POLITICAL_PARTY = "parpol", "Partai politik"
    VILLAGE = "desa", "Badan Publik Desa"


class Level(Choice):
    """Level of government; it decides which Komisi Informasi is competent (UU 14/2008 Pasal 37(1))."""

    NATIONAL = "pusat", "Pusat"
    PROVINCE = "provinsi", "Provinsi"
    REGENCY = "kabupaten-kota", "Kabupaten/Kota"
    VILLAGE = "desa", "Desa"


class Activity(Choice):
    """What a body does, or has, that brings further duties upon it."""

    PROCUREMENT = "pengadaan", "Pengadaan barang dan jasa pemerintah"
    WEALTH_REPORTS = "lhkpn", "Pejabat yang wajib menyampaikan LHKPN"
    LICENSING = "perizinan", "Penerbitan izin"
    RISKY_ACTIVITIES = "izin-berisiko", "Izin atau perjanjian kerja untuk kegiatan berisiko"
    RESEARCH = "penelitian", "Penelitian"
    EDUCATION = "pendidikan", "Penyelenggaraan pendidikan untuk umum"
    BYLAWS = "ad-art", "Anggaran dasar dan anggaran rumah tangga"


class TimeZone(Choice):
    """The body's time zone."""

    WEST = "WIB", "Waktu Indonesia Barat"
    CENTRAL = "WITA", "Waktu Indonesia Tengah"
    EAST = "WIT", "Waktu Indonesia Timur"


class OfficerRole(Choice):
    """Role in the PPID organisation (Perki 1/2021 Pasal 6(1))."""

    SUPERIOR = "atasan-ppid", "Atasan PPID"
    PRINCIPAL = "ppid", "PPID"
    DEPUTY = "ppid-pelaksana", "PPID Pelaksana"
    ADVISERS = "tim-pertimbangan", "Tim Pertimbangan"
    CLERK = "petugas", "Petugas Pelayanan Informasi Publik"


class WorkingWeek(Choice):
    """How many days a week the office works (five for government: Perpres 21/2023)."""

    FIVE = "5", "Lima hari, Senin sampai Jumat"
    SIX = "6", "Enam hari, Senin sampai Sabtu"


class HolidayKind(Choice):
    """What makes a day a day off."""

    NATIONAL = "libur-nasional", "Libur nasional"
    JOINT_LEAVE = "cuti-bersama", "Cuti bersama"
    LOCAL = "libur-daerah", "Libur daerah"


class UnitKind(Choice):
    """Place of a unit in the PPID network."""

    PRINCIPAL = "ppid-utama", "PPID Utama"
    DEPUTY = "ppid-pelaksana", "PPID Pelaksana"
    VILLAGE = "ppid-desa", "PPID Desa/Kelurahan"
    OTHER = "unit", "Unit kerja"


class Category(Choice):
    """Category of public information (UU 14/2008 Pasal 9, 10, 11)."""

    PERIODIC = "berkala", "Informasi Berkala"
    IMMEDIATE = "serta-merta", "Informasi Serta-Merta"
    ON_DEMAND = "setiap-saat", "Informasi Setiap Saat"


class Form(Choice):
    """Form in which information is available (Perki 1/2021 Pasal 13(4))."""

    SOFTCOPY = "softcopy", "Dokumen digital (softcopy)"
    HARDCOPY = "hardcopy", "Dokumen nondigital (hardcopy)"


class Ground(Choice):
    """Letter of UU 14/2008 Pasal 17 on which an exemption rests."""

    A = "17a", "Menghambat proses penegakan hukum"
    B = "17b", "Mengganggu perlindungan hak atas kekayaan intelektual dan persaingan usaha yang sehat"
    C = "17c", "Membahayakan pertahanan dan keamanan negara"
    D = "17d", "Mengungkapkan kekayaan alam Indonesia"
    E = "17e", "Merugikan ketahanan ekonomi nasional"
    F = "17f", "Merugikan kepentingan hubungan luar negeri"
    G = "17g", "Mengungkapkan isi akta otentik yang bersifat pribadi dan kemauan terakhir atau wasiat seseorang"
    H = "17h", "Mengungkap rahasia pribadi"
    I = "17i", "Memorandum atau surat antar-Badan Publik atau intra-Badan Publik yang dirahasiakan"  # noqa: E741 - the letter of the article
    J = "17j", "Informasi yang tidak boleh diungkapkan berdasarkan undang-undang"


class Extent(Choice):
    """How much of a document is exempt (Perki 1/2021 Pasal 22(2), 50)."""

    WHOLE = "seluruh", "Seluruh dokumen"
    PART = "sebagian", "Sebagian (dihitamkan atau dikaburkan)"


class TestOccasion(Choice):
    """When the consequence test was made (Perki 1/2021 Pasal 49(1))."""

    BEFORE_REQUEST = "sebelum-permintaan", "Sebelum adanya permintaan"
    AT_REQUEST = "saat-permintaan", "Pada saat adanya permintaan"
    BY_ORDER = "perintah-majelis", "Atas perintah Majelis Komisioner"


class ExemptionStatus(Choice):
    """Where an exemption stands."""

    IN_FORCE = "berlaku", "Berlaku"
    OPENED = "dibuka", "Telah dibuka"
    CHANGED = "diubah", "Diubah"


class PersonalKind(Choice):
    """Kind of personal data or secret mark that a file may not hold without a permit."""

    IDENTITY = "nik", "NIK"
    FAMILY_CARD = "kk", "Nomor kartu keluarga"
    TAX = "npwp", "NPWP"
    PHONE = "ponsel", "Nomor telepon seluler"
    MAIL = "surel", "Surel pribadi"
    ACCOUNT = "rekening", "Nomor rekening"
    DOUBTFUL = "nomor-meragukan", "Nomor yang disebut NIK atau KK"
    CARD = "kartu", "Nomor paspor, BPJS, atau NISN"
    NAME = "nama", "Nama orang"
    MARK = "tanda-rahasia", "Tanda rahasia"


class HazardKind(Choice):
    """Kind of immediate information (Perki 1/2021 Pasal 19(2))."""

    NATURAL = "bencana-alam", "Bencana alam"
    NON_NATURAL = "bencana-nonalam", "Bencana nonalam"
    SOCIAL = "bencana-sosial", "Bencana sosial"
    DISEASE = "penyakit-menular", "Penyakit yang berpotensi menular"
    POISON = "racun-makanan", "Racun pada bahan makanan"
    UTILITY = "gangguan-utilitas", "Gangguan terhadap utilitas publik"

    @property
    def threatens_life(self) -> bool:
        """Tell whether lives may be at stake; an interrupted supply is told after whatever threatens them."""
        return self is not HazardKind.UTILITY


class ChannelKind(Choice):
    """A way to reach the body or to complain."""

    DESK = "meja-layanan", "Meja layanan"
    PHONE = "telepon", "Telepon"
    WHATSAPP = "whatsapp", "WhatsApp"
    EMAIL = "surel", "Surel"
    WEBSITE = "laman", "Laman"
    POST = "pos", "Pos"
    APP = "aplikasi", "Aplikasi"
    LAPOR = "sp4n-lapor", "SP4N-LAPOR!"
    EMERGENCY = "darurat-112", "Panggilan darurat 112"
    WHISTLEBLOWING = "wbs", "Pengaduan pelanggaran (WBS)"


class ServiceKind(Choice):
    """Kind of an entry in the service register."""

    REQUEST = "permohonan", "Tata cara permohonan informasi"
    OBJECTION = "keberatan", "Tata cara pengajuan keberatan"
    DISPUTE = "sengketa", "Tata cara penyelesaian sengketa informasi"
    CHARTER = "maklumat", "Maklumat pelayanan"
    FEES = "biaya", "Standar biaya"
    STANDARD = "standar", "Standar layanan"
    SOP = "sop", "Prosedur operasional standar"


class StandardCode(Choice):
    """The seven service standards (Perki 1/2021 Pasal 23(2))."""

    W01 = "W01", "Standar Pengumuman"
    W02 = "W02", "Standar Permintaan Informasi Publik"
    W03 = "W03", "Standar Pengajuan Keberatan"
    W04 = "W04", "Standar Penetapan dan Pemutakhiran Daftar Informasi Publik"
    W05 = "W05", "Standar Pendokumentasian Informasi Publik"
    W06 = "W06", "Standar Maklumat Pelayanan"
    W07 = "W07", "Standar Pengujian Konsekuensi"


class SubmissionEncoding(Choice):
    """How the online forms are encoded when they are sent to the body's own address."""

    JSON = "json", "JSON"
    FORM = "formulir", "Isian formulir web"


class CaseKind(Choice):
    """Kind of a case in the anonymous register."""

    REQUEST = "permohonan", "Permohonan informasi"
    OBJECTION = "keberatan", "Keberatan"
    DISPUTE = "sengketa", "Sengketa informasi"


class ApplicantKind(Choice):
    """Kind of applicant, never who it is (Perki 1/2021 Pasal 27)."""

    PERSON = "perorangan", "Orang perseorangan"
    LEGAL_ENTITY = "badan-hukum", "Badan hukum"
    GROUP = "kelompok", "Kelompok orang"
    PROXY = "kuasa", "Kuasa"


class Decision(Choice):
    """Outcome of a request."""

    GRANTED = "dikabulkan-seluruhnya", "Dikabulkan seluruhnya"
    GRANTED_IN_PART = "dikabulkan-sebagian", "Dikabulkan sebagian"
    REFUSED = "ditolak", "Ditolak"


class RefusalReason(Choice):
    """Why a request was not granted."""

    EXEMPT = "dikecualikan", "Informasi dikecualikan"
    NOT_HELD = "tidak-dikuasai", "Tidak dikuasai"
    NOT_DOCUMENTED = "belum-didokumentasikan", "Belum didokumentasikan"
    INCOMPLETE = "tidak-lengkap", "Permintaan tidak lengkap"


class ExtensionReason(Choice):
    """Why the time for the notice was extended; there is no third reason (Perki 1/2021 Pasal 36)."""

    NOT_HELD = "belum-dikuasai", "Informasi belum dikuasai atau belum didokumentasikan"
    UNDECIDED = "belum-diputuskan", "Status informasi belum diputuskan"


class DisputeStage(Choice):
    """How far a dispute has come (UU 14/2008 Pasal 39, 47, 50)."""

    MEDIATION = "mediasi", "Mediasi"
    ADJUDICATION = "ajudikasi", "Ajudikasi"
    COURT = "pengadilan", "Pengadilan"
    CASSATION = "kasasi", "Kasasi"


class ObjectionGround(Choice):
    """Grounds of an objection (UU 14/2008 Pasal 35(1))."""

    REFUSED = "a", "Permintaan informasi ditolak dengan alasan pengecualian"
    NOT_PERIODIC = "b", "Informasi berkala tidak disediakan"
    NOT_ANSWERED = "c", "Permintaan informasi tidak ditanggapi"
    NOT_AS_ASKED = "d", "Permintaan informasi ditanggapi tidak sebagaimana yang diminta"
    NOT_FULFILLED = "e", "Permintaan informasi tidak dipenuhi"
    UNFAIR_FEE = "f", "Biaya yang dikenakan tidak wajar"
    LATE = "g", "Informasi disampaikan melebihi waktu yang diatur"


class NewsKind(Choice):
    """Kind of a news item."""

    NEWS = "berita", "Berita"
    PRESS = "siaran-pers", "Siaran pers"
    CLARIFICATION = "klarifikasi", "Klarifikasi"
    AGENDA = "agenda", "Agenda"


class ProcurementMethod(Choice):
    """How a package is procured."""

    TENDER = "tender", "Tender"
    DIRECT = "pengadaan-langsung", "Pengadaan langsung"
    APPOINTMENT = "penunjukan-langsung", "Penunjukan langsung"
    CATALOGUE = "e-purchasing", "E-purchasing"
    SELF_MANAGED = "swakelola", "Swakelola"


class PackageDocumentState(Choice):
    """State of one document of a procurement package."""

    AVAILABLE = "tersedia", "Tersedia"
    NIL = "nihil", "Nihil"
    EXEMPT = "dikecualikan", "Dikecualikan"
    NOT_REQUIRED = "tidak-dipersyaratkan", "Tidak dipersyaratkan"


class ReportSection(Choice):
    """The six sections of the service report (Perki 1/2021 Pasal 56(4))."""

    POLICY = "a", "Gambaran umum kebijakan layanan informasi publik"
    IMPLEMENTATION = "b", "Gambaran umum pelaksanaan layanan informasi publik"
    REQUESTS = "c", "Rincian pelayanan informasi publik"
    DISPUTES = "d", "Rincian penyelesaian sengketa informasi publik"
    OBSTACLES = "e", "Kendala eksternal dan internal"
    FOLLOW_UP = "f", "Rekomendasi dan rencana tindak lanjut"


class Profile(Choice):
    """Ready-made starting points of a portal."""

    REGENCY = "kabupaten", "Pemerintah kabupaten"
    CITY = "kota", "Pemerintah kota"
    PROVINCE = "provinsi", "Pemerintah provinsi"
    AGENCY = "opd", "Perangkat daerah"
    VILLAGE = "desa", "Pemerintah desa"
    CAMPUS = "kampus", "Perguruan tinggi"
    ENTERPRISE = "bumd", "Badan usaha milik daerah"


class ThemeName(Choice):
    """Themes that ship with the program; any other is named by whoever runs the build, never by content."""

    STANDARD = "baku", "Tema baku"


class SiteLanguage(Choice):
    """Languages in which a portal can be read, each with its own name; Indonesian is always the main one."""

    INDONESIAN = "id", "Indonesia"
    ENGLISH = "en", "English"
    JAVANESE = "jv", "Jawa"


class SharePictures(Choice):
    """Which pages have a picture of their own for where they are linked to."""

    ALL = "semua", "Setiap informasi"
    MAIN = "utama", "Portal dan setiap golongan informasi"
    NONE = "tidak", "Tanpa gambar"


class EvidenceKind(Choice):
    """What an officer attaches to prove what no build can see."""

    PHOTO = "foto", "Foto"
    VIDEO = "video", "Video"
    LETTER = "surat", "Surat atau keputusan"
    DOCUMENT = "dokumen", "Dokumen"
    LINK = "tautan", "Tautan"


class EvidenceState(Choice):
    """How far a claim has come."""

    CLAIMED = "diklaim", "Diklaim"
    VERIFIED = "diverifikasi", "Diverifikasi"
    REJECTED = "ditolak", "Ditolak"
