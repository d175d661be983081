"""`ppidgen document`: make an official document from the registers, as PDF or as DOCX to edit."""

import os
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ppidgen.cli import console, parameters, unread
from ppidgen.diagnostics.nearest import nearest
from ppidgen.model.paper_kind import BLANKS, PaperKind

if TYPE_CHECKING:
    from ppidgen.exchange.papers.paper import Paper


@parameters.verb("document", _("Make an official document from the registers."))
@click.argument(
    "kind",
    metavar=_("KIND"),
    type=click.Choice([kind.value for kind in PaperKind]),
    help=_("Kind of document: {kinds}.").format(kinds=", ".join(PaperKind)),
)
@click.argument("record", metavar="[ID]", required=False, help=_("Id of the record that the document is about."))
@parameters.written_as(
    parameters.PAPER_FORMATS,
    _("PDF for everybody (PDF/UA-1 and PDF/A-2a), or DOCX to edit; blank forms also in large print."),
    "pdf",
)
@parameters.out_file(
    _("File to write; an earlier one is replaced. Without it: KIND-ID in this folder, if there is none yet.")
)
@click.option(
    "--private",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar=_("FOLDER"),
    help=_("Folder of internal working papers, outside the repository; makes an internal test sheet."),
)
@parameters.as_of
@parameters.portal_option
def command(
    *,
    kind: str,
    record: str | None,
    form: str,
    out: Path | None,
    private: Path | None,
    as_of: date | None,
    folder: Path,
) -> int:
    """Make a document of one kind."""
    from ppidgen import pipeline
    from ppidgen.cli import telling
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.exchange.papers.makers import MAKERS
    from ppidgen.exchange.papers.rendering import LARGE, rendered
    from ppidgen.machine import whole
    from ppidgen.options import Options
    from ppidgen.reading.study import read_portal

    if form.endswith(LARGE) and kind not in BLANKS:
        raise click.UsageError(_("Only blank forms and letters are made in large print."))
    maker = MAKERS[kind]
    options = Options(day_of_judgement(folder, as_of))
    study = read_portal(folder, options)
    context = study.context
    if maker.ids is not None:
        record = _known(record, maker.ids(context), context.portal.rejected)
    elif record is not None:
        raise click.UsageError(_("A document of the kind {kind!r} takes no ID.").format(kind=kind))
    if maker.entire and not telling.tell_errors(pipeline.Outcome(study, study.findings), options, folder):
        return 1
    paper = maker.make(context, record or "")
    out = out or _named(kind, record, form)
    if private is not None:
        _outside(kind, private, out, folder)
        paper = _internal(paper, private, record or "")
    content = rendered(paper, form)
    whole.put(out, (content,))
    console.result(f"{out}\n")
    return 0


def _named(kind: str, record: str | None, form: str) -> Path:
    """Name a document after its kind and record; one that somebody may have edited is not replaced unasked."""
    stem = "-".join(filter(None, (kind, record and record.replace("/", "-"))))
    kind_of_file, _dash, large = form.partition("-")
    out = Path("-".join(filter(None, (stem, large))) + f".{kind_of_file}")
    if os.path.lexists(out):
        raise click.UsageError(_("{path} is there already; name another with --out, or the same one.").format(path=out))
    return out


def _outside(kind: str, private: Path, out: Path, folder: Path) -> None:
    """Refuse working papers in the repository, documents of them in it, and kinds that have none."""
    from ppidgen.exchange.papers.private_papers import is_inside
    from ppidgen.source.beside import repository_of

    if kind != PaperKind.TEST_SHEET:
        raise click.UsageError(
            _("Only the document {kind!r} has a working paper.").format(kind=PaperKind.TEST_SHEET.value)
        )
    repository = repository_of(folder)
    for path in (private, out):
        if is_inside(path, repository):
            why = _("{path} lies in the repository {repository}, which others read. Name a place outside it.")
            raise click.UsageError(why.format(path=path, repository=repository))


def _internal(paper: "Paper", private: Path, record: str) -> "Paper":
    """Put the working paper of a record behind its test sheet."""
    from ppidgen.exchange.papers.private_papers import read_private_test, with_working_paper
    from ppidgen.machine.faults import told

    place = private / f"{record}.yaml"
    if not place.is_file():
        raise click.UsageError(_("There is no working paper {path}; write it there first.").format(path=place))
    with told(os.fspath(place)):
        found = read_private_test(private, record)
    if found.value is None or found.findings:
        places = ", ".join(f"{one.span} ({one.code})" for one in found.findings)
        raise click.UsageError(_("The working paper cannot be used: {places}").format(places=places))
    return with_working_paper(paper, found.value)


def _known(record: str | None, known: tuple[str, ...], rejected: unread.Unread) -> str:
    """Give the id asked for, with or without the ending of its file; refuse one that no record has."""
    if record is None:
        raise click.UsageError(_("Say which record the document is about: ppidgen document KIND ID."))
    asked = record.removesuffix(".yaml").removesuffix(".md")
    if asked in known:
        return asked
    unread.refuse(asked, rejected)
    guess = nearest(asked, known)
    hint = _(" Did you mean {guess!r}?").format(guess=guess) if guess else ""
    raise click.UsageError(_("No record has the id {record!r}.").format(record=record) + hint)
