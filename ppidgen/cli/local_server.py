"""EDGE: what every verb that shows something in the browser needs: the packages, a place to listen, a small server."""

import errno
import logging
import mimetypes
import socket
from collections.abc import Mapping
from gettext import gettext as _
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from ppidgen.cli import language
from ppidgen.cli.installing import command_for
from ppidgen.machine.faults import reason_of
from ppidgen.source.refused import in_words

if TYPE_CHECKING:
    from starlette.applications import Starlette

LOOPBACK = ("localhost", "127.0.0.1")  # a page elsewhere may lead its own name here, and would be of our origin
# What no page of ours needs from a browser is not asked of it.
HEADERS: Mapping[str, str] = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}

_LOG_OF_SERVER = "uvicorn.error"


class Refused(click.ClickException):
    """What this machine lacks or refuses, in one sentence."""

    exit_code = 3


def need_extra(*packages: str) -> None:
    """Refuse when a package of the extra `serve` is not installed, and say how to get it."""
    missing = [name for name in packages if find_spec(name) is None]
    if missing:
        told = _("The preview needs packages that are not installed ({names}). From the folder of ppidgen: {command}")
        raise Refused(told.format(names=", ".join(missing), command=command_for("serve")))


def listener(host: str, port: int) -> socket.socket:
    """Listen at a port of this machine."""
    try:
        return socket.create_server((host, port), backlog=128)
    except OSError as error:
        told = (
            _("Port {port} is already in use by another program. Choose another port, for instance --port {other}.")
            if error.errno == errno.EADDRINUSE
            else _("Cannot listen at {host} port {port}: {reason}. Choose another port, for instance --port {other}.")
        )
        other = port % 60_000 + 1
        raise Refused(
            told.format(host=host, port=port, reason=in_words(reason_of(error), language.current()), other=other)
        ) from None


def ignore_broken_requests() -> None:
    """Let the server tell nothing of requests that are none: a browser that tries https first sends such ones.

    It tells of each in English, and of one behind a whole request with a traceback of its own.
    """
    logging.getLogger(_LOG_OF_SERVER).addFilter(_is_of_ours)


def _is_of_ours(record: logging.LogRecord) -> bool:
    fault = record.exc_info[0] if record.exc_info else None
    is_broken = record.levelno == logging.WARNING or (fault is not None and fault.__module__.startswith("h11"))
    return not is_broken


def application(files: Mapping[str, bytes]) -> "Starlette":
    """Make the web application that answers with files from memory, a folder with its index.html."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    def answer(request: Request) -> Response:
        path = request.path_params["path"] or "index.html"
        if path not in files:
            return Response(status_code=404)
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        return Response(files[path], media_type=kind, headers=dict(HEADERS))

    return Starlette(
        routes=[Route("/{path:path}", answer)],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(LOOPBACK))],
    )


def serve(files: Mapping[str, bytes], listening: socket.socket) -> None:
    """Serve files from memory to this machine until the program is stopped."""
    import uvicorn

    config = uvicorn.Config(application(files), log_level="warning", access_log=False, lifespan="off")
    ignore_broken_requests()
    uvicorn.Server(config).run(sockets=[listening])
