"""Whether an edition was made for what is scored by it."""

from ppidgen.model.context import Context
from ppidgen.model.rubrics.assessed import Fit, fit
from ppidgen.model.rubrics.rubric import Rubric
from ppidgen.model.rubrics.scorecard import Note


def misfit(context: Context, rubric: Rubric, unit: str = "") -> tuple[Note, ...]:
    """Warn when the edition was made for others than the body, or the unit, that is scored."""
    portal, words = context.portal, rubric.edition.applies_to
    body = portal.body
    found = fit(words, body.kind, body.level, of_unit=bool(unit), has_units=bool(portal.units))
    return () if found is Fit.FITS else (Note(found.value),)
