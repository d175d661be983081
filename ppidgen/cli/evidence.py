"""`ppidgen evidence`: a questionnaire answered from the portal, with the file behind each answer."""

import gc
import os
from datetime import date
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli import console, parameters
from ppidgen.cli.score import STANDARD


@parameters.verb("evidence", _("Write a questionnaire answered, with the document behind each answer."))
@parameters.portal_folder
@click.option(
    "--rubric",
    default=STANDARD,
    show_default=True,
    metavar=_("ID|FILE"),
    help=_("Edition that ships with the program, or a rubric in a YAML file."),
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar=_("FOLDER"),
    required=True,
    help=_("Folder to write; it must be empty or not exist yet."),
)
@parameters.as_of
def command(folder: Path, rubric: str, out: Path, as_of: date | None) -> int:
    """Make the pack."""
    gc.disable()  # as `check`
    from ppidgen import pipeline
    from ppidgen.assessment import assess
    from ppidgen.cli import scoring
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.exchange.evidence_pack import make_pack, write_pack
    from ppidgen.publish.faults import told

    options = pipeline.Options(day_of_judgement(folder, as_of))
    read = scoring.rubric_named(rubric, options.as_of)
    if read is None:
        return 1
    study = pipeline.read(folder, options)
    card = assess(study, read)
    with told(os.fspath(out)):
        pack = make_pack(card, study.context, folder, scoring.setting().words)
        write_pack(pack, out)
    console.result(_("Written: {folder} ({files}).").format(files=len(pack.files), folder=out) + "\n")
    for one in pack.covered:
        console.result(_("{name} is over 2 MB: a cover page stands for it.").format(name=one.name) + "\n")
    console.result(scoring.setting().words("no_screenshot") + "\n")
    return 0
