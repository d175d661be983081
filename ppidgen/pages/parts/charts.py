"""A chart and the table of the same numbers, made of one and the same rows so that they cannot differ."""

from collections.abc import Sequence
from dataclasses import replace

from ppidgen.model.context import Context
from ppidgen.model.pages.chart import Bar, Bars, Chart
from ppidgen.model.pages.page import Grid
from ppidgen.pages.parts.wording import number

# A name and its numbers, one for each series; None is a number that nobody knows.
Counted = tuple[str, tuple[float | None, ...]]


def charted(
    context: Context, title: str, head: Sequence[str], rows: Sequence[Counted], summary: str = ""
) -> tuple[Chart | Grid, ...]:
    """Draw the rows and give them as a table; the first of `head` names the rows, the others the series.

    A single bar compares nothing and is not drawn.
    """
    table = counted(context, title, head, rows)
    if len(rows) * (len(head) - 1) == 1:
        return (table,)
    return drawn(context, title, head, rows, summary), replace(table, folded=True)


def drawn(context: Context, title: str, head: Sequence[str], rows: Sequence[Counted], summary: str = "") -> Chart:
    """Draw the rows alone; the table of the same numbers stands elsewhere."""
    words = context.words
    series = head[1:] if len(head) > 2 else ("",)  # noqa: PLR2004 - a single series needs no name beside each bar
    groups = tuple(
        Bars(
            name,
            tuple(
                Bar(label, float(value), number(words, value))
                for label, value in zip(series, values, strict=True)
                if value is not None
            ),
        )
        for name, values in rows
    )
    told = summary or "; ".join(f"{group.label}: {_told(group)}" for group in groups)
    return Chart(title, told, groups)


def counted(context: Context, title: str, head: Sequence[str], rows: Sequence[Counted]) -> Grid:
    """Give rows of numbers as a table."""
    cells = tuple((name, *(shown(context, value) for value in values)) for name, values in rows)
    return Grid(title, tuple(head), cells, tuple(range(1, len(head))), 0)


def shown(context: Context, value: float | None) -> str:
    """Write a number, or the sign for one that nobody knows."""
    return context.words("none") if value is None else number(context.words, value)


def _told(group: Bars) -> str:
    return ", ".join(f"{bar.shown} {bar.series}".strip() for bar in group.bars)
