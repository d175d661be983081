"""The whole portal as one frozen value, with look-ups by id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from ppidgen.model.elements.record import Record
from ppidgen.model.elements.vocabulary import SharePictures
from ppidgen.model.records.body import PublicBody, Site
from ppidgen.model.records.cases import Case
from ppidgen.model.records.evidence import Attestation
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.holidays import HolidayDecree
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.nil import NilStatement
from ppidgen.model.records.permit import PersonalDataPermit
from ppidgen.model.records.procurement import ProcurementPackage
from ppidgen.model.records.publication import Announcement, Article, NewsItem
from ppidgen.model.records.series import Series
from ppidgen.model.records.service import Service
from ppidgen.model.records.service_report import ServiceReport
from ppidgen.model.records.unit import Unit
from ppidgen.model.records.waiver import Waiver
from ppidgen.source.document_facts import DocumentFacts
from ppidgen.source.probe.opened import Trace

R = TypeVar("R", bound=Record)

# Each takes 13 ms to draw and 16 kB: five hundred lengthen a first build by some seconds, ten thousand by minutes.
MOST_PICTURES = 500


@dataclass(frozen=True)
class Portal:
    """Everything the officers have written, bound and resolved; each tuple is sorted by id.

    `facts` holds what was found of the files under `content/berkas`, by their path from that folder.
    `rejected` holds the ids of records that could not be read, by register, so that references to them
    are not reported a second time. `facts` of files that lie elsewhere begin with `../`. `traces` holds the personal
    data found in register files, by their path. `translations` holds records with their texts in a further language.
    """

    body: PublicBody
    site: Site
    units: tuple[Unit, ...] = ()
    information: tuple[InformationEntry, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    services: tuple[Service, ...] = ()
    cases: tuple[Case, ...] = ()
    reports: tuple[ServiceReport, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    news: tuple[NewsItem, ...] = ()
    articles: tuple[Article, ...] = ()
    procurement: tuple[ProcurementPackage, ...] = ()
    nil: tuple[NilStatement, ...] = ()
    holidays: tuple[HolidayDecree, ...] = ()
    series: tuple[Series, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    evidence: tuple[Attestation, ...] = ()
    permits: tuple[PersonalDataPermit, ...] = ()
    facts: Mapping[str, DocumentFacts] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    rejected: Mapping[str, frozenset[str]] = field(default_factory=dict)
    traces: Mapping[str, tuple[Trace, ...]] = field(default_factory=dict)
    translations: tuple[tuple[str, Record], ...] = ()
    copy_of: str = ""

    def of_unit(self, unit: str) -> "Portal":
        """Give the copy with the information of one unit and of those below it; services and the body stay whole."""
        copy = replace(self, copy_of=unit)
        told = copy.told_units
        return replace(
            copy,
            information=tuple(one for one in self.information if one.unit in told),
            exemptions=tuple(one for one in self.exemptions if one.unit in told),
            procurement=tuple(one for one in self.procurement if one.unit in told),
            news=tuple(one for one in self.news if one.unit in told),
        )

    @cached_property
    def told_units(self) -> frozenset[str]:
        """Give the units of whose information the portal tells: all, or in a copy its unit and those below it."""
        if not self.copy_of:
            return frozenset(self.unit_by_id)
        told = {self.copy_of}
        while grown := {one.id for one in self.units if one.parent in told} - told:
            told |= grown
        return frozenset(told)

    @cached_property
    def unit_by_id(self) -> Mapping[str, Unit]:
        """Give the units by id."""
        return _by_id(self.units)

    @cached_property
    def information_by_id(self) -> Mapping[str, InformationEntry]:
        """Give the DIP entries by id."""
        return _by_id(self.information)

    @cached_property
    def exemption_by_id(self) -> Mapping[str, Exemption]:
        """Give the exemptions by id."""
        return _by_id(self.exemptions)

    @cached_property
    def published_information(self) -> tuple[InformationEntry, ...]:
        """Give the DIP entries that are not withdrawn."""
        return tuple(entry for entry in self.information if entry.withdrawn is None)

    def is_withdrawn(self, entry_id: str | None) -> bool:
        """Tell whether an id is that of an entry that was withdrawn."""
        entry = self.information_by_id.get(entry_id or "")
        return entry is not None and entry.withdrawn is not None

    @property
    def pictures(self) -> SharePictures:
        """Give which pages have a picture of their own: where nobody chose, each entry has, if they are not many."""
        few = len(self.published_information) <= MOST_PICTURES
        return self.site.pictures or (SharePictures.ALL if few else SharePictures.MAIN)

    @property
    def publishing(self) -> tuple[Record, ...]:
        """Give every record whose files reach the site."""
        return (
            self.body, self.site, *self.units, *self.published_information, *self.exemptions, *self.services,
            *self.reports, *self.announcements, *self.news, *self.articles, *self.procurement, *self.nil,
        )  # fmt: skip

    def unit_name(self, unit_id: str | None) -> str:
        """Give the name of a unit, or the id itself where the unit is unknown, or ''."""
        unit = self.unit_by_id.get(unit_id) if unit_id else None
        return unit.name if unit else (unit_id or "")


def _by_id(records: Iterable[R]) -> Mapping[str, R]:
    return {record.id: record for record in records}
