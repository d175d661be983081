"""Servers that would hold whoever asks them, or fill his memory: each is left, or heard as far as it makes sense."""

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from ppidgen.cli.network import links
from ppidgen.cli.network.links import Result, tried
from ppidgen.cli.network.published_site import Manners, PublishedSite

NOW = 1_800_000_000.0
OK = b"HTTP/1.1 200 OK\r\n"
MOVED = b"HTTP/1.1 302 Found\r\nLocation: /\r\n"
CHUNKS = b"Transfer-Encoding: chunked\r\n\r\n"
LENGTH = b"Content-Length: %s\r\n\r\n"
_FOUND = OK + LENGTH % b"2" + b"ya"
_PAUSE = 0.05  # seconds between drops

# What a server says first, then again and again, and whether in drops; what a link to it is, and what is read of it.
Says = tuple[bytes, bytes, bool]
ENDLESS: Mapping[str, tuple[Says, Result, tuple[int, int]]] = {
    "a word that more is to come": ((b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 99, False), Result.SILENT, (0, 0)),
    "a head in drops": ((OK, b"A", True), Result.SILENT, (0, 0)),
    "lines of a head in drops": ((OK, b"A: b\r\n", True), Result.SILENT, (0, 0)),
    "lines of a head": ((OK, b"A: b\r\n" * 99, False), Result.SILENT, (0, 0)),
    "one line of a head": ((OK, b"A" * 9_999, False), Result.SILENT, (0, 0)),
    "a page": ((OK + b"\r\n", b"A" * 65_536, False), Result.GOOD, (200, 5_000_000)),
    "a page in drops": ((OK + b"\r\n", b"A", True), Result.GOOD, (0, 0)),
    "what comes with a redirect": ((MOVED + b"\r\n", b"A" * 65_536, False), Result.GOOD, (200, 2)),
    "drops with a redirect": ((MOVED + b"\r\n", b"A", True), Result.GOOD, (200, 2)),
    "what is announced with a redirect": ((MOVED + LENGTH % (b"9" * 30), b"A", True), Result.GOOD, (200, 2)),
    "lines behind a page": ((OK + CHUNKS + b"1\r\na\r\n0\r\n", b"A: b\r\n" * 99, False), Result.GOOD, (0, 0)),
    "a page in crumbs": ((OK + CHUNKS, b"1\r\na\r\n", True), Result.GOOD, (0, 0)),
}


class Server:
    """A server that goes on and on at every address but its front page."""

    def __init__(self, says: Says) -> None:
        self.says = says
        self.closing = threading.Event()
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listening.getsockname()[1]}/"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        while not self.closing.is_set():
            asker, _ = self.listening.accept()
            threading.Thread(target=self.answer, args=(asker,), daemon=True).start()

    def answer(self, asker: socket.socket) -> None:
        first, again, in_drops = self.says
        with asker:
            is_front = b" / " in asker.recv(65_536)
            try:
                asker.sendall(_FOUND if is_front else first)
                while not is_front and not self.closing.wait(_PAUSE if in_drops else 0):
                    asker.sendall(again)
            except OSError:  # the asker has left, as he should
                return


@pytest.fixture
def server() -> Iterator[Callable[[Says], Server]]:
    begun: list[Server] = []

    def begin(says: Says) -> Server:
        begun.append(Server(says))
        return begun[-1]

    yield begin
    for one in begun:
        one.closing.set()
        with socket.create_connection(one.listening.getsockname()):
            one.listening.close()


@pytest.mark.parametrize("what", ENDLESS)
def test_a_server_without_end_holds_nobody(server: Callable[[Says], Server], tmp_path: Path, what: str) -> None:
    says, result, (status, length) = ENDLESS[what]
    address = server(says).address
    manners = links.Manners(patience=0.5, tries=1, pause=0, allowed=frozenset({"127.0.0.1"}))
    assert tried(tmp_path, [f"{address}a"], NOW, manners) == {f"{address}a": result}
    answer = PublishedSite(address, str(tmp_path / "copy"), Manners(patience=0.5, tries=1, pause=0)).fetch("a")
    assert (answer.status, len(answer.content)) == (status, length)
