"""How one case stands on a day: its state, the last lawful day of its next step, and the light that tells it."""

from dataclasses import dataclass
from datetime import date

from ppidgen.model.law.deadline_rule import DeadlineRule
from ppidgen.model.records.cases import Case
from ppidgen.model.standing.case_state import ENDS, CaseState, Light


@dataclass(frozen=True, slots=True)
class CaseStanding:
    """One case on one day; `since` is the day on which it came to its state.

    `rule` is the period of the law that runs and `lawful` its last day; `due` is the earlier of that and the
    officer's own day, `left` the working days up to it, negative when it has passed. A closed case has no light.
    `provisional` names the years whose days off are not decided yet.
    """

    case: Case
    state: CaseState
    since: date | None = None
    rule: DeadlineRule | None = None
    lawful: date | None = None
    provisional: tuple[int, ...] = ()
    due: date | None = None
    left: int = 0
    light: Light | None = None

    @property
    def is_open(self) -> bool:
        """Say whether something is still to be done."""
        return self.state not in ENDS
