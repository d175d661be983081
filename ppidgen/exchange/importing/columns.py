"""Which column fills which key: by the words of its head, by what stands in it, or as the officer said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from ppidgen.exchange.importing.head import HeadCell
from ppidgen.exchange.importing.values import is_ticked
from ppidgen.exchange.wording import normal
from ppidgen.model.elements.fields import key_of
from ppidgen.model.import_table import ColumnMap, ColumnRole, ColumnTable, ImportWords
from ppidgen.model.portal.registers import CASES, UNITS
from ppidgen.model.records.information import InformationEntry

SURE = 0.95
LIKELY = 0.72
LONGEST_HEAD = 120  # letters; every cell near the top is asked, and comparing long texts takes long
_NEAR = 0.86
_HALF = 0.5
_PROVED = 0.01  # what stands in a column weighs a little more than its head
CATEGORY = key_of(InformationEntry, "category")
# Their heads say what may also be the head of the titles ("Informasi Berkala"): what stands below them decides.
TICKED = frozenset({ColumnRole.PERIODIC, ColumnRole.IMMEDIATE, ColumnRole.ON_DEMAND, ColumnRole.EXEMPT})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its place, its head, the key it fills ("" for none), how sure that is, how many cells are filled."""

    index: int
    head: str
    target: str
    confidence: float
    filled: int
    personal: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """The words for one register's columns."""

    table: ColumnTable
    words: ImportWords
    register: str = ""

    @cached_property
    def phrases(self) -> tuple[tuple[str, str], ...]:
        """Give each known phrase with its key."""
        return tuple((target, self.said(phrase)) for target, known in self.table.columns.items() for phrase in known)

    @cached_property
    def personal(self) -> frozenset[str]:
        """Give the heads of columns about persons."""
        by_register = {UNITS.name: self.words.personal_in_units, CASES.name: self.words.personal_in_cases}
        return frozenset(map(self.said, by_register.get(self.register, self.words.personal)))

    @property
    def spreads(self) -> bool:
        """Say whether a column about persons makes others beside it columns about persons too."""
        return self.register not in {UNITS.name, CASES.name}

    def said(self, head: str) -> str:
        """Give what of a head counts when heads are compared, with abbreviations in full."""
        return " ".join(self.words.abbreviations.get(word, word) for word in normal(head).split())

    def knows(self, head: str) -> bool:
        """Tell whether a text looks like the head of a column."""
        if not 0 < len(normal(head)) <= LONGEST_HEAD:
            return False
        text = self.said(head)
        return text in self.personal or any(self.likeness(text, phrase) >= LIKELY for _, phrase in self.phrases)

    def likeness(self, text: str, phrase: str) -> float:
        """Say from 0 to 1 how alike a head and a known phrase are."""
        return _likeness(text, phrase, self.words.stop_words)


@lru_cache(maxsize=200_000)
def _likeness(text: str, phrase: str, stop_words: frozenset[str]) -> float:
    if text == phrase:
        return 1.0
    ours, theirs = set(text.split()) - stop_words, set(phrase.split()) - stop_words
    shared = 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0
    longer = max(len(text), len(phrase))
    if abs(len(text) - len(phrase)) > longer * (1 - _NEAR) * 2 or not (shared or text[:2] == phrase[:2]):
        return shared * 0.9
    ratio = SequenceMatcher(None, text, phrase, autojunk=False).ratio()
    return max(shared * 0.9, ratio * 0.94 if ratio >= _NEAR else 0.0)


def guess(
    heads: Sequence[HeadCell], values: Sequence[Sequence[str]], vocabulary: Vocabulary, given: ColumnMap | None
) -> tuple[Column, ...]:
    """Give every column its key; what the officer's map says stands, the rest is guessed best match first."""
    told = _told(heads, given)
    scores = sorted(
        (
            (score, -head.index, target)
            for head in heads
            if head.index not in told
            for target, score in _scores(head, values[head.index], vocabulary).items()
        ),
        reverse=True,
    )
    chosen: dict[int, tuple[str, float]] = {}
    taken = {target for target, _ in told.values()}
    for score, index, target in scores:
        may_share = target in vocabulary.table.shared and score >= SURE
        if -index not in chosen and (target not in taken or may_share):
            chosen[-index] = (target, score)
            taken.add(target)
    all_chosen = {**chosen, **told}
    personal = _personal(heads, vocabulary)
    return tuple(_column(head, values[head.index], all_chosen, personal) for head in heads)


def _told(heads: Sequence[HeadCell], given: ColumnMap | None) -> dict[int, tuple[str, float]]:
    if given is None:
        return {}
    by_head = {normal(head): target for head, target in given.columns.items()}
    by_head |= {normal(head): "" for head in given.skipped}
    return {head.index: (by_head[normal(head.text)], 1.0) for head in heads if normal(head.text) in by_head}


def _scores(head: HeadCell, values: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, float]:
    best: dict[str, float] = {}
    said = vocabulary.said
    texts = [(said(head.text), 1.0)]
    texts += [(said(part), 0.97 if part is head.parts[-1] else 0.8) for part in head.parts if len(head.parts) > 1]
    for text, weight in texts:
        for target, phrase in vocabulary.phrases if text else ():
            score = vocabulary.likeness(text, phrase) * weight
            if score >= LIKELY and score > best.get(target, 0.0):
                best[target] = score
    if CATEGORY in best or not head.text:
        share = _share_of_categories(values, vocabulary.words)
        if share >= _HALF and not head.text:
            best[CATEGORY] = LIKELY
        elif share < _HALF:
            best.pop(CATEGORY, None)
        else:
            best[CATEGORY] += _PROVED
    if best.keys() & TICKED and _share_of_ticks(values, vocabulary.words) < _HALF:
        best = {target: score for target, score in best.items() if target not in TICKED}
    return best


def _share_of_categories(values: Sequence[str], words: ImportWords) -> float:
    known = {phrase for phrases in words.categories.values() for phrase in phrases} | words.exempt
    filled = [normal(value) for value in values if value.strip()]
    return sum(value in known for value in filled) / len(filled) if filled else 0.0


def _share_of_ticks(values: Sequence[str], words: ImportWords) -> float:
    filled = [value for value in values if value.strip()]
    ticks = sum(is_ticked(value, words, crosses_tick=True) is not None for value in filled)
    return ticks / len(filled) if filled else 1.0


def _personal(heads: Sequence[HeadCell], vocabulary: Vocabulary) -> frozenset[int]:
    """Give the columns about persons; some heads are only so beside another one that surely is."""
    sure = _named(heads, vocabulary.personal, vocabulary)
    if not vocabulary.spreads or not sure:
        return sure
    return sure | _named(heads, frozenset(map(vocabulary.said, vocabulary.words.personal_beside)), vocabulary)


def _named(heads: Sequence[HeadCell], words: frozenset[str], vocabulary: Vocabulary) -> frozenset[int]:
    said = vocabulary.said
    return frozenset(head.index for head in heads if {said(text) for text in (head.text, *head.parts[-1:])} & words)


def _column(
    head: HeadCell, values: Sequence[str], chosen: Mapping[int, tuple[str, float]], personal: frozenset[int]
) -> Column:
    filled = sum(1 for value in values if value.strip())
    if head.index in personal:
        return Column(head.index, head.text, "", 1.0, filled, personal=True)
    target, confidence = chosen.get(head.index, ("", 0.0))
    return Column(head.index, head.text, target, min(confidence, 1.0), filled)
