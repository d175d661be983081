"""Requests, objections and disputes as codes and dates; there is no place for a name or a contact."""

from typing import Literal

from ppidgen.model.days.dates import Day
from ppidgen.model.elements.record import Record, entry_field
from ppidgen.model.elements.types import Code, Line, ReceiptCode, Reference
from ppidgen.model.elements.vocabulary import (
    ApplicantKind,
    ChannelKind,
    Decision,
    DisputeStage,
    ExtensionReason,
    ObjectionGround,
    RefusalReason,
)


class RequestCase(Record):
    """One request for information (Perki 1/2021 Pasal 32, without the identity columns)."""

    kind: Literal["permohonan"] = entry_field("jenis", "Jenis perkara.")
    received: Day = entry_field("diterima", "Tanggal diterima.", citation="UU 14/2008 Pasal 22(7)")
    incomplete: Day | None = entry_field(
        "tidak_lengkap", "Tanggal surat keterangan tidak lengkap.", default=None, citation="Perki 1/2021 Pasal 33"
    )
    complete: Day | None = entry_field(
        "lengkap", "Tanggal dinyatakan lengkap.", default=None, citation="Perki 1/2021 Pasal 31(3)"
    )
    dropped: Day | None = entry_field(
        "tidak_ditindaklanjuti",
        "Tanggal dicatat tidak ditindaklanjuti karena tidak dilengkapi.",
        default=None,
        citation="Perki 1/2021 Pasal 33",
    )
    withdrawn: Day | None = entry_field("dicabut", "Tanggal pemohon mencabut permohonannya.", default=None)
    unit: Reference | None = entry_field("unit", "Unit yang menangani.", default=None)
    channel: ChannelKind | None = entry_field("kanal", "Kanal masuk.", default=None)
    applicant: ApplicantKind | None = entry_field("pemohon", "Jenis pemohon, bukan identitas.", default=None)
    subject: Line | None = entry_field("kelompok_subjek", "Kelompok pokok informasi.", default=None, public=False)
    extended: Day | None = entry_field(
        "diperpanjang", "Tanggal pemberitahuan perpanjangan.", default=None, citation="Perki 1/2021 Pasal 36"
    )
    extension_reason: ExtensionReason | None = entry_field(
        "alasan_perpanjangan", "Alasan tertulis perpanjangan.", default=None, citation="Perki 1/2021 Pasal 36"
    )
    notified: Day | None = entry_field(
        "diberitahukan", "Tanggal pemberitahuan tertulis.", default=None, citation="UU 14/2008 Pasal 22(7)"
    )
    given: Day | None = entry_field("diberikan", "Tanggal informasi diberikan.", default=None)
    decision: Decision | None = entry_field("keputusan", "Hasil permohonan.", default=None)
    refusal: RefusalReason | None = entry_field("alasan_penolakan", "Alasan penolakan.", default=None)
    exemption: Reference | None = entry_field(
        "pengecualian", "Entri DIK yang menjadi dasar penolakan.", default=None, citation="Perki 1/2021 Pasal 34(2)"
    )
    answered_by: Reference | None = entry_field("dijawab_dengan", "Entri DIP yang menjawab.", default=None)
    receipt: ReceiptCode | None = entry_field(
        "tanda_terima",
        "Kode acak pada tanda terima pemohon; membuka keadaan dan tanggal saja.",
        default=None,
    )
    source: Line | None = entry_field("sumber", "Asal entri bila diimpor.", default=None, public=False)
    to_check: tuple[Code, ...] = entry_field(
        "perlu_diperiksa", "Kunci yang isinya masih usulan program.", default=(), public=False
    )
    owner: Line | None = entry_field("penanggung_jawab", "Jabatan yang menangani.", default=None, public=False)
    next_step: Line | None = entry_field("langkah_berikut", "Langkah berikutnya.", default=None, public=False)
    due: Day | None = entry_field("batas", "Batas waktu langkah berikutnya.", default=None, public=False)


