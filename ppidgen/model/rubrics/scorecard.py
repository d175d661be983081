"""What scoring gives: answers with their proof, totals at both ends, and what each missing point would take."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from ppidgen.diagnostics import Span
from ppidgen.model.elements.record import Record
from ppidgen.model.rubrics.rubric import Automation, Band, Criterion, Rubric

NONE = Fraction(0)
ALL = Fraction(1)


class Ends(NamedTuple):
    """A value as far as it is proved, claimed and not disproved; recorded <= claimed <= possible."""

    recorded: Fraction
    claimed: Fraction
    possible: Fraction

    @classmethod
    def certain(cls, value: Fraction) -> "Ends":
        """Give a value that nobody doubts."""
        return cls(value, value, value)

    def scaled(self, factor: Fraction) -> "Ends":
        """Give all three times a factor."""
        return Ends(self.recorded * factor, self.claimed * factor, self.possible * factor)

    def unproved(self) -> "Ends":
        """Give the same with nothing proved."""
        return Ends(NONE, self.claimed, self.possible)

    def or_better(self, other: "Ends") -> "Ends":
        """Give the better of two values at each end."""
        return Ends(*map(max, self, other))


UNMET = Ends.certain(NONE)
MET = Ends.certain(ALL)
UNKNOWN = Ends(NONE, NONE, ALL)
UNCHECKED = Ends(NONE, ALL, ALL)


@dataclass(frozen=True, slots=True)
class Proof:
    """What an answer rests on: a record of a register, where it is shown, and when it was made."""

    source: Record
    title: str
    register: str = ""
    day: date | None = None
    year: int | None = None
    unit: str = ""
    file: str = ""
    link: str = ""

    @property
    def span(self) -> Span:
        """Give where the record was written."""
        return self.source.origin.start

    @property
    def record(self) -> str:
        """Give the id of the record."""
        return self.source.id


class Lack(StrEnum):
    """Why an answer is not full, as a key of the report's words."""

    ABSENT = "absent"
    LISTED_ONLY = "listed_only"
    INCOMPLETE = "incomplete"
    OVERBURDENED = "overburdened"
    NIL_UNSIGNED = "nil_unsigned"
    NIL_EXPIRED = "nil_expired"
    WHOLLY_EXEMPT = "wholly_exempt"
    EXEMPTION_INVALID = "exemption_invalid"
    TOO_FEW = "too_few"
    NO_FILE = "no_file"
    FOREIGN_DOMAIN = "foreign_domain"
    UNCHECKED_LINK = "unchecked_link"
    DEAD_LINK = "dead_link"
    PRIVATE_LINK = "private_link"
    WRONG_YEAR = "wrong_year"
    SAME_FILE = "same_file"
    OLD = "old"
    EMPTY_FIELD = "empty_field"
    NO_DECREE = "no_decree"
    UNTESTED = "untested"
    EXPIRED = "expired"
    NOT_LISTED = "not_listed"
    NO_EVIDENCE = "no_evidence"
    CLAIM_UNVERIFIED = "claim_unverified"
    REJECTED = "rejected"
    OUTSIDE = "outside"
    NIL_UNVERIFIED = "nil_unverified"
    GROUP = "group"
    FEATURE = "feature"
    MISSING_YEAR = "missing_year"
    PROPOSED = "proposed"


class LinkState(StrEnum):
    """What came of trying an address; one that lies in a private network is never asked."""

    OPEN = "open"
    DEAD = "dead"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Reason:
    """One lack with the words that name what lacks, and the record to mend when there is one."""

    lack: Lack
    what: str = ""
    source: Record | None = None

    @property
    def span(self) -> Span | None:
        """Give the place to mend, None where there is none yet."""
        return self.source.origin.start if self.source else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer of a predicate: a share, how many were counted, what proves it and what it lacks."""

    ends: Ends
    counts: tuple[int, int, int] = (0, 0, 0)
    proofs: tuple[Proof, ...] = ()
    reasons: tuple[Reason, ...] = ()
    applies: bool = True


class Basis(StrEnum):
    """What an answer rests on."""

    COMPUTED = "computed"
    CLAIMED = "claimed"
    VERIFIED = "verified"
    REJECTED = "rejected"
    NOTHING = "nothing"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Answer:
    """One criterion answered; `ends` is None where the criterion does not apply."""

    criterion: Criterion
    indicator: str
    basis: Basis
    ends: Ends | None
    proofs: tuple[Proof, ...] = ()
    reasons: tuple[Reason, ...] = ()
    evidence: tuple[str, ...] = ()
    unit: str = ""
    duties: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Say whether the answer has a part in the total."""
        return self.ends is not None and self.criterion.duplicate_of is None


@dataclass(frozen=True, slots=True)
class Total:
    """A value on the rubric's scale, rounded, with its band."""

    value: Fraction
    band: Band


@dataclass(frozen=True, slots=True)
class Result:
    """An indicator or a stage: its shares between 0 and 1 (None where nothing applies) and its weight in the total."""

    id: str
    name: str
    weight: Fraction | None
    ends: Ends | None
    answered: int = 0
    asked: int = 0


@dataclass(frozen=True, slots=True)
class Loss:
    """Points of the total that one criterion does not bring yet; None where weights are not known."""

    answer: Answer
    points: Fraction | None
    citations: tuple[str, ...] = ()
    owner: str = ""


class Note(StrEnum):
    """What a reader must know of how totals were made, as a key of the report's words."""

    WEIGHTS_UNKNOWN = "weights_unknown"
    POINTS_UNKNOWN = "points_unknown"
    OUTSIDE_STAGE = "outside_stage"
    LINKS_UNCHECKED = "links_unchecked"
    DUPLICATES = "duplicates"
    PACKAGES = "packages"
    EQUAL_WEIGHTS = "equal_weights"
    OTHER_BODIES = "other_bodies"
    OFFICES_ONLY = "offices_only"
    WHOLE_BODIES_ONLY = "whole_bodies_only"


# What changes the meaning of a total, so that every way of writing it says so, however short.
CAUTIONS = frozenset({Note.EQUAL_WEIGHTS, Note.OTHER_BODIES, Note.OFFICES_ONLY, Note.WHOLE_BODIES_ONLY})


@dataclass(frozen=True, slots=True)
class Shares:
    """Which parts of the total the build can know, an officer must attest, and only a visit can tell; they sum to 1."""

    by_automation: Mapping[Automation, Fraction]


@dataclass(frozen=True)
class Scorecard:
    """How one portal stands by one rubric on one day."""

    rubric: Rubric
    as_of: date
    year: int
    recorded: Total
    claimed: Total
    possible: Total
    stages: tuple[Result, ...]
    indicators: tuple[Result, ...]
    answers: tuple[Answer, ...]
    losses: tuple[Loss, ...]
    shares: Shares
    body: str = ""
    unit: str = ""
    notes: tuple[Note, ...] = ()
    digest: str = ""
    catalogue: str = ""
    checked_against: str = ""
    base_url: str = ""

    @property
    def bands(self) -> tuple[Band, ...]:
        """Give the band of the lowest and the highest total, one when they agree."""
        return tuple(dict.fromkeys((self.recorded.band, self.possible.band)))
