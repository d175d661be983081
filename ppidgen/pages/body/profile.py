"""Who the body is and who serves information: what the pages below "Profil" say."""

from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import UnitKind
from ppidgen.model.law.instrument import Force
from ppidgen.model.pages.page import Block, Branch, Cell, Fact, Facts, Grid, Link, Prose, Text, Tree
from ppidgen.model.pages.page_terms import NOTE
from ppidgen.model.records.body import Officer, PublicBody
from ppidgen.model.records.parts import Contact
from ppidgen.model.records.unit import Unit
from ppidgen.pages.addresses import urls
from ppidgen.pages.parts.contact import contact_facts, email, phone
from ppidgen.pages.parts.documents import decree_documents
from ppidgen.pages.parts.frame import section
from ppidgen.pages.parts.index import index
from ppidgen.pages.parts.unit_tables import MOST
from ppidgen.pages.parts.wording import day_words, decree_text, fact, glossed, number, unit_cell
from ppidgen.pages.service.services import bullets


def location(context: Context) -> Iterator[Block]:
    """Give the seat of the body and how to reach it."""
    body, words = context.portal.body, context.words
    rows = [
        Fact(words("fact.body"), (body.name,)),
        Fact(words("fact.body_kind"), (words.label(body.kind),)),
        fact(context, "address", body.address, (PublicBody, "address")),
        *contact_facts(context, None, body.contact),
    ]
    if body.website:
        rows.append(Fact(words("fact.website"), (Link(body.website, body.website),)))
    yield Facts(tuple(rows))
    if body.scope:
        yield section(words("profile.scope"), (Prose(body.scope, 3),))


def vision(context: Context) -> Iterator[Block]:
    """Give the vision and the missions of the body."""
    body, words = context.portal.body, context.words
    if body.vision:
        yield section(words("profile.vision"), (Prose(body.vision, 3),))
    if body.missions:
        numbered = "\n".join(f"{place}. {mission}" for place, mission in enumerate(body.missions, start=1))
        yield section(words("profile.missions"), (Prose(numbered, 3),))


def tasks(context: Context) -> Iterator[Block]:
    """Give the tasks and functions of the body."""
    if context.portal.body.tasks:
        yield Prose(context.portal.body.tasks)


def structure(context: Context) -> Iterator[Block]:
    """Give the units of the body as a tree, each with what it does in short."""
    if branches := unit_branches(context, ""):
        yield Tree(branches)


def unit_branches(context: Context, parent: str, depth: int = 0) -> tuple[Branch, ...]:
    """Give the units below one unit, and theirs; a ring of parents ends after ten steps."""
    if depth > _DEEPEST:
        return ()
    units = index(context).units_below.get(parent, ())
    return tuple(
        Branch(
            _named(context, one),
            below := unit_branches(context, one.id, depth + 1),
            _unit_state(context, one),
            _fold(context, len(below)),
        )
        for one in units
    )


_DEEPEST = 10


def _fold(context: Context, below: int) -> str:
    """Say how many units are folded; a tree that can be overseen is open."""
    words = context.words
    return words("unit.folded", count=number(words, below)) if below and len(index(context).units) > MOST else ""


def _named(context: Context, unit: Unit) -> Cell:
    return unit_cell(context, unit.id, unit.name, urls.unit(unit.id))


def _unit_state(context: Context, unit: Unit) -> str:
    if unit.kind is UnitKind.OTHER:
        return context.words.label(unit.kind)
    decree = unit.decree
    return context.words(
        "network.state",
        kind=context.words.label(unit.kind),
        decree=context.words("network.decree", number=decree.number) if decree else context.words("network.no_decree"),
    )


def leaders(context: Context) -> Iterator[Block]:
    """Give the heads of the units."""
    words = context.words
    rows = tuple((one.head.name, one.head.post, _named(context, one)) for one in index(context).units if one.head)
    if rows:
        head = tuple(words(f"profile.{column}") for column in ("name", "post", "unit"))
        yield Grid(words("profile.leaders_caption"), head, rows, row_heading=0)


