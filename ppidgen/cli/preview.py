"""EDGE: the preview: shows a portal as a web server would, and tells browsers of every save.

The pages are those that would be published. One tag is put in while they are served: a script of our own,
from our own address, so that the policy of the pages (CSP) holds unchanged and is also sent as a header.
"""

import asyncio
import gc
import html
import os
import re
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, replace
from functools import partial
from gettext import gettext as _
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

import orjson
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from ppidgen import pipeline
from ppidgen.cli import console, language, telling
from ppidgen.cli.local_server import LOOPBACK
from ppidgen.cli.on_demand import Made, Site
from ppidgen.diagnostics import MachineFault, Severity
from ppidgen.machine.processes import in_background, is_several
from ppidgen.making.rendering import path_of
from ppidgen.options import Options
from ppidgen.reading.memory import Readings
from ppidgen.reading.study import read_portal
from ppidgen.report.summary import summary
from ppidgen.source.caches.cache_file import CACHE
from ppidgen.theme.load import Theme, load

PREFIX = "/_ppidgen/"
OWN = Path(__file__).resolve().parent.parent / "data" / "preview"
FRESH = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
LASTING = {**FRESH, "Cache-Control": "max-age=31536000, immutable"}  # so that a reload fetches the page alone

_POLICY = re.compile(rb"<meta[^>]+Content-Security-Policy[^>]+content=\"([^\"]+)\"", re.IGNORECASE)
_OWN_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
_KEPT_ALIVE = 15.0


@dataclass(frozen=True, slots=True)
class State:
    """What the browser is told: which build it should show, and what kept the newest one from being made."""

    version: str = ""
    faults: str = ""
    base_path: str = "/"

    def event(self) -> bytes:
        """Write the state as a server-sent event."""
        return b"data: " + orjson.dumps(self._told()) + b"\n\n"

    def page(self) -> bytes:
        """Write the page that stands in for a portal not made yet: what is wrong, and that a save replaces it."""
        own = {"next": _("Mend what is named below and save; the portal then appears here by itself.")}
        told = {name: html.escape(text) for name, text in (self._told() | own).items()}
        return Template((OWN / "waiting.html").read_text(encoding="utf-8")).substitute(told).encode()

    def _told(self) -> dict[str, str]:
        title = _("This save cannot be published yet.")
        return {"version": self.version, "faults": self.faults, "title": title, "language": language.current()}


class _SupersededError(Exception):
    """Somebody saved while something was done that can wait."""


