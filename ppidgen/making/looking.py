"""Compose all pages of which no file is made and look through them, as a check does, or a build that is refused."""

from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from ppidgen.diagnostics import Finding
from ppidgen.duties.known_data import known_data
from ppidgen.exchange.score_badge import site_badge
from ppidgen.making.audit import audit, private
from ppidgen.making.batches import Batch, Order, filed
from ppidgen.making.digests import Basis, Digests
from ppidgen.making.workers import work
from ppidgen.model.context import Context
from ppidgen.model.public.whole import PublicContext
from ppidgen.options import Options
from ppidgen.pages import data_files
from ppidgen.pages.addresses import urls
from ppidgen.pages.service.blanks import print_addresses
from ppidgen.source import package_data
from ppidgen.source.caches.page_cache import NOTHING_LEARNT, Shortcuts

WORKBOOKS = tuple(address.removeprefix("/") for address in (urls.LIST_XLSX, urls.EXEMPT_XLSX))
PRINTS = tuple(address.removeprefix("/") for address in print_addresses())


class Look(NamedTuple):
    """What was composed, of what, and what is at fault on it."""

    basis: Basis
    batches: tuple[Batch, ...]
    faults: tuple[Finding, ...]


def looked_through(
    context: Context, public: PublicContext, made_of: Digests, shortcuts: Shortcuts, options: Options
) -> Look:
    """Compose and look through all pages, those that an earlier check found sound only where others are at fault."""
    # What was sound before is, while the same data is private.
    known = known_data(context.portal)
    looker = "\0".join((package_data.identity(), *sorted(known))).encode()
    basis = Basis(made_of, looker, shortcuts)
    order = Order(public, options.processes, basis=basis, known=known)
    batches, faults = _look(context, order, options)
    # A fault may name two pages, and of one that was not composed again nobody knows the source.
    if faults and shortcuts != NOTHING_LEARNT:
        batches, faults = _look(context, replace(order, basis=basis._replace(shortcuts=NOTHING_LEARNT)), options)
    return Look(basis, batches, faults)


def _look(context: Context, order: Order, options: Options) -> tuple[tuple[Batch, ...], tuple[Finding, ...]]:
    beside = chain(data_files(order.context), site_badge(order.context))
    batches = work(order, options.progress, [lambda: filed(beside, "", order)])
    prints = PRINTS if context.portal.site.print_kit else ()
    faults = audit(context, batches, (*WORKBOOKS, *prints))
    return batches, (*faults, *private(context, batches))
