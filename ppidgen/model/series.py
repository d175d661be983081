"""Documents that come out again each year: which years are expected."""

from typing import Annotated

from pydantic import Field

from ppidgen.model.record import Record, entry_field
from ppidgen.model.types import Code, Line, Reference, Year


class Series(Record):
    """A document that comes out each year, so that a year that is not there can be seen (`seri/`).

    `due_months` counts from the last day of the year that the document is about; a plan is due before that year, so
    its count is negative.
    """

    title: Line = entry_field("judul", "Nama seri.", example="Laporan Keuangan Pemerintah Daerah")
    duties: tuple[Code, ...] = entry_field(
        "kewajiban", "Kode kewajiban yang dipenuhi seri ini.", default=(), example="[B04.b]"
    )
    unit: Reference | None = entry_field("unit", "Pengenal unit yang menerbitkan.", default=None)
    first: Year = entry_field("tahun_mulai", "Tahun pertama yang diharapkan.", example="2021")
    last: Year | None = entry_field(
        "tahun_akhir", "Tahun terakhir; kosong bila masih terbit setiap tahun.", default=None
    )
    due_months: Annotated[int, Field(ge=-24, le=36)] = entry_field(
        "terbit_bulan",
        "Berapa bulan sesudah akhir tahun itu dokumennya harus ada; -12 bila harus ada sejak awal tahun.",
        example="6",
    )
