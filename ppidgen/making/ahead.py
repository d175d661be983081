"""Today's warnings on the pages of the last build, put there while this build still reads its registers.

Reading ten thousand entries keeps one processor busy for as long as all their pages take the other. What is done ahead
is a guess, made of the announcements, the body and the site alone, and lies in the tree that is not published: the
build takes a page of it only where it would have put the same bytes there, and everything else is removed. What the
search index will be is guessed likewise, and only kept for the build to find.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import NamedTuple

from ppidgen.machine.processes import WORTH_SHARING, in_background, is_several
from ppidgen.making.batches import Batch, Order, quiet_before
from ppidgen.making.rendering import Output, Rendering, brought_up_to_date, path_of
from ppidgen.publish.staging import Site
from ppidgen.publish.writing import Written
from ppidgen.source.caches.page_cache import Shortcut, Shortcuts
from ppidgen.theme.render import Renderer


class PagesAhead(NamedTuple):
    """Pages as they were written, and the warnings that were put on them, by language.

    Each record comes as a plain tuple, which passes between processes in a third of the time.
    """

    pages: tuple[tuple[object, ...], ...]
    warnings: Mapping[str, bytes]


class WorkAhead(NamedTuple):
    """Other processes at the pages of a site: each gives what it made, and then nothing, once that is on the disk."""

    site: Site
    workers: tuple[Callable[[], PagesAhead], ...]

    def take(self, renderer: Renderer) -> None:
        """Wait for the pages, and take them if they bear the warnings of `renderer`."""
        made = [worker() for worker in self.workers]
        records = (Written._make(one) for part in made for one in part.pages)
        self.site.take_ahead(tuple(records), as_wanted=all(renderer.agrees(part.warnings) for part in made))

    def settle(self) -> None:
        """Wait until they are on the disk."""
        for worker in self.workers:
            worker()


def is_mostly_made(known: Shortcuts, processes: int) -> bool:
    """Say whether an earlier build left so many pages that another process is free to ask the rules meanwhile.

    A fault that they find is told after the few pages that were made in vain.
    """
    return is_several(processes) and len(known.pages) >= WORTH_SHARING


@contextmanager
def working_ahead(site: Site, rendering: Rendering, pages: Mapping[str, Shortcut]) -> Iterator[WorkAhead]:
    """Let other processes put the warnings of the rendering on the quiet pages of the last build.

    One keeps pace with the reading where pages are written over; to create each anew takes three times as long.
    """
    quiet = [(address, known.key) for address, known in pages.items() if not known.is_whole]
    workers = 1 if site.is_over else 2
    with ExitStack() as stack:
        parts = (partial(put_warnings, site, rendering, quiet[number::workers]) for number in range(workers))
        yield WorkAhead(site, tuple(stack.enter_context(in_background(part)) for part in parts))


def put_warnings(site: Site, rendering: Rendering, pages: Iterable[tuple[str, str]]) -> Iterator[PagesAhead]:
    """Put the warnings of the rendering on pages, each given by its address and its key in the last build."""
    output = Output(rendering, site)
    done = (brought_up_to_date(path_of(address), key, output) for address, key in pages)
    written = tuple(tuple(one.written) for one in done if one and one.written)
    yield PagesAhead(written, rendering.renderer.warnings)
    site.sync_ahead()
    yield PagesAhead((), {})


@contextmanager
def indexing(order: Order, wholes: Batch, index: Callable[[tuple[Batch, ...]], object]) -> Iterator[Callable[[], None]]:
    """Let another process index the site as it will be if all quiet pages stay as they are; give what waits for it.

    What it indexed is kept, so this process only has to find it, also where other pages changed after all.
    """
    if not order.searched:
        yield lambda: None
        return

    def task() -> Iterator[None]:
        index((wholes, quiet_before(order)))
        yield

    with in_background(task) as indexed:
        yield indexed
