"""`ppidgen document`: make an official document from the registers, as PDF or as DOCX to edit."""

import os
from datetime import date
from difflib import get_close_matches
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli import console, parameters
from ppidgen.model.paper_kind import PaperKind


@parameters.verb("document", _("Make an official document from the registers."))
@click.argument(
    "kind", metavar=_("KIND"), type=click.Choice([kind.value for kind in PaperKind]), help=_("Kind of document.")
)
@click.argument("record", metavar="[ID]", required=False, help=_("Id of the record that the document is about."))
@click.option(
    "--format",
    "form",
    type=click.Choice(("pdf", "docx")),
    default="pdf",
    show_default=True,
    help=_("PDF for everybody (PDF/UA-1 and PDF/A-2a), or DOCX to edit."),
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar=_("FILE"),
    required=True,
    help=_("File to write; an earlier one is replaced."),
)
@parameters.as_of
@parameters.portal_option
def command(*, kind: str, record: str | None, form: str, out: Path, as_of: date | None, folder: Path) -> int:
    """Make a document of one kind."""
    from ppidgen import pipeline
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.exchange.papers import MAKERS
    from ppidgen.exchange.rendering import rendered
    from ppidgen.publish.faults import told

    maker = MAKERS[kind]
    context = pipeline.read(folder, pipeline.Options(day_of_judgement(folder, as_of))).context
    if maker.ids is not None:
        record = _known(record, maker.ids(context))
    elif record is not None:
        raise click.UsageError(_("A document of the kind {kind!r} takes no ID.").format(kind=kind))
    content = rendered(maker.make(context, record or ""), form)
    with told(os.fspath(out)):
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(content)
    console.result(f"{out}\n")
    return 0


def _known(record: str | None, known: tuple[str, ...]) -> str:
    """Give the id asked for, with or without the ending of its file; refuse one that no record has."""
    if record is None:
        raise click.UsageError(_("Say which record the document is about: ppidgen document KIND ID."))
    asked = record.removesuffix(".yaml").removesuffix(".md")
    if asked in known:
        return asked
    guess = get_close_matches(asked, known, 1)
    hint = _(" Did you mean {guess!r}?").format(guess=guess[0]) if guess else ""
    raise click.UsageError(_("No record has the id {record!r}.").format(record=record) + hint)
