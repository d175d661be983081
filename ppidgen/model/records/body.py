"""The public body: who it is, who serves information, and how to reach it."""

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from ppidgen.model.days.dates import Day
from ppidgen.model.elements.record import Part, Record, entry_field
from ppidgen.model.elements.types import (
    Clock,
    Code,
    Colour,
    Email,
    FilePath,
    Flag,
    Line,
    Phone,
    Prose,
    Reference,
    SiteUrl,
    Url,
)
from ppidgen.model.elements.vocabulary import (
    Activity,
    BodyKind,
    ChannelKind,
    Level,
    OfficerRole,
    SharePictures,
    SiteLanguage,
    ThemeName,
    TimeZone,
    WorkingWeek,
)
from ppidgen.model.records.parts import Contact, Decree
from ppidgen.model.records.submission import Submission


class Officer(Part):
    """A role in the PPID organisation and who holds it."""

    role: OfficerRole = entry_field("peran", "Peran dalam PPID.", citation="Perki 1/2021 Pasal 6(1)")
    name: Line | None = entry_field("nama", "Nama pejabat.", default=None)
    post: Line = entry_field("jabatan", "Jabatan struktural.")
    unit: Reference | None = entry_field("unit", "Pengenal unit kerja.", default=None)
    decree: Decree | None = entry_field(
        "sk", "Keputusan penetapan.", default=None, citation="Perki 1/2021 Pasal 5(2) huruf b, Pasal 8"
    )
    contact: Contact | None = entry_field("kontak", "Kontak kantor.", default=None)
    duties: tuple[Line, ...] = entry_field("tugas", "Tugas dalam PPID.", default=())


class ElectionTime(Part):
    """A time in which the body answers by the periods of an election: those for election bodies, off by default."""

    starts: Day = entry_field("mulai", "Hari pertama.", example="2026-06-01")
    ends: Day = entry_field("selesai", "Hari terakhir.", example="2026-12-31")
    source: Line = entry_field(
        "sumber", "Keputusan yang menetapkan masa itu.", example="Keputusan KPU tentang tahapan dan jadwal"
    )


class ServiceHours(Part):
    """Opening hours of the information desk on some days."""

    days: Line = entry_field("hari", "Hari layanan.", example="Senin-Kamis")
    opens: Clock | None = entry_field("buka", "Jam buka; kosong bila libur.", default=None, example="08.00")
    closes: Clock | None = entry_field("tutup", "Jam tutup.", default=None, example="16.00")
    pause: Code | None = entry_field("istirahat", "Jam istirahat.", default=None, example="12.00-13.00")


class Channel(Part):
    """A way to ask, to complain or to get help."""

    kind: ChannelKind = entry_field("jenis", "Jenis kanal.")
    name: Line = entry_field("nama", "Nama kanal.")
    address: Line | None = entry_field("alamat", "Alamat, nomor, atau surel kanal.", default=None)
    link: Url | None = entry_field("tautan", "Tautan kanal.", default=None)
    hours: Line | None = entry_field("jam", "Jam layanan kanal.", default=None)
    promise: Line | None = entry_field("janji_balas", "Janji waktu balas.", default=None)
    note: Line | None = entry_field("keterangan", "Untuk apa kanal ini.", default=None)


class SocialAccount(Part):
    """An official account on a social network."""

    name: Line = entry_field("nama", "Nama akun.")
    link: Url = entry_field("tautan", "Alamat akun.")


class Commission(Part):
    """The Komisi Informasi that is competent for disputes (UU 14/2008 Pasal 37(1))."""

    name: Line = entry_field("nama", "Nama Komisi Informasi.")
    address: Line | None = entry_field("alamat", "Alamat kantor.", default=None)
    phone: Phone | None = entry_field("telepon", "Telepon kantor.", default=None)
    email: Email | None = entry_field("surel", "Surel kantor.", default=None)
    link: Url | None = entry_field("situs", "Situs.", default=None)


