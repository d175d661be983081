"""Share out the pages among processes: compose each, and render and write those that an edit changed.

Pages are shared, not records: a forked worker sees the whole portal without a copy, so what passes between
processes is only the name, digest and size of each file. Where there is no fork, or little to do, one process
does it all; the files are the same.
"""

import gc
import hashlib
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

import orjson

from ppidgen import __version__
from ppidgen.model.context import Context
from ppidgen.model.page import DataFile, Page, Shell
from ppidgen.model.registers import Register
from ppidgen.model.sheet import packed, read_sheet
from ppidgen.pages import FAMILIES, Spec
from ppidgen.pages.links import links_of
from ppidgen.publish.writing import Written, write
from ppidgen.source.tree import SourceFile, SourceTree
from ppidgen.theme.load import Theme
from ppidgen.theme.render import Renderer

# Below this many pages a second process costs more than it brings (measured: start and return of a worker 30 ms).
WORTH_SHARING = 400
BATCH = 50

Job = tuple[int, int]
W = TypeVar("W")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Press:
    """What turns a page into bytes; `digest` changes whenever the bytes of any page might."""

    renderer: Renderer
    digest: bytes

    @property
    def assets(self) -> tuple[DataFile, ...]:
        """Give the files that the pages load."""
        return self.renderer.assets


def press(theme: Theme, shell: Shell) -> Press:
    """Make ready to render the pages of one portal."""
    base_path = urlsplit(shell.base_url).path or "/"
    digest = hashlib.blake2b(theme.digest.encode() + orjson.dumps((__version__, base_path, shell)), digest_size=16)
    return Press(Renderer(theme, shell, base_path), digest.digest())


class Shelf(Protocol):
    """Where finished pages go."""

    @property
    def root_for_workers(self) -> str:
        """Give the folder that workers may write below."""
        ...

    def has(self, path: str, key: str) -> bool:
        """Say whether the page of this key is there already."""
        ...


@dataclass(frozen=True, slots=True)
class Batch:
    """What one worker did: the files it kept and wrote, the addresses, and the links that lead on."""

    kept: tuple[tuple[str, str], ...] = ()
    written: tuple[Written, ...] = ()
    addresses: tuple[tuple[str, str], ...] = ()
    links: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bench:
    """What every worker has before it: the portal, the press and the shelf (None: nothing is written)."""

    context: Context
    items: Sequence[Sequence[Spec]]
    press: Press | None
    shelf: Shelf | None


@dataclass(frozen=True, slots=True)
class Desk:
    """What every reader has before it."""

    tree: SourceTree
    files: Sequence[tuple[SourceFile, Register]]


_bench: Bench | None = None
_desk: Desk | None = None


def work(
    context: Context,
    press: Press | None,
    shelf: Shelf | None,
    processes: int,
    progress: Callable[[str, int, int], None],
    meanwhile: Callable[[], R],
) -> tuple[tuple[Batch, ...], R]:
    """Compose every page; with a press and a shelf, also render and write the ones that are not there yet.

    `meanwhile` is what this process does while the others are at the pages.
    """
    global _bench  # noqa: PLW0603 - a forked worker inherits it; nothing is copied
    items = tuple(family.items(context) for family in FAMILIES)
    jobs = [(family, item) for family, found in enumerate(items) for item in range(len(found))]
    _bench = Bench(context, items, press, shelf)
    batches: list[Batch] = []
    done = 0
    try:
        with _crew(processes if len(jobs) >= WORTH_SHARING else 1) as share:
            coming = share(_do, list(_batches(jobs)))
            aside = meanwhile()
            for batch in coming:
                batches.append(batch)
                done += len(batch.addresses)
                progress("pages", done, len(jobs))
    finally:
        _bench = None
    return tuple(batches), aside


def read_sheets(
    tree: SourceTree, files: Sequence[tuple[SourceFile, Register]], processes: int
) -> Iterator[tuple[SourceFile, Register, object]]:
    """Read register files; give for each its sheet as plain values, or None where a fault must be told in person."""
    global _desk  # noqa: PLW0603 - as the bench
    _desk = Desk(tree, files)
    try:
        with _crew(processes if len(files) >= WORTH_SHARING else 1) as share:
            for first, sheets in share(_read, range(0, len(files), BATCH)):
                for (file, register), sheet in zip(files[first : first + BATCH], orjson.loads(sheets), strict=True):
                    yield file, register, sheet
    finally:
        _desk = None


def _read(first: int) -> tuple[int, bytes]:
    desk = _desk
    if desk is None:
        raise RuntimeError("a worker was started outside of read_sheets()")
    batch = desk.files[first : first + BATCH]
    sheets = [packed(read_sheet(file.path, desk.tree.reader.read(file.path), register)) for file, register in batch]
    return first, orjson.dumps(sheets)


def path_of(address: str) -> str:
    """Give the file that answers an address: "/informasi/" is "informasi/index.html"."""
    inside = address.removeprefix("/")
    return inside + "index.html" if inside.endswith("/") or not inside else inside


def compose_all(context: Context) -> Iterator[Page]:
    """Compose every page in this process, in the order of the families."""
    for family in FAMILIES:
        for item in family.items(context):
            yield family.compose(context, item)


def _batches(jobs: Sequence[Job]) -> Iterator[tuple[Job, ...]]:
    rest = iter(jobs)
    while batch := tuple(islice(rest, BATCH)):
        yield batch


class Share(Protocol):
    """How portions of work are given out: at once, and the results come in their order."""

    def __call__(self, task: Callable[[W], R], portions: Sequence[W], /) -> Iterator[R]:
        """Give out the portions."""
        ...


@contextmanager
def _crew(processes: int) -> Iterator[Share]:
    if processes < 2 or "fork" not in multiprocessing.get_all_start_methods():  # noqa: PLR2004 - one is no crowd
        yield map
        return
    gc.freeze()
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processes, mp_context=fork) as pool:
        yield pool.map


def _do(jobs: tuple[Job, ...]) -> Batch:
    bench = _bench
    if bench is None:
        raise RuntimeError("a worker was started outside of work()")
    kept: list[tuple[str, str]] = []
    written: list[Written] = []
    addresses: list[tuple[str, str]] = []
    links: dict[str, str] = {}
    for family, item in jobs:
        page = FAMILIES[family].compose(bench.context, bench.items[family][item])
        addresses.append((page.address, page.source))
        for link in links_of(page) - links.keys():
            links[link] = page.source or page.address
        if bench.press is not None and bench.shelf is not None:
            _print(page, bench.press, bench.shelf, kept, written)
    return Batch(tuple(kept), tuple(written), tuple(addresses), links)


def _print(page: Page, press: Press, shelf: Shelf, kept: list[tuple[str, str]], written: list[Written]) -> None:
    path = path_of(page.address)
    key = hashlib.blake2b(orjson.dumps(page) + press.digest, digest_size=16).hexdigest()
    if shelf.has(path, key):
        kept.append((path, key))
    else:
        written.append(write(shelf.root_for_workers, path, key, press.renderer.render(page)))


def processors() -> int:
    """Give how many processes may work at once on this machine."""
    count = getattr(os, "process_cpu_count", os.cpu_count)
    return count() or 1
