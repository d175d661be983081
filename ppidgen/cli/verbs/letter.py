"""`ppidgen letter`: make a letter from a case; who asked is filled in by hand or from a file outside the portal."""

from collections.abc import Mapping
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ppidgen.cli import language, parameters, unread
from ppidgen.cli.output import put
from ppidgen.diagnostics.nearest import nearest

if TYPE_CHECKING:
    from ppidgen.exchange.papers.letters import Unfit
    from ppidgen.model.records.applicant import Applicant
    from ppidgen.model.records.cases import Case

# The values of LetterKind, written out so that --help need not load the model.
KINDS = ("receipt", "incomplete", "extension", "notification", "refusal", "objection-reply")


@parameters.verb("letter", _("Make a letter from a case: receipt, extension, notice, refusal and others."))
@click.argument("case_id", metavar=_("CASE"), help=_("Id of the case, such as 2026/p-001."))
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    required=True,
    help=_(
        "Which letter: receipt, incomplete, extension (more time), notification (answer), refusal, or objection-reply."
    ),
)
@parameters.written_as(parameters.PAPER_FORMATS, _("PDF or DOCX, also in large print (18 points)."), "pdf")
@click.option(
    "--private",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar=_("FILE"),
    help=_("File outside the portal with the applicant's name and address; it is read and not kept."),
)
@parameters.out_file(_("File to write; an earlier one is replaced."), required=True)
@parameters.as_of
@parameters.portal_option
def command(
    *, case_id: str, kind: str, form: str, private: Path | None, out: Path, as_of: date | None, folder: Path
) -> int:
    """Make one letter."""
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.exchange.papers.letters import Unfit, letter
    from ppidgen.exchange.papers.rendering import rendered
    from ppidgen.model.standing.case_state import LetterKind
    from ppidgen.options import Options
    from ppidgen.reading.study import read_portal

    _refuse_inside(private, out, folder)
    applicant = _applicant(private, folder)
    context = read_portal(folder, Options(day_of_judgement(folder, as_of))).context
    case = _case(case_id, {one.id: one for one in context.portal.cases}, context.portal.rejected)
    try:
        paper = letter({one.value: one for one in LetterKind}[kind], context, case, applicant)
    except Unfit as fault:
        raise click.UsageError(_unfit(fault, case)) from None
    put(rendered(paper, form), out, context.portal)
    return 0


def _refuse_inside(private: Path | None, out: Path, folder: Path) -> None:
    """Refuse to put a letter with an applicant's identity into the portal, which others can read."""
    if private is not None and out.resolve().is_relative_to(folder.resolve()):
        told = _("A letter with an applicant's identity must lie outside the portal: {path}")
        raise click.BadParameter(told.format(path=out), param_hint="'--out'")


def _applicant(private: Path | None, folder: Path) -> "Applicant":
    from ppidgen.exchange.applicants import NotUsed, read_applicant
    from ppidgen.model.records.applicant import Applicant

    if private is None:
        return Applicant()
    try:
        return read_applicant(private, folder)
    except NotUsed as fault:
        raise click.BadParameter(_reason(fault.reason, fault.data), param_hint="'--private'") from None


def _reason(reason: str, data: "Mapping[str, str]") -> str:
    from ppidgen.source.refused import said

    told = {
        "inside": _("The file lies inside the portal, where others can read it; keep it elsewhere."),
        "refused": _("The file cannot be read: {why}."),
        "text": _("The file is not sound YAML at line {line}."),
        "key": _("These keys are unknown or not sound: {keys}. Known: {known}."),
    }
    return told[reason].format(**said(data, language.current()))


def _case(case_id: str, known: "dict[str, Case]", rejected: unread.Unread) -> "Case":
    asked = case_id.removesuffix(".yaml")
    if asked in known:
        return known[asked]
    unread.refuse(asked, rejected)
    guess = nearest(asked, known)
    hint = _(" Did you mean {guess!r}?").format(guess=guess) if guess else ""
    raise click.UsageError(_("No case has the id {case!r}.").format(case=case_id) + hint)


def _unfit(fault: "Unfit", case: "Case") -> str:
    from ppidgen.model.elements.fields import key_of

    told = (
        _("This letter does not fit the case {case!r}: {letter}.").format(case=case.id, letter=fault.kind.label) + " "
    )
    if fault.needed not in type(case).model_fields:
        return told + _("It is written for another kind of case; this one is: {kind}.").format(kind=case.kind)
    key, given = key_of(type(case), fault.needed), getattr(case, fault.needed)
    if given is None:
        return told + _("First fill in the key '{key}'.").format(key=key)
    return told + _("The key '{key}' says '{given}'.").format(key=key, given=given)
