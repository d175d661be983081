"""`ppidgen export`: write the registers as tables, in the layout of the law's annexes."""

import os
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli import console, language, parameters


@parameters.verb(
    "export",
    _(
        "Write the registers as XLSX and CSV. The layout is that of the law's annexes."
        " What lies in register/ is for officers: it holds internal fields too."
    ),
)
@parameters.portal_folder
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar=_("FOLDER"),
    required=True,
    help=_("Folder for the tables; tables of an earlier export in it are replaced."),
)
def command(folder: Path, out: Path) -> int:
    """Export the portal in a folder; with an error nothing is written, or entries would be missing unseen."""
    from ppidgen import pipeline
    from ppidgen.cli import telling
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.exchange.export import export_files, write_export
    from ppidgen.publish.faults import told

    options = pipeline.Options(day_of_judgement(folder, None))
    study = pipeline.read(folder, options)
    if not telling.tell_errors(pipeline.Outcome(study, study.findings), options, folder):
        return 1
    with told(os.fspath(out)):
        for name in write_export(export_files(study.context.portal, language.current()), out):
            console.result(f"{out / name}\n")
    return 0
