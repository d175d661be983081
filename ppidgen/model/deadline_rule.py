"""The periods that the law sets, as rules: so many working days after such an event."""

from enum import StrEnum

from pydantic import Field

from ppidgen.model.instrument import Provision
from ppidgen.model.record import Part


class DeadlineUnit(StrEnum):
    """What a deadline is counted in."""

    WORKING_DAYS = "hari_kerja"
    MONTHS = "bulan"
    YEARS = "tahun"
    AT_ONCE = "segera"


class Direction(StrEnum):
    """Whether a deadline lies after or before the event that sets it."""

    AFTER = "sesudah"
    BEFORE = "sebelum"


class DeadlineStage(StrEnum):
    """Where a deadline is told: on a page for applicants, or to the body alone."""

    REQUEST = "permohonan"
    OBJECTION = "keberatan"
    DISPUTE = "sengketa"
    INTERNAL = "internal"


class DeadlineRule(Part):
    """A period that the law sets; `after` names the rule at whose end it starts, if there is one."""

    code: str = Field(alias="kode")
    name: str = Field(alias="nama")
    trigger: str = Field(alias="pemicu")
    after: str = Field("", alias="mulai_dari")
    amount: int = Field(alias="lama", ge=0)
    unit: DeadlineUnit = Field(alias="satuan")
    direction: Direction = Field(alias="arah")
    basis: tuple[Provision, ...] = Field(alias="dasar", min_length=1)
    explanation: str = Field(alias="penjelasan")
    stage: DeadlineStage = Field(alias="tampil_di")
    note: str = Field("", alias="catatan")
