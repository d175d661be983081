"""The search index of a site: records in, one bundle of files out, made again only when a record changed.

The indexer takes about a millisecond of one core for each record and 140 KiB of memory; its files are
put in a fixed order afterwards (`bundle`), so that the same records give the same bytes.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

import orjson

from ppidgen.diagnostics import MachineFault
from ppidgen.publish import archive, pagefind
from ppidgen.publish.bundle import canonical
from ppidgen.publish.faults import told

FORM = "1"  # to be counted up when the same records shall give another bundle
PATIENCE = 900.0

_NEEDED = frozenset({"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"})
_OWN_LOOKS = ("pagefind-", "playground/")


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """What can be found at one address; only `text` is quoted in results."""

    url: str
    title: str
    text: str
    summary: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    synonyms: tuple[str, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)
    date: str = ""

    def message(self) -> dict[str, object]:
        """Say it in the indexer's words; what is in `meta` is found as well as what is in `content`."""
        meta = {"title": self.title, "summary": self.summary, "synonyms": ", ".join(self.synonyms), **self.meta}
        return {
            "url": self.url,
            "content": self.text,
            "meta": {name: value for name, value in meta.items() if value},
            "filters": {name: sorted(set(self.filters[name])) for name in sorted(self.filters)},
            "sort": {"date": self.date} if self.date else {},
        }


def search_bundle(
    records: Iterable[SearchRecord],
    cache: str,
    *,
    language: str = "id",
    looks: frozenset[str] = frozenset(),
    patience: float = PATIENCE,
    progress: Callable[[str, int, int], None] = lambda _stage, _done, _all: None,
) -> archive.Archive:
    """Index the records, or find the bundle of an earlier build in the folder `cache`.

    `looks` names the files of the indexer's own interface to be included (`pagefind-component-ui.js`, ...).
    """
    messages = [record.message() for record in sorted(records, key=lambda record: (record.url, record.title))]
    if not messages:
        return archive.EMPTY
    program = pagefind.binary()
    options = [FORM, language, sorted(looks), pagefind.version(program)]
    digest = hashlib.sha256(orjson.dumps([options, messages])).hexdigest()
    place = os.path.join(cache, f"search-{digest[:32]}")
    known = archive.load(place)
    if known is None:
        progress("search", 0, len(messages))
        files = _ordered(pagefind.index(program, messages, language, patience), language)
        with told(cache):
            os.makedirs(cache, exist_ok=True)
        known = archive.save(place, {path: files[path] for path in files if _is_needed(path, looks)})
    progress("search", len(messages), len(messages))
    _forget_others(cache, os.path.basename(place))
    return known


def _ordered(files: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    try:
        return canonical(files, language)
    except (ValueError, KeyError, IndexError, TypeError, EOFError, OSError) as error:
        raise MachineFault("MSN011", {"reason": f"{type(error).__name__} {error}"[:200]}) from error


def _is_needed(path: str, looks: frozenset[str]) -> bool:
    return path in _NEEDED or path in looks or not path.startswith(_OWN_LOOKS)


def _forget_others(cache: str, name: str) -> None:
    with suppress(OSError):
        for other in os.listdir(cache):
            if other.startswith("search-") and other != name:
                os.unlink(os.path.join(cache, other))
