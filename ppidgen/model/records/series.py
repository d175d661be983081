"""Documents that come out again and again: which years, halves, quarters or months are expected."""

from typing import Annotated

from pydantic import Field

from ppidgen.model.days.year_part import Rhythm
from ppidgen.model.elements.record import Record, entry_field
from ppidgen.model.elements.types import Code, Line, Reference, Year


class Series(Record):
    """A document that comes out again and again, so that a period that is not there can be seen (`seri/`).

    `due_months` counts from the last day of the period that the document is about; a plan is due before that period,
    so its count is negative.
    """

    title: Line = entry_field("judul", "Nama seri.", example="Laporan Keuangan Pemerintah Daerah")
    duties: tuple[Code, ...] = entry_field(
        "kewajiban", "Kode kewajiban yang dipenuhi seri ini.", default=(), example="[B04.b]"
    )
    unit: Reference | None = entry_field("unit", "Pengenal unit yang menerbitkan.", default=None)
    rhythm: Rhythm = entry_field(
        "terbit_setiap", "Seberapa sering dokumen ini terbit.", default=Rhythm.YEAR, example="semester"
    )
    first: Year = entry_field("tahun_mulai", "Tahun pertama yang diharapkan.", example="2021")
    last: Year | None = entry_field("tahun_akhir", "Tahun terakhir; kosong bila masih terbit.", default=None)
    due_months: Annotated[int, Field(ge=-24, le=36)] = entry_field(
        "terbit_bulan",
        "Berapa bulan sesudah akhir periode dokumen harus ada; -12 bila dokumen tahunan harus ada sejak awal tahun.",
        example="6",
    )
