"""A score for people at a terminal: three totals, indicators, what brings most, where it all comes from."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from ppidgen.model.rubrics.scorecard import Scorecard
from ppidgen.report.setting import Setting
from ppidgen.scoring.told import LossRow, ResultRow, Told, decimal, tell

MOST_LOSSES = 10
_BOLD = "1"
_NAME = 34


def render(card: Scorecard, setting: Setting) -> str:
    """Write a scorecard."""
    told = tell(card, setting.words)
    blocks = [
        "\n".join(_head(told, setting)),
        "\n".join(_results(told, setting)),
        "\n".join((told.share, *told.notes)),
        "\n".join(_losses(card, told, setting)),
        "\n".join(told.provenance),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _head(told: Told, setting: Setting) -> Iterator[str]:
    yield _bold(told.title, setting)
    yield told.subtitle
    yield told.label.upper()
    yield from told.cautions
    yield ""
    for row in told.totals:
        yield f"  {row.name:<9} {row.value:>7}   {row.band:<24} {row.meaning}"
    yield f"  {setting.words('band'):<9} {told.bands}"


def _results(told: Told, setting: Setting) -> Iterator[str]:
    words = setting.words
    for title, rows in ((words("stage"), told.stages), (words("indicator"), told.indicators)):
        if rows:
            yield (
                f"{title:<{_NAME}} {words('weight'):>9} {words('recorded'):>9} {words('claimed'):>9} "
                f"{words('possible'):>9}  {words('items')}"
            )
            yield from map(_result, rows)


def _result(row: ResultRow) -> str:
    values = f"{row.weight:>9} {row.recorded:>9} {row.claimed:>9} {row.possible:>9}  {row.items}"
    return f"{row.name[:_NAME]:<{_NAME}} {values}".rstrip()


def _losses(card: Scorecard, told: Told, setting: Setting) -> Iterable[str]:
    words = setting.words
    if not told.losses:
        return [words("nothing_lost")]
    lines = [_bold(words("losses"), setting)]
    for row in told.losses[:MOST_LOSSES]:
        lines += _loss(row, setting)
    if rest := card.losses[MOST_LOSSES:]:
        points = decimal(sum((one.points or Fraction(0) for one in rest), Fraction(0)))
        lines.append("  " + words("more", count=len(rest), points=points))
    return lines


def _loss(row: LossRow, setting: Setting) -> Iterator[str]:
    words = setting.words
    yield f"  {row.points:>7}  {_bold(row.id, setting)}  {row.question}"
    notes = (
        (words("place"), "; ".join(row.places)),
        (words("reason"), "; ".join(row.reasons)),
        (words("fix"), "; ".join(row.fixes)),
        (words("basis"), row.basis),
        (words("owner"), row.owner),
    )
    for label, text in notes:
        if text:
            yield f"{'':11}{label:<17}{text}"


def _bold(text: str, setting: Setting) -> str:
    return f"\x1b[{_BOLD}m{text}\x1b[0m" if setting.colour else text
