"""`ppidgen status`: the open cases by unit and light, on the terminal, for a program or as a document."""

from datetime import date
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli import language, parameters, unread
from ppidgen.cli.output import PAPERS, put


@parameters.verb("status", _("Show the open cases by unit: in time, due soon or late."))
@parameters.portal_folder
@click.option("--unit", metavar="ID", default="", help=_("Only the cases of this unit."))
@parameters.written_as(("text", "json", *PAPERS), _("Text, JSON for a program, or a document (PDF, DOCX)."))
@parameters.document_file
@parameters.as_of
def command(*, folder: Path, unit: str, form: str, out: Path | None, as_of: date | None) -> int:
    """Show the board of the portal in a folder."""
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.duties.board import board_of
    from ppidgen.duties.case_standing import office_standings
    from ppidgen.exchange import case_board
    from ppidgen.exchange.papers.rendering import rendered
    from ppidgen.exchange.tables import report_words
    from ppidgen.options import Options
    from ppidgen.reading.study import read_portal

    parameters.need_file(out, is_document=form in PAPERS)
    context = read_portal(folder, Options(day_of_judgement(folder, as_of))).context
    parameters.known_unit(unit, context.portal.unit_by_id)
    board = board_of(office_standings(context), context.standing.as_of, unit)
    words = report_words(language.current(), case_board.WORDS)
    content: str | bytes
    if form in PAPERS:
        content = rendered(case_board.board_paper(board, context.portal, words), form)
    elif form == "json":
        content = case_board.board_json(board)
    else:
        content = case_board.board_text(board, context.portal, words)
    put(content, out, context.portal)
    unread.tell(context.portal.rejected)
    return 0
