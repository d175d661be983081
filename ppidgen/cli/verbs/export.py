"""`ppidgen export`: write the registers as tables, in the layout of the law's annexes."""

from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli import console, language, parameters


@parameters.verb(
    "export",
    _("Write the registers as XLSX and CSV. The layout is that of the law's annexes."),
)
@parameters.portal_folder
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar=_("FOLDER"),
    required=True,
    help=_("Folder for the tables; tables of an earlier export in it are replaced."),
)
@click.option(
    "--internal",
    is_flag=True,
    help=_("Include internal fields in register/, such as testers and names of withheld files; not to be passed on."),
)
def command(*, folder: Path, out: Path, internal: bool) -> int:
    """Export what the public may know, or all; with an error nothing is written, or entries would be missing unseen."""
    from ppidgen import pipeline
    from ppidgen.cli import telling
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.exchange.export import export_files
    from ppidgen.machine import whole
    from ppidgen.model.public.whole import public_portal
    from ppidgen.options import Options
    from ppidgen.reading.study import read_portal

    options = Options(day_of_judgement(folder, None))
    study = read_portal(folder, options)
    if not telling.tell_errors(pipeline.Outcome(study, study.findings), options, folder):
        return 1
    portal = study.context.portal if internal else public_portal(study.context.portal)
    files = export_files(portal, options.as_of, language.current())
    whole.put_below(out, files.items())
    for name in files:
        console.result(f"{out / name}\n")
    return 0