class ObjectionCase(Record):
    """One objection to the superior (Perki 1/2021 Pasal 43, without the identity columns)."""

    kind: Literal["keberatan"] = entry_field("jenis", "Jenis perkara.")
    received: Day = entry_field("diterima", "Tanggal diterima.", citation="UU 14/2008 Pasal 36(2)")
    request: Reference | None = entry_field("permohonan", "Kode permohonan asal.", default=None)
    ground: ObjectionGround = entry_field("alasan", "Huruf alasan keberatan.", citation="UU 14/2008 Pasal 35(1)")
    unit: Reference | None = entry_field("unit", "Unit terkait.", default=None)
    answered: Day | None = entry_field(
        "ditanggapi", "Tanggal tanggapan atasan PPID.", default=None, citation="UU 14/2008 Pasal 36(2)"
    )
    withdrawn: Day | None = entry_field("dicabut", "Tanggal pemohon mencabut keberatannya.", default=None)
    outcome: Line | None = entry_field("hasil", "Keputusan atasan PPID.", default=None, public=False)
    exemption: Reference | None = entry_field(
        "pengecualian",
        "Entri DIK yang dikuatkan dengan tanggapan.",
        default=None,
        citation="Perki 1/2021 Pasal 44(3)",
    )
    receipt: ReceiptCode | None = entry_field(
        "tanda_terima",
        "Kode acak pada tanda terima pemohon; membuka keadaan dan tanggal saja.",
        default=None,
    )
    owner: Line | None = entry_field("penanggung_jawab", "Jabatan yang menangani.", default=None, public=False)
    next_step: Line | None = entry_field("langkah_berikut", "Langkah berikutnya.", default=None, public=False)
    due: Day | None = entry_field("batas", "Batas waktu langkah berikutnya.", default=None, public=False)


class DisputeCase(Record):
    """One dispute before the Komisi Informasi or a court (UU 14/2008 Pasal 37-50).

    A body that knows no days of the course tells the `stage` alone; with days the stage follows from them.
    """

    kind: Literal["sengketa"] = entry_field("jenis", "Jenis perkara.")
    received: Day | None = entry_field("didaftarkan", "Tanggal didaftarkan.", default=None)
    register_number: Code | None = entry_field("nomor_register", "Nomor register Komisi Informasi.", default=None)
    objection: Reference | None = entry_field("keberatan", "Kode keberatan asal.", default=None)
    unit: Reference | None = entry_field("unit", "Unit terkait.", default=None)
    stage: DisputeStage | None = entry_field(
        "tahap", "Tahap yang sedang atau terakhir dijalani, bila tanggal tiap tahap tidak diketahui.", default=None
    )
    started: Day | None = entry_field(
        "mulai_diperiksa", "Tanggal Komisi Informasi mulai menyelesaikan sengketa.", default=None,
        citation="UU 14/2008 Pasal 38(1)",
    )  # fmt: skip
    mediation: Day | None = entry_field(
        "mediasi", "Tanggal pertemuan mediasi pertama.", default=None, citation="Perki 1/2013 Pasal 41"
    )
    agreed: Day | None = entry_field(
        "kesepakatan", "Tanggal kesepakatan mediasi.", default=None, citation="UU 14/2008 Pasal 39"
    )
    adjudication: Day | None = entry_field("ajudikasi", "Tanggal ajudikasi dimulai.", default=None)
    awarded: Day | None = entry_field("putusan", "Tanggal putusan ajudikasi diterima.", default=None)
    sued: Day | None = entry_field(
        "gugatan", "Tanggal gugatan ke pengadilan.", default=None, citation="UU 14/2008 Pasal 48(1)"
    )
    judged: Day | None = entry_field("putusan_pengadilan", "Tanggal putusan pengadilan.", default=None)
    appealed: Day | None = entry_field(
        "kasasi", "Tanggal permohonan kasasi.", default=None, citation="UU 14/2008 Pasal 50"
    )
    withdrawn: Day | None = entry_field("dicabut", "Tanggal pemohon mencabut sengketanya.", default=None)
    closed: Day | None = entry_field("selesai", "Tanggal sengketa selesai seluruhnya.", default=None)
    outcome: Line | None = entry_field("hasil", "Ringkasan hasil.", default=None)
    owner: Line | None = entry_field("penanggung_jawab", "Jabatan yang menangani.", default=None, public=False)
    next_step: Line | None = entry_field("langkah_berikut", "Langkah berikutnya.", default=None, public=False)
    due: Day | None = entry_field("batas", "Batas waktu langkah berikutnya.", default=None, public=False)


Case = RequestCase | ObjectionCase | DisputeCase


def plain_receipt(code: str) -> str:
    """Give a receipt code as it is compared: case, hyphens and spaces do not count."""
    return "".join(sign for sign in code.upper() if sign.isalnum())
