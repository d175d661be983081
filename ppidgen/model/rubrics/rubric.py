"""A rubric: how one authority scored public bodies in one year, as data with its sources.

The numbers stand in dated files (`data/rubrik/<authority>/<edition>.yaml`) or in a file that an auditor names; the
program knows none.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from pydantic import Field

from ppidgen.model.days.dates import Day
from ppidgen.model.elements.exact import Exact, TimeSpan, Years
from ppidgen.model.elements.record import Part
from ppidgen.model.elements.types import Count, Line, Prose, Url, Year
from ppidgen.model.elements.vocabulary import BodyKind, EvidenceKind, Level
from ppidgen.model.law.instrument import Provision
from ppidgen.model.rubrics.check import Check

MOST_DIGITS = 6


class Confidence(StrEnum):
    """How sure a number of a rubric is."""

    HIGH = "T"
    MEDIUM = "S"
    LOW = "R"


class EditionStatus(StrEnum):
    """Where an edition comes from."""

    READ = "terbaca"
    REPORTED = "dilaporkan"
    INFERRED = "disimpulkan"
    EXAMPLE = "contoh"
    OWN = "susunan-sendiri"


class Source(Part):
    """Where a part of an edition was read."""

    title: Line = Field(alias="judul")
    url: Url | None = None
    confidence: Confidence = Field(alias="yakin")
    read_on: Day | None = Field(None, alias="dibaca")
    about: Line | None = Field(None, alias="tentang")


class Authority(Part):
    """Who scores by this rubric."""

    kind: Line = Field(alias="jenis")
    name: Line = Field(alias="nama")


class Edition(Part):
    """The head of a rubric: what it is and how far it can be trusted."""

    id: Line
    name: Line = Field(alias="nama")
    authority: Authority = Field(alias="otoritas")
    year: Year | None = Field(None, alias="tahun")
    applies_to: tuple[Line, ...] = Field((), alias="berlaku_untuk")
    inherits: Line | None = Field(None, alias="turunan_dari")
    status: EditionStatus
    sources: tuple[Source, ...] = Field(alias="sumber", min_length=1)
    revision: Count = Field(1, alias="revisi")
    revision_note: Line | None = Field(None, alias="catatan_revisi")
    note: Prose | None = Field(None, alias="catatan")
    verifiers: tuple[Line, ...] = Field(
        (), alias="verifikator", description="Yang boleh memverifikasi bukti; kosong berarti tidak ada."
    )


class Aggregation(StrEnum):
    """How indicators become a total."""

    POINT_SUM = "jumlah_poin"
    POINT_RATIO = "nisbah_poin"
    INDICATOR_WEIGHT = "bobot_indikator"
    INDICATOR_MEAN = "rata_indikator"


class StageKind(StrEnum):
    """Whether a stage is worked out from indicators or held by others."""

    COMPUTED = "dihitung"
    OUTSIDE = "luar"


class WithoutStage(StrEnum):
    """What a stage without a value does to the total."""

    RANGE = "rentang"
    IGNORE = "abaikan"
    ZERO = "nol"


class Stage(Part):
    """One stage of the assessment with its weight in the final total; weight None is not known."""

    id: Line
    name: Line = Field(alias="nama")
    weight: Exact | None = Field(None, alias="bobot")
    kind: StageKind = Field(StageKind.COMPUTED, alias="jenis")
    without: WithoutStage = Field(WithoutStage.RANGE, alias="bila_tiada")
    note: Line | None = Field(None, alias="catatan")


class FailedGate(StrEnum):
    """How a body ends that did not pass a gate."""

    UNKNOWN = "tak_tentu"
    FIRST_ONLY = "saq_saja"
    FIRST_WEIGHTED = "saq_berbobot"


class Gate(Part):
    """The value of one stage from which a body is let to another."""

    before: Line = Field(alias="dari")
    after: Line = Field(alias="ke")
    least: Exact = Field(alias="min")
    failed: FailedGate = Field(FailedGate.UNKNOWN, alias="bila_gagal")


class Band(Part):
    """A class of totals by its lower bound; `printed_top` is the upper bound as the source prints it."""

    name: Line = Field(alias="nama")
    least: Exact = Field(alias="min")
    printed_top: Exact | None = Field(None, alias="maks")
    zone: Line | None = Field(None, alias="zona")


class ScaleKind(StrEnum):
    """What values a criterion can have."""

    BINARY = "biner"
    GRADED = "tingkat"
    PARTS = "bagian"
    COUNT_BANDS = "pita"
    ORDINAL = "ordinal"


class CountBand(Part):
    """From so many on, this value."""

    least: Count = Field(alias="min")
    value: Exact = Field(alias="nilai")


class Scale(Part):
    """The values of a criterion, each between 0 and 1."""

    kind: ScaleKind = Field(ScaleKind.BINARY, alias="jenis")
    values: tuple[Exact, ...] = Field((), alias="nilai")
    bands: tuple[CountBand, ...] = Field((), alias="pita")
    steps: Count = Field(0, alias="tingkat")


class GroupRule(StrEnum):
    """What the lack of one member does to the others; UNSAID: the source is silent, so both ends are reported."""

    ALL_OR_NOTHING = "semua_atau_nol"
    PROPORTIONAL = "bagian"
    INDEPENDENT = "bebas"
    UNSAID = "tak_disebut"


class Group(Part):
    """Criteria that stand or fall together."""

    id: Line
    rule: GroupRule = Field(GroupRule.INDEPENDENT, alias="aturan")


class Freshness(Part):
    """How new the proof must be; an older one is worth `stale_value`."""

    years: Years | None = Field(None, alias="tahun")
    within: TimeSpan | None = Field(None, alias="dalam")
    stale_value: Exact = Field(Fraction(0), alias="nilai_basi")


class EvidenceRule(Part):
    """What an officer may attach, of which kind, and how large."""

    kinds: tuple[EvidenceKind, ...] = Field((), alias="jenis")
    note: Line | None = Field(None, alias="keterangan")


class Automation(StrEnum):
    """Who can know the answer: the build, the build or an officer, an officer, nobody but a visitor."""

    COMPUTED = "otomatis"
    DOCUMENT = "dokumen"
    ATTACHED = "lampiran"
    OUTSIDE = "luar"


class Inapplicable(StrEnum):
    """What becomes of the points of a criterion that does not apply; a statement that it does not is taken by one."""

    SHARE_OUT = "bagi_ulang"
    FULL_BY_STATEMENT = "penuh_dengan_pernyataan"
    ZERO = "nol"


class Applicability(Part):
    """For whom a criterion is asked at all."""

    kinds: tuple[BodyKind, ...] = Field((), alias="jenis_badan")
    levels: tuple[Level, ...] = Field((), alias="tingkat")


class CriterionPart(Part):
    """One element of a criterion."""

    id: Line
    question: Line | None = Field(None, alias="tanya")
    points: Exact = Field(Fraction(1), alias="poin")
    check: Check = Field(alias="cek")


class Criterion(Part):
    """One question of a rubric; points None are not known."""

    id: Line
    number: Line | None = Field(None, alias="nomor_asal")
    question: Line = Field(alias="tanya")
    points: Exact | None = Field(None, alias="poin")
    scale: Scale = Field(Scale(), alias="skala")
    group: Group | None = Field(None, alias="kelompok")
    parts: tuple[CriterionPart, ...] = Field((), alias="bagian")
    parts_rule: GroupRule = Field(GroupRule.PROPORTIONAL, alias="aturan_bagian")
    check: Check | None = Field(None, alias="cek")
    freshness: Freshness | None = Field(None, alias="segar")
    evidence: EvidenceRule | None = Field(None, alias="bukti")
    basis: tuple[Provision, ...] = Field((), alias="dasar")
    asked_of: Applicability | None = Field(None, alias="berlaku_bila")
    inapplicable: Inapplicable = Field(Inapplicable.SHARE_OUT, alias="bila_tak_berlaku")
    automation: Automation = Field(alias="otomasi")
    duplicate_of: Line | None = Field(None, alias="duplikat_dari")
    hint: Line | None = Field(None, alias="saran")
    note: Line | None = Field(None, alias="catatan")
    confidence: Confidence | None = Field(None, alias="yakin")


class StateValues(Part):
    """What the state of a duty is worth; what is missing is worth nothing, what is only linked waits for a check."""

    published: Exact = Field(Fraction(1), alias="diterbitkan")
    partly_exempt: Exact = Field(Fraction(1), alias="dikecualikan_sebagian")
    stale: Exact = Field(Fraction(0), alias="usang")


class CatalogueCriteria(Part):
    """One criterion for each leaf of these families of the catalogue, weighing as the catalogue says."""

    families: tuple[Line, ...] = Field(alias="keluarga", min_length=1)
    left_out: tuple[Line, ...] = Field((), alias="kecuali")


class SubIndicator(Part):
    """A heading between indicator and criteria; without a weight its points count as they stand."""

    id: Line
    name: Line = Field(alias="nama")
    weight: Exact | None = Field(None, alias="bobot")
    criteria: tuple[Criterion, ...] = Field(alias="kriteria", min_length=1)


class Indicator(Part):
    """A heading of a rubric; weight None is not known."""

    id: Line
    name: Line = Field(alias="nama")
    weight: Exact | None = Field(None, alias="bobot")
    stage: Line | None = Field(None, alias="tahap")
    criteria: tuple[Criterion, ...] = Field((), alias="kriteria")
    children: tuple[SubIndicator, ...] = Field((), alias="sub")
    catalogue: CatalogueCriteria | None = Field(None, alias="dari_katalog")
    confidence: Confidence | None = Field(None, alias="yakin")

    @property
    def all_criteria(self) -> tuple[Criterion, ...]:
        """Give the criteria of the indicator and of its headings, in order."""
        return (*self.criteria, *(one for child in self.children for one in child.criteria))


class Rounding(Part):
    """Totals are rounded once, half up, before they are classed."""

    digits: int = Field(2, alias="angka", ge=0, le=MOST_DIGITS)


class Rubric(Part):
    """One edition as a whole."""

    edition: Edition = Field(alias="edisi")
    scale_total: Exact = Field(Fraction(100), alias="skala_total")
    aggregation: Aggregation = Field(alias="agregasi")
    rounding: Rounding = Field(Rounding(), alias="pembulatan")
    stages: tuple[Stage, ...] = Field(alias="tahap", min_length=1)
    gates: tuple[Gate, ...] = Field((), alias="gerbang")
    bands: tuple[Band, ...] = Field(alias="kategori", min_length=1)
    state_values: StateValues = Field(StateValues(), alias="nilai_keadaan")
    default_points: Exact | None = Field(None, alias="poin_bawaan")
    indicators: tuple[Indicator, ...] = Field((), alias="indikator")

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """Give every criterion in order."""
        return tuple(one for indicator in self.indicators for one in indicator.all_criteria)

    @cached_property
    def criterion_by_id(self) -> dict[str, Criterion]:
        """Give the criteria by id."""
        return {one.id: one for one in self.criteria}

    @cached_property
    def groups(self) -> dict[str, GroupRule]:
        """Give the rule of each group of criteria."""
        return {one.group.id: one.group.rule for one in self.criteria if one.group}

    @cached_property
    def bands_from_top(self) -> tuple[Band, ...]:
        """Give the bands, the highest first."""
        return tuple(sorted(self.bands, key=lambda band: -band.least))

    def with_indicators(self, indicators: tuple[Indicator, ...]) -> "Rubric":
        """Give the same rubric with other indicators, and nothing remembered of the old ones."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return Rubric.model_construct(**{**values, "indicators": indicators})

    def indicators_of(self, stage: Stage) -> Iterator[Indicator]:
        """Give the indicators of a stage; one that names none belongs to the first that is computed."""
        first = next((one.id for one in self.stages if one.kind is StageKind.COMPUTED), None)
        return (one for one in self.indicators if (one.stage or first) == stage.id)

    def year_on(self, day: date) -> int:
        """Give the year "t" of the edition; one without a year is judged by the day's own."""
        return self.edition.year or day.year
