"""From the records of all registers to one portal: ids, units and references are resolved once, here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from ppidgen.diagnostics import Checked, Finding, Related, Span
from ppidgen.model.elements.record import Record
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.references import references
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.body import PublicBody, Site
from ppidgen.source.document_facts import DocumentFacts
from ppidgen.source.probe.opened import Trace

NAMELESS = "Badan Publik"
R = TypeVar("R", bound=Record)


class RegisterDigests(NamedTuple):
    """What the registers say, as digests: all others, the DIP without its long texts, these, and the announcements.

    The long text of an entry stands on its own page alone, and changes the fingerprint of the entry.
    """

    others: str = ""
    listed: str = ""
    texts: str = ""
    announced: str = ""


NO_REGISTERS = RegisterDigests()


@dataclass(frozen=True, slots=True)
class Records:
    """All records by register name, and the ids that could not be read.

    `digests` are those of what the registers say. `traces` are the personal data of each file, `translations` the
    records as said in a further language.
    """

    by_register: Mapping[str, tuple[Record, ...]]
    rejected: Mapping[str, frozenset[str]] = field(default_factory=dict)
    digests: RegisterDigests = NO_REGISTERS
    traces: Mapping[str, tuple[Trace, ...]] = field(default_factory=dict)
    translations: tuple[tuple[str, Record], ...] = ()

    def of(self, register: reg.Register, kind: type[R]) -> tuple[R, ...]:
        """Give the records of one register."""
        return tuple(record for record in self.by_register.get(register.name, ()) if isinstance(record, kind))


def assemble(
    records: Records,
    files: frozenset[str],
    facts: Mapping[str, DocumentFacts],
    duty_codes: frozenset[str],
) -> Checked[Portal]:
    """Join the records into a portal; `files` are the paths below content/berkas, `facts` what is known of them."""
    unique = {name: _unique(found) for name, found in records.by_register.items()}
    findings = [finding for result in unique.values() for finding in result.findings]
    placed = {name: result.value for name, result in unique.items()}
    portal = _portal(placed, files, facts, records)
    findings += _missing_singles(placed, records.rejected)
    findings += references(portal, placed, duty_codes)
    return Checked(portal, tuple(findings))


def _unique(records: Iterable[Record]) -> Checked[tuple[Record, ...]]:
    records = tuple(records)
    if len({record.id for record in records}) == len(records):
        return Checked(tuple(sorted(records, key=lambda record: record.id)))
    by_id: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_id[record.id].append(record)
    findings = tuple(
        Finding("RUJ005", twin.origin.start, _twin_data(first, twin), (Related(first.origin.start, "first"),))
        for first, *twins in by_id.values()
        for twin in twins
    )  # fmt: skip
    return Checked(tuple(by_id[key][0] for key in sorted(by_id)), findings)


def _twin_data(first: Record, twin: Record) -> dict[str, str]:
    """Say who has the id already, and which file holds nothing but the other: `only` where a register is one file.

    A file that begins with a list may hold further entries, and must not be called superfluous.
    """
    data = {"id": first.id, "other": str(first.origin.start)}
    start = twin.origin.start
    if start.path == first.origin.start.path or start.column > 1:
        return data
    return {**data, "file" if start.path.count("/") > 1 else "only": start.path}


def _portal(
    placed: Mapping[str, tuple[Record, ...]],
    files: frozenset[str],
    facts: Mapping[str, DocumentFacts],
    records: Records,
) -> Portal:
    def of(register: reg.Register) -> Any:  # noqa: ANN401 - the register decides the type of its records
        return placed.get(register.name, ())

    body = next(iter(of(reg.PUBLIC_BODY)), None) or _nameless()
    site = next(iter(of(reg.SITE)), None) or Site(id=reg.SITE.name, title=f"PPID {body.name}")
    return Portal(
        body=body, site=site, units=of(reg.UNITS), information=of(reg.INFORMATION), exemptions=of(reg.EXEMPTIONS),
        services=of(reg.SERVICES), cases=of(reg.CASES), reports=of(reg.REPORTS), announcements=of(reg.ANNOUNCEMENTS),
        news=of(reg.NEWS), articles=of(reg.ARTICLES), procurement=of(reg.PROCUREMENT), nil=of(reg.NIL),
        holidays=of(reg.HOLIDAYS), series=of(reg.SERIES), waivers=of(reg.WAIVERS), evidence=of(reg.EVIDENCE),
        permits=of(reg.PERMITS), facts=facts, files=files, rejected=records.rejected, traces=records.traces,
        translations=records.translations,
    )  # fmt: skip


def _nameless() -> PublicBody:
    return PublicBody.model_validate(
        {"id": reg.PUBLIC_BODY.name, "nama": NAMELESS, "jenis": "eksekutif", "tingkat": "kabupaten-kota"}
    )


def _missing_singles(
    placed: Mapping[str, Sequence[Record]], rejected: Mapping[str, frozenset[str]]
) -> Iterator[Finding]:
    for register, code in ((reg.PUBLIC_BODY, "RUJ009"), (reg.SITE, "RUJ010")):
        if not placed.get(register.name) and not rejected.get(register.name):
            yield Finding(code, Span(f"{reg.CONTENT}/{register.name}.yaml"))
