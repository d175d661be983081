"""A scorecard in words: the rows and lines that every format writes, made once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from ppidgen.diagnostics import Span
from ppidgen.diagnostics.shown import place, shown
from ppidgen.model.days.dates import long_date
from ppidgen.model.language.words import Words
from ppidgen.model.rubrics.rubric import Band, Confidence, Edition
from ppidgen.model.rubrics.scorecard import CAUTIONS, Ends, Lack, Loss, Note, Reason, Result, Scorecard, Total

MOST_REASONS = 3
_PERCENT = 100
_LEAST_TOLD, _MOST_TOLD = Fraction(1, 1000), Fraction(999, 1000)
_LONGEST = 160


class Totalled(Protocol):
    """What has three totals: a scorecard, or what is kept of one."""

    @property
    def recorded(self) -> Total:
        """What evidence that was found bears out."""

    @property
    def claimed(self) -> Total:
        """What is said besides, on trust."""

    @property
    def possible(self) -> Total:
        """What may be reached when all that is open turns out well."""


@dataclass(frozen=True, slots=True)
class TotalRow:
    """One of the three totals: its name, what it means, its value and its class."""

    key: str
    name: str
    meaning: str
    value: str
    band: str


@dataclass(frozen=True, slots=True)
class ResultRow:
    """An indicator or a stage: name, weight and three values in percent of itself."""

    name: str
    weight: str
    recorded: str
    claimed: str
    possible: str
    items: str


@dataclass(frozen=True, slots=True)
class LossRow:
    """A criterion that is not full: what it would bring, why, where, and what to do."""

    id: str
    points: str
    question: str
    places: tuple[str, ...]
    reasons: tuple[str, ...]
    fixes: tuple[str, ...]
    basis: str
    owner: str


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that a report of a score says."""

    title: str
    label: str
    subtitle: str
    totals: tuple[TotalRow, ...]
    bands: str
    stages: tuple[ResultRow, ...]
    indicators: tuple[ResultRow, ...]
    share: str
    notes: tuple[str, ...]
    cautions: tuple[str, ...]
    losses: tuple[LossRow, ...]
    provenance: tuple[str, ...]


def tell(card: Scorecard, words: Words) -> Told:
    """Put a scorecard into words."""
    edition = card.rubric.edition
    day = long_date(card.as_of)
    unit = words("unit", name=card.unit) if card.unit else ""
    return Told(
        title=edition.name,
        label=words("label"),
        subtitle=" · ".join(filter(None, (card.body, unit, words("as_of", day=day)))),
        totals=tuple(_totals(card, words)),
        bands=band_words(card, words),
        stages=tuple(_result(one, words) for one in card.stages) if len(card.stages) > 1 else (),
        indicators=tuple(_result(one, words) for one in card.indicators),
        share=words("share", **{kind.value: percent(part) for kind, part in card.shares.by_automation.items()}),
        notes=tuple(note_words(note, edition, words) for note in card.notes),
        cautions=cautions(card, words),
        losses=tuple(loss_row(one, words) for one in card.losses),
        provenance=tuple(provenance(card, words)),
    )


def note_words(note: Note, edition: Edition, words: Words) -> str:
    """Say what a reader must know of how a total was made."""
    return words(f"note_{note.value}", bodies=", ".join(edition.applies_to))


def cautions(card: Scorecard, words: Words) -> tuple[str, ...]:
    """Give the notes without which a total would be misread, for every way of writing it."""
    return tuple(note_words(note, card.rubric.edition, words) for note in card.notes if note in CAUTIONS)


def decimal(value: Fraction, digits: int = 2) -> str:
    """Write an exact number with a decimal comma: 61,25."""
    step = 10**digits
    whole, part = divmod(int(value * step + Fraction(1, 2)), step)
    return f"{whole},{part:0{digits}d}" if digits else str(whole)


def percent(value: Fraction) -> str:
    """Write a share in percent: 91,0%."""
    return f"{hundredths(value)}%"


def hundredths(value: Fraction) -> str:
    """Write a share as a number of hundredths: a hundred only where nothing lacks, 0,0 only where there is nothing."""
    told = min(max(value, _LEAST_TOLD), _MOST_TOLD) if 0 < value < 1 else value
    return decimal(told * _PERCENT, 1)


