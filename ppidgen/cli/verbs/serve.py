"""`ppidgen serve`: see the portal while it is written; every save is built and shown at once."""

import asyncio
import gc
import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ppidgen.cli import console, local_server, parameters, stopping

if TYPE_CHECKING:
    from ppidgen.cli.preview import Preview, State

EXTRA = ("starlette", "uvicorn", "watchfiles")

_HIGHEST_PORT = 65_535
_QUIET_MS = 20  # editors write a file in several steps
_PATIENCE_MS = 100
# Looking through all pages and making the search index take seconds; they wait until nobody has saved for a while.
_IDLE = 1.5  # seconds


@parameters.verb("serve", _("Show the portal in the browser; every save is shown at once."))
@parameters.portal_folder
@click.option(
    "--port",
    type=parameters.WholeNumber(_HIGHEST_PORT),
    default=8000,
    show_default=True,
    metavar=_("PORT"),
    help=_("Port to listen at."),
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar=_("ADDRESS"),
    help=_("Address to listen at; the standard one is reached from this machine only."),
)
@click.option("--open", "is_opened", is_flag=True, help=_("Open the browser."))
@parameters.as_of
@parameters.theme
def command(*, folder: Path, port: int, host: str, is_opened: bool, as_of: date | None, theme: Path | None) -> int:
    """Serve a preview until it is stopped."""
    local_server.need_extra(*EXTRA)
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.cli.preview import Preview
    from ppidgen.options import Options

    def options() -> Options:
        return Options(day_of_judgement(folder, as_of), theme=theme, processes=1)

    gc.disable()  # while somebody waits; it is a third of every reading (0.34 s to 0.21 s at 2,000 entries)
    with local_server.listener(host, port) as listener:
        preview = Preview(folder, options)
        preview.show(preview.read())
        address = f"http://{host}:{listener.getsockname()[1]}{preview.state.base_path}"
        console.result(_("Preview: {address} (Ctrl+C ends it)").format(address=address) + "\n")
        _tell(preview)
        if is_opened:
            webbrowser.open(address)
        asyncio.run(_serve(preview, host, listener))
    return 0


async def _serve(preview: "Preview", host: str, listener: socket.socket) -> None:
    import uvicorn

    config = uvicorn.Config(
        preview.application(host), log_level="warning", access_log=False, lifespan="off", timeout_graceful_shutdown=1
    )
    local_server.ignore_broken_requests()
    server = uvicorn.Server(config)
    asyncio.get_running_loop().set_exception_handler(_not_told)
    watching = asyncio.create_task(_watch(preview))
    serving = asyncio.create_task(server.serve([listener]))
    # Should the watcher fail, the preview must not stand there and show old pages as new.
    await asyncio.wait({watching, serving}, return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    watching.cancel()
    await serving
    with suppress(asyncio.CancelledError):
        await watching


def _not_told(loop: asyncio.AbstractEventLoop, what: dict[str, Any]) -> None:
    """Tell what nobody waited for, except a task that was ended because the preview was asked to stop."""
    if not stopping.code():
        loop.default_exception_handler(what)


async def _watch(preview: "Preview") -> None:
    """Read after every save; what takes longer is done aside, and gives way to the next save."""
    from watchfiles import awatch

    content, theme = preview.folder / parameters.CONTENT, preview.theme_folder.resolve()
    aside = asyncio.create_task(_do_aside(preview))
    try:
        while True:
            watched = _number_of(content)
            async for changes in awatch(content, theme, debounce=_PATIENCE_MS, step=_QUIET_MS):
                preview.hurry()
                aside.cancel()
                is_theme_changed = any(Path(path).is_relative_to(theme) for _change, path in changes)
                preview.show(await asyncio.to_thread(preview.read, is_theme_changed=is_theme_changed))
                aside = asyncio.create_task(_do_aside(preview))
                _tell(preview)
                if _number_of(content) != watched:
                    break  # a folder takes the watch on it along, though another comes in its place
            while _number_of(content) is None:  # noqa: ASYNC110 - nothing tells of a folder that is not there yet
                await asyncio.sleep(_IDLE)
            aside.cancel()
            aside = asyncio.create_task(_do_aside(preview, preview.read))  # once it is watched again
    finally:
        preview.hurry()
        aside.cancel()


def _number_of(folder: Path) -> int | None:
    """Give the file system's number of a folder, None where there is none."""
    try:
        return folder.stat().st_ino
    except OSError:
        return None


async def _do_aside(preview: "Preview", *first: "Callable[[], State]") -> None:
    """Do what takes longer once it has been quiet for a while, and before that what comes `first`."""
    await asyncio.sleep(_IDLE)
    left = [*first, *_aside(preview)]
    while left:
        faults = preview.state.faults
        preview.show(await asyncio.to_thread(left.pop(0)))
        if preview.state.faults != faults:
            left = _aside(preview)
            _tell(preview)


def _aside(preview: "Preview") -> "list[Callable[[], State]]":
    """Give what remains to be done while nobody saves; with faults there is nothing to look through."""
    return [preview.tidy] if preview.state.faults else [preview.audit, preview.index, preview.tidy]


def _tell(preview: "Preview") -> None:
    console.tell(preview.state.faults or preview.summary)
