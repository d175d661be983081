"""What the program may propose to the officer: which duties an entry meets, and so its category."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ppidgen.exchange.values import CATEGORIES
from ppidgen.exchange.wording import normal
from ppidgen.model.duty import Duty, DutyClass, Scope
from ppidgen.model.law import Law
from ppidgen.model.vocabulary import Category

MOST_DUTIES = 2
USUAL_SCOPES = frozenset({Scope.STATE_BODY})
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Proposer:
    """The synonyms of all duties that bind the body, as tuples of words."""

    phrases: Mapping[tuple[str, ...], tuple[Duty, ...]]
    longest: int

    def duties(self, title: str, category: Category | None) -> tuple[str, ...]:
        """Give the codes of the duties that a title speaks of, those of its category first."""
        words = normal(title).split()
        found: list[Duty] = []
        start = 0
        while start < len(words) and len(found) < MOST_DUTIES:
            length, duties = self._at(words, start)
            if duties:
                best = min(duties, key=lambda duty: duty.duty_class.value != category)
                found += [] if best in found else [best]
            start += length or 1
        return tuple(duty.code for duty in found)

    def category(self, codes: Iterable[str], law: Law) -> Category | None:
        """Give the category that duties have in common; None when they have none."""
        classes = {law.duties[code].duty_class for code in codes if code in law.duties} - {DutyClass.SERVICE}
        return CATEGORIES[classes.pop().value] if len(classes) == 1 else None

    def _at(self, words: list[str], start: int) -> tuple[int, tuple[Duty, ...]]:
        for length in range(min(self.longest, len(words) - start), 0, -1):
            duties = self.phrases.get(tuple(words[start : start + length]))
            if duties:
                return length, duties
        return 0, ()


def make_proposer(law: Law, scopes: frozenset[Scope] = USUAL_SCOPES) -> Proposer:
    """Gather the synonyms of the duties that bind a body with these scopes."""
    phrases: dict[tuple[str, ...], tuple[Duty, ...]] = {}
    for duty in law.leaves(scopes):
        for synonym in (*duty.synonyms, duty.label):
            words = tuple(normal(synonym).split())
            if words and sum(map(len, words)) >= _SHORTEST:
                phrases[words] = (*phrases.get(words, ()), duty)
    return Proposer(phrases, max(map(len, phrases), default=0))
