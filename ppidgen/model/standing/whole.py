"""How the portal stands on one day: what is in force, what is old, how each duty stands."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ppidgen.model.days.working_days import WorkingCalendar
from ppidgen.model.records.exemption_terms import ExemptionState
from ppidgen.model.records.publication import Announcement
from ppidgen.model.standing.case_standing import CaseStanding
from ppidgen.model.standing.coverage import Coverage, PackageCoverage
from ppidgen.model.standing.figures import YearFigures


@dataclass(frozen=True)
class Standing:
    """Facts that follow from the registers and the law on the day `as_of`; computed once in `duties/`.

    `active` begins with the worst, `upcoming` with the next, `archived` with the last. `stale` and `proposed` name the
    entries that have grown old, and those whose duties the program proposed and no officer has checked. `beyond` holds,
    by record, the duties that it claims and that neither its files nor its text can carry; `tasked` are the units of
    which a duty is the task: pages that know no coverage lead to theirs.
    """

    as_of: date
    active: tuple[Announcement, ...] = ()
    upcoming: tuple[Announcement, ...] = ()
    archived: tuple[Announcement, ...] = ()
    stale: frozenset[str] = frozenset()
    proposed: frozenset[str] = frozenset()
    exemption_states: Mapping[str, ExemptionState] = field(default_factory=dict)
    coverage: Mapping[str, Coverage] = field(default_factory=dict)
    packages: Mapping[str, PackageCoverage] = field(default_factory=dict)
    beyond: Mapping[str, frozenset[str]] = field(default_factory=dict)
    tasked: frozenset[str] = frozenset()
    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)
    cases: tuple[CaseStanding, ...] = ()
    figures: tuple[YearFigures, ...] = ()

    @cached_property
    def tasks(self) -> Mapping[str, tuple[Coverage, ...]]:
        """Give, by unit, the duties that are its task, or of which it lacks its part."""
        found: defaultdict[str, list[Coverage]] = defaultdict(list)
        for one in self.coverage.values():
            for unit in one.tasked:
                found[unit].append(one)
        return {unit: tuple(tasks) for unit, tasks in found.items()}
