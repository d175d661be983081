"""The blank forms to print and to fill in by hand, each also in large print."""

from collections.abc import Iterator

from ppidgen.model.blank_form import BlankForm, parts_of
from ppidgen.model.context import Context
from ppidgen.model.page import Block, Grid, Link, Page, Text
from ppidgen.model.page_terms import BLANK_PAGE
from ppidgen.model.questions import BlankLine, BlankSection, BlankSheet
from ppidgen.pages import urls
from ppidgen.pages.family import Family, Spec
from ppidgen.pages.frame import Place, page
from ppidgen.pages.wording import cited

NORMAL, LARGE = 0, 1


def in_order(context: Context) -> tuple[BlankForm, ...]:
    """Give the forms in the order in which a request meets them."""
    return tuple(sorted(context.law.blanks.values(), key=lambda form: form.order))


def list_blocks(context: Context) -> Iterator[Block]:
    """Give the list of forms."""
    words = context.words
    head = tuple(words(f"blank.{column}") for column in ("form", "purpose", "large", "basis"))
    rows = tuple(
        (
            Link(form.title, urls.blank(form.id)),
            form.purpose,
            Link(words("blank.in_large", form=form.title), urls.blank_large(form.id)),
            cited(context, form.basis),
        )
        for form in in_order(context)
    )
    yield Grid(words("blank.caption"), head, rows, row_heading=0)
    yield Text(words("blank.free"))


def items(context: Context) -> tuple[Spec, ...]:
    """Give two pages for each form: in common and in large print."""
    return tuple(
        Spec(address(form.id), form.id, size)
        for form in in_order(context)
        for size, address in ((NORMAL, urls.blank), (LARGE, urls.blank_large))
    )


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of a form."""
    form = context.law.blanks[spec.key]
    large = spec.number == LARGE
    title = context.words("blank.in_large", form=form.title) if large else form.title
    place = Place(spec.address, urls.BLANKS)
    return page(context, BLANK_PAGE, place, title, (sheet(context, form, large=large),), summary=form.purpose)


def sheet(context: Context, form: BlankForm, *, large: bool) -> BlankSheet:
    """Give a form as the page shows it."""
    law = context.law
    sections = tuple(
        BlankSection(part.title, part.text, tuple(BlankLine(row.label, row.lines, row.options) for row in part.rows))
        for part in parts_of(form, law.forms, law.objection_reasons)
    )
    return BlankSheet(sections, form.signatures, cited(context, form.basis), large)


FAMILY = Family("blanks", items, compose)
