"""Several scores at once: units side by side, commits after one another, two commits compared, the path to a target."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from ppidgen.model.scorecard import Scorecard
from ppidgen.model.words import Words
from ppidgen.report.markdown_format import plain
from ppidgen.report.score_json import number
from ppidgen.report.setting import Setting
from ppidgen.scoring.comparison import Move
from ppidgen.scoring.target import Path
from ppidgen.scoring.told import band_words, cautions, decimal, loss_row, reason_words, totals_of

_BAR = 40
_MOST = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One score in a series: what it is of, when, and the scorecard."""

    name: str
    day: date
    card: Scorecard


def render(rows: Sequence[Row], title: str, setting: Setting, form: str) -> str:
    """Write a series as a table: text with a bar for each row, Markdown, or JSON."""
    words = setting.words
    if form == "json":
        said = {"label": words("label"), "cautions": cautioned(rows, words)}
        return _json({**said, "rows": [_as_table(row) for row in rows]})
    heads = (title, words("day"), words("recorded"), words("claimed"), words("possible"), words("band"))
    cells = [
        (row.name, row.day.isoformat(), *(decimal(one.value) for _, one in totals_of(row.card)),
         band_words(row.card, words))
        for row in rows
    ]  # fmt: skip
    if form == "markdown":
        return f"{_markdown_head(cautioned(rows, words), words)}\n\n{markdown_table(heads, cells)}\n"
    widths = [max(len(line[column]) for line in (heads, *cells)) for column in range(len(heads))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in (heads, *cells)
    ]
    head = [words("label").upper(), *cautioned(rows, words), ""]
    return "\n".join([*head, *lines, "", *_chart(rows, words)]) + "\n"


def cautioned(rows: Iterable[Row], words: Words) -> list[str]:
    """Give what must be known of any of the scores, each once."""
    return list(dict.fromkeys(line for row in rows for line in cautions(row.card, words)))


def _markdown_head(lines: Iterable[str], words: Words) -> str:
    return "\n\n".join([f"**{plain(words('label'))}**", *map(plain, lines)])


def _chart(rows: Sequence[Row], words: Words) -> Iterable[str]:
    """Draw what is recorded as full and what is possible as light bars."""
    width = max((len(row.name) for row in rows), default=0)
    for row in rows:
        whole = row.card.rubric.scale_total
        recorded, possible = (
            round(_BAR * value / whole) for value in (row.card.recorded.value, row.card.possible.value)
        )
        yield f"{row.name:<{width}}  {'█' * recorded}{'░' * (possible - recorded)} {decimal(row.card.recorded.value)}"
    yield f"█ {words('recorded')}  ░ {words('possible')}"


def _as_table(row: Row) -> dict[str, Any]:
    totals = {key: {"value": number(one.value), "band": one.band.name} for key, one in totals_of(row.card)}
    return {"name": row.name, "day": row.day.isoformat(), "totals": totals, "losses": len(row.card.losses)}


def compared(before: Row, after: Row, moves: Sequence[Move], setting: Setting, form: str) -> str:
    """Write two scores and every criterion that moved, with the reason."""
    words = setting.words
    told_before = cautioned((before, after), words)
    if form == "json":
        moved = [_move_table(one, words) for one in moves]
        said = {"label": words("label"), "cautions": told_before}
        return _json({**said, "rows": [_as_table(before), _as_table(after)], "moves": moved})
    change = after.card.recorded.value - before.card.recorded.value
    heads = (words("change"), words("loss"), words("before"), words("after"), words("because"))
    cells = [_move_cells(one, words) for one in moves]
    title = words("compare", before=before.name, after=after.name)
    values = " → ".join(decimal(row.card.recorded.value) for row in (before, after))
    total = f"{words('recorded')} {values} ({signed(change)})"
    if form == "markdown":
        table = markdown_table(heads, cells) if cells else plain(words("unmoved"))
        return f"## {plain(title)}\n\n{_markdown_head(told_before, words)}\n\n{plain(total)}\n\n{table}\n"
    lines = [f"  {cell[0]:>7}  {cell[1]}  {cell[2]} → {cell[3]}  {cell[4]}".rstrip() for cell in cells]
    return "\n".join([title, words("label").upper(), *told_before, total, "", *(lines or [words("unmoved")])]) + "\n"


def signed(value: Fraction) -> str:
    """Write a change with its sign: +1,25."""
    return ("+" if value >= 0 else "\u2212") + decimal(abs(value))


def _move_cells(one: Move, words: Words) -> tuple[str, ...]:
    values = [words("inapplicable") if a is None or a.ends is None else decimal(a.ends.recorded * 100, 1) + "%"
              for a in (one.before, one.after)]  # fmt: skip
    told = "; ".join(reason_words(reason, words) for reason in one.reasons[:_MOST])
    points = words("unknown") if one.points is None else signed(one.points)
    return points, f"{one.id} {one.question}", *values, told


def _move_table(one: Move, words: Words) -> dict[str, Any]:
    ends = [a.ends._asdict() if a and a.ends else None for a in (one.before, one.after)]
    shares = [{name: number(value) for name, value in each.items()} if each else None for each in ends]
    return {
        "id": one.id,
        "points": number(one.points),
        "before": shares[0],
        "after": shares[1],
        "reasons": [reason_words(reason, words) for reason in one.reasons],
    }


def path_words(path: Path, card: Scorecard, words: Words) -> str:
    """Write the way to a target from a score: each step with its gain, its effort and the total after it."""
    return "\n".join([words("label").upper(), *cautions(card, words), *_steps(path, words)]) + "\n"


def _steps(path: Path, words: Words) -> list[str]:
    target, start, reached = decimal(path.target), decimal(path.start), decimal(path.reached)
    if not path.steps and path.arrives:
        return [words("target_reached", value=start, target=target)]
    lines = [words("target", target=target)]
    for place, step in enumerate(path.steps, start=1):
        rows = [loss_row(loss, words) for loss in step.losses]
        names = ", ".join(row.id for row in rows)
        effort = words(f"effort_{step.effort}")
        lines.append(f"{place:>3}. {signed(step.gain):>7} → {decimal(step.reached):>6}  {names}  ({effort})")
        lines += [f"{'':26}{row.question}: {'; '.join(row.fixes)}".rstrip(": ") for row in rows[:_MOST]]
    key = "target_steps" if path.arrives else "target_out_of_reach"
    lines += [words(key, count=len(path.steps), value=start, reached=reached, target=target), words("target_assumed")]
    return lines


def path_json(path: Path, card: Scorecard, setting: Setting) -> str:
    """Write the way to a target for programs."""
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
    words = setting.words
    said = {"label": words("label"), "cautions": list(cautions(card, words))}
    return _json({**said, **totals, "arrives": path.arrives, "assumed": words("target_assumed"), "steps": steps})


def markdown_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table of plain cells."""
    lines = [[*heads], ["---"] * len(heads), *rows]
    return "\n".join(
        "| " + " | ".join(cell if cell == "---" else plain(cell) for cell in line) + " |" for line in lines
    )


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
