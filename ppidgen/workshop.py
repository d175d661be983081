"""Share out the pages among processes: compose each, and render and write those that an edit changed.

Pages are shared, not records: a forked worker sees the whole portal without a copy, so what passes between
processes is only the name, digest and size of each file. Where there is no fork, or little to do, one process
does it all; the files are the same.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import islice
from typing import TypeVar

import orjson

from ppidgen.crew import crew
from ppidgen.digests import NO_DIGESTS, Digests
from ppidgen.model.page import Page
from ppidgen.model.public import PublicContext
from ppidgen.model.registers import Register
from ppidgen.model.share import Picture
from ppidgen.model.sheet import packed, read_sheet
from ppidgen.pages import Family, Spec, families
from ppidgen.pages.editions import editions
from ppidgen.pages.links import links_of
from ppidgen.printing import Press, Printed, Shelf, path_of, printed, reprinted, said_of
from ppidgen.publish import last_look
from ppidgen.publish.plan import path_fault
from ppidgen.publish.search_record import SearchRecord, record_of
from ppidgen.publish.writing import Written, write
from ppidgen.source.shortcuts import NOTHING_LEARNT, Shortcut, Shortcuts
from ppidgen.source.tree import SourceFile, SourceTree

# Below this many pages a second process costs more than it brings (measured: start and return of a worker 30 ms).
WORTH_SHARING = 400
BATCH = 50

Job = tuple[int, int]
R = TypeVar("R")


@dataclass(slots=True)
class Batch:
    """What one worker did: files kept and written, addresses and their sources, links that lead on, shortcuts.

    A link's address is kept with the file (or page) that it was first met in and with how it is written there.
    `found` holds the digest of what search knows of an address, with the record of a page that was composed, and
    `private` what the last look found.
    """

    kept: list[tuple[str, str]] = field(default_factory=list)
    written: list[Written] = field(default_factory=list)
    addresses: list[tuple[str, str]] = field(default_factory=list)
    links: dict[str, tuple[str, str]] = field(default_factory=dict)
    shortcuts: list[tuple[str, Shortcut]] = field(default_factory=list)
    found: list[tuple[str, str, SearchRecord | None]] = field(default_factory=list)
    private: list[last_look.Private] = field(default_factory=list)

    def take(self, done: Printed) -> None:
        """Take up a page that was kept or written."""
        if done.written is None:
            self.kept.append((done.path, done.key))
        else:
            self.written.append(done.written)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made of a context: pages, and with a press and a shelf also their files.

    `made_of` are the digests of what pages are made of, `machine` that of what makes them; `shortcuts` are those of an
    earlier build. `searched` asks for what search knows of each page. `known` are the digests of the personal data
    that the sources hold: of those the rules have told.
    """

    context: PublicContext
    processes: int = 1
    press: Press | None = None
    shelf: Shelf | None = None
    made_of: Digests = NO_DIGESTS
    machine: bytes = b""
    shortcuts: Shortcuts = NOTHING_LEARNT
    searched: bool = False
    known: frozenset[str] = frozenset()

    @property
    def ground(self) -> str:
        """Give what stands for all that quiet pages are made of; while it is what it was, so is each of them."""
        if not self.made_of.common:
            return ""
        return hashlib.blake2b(self.machine + self.made_of.common + self.made_of.texts, digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Bench:
    """What every worker has before it: the order, all pages to come, and how they stand to those of the last build.

    They are sound when none has gone; with `is_quiet` nothing has changed that quiet pages are made of.
    """

    order: Order
    families: Sequence[Family]
    items: Sequence[Sequence[Spec]]
    is_sound: bool
    is_quiet: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """What every reader has before it."""

    tree: SourceTree
    files: Sequence[tuple[SourceFile, Register]]


@dataclass(frozen=True, slots=True)
class Easel:
    """What every painter has before it: the press, the folder to write below, pictures to draw with their keys."""

    press: Press
    root: str
    pictures: Sequence[tuple[Picture, str]]


_bench: Bench | None = None
_desk: Desk | None = None
_easel: Easel | None = None


def work(
    order: Order, progress: Callable[[str, int, int], None], meanwhile: Callable[[], R]
) -> tuple[tuple[Batch, ...], R]:
    """Compose every page, and render and write the ones that are not there yet.

    `meanwhile` is what this process does while the others are at the pages.
    """
    global _bench  # noqa: PLW0603 - a forked worker inherits it; nothing is copied
    all_families = families(order.context)
    items = tuple(family.items(order.context) for family in all_families)
    jobs = [(family, item) for family, found in enumerate(items) for item in range(len(found))]
    # A page is sound only while its links lead on: once an address has gone, all links are looked at again.
    is_sound = order.shortcuts.pages.keys() <= {spec.address for found in items for spec in found}
    is_quiet = bool(order.ground) and order.shortcuts.ground == order.ground
    _bench = Bench(order, all_families, items, is_sound, is_quiet)
    for family, found in zip(all_families, items, strict=True):
        if family.made_of is not None and found and not is_quiet:
            family.made_of(order.context, found[0])  # makes the look-ups here, once, for all workers to inherit
    batches: list[Batch] = []
    done = 0
    try:
        with crew(order.processes if len(jobs) >= WORTH_SHARING else 1) as share:
            # The last first: among them are the longest pages, for which all others would wait at the end.
            coming = share(_do, list(_batches(jobs))[::-1])
            aside = meanwhile()
            for batch in coming:
                batches.append(batch)
                done += len(batch.addresses)
                progress("pages", done, len(jobs))
    finally:
        _bench = None
    return tuple(batches[::-1]), aside


def read_sheets(
    tree: SourceTree, files: Sequence[tuple[SourceFile, Register]], processes: int
) -> Iterator[tuple[SourceFile, Register, object]]:
    """Read register files; give for each its sheet as plain values, or None where a fault must be told in person."""
    global _desk  # noqa: PLW0603 - as the bench
    _desk = Desk(tree, files)
    try:
        with crew(processes if len(files) >= WORTH_SHARING else 1) as share:
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
    contents = desk.tree.reader.read_each(file.path for file, _ in batch)
    sheets = [
        packed(read_sheet(file.path, raw, register)) for (file, register), raw in zip(batch, contents, strict=True)
    ]
    return first, orjson.dumps(sheets)


def draw(press: Press, shelf: Shelf, pictures: Iterable[Picture], processes: int) -> Batch:
    """Draw the pictures that no earlier build has left; `addresses` of the batch stay empty, since none is a page."""
    global _easel  # noqa: PLW0603 - as the bench
    batch, wanted = Batch(), []
    made_with = (press.renderer.picture_digest, version("pillow"))
    for picture in pictures if press.renderer.draws else ():
        key = hashlib.blake2b(orjson.dumps((picture, made_with)), digest_size=16).hexdigest()
        path = path_of(picture.address)
        if shelf.has(path, key):
            batch.kept.append((path, key))
        else:
            wanted.append((picture, key))
    _easel = Easel(press, shelf.root_for_workers, wanted)
    try:
        with crew(processes if len(wanted) >= WORTH_SHARING else 1) as share:
            for written in share(_draw, range(0, len(wanted), BATCH)):
                batch.written.extend(written)
    finally:
        _easel = None
    return batch


def _draw(first: int) -> list[Written]:
    easel = _easel
    if easel is None:
        raise RuntimeError("a worker was started outside of draw()")
    portion = easel.pictures[first : first + BATCH]
    renderer = easel.press.renderer
    return [write(easel.root, path_of(picture.address), key, renderer.draw(picture)) for picture, key in portion]


def specs(context: PublicContext) -> dict[str, tuple[Family, Spec]]:
    """Give what each page is composed of, by address."""
    return {spec.address: (family, spec) for family in families(context) for spec in family.items(context)}


def compose_all(context: PublicContext) -> Iterator[Page]:
    """Compose every page in this process, in the order of the families."""
    for family in families(context):
        for spec in family.items(context):
            yield family.compose(context, spec)


def _batches(jobs: Sequence[Job]) -> Iterator[tuple[Job, ...]]:
    rest = iter(jobs)
    while batch := tuple(islice(rest, BATCH)):
        yield batch


def _do(jobs: tuple[Job, ...]) -> Batch:
    bench = _bench
    if bench is None:
        raise RuntimeError("a worker was started outside of work()")
    order, batch = bench.order, Batch()
    for number, item in jobs:
        family, spec = bench.families[number], bench.items[number][item]
        known = order.shortcuts.pages.get(spec.address)
        is_as_before = known is not None and bench.is_quiet and not family.is_whole
        made_of = known.made_of if known and is_as_before else _made_of(family, spec, order)
        if known and made_of and bench.is_sound and _is_there(spec.address, known, made_of, order, batch):
            continue
        page = family.compose(order.context, spec)
        batch.addresses.append((page.address, page.source))
        for named, written in links_of(page).items():
            link = _placed(order.context, page.language, named)
            if link not in batch.links:
                batch.links[link] = (page.source or page.address, written)
        record = record_of(page) if order.searched else None
        found = record.digest if record else ""
        if record:
            batch.found.append((page.address, found, record))
        said = said_of(page)
        private = last_look.in_page(said, order.known)
        batch.private += (last_look.Private(page.address, page.source, hit.kind, hit.shown) for hit in private)
        if order.press is None or order.shelf is None or path_fault(path_of(page.address)):
            continue  # a path that no system can store is told by the audit, which looks at every address
        done = printed(page, said, known.key if known else "", order.press, order.shelf)
        batch.take(done)
        if made_of:
            batch.shortcuts.append((page.address, Shortcut(made_of, done.key, found if order.searched else None)))
    return batch


def _placed(context: PublicContext, language: str, link: str) -> str:
    """Give where a link of a page leads once the theme has put the page of its own language in the place."""
    return next((one.place(link) for one, _ in editions(context) if one.language == language), link)


def _made_of(family: Family, spec: Spec, order: Order) -> str:
    known = order.made_of
    if not known.common:
        return ""
    of_all = known.whole if family.is_whole else known.quiet
    own = family.made_of(order.context, spec) if family.made_of else of_all
    parts = known.common + order.machine + spec.address.encode("utf-8", "surrogatepass") + b"\0" + own
    return hashlib.blake2b(parts, digest_size=16).hexdigest()


def _is_there(address: str, known: Shortcut, made_of: str, order: Order, batch: Batch) -> bool:
    """Take over a page that an earlier build made of the same; its links were sound then and no address has gone."""
    if known.made_of != made_of or (order.searched and known.found is None):
        return False
    if order.press is None or order.shelf is None:
        return False
    done = reprinted(path_of(address), known.key, order.press, order.shelf)
    if done is None:
        return False
    batch.take(done)
    batch.addresses.append((address, ""))
    batch.shortcuts.append((address, known._replace(key=done.key)))
    if known.found:
        batch.found.append((address, known.found, None))
    return True
