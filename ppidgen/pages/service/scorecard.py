"""The score that the portal publishes of itself; only where the portal asks for it."""

from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Block, Cell, Grid, Link, Links, Notice, Page, Text
from ppidgen.model.pages.page_terms import DOWNLOADS, LIST_PAGE, NOTE, WARNING
from ppidgen.model.standing.public_score import PublicScore
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.parts.frame import Place, page, section


def items(context: Context) -> tuple[Spec, ...]:
    """Give the one page where the portal publishes a score."""
    return (Spec(urls.SCORE),) if context.score else ()


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of the score."""
    words, score = context.words, context.score
    if score is None:
        raise ValueError("no score is published")
    place = Place(spec.address, urls.COVERAGE)
    return page(context, LIST_PAGE, place, words("score.title"), _blocks(context, score), lead=words("score.lead"))


def _blocks(context: Context, score: PublicScore) -> tuple[Block, ...]:
    words = context.words
    totals: tuple[tuple[Cell, ...], ...] = tuple(
        tuple(map(_capital, (one.name, one.value, one.band, one.meaning))) for one in score.totals
    )
    head = tuple(words(f"score.{name}") for name in ("total", "value", "band", "meaning"))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.name, one.weight, one.recorded, one.claimed, one.possible, one.items) for one in score.results
    )
    sources = tuple(Text(line, NOTE) for line in score.provenance)
    return (
        Notice(_capital(score.label), words("score.label_text"), tone=WARNING),
        *(Notice(line, tone=WARNING) for line in score.cautions),
        Text(f"{score.edition} · {score.subtitle}"),
        Grid(words("score.totals"), head, totals, (1,), 0),
        Text(words("score.bands", bands=score.bands)),
        section(
            words("score.results"),
            (Grid(words("score.results"), tuple(map(_capital, score.heads)), rows, (1, 2, 3, 4), 0),),
        ),
        section(words("score.reading"), tuple(map(Text, (score.share, *score.notes, words("score.links"))))),
        section(words("score.sources"), sources),
        *_badge(context),
        Links((Link(words("menu.coverage"), urls.COVERAGE),)),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _badge(context: Context) -> Iterator[Block]:
    """Offer the badge to those who want to show it elsewhere, where the portal makes one."""
    words, asked = context.words, context.portal.site.score
    if asked and asked.badge:
        link = Links((Link(words("score.badge_file"), urls.SCORE_BADGE, "SVG"),), style=DOWNLOADS)
        yield section(words("score.badge"), (Text(words("score.badge_text")), link))


FAMILY = Family("scorecard", items, compose, is_whole=True)
