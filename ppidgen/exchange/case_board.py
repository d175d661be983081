"""The board of cases as text, JSON and document; lights always have their words."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import ceil

from ppidgen.diagnostics.shown import shown
from ppidgen.duties.board import Board, UnitRow
from ppidgen.exchange.annex import Heading
from ppidgen.exchange.papers.paper import Block, Paper, Paragraph, Table
from ppidgen.exchange.papers.paper_words import letterhead, paper_words
from ppidgen.model.days.dates import long_date
from ppidgen.model.language.words import Words
from ppidgen.model.portal.registers import CASES
from ppidgen.model.portal.whole import Portal
from ppidgen.model.standing.case_standing import CaseStanding
from ppidgen.model.standing.case_state import Light
from ppidgen.model.text.indented import indented_json

# The file of words for what is told of cases.
WORDS = CASES.name
# Lines of tables that one page holds, those of them for units, and letters on a line for each hundredth of its width.
_ROOM, _ROOM_FOR_UNITS, _LETTERS = 40, 14, 0.8
_PADDING = 0.5


def board_text(board: Board, portal: Portal, words: Words) -> str:
    """Tell the board on a terminal."""
    lines = [words("title"), words("as_of", day=long_date(board.as_of)), "", *summary(board, words)]
    if board.cases:
        names = [unit_name(portal, row.unit, words) for row in board.units]
        width = max(map(len, (words("unit"), *names)))
        lines += ["", f"{words('unit'):<{width}}  {words('green')}  {words('yellow')}  {words('red')}"]
        for name, row in zip(names, board.units, strict=True):
            numbers = zip((row.green, row.yellow, row.red), ("green", "yellow", "red"), strict=True)
            lines.append(f"{name:<{width}}  " + "  ".join(f"{count:>{len(words(key))}}" for count, key in numbers))
        lines += ["", *(line for one in board.cases for line in _told(one, portal, words))]
        lines += ["", words("legend"), words("basis"), *_provisional(board, words)]
    return "\n".join(lines) + "\n"


def summary(board: Board, words: Words) -> Iterator[str]:
    """Count the open cases by light, or say that there are none."""
    if not board.cases:
        yield words("none")
        return
    green, yellow, red = map(board.count, (Light.GREEN, Light.YELLOW, Light.RED))
    yield words("open", count=len(board.cases), green=green, yellow=yellow, red=red)


def _told(one: CaseStanding, portal: Portal, words: Words) -> Iterator[str]:
    light = one.light.value if one.light else ""
    yield f"{light.upper():<7} {one.case.id}  {unit_name(portal, one.case.unit or '', words)}"
    yield f"        {one.state.label}; {due_text(one, words)}"
    yield f"        {care_text(one, words)}"


def _provisional(board: Board, words: Words) -> Iterator[str]:
    years = sorted({year for one in board.cases for year in one.provisional})
    if years:
        yield words("provisional", years=", ".join(map(str, years)))


def unit_name(portal: Portal, unit: str, words: Words) -> str:
    """Name a unit, or say that there is none."""
    return shown(portal.unit_name(unit)) or words("no_unit")


def due_text(one: CaseStanding, words: Words) -> str:
    """Say when the next step is due and how far that is."""
    if one.due is None:
        return words("no_due")
    if one.light is Light.RED:
        far = words("over", days=max(-one.left, 1))
    else:
        far = words("left", days=one.left) if one.left else words("today")
    return f"{long_date(one.due)} ({far})"


def care_text(one: CaseStanding, words: Words) -> str:
    """Say who does what next."""
    if not one.case.owner and not one.case.next_step:
        return words("uncared")
    owner, step = one.case.owner or words("unsaid"), one.case.next_step or words("unsaid")
    return words("care", owner=shown(owner), step=shown(step))


def board_json(board: Board) -> str:
    """Give the board to a program."""
    cases = [
        {
            "case": one.case.id,
            "unit": one.case.unit,
            "state": one.state.value,
            "light": one.light,
            "due": one.due,
            "working_days_left": one.left if one.due else None,
            "owner": one.case.owner,
            "next_step": one.case.next_step,
        }
        for one in board.cases
    ]
    units = [{"unit": row.unit, "green": row.green, "yellow": row.yellow, "red": row.red} for row in board.units]
    return indented_json({"as_of": board.as_of, "units": units, "cases": cases})


def board_paper(board: Board, portal: Portal, words: Words) -> Paper:
    """Compose the board as a document of one page: the gravest units and cases, the others counted."""
    unit_heads = (Heading(words("unit"), 61), *(Heading(words(key), 13) for key in ("green", "yellow", "red")))
    heads = (
        Heading(words("light"), 11), Heading(words("case"), 27), Heading(words("state"), 14),
        Heading(words("due"), 18), Heading(words("owner"), 30),
    )  # fmt: skip
    units = _fitting(unit_heads, [_unit_row(row, portal, words) for row in board.units], _ROOM_FOR_UNITS)
    all_rows = [
        (
            one.light.value.capitalize() if one.light else "",
            f"{one.case.id}\n{unit_name(portal, one.case.unit or '', words)}",
            one.state.label,
            due_text(one, words),
            care_text(one, words),
        )
        for one in board.cases
    ]
    rows = _fitting(heads, all_rows, _ROOM - sum(_lines(unit_heads, row) for row in units))
    tables: tuple[Block, ...] = ()
    if rows:
        shown_units = (*units, *_other_units(board.units[len(units) :], words))
        tables = (Table(unit_heads, shown_units), Table(heads, rows))
    more = len(board.cases) - len(rows)
    unshown = (words("more_cases", count=more),) if more else ()
    notes = (*unshown, words("legend"), words("basis"), *_provisional(board, words))
    return Paper(
        title=words("title").upper(),
        day=board.as_of,
        blocks=(*(Paragraph(text) for text in summary(board, words)), *tables, Paragraph("\n".join(notes), "note")),
        subtitles=(words("as_of", day=long_date(board.as_of)),),
        letterhead=letterhead(portal.body),
        author=portal.body.name,
        footer=paper_words()("footer"),
    )


def _unit_row(row: UnitRow, portal: Portal, words: Words) -> tuple[str, ...]:
    return (unit_name(portal, row.unit, words), *map(str, (row.green, row.yellow, row.red)))


def _other_units(rest: Sequence[UnitRow], words: Words) -> Iterator[tuple[str, ...]]:
    if rest:
        counts = (sum(getattr(row, light) for row in rest) for light in ("green", "yellow", "red"))
        yield (words("more_units", count=len(rest)), *map(str, counts))


def _fitting(heads: Sequence[Heading], rows: Sequence[tuple[str, ...]], room: float) -> tuple[tuple[str, ...], ...]:
    """Give the first rows, so many as stand in a room of so many lines; the first always does."""
    ends = accumulate(_lines(heads, row) for row in rows)
    return tuple(row for place, (row, end) in enumerate(zip(rows, ends, strict=True)) if end <= room or not place)


def _lines(heads: Sequence[Heading], row: Sequence[str]) -> float:
    """Reckon how many lines a row takes: as many as its longest cell."""
    cells = zip(heads, row, strict=True)
    return _PADDING + max(
        sum(ceil(max(len(line), 1) / (head.width * _LETTERS)) for line in cell.split("\n")) for head, cell in cells
    )
