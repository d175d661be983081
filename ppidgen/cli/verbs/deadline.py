"""`ppidgen deadline`: every lawful date that follows from a request, an objection or a dispute."""

from datetime import date
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli import console, language, parameters

# The names of model.deadline_rule.DeadlineEvent and the keys of report.deadlines.FORMATS, written out so that --help
# need not load either chapter.
EVENTS = ("request", "incomplete", "ground", "objection", "reply", "dispute", "mediation", "award", "judgement")
FORMATS = ("text", "json", "ics")


@parameters.verb("deadline", _("Compute the lawful dates that follow from an event, in working days."))
@click.argument(
    "event",
    type=click.Choice(EVENTS),
    metavar=_("EVENT"),
    help=_(
        "What happened: request, incomplete (letter received), ground (of an objection found), objection, "
        "reply (to it), dispute (at the commission), mediation (first meeting), award, or judgement (of a court)."
    ),
)
@click.option(
    "--received",
    "day",
    type=parameters.DayType(),
    metavar=_("DAY"),
    required=True,
    help=_("Day of the event, as 2026-03-02."),
)
@click.option(
    "--election",
    "in_election",
    is_flag=True,
    help=_("Count by the periods of an election (election bodies only); no article of them was checked."),
)
@click.option("--explain", "explained", is_flag=True, help=_("Tell day by day why each date is what it is."))
@parameters.told_as(FORMATS, _("How to tell."))
@click.option(
    "--dir",
    "folder",
    metavar=_("FOLDER"),
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help=_("Portal whose days off count; the current folder when it is one, else the national table."),
)
def command(event: str, day: date, form: str, folder: Path | None, *, in_election: bool, explained: bool) -> int:
    """Compute the deadlines of an event."""
    from dataclasses import replace

    from ppidgen.cli.portal_calendar import calendar_of
    from ppidgen.duties.deadlines import following
    from ppidgen.model.law.deadline_rule import DeadlineEvent
    from ppidgen.reading.shipped import shipped_law
    from ppidgen.report import deadlines, shipped

    law = shipped_law()
    calendar = calendar_of(folder, law, day)
    if calendar is None:
        return 1
    if in_election:
        calendar = replace(calendar, elections=((day, day),))
    kind = DeadlineEvent[event.upper()]
    answer = deadlines.Answer(kind, day, following(kind, day, law, calendar), law, calendar, explained)
    console.result(deadlines.FORMATS[form](answer, shipped.deadline_words(language.current())))
    return 0
