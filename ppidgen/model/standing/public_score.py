"""The score that a portal publishes of itself, in words: totals and indicators, no record and no evidence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublicTotal:
    """One of the three totals: recorded, claimed or possible."""

    name: str
    meaning: str
    value: str
    band: str


@dataclass(frozen=True, slots=True)
class PublicResult:
    """A stage or indicator with its weight and its values in percent of itself."""

    name: str
    weight: str
    recorded: str
    claimed: str
    possible: str
    items: str


@dataclass(frozen=True, slots=True)
class PublicScore:
    """A scorecard as far as everybody may read it."""

    label: str
    edition: str
    subtitle: str
    scale: str
    bands: str
    totals: tuple[PublicTotal, ...]
    heads: tuple[str, ...]
    results: tuple[PublicResult, ...]
    share: str
    cautions: tuple[str, ...]
    notes: tuple[str, ...]
    provenance: tuple[str, ...]
