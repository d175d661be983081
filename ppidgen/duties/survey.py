"""What the answers of a satisfaction survey say: how many answered, the mean of each element, the index; pure."""

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

LOWEST, HIGHEST = 1, 4
# Means from 1 to 4 become an index from 25 to 100.
PER_POINT = 25


@dataclass(frozen=True, slots=True)
class BadAnswer:
    """A cell that is no answer: its row (1 is the first respondent) and the name or number of its column."""

    row: int
    column: str


@dataclass(frozen=True, slots=True)
class Tally:
    """The outcome of a survey; `index` is None where nobody answered."""

    count: int
    means: tuple[tuple[str, float], ...]
    index: float | None
    faults: tuple[BadAnswer, ...] = ()


def tally(answers: str) -> Tally:
    """Count the answers; rows with a cell that is no answer are told and left out."""
    lines = [line for line in answers.splitlines() if line.strip()]
    delimiter = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    head, *rows = _rows(lines, delimiter) or [[]]
    names = [name.strip() for name in head]
    faults = tuple(
        BadAnswer(number, fault) for number, row in enumerate(rows, start=1) if (fault := _fault(names, row))
    )
    sound = [[int(cell) for cell in row] for row in rows if not _fault(names, row)]
    means = [Fraction(sum(row[place] for row in sound), len(sound)) for place in range(len(names))] if sound else []
    index = _rounded(sum(means, Fraction()) / len(means) * PER_POINT) if means else None
    shown = tuple((name, _rounded(value)) for name, value in zip(names, means, strict=bool(means)))
    return Tally(len(sound), shown, index, faults)


def _rows(lines: Sequence[str], delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(lines, delimiter=delimiter))
    except csv.Error:  # a quote that nobody closed takes in more than a cell may hold
        rows.append([])
    return rows


def _fault(names: Sequence[str], row: Sequence[str]) -> str:
    """Name the first column of a row that holds no answer, "" where all do."""
    allowed = {str(value) for value in range(LOWEST, HIGHEST + 1)}
    for place, name in enumerate(names):
        if place >= len(row) or row[place].strip() not in allowed:
            return name or str(place + 1)
    return str(len(names) + 1) if len(row) > len(names) else ""


def _rounded(value: Fraction) -> float:
    """Round to two decimals, halves upward."""
    return math.floor(value * 100 + Fraction(1, 2)) / 100
