"""What the pages say that are no register: ways to search, grounds of exemption, rights, statements, site map."""

from collections.abc import Iterator, Sequence

from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import Category
from ppidgen.model.pages.page import (
    Block,
    Branch,
    Card,
    Cards,
    Fact,
    Facts,
    Grid,
    Link,
    Links,
    Notice,
    Prose,
    SearchBox,
    Text,
    Tree,
)
from ppidgen.model.pages.page_terms import DOWNLOADS, EMPTY, NOTE
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.menu import FOOT, MENU, Node, node_link
from ppidgen.pages.dip.lists import letters
from ppidgen.pages.parts.contact import COMPLAINT_KINDS, channel_table, desk, email
from ppidgen.pages.parts.frame import section
from ppidgen.pages.parts.index import index
from ppidgen.pages.parts.wording import cited, number
from ppidgen.pages.service.services import election_notices


def search_box(context: Context) -> Iterator[Block]:
    """Give the search form."""
    yield SearchBox(context.words("search.label"), context.words("search.hint"))


def by_year(context: Context) -> Iterator[Block]:
    """Give the years with how much is listed under each."""
    words, groups = context.words, index(context).by_year
    cards = tuple(
        Card(Link(year, urls.by_year(year)), count=words("list.count", count=number(words, len(groups[year]))))
        for year in sorted(groups, reverse=True)
    )
    if cards:
        yield Cards(cards)


def by_letter(context: Context) -> Iterator[Block]:
    """Give the first letters, each with how much is listed under it."""
    known = index(context)
    if known.listed:
        yield letters(known, counted=True)


def about_exemptions(context: Context) -> Iterator[Block]:
    """Tell in plain words what it means that information is exempt, and what can be done about it."""
    words = context.words
    yield Prose(words("exempt.about"))
    never = tuple(
        Fact(words("exempt.letter_18", letter=one.letter), (one.text,), cited(context, (one.basis,)))
        for one in context.law.never_exempt.values()
    )
    if never:
        yield section(words("exempt.never"), (Facts(never),))


def open_data(context: Context) -> Iterator[Block]:
    """Give the open data with its schema and the feeds."""
    words = context.words
    yield Prose(words("data.about"))
    for key, links in _FILES:
        files = tuple(Link(words(f"download.{key}_{kind}"), at) for kind, at in links)
        yield section(words(f"download.{key}"), (Links(files, style=DOWNLOADS),))
    known = index(context)
    feeds = (
        Link(words("feed.all"), urls.FEED),
        *(known.feed_links[category.value] for category in Category),
        Link(words("feed.news"), urls.FEED_NEWS),
        Link(words("feed.announcements"), urls.FEED_ANNOUNCEMENTS),
    )
    yield section(words("data.feeds"), (Text(words("data.feeds_text")), Links(feeds)))
    if known.told_units:
        text, units = Text(words("data.unit_feeds_text")), Links((node_link(context, urls.UNITS),))
        yield section(words("data.unit_feeds"), (text, units))


_LIST_FILES = (
    ("csv", urls.LIST_CSV), ("xlsx", urls.LIST_XLSX), ("json", urls.LIST_JSON), ("schema", urls.LIST_SCHEMA),
)  # fmt: skip
_EXEMPT_FILES = (
    ("csv", urls.EXEMPT_CSV), ("xlsx", urls.EXEMPT_XLSX), ("json", urls.EXEMPT_JSON), ("schema", urls.EXEMPT_SCHEMA),
)  # fmt: skip


_COVERAGE_FILES = (
    ("csv", urls.COVERAGE_CSV), ("json", urls.COVERAGE_JSON), ("schema", urls.COVERAGE_SCHEMA),
)  # fmt: skip
_CATALOGUE_FILES = (
    ("csv", urls.CATALOGUE_CSV), ("json", urls.CATALOGUE_JSON), ("schema", urls.CATALOGUE_SCHEMA),
)  # fmt: skip
_FILES = (
    ("list", _LIST_FILES), ("exempt", _EXEMPT_FILES), ("coverage", _COVERAGE_FILES), ("catalogue", _CATALOGUE_FILES),
)  # fmt: skip


