"""Exempt information: the list in the layout of the annex, and a page each that says what, why and until when.

Only what the public may read is named here; the withheld file and the names of the testers have no word.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ppidgen.duties.after_decree import decided_after
from ppidgen.model.context import Context, Same
from ppidgen.model.elements.vocabulary import Extent
from ppidgen.model.pages.page import Block, Documents, Fact, Facts, Grid, Link, Links, Notice, Page, Prose, SearchFields
from ppidgen.model.pages.page_terms import DOWNLOADS, EMPTY, ENTRY_PAGE, LIST_PAGE, PRINT_PAGE
from ppidgen.model.records.body import PublicBody
from ppidgen.model.records.exemption import ClassificationDecree, ConsequenceTest, Exemption, LegalBasis
from ppidgen.model.records.parts import Decree, Person
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.dik import exemption_life
from ppidgen.pages.dip.information import CATEGORY, UNIT
from ppidgen.pages.dip.lists import page_count, pagination
from ppidgen.pages.parts.documents import decree_documents, file_item
from ppidgen.pages.parts.frame import Place, page, search_text, section
from ppidgen.pages.parts.index import index
from ppidgen.pages.parts.text import plain, short, sort_key
from ppidgen.pages.parts.wording import cited, day_words, decree_text, fact, known

COLUMNS = ("number", "information", "basis", "opened", "closed", "period")
BEFORE_CONSEQUENCES, CONSEQUENCES, AFTER_CONSEQUENCES = 3, 2, 1

APPROVALS = ("approved_by_head", "approved_by_superior")


def items(context: Context) -> tuple[Spec, ...]:
    """Give one page for each exemption."""
    return tuple(Spec(urls.exemption(one.id), one.id) for one in context.portal.exemptions)


def list_items(context: Context) -> tuple[Spec, ...]:
    """Give the pages of the DIK, its print view and the list of exemptions past their day."""
    pages = page_count(len(in_force(context)), context.portal.site.per_page)
    return (
        *(Spec(urls.numbered(urls.EXEMPT_LIST, count), number=count) for count in range(1, pages + 1)),
        Spec(urls.EXEMPT_PRINT, "print", listed=False),
        Spec(urls.EXEMPT_ENDED, "ended"),
    )


def in_order(context: Context) -> tuple[Exemption, ...]:
    """Give the exemptions in order of their titles."""
    return _in_order(Same(context))


# Every page of the list asks for both. As many as a portal has languages.
@lru_cache(maxsize=4)
def _in_order(same: Same) -> tuple[Exemption, ...]:
    return tuple(sorted(same.context.portal.exemptions, key=lambda one: (sort_key(one.title), one.id)))


def in_force(context: Context) -> tuple[Exemption, ...]:
    """Give what the DIK lists, as its annex does: every exemption that is neither opened nor past its term."""
    return _in_force(Same(context))


@lru_cache(maxsize=4)
def _in_force(same: Same) -> tuple[Exemption, ...]:
    return tuple(one for one in _in_order(same) if not is_over(same.context, one))


def compose_list(context: Context, spec: Spec) -> Page:
    """Compose the DIK, its print view or the list of what has ended."""
    words = context.words
    if spec.key == "print":
        title = words("exempt.print_title", name=context.portal.body.name)
        blocks = (_decree(context), *_table(context, in_force(context), 1))
        return page(context, PRINT_PAGE, Place(spec.address, urls.EXEMPT_PRINT), title, blocks, index=False)
    if spec.key == "ended":
        blocks = tuple(_ended(context))
        place = Place(spec.address, urls.EXEMPT_ENDED)
        return page(context, LIST_PAGE, place, words("menu.exempt_ended"), blocks, lead=words("lead.exempt_ended"))
    title = words("menu.exempt_list")
    return page(
        context,
        LIST_PAGE,
        Place(spec.address, urls.EXEMPT_LIST),
        title if spec.number == 1 else words("list.page_title", title=title, page=spec.number),
        _list_blocks(context, spec.number),
        lead=words("lead.exempt_list") if spec.number == 1 else "",
        summary=words("lead.exempt_list"),
        search=None,
    )


def _list_blocks(context: Context, current: int) -> Iterator[Block]:
    entries, per_page = in_force(context), context.portal.site.per_page
    yield _decree(context)
    start = (current - 1) * per_page
    yield from _table(context, entries[start : start + per_page], start + 1)
    if len(entries) > per_page:
        yield pagination(context, urls.EXEMPT_LIST, current, page_count(len(entries), per_page))
    words = context.words
    links = [Link(words(f"download.exempt_{kind}"), at) for kind, at in _DOWNLOADS]
    yield Links(tuple(links), words("download.exempt"), DOWNLOADS)
    if not entries:
        return
    yield Notice(
        words("exempt.challenge"),
        words("exempt.challenge_text"),
        links=(Link(words("menu.objection"), urls.OBJECTION),),
    )


_DOWNLOADS = (("csv", urls.EXEMPT_CSV), ("xlsx", urls.EXEMPT_XLSX), ("json", urls.EXEMPT_JSON))


def _decree(context: Context) -> Facts:
    decree = context.portal.body.exemption_decree
    told = fact(context, "exemption_decree", decree_text(context, decree), (PublicBody, "exemption_decree"))
    after = decided_after(decree, in_force(context))
    later = tuple(Decree(number=number, day=day) for day, number in after)
    if not later:
        return Facts((told,))
    return Facts((told, fact(context, "decided_after", [decree_text(context, one) for one in later])))


def _table(context: Context, entries: Sequence[Exemption], first: int) -> Iterator[Block]:
    words = context.words
    if not entries:
        yield Notice(words("exempt.none"), words("exempt.none_text"), EMPTY)
        return
    yield Grid(
        words("exempt.caption"),
        tuple(words(f"exempt.column_{column}") for column in COLUMNS),
        tuple(_table_row(context, place, one) for place, one in enumerate(entries, start=first)),
        numeric=(0,),
        row_heading=1,
        groups=(
            ("", BEFORE_CONSEQUENCES),
            (words("exempt.column_consequences"), CONSEQUENCES),
            ("", AFTER_CONSEQUENCES),
        ),
    )


def _table_row(context: Context, place: int, one: Exemption) -> tuple[str | Link, ...]:
    missing = context.words("fact.not_filled")
    test = one.test or ConsequenceTest()
    # The annex has no column for it, and who reads a title alone would take the whole document for exempt.
    in_part = one.extent is Extent.PART
    title = context.words("exempt.in_part", title=one.title) if in_part else one.title
    return (
        str(place),
        Link(title, urls.exemption(one.id)),
        basis_text(context, one) or missing,
        plain(test.harm_if_opened or "") or missing,
        plain(test.benefit_if_closed or "") or missing,
        duration_text(context, one) or missing,
    )


def basis_text(context: Context, one: Exemption) -> str:
    """Write the legal basis of an exemption on one line."""
    lines = [_basis_line(context, basis) for basis in one.basis]
    return "; ".join((*lines, *((plain(one.basis_text),) if one.basis_text else ())))


def _basis_line(context: Context, basis: LegalBasis) -> str:
    return basis.named(context.words("exempt.letter", letter=basis.ground.value[-1]))


def duration_text(context: Context, one: Exemption) -> str:
    """Write how long an exemption lasts: in the words of its decree (Perki 1/2021 Lampiran II), else what ends it."""
    words, ending = context.words, one.expires
    if one.duration or ending is None:
        return one.duration or ""
    until = words("exempt.until", day=day_words(words, ending.day)) if ending.day else ""
    event = words("exempt.until_event", event=ending.event) if ending.event else ""
    return "; ".join(filter(None, (until, event)))


def _ended(context: Context) -> Iterator[Block]:
    words = context.words
    over = [one for one in in_order(context) if is_over(context, one)]
    if over:
        head = tuple(words(f"exempt.ended_{column}") for column in ("title", "period", "state", "entry"))
        rows = tuple(
            (
                Link(one.title, urls.exemption(one.id)),
                duration_text(context, one),
                _state(context, one),
                exemption_life.entry_link(context, one) or words("exempt.not_listed"),
            )
            for one in over
        )
        yield Grid(words("exempt.ended_caption"), head, rows, row_heading=0)
    else:
        yield Notice(words("exempt.ended_none"), words("exempt.ended_none_text"), EMPTY)


def is_over(context: Context, one: Exemption) -> bool:
    """Tell whether an exemption no longer holds: opened by decree, or past its last day."""
    return context.standing.exemption_states[one.id].is_over


def _state(context: Context, one: Exemption) -> str:
    return exemption_life.state_text(context, one)


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of one exemption."""
    one = context.portal.exemption_by_id[spec.key]
    words, lead = context.words, plain(one.content or "")
    blocks = tuple(_blocks(context, one))
    unit = index(context).unit_of.get(one.unit or "")
    filters = ((CATEGORY, (words("menu.exempt"),)), (UNIT, (unit,) if unit else ()))
    return page(
        context,
        ENTRY_PAGE,
        Place(spec.address, urls.EXEMPT_LIST),
        one.title,
        blocks,
        lead=lead,
        summary=short(lead),
        eyebrow=words("menu.exempt"),
        search=lambda: SearchFields(
            search_text(one.title, lead, blocks), one.other_words, tuple(f for f in filters if f[1])
        ),
        source=one.origin.path,
    )