class Preview:
    """One portal under preview: its newest state, and the browsers that wait for the next."""

    def __init__(self, folder: Path, options: Callable[[], Options]) -> None:
        self.folder = folder
        self.state = State()
        self.site: Site | None = None
        self.summary = ""
        self._unmade = ""  # why a page of the site could not be made, though nothing is wrong with the registers
        self._options = options
        self._memory = Readings()
        self._theme: Theme | None = None
        self._saves = 0
        self._working = threading.Lock()  # what is remembered is nobody's but one reading's
        self._hurried = threading.Event()
        self._waiting: set[asyncio.Queue[State]] = set()

    @property
    def theme_folder(self) -> Path:
        """Give the folder of the theme."""
        return self._options().theme_folder

    def read(self, *, is_theme_changed: bool = False) -> State:
        """Read the portal after a save; with an error the pages before stay and the state says what is wrong."""
        return self._unless_refused(lambda: self._read(is_theme_changed=is_theme_changed))

    def hurry(self) -> None:
        """Let what can wait give way, up to the next reading: somebody saved, or the program ends."""
        self._hurried.set()

    def audit(self) -> State:
        """Look through all pages, as a build does before it publishes: broken links show up only there."""
        return self._unless_refused(self._audit)

    def index(self) -> State:
        """Make the search index of the pages shown."""
        return self._unless_refused(self._make_index)

    def tidy(self) -> State:
        """Clear away what earlier readings left behind; the collector is off while anybody waits."""
        gc.collect()
        return self.state

    def _read(self, *, is_theme_changed: bool) -> State:
        self._hurried.clear()
        options = self._options()
        study = read_portal(self.folder, options, self._memory)
        faults, self.summary = self._told(pipeline.Outcome(study, study.findings), options)
        if faults:
            return replace(self.state, faults=faults)
        if self._theme is None or is_theme_changed:
            self._theme = load(options.theme_folder)
        self.site = Site(self.folder, study.public, self._theme, self.site)
        self._unmade = ""
        self._saves += 1
        return State(f"{os.getpid()}-{self._saves}", "", urlsplit(study.context.base_url).path or "/")

    def _audit(self) -> State:
        options = replace(self._options(), progress=self._give_way)
        look = partial(self._looked_through, options)
        if is_several(options.processes):  # in one of its own, which a save ends: some steps take seconds
            with in_background(lambda: [look()], self._unless_hurried) as looked:
                faults, self.summary = looked()
        else:
            faults, self.summary = look()
        return replace(self.state, faults=faults or self._unmade)

    def _looked_through(self, options: Options) -> tuple[str, str]:
        return self._told(pipeline.check(self.folder, options, self._memory), options)

    def _make_index(self) -> State:
        if self.site is not None:
            self.site.make_index(self.folder / CACHE, self._give_way)
        return self.state

    def _told(self, outcome: pipeline.Outcome, options: Options) -> tuple[str, str]:
        """Give the errors as the terminal shows them, "" when there are none, and the sum of all that was found."""
        diagnostics = telling.diagnostics_of(outcome, options)
        errors = telling.errors_written(diagnostics, self.folder) if diagnostics.at_least(Severity.ERROR) else ""
        return errors, summary(diagnostics, telling.setting(self.folder).words)

    def _unless_refused(self, work: Callable[[], State]) -> State:
        """Do some work; what the machine cannot do is told in the browser too, what had to give way changes nothing."""
        with self._working:
            try:
                return work()
            except MachineFault as fault:
                return replace(self.state, faults=telling.sentence(fault))
            except BrokenExecutor:  # the system ended a process of ours: it had no memory left
                return replace(self.state, faults=telling.sentence(MachineFault("MSN018")))
            except _SupersededError:
                return self.state

    def _give_way(self, stage: str, _done: int, _all: int) -> None:
        """End what can wait; a reading is always ended, for the next begins with what it remembers."""
        if stage != "read":
            self._unless_hurried()

    def _unless_hurried(self) -> None:
        if self._hurried.is_set():
            raise _SupersededError

    def show(self, state: State) -> None:
        """Tell every browser of a new state."""
        self.state = state
        for queue in self._waiting:
            queue.put_nowait(state)

    async def events(self) -> AsyncIterator[bytes]:
        """Give the state now and at every change; a comment in between keeps the line open."""
        queue: asyncio.Queue[State] = asyncio.Queue()
        self._waiting.add(queue)
        try:
            yield self.state.event()
            while True:
                try:
                    yield (await asyncio.wait_for(queue.get(), _KEPT_ALIVE)).event()
                except TimeoutError:
                    yield b":\n\n"
        finally:
            self._waiting.discard(queue)

    def application(self, host: str) -> Starlette:
        """Make the web application; bound to this machine alone it answers to no other name."""
        hosts = [*LOOPBACK, host] if host in LOOPBACK else ["*"]
        return Starlette(
            routes=[
                Route(f"{PREFIX}events", self._stream),
                Route(f"{PREFIX}{{name}}", self._own_file),
                Route("/{path:path}", self._page),
            ],
            middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=hosts)],
        )

    async def _stream(self, _request: Request) -> Response:
        return StreamingResponse(self.events(), media_type="text/event-stream", headers=FRESH)

    async def _own_file(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in {"reload.js", "reload.css"}:
            raise HTTPException(404)
        return FileResponse(OWN / name, headers=FRESH)

    async def _page(self, request: Request) -> Response:
        path, base = request.url.path, self.state.base_path
        if not path.startswith(base):
            return RedirectResponse(base)
        if self.site is None:
            return self._wait(503)
        inside = path_of("/" + path.removeprefix(base))
        if self.site.is_folder(inside):
            return RedirectResponse(f"{path}/")
        try:
            made = self.site.make(inside)
            return _with_reload(self.site.lost(), self.state.version, 404) if made is None else self._answer(made)
        except MachineFault as fault:
            self._refuse(telling.sentence(fault))
            return self._wait(500)

    def _refuse(self, fault: str) -> None:
        """Tell why a page cannot be made, as a theme that is being written may cause; once, for all pages ask."""
        if fault != self._unmade:
            self._unmade = fault
            console.tell(fault)
            self.show(replace(self.state, faults=fault))

    def _wait(self, status_code: int) -> Response:
        return _with_reload(self.state.page(), self.state.version, status_code)

    def _answer(self, made: Made) -> Response:
        if made.document:
            return FileResponse(made.document, headers=FRESH)
        if made.media_type == "text/html":
            return _with_reload(made.content, self.state.version)
        return Response(made.content, headers=LASTING if made.lasting else FRESH, media_type=made.media_type)


def _with_reload(page: bytes, version: str, status_code: int = 200) -> Response:
    found = _POLICY.search(page)
    policy = html.unescape(found[1].decode()) if found else _OWN_POLICY
    tag = f'<script src="{PREFIX}reload.js?v={version}" defer></script></head>'.encode()
    headers = {**FRESH, "Content-Security-Policy": policy}
    return Response(page.replace(b"</head>", tag, 1), status_code, headers, "text/html; charset=utf-8")
