"""`ppidgen status`: the open cases by unit and light, on the terminal, for a program or as a document."""

import os
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ppidgen.cli import console, language, parameters, unread

if TYPE_CHECKING:
    from ppidgen.model.portal import Portal

PAPERS = ("pdf", "docx")


@parameters.verb("status", _("Show the open cases by unit: in time, due soon or late."))
@parameters.portal_folder
@click.option("--unit", metavar="ID", default="", help=_("Only the cases of this unit."))
@parameters.written_as(("text", "json", *PAPERS), _("Text, JSON for a program, or a document (PDF, DOCX)."))
@parameters.document_file
@parameters.as_of
def command(*, folder: Path, unit: str, form: str, out: Path | None, as_of: date | None) -> int:
    """Show the board of the portal in a folder."""
    from ppidgen import studying
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.duties.board import board_of
    from ppidgen.duties.case_standing import office_standings
    from ppidgen.exchange import case_board
    from ppidgen.exchange.rendering import rendered
    from ppidgen.exchange.tables import report_words
    from ppidgen.options import Options

    parameters.need_file(out, is_document=form in PAPERS)
    context = studying.read(folder, Options(day_of_judgement(folder, as_of))).context
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


def put(content: str | bytes, out: Path | None, portal: "Portal") -> None:
    """Write what was made of a portal, a text or a document, to a file and name it; without one show the text."""
    from ppidgen.disk.faults import told
    from ppidgen.duties.known_data import official

    if out is None:
        console.result(str(content), official(portal))
        return
    with told(os.fspath(out)):
        out.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            out.write_bytes(content)
    if isinstance(content, str):
        console.put(out, content, official(portal))
    console.result(f"{out}\n")
