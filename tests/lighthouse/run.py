"""Lighthouse over the specimen as a host would serve it: python -m tests.lighthouse.run [--save FOLDER] [ADDRESS...].

Not part of the gate: a run takes minutes, and what it says of speed depends on the machine. It needs Node, npm and
Chromium; the locked packages are installed into a folder that is thrown away. Any score below 100 ends it with 1.
"""

import argparse
import gzip
import http.server
import json
import mimetypes
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from contextlib import closing
from fnmatch import fnmatchcase
from pathlib import Path

HERE = Path(__file__).parent
PORTAL = HERE.parent.parent
# Home, a list, an entry, a procedure, search.
PAGES = ("/", "/dip/", "/informasi/bpkad/lkpd-2024/", "/layanan/permohonan/", "/cari/?q=anggaran")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TEXTS = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")
BEST = 100
# A browser on a busy machine now and then loses the trace of a page; Lighthouse itself says to run it again.
TRIES = 3

Rules = tuple[tuple[str, Mapping[str, str]], ...]


def header_rules(text: str) -> Rules:
    """Read a `_headers` file: patterns of paths, each with the headers that answers below it carry."""
    rules: list[tuple[str, dict[str, str]]] = []
    for line in text.splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1][name] = value
        elif line:
            rules.append((line, {}))
    return tuple(rules)


def handler_of(site: Path) -> type[http.server.SimpleHTTPRequestHandler]:
    """Make what answers as a good host does: packed, with the headers that the portal asks for, kept by browsers."""
    rules = header_rules((site / "_headers").read_text(encoding="utf-8"))

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            file = site / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
            if not file.is_file():
                self.send_error(404)
                return
            content = file.read_bytes()
            self.send_response(200)
            for pattern, headers in rules:
                if fnmatchcase(path, pattern):
                    for name, value in headers.items():
                        self.send_header(name, value)
            if file.suffix in TEXTS:
                content = gzip.compress(content)
                self.send_header("Content-Encoding", "gzip")
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self.send_header("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text/") else ""))
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "max-age=31536000, immutable" if "/aset/" in path else "max-age=600")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Stay quiet; Lighthouse tells what matters."""

    return Handler


def installed(folder: Path) -> Path:
    """Install Lighthouse as locked; give its program."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder / name)
    npm = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]
    subprocess.run(npm, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / "node_modules/lighthouse/cli/index.js"


def built(out: Path, address: str) -> None:
    """Build the specimen as it stands at an address."""
    build = [sys.executable, "-m", "ppidgen", "build", str(PORTAL), "--out", str(out), "--base-url", address]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)


def judged(program: Path, address: str, report: Path) -> dict[str, int]:
    """Run Lighthouse on one page with its own standard, a phone on a slow network; give the scores of 100."""
    flags = "--headless=new --no-sandbox --disable-background-networking"
    order = [address, "--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
    only = f"--only-categories={','.join(CATEGORIES)}"
    for _ in range(TRIES):
        if not subprocess.run(["node", str(program), *order, only], check=False, env=environment).returncode:
            break
    categories = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {name: round(categories[name]["score"] * BEST) for name in CATEGORIES}


def failed(report: Path) -> list[str]:
    """Name the audits that cost points."""
    told = json.loads(report.read_text(encoding="utf-8"))
    weighed = {ref["id"] for one in told["categories"].values() for ref in one["auditRefs"] if ref["weight"]}
    audits = (told["audits"][name] for name in sorted(weighed))
    return [f"{one['id']}: {one['title']}" for one in audits if one["score"] is not None and one["score"] < 1]


def main() -> int:
    """Judge each page and print the scores as a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("pages", nargs="*", default=PAGES, help="addresses within the specimen")
    parser.add_argument("--save", type=Path, help="folder to keep the reports in")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, closing(socket.create_server(("127.0.0.1", 0))) as probe:
        place, port = Path(scratch), probe.getsockname()[1]
        probe.close()
        reports = chosen.save or place / "reports"
        reports.mkdir(parents=True, exist_ok=True)
        built(place / "site", f"http://127.0.0.1:{port}/")
        program = installed(place)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler_of(place / "site"))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"page | {' | '.join(CATEGORIES)}\n---|{'---|' * len(CATEGORIES)}")
        worst = BEST
        for number, page in enumerate(chosen.pages):
            report = reports / f"{number}.json"
            scores = judged(program, f"http://127.0.0.1:{port}{page}", report)
            print(f"{page} | {' | '.join(str(scores[name]) for name in CATEGORIES)}", flush=True)
            for fault in failed(report):
                print(f"  - {fault}")
            worst = min(worst, *scores.values())
        server.shutdown()
    return int(worst < BEST)


if __name__ == "__main__":
    sys.exit(main())
