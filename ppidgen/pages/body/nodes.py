"""The pages of the menu's own nodes: what the registers say of them, what articles add, what is still missing.

A node that has nothing is shown all the same, with what belongs there and on which legal ground.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from ppidgen.duties.reachable import can_be_read
from ppidgen.model.context import Context
from ppidgen.model.elements.fields import citation_of
from ppidgen.model.law.duty import Scope
from ppidgen.model.pages.page import Block, Card, Cards, Facts, Link, Links, Notice, Page, Prose, Rows
from ppidgen.model.pages.page_terms import EMPTY, PROSE_PAGE
from ppidgen.model.records.publication import Article
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.addresses.menu import TRAILS, Node
from ppidgen.pages.body import accessible, directory, profile, units
from ppidgen.pages.dik import exemption_grounds, exemption_statistics
from ppidgen.pages.parts import answered, contact
from ppidgen.pages.parts.documents import document_blocks
from ppidgen.pages.parts.frame import Place, page, section
from ppidgen.pages.parts.index import index
from ppidgen.pages.parts.other_forms import other_forms
from ppidgen.pages.parts.wording import cited, glossed, iso
from ppidgen.pages.service import blanks, reports, services, statistics, survey

SHOWN = 5

# The cards of a node with many pages below it, in the order in which a citizen needs them.
GROUPED: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = MappingProxyType({
    urls.SERVICES: (
        ("ask", (urls.REQUEST, urls.STATUS, urls.OBJECTION, urls.DISPUTE)),
        ("reach", (urls.CHANNELS, urls.HOURS, urls.FEES, urls.DISABILITY, urls.QUESTIONS, urls.COMPLAINTS)),
        ("promise", (urls.CHARTER, urls.RIGHTS, urls.STANDARDS, urls.SOPS)),
    ),
})  # fmt: skip

Builder = Callable[[Context], Iterable[Block]]


def has_own_page(article: Article) -> bool:
    """Say whether an article fills no node that shows articles, and so has a page of its own."""
    return not article.menu or (at := urls.node(article.menu)) not in TRAILS or at in ELSEWHERE


def _site_map(context: Context) -> Iterator[Block]:
    """Give the tree of all nodes, and the articles that stand at none of them: nothing else may lead there."""
    yield from directory.site_map(context)
    apart = [one for articles in index(context).articles_at.values() for one in articles if has_own_page(one)]
    if apart:
        links = tuple(Link(one.title, urls.article(one.id)) for one in apart)
        yield section(context.words("search.kind_other"), (Links(links),))


# What the registers say of a node, by its address; a node that is not here is filled by articles and entries alone.
BUILDERS: Mapping[str, Builder] = MappingProxyType({
    urls.LOCATION: profile.location,
    urls.VISION: profile.vision,
    urls.TASKS: profile.tasks,
    urls.STRUCTURE: profile.structure,
    urls.LEADERS: profile.leaders,
    urls.UNITS: units.directory,
    urls.PPID_ABOUT: profile.ppid_about,
    urls.PPID_TASKS: profile.ppid_tasks,
    urls.PPID_TEAM: profile.ppid_team,
    urls.PPID_DECREES: profile.ppid_decrees,
    urls.LEGAL_BASIS: profile.legal_basis,
    urls.NETWORK: profile.network,
    urls.INFORMATION: directory.search_box,
    urls.LIST_UNITS: units.overview,
    urls.LIST_YEARS: directory.by_year,
    urls.LIST_LETTERS: directory.by_letter,
    urls.EXEMPT: directory.about_exemptions,
    urls.EXEMPT_GROUNDS: exemption_grounds.overview,
    urls.EXEMPT_STATISTICS: exemption_statistics.statistics,
    urls.OPEN_DATA: directory.open_data,
    urls.SERVICES: directory.routing,
    urls.CHARTER: services.charter_blocks,
    urls.REQUEST: services.request_blocks,
    urls.OBJECTION: services.objection_blocks,
    urls.DISPUTE: services.dispute_blocks,
    urls.BLANKS: blanks.list_blocks,
    urls.FEES: services.fee_blocks,
    urls.HOURS: contact.hours_blocks,
    urls.CHANNELS: directory.channels,
    urls.STANDARDS: services.standard_blocks,
    urls.SOPS: services.procedure_list,
    urls.DISABILITY: directory.disability,
    urls.RIGHTS: directory.rights,
    urls.QUESTIONS: directory.questions,
    urls.COMPLAINTS: directory.complaints,
    urls.REPORTS: reports.list_blocks,
    urls.STATISTICS: statistics.statistics_blocks,
    urls.ANSWERED: answered.answered_blocks,
    urls.SURVEY: survey.survey_blocks,
    urls.CONTACT: directory.contact_page,
    urls.ACCESSIBILITY: directory.accessibility,
    urls.PRIVACY: directory.privacy,
    urls.SECURITY: directory.security,
    urls.SITE_MAP: _site_map,
})  # fmt: skip

# Nodes whose own words are only a proposal: an article of the body's own takes their place.
STATEMENTS = frozenset((
    urls.DISABILITY, urls.RIGHTS, urls.QUESTIONS, urls.ACCESSIBILITY, urls.PRIVACY, urls.SECURITY,
))  # fmt: skip

# Nodes that nothing obliges to have content: none may have been earned or asked for yet.
OF_EVENTS = frozenset((urls.ANSWERED, urls.AWARDS))

# Nodes that lead on to others and owe something of their own as well.
LEADING_AND_OWING = frozenset((urls.REPORTS,))

# Nodes whose pages other families make, because they go on over several pages.
ELSEWHERE = frozenset(
    address
    for address, trail in TRAILS.items()
    if trail[-1].key in {
        "list", "list_print", "periodic", "on_demand", "immediate", "immediate_list", "immediate_archive",
        "exempt_list", "exempt_ended", "exempt_print", "procurement", "coverage", "catalogue",
        "publications", "news", "press", "clarifications", "agenda", "request_form", "objection_form",
        "calculator", "status",
    }
)  # fmt: skip


def items(context: Context) -> tuple[Spec, ...]:
    """Give one page for each node that has a page of its own."""
    at = index(context).articles_at
    return tuple(
        Spec(address, trail[-1].key, updated=_updated(at.get(address, ())))
        for address, trail in TRAILS.items()
        if address not in ELSEWHERE
    )


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of one node."""
    words, node = context.words, TRAILS[spec.address][-1]
    articles = index(context).articles_at.get(spec.address, ())
    return page(
        context,
        PROSE_PAGE,
        Place(spec.address, spec.address),
        words(f"menu.{node.key}"),
        _blocks(context, node, articles),
        lead=words(f"lead.{node.key}"),
        updated=spec.updated,
        source=articles[0].origin.path if articles else "",
    )


