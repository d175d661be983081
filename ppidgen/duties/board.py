"""The open cases of every unit by light, and what asks for attention first; pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ppidgen.model.standing.case_standing import CaseStanding
from ppidgen.model.standing.case_state import Light

_GRAVEST_FIRST = {Light.RED: 0, Light.YELLOW: 1, Light.GREEN: 2}


@dataclass(frozen=True, slots=True)
class UnitRow:
    """The open cases of one unit; `unit` is "" for cases of none."""

    unit: str
    green: int
    yellow: int
    red: int


@dataclass(frozen=True, slots=True)
class Board:
    """All open cases on a day: the units, the gravest first, and the cases in the order in which they are due."""

    as_of: date
    units: tuple[UnitRow, ...]
    cases: tuple[CaseStanding, ...]

    def count(self, light: Light) -> int:
        """Count the open cases of one light."""
        return sum(case.light is light for case in self.cases)


def board_of(standings: Iterable[CaseStanding], as_of: date, unit: str = "") -> Board:
    """Gather the open cases, of one unit where it is named."""
    open_cases = [one for one in standings if one.light is not None and (not unit or one.case.unit == unit)]
    counts = Counter((one.case.unit or "", one.light) for one in open_cases)
    rows = [
        UnitRow(name, counts[name, Light.GREEN], counts[name, Light.YELLOW], counts[name, Light.RED])
        for name in {one.case.unit or "" for one in open_cases}
    ]
    return Board(
        as_of,
        tuple(sorted(rows, key=lambda row: (-row.red, -row.yellow, -row.green, row.unit))),
        tuple(sorted(open_cases, key=_urgency)),
    )


def _urgency(one: CaseStanding) -> tuple[int, date, str]:
    return (_GRAVEST_FIRST[one.light or Light.GREEN], one.due or date.max, one.case.id)
