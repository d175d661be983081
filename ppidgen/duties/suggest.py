"""Which duties a title speaks of: proposals for an officer to look at, each with the words that speak for it.

Two things speak for a duty: its short names standing in the title, or a title that says much of what the law says.
Words that few duties use weigh more; a title begins with what it is about, so early words weigh more too.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from ppidgen.model.law.duty import Duty, Scope
from ppidgen.model.law.whole import Law
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.text.root_words import RootWords

# Weights are bits, times a hundred; words that nearly all titles have weigh next to nothing.
SCALE = 100
COMMON_WEIGHT = 20
# Most proposals for one title: a title rarely speaks of more.
MOST = 3
# How alike a title and the words of the law must be (harmonic mean of the shares that each has of the other).
ALIKE = 0.6
# The words of the law outweigh a short name of the same words, the more the closer they are.
LAW_BONUS = 0.5
# Above this share of its weight, words that already speak for a better proposal cannot carry another.
SHARED = 0.35
# Less weight than this proves little.
LEAST = 300
# What a match loses for each word that stands before it.
DECAY = 0.2

Places = frozenset[int]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A duty that a title may speak of, the words that say so, and their weight."""

    duty: Duty
    words: tuple[str, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class _Match:
    duty: Duty
    order: int
    places: Places
    weight: int

    @property
    def sort_key(self) -> tuple[int, int]:
        return (-self.weight, self.order)


@dataclass(frozen=True, slots=True)
class Suggester:
    """The duties that bind a body, prepared for comparison with titles; `telling` names them by root.

    `texts` are the roots of each duty's own words in the law, `sums` their weight.
    """

    duties: tuple[Duty, ...]
    roots: RootWords
    phrases: Mapping[tuple[str, ...], tuple[int, ...]]
    texts: tuple[frozenset[str], ...]
    sums: tuple[int, ...]
    telling: Mapping[str, tuple[int, ...]]
    weights: Mapping[str, int]
    unknown: int
    longest: int

    def suggest(self, title: str) -> tuple[Suggestion, ...]:
        """Give the duties that a title speaks of, the surest first."""
        words = self.roots.of(title)
        said = tuple(word.root for word in words)
        offices, is_event = self.roots.in_offices(words, title), self.roots.is_event(words)
        matches = (
            one for one in self._matches(said)
            if not (is_event and 0 not in one.places) and not offices & one.places
        )  # fmt: skip
        chosen = _chosen(sorted(matches, key=lambda one: one.sort_key), lambda at: self._total(said, at))
        return tuple(
            Suggestion(one.duty, tuple(words[place].written for place in sorted(one.places)), one.weight)
            for one in chosen
        )

    def _matches(self, said: tuple[str, ...]) -> Iterator[_Match]:
        named, told = self._named(said), self._told(said)
        for order in sorted(named.keys() | told.keys()):
            duty, places = self.duties[order], named.get(order)
            found = (self._total(said, places), places) if places else None
            best = max(filter(None, (told.get(order), found)), key=lambda pair: pair[0])
            if not (duty.event_driven and min(best[1]) > 1):
                yield _Match(duty, order, best[1], round(best[0] / (1 + DECAY * min(best[1]))))

    def _named(self, said: tuple[str, ...]) -> Mapping[int, Places]:
        """Give, by duty, the places of all its short names in the title."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        for start in range(len(said)):
            for length in range(1, min(self.longest, len(said) - start) + 1):
                for order in self.phrases.get(said[start : start + length], ()):
                    found[order].update(range(start, start + length))
        return {order: frozenset(places) for order, places in found.items()}

    def _told(self, said: tuple[str, ...]) -> Mapping[int, tuple[int, Places]]:
        """Give, by duty, the weight and the places of the law's own words in a title, when the two are alike."""
        shared: defaultdict[int, list[int]] = defaultdict(list)
        weights = {root: self._weight(root) for root in said}
        for root, weight in weights.items():
            for order in self.telling.get(root, ()):
                shared[order].append(weight)
        whole = sum(weights.values())
        found = {}
        for order, both in ((order, sum(known)) for order, known in shared.items() if len(known) > 1):
            alike = 2 * both / (whole + self.sums[order])
            if alike >= ALIKE:
                places = frozenset(place for place, root in enumerate(said) if root in self.texts[order])
                found[order] = (round(both * (LAW_BONUS + alike)), places)
        return found

    def _total(self, said: Sequence[str], places: Iterable[int]) -> int:
        return sum(self._weight(said[place]) for place in places)

    def _weight(self, root: str) -> int:
        return self.weights.get(root, self.unknown)


def _chosen(ranked: Iterable[_Match], total: Callable[[Places], int]) -> Iterator[_Match]:
    """Take the best matches that do not rest on the same words, and one that rests on exactly the same."""
    claimed: set[int] = set()
    last: _Match | None = None
    tied = False
    count = 0
    for one in ranked:
        if one.weight < LEAST or count == MOST:
            return
        tie = last is not None and not tied and one.places == last.places and one.weight == last.weight
        tie = tie and not one.duty.event_driven
        lonely = len(one.places) == 1 and 0 not in one.places and last is not None
        if not tie and (lonely or total(frozenset(one.places & claimed)) > SHARED * total(one.places)):
            continue
        yield one
        claimed |= one.places
        last, tied, count = one, tie, count + 1


def make_suggester(law: Law, scopes: frozenset[Scope]) -> Suggester:
    """Prepare the duties that bind a body with these scopes."""
    roots, duties = law.root_words, law.leaves(scopes)
    names = [tuple(_roots(roots, name) for name in (*duty.synonyms, duty.label)) for duty in duties]
    texts = tuple(frozenset(_roots(roots, duty.text)) for duty in duties)
    used = Counter(
        root for known, text in zip(names, texts, strict=True) for root in text.union(*map(frozenset, known))
    )
    telling: defaultdict[str, list[int]] = defaultdict(list)
    for order, text in enumerate(texts):
        for root in text:
            telling[root].append(order)
    phrases: defaultdict[tuple[str, ...], dict[int, None]] = defaultdict(dict)
    for order, known in enumerate(names):
        for name in filter(_is_telling, known):
            phrases[name][order] = None
    common = dict.fromkeys(map(roots.root, roots.common), COMMON_WEIGHT)
    weights = {root: round(SCALE * log2((len(duties) + 1) / count)) for root, count in used.items()} | common
    unknown = round(SCALE * log2(len(duties) + 1))
    return Suggester(
        duties,
        roots,
        {name: tuple(orders) for name, orders in phrases.items()},
        texts,
        tuple(sum(weights.get(root, unknown) for root in text) for text in texts),
        {root: tuple(orders) for root, orders in telling.items()},
        weights,
        unknown,
        max(map(len, phrases), default=0),
    )


def _roots(roots: RootWords, text: str) -> tuple[str, ...]:
    return tuple(word.root for word in roots.of(text))


def _is_telling(name: tuple[str, ...]) -> bool:
    return sum(map(len, name)) >= 3  # noqa: PLR2004 - shorter abbreviations stand for too many things


def unclaimed(portal: Portal, suggester: Suggester) -> Iterator[tuple[InformationEntry, tuple[Suggestion, ...]]]:
    """Give the entries that name no duty and what may be proposed for each; entries without a proposal too."""
    for entry in portal.published_information:
        if not entry.duties:
            yield entry, suggester.suggest(entry.title)
