"""`ppidgen due`: what expires, must be looked at again, is stale or overdue, per unit and owner."""

from collections.abc import Collection
from datetime import date, timedelta
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli import console, language, parameters, unread

FARTHEST = 36_500
USUAL = 30
_MOST_OWNERS = 12


@parameters.verb("due", _("List what falls due soon and what is overdue."))
@parameters.portal_folder
@click.option(
    "--within",
    type=parameters.WholeNumber(FARTHEST),
    default=USUAL,
    show_default=True,
    metavar=_("DAYS"),
    help=_("Look so many days ahead."),
)
@click.option("--unit", metavar="ID", help=_("Only what is a matter of this unit or of one below it."))
@click.option(
    "--owner", metavar=_("NAME"), help=_("Only what this person or office answers for; a part of the name will do.")
)
@parameters.written_as(
    ("text", "json", "markdown", "ics"), _("Format: for the terminal, for programs, for an issue, or as a calendar.")
)
@parameters.text_file
@parameters.as_of
def command(
    *,
    folder: Path,
    within: int,
    unit: str | None,
    owner: str | None,
    form: str,
    out: Path | None,
    as_of: date | None,
) -> int:
    """List what is due in a portal; nothing in it is changed and the code is 0 however much is overdue."""
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.duties.due import falling_due, in_unit, of_owner
    from ppidgen.options import Options
    from ppidgen.reading.study import read_portal
    from ppidgen.report.due import FORMATS, Agenda
    from ppidgen.report.shipped import due_words

    context = read_portal(folder, Options(day_of_judgement(folder, as_of))).context
    names = {one.id: one.name for one in context.portal.units}
    parameters.known_unit(unit or "", names)
    today = context.standing.as_of
    until = today + timedelta(days=min(within, (date.max - today).days))
    found = [due for due in falling_due(context, until) if unit is None or in_unit(context, due, unit)]
    items = [due for due in found if owner is None or of_owner(due, owner)]
    if found and not items:
        _tell_owners(owner or "", {due.owner for due in found if due.owner})
    agenda = Agenda(context.portal.body.name, today, until, items, names)
    written = FORMATS[form](agenda, due_words(language.current()))
    unread.tell(context.portal.rejected)
    if out is None:
        console.result(written)
        return 0
    console.put(out, written)
    return 0


def _tell_owners(asked: str, owners: Collection[str]) -> None:
    """Tell who answers for what is due where a name finds nothing: a slip in it must not pass for good news."""
    told = _("No owner is called {asked!r} in what is due until then; these are: {owners}")
    names = "; ".join([*sorted(owners)[:_MOST_OWNERS], *(["\u2026"] if len(owners) > _MOST_OWNERS else [])])
    console.tell(told.format(asked=asked, owners=names or _("none")))
