"""References between records, and from records to files: each is looked up once and told when it leads nowhere."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ppidgen.diagnostics import Finding, Related, Span
from ppidgen.diagnostics.nearest import nearest
from ppidgen.diagnostics.shown import shown
from ppidgen.model.elements.named_files import named_files
from ppidgen.model.elements.record import Record
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.cases import DisputeCase, ObjectionCase, RequestCase
from ppidgen.model.records.procurement import ProcurementPackage
from ppidgen.model.records.unit import Unit
from ppidgen.model.text.slug import slugify

# So few units are named to who writes one that does not exist.
_FEW_UNITS = 8
# What a case refers to: attribute and register.
_CASE_REFERENCES: Mapping[type[Record], Mapping[str, reg.Register]] = {
    RequestCase: {"answered_by": reg.INFORMATION, "exemption": reg.EXEMPTIONS},
    ObjectionCase: {"request": reg.CASES, "exemption": reg.EXEMPTIONS},
    DisputeCase: {"objection": reg.CASES},
}


def references(
    portal: Portal, placed: Mapping[str, tuple[Record, ...]], duty_codes: frozenset[str]
) -> Iterator[Finding]:
    """Tell each reference that leads nowhere; references to rejected records are not told again."""
    records = [record for found in placed.values() for record in found]
    yield from _units(portal, records)
    yield from _unitless_folders(portal)
    yield from _old_ids(portal)
    yield from _circles(portal)
    yield from _files(portal.files, records)
    yield from _both_sides(portal, records)
    yield from _duties(records, duty_codes)
    yield from _cases(portal)
    yield from _series(portal)
    yield from _exemptions(portal)


def _units(portal: Portal, records: Iterable[Record]) -> Iterator[Finding]:
    known = frozenset(portal.unit_by_id) | portal.rejected.get(reg.UNITS.name, frozenset())
    for record in records:
        attribute = "parent" if isinstance(record, Unit) else "unit"
        value = getattr(record, attribute, None)
        if value and value not in known:
            yield Finding("RUJ001", record.span(attribute), _unit_data(value, known, portal.units))
    for position, officer in enumerate(portal.body.officers):
        if officer.unit and officer.unit not in known:
            span = portal.body.span("officers", position, "unit")
            yield Finding("RUJ001", span, _unit_data(officer.unit, known, portal.units))


def _unitless_folders(portal: Portal) -> Iterator[Finding]:
    """Tell each folder that is named after no unit and holds records of none, as when a unit was renamed."""
    known = frozenset(portal.unit_by_id) | portal.rejected.get(reg.UNITS.name, frozenset())
    if not known:
        return
    for register, records in ((reg.INFORMATION, portal.information), (reg.EXEMPTIONS, portal.exemptions)):
        held: dict[str, list[Record]] = {}
        for record in records:
            folder, slash, _ = record.id.partition("/")
            if slash and record.unit is None and folder not in known and not folder.isdecimal():
                held.setdefault(folder, []).append(record)
        for folder, alone in held.items():
            data = {"folder": folder, "register": register.name, "count": str(len(alone))}
            yield Finding("RUJ017", alone[0].span("title"), data | {"guess": nearest(folder, known)})


def _old_ids(portal: Portal) -> Iterator[Finding]:
    """Tell an old id that is another entry's as well: of two, one would take the other's readers without a word."""
    owners = {one.id.lower(): one for one in portal.information}
    for record in portal.information:
        for position, old in enumerate(record.old_ids):
            owner = owners.setdefault(old.lower(), record)
            if owner is not record or owner.id.lower() == old.lower():
                data = {"id": shown(old), "other": str(owner.origin.start)}
                first = Related(owner.origin.start, "first")
                yield Finding("RUJ018", record.span("old_ids", position), data, (first,))


def _unit_data(value: str, known: frozenset[str], units: Iterable[Unit]) -> dict[str, str]:
    by_name = {name.casefold(): unit.id for unit in units for name in (unit.name, unit.short_name) if name}
    guess = by_name.get(value.strip().casefold()) or nearest(value, known)
    few = ", ".join(sorted(known)) if len(known) <= _FEW_UNITS else ""
    return {"value": shown(value), "guess": guess, "few": few, "free": slugify(value)}


def _circles(portal: Portal) -> Iterator[Finding]:
    parents = {unit.id: unit.parent for unit in portal.units}
    told: set[str] = set()
    for unit in portal.units:
        chain = [unit.id]
        while (parent := parents.get(chain[-1])) and parent not in chain:
            chain.append(parent)
        if parent == unit.id and unit.id not in told:
            told.update(chain)
            yield Finding("RUJ008", unit.span("parent"), {"chain": " → ".join([*chain, unit.id])})


def _files(files: frozenset[str], records: Iterable[Record]) -> Iterator[Finding]:
    folded = {_folded(path): path for path in files}
    for record in records:
        for path, value in named_files(record):
            if value not in files:
                yield _file_fault(record, path, value, files, folded)


def _file_fault(
    record: Record, path: tuple[str | int, ...], value: str, files: frozenset[str], folded: Mapping[str, str]
) -> Finding:
    span = record.span(*path)
    if value.startswith(("/", "\\", "~")) or ":" in value or ".." in value.split("/") or "\\" in value:
        return Finding("RUJ003", span, {"value": shown(value), "guess": _file_guess(value.replace("\\", "/"), files)})
    actual = folded.get(_folded(value))
    if actual:
        return Finding("RUJ004", span, {"value": shown(value), "actual": actual})
    return Finding("RUJ002", span, {"value": shown(value), "guess": _file_guess(value, files)})


def _file_guess(value: str, files: frozenset[str]) -> str:
    inside = value.removeprefix(f"{reg.CONTENT}/").removeprefix(f"{reg.FILES}/")
    if inside in files:
        return inside
    name = value.rpartition("/")[2]
    same_name = sorted(path for path in files if path.rpartition("/")[2] == name)
    return same_name[0] if same_name else nearest(value, files)


def _both_sides(portal: Portal, records: Iterable[Record]) -> Iterator[Finding]:
    withheld = {
        _folded(_file_name(file.name)): (exemption, position)
        for exemption in portal.exemptions
        for position, file in enumerate(exemption.withheld)
        if file.name
    }
    if not withheld:
        return
    for record in records:
        for path, value in named_files(record):
            twin = withheld.get(_folded(_file_name(value)))
            if twin:
                exemption, position = twin
                other = str(exemption.span("withheld", position, "name"))
                yield Finding("RUJ013", record.span(*path), {"value": shown(value), "other": other})


def _duties(records: Iterable[Record], known: frozenset[str]) -> Iterator[Finding]:
    for record in records:
        for position, code in enumerate(getattr(record, "duties", ())):
            if code not in known:
                data = {"value": shown(code), "guess": nearest(code, known)}
                yield Finding("RUJ006", record.span("duties", position), data)
        if isinstance(record, ProcurementPackage):
            for position, document in enumerate(record.documents):
                if document.duty not in known:
                    data = {"value": shown(document.duty), "guess": nearest(document.duty, known)}
                    yield Finding("RUJ006", record.span("documents", position, "duty"), data)


def _cases(portal: Portal) -> Iterator[Finding]:
    if not portal.cases:
        return
    known = {
        register.name: frozenset(record.id for record in records) | portal.rejected.get(register.name, frozenset())
        for register, records in (
            (reg.CASES, portal.cases), (reg.INFORMATION, portal.information), (reg.EXEMPTIONS, portal.exemptions),
        )
    }  # fmt: skip
    for case in portal.cases:
        for attribute, register in _CASE_REFERENCES[type(case)].items():
            value = getattr(case, attribute)
            if value and value not in known[register.name]:
                yield _no_entry(case.span(attribute), value, register, known[register.name])


def _exemptions(portal: Portal) -> Iterator[Finding]:
    if not portal.exemptions:
        return
    exempt = portal.exemption_by_id.keys() | portal.rejected.get(reg.EXEMPTIONS.name, frozenset())
    listed = portal.information_by_id.keys() | portal.rejected.get(reg.INFORMATION.name, frozenset())
    for item in portal.exemptions:
        if item.replaced_by and item.replaced_by not in exempt:
            yield _no_entry(item.span("replaced_by"), item.replaced_by, reg.EXEMPTIONS, exempt)
        if item.opening and item.opening.entry and item.opening.entry not in listed:
            yield _no_entry(item.span("opening", "entry"), item.opening.entry, reg.INFORMATION, listed)


def _no_entry(span: Span, value: str, register: reg.Register, known: Iterable[str]) -> Finding:
    ids = frozenset(known)
    data = {"value": shown(value), "register": register.name, "guess": _named_alike(value, ids) or nearest(value, ids)}
    return Finding("RUJ007", span, data)


def _named_alike(value: str, ids: frozenset[str]) -> str:
    """Give the only id that ends in the same name, where the folder of its unit was left out or is another."""
    name = value.rpartition("/")[2]
    found = [one for one in ids if one.rpartition("/")[2] == name]
    return found[0] if len(found) == 1 else ""


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


@lru_cache(maxsize=1 << 16)
def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _series(portal: Portal) -> Iterator[Finding]:
    known = frozenset(series.id for series in portal.series) | portal.rejected.get(reg.SERIES.name, frozenset())
    for entry in portal.information:
        if entry.series and entry.series not in known:
            data = {"value": shown(entry.series), "guess": nearest(entry.series, known)}
            yield Finding("RUJ020", entry.span("series"), data)
