"""Talk to the search indexer: one process, its own protocol, files back in memory.

The program that comes with `pagefind_bin` takes messages on its standard input (JSON in base64, ended by
a comma) and answers likewise. It stops at the end of its input, so the input stays open until the last
answer. It runs in an empty folder with an empty environment: it would read its own configuration there.
"""

import base64
import importlib.util
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any

import orjson

from ppidgen.diagnostics import MachineFault

_BLOCK = 1 << 20
_END = b","


def binary() -> str:
    """Find the indexer that was installed with us; tell how to go on when there is none (MSN010)."""
    package = importlib.util.find_spec("pagefind_bin")
    for folder in (package and package.submodule_search_locations) or ():
        place = os.path.join(folder, "pagefind.exe" if sys.platform == "win32" else "pagefind")
        if os.access(place, os.X_OK):
            return place
    raise MachineFault("MSN010", {"path": "pagefind_bin"})


def version(program: str) -> str:
    """Ask the indexer which one it is."""
    try:
        said = subprocess.run([program, "--version"], capture_output=True, check=True, timeout=30, env=_environment())
    except (OSError, subprocess.SubprocessError) as error:
        raise MachineFault("MSN010", {"path": program}) from error
    return said.stdout.decode("utf-8", "replace").strip()


def index(program: str, records: Iterable[Mapping[str, object]], language: str, patience: float) -> dict[str, bytes]:
    """Index records (`url`, `content`, `meta`, `filters`, `sort`) and give the files of the bundle by path."""
    common = {"type": "AddRecord", "index_id": 0, "language": language}
    payloads: list[Mapping[str, object]] = [{"type": "NewIndex", "config": {"force_language": language}}]
    payloads += [{**common, **record} for record in records]
    payloads.append({"type": "GetFiles", "index_id": 0})
    with _service(program, patience) as (asked, answered):
        feeder = threading.Thread(target=_feed, args=(asked, payloads))
        feeder.start()
        try:
            files = _await_files(answered)
            return {file["path"].replace("\\", "/"): base64.b64decode(file["content"]) for file in files}
        except (ValueError, TypeError, KeyError, AttributeError) as error:  # an answer in nobody's protocol
            raise MachineFault("MSN011", {"reason": f"{type(error).__name__} {error}"[:200]}) from error
        finally:
            feeder.join()


@contextmanager
def _service(program: str, patience: float) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """Run the indexer; whatever happens it does not outlive this block, nor a wait longer than `patience`."""
    with tempfile.TemporaryDirectory(prefix="ppidgen-") as empty:
        try:
            process = subprocess.Popen(
                [program, "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=empty,
                env=_environment(),
            )
        except OSError as error:
            raise MachineFault("MSN010", {"path": program}) from error
        watchdog = threading.Timer(patience, process.kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            if process.stdin is None or process.stdout is None:
                raise MachineFault("MSN011", {"path": program})
            yield process.stdin, process.stdout
        finally:
            watchdog.cancel()
            process.kill()
            process.communicate()


def _feed(asked: IO[bytes], payloads: Iterable[Mapping[str, object]]) -> None:
    try:
        for number, payload in enumerate(payloads):
            asked.write(base64.b64encode(orjson.dumps({"message_id": number, "payload": payload})) + _END)
        asked.flush()
    except OSError:
        return  # the indexer is gone; whoever reads its answers will notice and tell


def _await_files(answered: IO[bytes]) -> list[dict[str, Any]]:
    """Read answers up to the one that holds the files; an error among them ends the wait."""
    for answer in _answers(answered):
        payload = answer.get("payload", {})
        if payload.get("type") == "Error":
            raise MachineFault("MSN011", {"reason": str(payload.get("message", ""))[:200]})
        if payload.get("type") == "GetFiles":
            files: list[dict[str, Any]] = payload["files"]
            return files
    raise MachineFault("MSN011", {"reason": "EOF"})


def _answers(answered: IO[bytes]) -> Iterator[dict[str, Any]]:
    parts: list[bytes] = []
    while block := os.read(answered.fileno(), _BLOCK):
        head, *rest = block.split(_END)
        parts.append(head)
        for part in rest:
            yield orjson.loads(base64.b64decode(b"".join(parts)))
            parts = [part]


def _environment() -> dict[str, str]:
    """Give no setting but the one without which Windows starts no program."""
    root = os.environ.get("SYSTEMROOT") if sys.platform == "win32" else None
    return {"SYSTEMROOT": root} if root else {}
