"""What of a site is no page: open data, feeds, workbooks, prints. Made only when what it is made of has changed."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import blake2b
from typing import NamedTuple

from ppidgen.exchange.score_badge import site_badge
from ppidgen.making.batches import Batch, Order, filed
from ppidgen.making.digests import Digests
from ppidgen.making.workers import Errand
from ppidgen.model.context import Context
from ppidgen.model.public.data_file import DataFile
from ppidgen.pages import quiet_files, steady_files, whole_files
from ppidgen.pages.addresses.quiet import quiet, steady
from ppidgen.source import package_data

WORKER = "sw.js"


class Kind(NamedTuple):
    """Files that are made together, and of what besides the things of which all are made."""

    name: str
    own: Callable[[Digests], bytes]
    make: Callable[[Context], Iterable[DataFile]]


class OtherFiles(NamedTuple):
    """Files of an earlier build that stay, and what makes the others."""

    kept: Batch
    errands: tuple[Errand, ...]


def _steady(context: Context) -> Iterator[DataFile]:
    from ppidgen.exchange.papers.print_kit import steady_prints  # noqa: PLC0415 - nearly every build finds these files there

    yield from steady_files(context)
    yield from steady_prints(steady(context))
    yield DataFile(WORKER, package_data.read_bytes(f"pekerja/{WORKER}"))


def _sheets(context: Context) -> Iterator[DataFile]:
    from ppidgen.exchange.export import site_workbooks  # noqa: PLC0415 - as prints, which take a while to load
    from ppidgen.exchange.papers.print_kit import list_prints  # noqa: PLC0415 - as above

    yield from site_workbooks(quiet(context))
    yield from list_prints(quiet(context))


def _whole(context: Context) -> Iterator[DataFile]:
    yield from whole_files(context)
    yield from site_badge(context)


# A title changes the second and third, a warning the fourth alone. Each is an errand of its own: to list ten thousand
# entries as data and in workbooks takes as long as to make a thousand pages, each of the two half of it.
KINDS = (
    Kind("steady", lambda _: b"", _steady),
    Kind("quiet", lambda known: known.quiet, quiet_files),
    Kind("sheets", lambda known: known.quiet, _sheets),
    Kind("whole", lambda known: known.whole, _whole),
)


def all_other_files(context: Context) -> tuple[DataFile, ...]:
    """Make all of them."""
    return tuple(file for kind in KINDS for file in kind.make(context))


def other_files(order: Order, made_from: Callable[[str], tuple[str, ...]]) -> OtherFiles:
    """Say what an earlier build has left, and what is to be made; `made_from` names its files by their key."""
    kept, errands = Batch(), []
    for kind in KINDS:
        key = _key(kind, order)
        known = made_from(key)
        kept.kept += ((path, key) for path in known)
        kept.beside += known
        if not known:
            errands.append(partial(_made, kind, key, order))
    return OtherFiles(kept, tuple(errands))


def _key(kind: Kind, order: Order) -> str:
    basis = order.basis
    parts = (basis.made_by, basis.made_of.common, kind.own(basis.made_of), kind.name.encode())
    return blake2b(b"\0".join(parts), digest_size=16).hexdigest()


def _made(kind: Kind, key: str, order: Order) -> Batch:
    return filed(kind.make(order.context), key, order)