def _blocks(context: Context, one: Exemption) -> Iterator[Block]:
    words = context.words
    yield from exemption_life.standing(context, one)
    what = "exempt.what_was" if is_over(context, one) else "exempt.what"
    yield section(words(what), _extent(context, one))
    yield section(words("exempt.why"), _grounds(context, one))
    yield section(words("exempt.consequences"), _consequences(context, one))
    yield section(words("exempt.details"), (Facts(tuple(_facts(context, one))),))
    if not is_over(context, one):
        yield section(words("exempt.object"), exemption_life.objecting(context))
    yield section(words("exempt.decided"), _decision(context, one))
    yield from exemption_life.history(context, one)


def _facts(context: Context, one: Exemption) -> Iterator[Fact]:
    words = context.words
    if not one.content:
        yield fact(context, "exempt_content", None, (Exemption, "content"))
    yield fact(context, "extent", words.label(one.extent), (Exemption, "extent"))
    if one.unit:
        yield fact(context, "unit", context.portal.unit_name(one.unit))
    yield from known((fact(context, "holder", one.holder), fact(context, "group", one.group)))
    ending = one.expires
    until = (day_words(words, ending.day) or ending.event if ending else "") or one.duration
    yield fact(context, "expires", until, (Exemption, "expires"))
    if ending and ending.day and ending.event:
        yield fact(context, "ending_event", ending.event)
    yield from known((
        fact(context, "duration", one.duration if until != one.duration else None),
        fact(context, "starts", day_words(words, one.starts)),
        fact(context, "review", day_words(words, one.review)),
    ))  # fmt: skip
    yield fact(context, "status", exemption_life.state_text(context, one))


