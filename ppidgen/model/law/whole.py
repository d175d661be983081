"""The law as one value, with look-ups; read from the package's own data files.

The facts stand in `hukum/`, `kewajiban/` and the files of `LAW_FILES`; `parse_law` turns their text into
one `Law`. They are ours, so a broken one is a bug and raises ValueError with the file's name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from ppidgen.model.elements.record import Part
from ppidgen.model.law.application_form import ApplicationForm
from ppidgen.model.law.blank_form import BlankForm
from ppidgen.model.law.deadline_rule import DeadlineRule
from ppidgen.model.law.duty import (
    CatalogueEdition,
    Duty,
    DutyFamily,
    Scope,
)
from ppidgen.model.law.instrument import ACT, Force, Instrument, Provision
from ppidgen.model.law.legal_grounds import ExemptionGround, NeverExempt, ObjectionReason
from ppidgen.model.records.holidays import HolidayYear
from ppidgen.model.text.root_words import RootWords

LAW_FOLDERS = ("hukum", "kewajiban", "formulir", "blanko")
LAW_FILES = (
    "katalog.yaml",
    "tenggat.yaml",
    "hari-libur.yaml",
    "pasal-17.yaml",
    "tidak-boleh-dikecualikan.yaml",
    "alasan-keberatan.yaml",
    "padanan.yaml",
)

P = TypeVar("P", bound=Part)


@dataclass(frozen=True, eq=False)
class Law:
    """All the law that the portal knows, each kind by its code, id or letter, in the order of its files.

    It is read once; two are the same only when they are one.
    """

    edition: CatalogueEdition
    instruments: Mapping[str, Instrument]
    families: Mapping[str, DutyFamily]
    duties: Mapping[str, Duty]
    deadlines: Mapping[str, DeadlineRule]
    holidays: Mapping[int, HolidayYear]
    forms: Mapping[str, ApplicationForm]
    blanks: Mapping[str, BlankForm]
    exemption_grounds: Mapping[str, ExemptionGround]
    never_exempt: Mapping[str, NeverExempt]
    objection_reasons: Mapping[str, ObjectionReason]
    root_words: RootWords

    def group_of(self, code: str) -> Duty | None:
        """Give the heading over a duty: B09 over B09.b.01; None for one that stands alone."""
        group = self.duties.get(code.partition(".")[0])
        return group if group and group.code != code else None

    def leaves(self, scopes: frozenset[Scope]) -> tuple[Duty, ...]:
        """Give the duties that bind a body with these scopes, in catalogue order, without headings."""
        return tuple(duty for duty in self.duties.values() if duty.is_leaf and duty.applies_to(scopes))

    def cite(self, provision: Provision) -> str:
        """Write a provision as a reader knows it: Perki 1/2021 Pasal 15(2) huruf a."""
        return f"{self.instruments[provision.instrument].short_name} {provision.article}"

    def shortened(self, citation: str) -> str:
        """Write a citation that gives acts by their numbers as `cite` does: UU 14/2008 Pasal 9 is UU KIP Pasal 9."""
        for number, short_name in self._acts.items():
            citation = citation.replace(number, short_name)
        return citation

    @cached_property
    def _acts(self) -> Mapping[str, str]:
        acts = (one for one in self.instruments.values() if one.kind == ACT)
        return {f"UU {one.number}/{one.year}": one.short_name for one in acts}

    def grounds(self, rule: DeadlineRule) -> str:
        """Say what a period rests on: its articles, or in words where no article was checked."""
        if rule.basis or rule.election is None:
            return "; ".join(map(self.cite, rule.basis))
        return rule.election.ground

    def repealed_in(self, text: str) -> tuple[Instrument, ...]:
        """Give the instruments no longer in force that free text still cites."""
        repealed = (known for known in self.instruments.values() if known.force is Force.REPEALED)
        return tuple(known for known in repealed if known.is_cited_in(text))


def parse_law(texts: Mapping[str, str]) -> Law:
    """Read the law from the texts of the shipped files, by name ("hukum/pp-61-2010.yaml", "tenggat.yaml")."""
    tables = {name: _table(name, text) for name, text in sorted(texts.items())}
    instruments = [(name, _part(Instrument, name, table)) for name, table in _below("hukum/", tables)]
    catalogue = sorted(
        ((name, _family(name, table)) for name, table in _below("kewajiban/", tables)),
        key=lambda named: named[1].order,
    )
    duties = [(name, duty) for name, _ in catalogue for duty in _duties(name, tables[name])]
    blanks = [(name, _part(BlankForm, name, table)) for name, table in _below("blanko/", tables)]
    forms = [(name, _part(ApplicationForm, name, table)) for name, table in _below("formulir/", tables)]
    return Law(
        edition=_part(CatalogueEdition, "katalog.yaml", _file("katalog.yaml", tables)),
        instruments=_index("id", instruments),
        families=_index("id", catalogue),
        duties=_index("code", duties),
        deadlines=_index("code", _list(DeadlineRule, "tenggat.yaml", "tenggat", tables)),
        holidays=_years(_list(HolidayYear, "hari-libur.yaml", "hari_libur", tables)),
        forms=_index("id", forms),
        blanks=_index("id", blanks),
        exemption_grounds=_index("code", _list(ExemptionGround, "pasal-17.yaml", "dasar_pengecualian", tables)),
        never_exempt=_index(
            "letter", _list(NeverExempt, "tidak-boleh-dikecualikan.yaml", "tidak_boleh_dikecualikan", tables)
        ),
        objection_reasons=_index("letter", _list(ObjectionReason, "alasan-keberatan.yaml", "alasan_keberatan", tables)),
        root_words=_part(RootWords, "padanan.yaml", _file("padanan.yaml", tables)),
    )


def _table(name: str, text: str) -> dict[str, Any]:
    try:
        table = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as fault:
        raise ValueError(f"{name}: {fault}") from fault
    if not isinstance(table, dict):
        raise ValueError(f"{name}: not a mapping")  # noqa: TRY004 - one exception for every broken data file
    return table


def _below(folder: str, tables: Mapping[str, dict[str, Any]]) -> Iterable[tuple[str, dict[str, Any]]]:
    return ((name, table) for name, table in tables.items() if name.startswith(folder))


def _file(name: str, tables: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    if name not in tables:
        raise ValueError(f"{name}: file missing")
    return tables[name]


def _rows(name: str, key: str, table: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    rows = table.get(key)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError(f"{name}: '{key}' is not a list of mappings")
    return rows


def _part(kind: type[P], name: str, table: Mapping[str, Any]) -> P:
    try:
        return kind.model_validate(table)
    except ValidationError as fault:
        raise ValueError(f"{name}: {fault}") from fault


def _list(kind: type[P], name: str, key: str, tables: Mapping[str, dict[str, Any]]) -> list[tuple[str, P]]:
    return [(name, _part(kind, name, row)) for row in _rows(name, key, _file(name, tables))]


def _family(name: str, table: Mapping[str, Any]) -> DutyFamily:
    return _part(DutyFamily, name, {key: table[key] for key in ("keluarga", "urutan", "judul") if key in table})


def _duties(name: str, table: Mapping[str, Any]) -> Iterable[Duty]:
    shared = {key: table[key] for key in ("keluarga", "kategori", "selang", "dasar_selang") if key in table}
    return (_part(Duty, name, {**shared, **row}) for row in _rows(name, "butir", table))


def _years(parts: Iterable[tuple[str, HolidayYear]]) -> Mapping[int, HolidayYear]:
    return MappingProxyType({year.year: year for _, year in parts})


def _index(attribute: str, parts: Iterable[tuple[str, P]]) -> Mapping[str, P]:
    index: dict[str, P] = {}
    for name, part in parts:
        key = getattr(part, attribute)
        if key in index:
            raise ValueError(f"{name}: '{key}' occurs twice")
        index[key] = part
    return MappingProxyType(index)
