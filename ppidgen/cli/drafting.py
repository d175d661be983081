"""An entry of the DIP drafted from an exemption that is over; nothing that is there is ever overwritten."""

import os
from datetime import date
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli import console, parameters, unread

LIST, EXEMPT = "dip", "dik/"


def draft(register: str, source: str, portal: Path, as_of: date | None) -> int:
    """Write the draft of one entry; refuse what is still exempt and what is listed already."""
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.exchange.opening_draft import draft_entry, draft_path
    from ppidgen.machine import whole
    from ppidgen.options import Options
    from ppidgen.reading.study import read_portal

    record_id = source.removeprefix(EXEMPT).removesuffix(".yaml")
    if register != LIST or not source.startswith(EXEMPT):
        raise click.UsageError(_("Write it as: ppidgen new dip --from dik/ID"))
    if not (portal / parameters.CONTENT).is_dir():
        raise click.UsageError(_("The folder {folder!r} is not a portal.").format(folder=str(portal)))
    context = read_portal(portal, Options(day_of_judgement(portal, as_of))).context
    item = context.portal.exemption_by_id.get(record_id)
    if item is None:
        unread.refuse(record_id, context.portal.rejected)
        raise click.UsageError(_("No record has the id {record!r}.").format(record=record_id))
    if not context.standing.exemption_states[record_id].is_over:
        raise click.UsageError(
            _("{record!r} is still exempt; it can be listed once it is open.").format(record=record_id)
        )
    path = portal / draft_path(record_id)
    if record_id in context.portal.information_by_id or os.path.lexists(path):
        raise click.UsageError(_("The entry {path} is there already; nothing was changed.").format(path=path))
    whole.put(path, (draft_entry(item, context.standing.as_of).encode(),))
    console.result(f"{path}\n")
    told_next = _("Complete it, then name it in the exemption: {key}: {record}")
    console.tell(told_next.format(key=_opening_key(), record=record_id))
    return 0


def _opening_key() -> str:
    from ppidgen.model.elements.keys import key_of, keys_of
    from ppidgen.model.records.exemption import Exemption, OpeningDecree

    return keys_of(OpeningDecree, ["entry"], key_of(Exemption, "opening"))
