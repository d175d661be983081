"""Where the bars of a chart lie: lengths in per cent of the width, heights in pixels, so that text keeps its size.

Nothing may be wider than a screen of 320 pixels: labels are broken into lines, and a bar that is one of several has
its words above it, and takes no room where it counts nothing.
"""

from dataclasses import dataclass
from textwrap import wrap

from ppidgen.model.pages.chart import Bar, Bars, Chart

LINE, BAR, GAP, AFTER = 24, 22, 4, 10
# From the top of a line or bar to where its letters stand.
TO_LETTERS, TO_NUMBER = 18, 16
# So many letters fit beside each other on a narrow screen.
LETTERS = 30
# The longest bar leaves room for its number beside it.
WIDEST = 68.0


@dataclass(frozen=True, slots=True)
class LaidText:
    """A line of text: where it begins ("0" or in per cent, then `shift` pixels on) and its base in pixels."""

    text: str
    base: int
    start: str = "0"
    shift: int = 0


@dataclass(frozen=True, slots=True)
class LaidBar:
    """One bar: `top` in pixels, `width` in per cent, `series` from 0, and its words."""

    top: int
    width: str
    series: int
    words: LaidText


@dataclass(frozen=True, slots=True)
class LaidGroup:
    """The bars of one category below its label."""

    label: tuple[LaidText, ...]
    bars: tuple[LaidBar, ...]


@dataclass(frozen=True, slots=True)
class LaidChart:
    """A chart ready to be drawn."""

    height: int
    thickness: int
    groups: tuple[LaidGroup, ...]


def laid(chart: Chart) -> LaidChart:
    """Lay the groups of a chart below each other; the longest bar of all takes the widest place."""
    longest = max((bar.value for group in chart.groups for bar in group.bars), default=0.0)
    series = dict.fromkeys(bar.series for group in chart.groups for bar in group.bars)
    places = {name: place for place, name in enumerate(series)}
    top, groups = 0, []
    for group in chart.groups:
        found, top = _group(group, top, longest, places)
        groups.append(found)
        top += AFTER
    return LaidChart(max(top - AFTER, 0), BAR, tuple(groups))


def _group(group: Bars, top: int, longest: float, places: dict[str, int]) -> tuple[LaidGroup, int]:
    """Lay one group that begins at `top`; also give where it ends."""
    lines = wrap(group.label, LETTERS) or [""]
    label = tuple(LaidText(line, top + place * LINE + TO_LETTERS) for place, line in enumerate(lines))
    top += len(lines) * LINE
    bars = []
    for bar in group.bars:
        if bar.series:
            bars.append(_bar(bar, top + LINE, longest, places, LaidText(_words(bar), top + TO_LETTERS)))
            top += LINE + (BAR if bar.value > 0 else 0) + GAP
        else:
            length = width(bar.value, longest)
            bars.append(_bar(bar, top, longest, places, LaidText(bar.shown, top + TO_NUMBER, length, 8)))
            top += BAR + GAP
    return LaidGroup(label, tuple(bars)), top


def _bar(bar: Bar, top: int, longest: float, places: dict[str, int], words: LaidText) -> LaidBar:
    return LaidBar(top, width(bar.value, longest), places[bar.series], words)


def _words(bar: Bar) -> str:
    return f"{bar.shown} {bar.series}"


def width(value: float, longest: float) -> str:
    """Write the length of a bar in per cent; a number above nought is never without a bar."""
    if longest <= 0 or value <= 0:
        return "0"
    return f"{max(value / longest * WIDEST, 0.5):.1f}%"
