"""The block of a page that draws numbers; geometry is the theme's."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: its series ("" for the only one), its length, and the same number as people read it."""

    series: str
    value: float
    shown: str


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars of one category."""

    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart; it stands above a folded `Grid` of the same numbers, which `summary` puts into a sentence."""

    title: str
    summary: str
    groups: tuple[Bars, ...]
    kind: ClassVar[str] = "bagan"
