"""The tree that is not published: made ready, brought up to the plan, sealed.

It was published once, so nothing in it is taken on trust. A folder whose numbers are not those recorded
is looked through, and what no earlier build left there is removed; links are never followed.
"""

import os
import stat
import time
from collections.abc import Iterable

from ppidgen.publish.over import LARGEST
from ppidgen.publish.plan import comparable, path_fault
from ppidgen.publish.state import Mark, Record, Tree, intact, root_of
from ppidgen.publish.writing import FOLDER_MODE, Written, clear_way, copy, remove

_TICK_NS = 20_000_000  # no clock of a file system is coarser, but for FAT's, which keeps no inodes either
_NEVER = 0


class Spare:
    """The staged tree: what it held, what it is to hold, and what was done to it.

    `strays` are files that may have been written into it and that nobody wants unless they are taken.
    """

    def __init__(self, root: str, known: Tree) -> None:
        self._root = root
        self._known = known
        self._intact: set[tuple[str, str]] = set()
        self.wanted: dict[str, Record] = {}
        self.fresh: set[str] = set()
        self.strays: set[str] = set()
        self.touched: set[str] = {""}

    @property
    def is_known(self) -> bool:
        """Say whether an earlier build remembered this tree."""
        return bool(self._known.files)

    def prepare(self) -> None:
        """Clear away what no earlier build left; a tree that nobody remembers is started anew."""
        if not self.is_known:
            remove(self._root)
            os.mkdir(self._root)
            os.chmod(self._root, FOLDER_MODE)
            return
        self._look_through("")
        doubtful = [folder for folder, mark in self._known.folders.items() if self._mark(folder) != mark]
        for folder in sorted(doubtful):  # a folder comes before those inside it, so links above are gone already
            if not path_fault(folder):
                self._look_through(folder)

    def holds(self, path: str, key: str) -> bool:
        """Say whether the tree has this file already, untouched."""
        record = self._known.files.get(path)
        if record is None or record[0] != key:
            return False
        if (path, key) not in self._intact:
            if not intact(self._root, path, record):
                return False
            self._intact.add((path, key))
        return True

    def look_below(self, folder: str) -> None:
        """Ask now whether the files below a folder are untouched; `holds` need not ask again."""
        for path, record in self._known.files.items():
            if path.startswith(folder):
                self.holds(path, record[0])

    def record(self, path: str, own: str) -> Record | None:
        """Give the record that the tree has of a file whose key begins so; the file may have been touched since."""
        record = self._known.files.get(path)
        return record if record and record[0].startswith(own) else None

    def keep(self, path: str) -> None:
        """Let a file that the tree holds stay."""
        self.wanted[path] = self._known.files[path]

    def has_another(self, path: str) -> bool:
        """Say whether an older file stands where one of the published tree is to be shared."""
        return path in self._known.files

    def adopt(self, path: str, source_root: str, record: Record, *, over: bool = False) -> Record:
        """Share an untouched file of the published tree; give its record as it is after that.

        `over` allows to copy it over the file that stands there: to unlink ten thousand takes longer than to share
        them saves.
        """
        source = f"{source_root}/{path}"
        if not (over and self.has_another(path) and record[2] <= LARGEST) and self._link(source, path):
            found = os.lstat(source)
            shared = (*record[:3], found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
            if (found.st_size, *shared[3:4], shared[5]) == (record[2], record[3], record[5]):
                self.wanted[path] = shared
                self.touched.add(_parent(path))
                return shared
        written = copy(self._root, path, source, record[1], record[2], over=over)
        self.take(written._replace(key=record[0]))
        return record

    def take(self, written: Written) -> None:
        """Take up a file that was just written into the tree."""
        self.wanted[written.path] = written[1:-1]
        self.fresh.add(written.path)
        if not written.in_place:
            self.touched.add(_parent(written.path))

    def drop_the_rest(self) -> int:
        """Remove files and folders that the new site no longer has; say how many files."""
        needed = _folders(self.wanted)
        kept = self.wanted.keys() | needed
        gone = self._known.files.keys() - kept
        emptied = (self._known.folders.keys() | _folders(self.strays)) - kept
        doomed = (*(gone | self.strays - kept), *sorted(emptied, reverse=True))
        staying = {comparable(path): path for path in (*self.wanted, *needed)} if doomed else {}
        for path in doomed:
            # What is remembered may be hostile: nothing outside is ever removed.
            if not path_fault(path) and not self._is_one(path, staying.get(comparable(path))):
                remove(f"{self._root}/{path}")
                self.touched.add(_parent(path))
        for folder in needed - self._known.folders.keys():
            self.touched |= {folder, _parent(folder)}
        self.touched &= needed | {""}
        return len(gone)

    def sealed(self) -> Tree:
        """Describe the finished tree; a folder changed a moment ago is looked through again next time."""
        now = time.time_ns()
        folders = {}
        for folder in _folders(self.wanted):
            mark = self._known.folders.get(folder)
            if mark is None or folder in self.touched:
                mark = self._mark(folder)
                if mark[0] > now - _TICK_NS:
                    mark = (mark[0], _NEVER, mark[2])
            folders[folder] = mark
        return Tree(root_of(self._root) or (0, 0), self.wanted, folders)

    def forget_shared(self, live: Tree) -> None:
        """Stop believing in published files whose second name was removed here: their numbers changed with it."""
        for path, old in self._known.files.items():
            twin = live.files.get(path)
            if twin is not None and twin[5] == old[5] and self.wanted.get(path) != twin:
                live.files[path] = (*twin[:4], _NEVER, twin[5])

    def _link(self, source: str, path: str) -> bool:
        """Give the file a second name here; give False where the file system knows no such thing."""
        try:
            try:
                os.link(source, f"{self._root}/{path}", follow_symlinks=False)
            except (FileExistsError, FileNotFoundError, NotADirectoryError):
                os.link(source, clear_way(self._root, path), follow_symlinks=False)
        except (OSError, NotImplementedError):
            return False
        return True

    def _is_one(self, path: str, other: str | None) -> bool:
        """Say whether two spellings name one file here, as they do where capitals do not count."""
        if other is None:
            return False
        try:
            return os.path.samefile(f"{self._root}/{path}", f"{self._root}/{other}")
        except OSError:
            return False

    def _mark(self, folder: str) -> Mark:
        try:
            found = os.lstat(f"{self._root}/{folder}")
        except (OSError, ValueError):
            return (_NEVER, _NEVER, _NEVER)
        return (found.st_mtime_ns, found.st_ctime_ns, found.st_ino)

    def _look_through(self, folder: str) -> None:
        """Remove from one folder all that no earlier build left there."""
        place = f"{self._root}/{folder}" if folder else self._root
        try:
            if not stat.S_ISDIR(os.lstat(place).st_mode):
                return
        except (OSError, ValueError):
            return
        os.chmod(place, FOLDER_MODE)
        self.touched.add(folder)
        for name in os.listdir(place):
            path = f"{folder}/{name}" if folder else name
            mode = os.lstat(f"{self._root}/{path}").st_mode
            ours = self._known.folders if stat.S_ISDIR(mode) else self._known.files
            if path not in ours or not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
                remove(f"{self._root}/{path}")


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _folders(paths: Iterable[str]) -> set[str]:
    """Give every folder that these files lie in, at any depth."""
    found: set[str] = set()
    for path in paths:
        folder = _parent(path)
        while folder and folder not in found:
            found.add(folder)
            folder = _parent(folder)
    return found