def network(context: Context) -> Iterator[Block]:
    """Give the PPID network: how many units of each kind, which have a decree, and the tree."""
    words, units = context.words, index(context).units
    if not units:
        return
    head = tuple(words(f"network.{column}") for column in ("kind", "count", "with_decree"))
    rows = []
    for kind in UnitKind:
        alike = [one for one in units if one.kind is kind]
        if alike:
            appointed = sum(1 for one in alike if one.decree)
            rows.append((words.label(kind), number(words, len(alike)), number(words, appointed)))
    yield Grid(words("network.caption"), head, tuple(rows), (1, 2), 0)
    yield Tree(unit_branches(context, ""))


def ppid_about(context: Context) -> Iterator[Block]:
    """Give the short profile of the PPID."""
    if context.portal.body.about_ppid:
        yield Prose(context.portal.body.about_ppid)


def ppid_tasks(context: Context) -> Iterator[Block]:
    """Give the tasks of each role of the PPID."""
    for officer in context.portal.body.officers:
        if officer.duties:
            yield section(f"{context.words.label(officer.role)}: {officer.post}", (Prose(bullets(officer.duties), 3),))


def ppid_team(context: Context) -> Iterator[Block]:
    """Give who holds which role of the PPID."""
    words, officers = context.words, context.portal.body.officers
    if not officers:
        return
    named, reach = ("role", "name", "post"), ("phone", "email") if any(one.contact for one in officers) else ()
    head = (
        *(words(f"profile.{column}") for column in named),
        *(words(f"fact.{column}") for column in reach),
        words("profile.decree"),
    )
    rows = tuple(
        (
            words.label(one.role), one.name or words("none"), one.post,
            *(_reached(context, one) if reach else ()), _appointed(context, one),
        )
        for one in officers
    )  # fmt: skip
    yield Grid(words("profile.team_caption"), head, rows, row_heading=0)


def _reached(context: Context, officer: Officer) -> tuple[Cell, Cell]:
    contact, none = officer.contact or Contact(), context.words("none")
    return (phone(contact.phone) if contact.phone else none, email(contact.email) if contact.email else none)


def _appointed(context: Context, officer: Officer) -> str:
    return decree_text(context, officer.decree) or context.words("network.no_decree")


def ppid_decrees(context: Context) -> Iterator[Block]:
    """Give the decrees that appoint the PPID and set its lists."""
    words, body = context.words, context.portal.body
    rows = [(words.label(one.role), _appointed(context, one)) for one in body.officers if one.decree]
    lists = (("list", body.list_decree), ("exempt_list", body.exemption_decree))
    rows += [(words(f"menu.{key}"), decree_text(context, decree)) for key, decree in lists if decree]
    if rows:
        head = (words("profile.decree_for"), words("profile.decree"))
        yield Grid(words("profile.decrees_caption"), head, tuple(rows), row_heading=0)
    yield from decree_documents(
        context, (*(one.decree for one in body.officers), body.list_decree, body.exemption_decree)
    )


def legal_basis(context: Context) -> Iterator[Block]:
    """Give the instruments in force on which the portal stands."""
    words = context.words
    rows = tuple(
        (
            glossed(context, one.short_name),
            glossed(context, words("law.instrument", kind=one.kind, number=one.number, year=one.year)),
            one.title,
        )
        for one in context.law.instruments.values()
        if one.force is Force.IN_FORCE and one.title and one.number
    )
    head = tuple(words(f"law.{column}") for column in ("short_name", "full_name", "about"))
    yield Grid(words("law.caption"), head, rows, row_heading=0)
    edition = context.law.edition
    yield Text(words("law.edition", version=edition.version, day=day_words(words, edition.day)), NOTE)
