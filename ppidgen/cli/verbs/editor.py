"""`ppidgen editor`: edit the registers in a browser, on this machine or published beside the portal."""

from collections.abc import Mapping
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli import console, local_server, parameters
from ppidgen.exchange.editor.configuration import NOWHERE, Forge, Repository

_HIGHEST_PORT = 65_535


@parameters.verb("editor", _("Edit the registers with forms in the browser."))
@parameters.portal_folder
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar=_("FOLDER"),
    help=_("Write the editor to this folder, to be published; left out, it is shown on this machine."),
)
@click.option(
    "--forge",
    type=click.Choice([forge.value for forge in Forge]),
    default=Forge.GITHUB.value,
    show_default=True,
    help=_("Where the repository lives."),
)
@click.option("--repository", metavar=_("OWNER/NAME"), default="", help=_("Repository that the editor saves to."))
@click.option("--branch", metavar=_("BRANCH"), default="main", show_default=True, help=_("Branch that it saves to."))
@click.option(
    "--sign-in",
    metavar=_("ADDRESS"),
    default="",
    callback=parameters.address,
    help=_("Address of the sign-in service; left out, editors sign in with an access token."),
)
@click.option(
    "--port",
    type=parameters.WholeNumber(_HIGHEST_PORT),
    default=8010,
    show_default=True,
    metavar=_("PORT"),
    help=_("Port to listen at."),
)
def command(
    *, folder: Path, out: Path | None, forge: str, repository: str, branch: str, sign_in: str, port: int
) -> int:
    """Make the editor of a portal."""
    if out is not None and not repository:
        raise click.UsageError(_("An editor that is published needs a repository: --repository OWNER/NAME."))
    from ppidgen.machine import whole

    target = Repository(Forge(forge), repository or NOWHERE, branch, sign_in)
    files = _files(folder, target)
    if out is None:
        return _show(files, port)
    whole.put_below(out, files.items())
    console.result(_("The editor stands in {folder}; publish it beside the portal.").format(folder=out) + "\n")
    return 0


def _files(folder: Path, repository: Repository) -> Mapping[str, bytes]:
    from ppidgen.exchange.editor.configuration import configuration, editor_files
    from ppidgen.source import files

    paths = sorted(files.read_tree(folder).value.files)
    return editor_files(configuration(paths, repository, _("Editor of the PPID portal")))


def _show(files: Mapping[str, bytes], port: int) -> int:
    local_server.need_extra("starlette", "uvicorn")
    with local_server.listener("127.0.0.1", port) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        console.result(_("Editor: {address} (Ctrl+C ends it)").format(address=address) + "\n")
        console.result(_('Choose "Buka folder di komputer ini" in Chrome or Edge, then the portal\'s folder.') + "\n")
        console.result(_("A file that is saved there keeps its content but loses its comments (#).") + "\n")
        local_server.serve(files, listening)
    return 0