def routing(context: Context) -> Iterator[Block]:
    """Tell a request from an objection and from a complaint, so that each reaches its desk."""
    words = context.words
    head = (words("routing.need"), words("routing.way"))
    ways = (
        ("find", urls.LIST), ("ask", urls.REQUEST), ("object", urls.OBJECTION), ("dispute", urls.DISPUTE),
        ("complain", urls.COMPLAINTS),
    )  # fmt: skip
    rows = tuple((words(f"routing.{key}"), node_link(context, at)) for key, at in ways)
    yield Grid(words("routing.caption"), head, rows, row_heading=0)


def channels(context: Context) -> Iterator[Block]:
    """Give the channels of the information service."""
    ways = [one for one in context.portal.body.channels if one.kind not in COMPLAINT_KINDS]
    yield from channel_table(context, ways)
    if ways:
        yield Text(context.words("channel.free"), NOTE)


def complaints(context: Context) -> Iterator[Block]:
    """Give the channels for complaints, and what each is for."""
    words = context.words
    ways = [one for one in context.portal.body.channels if one.kind in COMPLAINT_KINDS]
    yield Prose(words("complaints.about"))
    if ways:
        yield from channel_table(context, ways)
    else:
        yield Notice(words("empty.title", node=words("menu.complaints")), words("complaints.none"), EMPTY)


def disability(context: Context) -> Iterator[Block]:
    """Tell what the law promises people with disabilities at this desk."""
    yield Prose(context.words("disability.about"))


def rights(context: Context) -> Iterator[Block]:
    """Tell the rights and the duties of those who ask."""
    words = context.words
    yield section(words("rights.rights"), (Prose(words("rights.rights_text"), 3),))
    yield section(words("rights.duties"), (Prose(words("rights.duties_text"), 3),))


def questions(context: Context) -> Iterator[Block]:
    """Answer what people ask most."""
    yield Prose(context.words("questions.text"))
    yield from election_notices(context)


def contact_page(context: Context) -> Iterator[Block]:
    """Give the desk, its hours, its channels and the official accounts."""
    words, body = context.words, context.portal.body
    yield from desk(context)
    if body.channels:
        yield section(words("menu.channels"), channel_table(context, body.channels))
    if body.social:
        accounts = tuple(Link(account.name, account.link) for account in body.social)
        yield section(words("contact.social"), (Links(accounts),))


def accessibility(context: Context) -> Iterator[Block]:
    """State how the portal can be used and where to report a barrier."""
    yield Prose(context.words("accessibility.about"))
    yield from _report_to(context, context.portal.body.contact.email)


def privacy(context: Context) -> Iterator[Block]:
    """State what the portal knows of its readers: nothing."""
    yield Prose(context.words("privacy.about"))


def security(context: Context) -> Iterator[Block]:
    """Tell how to report a weakness of the portal."""
    yield Prose(context.words("security.about"))
    yield from _report_to(context, context.portal.site.security_contact)


def _report_to(context: Context, address: str | None) -> Iterator[Block]:
    words = context.words
    if address:
        yield Facts((Fact(words("fact.report_to"), (email(address),)),))
    else:
        yield Notice(words("report.no_contact"), tone=EMPTY, links=(node_link(context, urls.CONTACT),))


def site_map(context: Context) -> Iterator[Block]:
    """Give all nodes of the menu and of the foot as one tree."""
    yield Tree(_branches(context, (*MENU, *FOOT)))


def _branches(context: Context, nodes: Sequence[Node]) -> tuple[Branch, ...]:
    return tuple(Branch(node_link(context, node.address), _branches(context, node.children)) for node in nodes)
