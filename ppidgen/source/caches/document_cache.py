"""EDGE. What earlier runs found in documents, kept beside the portal by digest; safe to delete or damage at any time.

The text of each document lies in a file of its own, under its digest. Of a file that an exemption withholds nothing
is kept but its digest, size and kind.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ppidgen.source.document_facts import DocumentFacts, facts_from, plain
from ppidgen.source.files import never_linked
from ppidgen.source.package_data import identity

_SUM = 32  # hexadecimal digits before what is kept: what was damaged is as good as nothing
_TEXTS = "texts"

Stamp = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The facts of one path, the numbers its file had then, and whether it was withheld."""

    stamp: Stamp
    facts: DocumentFacts
    withheld: bool


def load(cache: Path) -> Mapping[str, Known]:
    """Read the cache; whatever is not exactly as we write it is forgotten."""
    try:
        held = json.loads(_read(cache) or b"null")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(held, dict) or held.get("program") != identity() or not isinstance(held.get("files"), dict):
        return {}
    entries = ((path, _known(path, entry)) for path, entry in held["files"].items())
    return {path: entry for path, entry in entries if entry is not None}


def _known(path: str, held: object) -> Known | None:
    match held:
        case {
            "stamp": [int(size), int(mtime), int(ctime), int(inode)],
            "facts": dict(values),
            "withheld": bool(withheld),
        }:
            facts = facts_from(values)
            if facts is not None and facts.path == path:
                return Known((size, mtime, ctime, inode), facts, withheld)
    return None


def save(cache: Path, found: Mapping[str, Known]) -> None:
    """Write the cache in one step; where it cannot be written, the next run is slower and nothing else."""
    files = {
        path: {"stamp": known.stamp, "facts": plain(known.facts), "withheld": known.withheld}
        for path, known in found.items()
    }
    _write(cache, json.dumps({"program": identity(), "files": files}, sort_keys=True).encode())


def keep_text(folder: Path, sha256: str, text: str) -> None:
    """Keep the text of the document of this digest."""
    _write(folder / _TEXTS / sha256, text.encode("utf-8", "surrogatepass"))


def text_of(folder: Path, sha256: str) -> str | None:
    """Give the text of the document of this digest, None where none was kept or what was kept is damaged."""
    body = _read(folder / _TEXTS / sha256)
    try:
        return body.decode("utf-8", "surrogatepass") if body is not None else None
    except UnicodeDecodeError:
        return None


def forget_texts(folder: Path, but: Iterable[str]) -> None:
    """Delete the text of every document but those of the given digests."""
    kept = frozenset(but)
    with suppress(OSError):
        for name in os.listdir(folder / _TEXTS):
            if name not in kept:
                (folder / _TEXTS / name).unlink(missing_ok=True)


def _sum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_SUM // 2).hexdigest().encode()


def _read(place: Path) -> bytes | None:
    try:
        with open(place, "rb", opener=never_linked) as file:
            raw = file.read()
    except OSError:
        return None
    return raw[_SUM:] if raw[:_SUM] == _sum(raw[_SUM:]) else None


def _write(place: Path, body: bytes) -> None:
    fresh = place.with_name(f"{place.name}.{os.getpid()}.tmp")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with open(fresh, "wb", opener=never_linked) as file:
            file.write(_sum(body) + body)
        fresh.replace(place)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
