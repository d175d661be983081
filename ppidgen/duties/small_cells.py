"""Counts of people broken down for the public: small groups are put together, so that nobody can be made out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K")

# A group of fewer is not shown by itself.
LEAST = 5


@dataclass(frozen=True, slots=True)
class Breakdown(Generic[K]):
    """Groups that may be shown, the largest first, and the rest put together; all of them make the whole."""

    shown: tuple[tuple[K, int], ...]
    rest: int


def breakdown(counts: Mapping[K, int]) -> Breakdown[K]:
    """Put groups of fewer than five together; with one such group alone the next larger one hides with it.

    A single small group would else be known from the whole less the rest. Where nothing can be kept apart `shown`
    is empty.
    """
    ordered = sorted(
        ((key, count) for key, count in counts.items() if count), key=lambda pair: (-pair[1], str(pair[0]))
    )
    shown = [pair for pair in ordered if pair[1] >= LEAST]
    rest = sum(count for _, count in ordered if count < LEAST)
    while 0 < rest < LEAST and shown:
        rest += shown.pop()[1]
    return Breakdown(tuple(shown), rest)
