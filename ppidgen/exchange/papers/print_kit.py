"""What hangs on the notice board and lies on the desk: the A5 leaflet on how to ask, the A3 poster of the service.

A notice board is a place where the law wants the charter to be read (Perki 1/2021 Pasal 48).
"""

from collections.abc import Iterator

from ppidgen.exchange.annex import Heading
from ppidgen.exchange.papers.blank_papers import blank_paper
from ppidgen.exchange.papers.paper import Block, Code, Fields, NewPage, Paper, Paragraph, Points, Section, Sheet, Table
from ppidgen.exchange.papers.paper_words import paper_words
from ppidgen.exchange.papers.rendering import LARGE, rendered
from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import Category, ServiceKind
from ppidgen.model.paper_kind import BLANK_FILES, BLANKS
from ppidgen.model.public.data_file import DataFile
from ppidgen.model.records.body import ServiceHours
from ppidgen.model.records.service import FeeSchedule, Procedure, ServiceCharter
from ppidgen.pages.addresses import urls
from ppidgen.pages.parts.rows import last_day, year_of
from ppidgen.pages.parts.structured import absolute
from ppidgen.pages.parts.text import plain
from ppidgen.pages.service.services import deadline_time, election_notices
from ppidgen.theme import colour, qr

# What an applicant has to know: the answer, its extension, the objection, the reply to it, the dispute.
DEADLINES = ("R07", "R08", "R09", "R10", "R11")
BLUE = "#0a489f"
# White letters stand on the band.
CONTRAST = 7.0
# So many of the newest entries of each category fit on a poster.
SHOWN = 4


def list_prints(context: Context) -> Iterator[DataFile]:
    """Give the poster, which names the newest entries, where the owner of the portal wants the prints there."""
    if context.portal.site.print_kit:
        yield DataFile(urls.POSTER.removeprefix("/"), rendered(poster(context), "pdf"))


def steady_prints(context: Context) -> Iterator[DataFile]:
    """Give leaflet and blank forms, likewise."""
    if context.portal.site.print_kit:
        yield DataFile(urls.LEAFLET.removeprefix("/"), rendered(leaflet(context), "pdf"))
        for kind in BLANKS:
            paper = blank_paper(context, context.law.blanks[kind.value])
            for form, large in BLANK_FILES:
                content = rendered(paper, form + LARGE if large else form)
                yield DataFile(urls.blank_file(kind.value, form, large=large).removeprefix("/"), content)


def leaflet(context: Context) -> Paper:
    """Compose the leaflet on how to ask."""
    words, body = paper_words(), context.portal.body
    blocks = (
        Paragraph(words("kit.leaflet_lead", body=body.name)),
        *_steps(context),
        NewPage(),
        *_deadlines(context),
        *_reach(context),
        *_fees(context),
        *_code(context, urls.REQUEST, words("kit.code_request")),
    )
    return _paper(context, words("kit.leaflet"), "leaflet", blocks)


def poster(context: Context) -> Paper:
    """Compose the poster: charter, steps, deadlines, how to reach the desk, and the list of information."""
    words = paper_words()
    blocks = (
        *_charter(context),
        *_steps(context),
        *_deadlines(context),
        *_reach(context),
        *_fees(context),
        *_code(context, urls.REQUEST, words("kit.code_request")),
        *_list(context),
        *_code(context, urls.LIST, words("kit.code_list")),
    )
    return _paper(context, words("kit.poster"), "poster", blocks)


def _paper(context: Context, title: str, sheet: Sheet, blocks: tuple[Block, ...]) -> Paper:
    body = context.portal.body
    return Paper(
        title=title,
        day=context.standing.as_of,
        blocks=blocks,
        letterhead=(body.name, context.portal.site.title),
        author=body.name,
        footer=context.base_url.removeprefix("https://").rstrip("/"),
        sheet=sheet,
        colour=colour.readable(colour.normal(context.portal.site.colour or "", BLUE), ("#ffffff",), CONTRAST),
    )


def _steps(context: Context) -> Iterator[Block]:
    found = (one for one in context.portal.services if isinstance(one, Procedure))
    request = next((one for one in found if one.kind == ServiceKind.REQUEST.value and one.steps), None)
    if request:
        yield Section(paper_words()("kit.steps"))
        told = ((step.title, (plain(step.text or ""), step.time or "")) for step in request.steps)
        yield Points(tuple((title, "\n".join(filter(None, rest))) for title, rest in told))


def _deadlines(context: Context) -> Iterator[Block]:
    words, rules = paper_words(), context.law.deadlines
    told = [rules[code] for code in DEADLINES if code in rules]
    rows = tuple((one.name, words("kit.since", time=deadline_time(context, one), trigger=one.trigger)) for one in told)
    yield Section(words("kit.times"))
    yield Table((Heading(words("kit.what"), 20), Heading(words("kit.long"), 26)), rows)
    for notice in election_notices(context):
        yield Paragraph(f"{notice.title}. {notice.text}")


def _reach(context: Context) -> Iterator[Block]:
    words, body = paper_words(), context.portal.body
    hours = "\n".join(_hours(one) for one in body.hours)
    contact = body.contact
    values = {
        "desk": body.address, "hours": hours, "phone": contact.phone, "whatsapp": contact.whatsapp,
        "email": contact.email,
    }  # fmt: skip
    if rows := tuple((words(f"kit.{key}"), value) for key, value in values.items() if value):
        yield Section(words("kit.reach"))
        yield Fields(rows)


def _hours(one: ServiceHours) -> str:
    words = paper_words()
    if not one.opens or not one.closes:
        return words("kit.hours_closed", days=one.days)
    told = words("kit.hours_open", days=one.days, opens=one.opens, closes=one.closes)
    return words("kit.hours_pause", hours=told, pause=one.pause) if one.pause else told


def _fees(context: Context) -> Iterator[Block]:
    for one in context.portal.services:
        if isinstance(one, FeeSchedule) and one.free_for:
            yield Section(paper_words()("kit.fees"))
            yield Paragraph(plain(one.free_for))


def _charter(context: Context) -> Iterator[Block]:
    for one in context.portal.services:
        if isinstance(one, ServiceCharter) and one.statement:
            yield Section(paper_words()("kit.charter"))
            yield Paragraph(plain(one.statement))


def _list(context: Context) -> Iterator[Block]:
    words, published = paper_words(), context.portal.published_information
    yield Section(words("kit.list"))
    for category in Category:
        entries = [one for one in published if one.category is category]
        newest = sorted(entries, key=lambda one: (last_day(one), one.id), reverse=True)[:SHOWN]
        if newest:
            heads = (
                Heading(words("kit.list_of", label=category.label, count=len(entries)), 38),
                Heading(words("kit.year"), 8),
            )
            yield Table(heads, tuple((one.title, year_of(one)) for one in newest))


def _code(context: Context, address: str, caption: str) -> Iterator[Block]:
    """Give the symbol of an address of the portal; nothing while the portal does not know its own."""
    whole = absolute(context, address)
    if symbol := qr.symbol(whole) if whole else None:
        drawing = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {symbol.side} {symbol.side}">'
            f'<rect width="{symbol.side}" height="{symbol.side}" fill="#fff"/><path stroke="#000" '
            f'transform="translate({symbol.quiet} {symbol.quiet})" d="{symbol.outline}"/></svg>'
        )
        yield Code(whole, drawing, paper_words()("kit.code", address=whole), caption)
