"""Which exemptions the rules ask: those that still bind."""

from collections.abc import Iterator

from ppidgen.duties.life_cycle import is_superseded
from ppidgen.model.context import Context
from ppidgen.model.exemption import Exemption
from ppidgen.model.vocabulary import ExemptionStatus


def in_force(context: Context) -> Iterator[Exemption]:
    """Give the exemptions that bind by what is written, also those changed and exempt all the same; others are over."""
    return filter(_binds, context.portal.exemptions)


def _binds(item: Exemption) -> bool:
    if item.status is ExemptionStatus.CHANGED:
        return not is_superseded(item)
    return item.status is ExemptionStatus.IN_FORCE
