"""The catalogue of duties as a public vocabulary: every row with its code, wording and legal basis."""

from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.law.duty import Duty, DutyStatus
from ppidgen.model.pages.page import Block, Cell, Grid, Link, Links, Page, Prose, SearchFields, Text
from ppidgen.model.pages.page_terms import DOWNLOADS, LIST_PAGE, NOTE
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.parts.frame import Place, page, section
from ppidgen.pages.parts.wording import cited, day_words, number


def items(_context: Context) -> tuple[Spec, ...]:
    """Give the one page of the catalogue."""
    return (Spec(urls.CATALOGUE),)


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of the catalogue."""
    words = context.words
    title, lead = words("menu.catalogue"), words("lead.catalogue")
    return page(
        context, LIST_PAGE, Place(spec.address, urls.CATALOGUE), title, _blocks(context), lead=lead,
        search=lambda: SearchFields(f"{title}\n{lead}"),
    )  # fmt: skip


def _blocks(context: Context) -> Iterator[Block]:
    words, edition = context.words, context.law.edition
    yield Prose(words("catalogue.about"))
    yield Text(
        words(
            "catalogue.edition",
            version=edition.version,
            day=day_words(words, edition.day),
            checked=edition.checked_against,
        ),
        NOTE,
    )
    files = (("csv", urls.CATALOGUE_CSV), ("json", urls.CATALOGUE_JSON), ("schema", urls.CATALOGUE_SCHEMA))
    links = tuple(Link(words(f"download.catalogue_{kind}"), at) for kind, at in files)
    yield section(words("download.catalogue"), (Links(links, style=DOWNLOADS),))
    head = tuple(words(f"catalogue.{name}") for name in ("code", "text", "basis", "interval"))
    for family in context.law.families.values():
        rows = tuple(_row(context, duty) for duty in context.law.duties.values() if duty.family == family.id)
        yield section(
            family.title, (Grid(words("catalogue.caption", count=number(words, len(rows))), head, rows, row_heading=0),)
        )


def _row(context: Context, duty: Duty) -> tuple[Cell, ...]:
    text = duty.text
    if duty.status is DutyStatus.UNVERIFIED:
        text = context.words("catalogue.unverified", text=text)
    interval = context.words(f"catalogue.interval_{duty.interval.name.lower()}") if duty.is_leaf else ""
    return (duty.code, text, cited(context, duty.basis), interval)


FAMILY = Family("catalogue", items, compose)
