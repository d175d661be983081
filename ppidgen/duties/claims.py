"""What officers claim: entries and pages that name a duty, signed nil statements, exemptions that name one."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from ppidgen.duties.calendar import add_months
from ppidgen.duties.carrying import claimants, key_of
from ppidgen.duties.life_cycle import is_superseded, state_of
from ppidgen.duties.reachable import LINK, OVERBURDENED, Reach, reach
from ppidgen.model.elements.keys import key_of as named
from ppidgen.model.elements.vocabulary import Extent
from ppidgen.model.law.duty import Duty
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.exemption_terms import ExemptionState
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.nil import NilStatement
from ppidgen.model.records.parts import Decree
from ppidgen.model.records.publication import Article
from ppidgen.model.standing.coverage import CoverageState, Evidence, Reason

# A statement that nothing exists is believed for a year at most, whatever day it names.
NIL_MONTHS = 12

Found = Mapping[str, tuple[Evidence, ...]]


def unchecked(portal: Portal) -> frozenset[str]:
    """Name the entries whose duties the program proposed and no officer has checked: a public portal does not say."""
    key = named(InformationEntry, "duties")
    return frozenset(one.id for one in portal.information if key in one.to_check)


def claims(
    portal: Portal,
    duties: Mapping[str, Duty],
    as_of: date,
    beyond: Mapping[str, frozenset[str]],
    proposed: Collection[str],
) -> Found:
    """Give what entries, pages and nil statements prove, by the code of the duty they name.

    `beyond` is what `overburdened` finds, `proposed` what `unchecked` names.
    """
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for record in claimants(portal):
        if record.duties:
            whole, lacking = reach(portal, record), beyond.get(key_of(record), frozenset())
            is_proposed = isinstance(record, InformationEntry) and record.id in proposed
            for position, code in enumerate(record.duties):
                if code in duties:
                    so_far = _without_files(record) if code in lacking else whole
                    made = _claim(record, position, so_far, is_proposed=is_proposed)
                    found[code].append(aged(made, duties[code], as_of))
    for statement in portal.nil:
        for position, code in enumerate(statement.duties):
            found[code].append(_nil(statement, position, as_of))
    return {code: tuple(made) for code, made in found.items()}


def _claim(record: InformationEntry | Article, position: int, so_far: Reach, *, is_proposed: bool) -> Evidence:
    path, (state, reason) = ("duties", position), so_far
    if isinstance(record, Article):
        return Evidence(reg.ARTICLES.name, record, state, reason, path, day=record.updated)
    day = max(filter(None, (record.updated, record.published)), default=None)
    return Evidence(reg.INFORMATION.name, record, state, reason, path, record.unit, day, record.year, is_proposed)


def _without_files(record: InformationEntry | Article) -> Reach:
    """Say how far a record brings a duty that its files and its text cannot carry."""
    return LINK if isinstance(record, InformationEntry) and record.link else OVERBURDENED


def aged(evidence: Evidence, duty: Duty, as_of: date) -> Evidence:
    """Give the evidence as it stands on the day: what is renewed too seldom, or on no day that has been, is stale."""
    months = duty.interval.months
    if months is None or evidence.state.rank >= CoverageState.STALE.rank:
        return evidence
    if evidence.day is None or evidence.day > as_of:
        return replace(evidence, state=CoverageState.STALE, reason=Reason.UNDATED)
    if add_months(evidence.day, months) < as_of:
        return replace(evidence, state=CoverageState.STALE, reason=Reason.OLD)
    return evidence


def nil_ends(statement: NilStatement) -> date | None:
    """Give the last day on which a nil statement is believed; None where it says no day of its own."""
    if statement.day is None:
        return None
    longest = add_months(statement.day, NIL_MONTHS)
    return min(statement.until or longest, longest)


def is_signed(statement: NilStatement) -> bool:
    """Tell a statement for which somebody answers: an office, a letter or decree, a day and a reason."""
    return bool(statement.signed_by and statement.decree and statement.day and statement.reason)


def _nil(statement: NilStatement, position: int, as_of: date) -> Evidence:
    state, reason = CoverageState.NIL, Reason.SIGNED_NIL
    ends = nil_ends(statement)
    if not is_signed(statement):
        state, reason = CoverageState.MISSING, Reason.NIL_UNSIGNED
    elif ends is None or not (statement.day or as_of) <= as_of <= ends:
        state, reason = CoverageState.MISSING, Reason.NIL_EXPIRED
    return Evidence(reg.NIL.name, statement, state, reason, ("duties", position), statement.unit, statement.day)


def exemptions_by_duty(portal: Portal, as_of: date) -> Mapping[str, tuple[Evidence, ...]]:
    """Give the exemptions that name each duty: in force and tested or not, of the whole or of a part."""
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for item in portal.exemptions:
        for position, code in enumerate(item.duties):
            state, reason = _exempt(item, portal.body.exemption_decree, as_of)
            found[code].append(Evidence(reg.EXEMPTIONS.name, item, state, reason, ("duties", position), item.unit))
    return {code: tuple(made) for code, made in found.items()}


def _exempt(item: Exemption, listed: Decree | None, as_of: date) -> tuple[CoverageState, Reason]:
    if not is_valid(item, listed, as_of):
        return CoverageState.MISSING, Reason.EXEMPTION_INVALID
    if item.extent is Extent.WHOLE:
        return CoverageState.MISSING, Reason.WHOLLY_EXEMPT
    return CoverageState.PARTLY_EXEMPT, Reason.PART_EXEMPT


def is_tested(item: Exemption, as_of: date) -> bool:
    """Tell an exemption of which somebody tested, on a day that has been, what would follow if it were opened."""
    test = item.test
    return test is not None and test.day is not None and test.day <= as_of and bool(test.harm_if_opened)


def is_valid(item: Exemption, listed: Decree | None, as_of: date) -> bool:
    """Tell an exemption that holds: tested, decreed, with a ground, and not over (UU 14/2008 Pasal 19).

    `listed` is the decree of the whole list, which stands in for one of its own. Also what was changed binds, until
    another entry takes its place or its change opens it.
    """
    state = state_of(item, as_of, list_decided=listed is not None)
    running = state is ExemptionState.IN_FORCE or (state is ExemptionState.CHANGED and not is_superseded(item))
    return is_tested(item, as_of) and _is_decreed(item, listed, as_of) and running and bool(item.basis)


def _is_decreed(item: Exemption, listed: Decree | None, as_of: date) -> bool:
    """Tell an exemption that its own decree classifies, or that of the list if the test had gone before it."""
    own = item.decree
    if own is not None:
        return bool(own.number) and own.day is not None and own.day <= as_of
    tested = item.test.day if item.test else None
    return listed is not None and tested is not None and tested <= listed.day <= as_of
