"""Scores over time as an SVG drawing: three lines that differ in stroke and marks, not in colour alone.

The drawing is named and described for those who do not see it; the table beside it holds the same numbers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from html import escape

from ppidgen.model.language.words import Words
from ppidgen.scoring.several import Series
from ppidgen.scoring.told import decimal, totals_of

# The drawing in its own units, about pixels: the plot within the margins for numbers, days and the key.
WIDTH, HEIGHT = 720, 340
LEFT, RIGHT, TOP, BOTTOM = 48, 700, 16, 270
_LINES = 5
_MOST_DAYS = 5
_DAY_BASE, _KEY_BASE = BOTTOM + 22, HEIGHT - 14
_KEY_WIDTH, _SAMPLE = 170, 36


@dataclass(frozen=True, slots=True)
class Pen:
    """How one of the three totals is drawn: its stroke, its dashes, and the path of its mark around the origin."""

    colour: str
    dashes: str
    mark: str


PENS = {
    "recorded": Pen("#0956c3", "", "M-4 0A4 4 0 1 0 4 0A4 4 0 1 0-4 0Z"),
    "claimed": Pen("#7a5700", "8 4", "M-4-4H4V4H-4Z"),
    "possible": Pen("#414750", "2 4", "M0-5L5 4H-5Z"),
}


def drawn(series: Series, words: Words) -> str:
    """Draw the rows of a series from left to right, each at the same distance from the next."""
    title = words("trend_title", edition=series.rubric.edition.name)
    body = [*_grid(series.rubric.scale_total), *_days(series), *_lines(series), *_key(words)]
    return (
        f'<figure>\n<figcaption>{escape(title)}</figcaption>\n<div class="scroll" tabindex="0">'
        f'<svg role="img" aria-labelledby="trend-title trend-text" viewBox="0 0 {WIDTH} {HEIGHT}" class="trend">\n'
        f'<title id="trend-title">{escape(title)}</title>\n'
        f'<desc id="trend-text">{escape(_described(series, words))}</desc>\n'
        + "\n".join(body)
        + "\n</svg></div>\n</figure>"
    )


def _described(series: Series, words: Words) -> str:
    first, last = series.rows[0], series.rows[-1]
    values = [decimal(row.figures.recorded.value) for row in (first, last)]
    return words("trend_text", first=first.name, start=values[0], last=last.name, end=values[1], count=len(series.rows))


def _grid(whole: Fraction) -> Iterator[str]:
    for step in range(_LINES + 1):
        value = whole * step / _LINES
        y = _y(value, whole)
        yield f'<path d="M{LEFT} {y}H{RIGHT}" stroke="#d3d9e0"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 5}" text-anchor="end">{decimal(value).removesuffix(",00")}</text>'


def _days(series: Series) -> Iterator[str]:
    """Write the first day, the last, and some between them that have room."""
    last = len(series.rows) - 1
    count = min(last, _MOST_DAYS - 1)
    for place in dict.fromkeys(round(Fraction(last * step, count or 1)) for step in range(count + 1)):
        anchor = "middle" if 0 < place < last else "start" if place == 0 else "end"
        x, day = _x(place, last), series.rows[place].day
        yield f'<text x="{x}" y="{_DAY_BASE}" text-anchor="{anchor}">{day.isoformat()}</text>'


def _lines(series: Series) -> Iterator[str]:
    last, whole = len(series.rows) - 1, series.rubric.scale_total
    for key, pen in reversed(PENS.items()):  # what is recorded is drawn last, over the others
        values = [dict(totals_of(row.figures))[key].value for row in series.rows]
        points = [(_x(place, last), _y(value, whole)) for place, value in enumerate(values)]
        path = "L".join(f"{x} {y}" for x, y in points)
        yield f'<path d="M{path}" {_stroke(pen)}/>'
        yield from (f'<path d="{pen.mark}" transform="translate({x} {y})" fill="{pen.colour}"/>' for x, y in points)


def _key(words: Words) -> Iterator[str]:
    for place, (key, pen) in enumerate(PENS.items()):
        x, middle = LEFT + place * _KEY_WIDTH, _KEY_BASE - 5
        yield f'<path d="M{x} {middle}h{_SAMPLE}" {_stroke(pen)}/>'
        yield f'<path d="{pen.mark}" transform="translate({x + _SAMPLE // 2} {middle})" fill="{pen.colour}"/>'
        yield f'<text x="{x + _SAMPLE + 8}" y="{_KEY_BASE}">{escape(words(key))}</text>'


def _stroke(pen: Pen) -> str:
    dashes = f' stroke-dasharray="{pen.dashes}"' if pen.dashes else ""
    return f'fill="none" stroke="{pen.colour}" stroke-width="2"{dashes}'


def _x(place: int, last: int) -> int:
    return round(LEFT + Fraction(place * (RIGHT - LEFT), last)) if last else (LEFT + RIGHT) // 2


def _y(value: Fraction, whole: Fraction) -> int:
    return round(BOTTOM - value * (BOTTOM - TOP) / whole)
