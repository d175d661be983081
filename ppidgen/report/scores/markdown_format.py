"""A score as Markdown, for the summary of a job or a comment on a proposed change."""

from ppidgen.model.rubrics.scorecard import Scorecard
from ppidgen.report.markdown_format import plain, table
from ppidgen.report.setting import Setting
from ppidgen.scoring.told import Told, tell

MOST_LOSSES = 20


def render(card: Scorecard, setting: Setting) -> str:
    """Write a heading, the totals, the indicators and what brings most."""
    words, told = setting.words, tell(card, setting.words)
    parts = [
        f"## {plain(told.title)}",
        f"**{plain(told.label)}** · {plain(told.subtitle)}",
        table((words("total"), words("value"), words("band")), ((r.name, r.value, r.band) for r in told.totals)),
        plain(told.share),
        *(f"- {plain(note)}" for note in told.notes),
        _indicators(told, setting),
    ]
    if told.losses:
        parts += [f"### {plain(words('losses'))}", _losses(told, setting)]
    parts.append("\n".join(f"- {plain(line)}" for line in told.provenance))
    return "\n\n".join(filter(None, parts)) + "\n"


def _indicators(told: Told, setting: Setting) -> str:
    words = setting.words
    heads = (words("indicator"), words("weight"), words("recorded"), words("claimed"), words("possible"))
    rows = (*told.stages, *told.indicators)
    return table(heads, ((r.name, r.weight, r.recorded, r.claimed, r.possible) for r in rows)) if rows else ""


def _losses(told: Told, setting: Setting) -> str:
    words = setting.words
    heads = (words("points"), words("loss"), words("reason"), words("fix"), words("place"))
    shown = told.losses[:MOST_LOSSES]
    return table(
        heads,
        (
            (r.points, f"{r.id} {r.question}", "; ".join(r.reasons), "; ".join(r.fixes), "; ".join(r.places))
            for r in shown
        ),
    )
