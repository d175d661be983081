"""Hostile requests to what is shown on this machine, the preview and the editor: nothing but the site is answered."""

import logging
import random
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from ppidgen.cli import local_server
from ppidgen.cli.preview import Preview
from ppidgen.options import Options
from tests.portals.laying import DAY

UNSHOWN = "kata-yang-tidak-terbit"
STRANGER = "jahat.example"
_PRIVATE = "perkara/2026/p-1.yaml"
# A case is for nobody but the office; so is every register as it was typed.
BESIDE = {f"content/{_PRIVATE}": f"jenis: permohonan\nditerima: 2026-01-05\nlangkah_berikut: {UNSHOWN}\n"}
_SILENCE, _PATIENCE = 0.3, 60.0  # seconds: then nothing more is to come; for an answer that must come
_MOST = 1 << 22
_METHODS = ("GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE", "CONNECT", "DELETE", "PATCH", "get", "G\tT", "PRI", "")
_TARGETS = (
    "/", "/dip/", "/dip", "/data/dip.csv", "/_ppidgen/reload.js", "/_ppidgen/events", "/_ppidgen/", "/index.html",
    f"/../content/{_PRIVATE}", f"/%2e%2e/content/{_PRIVATE}", f"/..%2fcontent%2f{_PRIVATE}", f"/content/{_PRIVATE}",
    f"/_ppidgen/..%2f..%2f{_PRIVATE}", f"/_ppidgen/%2e%2e/{_PRIVATE}", "/_ppidgen/..", "/berkas/../../../etc/passwd",
    "/%00", "/dip%00/", "/dip/%0d%0aX-A:%201", "//jahat.example", "//jahat.example/dip", "//jahat.example/..;/dip",
    "/\\jahat.example", "/%5cjahat.example/dip", "///dip", "/./dip", "/dip/.", "/dip%2f", "/DIP", "http://jahat.example/",
    "http://jahat.example/dip", "*", "dip", "?a=1", "/?a=" + "a" * 9_000, "/" + "a/" * 9_000, "/" + "%2e" * 9_000, "/é",
    "/%ff", "/%", "/%zz", "/dip;a=1", "/dip?//jahat.example", "/#a", "C:\\x", "/CON", "/aset/", "/galeri",
)  # fmt: skip
_HEADS = (
    "Range: bytes=0-2", "Range: bytes=-5", "Range: bytes=5-2", "Range: bytes=0-,0-,0-,0-", "Range: bytes=" + "9" * 400,
    "Range: a", "Range: bytes=" + ",".join(["0-0"] * 900), "If-Range: a", "If-None-Match: *", "If-Modified-Since: x",
    "Content-Length: 5", "Content-Length: -1", "Content-Length: 99999999999", "Transfer-Encoding: chunked",
    "Transfer-Encoding: chunked, chunked", "Connection: upgrade", "Upgrade: websocket", "Upgrade: h2c",
    "Sec-WebSocket-Key: a", "Expect: 100-continue", "Accept-Encoding: br;q=x", "X-Forwarded-Host: jahat.example",
    "X-Forwarded-Proto: jahat", "Forwarded: host=jahat.example", "Cookie: " + "a=1; " * 900, "X-A: " + "a" * 70_000,
    "X\x00: a", ": a", " folded", "X-HTTP-Method-Override: DELETE", "Origin: null", "Referer: http://jahat.example/",
)  # fmt: skip
_HOSTS = ("localhost", "127.0.0.1", "127.0.0.1:8000", STRANGER, f"localhost.{STRANGER}", f"{STRANGER}:80", "", "[::1]")
_WELL = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
_VERSIONS = ("HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "")
# Uvicorn answers one request while it refuses the next on the same line, and tells what h11 thinks of that.
_OF_UVICORN = "h11._util.LocalProtocolError"
_ANSWER = re.compile(rb"^HTTP/1\.1 (\d{3})", re.MULTILINE)
_LEADS = re.compile(rb"^location: *(\S*)", re.MULTILINE | re.IGNORECASE)
_OWN = re.compile(rb"(?:http://(?:localhost|127\.0\.0\.1)(?::\d+)?)?/(?![/\\])")
_NAMED = re.compile(rb"^host: *(\S*)", re.MULTILINE | re.IGNORECASE)


def request(dice: random.Random) -> bytes:
    """Make one to three requests on one line, each as odd as it happens."""
    asked = []
    for _ in range(dice.choice((1, 1, 2, 3))):
        line = f"{dice.choice((*_METHODS, *['GET'] * 12))} {dice.choice(_TARGETS)} {dice.choice(_VERSIONS)}"
        hosts = [f"Host: {dice.choice(_HOSTS)}" for _ in range(dice.choice((0, 1, 1, 1, 1, 2)))]
        heads = [dice.choice(_HEADS) for _ in range(dice.choice((0, 0, 1, 2, 200)))]
        asked.append("\r\n".join([line, *hosts, *heads, "", dice.choice(("", "", "hello", "0\r\n\r\n"))]))
    return "".join(asked).encode("utf-8")


def answers_well(portal: Path, raw: bytes) -> str:
    """Ask the preview and the editor; say what is wrong with their answers, "" when nothing is."""
    preview = Preview(portal, lambda: Options(date.fromisoformat(DAY), processes=1))
    preview.show(preview.read())
    shown = (preview.application("127.0.0.1"), local_server.application({"index.html": b"sunting"}))
    return next(filter(None, (_faults_of(one, raw) for one in shown)), "")


def _faults_of(application: Starlette, raw: bytes) -> str:
    complaints: list[str] = []
    with _serving(application, complaints) as place:
        said = _asked(place, raw, _SILENCE)
        well = _asked(place, _WELL, _PATIENCE)
    statuses = [int(one) for one in _ANSWER.findall(said)]
    if complaints or any(status >= 500 for status in statuses):
        return f"answers {statuses}: {complaints[:1]}"
    if not well.startswith(b"HTTP/1.1 200"):
        return f"answers no more: {well[:200]!r}"
    if UNSHOWN.encode() in said or b"root:x:" in said:
        return "answers with what is not of the site"
    if away := [one for one in _LEADS.findall(said) if not _OWN.match(one)]:
        return f"leads away: {away}"
    hosts = _NAMED.findall(raw)
    if hosts and all(STRANGER.encode() in one for one in hosts) and 200 in statuses:
        return "answers to a name that is not its own"
    return ""


class _Complaints(logging.Handler):
    """Keeps what the server says went wrong within it."""

    def __init__(self, kept: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._kept = kept

    def emit(self, record: logging.LogRecord) -> None:
        said = self.format(record)
        self._kept += [said] * (_OF_UVICORN not in said)


@contextmanager
def _serving(application: Starlette, complaints: list[str]) -> Iterator[tuple[str, int]]:
    config = uvicorn.Config(application, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=1)
    server, complains = uvicorn.Server(config), _Complaints(complaints)
    logging.getLogger("uvicorn.error").addHandler(complains)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        running = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        running.start()
        try:
            while not server.started and running.is_alive():
                time.sleep(0.01)
            yield listening.getsockname()
        finally:
            server.should_exit = True
            running.join()
            logging.getLogger("uvicorn.error").removeHandler(complains)


def _asked(place: tuple[str, int], raw: bytes, silence: float) -> bytes:
    """Send bytes to a server and take what comes back, until it is silent."""
    with socket.create_connection(place, timeout=silence) as line:
        with suppress(OSError):  # it may hang up
            line.sendall(raw)
        return b"".join(_heard(line))


def _heard(line: socket.socket) -> Iterator[bytes]:
    left = _MOST
    while left > 0:
        try:
            part = line.recv(65_536)
        except OSError:
            return
        if not part:
            return
        left -= len(part)
        yield part