def _extent(context: Context, one: Exemption) -> tuple[Block, ...]:
    words, was = context.words, is_over(context, one)
    if one.extent is Extent.WHOLE:
        return (Prose(words("exempt.was_whole" if was else "exempt.whole")),)
    told = Prose(one.blackened) if one.blackened else Notice(words("exempt.part_untold"), tone=EMPTY)
    return (Prose(words("exempt.was_part" if was else "exempt.part")), told)


def _grounds(context: Context, one: Exemption) -> Iterator[Block]:
    words, law = context.words, context.law
    rows = []
    for letter in dict.fromkeys(basis.ground for basis in one.basis):
        ground = law.exemption_grounds.get(letter.value)
        acts = (", ".join(filter(None, (basis.act, basis.article))) for basis in one.basis if basis.ground is letter)
        rows.append(
            Fact(
                words("exempt.letter", letter=letter.value[-1]),
                (Link(words.label(letter), urls.ground(letter.value)), *filter(None, acts)),
                cited(context, ground.basis[:1]) if ground else "",
            )
        )
    yield Facts(tuple(rows) or (fact(context, "exempt_basis", None, (Exemption, "basis")),))
    if one.basis_text:
        yield Prose(one.basis_text)


def _consequences(context: Context, one: Exemption) -> Iterator[Block]:
    test = one.test or ConsequenceTest()
    yield Facts((
        fact(context, "harm_if_opened", plain(test.harm_if_opened or ""), (ConsequenceTest, "harm_if_opened")),
        fact(context, "benefit_if_closed", plain(test.benefit_if_closed or ""), (ConsequenceTest, "benefit_if_closed")),
    ))  # fmt: skip


def _decision(context: Context, one: Exemption) -> Iterator[Block]:
    words, test, decree = context.words, one.test or ConsequenceTest(), one.decree or ClassificationDecree()
    occasion = words.label(test.occasion) if test.occasion else None
    yield Facts((
        fact(context, "decree_number", decree.number, (Exemption, "decree")),
        fact(context, "decree_day", day_words(words, decree.day)),
        *known((
            fact(context, "decree_place", decree.place),
            fact(context, "classification", decree.classification),
            fact(context, "decree_officer", person_text(decree.officer)),
            fact(context, "decree_unit", decree.unit),
            *(fact(context, name, getattr(decree, name), (ClassificationDecree, name)) for name in APPROVALS),
        )),
        fact(context, "test_number", test.number, (Exemption, "test")),
        fact(context, "test_day", day_words(words, test.day)),
        *known((
            fact(context, "test_place", test.place),
            fact(context, "test_occasion", occasion, (ConsequenceTest, "occasion")),
            fact(context, "test_approved_by", person_text(test.approved_by)),
        )),
    ))  # fmt: skip
    if decree.file in context.portal.files:
        title = words("decree.copy", number=decree.number or words("fact.not_filled"))
        yield Documents((file_item(context, decree.file or "", title),))
    yield from decree_documents(context, (context.portal.body.exemption_decree,))


def person_text(person: Person | None) -> str:
    """Write an official with the post."""
    return f"{person.name}, {person.post}" if person else ""


LIST_FAMILY = Family("exemption-lists", list_items, compose_list)
FAMILY = Family("exemptions", items, compose)
