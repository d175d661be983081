"""`ppidgen guide`: step by step, how to publish a portal and how to work with it on one's machine."""

from gettext import gettext as _

import click

from ppidgen.cli import console, parameters
from ppidgen.source import package_data

FOLDER = "panduan"
ENDING = ".md"


def guides() -> dict[str, str]:
    """Give the shipped file of each guide by its name."""
    return {name.removeprefix(f"{FOLDER}/").removesuffix(ENDING): name for name in package_data.names(FOLDER)}


@parameters.verb("guide", _("Read a guide to publishing; without a name, see which there are."))
@click.argument("name", metavar=_("[NAME]"), required=False, help=_("Name of the guide."))
def command(name: str | None) -> int:
    """Print a guide, or the list of them."""
    known = guides()
    if name is None:
        for one, place in known.items():
            title = package_data.read_text(place).partition("\n")[0].removeprefix("# ")
            console.shipped(f"{one:<20}{title}\n")
        return 0
    found = known.get(name.lower())
    if found is None:
        raise click.UsageError(
            _("There is no guide {name!r}; there are: {names}").format(name=name, names=", ".join(known))
        )
    console.shipped(package_data.read_text(found))
    return 0
