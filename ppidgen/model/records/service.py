"""Information services: procedures, charter, fees, standards."""

from typing import Literal

from ppidgen.model.days.dates import Day
from ppidgen.model.elements.record import Part, Record, entry_field
from ppidgen.model.elements.types import Code, Line, Prose
from ppidgen.model.elements.vocabulary import StandardCode
from ppidgen.model.records.parts import Decree, Document

# The points of the charter, in the order of Perki 1/2021 Pasal 47(2) huruf a-f.
CHARTER_POINTS = ("legal_basis", "system", "duration", "fees", "guarantee", "evaluation")


class Step(Part):
    """One step of a procedure."""

    title: Line = entry_field("judul", "Nama langkah.")
    text: Prose | None = entry_field("uraian", "Apa yang dilakukan.", default=None)
    time: Line | None = entry_field("waktu", "Lama langkah.", default=None)


class Procedure(Record):
    """How to request, object or dispute (`layanan/`; Perki 1/2021 Pasal 15(7))."""

    kind: Literal["permohonan", "keberatan", "sengketa"] = entry_field("jenis", "Jenis layanan.")
    title: Line = entry_field("judul", "Judul tata cara.")
    summary: Line | None = entry_field("ringkasan", "Satu kalimat ringkas.", default=None)
    steps: tuple[Step, ...] = entry_field("langkah", "Langkah-langkah.", default=())
    requirements: tuple[Line, ...] = entry_field("syarat", "Syarat yang disiapkan.", default=())
    form_lines: tuple[Line, ...] = entry_field(
        "isian_formulir",
        "Isian pada formulir buatan sendiri, bila ada; diperiksa terhadap yang diminta hukum.",
        default=(),
        citation="Perki 1/2021 Pasal 29(5), Pasal 41(5)",
    )
    legal_basis: tuple[Line, ...] = entry_field("dasar_hukum", "Dasar hukum.", default=())
    documents: tuple[Document, ...] = entry_field("dokumen", "Formulir dan lampiran.", default=())
    body: Prose | None = entry_field("isi", "Keterangan tambahan (Markdown).", default=None)
    plain: Prose | None = entry_field(
        "bahasa_sederhana", "Isi yang sama dalam bahasa sederhana: kalimat pendek, kata sehari-hari.", default=None,
    )  # fmt: skip


class ServiceCharter(Record):
    """The maklumat pelayanan with its six points (Perki 1/2021 Pasal 47(2))."""

    kind: Literal["maklumat"] = entry_field("jenis", "Jenis layanan.")
    title: Line = entry_field("judul", "Judul maklumat.", default="Maklumat Pelayanan")
    statement: Prose | None = entry_field("pernyataan", "Bunyi maklumat.", default=None)
    legal_basis: Prose | None = entry_field(
        "dasar_hukum", "Dasar hukum.", default=None, citation="Perki 1/2021 Pasal 47(2) huruf a"
    )
    system: Prose | None = entry_field(
        "sistem_mekanisme_prosedur",
        "Sistem, mekanisme, dan prosedur.",
        default=None,
        citation="Perki 1/2021 Pasal 47(2) huruf b",
    )
    duration: Prose | None = entry_field(
        "jangka_waktu", "Jangka waktu penyelesaian.", default=None, citation="Perki 1/2021 Pasal 47(2) huruf c"
    )
    fees: Prose | None = entry_field(
        "biaya", "Biaya atau tarif.", default=None, citation="Perki 1/2021 Pasal 47(2) huruf d"
    )
    guarantee: Prose | None = entry_field(
        "jaminan", "Jaminan pelayanan.", default=None, citation="Perki 1/2021 Pasal 47(2) huruf e"
    )
    evaluation: Prose | None = entry_field(
        "evaluasi_kinerja", "Evaluasi kinerja pelaksana.", default=None, citation="Perki 1/2021 Pasal 47(2) huruf f"
    )
    day: Day | None = entry_field("tanggal", "Tanggal maklumat.", default=None)
    signed_by: Line | None = entry_field("penanda_tangan", "Jabatan penanda tangan.", default=None)
    plain: Prose | None = entry_field(
        "bahasa_sederhana", "Isi yang sama dalam bahasa sederhana: kalimat pendek, kata sehari-hari.", default=None,
        citation="Perki 1/2021 Pasal 48",
    )  # fmt: skip
    documents: tuple[Document, ...] = entry_field("dokumen", "Salinan maklumat, audio, atau braille.", default=())


class FeeItem(Part):
    """One priced item."""

    name: Line = entry_field("nama", "Yang dibayar.", example="Fotokopi hitam putih A4")
    unit: Line | None = entry_field("satuan", "Satuan.", default=None, example="lembar")
    price: Code = entry_field("tarif", "Tarif.", example="Rp300")


class FeeSchedule(Record):
    """Standard costs of copies (Perki 1/2021 Pasal 37-38)."""

    kind: Literal["biaya"] = entry_field("jenis", "Jenis layanan.")
    title: Line = entry_field("judul", "Judul standar biaya.", default="Standar Biaya")
    decree: Decree | None = entry_field("sk", "Keputusan standar biaya.", default=None)
    free_for: Prose | None = entry_field("gratis_untuk", "Yang tidak dipungut biaya.", default=None)
    copying: tuple[FeeItem, ...] = entry_field(
        "penyalinan", "Biaya penyalinan.", default=(), citation="Perki 1/2021 Pasal 37"
    )
    delivery: Prose | None = entry_field("pengiriman", "Biaya pengiriman.", default=None)
    payment: tuple[Line, ...] = entry_field(
        "cara_bayar", "Cara pembayaran.", default=(), citation="Perki 1/2021 Pasal 38(2)"
    )


class ServiceStandard(Record):
    """One of the seven service standards (Perki 1/2021 Pasal 23(2)-(3))."""

    kind: Literal["standar"] = entry_field("jenis", "Jenis layanan.")
    code: StandardCode = entry_field("kode", "Kode standar, W01 sampai W07.", citation="Perki 1/2021 Pasal 23(2)")
    title: Line = entry_field("judul", "Judul standar.")
    decree: Decree | None = entry_field("ditetapkan", "Keputusan penetapan standar.", default=None)
    documents: tuple[Document, ...] = entry_field("dokumen", "Dokumen standar.", default=())
    body: Prose | None = entry_field("isi", "Isi standar (Markdown).", default=None)


class OperatingProcedure(Record):
    """A standard operating procedure (SOP)."""

    kind: Literal["sop"] = entry_field("jenis", "Jenis layanan.")
    title: Line = entry_field("judul", "Judul SOP.")
    decree: Decree | None = entry_field("ditetapkan", "Keputusan penetapan.", default=None)
    steps: tuple[Step, ...] = entry_field("langkah", "Langkah-langkah.", default=())
    documents: tuple[Document, ...] = entry_field("dokumen", "Dokumen SOP.", default=())
    body: Prose | None = entry_field("isi", "Isi SOP (Markdown).", default=None)


Service = Procedure | ServiceCharter | FeeSchedule | ServiceStandard | OperatingProcedure
