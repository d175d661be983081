"""Personal data where the public reads: in registers and in every document of the portal.

What an office publishes of itself is none: the numbers and addresses in the contact fields, the tax number of a firm in
the procurement register (Perki 1/2021 Pasal 15(9) huruf c), the account in the schedule of fees (Pasal 37-38).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from ppidgen.diagnostics import Finding, Span
from ppidgen.duties.known_data import Found, everything, official
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import keys_of
from ppidgen.model.elements.vocabulary import PersonalKind
from ppidgen.model.portal.registers import (
    ANNOUNCEMENTS,
    CONTENT,
    PROCUREMENT,
    PUBLIC_BODY,
    SERVICES,
    SITE,
    UNITS,
    Register,
)
from ppidgen.model.portal.sheet import NAME
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.permit import PersonalDataPermit
from ppidgen.model.records.service import FeeSchedule
from ppidgen.rules.rule import Rule
from ppidgen.source.personal.personal_data import Kind
from ppidgen.source.probe.opened import Trace

CODES: Mapping[Kind, str] = {
    Kind.IDENTITY: "PDP001",
    Kind.FAMILY_CARD: "PDP002",
    Kind.TAX: "PDP003",
    Kind.PHONE: "PDP004",
    Kind.MAIL: "PDP005",
    Kind.ACCOUNT: "PDP006",
    Kind.DOUBTFUL: "PDP007",
    Kind.NAME: "PDP008",
    Kind.CARD: "PDP013",
}
# Where an office says what is its own. While a part of them cannot be read, nobody knows what they say.
_OFFICIAL_IN: Mapping[Kind, tuple[Register, ...]] = {
    Kind.PHONE: (PUBLIC_BODY, SITE, UNITS, ANNOUNCEMENTS),
    Kind.MAIL: (PUBLIC_BODY, SITE, UNITS, ANNOUNCEMENTS),
    Kind.ACCOUNT: (SERVICES,),
}
MOST_OF_A_FILE = 20


def number_public(kind: Kind, context: Context) -> Iterator[Finding]:
    """Tell personal data of one kind: each place in a register, each document once.

    Where it may turn out to be an office's own, the registers are named that have to be mended first.
    """
    lost = [one.name for one in _OFFICIAL_IN.get(kind, ()) if context.portal.rejected.get(one.name)]
    waiting = {"unread": ", ".join(lost)} if lost else {}
    by_file: defaultdict[str, list[Trace]] = defaultdict(list)
    for found in _open(context):
        if found.trace.kind is kind:
            by_file[found.path].append(found.trace)
    for path, traces in sorted(by_file.items()):
        for finding in _of_file(path, traces):
            yield replace(finding, data={**finding.data, **waiting})


def _of_file(path: str, traces: list[Trace]) -> Iterator[Finding]:
    """Tell what stands in a document, or in the name of a register file, once; what its text says where it says so."""
    if parts := [trace for trace in traces if trace.part]:
        yield _in_document(path, parts)
    told = [trace for trace in traces if not trace.part]
    yield from (_in_register(path, trace) for trace in told[:MOST_OF_A_FILE])


def permit_groundless(context: Context) -> Iterator[Finding]:
    """Tell permits for data that nobody may open without the person's consent, and that name none."""
    for permit in context.portal.permits:
        if permit.lacks_consent:
            data = {"kind": permit.kind.label, "keys": keys_of(PersonalDataPermit, ("consent",))}
            yield Finding("PDP010", permit.span("kind"), data)


def permit_past(context: Context) -> Iterator[Finding]:
    """Tell permits whose day is past."""
    for permit in context.portal.permits:
        if permit.until < context.standing.as_of:
            yield Finding("PDP011", permit.span("until"), {"place": permit.place, "until": permit.until.isoformat()})


def permit_idle(context: Context) -> Iterator[Finding]:
    """Tell permits for data that is not there, or that looks like another datum of the same file."""
    alike = _alike(everything(context.portal))
    for permit in context.portal.permits:
        if len(alike.get(permit.datum, ())) != 1 and permit.kind is not PersonalKind.MARK:
            data = {"place": permit.place, "kind": permit.kind.label, "shown": permit.shown}
            yield Finding("PDP012", permit.span("shown"), data)


def _open(context: Context) -> Iterator[Found]:
    """Give the personal data that neither is official nor has a permit."""
    portal = context.portal
    finds = tuple(everything(portal))
    if not finds:
        return
    offices, accounts = official(portal), _fee_files(portal)
    alike = _alike(finds)
    permitted = {permit.datum for permit in portal.permits if permit.holds(context.standing.as_of)}
    for found in finds:
        trace = found.trace
        key = (found.path, trace.kind.name, trace.shown)
        if trace.digest in offices or (key in permitted and len(alike[key]) == 1):
            continue
        if trace.kind is Kind.ACCOUNT and found.path in accounts:
            continue
        if trace.kind is Kind.TAX and found.path.startswith(f"{CONTENT}/{PROCUREMENT.name}/"):
            continue
        yield found


def _alike(everything: Iterable[Found]) -> Mapping[tuple[str, str, str], set[str]]:
    """Gather which different data look alike once masked, by file and kind."""
    alike: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for found in everything:
        alike[found.path, found.trace.kind.name, found.trace.shown].add(found.trace.digest)
    return alike


def _fee_files(portal: Portal) -> frozenset[str]:
    return frozenset(service.origin.path for service in portal.services if isinstance(service, FeeSchedule))


def _in_register(path: str, trace: Trace) -> Finding:
    line, _, column = trace.place.partition(":")
    span = Span(path, int(line), int(column), int(line), int(column) + len(trace.shown))
    return Finding(CODES[trace.kind], span, {"path": path, "shown": trace.shown})


def _in_document(path: str, traces: list[Trace]) -> Finding:
    first = traces[0]
    others = len({trace.digest for trace in traces}) - 1
    data = {"path": path, "shown": first.shown, "part": first.part, "place": first.place}
    span = Span(path, 1, 1, 1, 1) if first.part == NAME else Span(path)  # a register has lines; its name has none
    return Finding(CODES[first.kind], span, data | ({"others": str(others)} if others else {}))


RULES = (
    *(Rule(code, (), partial(number_public, kind)) for kind, code in CODES.items()),
    Rule("PDP010", (), permit_groundless),
    Rule("PDP011", (), permit_past),
    Rule("PDP012", (), permit_idle),
)
