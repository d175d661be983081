"""One record or more of every register, for tests that want a portal with everything in it."""

from datetime import date

from ppidgen.model.days.dates import parse_period
from ppidgen.model.elements.vocabulary import (
    ApplicantKind,
    BodyKind,
    Category,
    ChannelKind,
    Decision,
    DisputeStage,
    ExemptionStatus,
    Extent,
    Form,
    Ground,
    HazardKind,
    HolidayKind,
    Level,
    NewsKind,
    ObjectionGround,
    OfficerRole,
    PackageDocumentState,
    ProcurementMethod,
    RefusalReason,
    ReportSection,
    StandardCode,
    UnitKind,
)
from ppidgen.model.records.body import Channel, Commission, Officer, PublicBody, ServiceHours, Site, SocialAccount
from ppidgen.model.records.cases import Case, DisputeCase, ObjectionCase, RequestCase
from ppidgen.model.records.exemption import (
    ClassificationDecree,
    ConsequenceTest,
    Ending,
    Exemption,
    LegalBasis,
    OpeningDecree,
)
from ppidgen.model.records.holidays import AddedHoliday, HolidayDecree
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.parts import Contact, Decree, Document, Media, Person, Withdrawal
from ppidgen.model.records.procurement import PackageDocument, ProcurementPackage
from ppidgen.model.records.publication import Announcement, Article, NewsItem
from ppidgen.model.records.service import (
    FeeItem,
    FeeSchedule,
    OperatingProcedure,
    Procedure,
    ServiceCharter,
    ServiceStandard,
    Step,
)
from ppidgen.model.records.service_report import Delivery, SatisfactionSurvey, ServiceReport, ServiceStatistics
from ppidgen.model.records.unit import Unit
from ppidgen.source.document_facts import DocumentFacts

FILES = {
    path: DocumentFacts(path, 2048, "a" * 64, "pdf", 3, readable=True, ending="pdf")
    for path in ("bpkad/lkpd-2024.pdf", "sk/ppid.pdf", "sk/dik.pdf", "logo.svg", "berita/foto.jpg", "paket/kak.pdf")
}

DECREE = Decree(number="188/50/2025", day=date(2025, 8, 19), file="sk/ppid.pdf")

BODY = PublicBody(
    name="Pemerintah Kabupaten Contoh",
    short_name="Kabupaten Contoh",
    kind=BodyKind.EXECUTIVE,
    level=Level.REGENCY,
    address="Jalan Contoh 1",
    website="https://contoh.go.id",
    contact=Contact(phone="021 555 0100", whatsapp="0812 5550 100", email="ppid@contoh.go.id"),
    vision="Terbuka dan melayani.",
    missions=("Melayani warga.", "Menerbitkan informasi."),
    tasks="Menyelenggarakan pemerintahan daerah.",
    scope="Pemerintahan kabupaten.",
    about_ppid="PPID dibentuk pada 2011.",
    officers=(
        Officer(role=OfficerRole.SUPERIOR, name="Ani", post="Sekretaris Daerah", decree=DECREE),
        Officer(role=OfficerRole.PRINCIPAL, post="Kepala Dinas", duties=("Menyimpan informasi.",)),
    ),
    hours=(ServiceHours(days="Senin-Kamis", opens="08:00", closes="16.00"), ServiceHours(days="Minggu")),
    channels=(
        Channel(kind=ChannelKind.EMAIL, name="Surel PPID", address="ppid@contoh.go.id", promise="satu hari kerja"),
        Channel(kind=ChannelKind.LAPOR, name="SP4N-LAPOR!", link="https://www.lapor.go.id"),
        Channel(kind=ChannelKind.EMERGENCY, name="112"),
    ),
    social=(SocialAccount(name="@contoh", link="https://sosial.example/contoh"),),
    list_decree=DECREE,
    exemption_decree=DECREE,
    commission=Commission(name="Komisi Informasi Provinsi Contoh", phone="021 555 0199"),
)

SITE = Site(
    title="PPID Kabupaten Contoh",
    logo="logo.svg",
    board=True,
    security_contact="aman@contoh.go.id",
    popular_searches=("APBD",),
    synonyms={"LRA": ("laporan realisasi anggaran",)},
)

UNITS = (
    Unit(id="bpkad", name="BPKAD", parent="setda", decree=DECREE, head=Person(name="Budi", post="Kepala Badan")),
    Unit(id="setda", name="Sekretariat Daerah", kind=UnitKind.PRINCIPAL, overview="Mengoordinasikan perangkat daerah."),
    Unit(id="desa/contoh", name="Desa Contoh", kind=UnitKind.VILLAGE),
)

