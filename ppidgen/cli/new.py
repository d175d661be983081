"""`ppidgen new`: begin a portal that can be checked and built at once."""

import os
import shutil
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli import console, parameters
from ppidgen.model.vocabulary import Profile

DATA = Path(__file__).resolve().parent.parent / "data"
SEEDS = DATA / "mula"
COMMON = "umum"

# Kept under names without a dot: a `.gitignore` here would rule over our own repository.
FITTINGS = {
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "gitlab-ci.yml": ".gitlab-ci.yml",
    "github-periksa.yml": ".github/workflows/periksa.yml",
    "github-terbitkan.yml": ".github/workflows/terbitkan.yml",
}


@parameters.verb("new", _("Begin a portal in a new or empty folder."))
@click.argument("folder", metavar=_("FOLDER"), type=click.Path(path_type=Path), help=_("Folder of the new portal."))
@click.option(
    "--profile",
    type=click.Choice([profile.value for profile in Profile]),
    required=True,
    help=_("Kind of public body to begin from."),
)
def command(folder: Path, profile: str) -> int:
    """Lay out a new portal."""
    from ppidgen.cli.schema import write_editor_files
    from ppidgen.publish.faults import told

    if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(_("{folder} is not empty; name a folder that does not exist yet.").format(folder=folder))
    files = dict(_files(profile))
    with told(os.fspath(folder)):
        for path, source in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, folder / path)
    write_editor_files(folder)
    console.result(_("A new portal stands in {folder}. Go on with:").format(folder=folder) + "\n")
    console.result(f"  cd {folder}\n  ppidgen check\n  ppidgen serve\n")
    return 0


def _files(profile: str) -> Iterator[tuple[str, Path]]:
    """Give each file of the new portal with its source; what a profile brings wins over what all have in common."""
    for seed in (SEEDS / COMMON, SEEDS / profile):
        for source in sorted(seed.rglob("*")):
            if source.is_file():
                yield source.relative_to(seed).as_posix(), source
    for name, place in FITTINGS.items():
        yield place, DATA / "kelengkapan" / name
