"""What a rule is: a code, the ground it stands on, and a function named after the fault."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ppidgen.diagnostics import Finding
from ppidgen.model.context import Context
from ppidgen.model.portal.assembly import NAMELESS
from ppidgen.model.portal.registers import PUBLIC_BODY, SITE, Register


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a module's table.

    `needs` names the registers that must have been read in full: a rule that asks what is missing would tell
    faults that are none while a part of the register waits for an error to be mended. `by_itself` says that what it
    tells of a DIP entry, at a place in its file, rests on what was written in the entry, and beside that on the body,
    the site, the units, the law and the measure of readability alone, so that where it told nothing it need not be
    asked again.
    """

    code: str
    needs: tuple[Register, ...]
    function: Callable[[Context], Iterable[Finding]]
    by_itself: bool = False

    def fallen(self, context: Context) -> tuple[str, ...]:
        """Name the registers whose loss keeps this rule from being asked."""
        return tuple(register.name for register in self.needs if _is_lost(register, context))


def _is_lost(register: Register, context: Context) -> bool:
    if context.portal.rejected.get(register.name):
        return True
    # Without its file a register of one record is a stand-in, and its absence is told by a code of its own.
    if register is SITE:
        return not context.portal.site.origin.path
    return register is PUBLIC_BODY and context.portal.body.name == NAMELESS
