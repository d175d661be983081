"""A static host of the tests' own, on which a portal of a few files lies."""

import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FILES: Mapping[str, bytes] = {
    "index.html": b'<!doctype html><a href="/dip/">DIP</a>',
    "dip/index.html": b'<!doctype html><a href="/">Beranda</a>',
    "dip/a/index.html": b"<!doctype html>A",
    "404.html": b'<!doctype html><a href="/">Beranda</a>',
    "sitemap.xml": b"<urlset><url><loc>https://portal.example/dip/</loc></url></urlset>",
    "berkas/a b.pdf": b"%PDF" + bytes(range(256)) * 50,
    ".htaccess": b"Options -Indexes\n",
    "manifes.json": b'{"dibuat_oleh":"ppidgen","tanggal":"2026-01-31","berkas":{}}\n',
}

Reply = tuple[int, bytes, Mapping[str, str]]
Change = Callable[[str, Mapping[str, str]], Reply | None]


class Host:
    """A static host; `change` may answer in its place, knowing the path and the headers of the request."""

    def __init__(self) -> None:
        self.files = dict(FILES)
        self.change: Change = lambda _path, _headers: None
        self.asked: list[str] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def reply(self, path: str, headers: Mapping[str, str]) -> Reply:
        self.asked.append(path)
        if changed := self.change(path, headers):
            return changed
        name = path.removeprefix("/").replace("%20", " ")
        name += "index.html" if not name or name.endswith("/") else ""
        if name in self.files and not name.startswith("."):
            return 200, self.files[name], {}
        return 404, self.files["404.html"], {}

    def handler(host) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - the handler has a self of its own
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                code, content, headers = host.reply(self.path, self.headers)  # type: ignore[arg-type]  # read by name
                self.send_response(code)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                """Stay silent."""

        return Handler
