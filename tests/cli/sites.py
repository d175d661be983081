"""Servers of a test's own, whose pages behave each in their way."""

import ssl
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

CODES = {
    "/hilang": 404, "/tanpa-head": 405, "/rusak": 503, "/sibuk": 429, "/tertutup": 403, "/pindah": 302, "/putar": 302,
    "/keluar": 302, "/ke-berkas": 302, "/ke-dalam": 302,
}  # fmt: skip
TARGETS = {
    "/pindah": "/baik", "/putar": "/putar", "/keluar": "http://127.0.0.2:PORT/hilang", "/ke-berkas": "file:///etc/passwd",
    "/ke-dalam": "http://127.0.0.9:PORT/rahasia",
}  # fmt: skip


class Site:
    """A server with pages that behave each in their way; it notes what it was asked."""

    def __init__(self, identity: ssl.SSLContext | None = None) -> None:
        self.scheme = "https" if identity else "http"
        self.asked: list[str] = []
        self.meeting = threading.Barrier(3)
        self.closing = threading.Event()
        self.working: Counter[str] = Counter()
        self.busiest: Counter[str] = Counter()
        self.server = ThreadingHTTPServer(("0.0.0.0", 0), self.handler())  # noqa: S104 - all of 127/8 is asked for
        self.server.daemon_threads = True
        if identity:
            self.server.socket = identity.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def close(self) -> None:
        self.closing.set()
        self.server.shutdown()
        self.server.server_close()

    def handler(site) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - the handler has a self of its own
        class Handler(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                host = self.headers["Host"]
                site.asked.append(f"{self.command} {self.path}")
                site.working[host] += 1
                site.busiest[host] = max(site.busiest[host], site.working[host])
                self.reply()
                site.working[host] -= 1

            do_GET = do_HEAD  # noqa: N815 - as above

            def reply(self) -> None:
                code, target = CODES.get(self.path, 200), TARGETS.get(self.path, "")
                if self.path == "/tanpa-head" and self.command == "GET":
                    code = 200
                if self.path == "/lambat":
                    site.closing.wait()
                    return
                if self.path == "/bertemu":
                    site.meeting.wait(20)
                self.send_response(code)
                if target:
                    self.send_header("Location", target.replace("PORT", str(site.port)))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Stay silent."""

        return Handler
