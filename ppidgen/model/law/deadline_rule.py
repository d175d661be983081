"""The periods that the law sets, as rules: so many working days after such an event."""

from enum import StrEnum

from pydantic import Field

from ppidgen.model.elements.record import Part
from ppidgen.model.elements.vocabulary import Choice
from ppidgen.model.law.instrument import Provision


class DeadlineUnit(StrEnum):
    """What a deadline is counted in."""

    WORKING_DAYS = "hari_kerja"
    DAYS = "hari"
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


class DeadlineEvent(Choice):
    """What happens to a request, an objection or a dispute and sets periods going."""

    REQUEST = "permohonan", "Permohonan informasi diterima"
    INCOMPLETE = "tidak-lengkap", "Surat keterangan tidak lengkap diterima pemohon"
    GROUND = "alasan", "Alasan keberatan ditemukan, misalnya penolakan diterima"
    OBJECTION = "keberatan", "Keberatan diterima"
    REPLY = "tanggapan", "Tanggapan atas keberatan diterima"
    DISPUTE = "sengketa", "Permohonan sengketa diterima Komisi Informasi"
    MEDIATION = "mediasi", "Pertemuan mediasi pertama"
    AWARD = "putusan", "Putusan ajudikasi diterima"
    JUDGEMENT = "putusan-pengadilan", "Putusan pengadilan diterima"


# What reaches an office on a day off counts as received on its next working day. What reaches a person does not wait:
# whoever must act on it is told the earlier of the two days that one could count to.
_RECEIVED_AT_OFFICE = frozenset({DeadlineEvent.REQUEST, DeadlineEvent.OBJECTION, DeadlineEvent.DISPUTE})


class ElectionPeriod(Part):
    """How long a period is in an election, and what that rests on, for no article of it has been checked.

    `ground` says it where an article would be cited, `note` at length.
    """

    amount: int = Field(alias="lama", ge=0)
    ground: str = Field(alias="sandaran")
    note: str = Field(alias="catatan")


class DeadlineRule(Part):
    """A period that the law sets; where `election` says so, another one for what happens in an election.

    It starts with its `event`, or at the end of the rule that `after` names; `condition` says when it does the latter.
    """

    code: str = Field(alias="kode")
    name: str = Field(alias="nama")
    trigger: str = Field(alias="pemicu")
    event: DeadlineEvent | None = Field(None, alias="peristiwa")
    after: str = Field("", alias="mulai_dari")
    condition: str = Field("", alias="keadaan")
    amount: int = Field(alias="lama", ge=0)
    unit: DeadlineUnit = Field(alias="satuan")
    direction: Direction = Field(alias="arah")
    basis: tuple[Provision, ...] = Field(alias="dasar", min_length=1)
    explanation: str = Field(alias="penjelasan")
    stage: DeadlineStage = Field(alias="tampil_di")
    note: str = Field("", alias="catatan")
    election: ElectionPeriod | None = Field(None, alias="masa_pemilu")

    @property
    def counts_all_days(self) -> bool:
        """Say whether days off count too."""
        return self.unit is not DeadlineUnit.WORKING_DAYS

    @property
    def waits_for_office(self) -> bool:
        """Say whether an event on a day off counts as one on the next working day."""
        return not self.counts_all_days and self.event in _RECEIVED_AT_OFFICE

    def in_election(self) -> "DeadlineRule":
        """Give the rule as it runs in an election, without an article; itself where nothing else holds."""
        if self.election is None:
            return self
        special = {"amount": self.election.amount, "note": self.election.note, "basis": ()}
        return self.model_copy(update=special)
