"""Several scores at once: units side by side, commits after one another, two commits compared, the path to a target.

Each is one table; `laid` puts it into words once for every way of writing it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ppidgen.model.language.words import Words
from ppidgen.model.rubrics.rubric import Rubric, StageKind
from ppidgen.model.rubrics.scorecard import ALL, CAUTIONS, NONE, Note, Scorecard, Total
from ppidgen.scoring.comparison import Move
from ppidgen.scoring.target import Path, Step
from ppidgen.scoring.told import (
    between,
    cautions,
    decimal,
    loss_row,
    note_words,
    percent,
    reason_words,
    reasons_of,
    totals_of,
)


@dataclass(frozen=True, slots=True)
class Figures:
    """The three totals of a scorecard, how many criteria are not full, and what must be known of the totals."""

    recorded: Total
    claimed: Total
    possible: Total
    losses: int
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One score of several: what it is of, and its day."""

    name: str
    day: date
    figures: Figures


@dataclass(frozen=True, slots=True)
class Series:
    """Scores by one rubric.

    `head` is the key of the word for what they are of; `in_time` says that days set them apart.
    """

    head: str
    rubric: Rubric
    rows: tuple[Row, ...]
    in_time: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two scores by one rubric, and every criterion that moved between them."""

    rubric: Rubric
    before: Row
    after: Row
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A score and the path from it to a target."""

    card: Scorecard
    path: Path


Several = Series | Comparison | Way


@dataclass(frozen=True, slots=True)
class Laid:
    """One table in words: what stands above it, its heads and rows, what is said where it has none, and below it."""

    title: str
    above: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = ""
    below: tuple[str, ...] = ()


def figures_of(card: Scorecard) -> Figures:
    """Keep of a scorecard what stands in a row."""
    return Figures(card.recorded, card.claimed, card.possible, len(card.losses), card.notes)


def cautioned(several: Several, words: Words) -> tuple[str, ...]:
    """Give what must be known of any of the scores, each once."""
    if isinstance(several, Way):
        return cautions(several.card, words)
    notes = dict.fromkeys(note for row in rows_of(several) for note in row.figures.notes if note in CAUTIONS)
    return tuple(note_words(note, several.rubric.edition, words) for note in notes)


def laid(several: Several, words: Words) -> Laid:
    """Put any of them into words."""
    match several:
        case Series():
            return _series(several, words)
        case Comparison():
            return _comparison(several, words)
        case Way():
            return _way(several, words)


def _series(series: Series, words: Words) -> Laid:
    heads = (words(series.head), *(words(name) for name in ("day", "recorded", "claimed", "possible", "band")))
    rows = tuple(
        (
            row.name, row.day.isoformat(), *(decimal(one.value) for _, one in totals_of(row.figures)),
            between((row.figures.recorded.band, row.figures.possible.band), words),
        )
        for row in series.rows
    )  # fmt: skip
    return Laid(series.rubric.edition.name, cautioned(series, words), heads, rows, words("no_rows"))


def _comparison(one: Comparison, words: Words) -> Laid:
    totals = [row.figures.recorded.value for row in (one.before, one.after)]
    change = f"{words('recorded')} {' → '.join(map(decimal, totals))} ({signed(totals[1] - totals[0])})"
    heads = tuple(words(name) for name in ("change", "loss", "before", "after", "because"))
    rows = tuple(_move(move, words) for move in one.moves)
    title = words("compare", before=one.before.name, after=one.after.name)
    above = (one.rubric.edition.name, *cautioned(one, words), change)
    return Laid(title, above, heads, rows, words("unmoved"))


def _move(one: Move, words: Words) -> tuple[str, ...]:
    values = (words("inapplicable") if answer is None or answer.ends is None
              else percent(answer.ends.recorded) for answer in (one.before, one.after))  # fmt: skip
    told = "; ".join(
        words(name, what="; ".join(reason_words(reason, words) for reason in reasons_of(reasons)))
        for name, reasons in (("moved_mended", one.mended), ("moved_lacking", one.lacking))
        if reasons
    )
    points = words("unknown") if one.points is None else signed(one.points)
    return (points, f"{one.id} {one.question}", *values, told)


def signed(value: Fraction) -> str:
    """Write a change with its sign: +1,25."""
    return ("+" if value >= 0 else "\u2212") + decimal(abs(value))


def _way(way: Way, words: Words) -> Laid:
    path = way.path
    target, start, reached = decimal(path.target), decimal(path.start), decimal(path.reached)
    title = words("target", target=target)
    above = (way.card.rubric.edition.name, *cautioned(way, words))
    if not path.steps and path.arrives:
        return Laid(title, above, (), (), words("target_reached", value=start, target=target))
    heads = tuple(words(name) for name in ("step", "loss", "change", "recorded", "effort", "fix", "owner"))
    rows = tuple(_step(place, step, words) for place, step in enumerate(path.steps, start=1))
    key = "target_steps" if path.arrives else "target_out_of_reach"
    ending = words(key, count=len(path.steps), value=start, reached=reached, target=target)
    below = (ending, *told_of_outside(way, words), *told_of_cost(path, words), words("target_assumed"))
    return Laid(title, above, heads, rows, "", below)


def told_of_outside(way: Way, words: Words) -> tuple[str, ...]:
    """Say how much of what is lacking to a target only a visitor can give."""
    rubric, stages = way.card.rubric, {one.id: one for one in way.card.stages}
    outside = [stages[one.id] for one in rubric.stages if one.kind is StageKind.OUTSIDE]
    lacking = sum(((one.weight or NONE) * (ALL - one.ends.recorded) for one in outside if one.ends), NONE)
    if way.path.arrives or not lacking:
        return ()
    names = ", ".join(one.name for one in outside)
    return (words("target_outside", points=decimal(lacking * rubric.scale_total / 100), names=names),)


def told_of_cost(path: Path, words: Words) -> tuple[str, ...]:
    """Say what the steps cost and whether any cheaper ones could do."""
    if not path.arrives:
        return ()
    return (words("target_cheapest" if path.is_proven else "target_unproven", cost=path.cost),)


def _step(place: int, step: Step, words: Words) -> tuple[str, ...]:
    rows = [loss_row(loss, words) for loss in step.losses]
    return (
        str(place), "; ".join(f"{row.id} {row.question}" for row in rows), signed(step.gain), decimal(step.reached),
        words(f"effort_{step.effort}"), _each_once(fix for row in rows for fix in row.fixes),
        _each_once(row.owner for row in rows),
    )  # fmt: skip


def _each_once(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, texts)))


def rows_of(several: Several) -> Sequence[Row]:
    """Give the scores as rows, the one that a least is held to last."""
    match several:
        case Series(_, _, rows):
            return rows
        case Comparison(_, before, after):
            return (before, after)
        case Way(card):
            return (Row("", card.as_of, figures_of(card)),)
