"""Today's warnings on the pages of the last build, put there while this build still reads its registers.

Reading ten thousand entries keeps one processor busy for as long as all their pages take the other. What is done ahead
is a guess, made of the announcements, the body and the site alone, and lies in the tree that is not published: the
build takes a page of it only where it would have put the same bytes there, and everything else is removed.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ppidgen.crew import is_several
from ppidgen.diagnostics import Checked
from ppidgen.model import registers as reg
from ppidgen.model.assembly import Records
from ppidgen.printing import Press, path_of, reprinted
from ppidgen.publish.staging import Site
from ppidgen.publish.writing import Written
from ppidgen.reading import bind, register_files, register_of
from ppidgen.source.shortcuts import Shortcut, Shortcuts
from ppidgen.source.tree import SourceTree
from ppidgen.workshop import WORTH_SHARING

_HEADS = (reg.SITE, reg.PUBLIC_BODY, reg.ANNOUNCEMENTS)


class Laid(NamedTuple):
    """Pages as they were written, and the warnings that were put on them, by language.

    Each record comes as a plain tuple, which passes between processes in a third of the time.
    """

    pages: tuple[tuple[object, ...], ...]
    warnings: Mapping[str, bytes]

    @property
    def records(self) -> tuple[Written, ...]:
        """Give the records of the pages."""
        return tuple(map(Written._make, self.pages))


def is_called_for(tree: SourceTree, known: Shortcuts, processes: int) -> bool:
    """Say whether an announcement was saved since the last build, and its pages are many.

    One that was removed, begins or ends is no less welcome for being put on pages after the reading.
    """
    saved = (file.stat.ctime_ns for file in tree.files.values() if register_of(file.path) is reg.ANNOUNCEMENTS)
    many = is_several(processes) and len(known.pages) >= WORTH_SHARING
    return many and max(saved, default=0) > known.kept_ns


def heads(tree: SourceTree) -> Checked[Records]:
    """Read the few registers that decide what stands at the head of every page."""
    files = {path: file for path, file in tree.files.items() if register_of(path) in _HEADS}
    few = SourceTree(files, tree.reader)
    return bind(few, ((*one, None) for one in register_files(few)))


def lay(site: Site, press: Press, pages: Mapping[str, Shortcut]) -> Iterator[Laid]:
    """Put the warnings of the press on the pages of the last build; one without pages ends them: all is on the disk."""
    done = (reprinted(path_of(address), known.key, press, site) for address, known in pages.items())
    written = tuple(tuple(one.written) for one in done if one and one.written)
    yield Laid(written, press.renderer.warnings)
    site.sync_ahead()
    yield Laid((), {})
