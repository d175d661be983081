"""A score as one HTML page that stands alone: no script, no other file, readable on paper."""

from collections.abc import Iterable
from html import escape

from ppidgen.model.rubrics.scorecard import Scorecard
from ppidgen.report.setting import Setting
from ppidgen.scoring.told import Told, tell
from ppidgen.theme.standalone import page


def render(card: Scorecard, setting: Setting) -> str:
    """Write the page."""
    told, words = tell(card, setting.words), setting.words
    body = [
        f"<h1>{escape(told.title)}</h1>",
        f"<p>{escape(told.subtitle)}</p>",
        f'<p class="label">{escape(told.label)}</p>',
        table(
            words("value"),
            (words("total"), words("value"), words("band"), words("meaning")),
            ((r.name, r.value, r.band, r.meaning) for r in told.totals),
        ),
        f"<p>{escape(told.share)}</p>",
        *(f"<p>{escape(note)}</p>" for note in told.notes),
        _indicators(told, setting),
        _losses(told, setting),
        "<ul>",
        *(f"<li>{escape(line)}</li>" for line in told.provenance),
        "</ul>",
    ]
    return page(told.title, "\n".join(filter(None, body)), words.language)


def _indicators(told: Told, setting: Setting) -> str:
    words = setting.words
    heads = (
        words("indicator"),
        words("weight"),
        words("recorded"),
        words("claimed"),
        words("possible"),
        words("items"),
    )
    rows = ((r.name, r.weight, r.recorded, r.claimed, r.possible, r.items) for r in (*told.stages, *told.indicators))
    return table(words("indicator"), heads, rows)


def _losses(told: Told, setting: Setting) -> str:
    words = setting.words
    if not told.losses:
        return f"<p>{escape(words('nothing_lost'))}</p>"
    names = ("points", "loss", "reason", "fix", "place", "basis", "owner")
    rows = (
        (
            r.points, f"{r.id} {r.question}", r.reasons, r.fixes, r.places, r.basis, r.owner,
        )
        for r in told.losses
    )  # fmt: skip
    return table(words("losses"), tuple(words(name) for name in names), rows)


def table(caption: str, heads: tuple[str, ...], rows: Iterable[tuple[str | tuple[str, ...], ...]]) -> str:
    """Write a table that names its rows by their first cell; what a cell holds besides stands on lines of its own."""
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    lines = "".join(
        f'<tr><th scope="row">{_cell(first)}</th>' + "".join(f"<td>{_cell(cell)}</td>" for cell in others) + "</tr>\n"
        for first, *others in rows
    )
    return (
        f'<div class="scroll" tabindex="0"><table><caption>{escape(caption)}</caption>'
        f"<thead><tr>{top}</tr></thead>\n<tbody>\n{lines}</tbody></table></div>"
    )


def _cell(content: str | tuple[str, ...]) -> str:
    return escape(content) if isinstance(content, str) else "<br>".join(map(escape, content))
