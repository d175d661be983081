"""Which exemptions the rules ask: those that still bind."""

from collections.abc import Iterator

from ppidgen.duties.life_cycle import is_binding
from ppidgen.model.context import Context
from ppidgen.model.records.exemption import Exemption


def in_force(context: Context) -> Iterator[Exemption]:
    """Give the exemptions that bind by what is written; opened and replaced ones are history."""
    return filter(is_binding, context.portal.exemptions)
