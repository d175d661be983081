"""EDGE. What is found in the documents of a portal: never what the name claims.

Every file is read from its first byte to its last, here for its digest and in a child for what it holds. Documents
that have not changed are known from the cache, by their numbers in the file system or else by their digest.
"""

import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from types import MappingProxyType

from ppidgen.source.caches.document_cache import Known, Stamp, forget_texts, keep_text, load, save, text_of
from ppidgen.source.child import Child, command
from ppidgen.source.document_facts import DocumentFacts, facts_from, plain
from ppidgen.source.drawing import LARGEST, is_plain_drawing
from ppidgen.source.files import open_regular
from ppidgen.source.kinds import SAMPLE, SHUT, kind_of

_PROBE = command("ppidgen.source.probe.program")
# Seconds of work for one file. Who laid ten files that no child comes to the end of may have laid a thousand: after ten
# the others have as long as nearly any honest one takes, and none of these portals is built before they are gone.
SECONDS, SECONDS_THEN = 20, 2
MOST_LOST = 10
# How long that work takes depends on what else the machine does, and what is found may not. Only where no system ends
# a child that works on, on Windows, must patience do.
_PATIENCE = 30 if sys.platform == "win32" else 240
_CHUNK = 1 << 20
_UNOPENED = SHUT | {"exe"}
SVG = "svg"
ACTIVE_SVG = "active-svg"

IsWithheld = Callable[[DocumentFacts], bool]


def nothing_withheld(_facts: DocumentFacts) -> bool:
    """Withhold no document."""
    return False


def facts(
    tree_root: Path,
    paths: Iterable[str],
    cache_path: Path,
    is_withheld: IsWithheld = nothing_withheld,
    processes: int = 1,
) -> Mapping[str, DocumentFacts]:
    """Find out about each file at `paths` below `tree_root`; what is no regular file there has no entry.

    Facts of unchanged files come from the cache, which may be deleted at any time and never changes an answer. The
    text of each document lies beside it (`text_of`), but for those that `is_withheld` names.
    """
    known = load(cache_path)
    reader = _Reader(tree_root, cache_path.parent, is_withheld, {one.facts.sha256: one for one in known.values()})
    found: dict[str, Known] = {}
    new: dict[str, Stamp] = {}
    for path in sorted(set(paths)):
        stamp = _stamp(tree_root / path)
        if stamp is None:
            continue
        if (cached := known.get(path)) and cached.stamp == stamp and reader.holds(cached):
            found[path] = cached
        else:
            new[path] = stamp
    fresh = zip(new.items(), reader.look_at(new, processes), strict=True)
    found |= {path: Known(stamp, one, is_withheld(one)) for (path, stamp), one in fresh if one is not None}
    if found != known:
        save(cache_path, {path: one for path, one in found.items() if path not in reader.hurried})
        forget_texts(cache_path.parent, (one.facts.sha256 for one in found.values() if one.facts.letters))
    return MappingProxyType({path: found[path].facts for path in sorted(found)})


def look_once(file: Path) -> DocumentFacts | None:
    """Look at one file, wherever it lies, and keep nothing of it; None for what is no regular file."""
    bare = _bare(file.parent, file.name)
    if bare is None:
        return None
    child = Child(_PROBE, _PATIENCE)
    try:
        return _opened(bare, child.ask([str(file), bare.kind, SECONDS]))[0]
    finally:
        child.stop()


def _stamp(file: Path) -> Stamp | None:
    """Give what changes with the content of a file; None for what is no regular file."""
    try:
        status = file.lstat()
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


class _Reader:
    """Looks at documents, several at once, and keeps their texts."""

    def __init__(self, root: Path, folder: Path, is_withheld: IsWithheld, known: Mapping[str, Known]) -> None:
        self._root = root
        self._folder = folder
        self._is_withheld = is_withheld
        self._known = known
        self._idle: SimpleQueue[Child] = SimpleQueue()
        self._lost: list[str] = []
        self.hurried: set[str] = set()  # lost in the shorter time: what they hold may be found another day

    def holds(self, known: Known) -> bool:
        """Say whether what is known still stands: its text is there, and it is withheld or not as it was."""
        if known.withheld != self._is_withheld(known.facts):
            return False
        return not known.facts.letters or text_of(self._folder, known.facts.sha256) is not None

    def look_at(self, paths: Iterable[str], processes: int) -> list[DocumentFacts | None]:
        """Look at each file, with so many children at most."""
        paths = list(paths)
        children = [Child(_PROBE, _PATIENCE) for _ in range(max(1, min(processes, len(paths))))]
        for child in children:
            self._idle.put(child)
        try:
            with ThreadPoolExecutor(len(children)) as crew:
                return list(crew.map(self._look, paths))
        finally:
            for child in children:
                child.stop()

    def _look(self, path: str) -> DocumentFacts | None:
        bare = _bare(self._root, path)
        if bare is None or self._is_withheld(bare):
            return bare
        known = self._known.get(bare.sha256)
        if known is not None and not known.withheld and self.holds(known):
            return replace(known.facts, path=path, ending=bare.ending)
        opened, text = _opened(bare, self._ask(path, bare.kind))
        if self._is_withheld(opened):
            return replace(bare, inside=opened.inside, text_sha256=opened.text_sha256)
        if text:
            keep_text(self._folder, bare.sha256, text)
        return opened

    def _ask(self, path: str, kind: str) -> object:
        child = self._idle.get()
        try:
            seconds = SECONDS if len(self._lost) < MOST_LOST else SECONDS_THEN
            answer = child.ask([str(self._root / path), kind, seconds])
        finally:
            self._idle.put(child)
        if answer is None:
            self._lost.append(path)
            self.hurried |= {path} if seconds < SECONDS else set()
        return answer


def _bare(root: Path, path: str) -> DocumentFacts | None:
    """Read one file from its first byte to its last and say what it is, without opening it."""
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
    name = path.rpartition("/")[2]
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return DocumentFacts(
        path, size, digest.hexdigest(), kind, None, kind in _UNOPENED, ending, unread=int(kind in SHUT)
    )


def _opened(bare: DocumentFacts, answer: object) -> tuple[DocumentFacts, str]:
    """Join what the child says with what is known without it; a child without an answer has lost the document."""
    if bare.kind in _UNOPENED:
        return bare, ""
    if not isinstance(answer, dict):
        return replace(bare, lost=True), ""
    text = answer.pop("text", "")
    said = {name: value for name, value in answer.items() if name != "kind" or value}
    opened = facts_from(plain(bare) | said | {"letters": len(text) if isinstance(text, str) else 0})
    return (opened, text) if opened is not None else (replace(bare, lost=True), "")
