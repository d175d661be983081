"""The public calculator of lawful dates; without a script, tables of the weeks around the day of the build."""

from collections.abc import Iterator

from ppidgen.duties.deadlines import following
from ppidgen.model.context import Context
from ppidgen.model.law.deadline_rule import DeadlineEvent
from ppidgen.model.pages.page import Block, Facts, Grid, Link, Links, Notice, Page, Prose
from ppidgen.model.pages.page_terms import CHOOSE, COUNT_PAGE, DAY, DOWNLOADS, WARNING
from ppidgen.model.pages.questions import Calculator, Question
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.parts.frame import Place, page, section
from ppidgen.pages.parts.wording import day_words, fact, iso
from ppidgen.pages.service.deadline_table import days_shown, span
from ppidgen.pages.service.services import election_notices

BACK, AHEAD = 14, 31
TABLES = (DeadlineEvent.REQUEST, DeadlineEvent.OBJECTION)


def items(_context: Context) -> tuple[Spec, ...]:
    """Give the one page of the calculator."""
    return (Spec(urls.CALCULATOR),)


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of the calculator."""
    words = context.words
    return page(
        context,
        COUNT_PAGE,
        Place(spec.address, spec.address),
        words("menu.calculator"),
        _blocks(context),
        lead=words("lead.calculator"),
    )


def _blocks(context: Context) -> Iterator[Block]:
    words = context.words
    today = iso(context.standing.as_of)
    events = tuple((event.value, words.label(event)) for event in DeadlineEvent)
    yield Calculator(
        urls.DEADLINES_JSON,
        (
            Question("event", words("calculator.event"), CHOOSE, options=events),
            Question("day", words("calculator.day"), DAY, words("calculator.day_hint"), value=today),
        ),
        words("calculator.submit"),
    )
    yield section(words("calculator.manner"), tuple(_manner(context)))
    yield section(words("calculator.tables"), tuple(_table(context, event) for event in TABLES))


def _manner(context: Context) -> Iterator[Block]:
    words, calendar = context.words, context.standing.calendar
    yield Prose(words("calculator.manner_text"), 3)
    first, last = span(context)
    undecided = calendar.provisional(first, last)
    if undecided:
        years = ", ".join(map(str, undecided))
        yield Notice(words("calculator.provisional", years=years), words("calculator.provisional_text"), WARNING)
    yield from election_notices(context)
    decrees = tuple(
        words("calculator.decree", number=one.decree.number, day=day_words(words, one.decree.day))
        for one in sorted(context.portal.holidays, key=lambda one: (one.decree.day, one.id))
    )
    if decrees:
        yield Facts((fact(context, "holiday_decrees", decrees),))
    files = (
        Link(words("calculator.json"), urls.DEADLINES_JSON),
        Link(words("calculator.schema"), urls.DEADLINES_SCHEMA),
    )
    yield Links(files, style=DOWNLOADS)


def _table(context: Context, event: DeadlineEvent) -> Grid:
    words, law, calendar = context.words, context.law, context.standing.calendar
    days = tuple(days_shown(context, BACK, AHEAD))
    told = [following(event, day, law, calendar) for day in days]
    head = (words("calculator.received"), *(one.rule.name for one in (told[0] if told else ())))
    rows = tuple(
        (day_words(words, day), *(day_words(words, one.due) for one in found))
        for day, found in zip(days, told, strict=True)
    )
    return Grid(words.label(event), head, rows, row_heading=0, folded=True)


FAMILY = Family("calculator", items, compose)
