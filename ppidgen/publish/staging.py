"""Bring a site to its folder whole or not at all, writing only what changed.

Two generations are kept: the published folder, and a spare one in the hidden companion folder beside it.
A build brings the spare up to the new plan, syncs it and exchanges the two in one step. So a reader sees
the old site or the new one, a build that fails or is killed changes nothing that is published, and an
edit costs the files it changes. What is equal in both generations is one file under two names; where nearly all
files change, as with a warning that stands on every page, the old ones are written over instead (`over`).
A file is believed to be what an earlier build wrote only if the operating system's own numbers say so.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from os import PathLike

from ppidgen.diagnostics.progress import Progress
from ppidgen.machine.faults import told
from ppidgen.machine.lock import locked
from ppidgen.machine.passed_over import pass_over
from ppidgen.machine.syncing import FEW, sync, sync_file_system, sync_folder
from ppidgen.publish import manifest
from ppidgen.publish.exchange_dirs import publish_tree, recover
from ppidgen.publish.names import MANIFEST
from ppidgen.publish.over import put_in_doubt
from ppidgen.publish.places import Places, places, refuse_foreign
from ppidgen.publish.plan import DocumentCopy
from ppidgen.publish.spare import Spare
from ppidgen.publish.splicing import PieceFor, spliced_over
from ppidgen.publish.state import Record, Tree, content_of, intact, load, root_of, save
from ppidgen.publish.writing import Written, copy, remove, write

_PRIVATE = 0o700  # the generation before may hold what was taken off the site since


@dataclass(frozen=True, slots=True)
class PublishResult:
    """What a build did: files written, files taken over, files that are gone, bytes and files now published."""

    written: int
    reused: int
    removed: int
    total_bytes: int
    files: Mapping[str, Record] = field(repr=False)


class Site:
    """A site being built; nothing of it is published before `publish`."""

    def __init__(self, here: Places, live: Tree, spare: Spare, progress: Progress) -> None:
        self._here = here
        self._live = live
        self._spare = spare
        self._progress = progress
        self._unlisted: set[str] = set()
        self._replaced = 0
        self._is_over = False
        self._ahead: dict[str, Written] = {}
        self.published = False

    @property
    def root_for_workers(self) -> str:
        """Give the folder below which `write` may create files; each record it returns must come to `add`."""
        return self._here.spare

    def write(self, path: str, key: str, content: bytes) -> Written:
        """Write a file; safe to call in a forked worker; the record must come to `add`."""
        return write(self._here.spare, path, key, content, over=self._is_over)

    def write_over(self) -> None:
        """Let files be written over where they lie from now on; it pays when most of them change."""
        if not self._is_over and self._spare.is_known:
            with told(self._here.home):
                put_in_doubt(self._here.doubt)
            self._is_over = True

    @property
    def is_over(self) -> bool:
        """Say whether files are written over where they lie."""
        return self._is_over

    def settle(self) -> None:
        """Give up this build; the tree that it wrote over is in doubt until all of that is on the disk.

        All, since workers may have written files of which no record came.
        """
        if self._is_over and sync_file_system(self._here.spare):
            os.unlink(self._here.doubt)

    @property
    def held(self) -> Mapping[str, Record]:
        """Give every file of this build so far with its record."""
        return self._spare.wanted

    def take_ahead(self, records: Iterable[Written], *, as_wanted: bool) -> None:
        """Take note of files that were written before anyone knew whether they are wanted.

        What is not kept goes; of files that are not `as_wanted` nothing is.
        """
        written = {record.path: record for record in records}
        self._spare.strays.update(written)
        self._ahead = written if as_wanted else {}

    def sync_ahead(self) -> None:
        """Begin to bring to the disk what is written so far, where that is one call: `publish` has less to wait for."""
        with told(self._here.spare):
            sync_file_system(self._here.spare)

    def has(self, path: str, key: str) -> bool:
        """Say whether this file is there, made from the same `key`: of an earlier build, or written ahead.

        One that somebody touched since does not count.
        """
        return self._is_ahead(path, key) or self._spare.holds(path, key) or self._live_holds(path, key)

    def splice(self, path: str, own: str, key: str, piece_for: PieceFor) -> Written | None:
        """Write a file anew that differs in one piece from what an earlier build made under a key beginning with `own`.

        None where no untouched file of such a key is left, or no piece is given for it.
        """
        spare, live = self._spare.record(path, own), self._live.files.get(path)
        if spare and self._is_over and (done := spliced_over(self._here.spare, path, spare, key, piece_for)):
            return done
        old = content_of(self._here.spare, path, spare) if spare else None
        if old is None and live and live[0].startswith(own):  # as where a name that both trees shared was taken away
            old = content_of(self._here.out, path, live)
        piece = piece_for(old) if old is not None else None
        if old is None or piece is None:
            return None
        view = memoryview(old)
        parts = view[: piece.start], piece.content, view[piece.end :]
        return write(self._here.spare, path, key, *parts, over=self._is_over)

    def keep(self, path: str, key: str) -> bool:
        """Take the file over into this build; give False when it has to be written."""
        if self._is_ahead(path, key):
            self._spare.take(self._ahead[path])
            return True
        if self._spare.holds(path, key):
            self._spare.keep(path)
            return True
        if not self._live_holds(path, key):
            return False
        self._replaced += self._spare.has_another(path)
        if self._replaced > FEW:
            self.write_over()
        with told(path):
            self._live.files[path] = self._spare.adopt(path, self._here.out, self._live.files[path], over=self._is_over)
        return True

    def look_below(self, folder: str) -> None:
        """Look now at what an earlier build left below a folder, while others are at what comes there."""
        self._spare.look_below(folder)

    def keep_unlisted(self, path: str, key: str) -> bool:
        """Take over, if it can be, a file that the manifest does not list."""
        self._unlisted.add(path)
        return self.keep(path, key)

    def made_from(self, key: str) -> tuple[str, ...]:
        """Name the published files that were made from `key`; none when somebody touched one of them since."""
        found = tuple(path for path, record in self._live.files.items() if record[0] == key)
        return found if all(self.has(path, key) for path in found) else ()

    def add(self, records: Iterable[Written]) -> None:
        """Take up files that `write` made."""
        for record in records:
            self._spare.take(record)

    def add_unlisted(self, records: Iterable[Written]) -> None:
        """Take up files that `write` made and the manifest does not list."""
        for record in records:
            self._unlisted.add(record.path)
            self._spare.take(record)

    def put(self, path: str, key: str, content: bytes) -> None:
        """Keep a file or write it, here and now."""
        if not self.keep(path, key):
            self.add((self.write(path, key, content),))

    def copy(self, document: DocumentCopy) -> None:
        """Bring a document into the site as it is."""
        if not self.keep(document.path, document.sha256):
            record = copy(self._here.spare, document.path, document.source, document.sha256, document.size)
            self.add((record,))

    def publish(self, version: str, day: str, extra: Mapping[str, object] | None = None) -> PublishResult:
        """List everything in the manifest, sync, and exchange the trees in one step."""
        spare, here = self._spare, self._here
        listed = {path: (record[1], record[2]) for path, record in spare.wanted.items() if path not in self._unlisted}
        content = manifest.encode(listed, version, day, extra or {})
        self.add((write(here.spare, MANIFEST, "", content),))
        with told(here.spare):
            removed = spare.drop_the_rest()
            self._progress("sync", 0, 1)
            sync(here.spare, spare.fresh, spare.touched)
            tree = spare.sealed()
        spare.forget_shared(self._live)
        save(here.state, tree, self._live)
        with told(here.doubt):
            if self._is_over or os.path.lexists(here.doubt):
                os.unlink(here.doubt)
        publish_tree(here.spare, here.out, here.retired)
        with told(here.out):
            sync_folder(here.home)
            sync_folder(os.path.dirname(here.out))
        self.published = True
        self._progress("sync", 1, 1)
        total = sum(record[2] for record in tree.files.values())
        return PublishResult(len(spare.fresh), len(tree.files) - len(spare.fresh), removed, total, tree.files)

    def _is_ahead(self, path: str, key: str) -> bool:
        return path in self._ahead and self._ahead[path].key == key

    def _live_holds(self, path: str, key: str) -> bool:
        record = self._live.files.get(path)
        return record is not None and record[0] == key and intact(self._here.out, path, record)


@contextmanager
def publishing(
    out: str | PathLike[str],
    *,
    forbidden: Sequence[str | PathLike[str]] = (),
    patience: float = 30.0,
    progress: Progress = lambda _stage, _done, _all: None,
) -> Iterator[Site]:
    """Hold the folder `out` for one build: lock it, end what a killed build left, make the spare tree ready."""
    here = places(out)
    refuse_foreign(here, forbidden)
    with told(here.home):
        os.makedirs(here.home, _PRIVATE, exist_ok=True)
        pass_over(here.home)
    with locked(here.lock, here.out, patience):
        recover(here.spare, here.out, here.retired)
        refuse_foreign(here, forbidden)
        trees = load(here.state)
        with told(here.spare):
            is_doubtful = os.path.lexists(here.doubt)
            spare = Spare(here.spare, Tree() if is_doubtful else _known(trees, here.spare))
            spare.prepare()
        site = Site(here, _known(trees, here.out), spare, progress)
        try:
            yield site
        finally:
            if not site.published:
                with suppress(OSError):
                    site.settle() if spare.is_known else remove(here.spare)


def _known(trees: tuple[Tree, ...], folder: str) -> Tree:
    """Find what is remembered of the tree that lies at `folder` now."""
    root = root_of(folder)
    return next((tree for tree in trees if tree.root == root), Tree(root or (0, 0)))
