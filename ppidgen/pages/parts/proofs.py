"""Evidence as a reader meets it: the page of the portal on which it can be seen."""

from collections.abc import Mapping
from functools import lru_cache

from ppidgen.model.context import Context, Same
from ppidgen.model.elements.record import Record
from ppidgen.model.elements.vocabulary import ServiceKind
from ppidgen.model.pages.page import Badge, Cell, Link, Tone
from ppidgen.model.pages.page_terms import DANGER, INFO, NEUTRAL, SUCCESS, WARNING
from ppidgen.model.portal import registers as reg
from ppidgen.model.records.publication import Article
from ppidgen.model.records.service import FeeSchedule, Procedure, ServiceCharter, ServiceStandard
from ppidgen.model.standing.coverage import Coverage, CoverageState, Evidence, Expectation
from ppidgen.pages.addresses import urls
from ppidgen.pages.parts.wording import number

_TONES: Mapping[CoverageState, Tone] = {
    CoverageState.PUBLISHED: SUCCESS,
    CoverageState.PARTLY_EXEMPT: SUCCESS,
    CoverageState.PROPOSED: WARNING,
    CoverageState.LINKED: INFO,
    CoverageState.NIL: NEUTRAL,
    CoverageState.STALE: WARNING,
    CoverageState.MISSING: DANGER,
    CoverageState.NO_EVENT: NEUTRAL,
}  # fmt: skip
_PROCEDURES: Mapping[str, str] = {
    ServiceKind.REQUEST: urls.REQUEST,
    ServiceKind.OBJECTION: urls.OBJECTION,
    ServiceKind.DISPUTE: urls.DISPUTE,
}
_BY_ID = {
    reg.INFORMATION.name: urls.entry,
    reg.EXEMPTIONS.name: urls.exemption,
    reg.ANNOUNCEMENTS.name: urls.announcement,
    reg.REPORTS.name: urls.report,
    reg.PROCUREMENT.name: urls.package,
    reg.UNITS.name: urls.unit,
}


def address_of(evidence: Evidence | Expectation) -> str:
    """Give the page on which a piece of evidence stands."""
    known = _BY_ID.get(evidence.register)
    if known:
        return known(evidence.record.id)
    if evidence.register == reg.PUBLIC_BODY.name:
        return _on_the_body(evidence)
    return _elsewhere(evidence.record)


def _on_the_body(evidence: Evidence | Expectation) -> str:
    path = evidence.path if isinstance(evidence, Evidence) else ()
    match path[:1]:
        case ("officers",):
            return urls.PPID_DECREES
        case ("address",):
            return urls.LOCATION
        case ("vision",):
            return urls.VISION
        case ("tasks",):
            return urls.TASKS
    return urls.LIST


def _elsewhere(record: Record) -> str:
    match record:
        case Article():
            return urls.node(record.menu) if record.menu else urls.article(record.id)
        case Procedure():
            return _PROCEDURES[record.kind]
        case ServiceCharter():
            return urls.CHARTER
        case FeeSchedule():
            return urls.FEES
        case ServiceStandard():
            return urls.standard(record.code.value)
    return urls.COVERAGE


def title_of(context: Context, evidence: Evidence | Expectation) -> str:
    """Give the name under which a piece of evidence is known."""
    record = evidence.record
    if evidence.register == reg.NIL.name:
        return context.words("coverage.nil_statement")
    if evidence.register == reg.PUBLIC_BODY.name:
        return context.words("coverage.of_the_body")
    return str(getattr(record, "title", "") or getattr(record, "name", "") or record.id)


def addresses_of(context: Context) -> Mapping[str, tuple[str, ...]]:
    """Give, for every duty, the pages of its evidence, each once, that of the best first."""
    return _addresses(Same(context))


@lru_cache(maxsize=4)  # pages and open data ask in turn, in each language of a portal
def _addresses(same: Same) -> Mapping[str, tuple[str, ...]]:
    known = same.context.standing.coverage.items()
    return {code: tuple(dict.fromkeys(map(address_of, one.evidence))) for code, one in known}


def proof_cell(context: Context, code: str) -> Cell:
    """Give the best evidence for a duty, and how much more there is."""
    addresses = addresses_of(context)[code]
    if not addresses:
        return context.words("none")
    best = context.standing.coverage[code].evidence[0]
    told = and_more(context, title_of(context, best), len(addresses) - 1)
    return Link(told, addresses[0]) if _is_here(context, best) else told


def _is_here(context: Context, evidence: Evidence) -> bool:
    """Say whether a portal that is shown in part, a bundle of one unit, holds the page of a piece of evidence."""
    portal, name = context.portal, evidence.record.id
    match evidence.register:
        case reg.INFORMATION.name:
            return name in portal.information_by_id
        case reg.EXEMPTIONS.name:
            return name in portal.exemption_by_id
        case reg.PROCUREMENT.name:
            return any(one.id == name for one in portal.procurement)
        case reg.UNITS.name:
            return name in portal.told_units
    return True


def and_more(context: Context, name: str, others: int) -> str:
    """Name the first of several, and how many more there are."""
    return context.words("coverage.and_more", name=name, count=number(context.words, others)) if others else name


def state_badge(context: Context, known: Coverage) -> Badge:
    """Give the state of a duty in a word; with gaps it says how much of what is expected is there."""
    text = state_words(context, known.told)
    if known.gaps and known.state is not CoverageState.MISSING:
        told = context.words(
            "coverage.part", met=len(known.expectations) - len(known.gaps), all=len(known.expectations)
        )
        return Badge(f"{text} ({told})", WARNING)
    return Badge(text, _TONES[known.told])


def state_words(context: Context, state: CoverageState) -> str:
    """Say a state in the language of the portal."""
    return context.words(f"coverage.state.{state.name.lower()}")


def todo(context: Context, known: Coverage) -> str:
    """Say what has to be done about a duty, "" for nothing."""
    told = [context.words("coverage.todo.check")] if known.told is CoverageState.PROPOSED else []
    told += [] if known.state.is_settled else [context.words(f"coverage.todo.{known.reason.value}")]
    by_kind = {gap.kind: [one.label for one in known.gaps if one.kind is gap.kind] for gap in known.gaps}
    told += [context.words(f"coverage.gap.{kind.value}", names=", ".join(names)) for kind, names in by_kind.items()]
    return " ".join(told)