def band_words(card: Scorecard, words: Words) -> str:
    """Name the class at both ends, or the one class when they agree."""
    return between(card.bands, words)


def between(bands: Sequence[Band], words: Words) -> str:
    """Name the lowest and the highest class, or the one class when they agree."""
    low, high = bands[0].name, bands[-1].name
    return low if low == high else words("between", low=low, high=high)


def reason_words(reason: Reason, words: Words) -> str:
    """Say why an answer is not full."""
    return words(f"lack_{reason.lack.value}", what=shown(reason.what, _LONGEST)).strip()


def reasons_of(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Give the reasons worth telling: each kind of lack at the same place once, of each kind one before any second."""
    distinct: dict[tuple[Lack, str, Span | None], Reason] = {}
    for one in reasons:  # records cannot be hashed, those with tables in them
        distinct.setdefault((one.lack, one.what, one.span), one)
    seen: Counter[Lack] = Counter()
    ranked = []
    for order, one in enumerate(distinct.values()):
        ranked.append((seen[one.lack], order, one))
        seen[one.lack] += 1
    return tuple(one for _, _, one in sorted(ranked, key=lambda row: row[:2])[:MOST_REASONS])


def loss_row(loss: Loss, words: Words) -> LossRow:
    """Put one loss into words."""
    answer, reasons = loss.answer, reasons_of(loss.answer.reasons)
    fixes = [answer.criterion.hint] if answer.criterion.hint else [words(f"fix_{one.lack.value}") for one in reasons]
    return LossRow(
        id=answer.criterion.id,
        points=words("unknown") if loss.points is None else f"+{decimal(loss.points)}",
        question=answer.criterion.question,
        places=tuple(dict.fromkeys(place(one.span) for one in reasons if one.span and one.span.path)),
        reasons=tuple(reason_words(one, words) for one in reasons),
        fixes=tuple(dict.fromkeys(fixes)),
        basis="; ".join(loss.citations),
        owner=loss.owner,
    )


def provenance(card: Scorecard, words: Words) -> Iterator[str]:
    """Say where the rubric comes from and how far it can be trusted."""
    edition = card.rubric.edition
    yield status_line(edition, words)
    yield " · ".join((edition.id, revision(edition, words), f"{words('digest')} {card.digest[:12]}"))
    yield from source_lines(edition, words)
    yield words("catalogue", version=card.catalogue, gazette=card.checked_against)


def status_line(edition: Edition, words: Words) -> str:
    """Say what kind of thing an edition is."""
    return f"{words('status')}: {words(f'status_{edition.status.value}')}"


def revision(edition: Edition, words: Words) -> str:
    """Say which revision of an edition this is, and what it changed."""
    number = words("revision", number=edition.revision)
    return f"{number} ({edition.revision_note})" if edition.revision_note else number


def source_lines(edition: Edition, words: Words) -> Iterator[str]:
    """Name each source of an edition, what it is a source of, how sure it is, and when it was read."""
    for source in edition.sources:
        about = f" ({source.about})" if source.about else ""
        read = (words("read_on", day=long_date(source.read_on)),) if source.read_on else ()
        yield f"{words('source')}: " + ", ".join((f"{source.title}{about}", trust(source.confidence, words), *read))


def trust(confidence: Confidence, words: Words) -> str:
    """Say how sure something is."""
    return words("confidence", value=words(f"confidence_{confidence.value}"))


def _totals(card: Scorecard, words: Words) -> Iterator[TotalRow]:
    for key, total in totals_of(card):
        yield TotalRow(key, words(key), words(f"{key}_means"), decimal(total.value), total.band.name)


def totals_of(one: Totalled) -> tuple[tuple[str, Total], ...]:
    """Give the three totals with their keys."""
    return (("recorded", one.recorded), ("claimed", one.claimed), ("possible", one.possible))


def _result(one: Result, words: Words) -> ResultRow:
    weight = words("unknown") if one.weight is None else decimal(one.weight).removesuffix(",00")
    values = _percents(one.ends) if one.ends else (words("inapplicable"),) * 3
    return ResultRow(one.name, weight, *values, items=f"{one.answered}/{one.asked}" if one.asked else "")


def _percents(ends: Ends) -> tuple[str, str, str]:
    return percent(ends.recorded), percent(ends.claimed), percent(ends.possible)
