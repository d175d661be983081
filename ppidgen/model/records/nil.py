"""Signed statements that information which the law asks for does not exist."""

from ppidgen.model.days.dates import Day
from ppidgen.model.elements.record import Record, entry_field
from ppidgen.model.elements.types import Code, Line, Prose, Reference
from ppidgen.model.records.parts import Decree, Document


class NilStatement(Record):
    """Says of some duties that there is nothing to publish, who answers for that, and until when (`nihil/`)."""

    duties: tuple[Code, ...] = entry_field(
        "kewajiban", "Kode kewajiban yang dinyatakan nihil.", default=(), example="[S11]"
    )
    statement: Prose = entry_field(
        "pernyataan", "Apa yang tidak ada, dan pada masa apa.", example="Tidak ada pelanggaran pada tahun 2025."
    )
    reason: Prose | None = entry_field("alasan", "Mengapa tidak ada.", default=None)
    unit: Reference | None = entry_field("unit", "Pengenal unit.", default=None)
    signed_by: Line | None = entry_field("penanda_tangan", "Jabatan penanda tangan.", default=None, example="Inspektur")
    decree: Decree | None = entry_field("surat", "Surat pernyataan atau keputusan.", default=None)
    day: Day | None = entry_field("tanggal", "Tanggal pernyataan.", default=None)
    until: Day | None = entry_field("berlaku_hingga", "Hari terakhir pernyataan berlaku.", default=None)
    documents: tuple[Document, ...] = entry_field("dokumen", "Salinan pernyataan.", default=())
