"""The portal as one unit answers for it: its own records, and what the body does for all."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from ppidgen.model.elements.record import Record
from ppidgen.model.portal.whole import Portal

R = TypeVar("R", bound=Record)


def portal_of(portal: Portal, unit: str) -> Portal:
    """Keep the records of a unit and of the units below it; services and decrees of the body stay for all."""
    family = family_of(portal, unit)
    return replace(
        portal,
        information=_kept(portal.information, family),
        exemptions=_kept(portal.exemptions, family),
        procurement=_kept(portal.procurement, family),
        cases=_kept(portal.cases, family),
        announcements=_kept(portal.announcements, family),
        news=_kept(portal.news, family),
        evidence=_kept(portal.evidence, family),
        units=tuple(one for one in portal.units if one.id in family),
    )


def family_of(portal: Portal, unit: str) -> frozenset[str]:
    """Name a unit and all that stand below it."""
    family = {unit}
    while found := {one.id for one in portal.units if one.parent in family} - family:
        family |= found
    return frozenset(family)


def _kept(records: Iterable[R], family: frozenset[str]) -> tuple[R, ...]:
    return tuple(one for one in records if getattr(one, "unit", None) in family)
