"""The blank forms to print and to fill in by hand, each also in large print."""

from collections.abc import Iterable, Iterator
from itertools import starmap

from ppidgen.model.context import Context
from ppidgen.model.language.tongue import bare, in_main
from ppidgen.model.law.blank_form import BlankForm, BlankPart, BlankRow, parts_of
from ppidgen.model.pages.page import Block, Cell, Grid, Link, Page, Text
from ppidgen.model.pages.page_terms import BLANK_PAGE
from ppidgen.model.pages.questions import BlankLine, BlankSection, BlankSheet
from ppidgen.model.paper_kind import BLANK_FILES, BLANKS
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.parts.frame import Place, page
from ppidgen.pages.parts.wording import cited

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
    if context.portal.site.print_kit:
        yield _files(context)


def _files(context: Context) -> Grid:
    """List each form as a file: to print, to print large, to fill in on a computer."""
    words = context.words
    names = tuple(words(f"blank.{form}_large" if large else f"blank.{form}") for form, large in BLANK_FILES)
    rows = tuple(_files_of(form, names) for form in in_order(context))
    purposes = tuple(words(f"blank.to_{kind}_large" if large else f"blank.to_{kind}") for kind, large in BLANK_FILES)
    return Grid(words("blank.files"), (words("blank.form"), *purposes), rows, row_heading=0)


def _files_of(form: BlankForm, names: Iterable[str]) -> tuple[Cell, ...]:
    places = (urls.blank_file(form.id, kind, large=large) for kind, large in BLANK_FILES)
    return (form.title, *starmap(Link, zip(names, places, strict=True)))


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
    shown = beside(context.main.law.blanks[form.id].title, title) if context.main else title
    return page(context, BLANK_PAGE, place, shown, (sheet(context, form, large=large),), summary=form.purpose)


def sheet(context: Context, form: BlankForm, *, large: bool) -> BlankSheet:
    """Give a form as the page shows it: in the words of the law, with those of a reader's own language beside them."""
    parts, signatures = _parts(context, form), form.signatures
    if context.main:
        official = context.main.law.blanks[form.id]
        parts = tuple(_part_beside(*pair) for pair in zip(_parts(context.main, official), parts, strict=True))
        signatures = _all_beside(official.signatures, form.signatures)
    sections = tuple(
        BlankSection(part.title, part.text, tuple(BlankLine(row.label, row.lines, row.options) for row in part.rows))
        for part in parts
    )
    return BlankSheet(sections, signatures, cited(context, form.basis), large)


def _parts(context: Context, form: BlankForm) -> tuple[BlankPart, ...]:
    return parts_of(form, context.law.forms, context.law.objection_reasons)


def beside(official: str, own: str) -> str:
    """Write the words of the law with those of another language behind them; alone where these are the same or none."""
    return f"{in_main(official)} ({own})" if own and bare(own) != official else own


def _all_beside(official: Iterable[str], own: Iterable[str]) -> tuple[str, ...]:
    return tuple(starmap(beside, zip(official, own, strict=True)))


def _part_beside(official: BlankPart, own: BlankPart) -> BlankPart:
    rows = tuple(
        BlankRow(label=beside(law.label, row.label), lines=row.lines, options=_all_beside(law.options, row.options))
        for law, row in zip(official.rows, own.rows, strict=True)
    )
    return BlankPart(title=beside(official.title, own.title), text=beside(official.text, own.text), rows=rows)


def print_addresses() -> tuple[str, ...]:
    """Give the addresses of all prints that a site may offer."""
    forms = (urls.blank_file(kind.value, form, large=large) for kind in BLANKS for form, large in BLANK_FILES)
    return (urls.LEAFLET, urls.POSTER, *forms)


FAMILY = Family("blanks", items, compose)
