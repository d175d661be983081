"""The exemptions counted: how many hold and how many are over, under which letter, when they were tested."""

from collections import Counter
from collections.abc import Iterable, Iterator

from ppidgen.duties.claims import is_tested
from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import Extent
from ppidgen.model.pages.page import Block, Figure, Figures, Grid, Link, Notice
from ppidgen.model.pages.page_terms import EMPTY
from ppidgen.model.records.exemption_terms import ExemptionState
from ppidgen.pages.addresses import urls
from ppidgen.pages.dik.exemption_grounds import titled, under
from ppidgen.pages.parts.wording import number


def statistics(context: Context) -> Iterator[Block]:
    """Give the numbers, or say that nothing is exempt."""
    words, exemptions = context.words, context.portal.exemptions
    if not exemptions:
        yield Notice(words("exempt.none"), words("exempt.none_text"), EMPTY)
        return
    states = context.standing.exemption_states
    holding = [one for one in exemptions if not states[one.id].is_over]
    partial = sum(one.extent is Extent.PART for one in holding)
    tested = sum(is_tested(one, context.standing.as_of) for one in holding)
    of_all = words("exempt.counted_of", all=number(words, len(holding)))
    yield Figures((
        Figure(number(words, len(holding)), words("exempt.counted_holding"),
               Link(words("menu.exempt_list"), urls.EXEMPT_LIST)),
        Figure(number(words, partial), words("exempt.counted_partial"), note=of_all),
        Figure(number(words, tested), words("exempt.counted_tested"), note=of_all),
        Figure(number(words, len(exemptions) - len(holding)), words("exempt.counted_over"),
               Link(words("menu.exempt_ended"), urls.EXEMPT_ENDED)),
    ))  # fmt: skip
    yield _table(context, "ground", _by_ground(context))
    counted = Counter(states[one.id] for one in exemptions)
    yield _table(
        context,
        "state",
        ((words(f"exempt.state_{state}"), counted[state]) for state in ExemptionState if counted[state]),
    )
    occasions = Counter(words.label(one.test.occasion) for one in holding if one.test and one.test.occasion)
    if occasions:
        yield _table(context, "occasion", sorted(occasions.items()))
    years = Counter(str(one.decree.day.year) for one in exemptions if one.decree and one.decree.day)
    if years:
        yield _table(context, "year", sorted(years.items(), reverse=True))


def _by_ground(context: Context) -> Iterator[tuple[Link, int]]:
    for one in context.law.exemption_grounds.values():
        yield Link(titled(context, one), urls.ground(one.code)), len(under(context, one))


def _table(context: Context, name: str, rows: Iterable[tuple[str | Link, int]]) -> Grid:
    words = context.words
    head = (words(f"exempt.by_{name}"), words("exempt.grounds_count"))
    cells = tuple((label, number(words, count)) for label, count in rows)
    return Grid(words(f"exempt.by_{name}_caption"), head, cells, numeric=(1,), row_heading=0)