INFORMATION = (
    InformationEntry(
        id="bpkad/lkpd-2024",
        title="Laporan Keuangan Daerah 2024",
        summary="Laporan keuangan yang *telah diaudit*.",
        category=Category.PERIODIC,
        unit="bpkad",
        holder="Kepala BPKAD",
        responsible="Kepala Bidang Akuntansi",
        made_on=parse_period("Maret 2025"),
        made_at="Contoh",
        forms=(Form.SOFTCOPY, Form.HARDCOPY),
        retention="5 tahun",
        year=2024,
        published=date(2025, 6, 1),
        updated=date(2026, 1, 5),
        documents=(
            Document(title="LKPD 2024", file="bpkad/lkpd-2024.pdf"),
            Document(title="Ringkasan", link="https://contoh.go.id/ringkasan.pdf"),
        ),
        media=(Media(title="Penjelasan", link="https://video.example/1", captions=True),),
        duties=("B04.a",),
        tags=("keuangan",),
        other_words=("APBD",),
        old_ids=("bpkad/lkpd-lama",),
        body="Lihat [daftar](/dip/) ini.",
    ),
    InformationEntry(
        id="bpkad/neraca", title="Neraca Daerah", category=Category.PERIODIC, unit="bpkad", duties=("B04.b",)
    ),
    InformationEntry(id="renstra", title="Rencana Strategis", category=Category.ON_DEMAND, year=2021),
    InformationEntry(id="peta-bahaya", title="Peta Bahaya", category=Category.IMMEDIATE, unit="setda"),
    InformationEntry(
        id="bpkad/ditarik",
        title="Laporan Keliru",
        category=Category.PERIODIC,
        unit="bpkad",
        withdrawn=Withdrawal(day=date(2025, 2, 1), reason="Angkanya keliru.", replacement="bpkad/lkpd-2024"),
    ),
)

EXEMPTIONS = (
    Exemption(
        id="data-pasien",
        title="Data pasien",
        content="Rekam medis pasien puskesmas.",
        unit="setda",
        basis=(LegalBasis(ground=Ground.H, act="UU 27/2022", article="Pasal 4"),),
        extent=Extent.PART,
        blackened="Nama dan alamat pasien.",
        test=ConsequenceTest(
            number="1/2025",
            day=date(2025, 1, 10),
            harm_if_opened="Rahasia pribadi terungkap.",
            benefit_if_closed="Pasien terlindungi.",
            approved_by=Person(name="Ani", post="Sekretaris Daerah"),
        ),
        decree=ClassificationDecree(number="9/2025", day=date(2025, 1, 20), file="sk/dik.pdf"),
        expires=Ending(day=date(2030, 1, 20)),
    ),
    Exemption(
        id="naskah",
        title="Naskah soal ujian",
        status=ExemptionStatus.OPENED,
        duration="Sampai ujian selesai",
        extent=Extent.PART,
        blackened="Kunci jawaban.",
        opening=OpeningDecree(entry=INFORMATION[0].id),
    ),
    Exemption(
        id="harga", title="Harga perkiraan", expires=Ending(day=date(2026, 3, 1), event="Kontrak ditandatangani")
    ),
)

SERVICES = (
    Procedure(
        id="permohonan", kind="permohonan", title="Cara meminta", steps=(Step(title="Datang"),), plain="Datang saja."
    ),
    ServiceCharter(id="maklumat", kind="maklumat", statement="Kami melayani.", fees="Gratis."),
    FeeSchedule(id="biaya", kind="biaya", copying=(FeeItem(name="Fotokopi", unit="lembar", price="Rp300"),)),
    ServiceStandard(id="w02", kind="standar", code=StandardCode.W02, title="Standar permintaan", decree=DECREE),
    OperatingProcedure(id="sop-uji", kind="sop", title="SOP uji konsekuensi", body="Isi."),
)

