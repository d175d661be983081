"""The catalogue of what a body must make public: one `Duty` per row, a `DutyFamily` per file."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from ppidgen.model.elements.record import Part
from ppidgen.model.elements.types import Flag
from ppidgen.model.elements.vocabulary import Activity, BodyKind
from ppidgen.model.law.instrument import Provision
from ppidgen.model.records.body import NotApplicable, PublicBody


class DutyLevel(StrEnum):
    """A duty is met leaf by leaf; a group only holds leaves together."""

    GROUP = "kelompok"
    LEAF = "butir"


class DutyClass(StrEnum):
    """The three classes of public information, and the service documents beside them."""

    PERIODIC = "berkala"
    IMMEDIATE = "serta-merta"
    ON_DEMAND = "setiap-saat"
    SERVICE = "layanan"


class DutyStatus(StrEnum):
    """Whether a row of the catalogue was checked against a source."""

    VERIFIED = "terverifikasi"
    UNVERIFIED = "belum_diverifikasi"


class Scope(StrEnum):
    """What a body is or does that brings a duty upon it; a body has several."""

    EVERY_BODY = "semua"
    STATE_BODY = "badan_publik_negara"
    STATE_COMPANY = "bumn_bumd"
    PARTY = "parpol"
    ASSOCIATION = "ornop"
    VILLAGE = "desa"
    BYLAWS = "ad_art"
    WEALTH_REPORTS = "lhkpn"
    EDUCATION = "pendidikan"
    PROCUREMENT = "pengadaan"
    LICENSING = "perizinan"
    RISKY_ACTIVITIES = "izin_berisiko"
    RESEARCH = "penelitian"


_BY_ACTIVITY = {
    Activity.PROCUREMENT: Scope.PROCUREMENT,
    Activity.WEALTH_REPORTS: Scope.WEALTH_REPORTS,
    Activity.LICENSING: Scope.LICENSING,
    Activity.RISKY_ACTIVITIES: Scope.RISKY_ACTIVITIES,
    Activity.RESEARCH: Scope.RESEARCH,
    Activity.EDUCATION: Scope.EDUCATION,
    Activity.BYLAWS: Scope.BYLAWS,
}
# A state body is taken to do all of these until it says, with a reason, that it does not.
_STATE = frozenset({Scope.STATE_BODY, *_BY_ACTIVITY.values()} - {Scope.BYLAWS})
_BY_KIND = {
    BodyKind.STATE_ENTERPRISE: _STATE | {Scope.STATE_COMPANY},
    BodyKind.NON_GOVERNMENTAL: frozenset({Scope.ASSOCIATION}),
    BodyKind.POLITICAL_PARTY: frozenset({Scope.PARTY}),
    BodyKind.VILLAGE: frozenset({Scope.VILLAGE}),
}


def usual_scopes(kind: BodyKind) -> frozenset[Scope]:
    """Give the scopes that a body of this kind is taken to have before it has said anything of itself."""
    return _BY_KIND.get(kind, _STATE)


def scopes_of(body: PublicBody) -> frozenset[Scope]:
    """Give the scopes of a body: the usual ones of its kind, those it adds, without those it gives a reason against."""
    return _taken(body) - excluded_scopes(body)


def disclaimed_scopes(body: PublicBody) -> frozenset[Scope]:
    """Give the scopes that the body would be taken to have, and gives a reason against."""
    return _taken(body) & excluded_scopes(body)


def _taken(body: PublicBody) -> frozenset[Scope]:
    return usual_scopes(body.kind) | {_BY_ACTIVITY[activity] for activity in body.activities}


def excluded_scopes(body: PublicBody) -> frozenset[Scope]:
    """Give the scopes that the body says it does not have."""
    return frozenset(scope for stated in body.not_applicable for scope in scopes_against(stated))


def scopes_against(stated: NotApplicable) -> frozenset[Scope]:
    """Give the scopes that one statement says the body does not have."""
    return frozenset({_BY_ACTIVITY[stated.activity]})


class Interval(StrEnum):
    """How often what a duty asks for must be renewed."""

    HALF_YEARLY = "6 bulan"
    YEARLY = "1 tahun"
    AT_ONCE = "segera"
    ALWAYS = "setiap saat"

    @property
    def months(self) -> int | None:
        """Give the calendar months between renewals, None where the law counts none."""
        return {Interval.HALF_YEARLY: 6, Interval.YEARLY: 12}.get(self)


class Duty(Part):
    """One row of the catalogue of mandatory information; `text` is the wording of the law."""

    code: str = Field(alias="kode")
    family: str = Field(alias="keluarga")
    level: DutyLevel = Field(alias="tingkat")
    duty_class: DutyClass = Field(alias="kategori")
    text: str = Field(alias="butir")
    label: str = Field(alias="judul_pendek", max_length=60)
    basis: tuple[Provision, ...] = Field(alias="dasar")
    scopes: frozenset[Scope] = Field(alias="berlaku_untuk", min_length=1)
    scope_note: str = Field("", alias="berlaku_catatan")
    interval: Interval = Field(alias="selang")
    interval_basis: tuple[Provision, ...] = Field(alias="dasar_selang")
    event_driven: Flag = Field(default=False, alias="peristiwa")
    single: Flag = Field(default=False, alias="tunggal")
    weight: int = Field(alias="bobot", ge=0)
    status: DutyStatus
    note: str = Field("", alias="catatan")
    synonyms: tuple[str, ...] = Field((), alias="sinonim")

    @property
    def is_leaf(self) -> bool:
        """Tell a duty that can be met from a mere heading."""
        return self.level is DutyLevel.LEAF

    def applies_to(self, scopes: frozenset[Scope]) -> bool:
        """Tell whether the duty binds a body with these scopes; villages have a catalogue of their own."""
        if Scope.VILLAGE in scopes:
            return Scope.VILLAGE in self.scopes
        return Scope.EVERY_BODY in self.scopes or not self.scopes.isdisjoint(scopes)


class DutyFamily(Part):
    """One file of the catalogue: duties that stand together on a page."""

    id: str = Field(alias="keluarga")
    order: int = Field(alias="urutan")
    title: str = Field(alias="judul")


class CatalogueEdition(Part):
    """Which edition of the catalogue this is, and the gazette it was checked against."""

    version: str = Field(alias="versi")
    day: date = Field(alias="tanggal")
    checked_against: str = Field(alias="diverifikasi_terhadap")
    instrument: str = Field(alias="instrumen")
