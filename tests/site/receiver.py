"""A reference receiver of the online forms: what the guide `penerima-formulir` asks of one, in the fewest lines.

It keeps what arrives in memory, in the order of arrival; a code that was seen before gets its old number again.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs

MOST_BYTES = 200_000


@dataclass
class Receiver:
    """A receiver for one portal: `status` other than 200 makes it refuse."""

    portal: str = "*"
    status: int = 200
    address: str = ""
    received: list[dict[str, object]] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)

    def take(self, content_type: str, body: bytes) -> dict[str, str]:
        """Take one sending in either encoding and answer with its number."""
        if content_type.startswith("application/json"):
            sent = json.loads(body)
        else:
            sent = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        self.received.append(sent)
        code = str(sent.get("kode", ""))
        return {"nomor": self.numbers.setdefault(code, f"{len(self.numbers) + 1}/PPID/2026")}


@contextmanager
def receiving(receiver: Receiver) -> Iterator[Receiver]:
    """Let a receiver listen on a port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_OPTIONS(self) -> None:
            self._answer(204, b"")

        def do_POST(self) -> None:
            body = self.rfile.read(min(int(self.headers["Content-Length"]), MOST_BYTES))
            if receiver.status != 200:
                self._answer(receiver.status, b"")
                return
            answer = receiver.take(self.headers["Content-Type"], body)
            self._answer(200, json.dumps(answer).encode())

        def _answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", receiver.portal)
            self.send_header("Access-Control-Allow-Methods", "POST")
            self.send_header("Access-Control-Allow-Headers", "content-type")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: object) -> None:
            """Say nothing: what arrives is personal."""

    with listening(Handler) as receiver.address:
        yield receiver


@contextmanager
def listening(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Let a handler answer on a free port; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