CASES: tuple[Case, ...] = (
    RequestCase(id="p-1", kind="permohonan", received=date(2025, 3, 3), decision=Decision.GRANTED, subject="Anggaran"),
    RequestCase(id="p-2", kind="permohonan", received=date(2025, 4, 3), subject="Pegawai", receipt="M4TR-8YQN-2CKE"),
    ObjectionCase(id="k-1", kind="keberatan", received=date(2025, 5, 5), ground=ObjectionGround.LATE, request="p-1"),
    DisputeCase(
        id="s-1", kind="sengketa", received=date(2026, 1, 5), register_number="REG-77", stage=DisputeStage.MEDIATION
    ),
    *(
        RequestCase(
            id=f"p-1{number}",
            kind="permohonan",
            received=date(2025, 6, 2),
            notified=date(2025, 6, 4),
            given=date(2025, 6, 10),
            decision=Decision.GRANTED,
            channel=channel,
            applicant=applicant,
            unit=unit,
            subject="Anggaran",
            answered_by="bpkad/lkpd-2024",
        )
        for number, (channel, applicant, unit) in enumerate(
            (
                *([(ChannelKind.EMAIL, ApplicantKind.PERSON, "setda")] * 6),
                *([(ChannelKind.PHONE, ApplicantKind.PROXY, "desa/contoh")] * 2),
                *([(ChannelKind.POST, ApplicantKind.GROUP, None)] * 2),
            )
        )
    ),
    RequestCase(
        id="p-20",
        kind="permohonan",
        received=date(2025, 7, 1),
        notified=date(2025, 7, 3),
        decision=Decision.REFUSED,
        refusal=RefusalReason.NOT_HELD,
        channel=ChannelKind.DESK,
        applicant=ApplicantKind.LEGAL_ENTITY,
        unit="bpkad",
    ),
)

REPORTS = (
    ServiceReport(
        id="2025",
        title="Laporan layanan 2025",
        year=2025,
        published=date(2026, 3, 1),
        summary="Layanan berjalan baik.",
        sections={ReportSection.POLICY: "Kebijakan kami."},
        statistics=ServiceStatistics(
            requests=1250, granted=1000, mean_days=4.5, refused=2, reasons={RefusalReason.EXEMPT: 2}
        ),
        survey=SatisfactionSurvey(
            first=date(2025, 2, 3),
            last=date(2025, 11, 28),
            answers="Kemudahan,Kecepatan,Sikap\n" + "4,1,3\n" * 6,
        ),
        delivered=Delivery(day=date(2026, 3, 2), proof="12/KI"),
    ),
    ServiceReport(id="2024", title="Laporan layanan 2024", year=2024, statistics=ServiceStatistics(requests=900)),
)

ANNOUNCEMENTS = (
    Announcement(
        id="banjir",
        title="Banjir Sungai Contoh",
        kind=HazardKind.NATURAL,
        starts=date(2026, 3, 14),
        area="Kecamatan Hilir",
        instruction="Pindah ke tempat tinggi.",
        hazard="Air naik dua meter.",
        help="Hubungi posko.",
    ),
    Announcement(
        id="listrik",
        title="Pemadaman listrik",
        kind=HazardKind.UTILITY,
        starts=date(2026, 4, 1),
        ends=date(2026, 4, 2),
        area="Kota",
        instruction="Siapkan lampu.",
    ),
    Announcement(
        id="lama",
        title="Angin kencang",
        kind=HazardKind.NATURAL,
        starts=date(2025, 1, 1),
        ends=date(2025, 1, 2),
        area="Pesisir",
        instruction="Jauhi pantai.",
    ),
)

NEWS = (
    NewsItem(
        id="2026/rapat",
        title="Rapat PPID",
        day=date(2026, 2, 2),
        kind=NewsKind.PRESS,
        unit="setda",
        image="berita/foto.jpg",
        image_text="Foto rapat [1]",
        body="Rapat berjalan.",
    ),
    NewsItem(id="2025/lama", title="Berita lama", day=date(2025, 2, 2), summary="Ringkas."),
)

ARTICLES = (
    Article(id="komitmen", title="Komitmen", menu="profil/ppid/komitmen", body="Kami berkomitmen.", duties=("B01.c",)),
    Article(id="sejarah", title="Sejarah", body="Berdiri pada 1950.", updated=date(2025, 5, 5)),
    Article(id="tambahan", title="Tambahan berkala", menu="dip/berkala", body="Tambahan."),
)

PROCUREMENT = (
    ProcurementPackage(
        id="2026/jalan",
        name="Perbaikan jalan",
        year=2026,
        unit="setda",
        method=ProcurementMethod.TENDER,
        ceiling=1_500_000_000,
        documents=(
            PackageDocument(duty="B09.b.01", file="paket/kak.pdf"),
            PackageDocument(duty="B09.b.02", state=PackageDocumentState.EXEMPT, reason="Masih berjalan"),
        ),
    ),
)

HOLIDAYS = (
    HolidayDecree(
        id="2026",
        year=2026,
        decree=Decree(number="100/2026", day=date(2026, 1, 5)),
        added=(AddedHoliday(day=date(2026, 7, 20), name="Hari Jadi", kind=HolidayKind.LOCAL),),
        complete=True,
    ),
)
