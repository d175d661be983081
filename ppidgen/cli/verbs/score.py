"""`ppidgen score`: how complete the portal is by a rubric, on what evidence, and what to do next."""

from gettext import gettext as _
from typing import Unpack

import click

from ppidgen.cli import console, parameters
from ppidgen.cli.score_wishes import Wishes

# The keys of the formats, written out so that --help need not load the whole chapter.
FORMATS = ("text", "json", "markdown", "html", "xlsx", "csv", "junit")
# Several scores at once are a table; a report of tests is about one.
IN_ROWS = ("text", "json", "markdown", "html", "xlsx", "csv")
SPANS = ("tags", "months", "commits")
_HIGHEST = 1000
_MOST_ROWS = 9999


@parameters.verb("score", _("Score the portal by a rubric: an estimate of your own, not the commission's."))
@parameters.portal_folder
@parameters.rubric
@parameters.as_of
@click.option("--at", "revision", metavar=_("REVISION"), help=_("Score the portal as this commit had it, on its day."))
@click.option("--unit", metavar="ID", help=_("Score one unit and those below it."))
@click.option("--per-unit", is_flag=True, help=_("Score each unit, side by side."))
@parameters.written_as(FORMATS, _("How to write the score."))
@parameters.text_file
@click.option(
    "--min",
    "least",
    type=parameters.WholeNumber(_HIGHEST),
    metavar=_("NUMBER"),
    help=_("End with code 1 when the recorded total is lower."),
)
@click.option(
    "--target",
    type=parameters.WholeNumber(_HIGHEST),
    metavar=_("NUMBER"),
    help=_("Tell the cheapest path to this recorded total."),
)
@click.option(
    "--trend",
    "span",
    type=click.Choice(SPANS),
    help=_("Score every tag, the last commit of every month, or every commit that changed the content."),
)
@click.option(
    "--last",
    "newest",
    type=parameters.WholeNumber(_MOST_ROWS),
    metavar=_("NUMBER"),
    help=_("With --trend: only so many of the newest."),
)
@click.option(
    "--compare", "pair", nargs=2, metavar=_("REVISION REVISION"), help=_("Say which points moved between two commits.")
)
@click.option("--equal-weights", is_flag=True, help=_("Let unknown weights weigh alike; the result says so."))
@parameters.theme
@click.option("--network", is_flag=True, help=_("Try links to other sites; without it they count as not checked."))
def command(**wishes: Unpack[Wishes]) -> int:
    """Score the portal in a folder."""
    from ppidgen.cli import scoring

    in_the_past = (wishes["revision"], wishes["span"], wishes["pair"])
    if sum(map(bool, (*in_the_past, wishes["per_unit"], wishes["target"] is not None, wishes["unit"]))) > 1:
        raise click.UsageError(_("Choose one of --at, --unit, --per-unit, --target, --trend and --compare."))
    if wishes["newest"] is not None and not wishes["span"]:
        raise click.UsageError(_("--last goes with --trend."))
    if wishes["network"] and any(in_the_past):
        raise click.UsageError(_("--network tells of links today; it does not go with --at, --trend or --compare."))
    in_rows = wishes["span"] or wishes["pair"] or wishes["per_unit"] or wishes["target"] is not None
    if in_rows and wishes["form"] not in IN_ROWS:
        told = _("{form} is for one score; several at once, or a path, are written as {forms}.")
        raise click.UsageError(told.format(form=wishes["form"], forms=", ".join(IN_ROWS)))
    progress = console.ProgressLine()
    try:
        return scoring.answer(wishes, progress)
    finally:
        progress.clear()
