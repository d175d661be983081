"""Days off: the shipped table of national holidays and cuti bersama, and what a decree changes in it."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from ppidgen.model.days.dates import Day
from ppidgen.model.elements.record import Part, Record, entry_field
from ppidgen.model.elements.types import Flag, Line, Year
from ppidgen.model.elements.vocabulary import HolidayKind
from ppidgen.model.records.parts import Decree


class Certainty(StrEnum):
    """Whether the days off of a year are decided, or only expected."""

    DECREED = "tetap"
    EXPECTED = "perkiraan"


class HolidayYear(Part):
    """The days off of one year as they ship: day and name, national holidays and cuti bersama apart."""

    year: int = Field(alias="tahun")
    certainty: Certainty = Field(alias="status")
    source: str = Field(alias="sumber")
    national: dict[date, str] = Field(alias="libur_nasional")
    joint_leave: dict[date, str] = Field(alias="cuti_bersama")


class AddedHoliday(Part):
    """A day that a decree makes a day off."""

    day: Day = entry_field("tanggal", "Hari yang diliburkan.", example="2027-03-09")
    name: Line = entry_field("nama", "Nama hari libur.", example="Cuti Bersama Hari Raya Idul Fitri")
    kind: HolidayKind = entry_field("jenis", "Jenis hari libur.")


class RemovedHoliday(Part):
    """A day of the table that is a working day after all."""

    day: Day = entry_field("tanggal", "Hari yang batal libur.", example="2027-03-15")
    reason: Line = entry_field("alasan", "Mengapa batal.", example="Dipindahkan oleh perubahan SKB")


class HolidayDecree(Record):
    """What one decree changes in the days off of one year (`hari-libur/`); later decrees win over earlier ones."""

    year: Year = entry_field("tahun", "Tahun yang hari liburnya diatur.", example="2027")
    decree: Decree = entry_field("sk", "Keputusan yang menetapkannya.")
    complete: Flag = entry_field(
        "lengkap", "Apakah hari libur dan cuti bersama tahun itu sudah dicocokkan seluruhnya?", default=False
    )
    added: tuple[AddedHoliday, ...] = entry_field("tambah", "Hari libur yang belum ada di tabel.", default=())
    removed: tuple[RemovedHoliday, ...] = entry_field("hapus", "Hari di tabel yang ternyata hari kerja.", default=())
