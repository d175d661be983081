"""Share out the pages among processes: compose each, and render and write those that an edit changed.

Pages are shared, not records: a forked worker sees the whole portal without a copy, so what passes between
processes is only the name, digest and size of each file. Where there is no fork, or little to do, one process
does it all; the files are the same.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib.metadata import version

import orjson

from ppidgen.machine.processes import WORTH_SHARING, pool, portions
from ppidgen.making.batches import Batch, Coming, Order, settled, untouched, worked
from ppidgen.making.rendering import Destination, Output, path_of
from ppidgen.model.pages.page import Page
from ppidgen.model.pages.share import Picture
from ppidgen.model.public.whole import PublicContext
from ppidgen.pages import Family, Spec, families
from ppidgen.publish.writing import Written

# A file to be made: its path in the site, its key, and what makes it.
Unmade = tuple[str, str, Callable[[], bytes]]
# What makes files that are no pages.
Errand = Callable[[], Batch]


def work(
    order: Order,
    progress: Callable[[str, int, int], None],
    errands: Sequence[Errand] = (),
    wholes: Batch | None = None,
) -> tuple[Batch, ...]:
    """Compose every page, and render and write the ones that are not there yet; do errands as well.

    `wholes` are the pages of families that are whole, where they were made before (`whole_pages`).
    """
    all_families = families(order.context)
    left = all_families if wholes is None else tuple(family for family in all_families if not family.is_whole)
    made_before = Batch() if wholes is None else wholes
    first, coming, is_sound = _standing(left, order, {at for at, _ in made_before.addresses})
    is_quiet = order.basis.is_quiet
    kept = [made_before, first]
    if is_sound and order.basis.shortcuts.pages:
        unchanged, coming = settled(coming, order, is_quiet=is_quiet)
        kept.append(unchanged)
    if not is_quiet:
        _look_up(all_families, order.context)
    shares = (partial(worked, share, order, is_sound=is_sound, is_quiet=is_quiet) for share in portions(coming))
    jobs: list[Errand] = [*errands, *shares]
    batches: list[Batch] = []
    done = sum(len(batch.addresses) for batch in kept)
    expected = done + len(coming)
    # An errand for many pages takes as long as many pages.
    is_much = (expected if errands else len(coming)) >= WORTH_SHARING
    with pool(jobs, order.processes if is_much else 1) as share_out:
        run = share_out(range(len(errands)))
        # The last first: among them are the longest pages, for which all others would wait at the end.
        for batch in share_out(range(len(errands), len(jobs))[::-1]):
            batches.append(batch)
            done += len(batch.addresses)
            progress("pages", done, expected)
        kept += run
    return (*kept, *batches[::-1])


def whole_pages(order: Order) -> Batch:
    """Compose the pages of families that are whole, all of which a new announcement may change."""
    whole = (family for family in families(order.context) if family.is_whole)
    return worked(_pages(whole, order.context), order, is_sound=False, is_quiet=False)


def _standing(left: Sequence[Family], order: Order, made: set[str]) -> tuple[Batch, list[Coming], bool]:
    """Give the pages that stand as they are, the others of the families left, and whether all are sound.

    A page is sound only while its links lead on: once an address has gone, all links are looked at again.
    """
    before = order.basis.shortcuts.pages.keys()
    rewritten = [*_rewritten(left, order)] if order.basis.is_quiet else []
    first = untouched(order, {spec.address for _, spec in rewritten})
    if first is not None:
        coming = [*rewritten, *_pages((family for family in left if family.is_whole), order.context)]
        if before <= {*made, *(spec.address for _, spec in coming), *(at for at, _ in first.addresses)}:
            return first, coming, True
    coming = _pages(left, order.context)
    return Batch(), coming, before <= {*made, *(spec.address for _, spec in coming)}


def _rewritten(left: Iterable[Family], order: Order) -> Iterator[Coming]:
    """Give the pages that show another long text than in the last build."""
    known, context = order.basis.shortcuts, order.context
    if known.texts == order.basis.made_of.texts:
        return
    for family in left:
        text_of = family.text_of
        if text_of is None:
            continue
        for spec in family.items(context):
            page = known.pages.get(spec.address)
            if page is None or not page.made_of.endswith(text_of(context, spec)):
                yield family, spec


def _pages(some: Iterable[Family], context: PublicContext) -> list[Coming]:
    return [(family, spec) for family in some for spec in family.items(context)]


def _look_up(all_families: Iterable[Family], context: PublicContext) -> None:
    """Make the look-ups by which pages know what they are made of: here, once, for all workers to inherit.

    The last page of a family is asked: the first print table is made of all entries.
    """
    for family in all_families:
        if family.made_of and (found := family.items(context)):
            family.made_of(context, found[-1])


def draw(output: Output, pictures: Iterable[Picture], processes: int) -> Batch:
    """Draw the pictures that no earlier build has left; `addresses` of the batch stay empty, since none is a page."""
    batch, wanted = Batch(), []
    renderer = output.rendering.renderer
    made_with = (renderer.picture_digest, version("pillow"))
    for picture in pictures if renderer.draws else ():
        key = hashlib.blake2b(orjson.dumps((picture, made_with)), digest_size=16).hexdigest()
        path = path_of(picture.address)
        if output.destination.has(path, key):
            batch.kept.append((path, key))
        else:
            wanted.append((path, key, partial(renderer.draw, picture)))
    batch.written += write_each(wanted, output.destination, processes)
    return batch


def write_each(files: Sequence[Unmade], destination: Destination, processes: int) -> list[Written]:
    """Make and write files that are no pages: to create ten thousand takes as long as to index what they hold."""
    jobs = [partial(_write, share, destination) for share in portions(files)]
    with pool(jobs, processes if len(files) >= WORTH_SHARING else 1) as done:
        return [one for written in done(range(len(jobs))) for one in written]


def _write(files: Sequence[Unmade], destination: Destination) -> list[Written]:
    return [destination.write(path, key, make()) for path, key, make in files]


def specs(context: PublicContext) -> dict[str, tuple[Family, Spec]]:
    """Give what each page is composed of, by address."""
    return {spec.address: (family, spec) for family in families(context) for spec in family.items(context)}


def compose_all(context: PublicContext) -> Iterator[Page]:
    """Compose every page in this process, in the order of the families."""
    for family in families(context):
        for spec in family.items(context):
            yield family.compose(context, spec)
