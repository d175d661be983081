"""Several scores at once for people at a terminal: aligned columns with a bar for each, or one line for each step."""

from collections.abc import Iterable, Iterator, Sequence

from ppidgen.model.language.words import Words
from ppidgen.report.setting import Setting
from ppidgen.scoring.several import Comparison, Laid, Series, Several, Way, laid
from ppidgen.scoring.told import decimal

_BAR = 40
_GAP = 26


def render(several: Several, setting: Setting) -> str:
    """Write any of them."""
    words, told = setting.words, laid(several, setting.words)
    body = _body(several, told, words) if told.rows else filter(None, [told.empty])
    return "\n".join([told.title, words("label").upper(), *told.above, "", *body, *told.below]) + "\n"


def _body(several: Several, told: Laid, words: Words) -> Iterator[str]:
    match several:
        case Series():
            yield from _columns(told)
            yield ""
            yield from _bars(several, words)
        case Comparison():
            yield from (f"  {row[0]:>7}  {row[1]}  {row[2]} → {row[3]}  {row[4]}".rstrip() for row in told.rows)
        case Way():
            yield from _steps(told.rows)


def _columns(told: Laid) -> Iterator[str]:
    lines = (told.heads, *told.rows)
    widths = [max(len(line[column]) for line in lines) for column in range(len(told.heads))]
    for line in lines:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def _bars(series: Series, words: Words) -> Iterable[str]:
    """Draw what is recorded as full and what is possible as light bars."""
    width, whole = max(len(row.name) for row in series.rows), series.rubric.scale_total
    for row in series.rows:
        recorded, possible = row.figures.recorded.value, row.figures.possible.value
        full, light = (round(_BAR * value / whole) for value in (recorded, possible))
        yield f"{row.name:<{width}}  {'█' * full}{'░' * (light - full)} {decimal(recorded)}"
    yield f"█ {words('recorded')}  ░ {words('possible')}"


def _steps(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for place, what, gain, reached, effort, fix, owner in rows:
        yield f"{place:>3}. {gain:>7} → {reached:>6}  {what}  ({effort})"
        yield from (f"{'':{_GAP}}{line}" for line in (fix, owner) if line)
