"""A value together with everything found while making it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from ppidgen.diagnostics.finding import Finding

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Checked(Generic[T]):
    """What a stage returns: it tells faults and goes on, it never throws them."""

    value: T
    findings: tuple[Finding, ...] = ()
