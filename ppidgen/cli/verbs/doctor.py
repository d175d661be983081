"""`ppidgen doctor`: say whether this machine has what the program needs, and what helps where it has not."""

from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli import console, parameters

LACKING = 3


@parameters.verb("doctor", _("Say whether this machine has what ppidgen needs."))
@click.argument(
    "folder",
    metavar=f"[{_('FOLDER')}]",
    required=False,
    default=Path(),
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help=_("Folder in which portals are to be published; the current folder when left out."),
)
def command(folder: Path) -> int:
    """Examine this machine."""
    from ppidgen.cli.examination import Verdict, examine

    marks = {Verdict.FINE: _("fine"), Verdict.OPTIONAL: _("optional"), Verdict.MISSING: _("MISSING")}
    width = max(map(len, marks.values()))
    is_lacking = False
    for answer in examine(folder):
        is_lacking |= answer.verdict is Verdict.MISSING
        console.result(f"{marks[answer.verdict]:<{width}}  {answer.subject}: {answer.found}\n")
        if answer.help:
            console.result(f"{'':<{width}}  {answer.help}\n")
    console.result(
        _("Something is missing, see above.") + "\n" if is_lacking else _("Everything needed is there.") + "\n"
    )
    return LACKING if is_lacking else 0
