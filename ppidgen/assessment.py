"""The sentence of a score: read the portal, study it, answer the rubric, add up."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from ppidgen.duties.claims import unchecked
from ppidgen.duties.standing import derive
from ppidgen.model.public.whole import public_portal
from ppidgen.model.rubrics.rubric import Rubric
from ppidgen.model.rubrics.scorecard import LinkState, Note, Scorecard
from ppidgen.reading.study import Study
from ppidgen.scoring.facts import NO_LINKS, Facts
from ppidgen.scoring.fitting import misfit
from ppidgen.scoring.reading import Read
from ppidgen.scoring.score import score
from ppidgen.scoring.units import portal_of


def assess(
    study: Study,
    read: Read,
    *,
    links: Mapping[str, LinkState] = NO_LINKS,
    equal_weights: bool = False,
    unit: str = "",
) -> Scorecard:
    """Score a portal that has been read; with `equal_weights` what is not known weighs alike, and that is said."""
    rubric = with_equal_weights(read.rubric) if equal_weights else read.rubric
    card = score(rubric, facts_of(study, rubric, links), read.digest)
    assumed = () if rubric is read.rubric else (Note.EQUAL_WEIGHTS,)
    return replace(card, unit=unit, notes=(*misfit(study.context, rubric, unit), *card.notes, *assumed))


def facts_of(study: Study, rubric: Rubric, links: Mapping[str, LinkState] = NO_LINKS) -> Facts:
    """Give the facts that answers may rest on."""
    return Facts(study.context, rubric, MappingProxyType(dict(links)), study.theme, study.unit)


def of_unit(study: Study, unit: str) -> Study:
    """Give the study of the portal as one unit and those below it answer for it."""
    context = study.context
    portal = portal_of(context.portal, unit)
    standing = derive(public_portal(portal), context.law, context.standing.as_of, unchecked(portal))
    scored = context.portal.unit_by_id[unit]
    return replace(study, context=replace(context, portal=portal, standing=standing), unit=scored)


def with_equal_weights(rubric: Rubric) -> Rubric:
    """Give the rubric with every unknown weight set to an equal part of what is left."""
    weights = [one.weight for one in rubric.indicators]
    points = [one.points for one in rubric.criteria]
    if None not in weights and None not in points:
        return rubric
    left = rubric.scale_total - sum((weight or Fraction(0) for weight in weights), Fraction(0))
    each = left / weights.count(None) if None in weights else Fraction(0)
    return rubric.with_indicators(
        tuple(one if one.weight is not None else one.model_copy(update={"weight": each}) for one in rubric.indicators)
    )
