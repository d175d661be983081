"""The search index of a site: records in, one set of files out; only what changed is indexed again.

The indexer takes about half a millisecond of one core for each record and 90 KiB of memory. So records are indexed in
portions (`portioning`), several at once, and each portion is kept until one of its records changes; all portions are
then joined into one index (`joining`), the same bytes as if there were no portions.
"""

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar

import orjson

from ppidgen.diagnostics import MachineFault
from ppidgen.diagnostics.progress import Progress
from ppidgen.publish import archive, pagefind
from ppidgen.publish.archive import Archive
from ppidgen.publish.index_files import packed
from ppidgen.publish.joining import joined
from ppidgen.publish.portion import ENTRY, portion_of, taken_apart
from ppidgen.publish.portioning import portions
from ppidgen.publish.search_record import SearchRecord, TextOf, message, no_text

FOLDER = "search"
FORM = "3"  # to be counted up when the same records shall give another index
PATIENCE = 900.0

_NEEDED = frozenset({"pagefind.js", "pagefind-worker.js", ENTRY})
_NAMES = "names.json"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Findable:
    """All that can be found: a digest for each address, and the record itself when it is asked for."""

    digests: Mapping[str, str]
    record_of: Callable[[str], SearchRecord]
    text_of: TextOf = no_text

    @classmethod
    def among(cls, records: Iterable[SearchRecord], text_of: TextOf = no_text) -> "Findable":
        """Take records as they are."""
        known = {record.url: record for record in records}
        return cls({url: record.digest for url, record in known.items()}, known.__getitem__, text_of)


@dataclass(frozen=True, slots=True)
class Index:
    """The files of an index: for each path the archive that holds it, and its name in there."""

    places: Mapping[str, tuple[Archive, str]] = field(default_factory=dict, repr=False)

    @property
    def keys(self) -> Mapping[str, str]:
        """Give the digest of each file, by path."""
        return {path: kept.digest(name) for path, (kept, name) in self.places.items()}

    def read(self, path: str) -> bytes:
        """Give one file."""
        kept, name = self.places[path]
        return kept.read(name)


EMPTY = Index()


@dataclass(frozen=True, slots=True)
class _Maker:
    """What makes an index: the records, the program, and the folder of what was made before."""

    findable: Findable
    program: str
    version: str
    language: str
    folder: str
    patience: float
    processes: int

    def portion(self, addresses: Sequence[str]) -> Archive:
        """Index some records, or find what an earlier run made of the same."""
        digests = [(address, self.findable.digests[address]) for address in addresses]
        return self._kept("portion", digests, lambda: self._indexed(addresses))

    def frame(self) -> Archive:
        """Give the files that are the same for all records: the client and its settings."""
        empty = {"url": "/", "content": "kata", "meta": {}, "filters": {}}
        return self._kept("frame", (), lambda: _frame(self._run([empty])))

    def whole(self, parts: Sequence[Archive]) -> Archive:
        """Join portions, or find what an earlier run made of the same."""
        frame = self.frame()
        names = [os.path.basename(part.place) for part in parts]
        return self._kept("whole", names, lambda: self._joined(parts, frame))

    def _kept(self, kind: str, made_of: object, make: Callable[[], Mapping[str, bytes]]) -> Archive:
        options = (FORM, self.language, self.version, made_of)
        digest = hashlib.sha256(orjson.dumps(options)).hexdigest()
        place = os.path.join(self.folder, f"{kind}-{digest[:32]}")
        return archive.load(place) or archive.save(place, make())

    def _run(self, records: Sequence[Mapping[str, object]]) -> dict[str, bytes]:
        return pagefind.index(self.program, records, self.language, self.patience)

    def _indexed(self, addresses: Sequence[str]) -> Mapping[str, bytes]:
        messages = [message(self.findable.record_of(address), self.findable.text_of) for address in addresses]
        files = self._run([each.said for each in messages])
        marks = {each.address: each.marks for each in messages if each.marks}
        return _understood(lambda: taken_apart(files, self.language, marks))

    def _joined(self, parts: Sequence[Archive], frame: Archive) -> Mapping[str, bytes]:
        made = _understood(lambda: joined([portion_of(part) for part in parts], self.language, frame.read(ENTRY)))
        before = [kept for name in _listed(self.folder, "whole-") if (kept := archive.load(name))]
        with ThreadPoolExecutor(self.processes) as crew:  # what compresses lets other threads go on
            contents = crew.map(lambda path: _taken_over(path, before) or packed(made.said[path]), made.said)
            files = dict(zip(made.said, contents, strict=True))
        rest = {path: frame.read(path) for path in frame.listed}
        return {**rest, **files, **made.plain, _NAMES: orjson.dumps(made.fragments)}


