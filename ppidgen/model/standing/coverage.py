"""How each duty stands: the one state it is in, what proves it, what is still expected, and whose task it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from ppidgen.diagnostics import Span
from ppidgen.model.elements.record import Record
from ppidgen.model.elements.vocabulary import Choice
from ppidgen.model.law.duty import Duty


class CoverageState(Choice):
    """The one state of a duty, from best to worst; the last says that nothing happened that would bring it about.

    `PROPOSED` is no evidence's own: it is how a duty is told while only the program says that what is there meets it,
    and less than anything that an officer says.
    """

    PUBLISHED = "diterbitkan", "Diterbitkan"
    PARTLY_EXEMPT = "dikecualikan-sebagian", "Dikecualikan sebagian"
    LINKED = "ditautkan", "Hanya tautan"
    NIL = "nihil", "Nihil"
    STALE = "usang", "Perlu diperbarui"
    PROPOSED = "diusulkan", "Diusulkan, belum diperiksa"
    MISSING = "belum-ada", "Belum ada"
    NO_EVENT = "tanpa-peristiwa", "Belum ada peristiwa tercatat"

    @property
    def rank(self) -> int:
        """Give 0 for the best; two states of equal worth share a rank, and `NO_EVENT` is what no proof leaves."""
        return _RANKS[self]

    @property
    def is_settled(self) -> bool:
        """Tell states that leave nothing to do."""
        return self.rank == 0 or self in {CoverageState.NIL, CoverageState.NO_EVENT}


# Something lawfully blackened is as good as all of it: Perki 1/2021 Pasal 50.
_RANKS = {
    CoverageState.PUBLISHED: 0,
    CoverageState.PARTLY_EXEMPT: 0,
    CoverageState.LINKED: 1,
    CoverageState.NIL: 2,
    CoverageState.STALE: 3,
    CoverageState.PROPOSED: 4,
    CoverageState.MISSING: 5,
    CoverageState.NO_EVENT: 5,
}


class Reason(StrEnum):
    """Why a piece of evidence proves the state it proves; the words stand in the file of words."""

    OWN_DOCUMENT = "own_document"
    OWN_TEXT = "own_text"
    PORTAL_PAGE = "portal_page"
    PART_EXEMPT = "part_exempt"
    EXTERNAL_LINK = "external_link"
    SIGNED_NIL = "signed_nil"
    OLD = "old"
    UNDATED = "undated"
    LISTED_ONLY = "listed_only"
    INCOMPLETE = "incomplete"
    OVERBURDENED = "overburdened"
    NIL_UNSIGNED = "nil_unsigned"
    NIL_EXPIRED = "nil_expired"
    WHOLLY_EXEMPT = "wholly_exempt"
    OPEN_PART_UNPUBLISHED = "open_part_unpublished"
    EXEMPTION_INVALID = "exemption_invalid"
    NO_PACKAGE = "no_package"
    NOTHING = "nothing"
    NO_EVENT = "no_event"
    NOT_REQUIRED = "not_required"


_SAYS_NOTHING = frozenset({Reason.LISTED_ONLY, Reason.OVERBURDENED, Reason.NIL_UNSIGNED, Reason.NIL_EXPIRED})


@dataclass(frozen=True, slots=True)
class Evidence:
    """One record, or the attribute at `path` in it, that speaks for a duty, and the state that it alone would prove.

    `day` is when it was last renewed, `year` the year it is about. `proposed` says that the program proposed the duty
    to the record and no officer has checked that.
    """

    register: str
    record: Record
    state: CoverageState
    reason: Reason
    path: tuple[str | int, ...] = ()
    unit: str | None = None
    day: date | None = None
    year: int | None = None
    proposed: bool = False

    @property
    def span(self) -> Span:
        """Give where it was written."""
        return self.record.span(*self.path) if self.path else self.record.origin.start

    @property
    def sort_key(self) -> tuple[bool, bool, int, int, int, str, str, str]:
        """Order evidence from best to worst, the newest first among equals; the first decides.

        A proposal stands after all by which an officer shows anything, so it decides only where nobody does.
        """
        newest = -(self.day.toordinal() if self.day else 0)
        place = ".".join(map(str, self.path))
        is_absent, rank = self.state is CoverageState.MISSING, self.state.rank
        return (is_absent, self.proposed, rank, -(self.year or 0), newest, self.register, self.record.id, place)


def is_only_proposed(evidence: Sequence[Evidence]) -> bool:
    """Say whether evidence, in its order, shows something by nothing but proposals of the program."""
    return bool(evidence) and evidence[0].proposed and evidence[0].state is not CoverageState.MISSING


def parted(evidence: Sequence[Evidence]) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """Part evidence, in its order, into what decides how a duty stands and the proposals that add only a claim."""
    claimed = tuple(one for one in evidence if not one.proposed)
    if not claimed or is_only_proposed(evidence):
        return tuple(evidence), ()
    return claimed, tuple(one for one in evidence if one.proposed)


class ExpectationKind(StrEnum):
    """What a duty may expect several of."""

    PERIOD = "period"
    PACKAGE = "package"
    UNIT = "unit"
    POINT = "point"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Expectation:
    """One of several things that together fulfil a duty: `label` is the period, or the name of what should have it.

    `ends` is the last day of a period, by which periods are ordered.
    """

    kind: ExpectationKind
    label: str
    register: str
    record: Record
    unit: str | None = None
    met: bool = False
    ends: date = date.min

    @property
    def span(self) -> Span:
        """Give where it is written that it is expected."""
        return self.record.origin.start

    @property
    def sort_key(self) -> tuple[date, str, str, str]:
        """Order periods by their ends, other expectations by their names."""
        return (self.ends, self.label, self.register, self.record.id)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The standing of one leaf of the catalogue that binds the body.

    `evidence` is sorted, the best first. `expectations` are the periods, packages, units or points that the duty is
    fulfilled by, where there are several. `owners` are the units whose task it is.
    """

    duty: Duty
    state: CoverageState
    reason: Reason
    evidence: tuple[Evidence, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    owners: tuple[str, ...] = ()

    @property
    def gaps(self) -> tuple[Expectation, ...]:
        """Give what is expected and not there."""
        return tuple(one for one in self.expectations if not one.met)

    @property
    def share(self) -> Fraction:
        """Give the part of what is expected that is there: 1 where nothing is lacking."""
        whole = len(self.expectations)
        return Fraction(whole - len(self.gaps), whole) if whole else Fraction(1)

    @property
    def told(self) -> CoverageState:
        """Give the state as the public is told it: what nobody has checked is not said to meet the duty."""
        return CoverageState.PROPOSED if is_only_proposed(self.evidence) else self.state

    @property
    def is_settled(self) -> bool:
        """Tell a duty that leaves nothing to do."""
        return self.told.is_settled and not self.gaps

    def as_task_of(self, unit: str) -> "Coverage":
        """Give the same duty as far as it is the task of one unit."""
        return replace(self, expectations=tuple(one for one in self.expectations if one.unit in {unit, None}))

    @property
    def tasked(self) -> frozenset[str]:
        """Give the units whose task it is, and those that lack their part of it."""
        return frozenset(self.owners) | {one.unit for one in self.expectations if one.unit and not one.met}

    @property
    def counts(self) -> bool:
        """Tell a duty that a score may count: verified, not counted elsewhere, and something brought it about."""
        return self.duty.weight > 0 and self.state is not CoverageState.NO_EVENT and not self._told_as_no_event

    @property
    def _told_as_no_event(self) -> bool:
        """Tell a duty of events of which all there is to say is a signed statement that there was none.

        It may cost no more than saying nothing; where anything else speaks of the event, the statement takes nothing
        out. An entry that has only a title speaks of no event, beside the statement as without it.
        """
        if not self.duty.event_driven or self.expectations:
            return False
        return {one.state for one in self.evidence if one.reason not in _SAYS_NOTHING} == {CoverageState.NIL}


@dataclass(frozen=True, slots=True)
class PackageCoverage:
    """How many of the documents that a procurement package requires are there (Perki 1/2021 Pasal 15(9))."""

    package: str
    required: tuple[str, ...]
    available: tuple[str, ...]

    @property
    def share(self) -> Fraction:
        """Give the part of the required documents that is there."""
        return Fraction(len(self.available), len(self.required)) if self.required else Fraction(1)