def _blocks(context: Context, node: Node, articles: tuple[Article, ...]) -> Iterator[Block]:
    replaced = articles and node.address in STATEMENTS
    builder = _nothing if replaced else BUILDERS.get(node.address, _nothing)
    own = (*builder(context), *_written(context, articles))
    found = (*own, *entries_of(context, node.duties))
    yield from found
    if not found and (not node.children or node.address in LEADING_AND_OWING):
        yield empty(context, node)
    if node.children:
        yield from _ways_on(context, node)
    yield from other_forms(context, node.address)
    if node.address == urls.ACCESSIBILITY:
        yield from accessible.added(context)


def _ways_on(context: Context, node: Node) -> Iterator[Block]:
    """Give the cards of the pages below a node, under headings where there are too many for one look."""
    cards = {child.address: _card(context, child) for child in node.children}
    for key, addresses in GROUPED.get(node.address, ()):
        yield section(context.words(f"group.{key}"), (Cards(tuple(cards.pop(at) for at in addresses)),))
    if cards:
        yield Cards(tuple(cards.values()))


def _nothing(_context: Context) -> tuple[Block, ...]:
    return ()


def _card(context: Context, node: Node) -> Card:
    return Card(Link(context.words(f"menu.{node.key}"), node.address), context.words(f"lead.{node.key}"))


def empty(context: Context, node: Node) -> Notice:
    """Say that a node has nothing yet: what belongs there, and what the law says of it."""
    words = context.words
    if node.address in OF_EVENTS:
        return Notice(words("empty.title_event", node=words(f"menu.{node.key}")), words("empty.event"), EMPTY)
    village = Scope.VILLAGE in index(context).scopes
    named = (context.law.duties[code] for code in node.duties if code in context.law.duties)
    # The nodes name duties of the general catalogue; a village is bound by another regulation.
    duties = [duty for duty in named if not village or Scope.VILLAGE in duty.scopes]
    citation = "; ".join(dict.fromkeys(cited(context, duty.basis) for duty in duties))
    return Notice(
        words("empty.title", node=words(f"menu.{node.key}")),
        words("empty.text"),
        EMPTY,
        (Link(words("menu.request"), urls.REQUEST),),
        citation or (glossed(context, citation_of(*node.field)) if node.field else ""),
    )


def _written(context: Context, articles: tuple[Article, ...]) -> Iterator[Block]:
    for article in articles:
        blocks = article_blocks(context, article)
        if len(articles) == 1:
            yield from blocks
        else:
            yield section(article.title, blocks)


def article_blocks(context: Context, article: Article) -> tuple[Block, ...]:
    """Give what an article says, its attachments and the duties it meets."""
    facts = index(context).duty_facts
    duties = tuple(facts[code] for code in article.duties if code in facts)
    heading = "entry.duties" if can_be_read(context.portal, article) else "entry.related_duties"
    return (
        *((Prose(article.body, language=article.language or ""),) if article.body else ()),
        *document_blocks(context, article.documents),
        *((section(context.words(heading), (Facts(duties),)),) if duties else ()),
    )


def entries_of(context: Context, codes: tuple[str, ...]) -> Iterator[Block]:
    """Give the DIP entries that meet some duties, the first five of them."""
    known = index(context)
    found = {entry.id: entry for code in codes for entry in known.meeting(code)}
    if not found:
        return
    groups = dict.fromkeys(known.group_code(code) for code in codes)
    links = tuple(
        Link(context.words("node.all", name=context.law.duties[code].label), urls.by_duty(code))
        for code in groups
        if code in known.by_duty
    )
    rows = tuple(map(known.row, list(found.values())[:SHOWN]))
    yield section(context.words("node.entries"), (Rows(rows),), links[0] if links else None)


def _updated(articles: Iterable[Article]) -> str:
    return max((iso(one.updated) for one in articles), default="")


FAMILY = Family("nodes", items, compose)
