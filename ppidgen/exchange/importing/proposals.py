"""What the program may propose to the officer: which duties an entry meets, and so its category."""

from collections.abc import Iterable
from dataclasses import dataclass

from ppidgen.duties.suggest import Suggester, make_suggester
from ppidgen.exchange.importing.values import CATEGORIES
from ppidgen.model.elements.vocabulary import BodyKind, Category
from ppidgen.model.law.duty import DutyClass, Scope, usual_scopes
from ppidgen.model.law.whole import Law

MOST_DUTIES = 2
USUAL_SCOPES = usual_scopes(BodyKind.EXECUTIVE)


@dataclass(frozen=True, slots=True)
class Proposer:
    """Proposes for the rows of a table what `ppidgen suggest` proposes for entries."""

    suggester: Suggester

    def duties(self, title: str, category: Category | None) -> tuple[str, ...]:
        """Give the codes of the duties that a title speaks of, those of its category first."""
        found = [one.duty for one in self.suggester.suggest(title)]
        found.sort(key=lambda duty: duty.duty_class.value != category)
        return tuple(duty.code for duty in found[:MOST_DUTIES])

    def category(self, codes: Iterable[str], law: Law) -> Category | None:
        """Give the category that duties have in common; None when they have none."""
        classes = {law.duties[code].duty_class for code in codes if code in law.duties} - {DutyClass.SERVICE}
        return CATEGORIES[classes.pop().value] if len(classes) == 1 else None


def make_proposer(law: Law, scopes: frozenset[Scope] = USUAL_SCOPES) -> Proposer:
    """Prepare the duties that bind a body with these scopes."""
    return Proposer(make_suggester(law, scopes))
