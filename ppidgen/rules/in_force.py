"""Which exemptions the rules ask: those that still bind."""

from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.exemption import Exemption
from ppidgen.model.vocabulary import ExemptionStatus


def in_force(context: Context) -> Iterator[Exemption]:
    """Give the exemptions that are written as being in force; opened and changed ones are history."""
    return (item for item in context.portal.exemptions if item.status is ExemptionStatus.IN_FORCE)
