"""Procurement: the list of packages and a page each with the checklist of its documents."""

from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import PackageDocumentState
from ppidgen.model.law.duty import Duty
from ppidgen.model.pages.page import (
    Block,
    Cell,
    Facts,
    Figure,
    Figures,
    Grid,
    Link,
    Notice,
    Page,
    Row,
    Rows,
    SearchFields,
    Text,
)
from ppidgen.model.pages.page_terms import EMPTY, LIST_PAGE, PROSE_PAGE
from ppidgen.model.records.procurement import PackageDocument, ProcurementPackage
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.body.nodes import entries_of
from ppidgen.pages.dip.information import CATEGORY, UNIT, YEAR
from ppidgen.pages.dip.lists import page_count, pagination
from ppidgen.pages.parts.frame import Place, page, search_text, section
from ppidgen.pages.parts.index import index
from ppidgen.pages.parts.text import sort_key
from ppidgen.pages.parts.wording import cited, fact, known, number, rupiah

# The group of the catalogue that holds the documents of a package (Perki 1/2021 Pasal 15(9)).
DUTY = "B09"


def list_items(context: Context) -> tuple[Spec, ...]:
    """Give the pages of the list of packages."""
    pages = page_count(len(context.portal.procurement), context.portal.site.per_page)
    return tuple(Spec(urls.numbered(urls.PROCUREMENT, count), number=count) for count in range(1, pages + 1))


def compose_list(context: Context, spec: Spec) -> Page:
    """Compose one page of the list of packages."""
    words, title = context.words, context.words("menu.procurement")
    first = spec.number == 1
    return page(
        context,
        LIST_PAGE,
        Place(spec.address, urls.PROCUREMENT),
        title if first else words("list.page_title", title=title, page=spec.number),
        _list_blocks(context, spec.number),
        lead=words("lead.procurement") if first else "",
        summary=words("lead.procurement"),
        search=None,
    )


def _list_blocks(context: Context, current: int) -> Iterator[Block]:
    packages = sorted(context.portal.procurement, key=lambda one: (-one.year, sort_key(one.name), one.id))
    words, per_page = context.words, context.portal.site.per_page
    if packages:
        yield Rows(tuple(_row(context, one) for one in packages[(current - 1) * per_page : current * per_page]))
    else:
        node = words("menu.procurement")
        yield Notice(words("empty.title", node=node), words("empty.procurement"), EMPTY, citation=_basis(context, DUTY))
    if len(packages) > per_page:
        yield pagination(context, urls.PROCUREMENT, current, page_count(len(packages), per_page))
    if current == 1:
        yield from entries_of(context, (DUTY,))


def _row(context: Context, one: ProcurementPackage) -> Row:
    given, asked = _progress(context, one)
    value = rupiah(context.words, one.value if one.value is not None else one.ceiling)
    terms = ", ".join(filter(None, (context.words.label(one.method), value)))
    return Row(
        Link(one.name, urls.package(one.id)),
        context.words("package.row", terms=terms, given=given, asked=asked),
        unit=context.portal.unit_name(one.unit),
        year=str(one.year),
    )


def _progress(context: Context, one: ProcurementPackage) -> tuple[int, int]:
    duties = {duty.code for duty in _checklist(context)}
    settled = {document.duty for document in one.documents}
    return len(duties & settled), len(duties)


def _checklist(context: Context) -> tuple[Duty, ...]:
    return tuple(one for one in context.law.duties.values() if one.is_leaf and one.code.partition(".")[0] == DUTY)


def items(context: Context) -> tuple[Spec, ...]:
    """Give one page for each package."""
    return tuple(Spec(urls.package(one.id), one.id, place) for place, one in enumerate(context.portal.procurement))


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of one package."""
    one, words = context.portal.procurement[spec.number], context.words
    blocks = tuple(_blocks(context, one))
    unit = index(context).unit_of.get(one.unit or "")
    filters = ((CATEGORY, (words("menu.procurement"),)), (UNIT, (unit,) if unit else ()), (YEAR, (str(one.year),)))
    return page(
        context,
        PROSE_PAGE,
        Place(spec.address, urls.PROCUREMENT),
        one.name,
        blocks,
        eyebrow=words("package.eyebrow", year=one.year),
        search=lambda: SearchFields(search_text(one.name, "", blocks), filters=tuple(f for f in filters if f[1])),
        source=one.origin.path,
    )


def _blocks(context: Context, one: ProcurementPackage) -> Iterator[Block]:
    words = context.words
    given, asked = _progress(context, one)
    yield Figures((Figure(words("package.figure", given=given, asked=asked), words("package.figure_label")),))
    yield Facts((
        fact(context, "method", words.label(one.method)),
        *known((
            fact(context, "unit", context.portal.unit_name(one.unit)),
            fact(context, "rup_code", one.rup_code),
            fact(context, "ceiling", rupiah(words, one.ceiling)),
            fact(context, "contract_value", rupiah(words, one.value)),
            fact(context, "supplier", one.supplier),
            fact(context, "location", one.location),
            fact(context, "source_page", Link(one.link, one.link) if one.link else None),
        )),
    ))  # fmt: skip
    yield section(words("package.documents"), (Text(words("package.documents_lead")), *_tables(context, one)))


# What a package need not have is most of the catalogue: it is folded, so that what there is can be found.
_BESIDE = frozenset({PackageDocumentState.NOT_REQUIRED, PackageDocumentState.NIL})


def _tables(context: Context, one: ProcurementPackage) -> Iterator[Grid]:
    words = context.words
    head = tuple(words(f"package.{column}") for column in ("document", "state", "basis"))
    rows: dict[bool, list[tuple[Cell, ...]]] = {False: [], True: []}
    for document, row in _rows(context, one):
        rows[document is not None and document.state in _BESIDE].append(row)
    if rows[False]:
        yield Grid(words("package.caption"), head, tuple(rows[False]), row_heading=0)
    if rows[True]:
        caption = words("package.beside", count=number(words, len(rows[True])))
        yield Grid(caption, head, tuple(rows[True]), row_heading=0, folded=True)


def _rows(
    context: Context, one: ProcurementPackage
) -> Iterator[tuple[PackageDocument | None, tuple[Cell, Cell, Cell]]]:
    """Give a row for every document that the law asks for, then for those that it does not name."""
    written = {document.duty: document for document in one.documents}
    asked = _checklist(context)
    for duty in asked:
        document = written.get(duty.code)
        title = _title(context, document) if document else duty.label
        yield document, (title, _state(context, document), cited(context, duty.basis))
    known_codes = {duty.code for duty in asked}
    for document in one.documents:
        if document.duty not in known_codes:
            yield document, (_title(context, document), _state(context, document), context.words("none"))


def _title(context: Context, document: PackageDocument) -> Cell:
    duty = context.law.duties.get(document.duty)
    title = document.title or (duty.label if duty else document.duty)
    if document.state is not PackageDocumentState.AVAILABLE:
        return title
    if document.file in context.portal.files:
        return Link(title, urls.file(document.file or ""))
    return Link(title, document.link) if document.link else title


def _state(context: Context, document: PackageDocument | None) -> str:
    if document is None:
        return context.words("state.unpublished")
    if document.reason:
        return context.words("package.state_reason", state=context.words.label(document.state), reason=document.reason)
    return context.words.label(document.state)


def _basis(context: Context, code: str) -> str:
    return cited(context, context.law.duties[code].basis) if code in context.law.duties else ""


LIST_FAMILY = Family("procurement-lists", list_items, compose_list)
FAMILY = Family("procurement", items, compose)
