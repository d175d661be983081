"""What of a site is no page: open data, feeds, workbooks, prints. Made only when what it is made of has changed."""

from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from types import MappingProxyType
from typing import NamedTuple

from ppidgen.digests import Digests
from ppidgen.exchange.score_badge import site_badge
from ppidgen.model.context import Context
from ppidgen.model.page import DataFile
from ppidgen.pages import quiet_files, whole_files
from ppidgen.pages.quiet import quiet
from ppidgen.source import package_data

WORKER = "sw.js"

Makers = Mapping[str, Callable[[Context], tuple[DataFile, ...]]]


class Extras(NamedTuple):
    """Files of an earlier build that stay, and files that were made, each with its key."""

    kept: tuple[tuple[str, str], ...] = ()
    made: tuple[tuple[DataFile, str], ...] = ()

    @property
    def paths(self) -> Iterator[str]:
        """Give the paths of all of them."""
        yield from (path for path, _ in self.kept)
        yield from (file.path for file, _ in self.made)


def _quiet(context: Context) -> tuple[DataFile, ...]:
    from ppidgen.exchange.export import site_workbooks  # noqa: PLC0415 - nearly every build finds these files there
    from ppidgen.exchange.print_kit import site_prints  # noqa: PLC0415 - as workbooks, which take a while to load

    own = quiet(context)
    worker = DataFile(WORKER, package_data.read_bytes(f"pekerja/{WORKER}"))
    return (*quiet_files(context), *site_workbooks(own), *site_prints(own), worker)


def _whole(context: Context) -> tuple[DataFile, ...]:
    return (*whole_files(context), *site_badge(context))


# A warning leaves the first alone, which take as long as ten thousand pages: they are made of ten thousand entries.
MAKERS: Makers = MappingProxyType({"quiet": _quiet, "whole": _whole})


def all_extras(context: Context) -> tuple[DataFile, ...]:
    """Make all of them."""
    return tuple(file for make in MAKERS.values() for file in make(context))


def extras(context: Context, made_of: Digests, machine: bytes, made_from: Callable[[str], tuple[str, ...]]) -> Extras:
    """Make what an earlier build has not left; `made_from` names the files that it made under a key."""
    kept: list[tuple[str, str]] = []
    made: list[tuple[DataFile, str]] = []
    for name, own in {"quiet": made_of.quiet, "whole": made_of.whole}.items():
        parts = b"\0".join((machine, made_of.common, own, name.encode()))
        key = blake2b(parts, digest_size=16).hexdigest()
        known = made_from(key)
        kept += ((path, key) for path in known)
        made += ((file, key) for file in (() if known else MAKERS[name](context)))
    return Extras(tuple(kept), tuple(made))
