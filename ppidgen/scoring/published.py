"""The score that a portal publishes of itself, worked out before the page that shows it, which is no evidence of it."""

from dataclasses import replace

from ppidgen.model.context import Context
from ppidgen.model.language.words import Words
from ppidgen.model.rubrics.check import Feature
from ppidgen.model.rubrics.scorecard import Note
from ppidgen.model.standing.public_score import PublicResult, PublicScore, PublicTotal
from ppidgen.scoring.facts import Facts
from ppidgen.scoring.fitting import misfit
from ppidgen.scoring.reading import Read
from ppidgen.scoring.score import score
from ppidgen.scoring.told import decimal, tell

_HEADS = ("indicator", "weight", "recorded", "claimed", "possible", "items")


def published(context: Context, read: Read, theme: frozenset[Feature], words: Words) -> PublicScore:
    """Score the whole body and keep what everybody may read; `words` are those of scores."""
    facts = Facts(context, read.rubric, theme=theme)
    card = score(read.rubric, facts, read.digest)
    kept = tuple(note for note in card.notes if note is not Note.LINKS_UNCHECKED)
    told = tell(replace(card, notes=(*misfit(context, read.rubric), *kept)), words)
    return PublicScore(
        label=told.label,
        edition=told.title,
        subtitle=told.subtitle,
        scale=decimal(read.rubric.scale_total).removesuffix(",00"),
        bands=told.bands,
        totals=tuple(PublicTotal(one.name, one.meaning, one.value, one.band) for one in told.totals),
        heads=tuple(words(name) for name in _HEADS),
        results=tuple(
            PublicResult(one.name, one.weight, one.recorded, one.claimed, one.possible, one.items)
            for one in (*told.stages, *told.indicators)
        ),
        share=told.share,
        cautions=told.cautions,
        notes=tuple(note for note in told.notes if note not in told.cautions),
        provenance=told.provenance,
    )
