"""`ppidgen fingerprint`: by what copies of withheld files are recognised, ready for the register; nothing is kept."""

from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli import console, parameters


@parameters.verb("fingerprint", _("Write the fingerprints of withheld files, for the register of exemptions."))
@click.argument(
    "files", metavar=_("FILES"), nargs=-1, required=True, type=click.Path(path_type=Path),
    help=_("Withheld files, kept outside the portal folder."),
)  # fmt: skip
def command(files: tuple[Path, ...]) -> int:
    """Print the fingerprints as YAML."""
    from ppidgen.exchange.withheld import fingerprints_yaml
    from ppidgen.source.documents import look_once

    looked = [(file, look_once(file.absolute())) for file in files]
    found = [facts for _file, facts in looked if facts is not None]
    if found:
        console.result(fingerprints_yaml(found))
    missing = [str(file) for file, facts in looked if facts is None]
    if missing:
        console.tell(_("No file to read: {names}").format(names=", ".join(missing)))
    return 3 if missing else 0
