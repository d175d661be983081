"""The calendar of working days of a portal on disk, or the national one where there is no portal."""

from dataclasses import replace
from datetime import date
from gettext import gettext as _
from pathlib import Path

from ppidgen import pipeline
from ppidgen.cli import console, parameters, telling
from ppidgen.diagnostics import Severity
from ppidgen.duties.working_days import decided_years, national_table
from ppidgen.model.days.working_days import WorkingCalendar
from ppidgen.model.law.whole import Law
from ppidgen.model.portal.registers import CONTENT, HOLIDAYS, PUBLIC_BODY
from ppidgen.options import Options
from ppidgen.reading.study import read_portal

# Errors elsewhere in the portal change no date.
SOURCES = (f"{CONTENT}/{HOLIDAYS.name}", f"{CONTENT}/{PUBLIC_BODY.name}")


def calendar_of(folder: Path | None, law: Law, day: date) -> WorkingCalendar | None:
    """Give the calendar; None when the registers it is made of hold an error, which is then told."""
    root = folder or Path()
    if folder is None and not (root / parameters.CONTENT).is_dir():
        parameters.refuse_inside(root)  # else its own days off would not count, unsaid
        return WorkingCalendar(national_table(law), decided_years(law, ()))
    options = Options(day)
    study = read_portal(root, options)
    diagnostics = telling.diagnostics_of(pipeline.Outcome(study, study.findings), options)
    grave = tuple(
        one for one in diagnostics.told if one.severity is Severity.ERROR and one.span.path.startswith(SOURCES)
    )
    if grave:
        telling.tell_alone(replace(diagnostics, told=grave), root)
        told = "\n" + _(
            "No date was computed: days off and elections could not be read. What else there is, ppidgen check tells."
        )
        console.tell(told)
        return None
    return study.context.standing.calendar
