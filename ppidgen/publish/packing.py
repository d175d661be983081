"""Packed copies beside the files of a site, for servers that hand them out as they are (nginx, Apache, GitLab Pages).

A copy says nothing that its file does not, so the manifest lists the file alone. The same bytes on every machine with
the same compressor: no date, no name, and no mark of the system in a gzip header (RFC 1952, 2.3.1).
"""

import gzip
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from types import ModuleType
from typing import Protocol

from ppidgen.diagnostics import MachineFault
from ppidgen.machine.faults import told
from ppidgen.publish.names import BROTLI, GZIP
from ppidgen.publish.state import Record
from ppidgen.publish.writing import Written, write
from ppidgen.source.files import never_linked

_TEXTS = (".html", ".css", ".js", ".json", ".jsonld", ".svg", ".xml", ".txt", ".csv", ".ics", ".md", ".webmanifest")
_SMALLEST = 1_000  # below this the headers of an answer weigh more than what is won
_BEST = 9
_GZIP_SYSTEM, _UNKNOWN_SYSTEM = 9, b"\xff"


class Packable(Protocol):
    """A site being built, as far as packing asks of it."""

    @property
    def root_for_workers(self) -> str:
        """Give the folder in which the site is staged."""
        ...

    @property
    def held(self) -> Mapping[str, Record]:
        """Give every file of this build so far with its record."""
        ...

    def keep_unlisted(self, path: str, key: str) -> bool:
        """Take over from an earlier build a file that the manifest does not list."""
        ...

    def add_unlisted(self, records: Iterable[Written]) -> None:
        """Take up files that the manifest does not list."""
        ...


def pack(site: Packable, forms: tuple[str, ...]) -> None:
    """Put a packed copy in each of these forms beside every text that is worth it; what is there already stays."""
    if BROTLI in forms:
        _brotli()
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # compressors let go of the interpreter while they work
        missing = list(_missing(site, forms))
        site.add_unlisted(pool.map(lambda one: _packed(site.root_for_workers, *one), missing))


def unpacked(path: str, raw: bytes, largest: int) -> bytes | None:
    """Give what a packed copy holds; None where it holds more than `largest`, or is no whole copy in a known form.

    Bytes behind the end are no part of a copy: one client passes over them, another shows them.
    """
    form = path.rpartition(".")[2]
    if form == GZIP:
        return _inflated(raw, largest)
    return _unbrotlied(raw, largest) if form == BROTLI else None


def _inflated(raw: bytes, largest: int) -> bytes | None:
    try:
        inflater = zlib.decompressobj(wbits=31)
        content = inflater.decompress(raw, largest + 1)
    except zlib.error:
        return None
    is_whole = inflater.eof and not inflater.unused_data
    return content if is_whole and len(content) <= largest else None


def _unbrotlied(raw: bytes, largest: int) -> bytes | None:
    brotli = _brotli()
    try:
        opener = brotli.Decompressor()
        content = bytes(opener.process(raw, output_buffer_limit=largest + 1))
    except brotli.error:
        return None
    return content if opener.is_finished() and len(content) <= largest else None


def _missing(site: Packable, forms: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Give path, digest and form of each copy that has to be made; a file of that name is never put aside."""
    files = dict(site.held)
    for path, record in files.items():
        if record[2] >= _SMALLEST and path.endswith(_TEXTS):
            for form in forms:
                if f"{path}.{form}" not in files and not site.keep_unlisted(f"{path}.{form}", record[1]):
                    yield path, record[1], form


def _packed(root: str, path: str, digest: str, form: str) -> Written:
    with told(path), open(f"{root}/{path}", "rb", opener=never_linked) as file:
        raw = file.read()
    return write(root, f"{path}.{form}", digest, _gzipped(raw) if form == GZIP else _brotli().compress(raw))


def _gzipped(raw: bytes) -> bytes:
    packed = gzip.compress(raw, _BEST, mtime=0)
    return packed[:_GZIP_SYSTEM] + _UNKNOWN_SYSTEM + packed[_GZIP_SYSTEM + 1 :]


def _brotli() -> ModuleType:
    try:
        return import_module("brotli")
    except ImportError as error:
        raise MachineFault("MSN061") from error
