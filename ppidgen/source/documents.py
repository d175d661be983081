"""EDGE. What is found in the documents that records name: size, digest, kind, pages; never what the name claims."""

import hashlib
import json
import os
import queue
import stat
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from ppidgen.diagnostics import MachineFault
from ppidgen.source.drawing import LARGEST, is_plain_drawing
from ppidgen.source.files import never_linked, open_regular, reason_of
from ppidgen.source.kinds import SAMPLE, kind_of

_PROBE = Path(__file__).with_name("probe.py")
_PATIENCE = 30  # seconds for one file; the child gives itself 20 of work
_CHUNK = 1 << 20
_PROBED = frozenset({"pdf", "zip", "docx", "xlsx", "pptx"})
_CACHE_FORMAT = 2
SVG = "svg"
ACTIVE_SVG = "active-svg"


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known of one file. `kind` is told by its bytes, `ending` by its name; they need not agree.

    An SVG file that is more than a drawing has the kind "active-svg".
    """

    path: str
    size: int
    sha256: str
    kind: str
    pages: int | None
    readable: bool
    ending: str


class _Prober:
    """A child process that opens documents; when it dies of one, the next question starts another."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str] = queue.Queue()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stop()

    def ask(self, path: Path, kind: str) -> Mapping[str, object]:
        """Give the child's answer; a child that dies, hangs or talks nonsense means: not readable."""
        child = self._child or self._start()
        if child.stdin is None:
            return {"readable": False}
        try:
            child.stdin.write(json.dumps([str(path), kind]) + "\n")
            child.stdin.flush()
            answer = json.loads(self._answers.get(timeout=_PATIENCE))
        except (queue.Empty, OSError, ValueError):
            self._stop()
            return {"readable": False}
        return answer if isinstance(answer, dict) else {"readable": False}

    def _start(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-P", str(_PROBE)]
        try:
            child = subprocess.Popen(  # noqa: S603 -- our own program, by its full path; names of files go by its stdin
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
            )
        except OSError as error:
            raise MachineFault("MSN022", {"reason": reason_of(error)}) from error
        answers: queue.Queue[str] = queue.Queue()
        threading.Thread(target=_listen, args=(child, answers), daemon=True).start()
        self._child, self._answers = child, answers
        return child

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()


def _listen(child: subprocess.Popen[str], answers: "queue.Queue[str]") -> None:
    """Pass on the child's lines; an empty one when it has no more to say."""
    if child.stdout is not None:
        for line in child.stdout:
            answers.put(line)
    answers.put("")


def facts(tree_root: Path, paths: Iterable[str], cache_path: Path) -> Mapping[str, DocumentFacts]:
    """Find out about each file at `paths` below `tree_root`; what is no regular file there has no entry.

    Facts of unchanged files come from the cache, which may be deleted at any time and never changes an answer.
    """
    known = _load(cache_path)
    found: dict[str, tuple[tuple[int, ...], DocumentFacts]] = {}
    with _Prober() as prober:
        for path in sorted(set(paths)):
            stamp = _stamp(tree_root / path)
            if stamp is None:
                continue
            cached = known.get(path)
            if cached is not None and cached[0] == stamp:
                found[path] = cached
            elif (fresh := _look(tree_root, path, prober)) is not None:
                found[path] = (stamp, fresh)
    if found != known:
        _save(cache_path, found)
    return MappingProxyType({path: entry for path, (_, entry) in found.items()})


def _stamp(file: Path) -> tuple[int, ...] | None:
    """Give what changes with the content of a file; None for what is no regular file."""
    try:
        status = file.lstat()
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _look(root: Path, path: str, prober: _Prober) -> DocumentFacts | None:
    """Read one file from its first byte to its last, and let the child open what needs opening."""
    digest, size, head, drawing = hashlib.sha256(), 0, b"", b""
    try:
        descriptor = open_regular(root, path)
    except (OSError, ValueError):
        return None
    with os.fdopen(descriptor, "rb") as file:
        while chunk := file.read(_CHUNK):
            head = head or chunk[:SAMPLE]
            drawing += chunk if size <= LARGEST and kind_of(head) == SVG else b""
            size += len(chunk)
            digest.update(chunk)
    kind = kind_of(head)
    if kind == SVG and not is_plain_drawing(drawing):
        kind = ACTIVE_SVG
    answer = prober.ask(root / path, kind) if kind in _PROBED else {"readable": kind != "unknown"}
    pages = answer.get("pages")
    return DocumentFacts(
        path,
        size,
        digest.hexdigest(),
        str(answer.get("kind") or kind),
        pages if isinstance(pages, int) else None,
        answer.get("readable") is True,
        path.rpartition("/")[2].rpartition(".")[2].lower() if "." in path.rpartition("/")[2] else "",
    )


def _load(cache: Path) -> dict[str, tuple[tuple[int, ...], DocumentFacts]]:
    """Read the cache; whatever is not exactly as we write it is forgotten."""
    try:
        with open(cache, "rb", opener=never_linked) as file:
            held = json.loads(file.read())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(held, dict) or held.get("format") != _CACHE_FORMAT or not isinstance(held.get("files"), dict):
        return {}
    entries = ((path, _entry(path, entry)) for path, entry in held["files"].items())
    return {path: entry for path, entry in entries if entry is not None}


_SHAPE: Mapping[str, tuple[type, ...]] = MappingProxyType(
    {"path": (str,), "size": (int,), "sha256": (str,), "kind": (str,), "pages": (int, type(None)), "readable": (bool,)}
    | {"ending": (str,)},
)


def _entry(path: str, held: object) -> tuple[tuple[int, ...], DocumentFacts] | None:
    """Make the facts of one file from the cache, if each has the type that it must have."""
    match held:
        case {"stamp": [int(size), int(mtime), int(ctime), int(inode)], "facts": dict(values)}:
            names = {field.name for field in fields(DocumentFacts)}
            if values.keys() != names or values["path"] != path:
                return None
            if not all(isinstance(values[name], _SHAPE[name]) for name in names):
                return None
            return (size, mtime, ctime, inode), DocumentFacts(**values)
    return None


def _save(cache: Path, found: Mapping[str, tuple[tuple[int, ...], DocumentFacts]]) -> None:
    """Write the cache in one step; where it cannot be written, the next run is slower and nothing else."""
    files = {path: {"stamp": stamp, "facts": asdict(entry)} for path, (stamp, entry) in found.items()}
    fresh = cache.with_name(f"{cache.name}.{os.getpid()}.tmp")
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        with open(fresh, "w", encoding="utf-8", opener=never_linked) as file:
            json.dump({"format": _CACHE_FORMAT, "files": files}, file, sort_keys=True)
        fresh.replace(cache)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
