"""What a verb says of entries that could not be read: a board or a report without them looks whole and is not."""

from collections.abc import Mapping
from gettext import gettext as _

import click

from ppidgen.cli import console

Unread = Mapping[str, frozenset[str]]


def tell(rejected: Unread) -> None:
    """Tell on standard error how many entries of each register are not among what was told."""
    counts = ", ".join(f"{register} {len(ids)}" for register, ids in sorted(rejected.items()) if ids)
    if counts:
        told = _("Not included, as they could not be read: {counts}. Why, tells: ppidgen check")
        console.tell(told.format(counts=counts))


def refuse(record: str, rejected: Unread) -> None:
    """Refuse what is to be made of an entry that is there and cannot be read; raises click.UsageError."""
    if any(record in ids for ids in rejected.values()):
        told = _("{record!r} could not be read. Why, tells: ppidgen check")
        raise click.UsageError(told.format(record=record))
