"""The sentence of a score: read the portal, study it, answer the rubric, add up."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from ppidgen.model.check import Feature
from ppidgen.model.rubric import Rubric
from ppidgen.model.scorecard import Note, Scorecard
from ppidgen.pipeline import Study
from ppidgen.scoring.facts import NO_LINKS, Facts
from ppidgen.scoring.reading import Read
from ppidgen.scoring.score import score


def assess(
    study: Study,
    read: Read,
    *,
    links: Mapping[str, bool] = NO_LINKS,
    features: Iterable[Feature] = (),
    equal_weights: bool = False,
) -> Scorecard:
    """Score a portal that has been read; with `equal_weights` what is not known weighs alike, and that is said."""
    rubric = with_equal_weights(read.rubric) if equal_weights else read.rubric
    facts = Facts(study.context, rubric, MappingProxyType(dict(links)), frozenset(features))
    card = score(rubric, facts, read.digest)
    if rubric is read.rubric:
        return card
    return replace(card, notes=(*card.notes, Note.EQUAL_WEIGHTS))


def with_equal_weights(rubric: Rubric) -> Rubric:
    """Give the rubric with every unknown weight set to an equal part of what is left."""
    indicators = rubric.indicators
    weights = [one.weight for one in indicators]
    points = [one.points for one in rubric.criteria]
    if None not in weights and None not in points:
        return rubric
    left = rubric.scale_total - sum((weight or Fraction(0) for weight in weights), Fraction(0))
    each = left / weights.count(None) if None in weights else Fraction(0)
    return rubric.model_copy(
        update={
            "indicators": tuple(
                one if one.weight is not None else one.model_copy(update={"weight": each}) for one in indicators
            )
        }
    )
