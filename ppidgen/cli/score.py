"""`ppidgen score`: how complete the portal is by a rubric, on what evidence, and what to do next."""

import gc
from datetime import date
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli import console, parameters

# The keys of report.SCORE_FORMATS, written out so that --help need not load the whole chapter.
FORMATS = ("text", "json")
STANDARD = "perki-1-2021"
_HIGHEST = 1000


@parameters.verb("score", _("Score the portal by a rubric: an estimate of your own, not the commission's."))
@parameters.portal_folder
@click.option(
    "--rubric",
    default=STANDARD,
    show_default=True,
    metavar=_("ID|FILE"),
    help=_("Edition that ships with the program, or a rubric in a YAML file."),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help=_("How to write the score."),
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar=_("FILE"),
    help=_("Write the score to this file, not to the terminal."),
)
@click.option(
    "--min",
    "least",
    type=parameters.WholeNumber(_HIGHEST),
    metavar=_("NUMBER"),
    help=_("End with code 1 when the recorded total is lower."),
)
@click.option("--equal-weights", is_flag=True, help=_("Let unknown weights weigh alike; the result says so."))
@parameters.as_of
def command(
    folder: Path,
    rubric: str,
    form: str,
    output: Path | None,
    least: int | None,
    *,
    equal_weights: bool,
    as_of: date | None,
) -> int:
    """Score the portal in a folder."""
    gc.disable()  # as `check`
    from ppidgen import assessment, pipeline
    from ppidgen.cli import scoring
    from ppidgen.cli.moment import day_of_judgement

    progress = console.ProgressLine()
    options = pipeline.Options(day_of_judgement(folder, as_of), progress=progress)
    read = scoring.rubric_named(rubric, options.as_of)
    if read is None:
        return 1
    try:
        study = pipeline.read(folder, options)
    finally:
        progress.clear()
    card = assessment.assess(study, read, equal_weights=equal_weights)
    scoring.publish(card, form, output)
    if least is not None and card.recorded.value < least:
        scoring.tell_shortfall(card, least)
        return 1
    return 0