class NotApplicable(Part):
    """Something the body does not do or have, so that the duties which hang on it do not bind it."""

    activity: Activity = entry_field("kegiatan", "Kegiatan yang tidak dijalankan.", example="penelitian")
    reason: Line = entry_field("alasan", "Mengapa tidak dijalankan.")


class PublicBody(Record):
    """Identity of the body that owns the portal (`badan-publik.yaml`)."""

    name: Line = entry_field("nama", "Nama resmi Badan Publik.", example="Pemerintah Kabupaten Contoh")
    short_name: Line | None = entry_field("nama_singkat", "Nama pendek untuk kepala laman.", default=None)
    kind: BodyKind = entry_field("jenis", "Jenis Badan Publik.", citation="Perki 1/2021 Pasal 3")
    level: Level = entry_field("tingkat", "Tingkat; menentukan Komisi Informasi.", citation="UU 14/2008 Pasal 37(1)")
    activities: tuple[Activity, ...] = entry_field(
        "kegiatan", "Kegiatan yang menambah kewajiban, di luar yang lazim bagi jenis Badan Publik ini.",
        default=(), example="[ad-art]",
    )  # fmt: skip
    not_applicable: tuple[NotApplicable, ...] = entry_field(
        "tidak_berlaku", "Kegiatan yang tidak dijalankan, beserta alasannya.", default=()
    )
    address: Line | None = entry_field(
        "alamat", "Alamat lengkap kantor.", default=None, citation="Perki 1/2021 Pasal 15(1) huruf a"
    )
    region_code: Code | None = entry_field("kode_wilayah", "Kode wilayah Kemendagri.", default=None)
    time_zone: TimeZone = entry_field("zona_waktu", "Zona waktu kantor.", default=TimeZone.WEST)
    working_week: WorkingWeek = entry_field(
        "pekan_kerja", "Banyak hari kerja sepekan: 5 atau 6.", default=WorkingWeek.FIVE
    )
    joint_leave_off: Flag = entry_field("cuti_bersama_libur", "Apakah kantor libur pada cuti bersama?", default=True)
    elections: tuple[ElectionTime, ...] = entry_field(
        "masa_pemilu", "Masa berlakunya tenggat khusus pemilu; hanya untuk penyelenggara pemilu.", default=()
    )
    website: Url | None = entry_field("situs", "Situs utama Badan Publik.", default=None)
    contact: Contact = entry_field("kontak", "Kontak kantor PPID.", default=Contact())
    vision: Prose | None = entry_field("visi", "Visi.", default=None)
    missions: tuple[Prose, ...] = entry_field("misi", "Misi.", default=())
    tasks: Prose | None = entry_field(
        "tugas_fungsi", "Tugas dan fungsi.", default=None, citation="Perki 1/2021 Pasal 15(1) huruf a"
    )
    scope: Prose | None = entry_field("ruang_lingkup", "Ruang lingkup kegiatan.", default=None)
    about_ppid: Prose | None = entry_field("profil_ppid", "Profil singkat PPID.", default=None)
    local_language: Line | None = entry_field("bahasa_daerah", "Bahasa daerah penduduk.", default=None)
    officers: tuple[Officer, ...] = entry_field(
        "pejabat_ppid", "Pejabat PPID.", default=(), citation="Perki 1/2021 Pasal 6"
    )
    hours: tuple[ServiceHours, ...] = entry_field("jam_layanan", "Jam layanan informasi.", default=())
    channels: tuple[Channel, ...] = entry_field("kanal", "Kanal layanan dan pengaduan.", default=())
    social: tuple[SocialAccount, ...] = entry_field("media_sosial", "Akun media sosial resmi.", default=())
    list_decree: Decree | None = entry_field(
        "penetapan_dip", "Keputusan penetapan DIP terakhir.", default=None, citation="Perki 1/2021 Pasal 45(5)"
    )
    exemption_decree: Decree | None = entry_field("penetapan_dik", "Keputusan penetapan DIK terakhir.", default=None)
    commission: Commission | None = entry_field("komisi_informasi", "Komisi Informasi yang berwenang.", default=None)


