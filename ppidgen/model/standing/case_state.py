"""How far a request, an objection or a dispute has come, and how it stands against its lawful time."""

from ppidgen.model.elements.vocabulary import Choice


class CaseState(Choice):
    """The states of the three kinds of case; what a date in the register makes of a case is a table in `duties/`."""

    RECEIVED = "diterima", "Diterima"
    INCOMPLETE = "belum-lengkap", "Belum lengkap, menunggu perbaikan pemohon"
    COMPLETE = "diproses", "Lengkap, sedang diproses"
    EXTENDED = "diperpanjang", "Waktu jawaban diperpanjang"
    GRANTED = "dikabulkan", "Dikabulkan, informasi sedang disiapkan"
    GIVEN = "diberikan", "Informasi sudah diberikan"
    REFUSED = "ditolak", "Ditolak dengan alasan tertulis"
    DROPPED = "tidak-ditindaklanjuti", "Tidak ditindaklanjuti karena tidak dilengkapi"
    WITHDRAWN = "dicabut", "Dicabut pemohon"
    ANSWERED = "ditanggapi", "Keberatan sudah ditanggapi"
    REGISTERED = "didaftarkan", "Terdaftar di Komisi Informasi"
    EXAMINED = "diperiksa", "Diperiksa Komisi Informasi"
    MEDIATED = "mediasi", "Dalam mediasi"
    AGREED = "sepakat", "Selesai dengan kesepakatan mediasi"
    ADJUDICATED = "ajudikasi", "Dalam ajudikasi"
    AWARDED = "diputus", "Diputus Komisi Informasi"
    SUED = "gugatan", "Diperiksa pengadilan"
    JUDGED = "diputus-pengadilan", "Diputus pengadilan"
    APPEALED = "kasasi", "Diperiksa Mahkamah Agung (kasasi)"
    CLOSED = "selesai", "Sengketa selesai"


ENDS = frozenset(
    {
        CaseState.GIVEN, CaseState.REFUSED, CaseState.DROPPED, CaseState.WITHDRAWN, CaseState.ANSWERED,
        CaseState.AGREED, CaseState.CLOSED,
    }
)  # fmt: skip


class Light(Choice):
    """How an open case stands against the day on which its next step is due; always shown with its words."""

    GREEN = "hijau", "Hijau: masih dalam waktu"
    YELLOW = "kuning", "Kuning: segera jatuh tempo"
    RED = "merah", "Merah: lewat waktu"


class LetterKind(Choice):
    """The letters that follow from a case; an officer names them on the command line, so their values are English."""

    RECEIPT = "receipt", "Tanda Bukti Penerimaan Permohonan Informasi Publik"
    INCOMPLETE = "incomplete", "Surat Keterangan Tidak Lengkap"
    EXTENSION = "extension", "Pemberitahuan Perpanjangan Waktu"
    NOTIFICATION = "notification", "Pemberitahuan Tertulis"
    REFUSAL = "refusal", "Pemberitahuan Penolakan Permohonan Informasi Publik"
    OBJECTION_REPLY = "objection-reply", "Tanggapan atas Keberatan"
