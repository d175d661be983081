"""Several scores at once for programs, as JSON."""

from typing import Any

from ppidgen.model.language.words import Words
from ppidgen.model.rubrics.scorecard import Answer
from ppidgen.model.text.indented import indented_json
from ppidgen.report.scores.json_format import number
from ppidgen.report.setting import Setting
from ppidgen.scoring.comparison import Move
from ppidgen.scoring.several import Comparison, Row, Series, Several, Way, cautioned, told_of_cost
from ppidgen.scoring.target import Path
from ppidgen.scoring.told import reason_words, totals_of


def render(several: Several, setting: Setting) -> str:
    """Write any of them."""
    words = setting.words
    said = {"label": words("label"), "cautions": list(cautioned(several, words))}
    return indented_json({**said, **_values(several, words)})


def _values(several: Several, words: Words) -> dict[str, Any]:
    match several:
        case Series(_, rubric, rows):
            return {"rubric": rubric.edition.id, "rows": [_row(row) for row in rows]}
        case Comparison(rubric, before, after, moves):
            moved = [_move(one, words) for one in moves]
            return {"rubric": rubric.edition.id, "rows": [_row(before), _row(after)], "moves": moved}
        case Way(card, path):
            return {"rubric": card.rubric.edition.id, **_path(path, words)}


def _row(row: Row) -> dict[str, Any]:
    totals = {key: {"value": number(one.value), "band": one.band.name} for key, one in totals_of(row.figures)}
    return {"name": row.name, "day": row.day.isoformat(), "totals": totals, "losses": row.figures.losses}


def _move(one: Move, words: Words) -> dict[str, Any]:
    return {
        "id": one.id,
        "points": number(one.points),
        "before": _shares(one.before),
        "after": _shares(one.after),
        "mended": [reason_words(reason, words) for reason in one.mended],
        "lacking": [reason_words(reason, words) for reason in one.lacking],
    }


def _shares(answer: Answer | None) -> dict[str, Any] | None:
    if answer is None or answer.ends is None:
        return None
    return {name: number(value) for name, value in answer.ends._asdict().items()}


def _path(path: Path, words: Words) -> dict[str, Any]:
    steps = [
        {
            "criteria": [loss.answer.criterion.id for loss in step.losses],
            "effort": step.effort,
            "gain": number(step.gain),
            "reached": number(step.reached),
        }
        for step in path.steps
    ]
    totals = {"start": number(path.start), "target": number(path.target), "reached": number(path.reached)}
    cost = {"cost": path.cost, "proven_cheapest": path.arrives and path.is_proven}
    assumed = [*told_of_cost(path, words), words("target_assumed")]
    return {**totals, "arrives": path.arrives, **cost, "assumed": assumed, "steps": steps}