def _one_or_more(value: object) -> object:
    return (value,) if isinstance(value, str) else value


# One language may stand there without the brackets of a list.
SiteLanguages = Annotated[
    tuple[SiteLanguage, ...], BeforeValidator(_one_or_more),
    WithJsonSchema({"anyOf": [
        {"enum": [one.value for one in SiteLanguage]},
        {"type": "array", "items": {"enum": [one.value for one in SiteLanguage]}},
    ]}),
]  # fmt: skip


class ScoreOfOwn(Part):
    """Which score the portal publishes of itself."""

    rubric: Code = entry_field("rubrik", "Edisi rubrik yang disertakan program.", example="perki-1-2021")
    badge: Flag = entry_field(
        "lencana", "Terbitkan juga lencana SVG yang bertuliskan perkiraan sendiri.", default=False
    )


class Site(Record):
    """How and where the portal is published (`situs.yaml`)."""

    title: Line = entry_field("judul", "Judul portal.", example="PPID Kabupaten Contoh")
    base_url: SiteUrl | None = entry_field("alamat", "Alamat portal, boleh dengan subfolder.", default=None)
    description: Line | None = entry_field("deskripsi", "Satu kalimat tentang portal.", default=None)
    theme: ThemeName = entry_field("tema", "Nama tema bawaan.", default=ThemeName.STANDARD)
    languages: SiteLanguages = entry_field(
        "bahasa", "Bahasa portal; bahasa Indonesia selalu ada dan menjadi bahasa utama.",
        default=(SiteLanguage.INDONESIAN,), example="[id, en]",
    )  # fmt: skip
    colour: Colour | None = entry_field(
        "warna", "Warna utama, enam angka heksadesimal.", default=None, example="#0a489f"
    )
    logo: FilePath | None = entry_field("logo", "Berkas logo (SVG atau PNG) di folder berkas.", default=None)
    per_page: Annotated[int, Field(ge=10, le=500)] = entry_field(
        "entri_per_laman", "Banyak entri pada satu laman daftar.", default=50
    )
    licence: Code = entry_field("lisensi", "Lisensi isi portal.", default="CC BY 4.0")
    licence_link: Url | None = entry_field("tautan_lisensi", "Alamat teks lisensi.", default=None)
    security_contact: Email | None = entry_field("kontak_keamanan", "Surel pelaporan celah keamanan.", default=None)
    popular_searches: tuple[Line, ...] = entry_field(
        "pencarian_populer",
        "Kata yang sering dicari warga, tampil di laman pencarian.",
        default=(),
        example="[APBD, KTP]",
    )
    submission: Submission = entry_field("pengajuan", "Ke mana formulir daring dikirim.", default=Submission())
    board: Flag = entry_field(
        "papan_layanan", "Terbitkan papan status perkara tiap unit; tanpa satu pun perkara disebut.", default=False
    )
    score: ScoreOfOwn | None = entry_field(
        "skor", "Terbitkan laman skor: estimasi mandiri, bukan nilai Komisi Informasi.", default=None
    )
    pictures: SharePictures | None = entry_field(
        "gambar_bagikan",
        "Gambar yang tampil saat laman dibagikan: satu untuk setiap informasi ('semua') atau golongan ('utama'). "
        "Bila tidak diisi: 'semua' sampai 500 informasi, 'utama' di atasnya.",
        default=None,
    )
    print_kit: Flag = entry_field(
        "bahan_cetak",
        "Terbitkan brosur A5, poster A3, dan formulir kosong (PDF, DOCX) untuk diunduh; memerlukan ekstra documents.",
        default=False,
    )
    synonyms: dict[str, tuple[Line, ...]] = entry_field(
        "sinonim", "Kata lain yang dicari warga.", default={}, example="LRA: [laporan realisasi anggaran]"
    )

    @property
    def further_languages(self) -> tuple[SiteLanguage, ...]:
        """Give the languages besides the main one, each once, in the order in which they are written."""
        return tuple(dict.fromkeys(one for one in self.languages if one is not SiteLanguage.INDONESIAN))
