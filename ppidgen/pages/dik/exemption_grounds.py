"""The letters of Pasal 17: all of them at a glance, and a page each with what is exempt under it."""

from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.law.legal_grounds import ExemptionGround
from ppidgen.model.pages.page import Block, Fact, Facts, Grid, Link, Notice, Page, Prose, SearchFields, Text
from ppidgen.model.pages.page_terms import EMPTY, LIST_PAGE
from ppidgen.model.records.exemption import Exemption
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.dik.exemption_life import state_text
from ppidgen.pages.dip.information import CATEGORY
from ppidgen.pages.parts.frame import Place, page, search_text, section
from ppidgen.pages.parts.index import index
from ppidgen.pages.parts.text import sort_key
from ppidgen.pages.parts.wording import cited, number
from ppidgen.pages.service.services import bullets


def overview(context: Context) -> Iterator[Block]:
    """Name the letters of Pasal 17 with how long each may last and how much is exempt under it."""
    words = context.words
    yield Text(words("exempt.grounds_lead"))
    head = tuple(words(f"exempt.grounds_{column}") for column in ("ground", "duration", "count"))
    rows = tuple(
        (Link(titled(context, one), urls.ground(one.code)), one.duration, number(words, len(under(context, one))))
        for one in context.law.exemption_grounds.values()
    )
    yield Grid(words("exempt.grounds_caption"), head, rows, numeric=(2,), row_heading=0)


def titled(context: Context, ground: ExemptionGround) -> str:
    """Name a ground by its letter and its words, as every page does."""
    return context.words("exempt.ground_title", letter=ground.letter, title=ground.title)


def under(context: Context, ground: ExemptionGround) -> tuple[Exemption, ...]:
    """Give what is exempt under a letter and not over, in order of titles."""
    states = context.standing.exemption_states
    found = (
        one
        for one in context.portal.exemptions
        if not states[one.id].is_over and any(basis.ground.value == ground.code for basis in one.basis)
    )
    return tuple(sorted(found, key=lambda one: (sort_key(one.title), one.id)))


def items(context: Context) -> tuple[Spec, ...]:
    """Give one page for each letter."""
    return tuple(Spec(urls.ground(code), code) for code in context.law.exemption_grounds)


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of one letter."""
    words, ground = context.words, context.law.exemption_grounds[spec.key]
    title = titled(context, ground)
    blocks = (*_meaning(context, ground), section(words("exempt.under"), tuple(_listed(context, ground))))
    filters = ((CATEGORY, (words("menu.exempt"),)),)
    place = Place(spec.address, urls.EXEMPT_GROUNDS)
    return page(
        context, LIST_PAGE, place, title, blocks, summary=ground.title,
        search=lambda: SearchFields(search_text(title, "", blocks), (), filters),
    )  # fmt: skip


def _meaning(context: Context, ground: ExemptionGround) -> Iterator[Block]:
    words = context.words
    if ground.details:
        yield section(words("exempt.covers"), (Prose(bullets(ground.details), 3),))
    rows = [Fact(words("fact.ground_duration"), (ground.duration,), cited(context, ground.basis))]
    if ground.needs_statute:
        rows.append(Fact(words("fact.ground_needs"), (words("exempt.needs_statute"),)))
    if ground.set_by:
        rows.append(Fact(words("fact.ground_set_by"), (ground.set_by,)))
    openings = tuple(f"{one.condition} ({cited(context, one.basis)})" for one in ground.openings)
    rows += [Fact(words("fact.ground_opening"), openings)] if openings else []
    yield Facts(tuple(rows))


def _listed(context: Context, ground: ExemptionGround) -> Iterator[Block]:
    words, found = context.words, under(context, ground)
    if not found:
        yield Notice(words("exempt.under_none"), tone=EMPTY)
        return
    head = tuple(words(f"exempt.under_{column}") for column in ("title", "extent", "unit", "state"))
    units = index(context).unit_of
    rows = tuple(
        (
            Link(one.title, urls.exemption(one.id)),
            words.label(one.extent),
            units.get(one.unit or "", ""),
            state_text(context, one),
        )
        for one in found
    )
    yield Grid(words("exempt.under_caption"), head, rows, row_heading=0)


FAMILY = Family("exemption-grounds", items, compose)
