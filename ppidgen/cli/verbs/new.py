"""`ppidgen new`: begin a portal that can be checked and built at once."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli import console, drafting, parameters
from ppidgen.model.days.today import BODY_FILES
from ppidgen.model.elements.vocabulary import Profile

DATA = Path(__file__).resolve().parents[2] / "data"
SEEDS = DATA / "mula"
COMMON = "umum"
_TYPED_BARE = re.compile(r"[\w./\\:-]+\Z")

# Kept under names without a dot: a `.gitignore` here would rule over our own repository.
FITTINGS = {
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "gitlab-ci.yml": ".gitlab-ci.yml",
    "github-periksa.yml": ".github/workflows/periksa.yml",
    "github-komentari.yml": ".github/workflows/komentari.yml",
    "github-terbitkan.yml": ".github/workflows/terbitkan.yml",
}


@parameters.verb("new", _("Begin a portal in a new or empty folder, or draft an entry of the DIP."))
@click.argument(
    "folder",
    metavar=_("FOLDER"),
    type=click.Path(path_type=Path),
    help=_("Folder of the new portal; with --from the word dip."),
)
@click.option(
    "--profile",
    type=click.Choice([profile.value for profile in Profile]),
    help=_("Kind of public body to begin from."),
)
@click.option(
    "--from",
    "source",
    metavar="dik/ID",
    help=_("Draft an entry of the DIP from an exemption that is over: ppidgen new dip --from dik/ID"),
)
@parameters.as_of
@click.option(
    "--dir",
    "portal",
    metavar=_("FOLDER"),
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help=_("Folder of the portal for --from; the current folder when left out."),
)
def command(*, folder: Path, profile: str | None, source: str | None, as_of: date | None, portal: Path) -> int:
    """Lay out a new portal, or draft an entry into one."""
    if source is not None:
        return drafting.draft(str(folder), source, portal, as_of)
    if profile is None:
        context = click.get_current_context()
        wanted = next(one for one in context.command.params if one.name == "profile")
        raise click.MissingParameter(ctx=context, param=wanted)
    return _begin(folder, profile)


def _begin(folder: Path, profile: str) -> int:
    from ppidgen.cli.verbs.schema import write_editor_files
    from ppidgen.machine import whole
    from ppidgen.machine.faults import told

    if not whole.is_free(folder):
        raise click.UsageError(_("{folder} is not empty; name a folder that does not exist yet.").format(folder=folder))
    with told(os.fspath(folder)), whole.staged(folder) as stage:
        for path, source in dict(_files(profile)).items():
            (stage / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, stage / path)
        write_editor_files(stage)
    console.result(_("A new portal stands in {folder}. Go on with:").format(folder=folder) + "\n")
    console.result(f"  cd {_typed(folder)}\n  ppidgen check\n  ppidgen serve\n")
    samples = _(
        "Names, addresses, officers and entries in it are samples: README.md tells in what order to replace them."
    )
    console.result(f"{samples}\n")
    return 0


def _typed(folder: Path) -> str:
    """Give a path as it is typed: what a shell would read otherwise stands in the marks that each of them knows."""
    return str(folder) if _TYPED_BARE.match(str(folder)) else f'"{folder}"'


def speaks_for_a_sample(folder: Path) -> bool:
    """Say whether a portal still is that of the sample body with which it began, to the letter."""
    samples = {source.read_bytes() for name in BODY_FILES for source in SEEDS.glob(f"*/{name}")}
    with suppress(OSError):
        return any((folder / name).read_bytes() in samples for name in BODY_FILES if (folder / name).is_file())
    return False


def _files(profile: str) -> Iterator[tuple[str, Path]]:
    """Give each file of the new portal with its source; what a profile brings wins over what all have in common."""
    for seed in (SEEDS / COMMON, SEEDS / profile):
        for source in sorted(seed.rglob("*")):
            if source.is_file():
                yield source.relative_to(seed).as_posix(), source
    for name, place in FITTINGS.items():
        yield place, DATA / "kelengkapan" / name