def search_index(
    findable: Findable,
    cache: str,
    *,
    language: str = "id",
    apart: str = "",
    processes: int = 1,
    patience: float = PATIENCE,
    progress: Progress = lambda _stage, _done, _all: None,
) -> Index:
    """Index all that can be found, as far as the folder `cache` does not know it from an earlier run.

    What changes in a hurry stands `apart`, below that address (see `portions`), and comes last: one page more then
    changes the number of no other, and the files of few words.
    """
    if not findable.digests:
        return EMPTY
    folder = os.path.join(cache, FOLDER, language)
    with suppress(OSError):  # nothing is kept then
        os.makedirs(folder, exist_ok=True)
    program = pagefind.binary()
    maker = _Maker(findable, program, pagefind.version(program), language, folder, patience, processes)
    ordered = sorted(findable.digests, key=lambda address: (address.startswith(apart), address))
    runs = tuple(portions(ordered, apart))
    parts: list[Archive] = []
    with ThreadPoolExecutor(max(1, min(processes, len(runs)))) as crew:
        try:
            for part in crew.map(maker.portion, runs):
                parts.append(part)
                progress("search", sum(map(len, runs[: len(parts)])), len(findable.digests))
        except BaseException:
            crew.shutdown(cancel_futures=True)
            raise
    whole = maker.whole(parts)
    names: Mapping[str, str] = orjson.loads(whole.read(_NAMES))
    places = {path: (whole, path) for path in whole.listed if path != _NAMES}
    fragments = {names[name]: (part, name) for part in parts for name in part.listed if name in names}
    _forget_all_but(folder, {maker.frame().place, whole.place, *(part.place for part in parts)})
    return Index(dict(sorted((places | fragments).items())))


def together(indexes: Sequence[Index], cache: str) -> Index:
    """Join the indexes of several languages: the client takes the one in the language of the page it runs on."""
    if len(indexes) <= 1:
        return indexes[0] if indexes else EMPTY
    entries = [orjson.loads(index.read(ENTRY)) for index in indexes]
    languages = {name: described for entry in entries for name, described in entry["languages"].items()}
    content = orjson.dumps({**entries[0], "languages": languages})
    kept = archive.save(os.path.join(cache, FOLDER, "languages"), {ENTRY: content})
    places = {path: place for index in reversed(indexes) for path, place in index.places.items()}
    return Index(dict(sorted({**places, ENTRY: (kept, ENTRY)}.items())))


def _understood(make: Callable[[], T]) -> T:
    """Tell an index that is written in a way that we do not know (MSN011)."""
    try:
        return make()
    except (ValueError, KeyError, IndexError, TypeError, EOFError, OSError) as error:
        raise MachineFault("MSN011", {"reason": f"{type(error).__name__} {error}"[:200]}) from error


def _frame(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in files.items() if path in _NEEDED or path.startswith("wasm.")}


def _taken_over(path: str, before: Iterable[Archive]) -> bytes | None:
    """Give a file that an earlier index had already: its name says what it says."""
    for kept in before:
        if path in kept.listed:
            return kept.read(path)
    return None


def _listed(folder: str, beginning: str = "") -> list[str]:
    with suppress(OSError):
        return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.startswith(beginning)]
    return []


def _forget_all_but(folder: str, needed: Collection[str]) -> None:
    with suppress(OSError):
        for place in _listed(folder):
            if place not in needed:
                os.unlink(place)
