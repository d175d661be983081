"""Findings joined with the rulebook, and quieted where a waiver says so."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ppidgen.diagnostics import Finding, Severity
from ppidgen.diagnostics.shown import shown
from ppidgen.model.records.waiver import Waiver
from ppidgen.model.rulebook import RulePage
from ppidgen.report.diagnostic import Diagnostic, Diagnostics, Place, Waived
from ppidgen.report.wording import say

Rulebook = Mapping[str, RulePage]

# A finding about any field of a register carries the citation of that field under this name.
CITATION = "citation"


def explain(
    findings: Iterable[Finding],
    rulebook: Rulebook,
    waivers: Sequence[Waiver] = (),
    *,
    as_of: date,
    language: str = "id",
    files: int = 0,
) -> Diagnostics:
    """Put every finding into words; one that a waiver covers on the day `as_of` is told apart."""
    usable = [waiver for waiver in waivers if _fault(waiver, rulebook, as_of) is None]
    told: list[Diagnostic] = []
    waived: list[Waived] = []
    used: set[int] = set()
    for finding in _once(findings):
        diagnostic = tell(finding, rulebook[finding.code], language)
        waiver = next((one for one in usable if _covers(one, finding)), None)
        if waiver is None:
            told.append(diagnostic)
        else:
            used.add(id(waiver))
            waived.append(Waived(diagnostic, shown(waiver.reason), waiver.until))
    for waiver in waivers:
        code = _fault(waiver, rulebook, as_of) or ("" if id(waiver) in used else "TLR002")
        if code:
            told.append(tell(_about(waiver, code), rulebook[code], language))
    return Diagnostics(
        told=tuple(sorted(told, key=lambda one: one.sort_key)),
        waived=tuple(sorted(waived, key=lambda one: one.diagnostic.sort_key)),
        as_of=as_of,
        language=language,
        files=files,
    )


def tell(finding: Finding, page: RulePage, language: str = "id") -> Diagnostic:
    """Put one finding into the words of its page."""
    wording = page.wording(language)
    cited = finding.data.get(CITATION, "")
    return Diagnostic(
        code=page.code,
        name=page.name,
        severity=page.severity,
        span=finding.span,
        message=say(wording.message, finding.data, wording),
        hint=say(wording.hint, finding.data, wording),
        citations=tuple(dict.fromkeys([*page.citations, *([cited] if cited else [])])),
        related=tuple(Place(one.span, wording.roles.get(one.role, "")) for one in finding.related),
        finding=finding,
    )


def _once(findings: Iterable[Finding]) -> Iterable[Finding]:
    seen: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        seen.setdefault((finding.code, finding.span, *finding.data.values()), finding)
    return seen.values()


def _fault(waiver: Waiver, rulebook: Rulebook, as_of: date) -> str | None:
    if waiver.code not in rulebook:
        return "RUJ014"
    if rulebook[waiver.code].severity is Severity.ERROR:
        return "TLR003"
    return "TLR001" if waiver.until < as_of else None


def _covers(waiver: Waiver, finding: Finding) -> bool:
    place = waiver.place.rstrip("/")
    path = finding.span.path
    return waiver.code == finding.code and (path == place or path.startswith(place + "/"))


def _about(waiver: Waiver, code: str) -> Finding:
    attribute = {"TLR001": "until", "TLR002": "place"}.get(code, "code")
    data = {"value": waiver.code, "place": waiver.place, "until": waiver.until.isoformat()}
    return Finding(code, waiver.span(attribute), data)
