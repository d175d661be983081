"""What was asked for on the command line of `ppidgen score`."""

from datetime import date
from pathlib import Path
from typing import TypedDict


class Wishes(TypedDict):
    """Each option and argument by its name; None or False where it was not given."""

    folder: Path
    rubric: str
    as_of: date | None
    revision: str | None
    unit: str | None
    per_unit: bool
    form: str
    out: Path | None
    least: int | None
    target: int | None
    span: str | None
    newest: int | None
    pair: tuple[str, str] | None
    equal_weights: bool
    network: bool
    theme: Path | None
