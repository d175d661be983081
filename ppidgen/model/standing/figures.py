"""The numbers of the information service in one year, and whether they come from the register or from a report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from ppidgen.model.elements.vocabulary import (
    ApplicantKind,
    ChannelKind,
    Decision,
    DisputeStage,
    ObjectionGround,
    RefusalReason,
)


class Origin(Enum):
    """Where the numbers of a year come from."""

    REGISTER = "register"
    REPORT = "report"


# The classes of time that a report names (Perki 1/2021 Pasal 57): first and last working day, None for no end. The
# bounds are those of UU 14/2008 Pasal 22(7)-(8): ten working days, and seven more when extended.
TIME_CLASSES: tuple[tuple[int, int | None], ...] = ((0, 1), (2, 5), (6, 10), (11, 17), (18, None))


@dataclass(frozen=True, slots=True)
class YearFigures:
    """The numbers of one year; None says that nobody knows a number, which is not nought.

    `days` counts the requests that were met or refused (`measured` of them) by class of `TIME_CLASSES`. `notices_due`
    counts the notices that were given and those whose last lawful day went by without one; `in_time` those that came by
    that day. The breakdowns hold the whole year, by unit with "" for no unit; `channel_days` and `unit_days` hold the
    working days of each measured request. Only a register gives them: what a report enters has totals alone.
    """

    year: int
    origin: Origin
    requests: int | None = None
    decisions: Mapping[Decision, int] = field(default_factory=dict)
    undecided: int | None = None
    not_followed: int | None = None
    reasons: Mapping[RefusalReason, int] = field(default_factory=dict)
    mean_days: float | None = None
    measured: int | None = None
    notices_due: int | None = None
    in_time: int | None = None
    days: tuple[int, ...] = ()
    channels: Mapping[ChannelKind, int] = field(default_factory=dict)
    applicants: Mapping[ApplicantKind, int] = field(default_factory=dict)
    channel_days: Mapping[ChannelKind, tuple[int, ...]] = field(default_factory=dict)
    unit_days: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)
    objections: int | None = None
    objections_answered: int | None = None
    grounds: Mapping[ObjectionGround, int] = field(default_factory=dict)
    disputes: int | None = None
    stages: Mapping[DisputeStage, int] = field(default_factory=dict)
    lawsuits: int | None = None
