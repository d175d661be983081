"""The board of open cases by unit, for those in charge; only where the portal asks for it, and no case is named."""

from ppidgen.duties.board import board_of
from ppidgen.model.context import Context
from ppidgen.model.pages.page import Badge, Block, Cell, Figure, Figures, Grid, Notice, Page, Text, Tone
from ppidgen.model.pages.page_terms import EMPTY, NOTE, PROSE_PAGE
from ppidgen.model.standing.case_state import Light
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.parts.frame import Place, page
from ppidgen.pages.parts.wording import number

_TONES: dict[Light, Tone] = {Light.RED: "bahaya", Light.YELLOW: "peringatan", Light.GREEN: "sukses"}


def items(context: Context) -> tuple[Spec, ...]:
    """Give the one page where the portal publishes its board."""
    return (Spec(urls.BOARD, listed=False),) if context.portal.site.board else ()


def compose(context: Context, spec: Spec) -> Page:
    """Compose the board."""
    words = context.words
    lead = words("board.lead")
    place = Place(spec.address, urls.REPORTS)
    return page(context, PROSE_PAGE, place, words("board.title"), _blocks(context), lead=lead, index=False)


def _blocks(context: Context) -> tuple[Block, ...]:
    words = context.words
    board = board_of(context.standing.cases, context.standing.as_of)
    if not board.cases:
        return (Notice(words("board.none"), tone=EMPTY),)
    figures = tuple(Figure(number(words, board.count(light)), words.label(light)) for light in _TONES)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            context.portal.unit_name(row.unit) or words("statistics.no_unit"),
            *(number(words, count) for count in (row.red, row.yellow, row.green)),
            _worst(context, row.red, row.yellow),
        )
        for row in board.units
    )
    head = (words("statistics.unit"), *(words(f"board.{light.name.lower()}") for light in _TONES), words("board.light"))
    table = Grid(words("board.caption"), head, rows, numeric=(1, 2, 3), row_heading=0)
    return (Figures(figures), table, Text(words("board.note"), NOTE))


def _worst(context: Context, red: int, yellow: int) -> Badge:
    light = Light.RED if red else Light.YELLOW if yellow else Light.GREEN
    return Badge(context.words.label(light), _TONES[light])


FAMILY = Family("board", items, compose)
